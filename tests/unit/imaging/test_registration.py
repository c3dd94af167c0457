import numpy as np
import pytest
from track_scenes import SIZE, corner_errors, drive

from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import QuadInvalid
from forensic_lpr.imaging.registration import PATIENCE, Follower, Step


def _follow(pictures: list, quad: Quad) -> list[Step]:
    follower = Follower(pictures[0], quad)
    steps = []
    for picture in pictures[1:]:
        steps.append(follower.step(picture))
        if steps[-1].stop:
            break
    return steps


def _errors(steps: list[Step], truth: list) -> np.ndarray:
    return np.concatenate([corner_errors(s.quad, t) for s, t in zip(steps, truth, strict=False) if s.quad])


@pytest.mark.parametrize(("near", "far"), [(60, 60), (88, 22), (26, 78)])
def test_corners_are_followed_through_motion_perspective_and_distance(near: float, far: float) -> None:
    pictures, truth = drive(24, near, far)
    steps = _follow(pictures, truth[0])
    errors = _errors(steps, truth[1:])
    assert len(errors) == 23 * 4 and all(s.stop == "" for s in steps)
    assert np.median(errors) <= 0.5 and np.percentile(errors, 95) <= 1.5
    assert min(s.score for s in steps) > 0.8


def test_following_is_the_same_each_time() -> None:
    pictures, truth = drive(5, 50, 45)
    assert _follow(pictures, truth[0]) == _follow(pictures, truth[0])


def test_errors_do_not_add_up() -> None:
    """Fifty frames on, the last corners are as good as the first: the marked patch stays the reference."""
    pictures, truth = drive(50, 55, 50, shift=(0.5, 0.2))
    steps = _follow(pictures, truth[0])
    early, late = _errors(steps[:10], truth[1:11]), _errors(steps[-10:], truth[-10:])
    assert np.median(late) < np.median(early) + 0.2 and late.max() < 1.0


def test_a_hidden_plate_is_found_again() -> None:
    pictures, truth = drive(20, 60, 52)
    for k in range(8, 14):
        pictures[k] = np.full_like(pictures[k], 90) + (np.arange(SIZE[0]) % 23).astype(np.uint8)
    steps = _follow(pictures, truth[0])
    assert [s.quad is None for s in steps] == [8 <= k < 14 for k in range(1, 20)]
    assert np.percentile(_errors(steps, truth[1:]), 95) <= 1.5


def test_a_plate_that_stays_hidden_is_lost_for_a_reason() -> None:
    pictures, truth = drive(6, 60, 58)
    blank = np.random.default_rng(0).integers(60, 140, pictures[0].shape).astype(np.uint8)
    steps = _follow([*pictures, *[blank] * 40], truth[0])
    assert len(steps) == 5 + PATIENCE and all(s.quad is None for s in steps[5:])
    assert "lost" in steps[-1].stop and str(PATIENCE) in steps[-1].stop


def test_leaving_the_picture_is_a_reason() -> None:
    pictures, truth = drive(40, 60, 60, shift=(6.0, 0.0))
    middle = 18
    steps = _follow(pictures[middle:], truth[middle])
    assert steps[-1].stop == "The plate leaves the picture."
    last = truth[middle + len(steps) - 1]
    assert last.bounds()[2] <= SIZE[0] + 9  # seen off at the edge, not long after
    assert all(s.quad is not None for s in steps[:-1])


def test_getting_too_small_is_a_reason() -> None:
    pictures, truth = drive(30, 40, 6)
    steps = _follow(pictures, truth[0])
    assert "too small" in steps[-1].stop
    assert 8 < truth[len(steps)].width < 13


@pytest.mark.parametrize(
    ("quad", "words"),
    [
        (Quad.from_box(-4, 10, 60, 20), "outside"),
        (Quad.from_box(100, 60, 8, 3), "to be followed"),
        (Quad.from_box(60, 60, 60, 20), "nothing to follow"),
    ],
)
def test_what_cannot_be_followed_is_refused(quad: Quad, words: str) -> None:
    with pytest.raises(QuadInvalid, match=words):
        Follower(np.full((160, 240), 80, np.uint8), quad)


def test_pictures_that_show_anything_else_are_survived() -> None:
    pictures, truth = drive(3, 40, 40)
    rng = np.random.default_rng(0)
    wild = [rng.integers(0, 256, (160, 240)).astype(np.uint8) for _ in range(3)]
    stripes = [np.tile(np.array([0, 255] * 3, np.uint8).repeat(8), (160, 5)), np.zeros((160, 240), np.uint8)]
    steps = _follow([*pictures, *wild, *stripes, pictures[2]], truth[0])
    assert [s.quad is not None for s in steps] == [True, True, *[False] * 5, True]
