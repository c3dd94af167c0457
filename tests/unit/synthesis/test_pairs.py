import itertools

import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.synthesis.clips import CodecSetting, random_setting, through_codec
from forensic_lpr.synthesis.pairs import FAR_RANGE, NEAR_FROM, PAIRS_PER_CLIP, PairMaker, film

FORMATS = load_formats()


def moving(count: int = 8) -> list[np.ndarray]:  # type: ignore[type-arg]
    """A bright square that walks over noise that stands still."""
    rng = np.random.default_rng(0)
    ground = rng.normal(100, 12, (64, 96))
    frames = []
    for k in range(count):
        frame = ground.copy()
        frame[20:36, 8 + 6 * k : 24 + 6 * k] = 220
        frames.append(np.clip(frame, 0, 255).astype(np.uint8))
    return frames


@pytest.mark.parametrize("b_frames", [0, 2])
@pytest.mark.parametrize("codec", ["h264", "hevc", "mpeg4", "mjpeg"])
def test_frames_come_back_in_order_with_what_the_codec_left(codec: str, b_frames: int) -> None:
    frames = moving()
    coarse = CodecSetting(codec, 0.08, 25, 30, b_frames, "veryfast")
    fine = CodecSetting(codec, 6.0, 2, 30, b_frames, "veryfast")
    for setting in (coarse, fine):
        back = through_codec(frames, setting, 8)
        assert len(back) == len(frames) and all(f.shape == (64, 96) and f.dtype == np.uint8 for f in back)
        for k, frame in enumerate(back):
            errors = [np.abs(frame.astype(int) - other)[20:36].mean() for other in frames]
            assert int(np.argmin(errors)) == k
        assert all(np.array_equal(a, b) for a, b in zip(back, through_codec(frames, setting, 8), strict=True))
    loss = [np.abs(np.array(through_codec(frames, s, 8)).astype(int) - frames).mean() for s in (coarse, fine)]
    # Of eight frames MPEG-4's rate control hardly gets hold.
    assert loss[0] > (1.0 if codec == "mpeg4" else 1.5) * loss[1] > 0


@pytest.mark.parametrize(("shape", "words"), [((65, 96), "even sides"), ((62, 96), "too few")])
def test_sides_that_no_codec_takes_are_a_bug(shape: tuple[int, int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        through_codec([np.zeros(shape, np.uint8)], random_setting(np.random.default_rng(0)), 8)


def test_every_codec_comes_up() -> None:
    rng = np.random.default_rng(0)
    assert {random_setting(rng).codec for _ in range(200)} == {"h264", "hevc", "mpeg4", "mjpeg"}


def test_the_same_seed_and_index_give_the_same_pair_in_any_order() -> None:
    first, second = PairMaker(3, FORMATS), PairMaker(3, FORMATS)
    forward = [first(k) for k in range(2 * PAIRS_PER_CLIP)]
    for k in (7, 0, 5, 5, 2):
        again = second(k)
        assert again.text == forward[k].text
        assert np.array_equal(again.near, forward[k].near) and np.array_equal(again.far, forward[k].far)
    assert forward[0].text != PairMaker(4, FORMATS)(0).text


def test_pairs_show_one_plate_near_and_far() -> None:
    make = PairMaker(5, FORMATS)
    own, other, finest = [], [], []
    pairs = [make(k * PAIRS_PER_CLIP) for k in range(24)]
    for k, pair in enumerate(pairs):
        assert pair.near.shape == pair.far.shape == (40, 120) and pair.near.dtype == np.uint8
        assert pair.near_width >= NEAR_FROM and FAR_RANGE[0] <= pair.far_width <= FAR_RANGE[1]
        assert any(f.matches(pair.text) for f in FORMATS)
        own.append(np.corrcoef(pair.near.ravel(), pair.far.ravel())[0, 1])
        other.append(np.corrcoef(pair.near.ravel(), pairs[k - 1].far.ravel())[0, 1])
        finest.append([np.abs(np.diff(p.astype(float), axis=1)).mean() for p in (pair.near, pair.far)])
    assert np.median(own) > np.median(other) + 0.3
    near, far = np.array(finest).T
    assert (far < near).mean() > 0.9


def test_the_car_drives_away() -> None:
    drive = film(np.random.default_rng(2), FORMATS)
    widths = [quad.width for quad in drive.quads]
    assert widths[0] >= NEAR_FROM and widths[-1] <= FAR_RANGE[1]
    assert all(b <= a + 1e-9 for a, b in itertools.pairwise(widths))
    height, width = drive.frames[0].shape
    for quad in drive.quads:
        quad.require_inside(width, height)
