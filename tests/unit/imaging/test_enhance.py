"""Enhancements against brute force and known truths."""

import inspect
import math

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_lpr.core.catalogue import OPERATIONS as CATALOGUE
from forensic_lpr.core.catalogue import Operation
from forensic_lpr.core.progress import silent
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.errors import RecipeInvalid
from forensic_lpr.imaging.enhance import OPERATIONS, noise
from forensic_lpr.imaging.enhance.luma import luma
from forensic_lpr.imaging.pipeline import apply

Image = NDArray[np.uint8]
RNG = np.random.default_rng(20261124)
PHOTO = np.clip(
    cv2.GaussianBlur(RNG.normal(120, 500, (90, 140, 3)), (0, 0), 4) + RNG.normal(0, 6, (90, 140, 3)), 0, 255
).astype(np.uint8)


def enhanced(name: str, image: Image = PHOTO, **values: float | str) -> Image:
    return apply(Recipe((Step.of(name, **values),)), image)


def grey(values: NDArray[np.generic]) -> Image:
    return np.repeat(np.asarray(values, np.uint8)[..., None], 3, axis=2)


# --- all of them


def test_the_catalogue_and_the_functions_agree() -> None:
    assert list(OPERATIONS) == [operation.name for operation in CATALOGUE]
    for operation in CATALOGUE:
        given = list(inspect.signature(OPERATIONS[operation.name]).parameters)
        assert given == ["image", "progress", *(parameter.name for parameter in operation.parameters)]


@pytest.mark.parametrize("operation", CATALOGUE, ids=lambda o: o.name)
@pytest.mark.parametrize("shape", [(90, 140), (1, 1), (2, 1), (1, 9), (7, 3)])
def test_size_kind_and_bits_hold(operation: Operation, shape: tuple[int, int]) -> None:
    image = np.ascontiguousarray(PHOTO[: shape[0], : shape[1]])
    before = image.copy()
    image.setflags(write=False)
    recipe = Recipe((Step.of(operation.name),))
    first = apply(recipe, image)
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        second = apply(recipe, image)
    finally:
        cv2.setNumThreads(threads)
    assert first.dtype == np.uint8 and first.shape == image.shape
    assert not first.flags.writeable
    assert (first == second).all()
    assert (image == before).all()


@pytest.mark.parametrize("operation", CATALOGUE, ids=lambda o: o.name)
@pytest.mark.parametrize("level", [0, 1, 128, 255])
def test_an_even_grey_picture_gains_no_structure(operation: Operation, level: int) -> None:
    result = enhanced(operation.name, grey(np.full((40, 50), level)))
    assert np.ptp(result.reshape(-1, 3), axis=0).tolist() == [0, 0, 0]


# --- light


def test_levels_spread_as_the_formula_says() -> None:
    result = enhanced("levels", black=40, white=200)
    expected = np.clip(np.rint((PHOTO.astype(float) - 40) * 255 / 160), 0, 255)
    assert (result == expected).all()
    assert (enhanced("levels") == PHOTO).all()


@pytest.mark.parametrize("value", [0.5, 1.7, 2.2])
def test_gamma_is_undone_by_its_reciprocal(value: float) -> None:
    middle = grey(np.arange(60, 250).reshape(10, 19))
    back = enhanced("gamma", enhanced("gamma", middle, gamma=value), gamma=1 / value)
    assert np.abs(back.astype(int) - middle).max() <= 2
    ends = grey(np.array([[0, 255]]))
    assert (enhanced("gamma", ends, gamma=value) == ends).all()
    assert (enhanced("gamma", gamma=1.0) == PHOTO).all()
    assert enhanced("gamma", gamma=2.0).mean() > PHOTO.mean() > enhanced("gamma", gamma=0.5).mean()


@pytest.mark.parametrize(("low", "high"), [(0, 0), (1, 2.5), (20, 20)])
def test_stretch_turns_no_more_than_its_shares_black_and_white(low: float, high: float) -> None:
    image = grey(np.clip(RNG.normal(110, 20, (80, 80)), 0, 255))
    result = enhanced("stretch", image, low=low, high=high)
    flat = np.sort(image[..., 0].ravel())
    allowed_low, allowed_high = int(low / 100 * flat.size), int(high / 100 * flat.size)
    black, white = int(flat[allowed_low]), int(flat[flat.size - 1 - allowed_high])
    expected = np.clip(np.rint((image.astype(float) - black) * 255 / (white - black)), 0, 255)
    assert (result == expected).all()


def test_clahe_raises_weak_contrast_within_its_limit_and_keeps_the_colour_differences() -> None:
    weak = grey(np.clip(RNG.normal(100, 4, (128, 128)), 0, 255))
    gentle, strong = (enhanced("clahe", weak, limit=limit, tiles=4).std() for limit in (2, 8))
    assert weak.std() * 1.3 < gentle < strong
    tinted = np.clip(weak.astype(int) + np.array([20, 0, -15]), 0, 255).astype(np.uint8)
    result = enhanced("clahe", tinted).astype(int)
    inside = (result > 0).all(axis=2) & (result < 255).all(axis=2)
    assert inside.mean() > 0.9
    assert (result[..., 0] - result[..., 2])[inside].tolist() == [35] * int(inside.sum())
    # One tile and no limit to speak of is plain equalisation: the order of grey levels stays.
    whole = enhanced("clahe", weak, limit=10, tiles=2)[..., 0]
    assert np.corrcoef(whole.ravel(), weak[..., 0].ravel())[0, 1] > 0.9


# --- colour


def test_grey_world_makes_the_means_equal() -> None:
    tinted = np.clip(PHOTO * np.array([0.5, 0.8, 0.65]), 0, 255).astype(np.uint8)
    means = enhanced("grey-world", tinted).reshape(-1, 3).mean(axis=0)
    assert np.ptp(means) < 1.0 < np.ptp(tinted.reshape(-1, 3).mean(axis=0))


def test_a_neutral_point_becomes_grey_and_must_lie_inside() -> None:
    tinted = np.full((20, 30, 3), (90, 120, 60), np.uint8)
    tinted[5:8, 10:13] = (200, 100, 100)
    result = enhanced("neutral-point", tinted, x=11, y=6, radius=1)
    assert np.ptp(result[6, 11].astype(int)) <= 1
    assert result[0, 0, 0] < tinted[0, 0, 0]  # what was redder elsewhere is now less so
    corner = enhanced("neutral-point", tinted, x=0, y=0, radius=50)  # the square is cut to the picture
    assert np.ptp(corner.reshape(-1, 3).astype(float).mean(axis=0)) < 1.0
    for x, y in ((30, 0), (0, 20)):
        with pytest.raises(RecipeInvalid, match="outside the picture"):
            enhanced("neutral-point", tinted, x=x, y=y)


def test_black_stays_black_where_colours_are_weighed() -> None:
    black = np.zeros((4, 4, 3), np.uint8)
    assert (enhanced("grey-world", black) == 0).all()
    red = np.zeros((4, 4, 3), np.uint8)
    red[..., 0] = 200
    assert (enhanced("grey-world", red)[..., 1:] == 0).all()


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("red", lambda r, g, b: r),
        ("green", lambda r, g, b: g),
        ("blue", lambda r, g, b: b),
        ("luma", lambda r, g, b: 0.299 * r + 0.587 * g + 0.114 * b),
        ("cb", lambda r, g, b: 128 - 0.168736 * r - 0.331264 * g + 0.5 * b),
        ("cr", lambda r, g, b: 128 + 0.5 * r - 0.418688 * g - 0.081312 * b),
        ("saturation", lambda r, g, b: 255 * (max(r, g, b) - min(r, g, b)) / max(r, g, b, 1)),
    ],
)
def test_a_channel_is_what_the_standard_says(name: str, truth: object) -> None:
    image = RNG.integers(0, 256, (12, 9, 3), dtype=np.uint8)
    result = enhanced("channel", image, channel=name)
    assert (result[..., 0] == result[..., 1]).all() and (result[..., 1] == result[..., 2]).all()
    for y in range(12):
        for x in range(9):
            expected = truth(*(float(v) for v in image[y, x]))  # type: ignore[operator]
            assert abs(float(result[y, x, 0]) - np.clip(expected, 0, 255)) <= 0.501


# --- noise


@pytest.mark.parametrize("name", ["bilateral", "non-local-means"])
def test_noise_falls_and_a_strong_edge_stays(name: str) -> None:
    clean = grey(np.tile(np.where(np.arange(96) < 48, 60, 190), (96, 1)))
    noisy = np.clip(clean + RNG.normal(0, 8, clean.shape), 0, 255).astype(np.uint8)
    values = {"strength": 9} if name == "non-local-means" else {"levels": 40}
    result = enhanced(name, noisy, **values).astype(float)
    before, after = (np.abs(p.astype(float) - clean).mean() for p in (noisy, result))
    assert after < 0.6 * before
    assert result[:, 50:54].mean() - result[:, 42:46].mean() > 120


def test_a_bilateral_filter_is_the_weighted_mean_that_it_says() -> None:
    image = grey(np.clip(RNG.normal(100, 15, (15, 15)), 0, 255))
    result = enhanced("bilateral", image, space=1.0, levels=30)
    for y, x in ((7, 7), (5, 9)):
        total = weight = 0.0
        for dy in range(-2, 3):
            for dx in range(-2, 3):
                if math.hypot(dx, dy) > 2:
                    continue  # OpenCV's window is round
                near = float(image[y + dy, x + dx, 0])
                unlike = 3 * abs(near - float(image[y, x, 0]))
                w = math.exp(-(dx * dx + dy * dy) / 2 - unlike**2 / (2 * 30.0**2))
                total, weight = total + w * near, weight + w
        assert abs(float(result[y, x, 0]) - total / weight) < 1.0


def test_bands_give_what_the_whole_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("bilateral", "non-local-means")
    image = np.clip(RNG.normal(120, 30, (130, 40, 3)), 0, 255).astype(np.uint8)
    banded = [enhanced(name, image) for name in names]
    monkeypatch.setattr(noise, "_BAND", 10_000)
    for name, result in zip(names, banded, strict=True):
        assert (enhanced(name, image) == result).all()


def test_heavy_operations_tell_their_progress_and_can_be_cancelled() -> None:
    class Enough(Exception):
        pass

    for name in ("bilateral", "non-local-means", "lucy-motion", "lucy-defocus"):
        told: list[int] = []

        def progress(done: int, total: int | None, text: str = "", told: list[int] = told) -> None:
            told.append(done)
            if len(told) == 3:
                raise Enough

        with pytest.raises(Enough):
            OPERATIONS[name](np.repeat(PHOTO, 3, axis=0), progress, **dict(Step.of(name).parameters))
        assert told == sorted(told)
        assert silent(1, 1) is None


# --- interlacing


def comb() -> Image:
    """Rows that name themselves: 10, 20, 30 …"""
    return grey(np.tile(10 * (np.arange(9) + 1)[:, None], (1, 6)))


@pytest.mark.parametrize(
    ("method", "field", "rows"),
    [
        ("weave", "top", [10, 20, 30, 40, 50, 60, 70, 80, 90]),
        ("bob", "top", [10, 10, 30, 30, 50, 50, 70, 70, 90]),
        ("bob", "bottom", [20, 20, 20, 40, 40, 60, 60, 80, 80]),
        ("linear", "top", [10, 20, 30, 40, 50, 60, 70, 80, 90]),
        ("linear", "bottom", [20, 20, 30, 40, 50, 60, 70, 80, 80]),
        ("edge", "top", [10, 20, 30, 40, 50, 60, 70, 80, 90]),
    ],
)
def test_deinterlacing_keeps_the_lines_of_its_field(method: str, field: str, rows: list[int]) -> None:
    result = enhanced("deinterlace", comb(), method=method, field=field)
    assert result[:, 0, 0].tolist() == rows
    assert (result == result[:, :1]).all()


@pytest.mark.parametrize("method", ["bob", "linear", "edge"])
def test_what_moved_between_the_fields_is_combed_no_more(method: str) -> None:
    wide, late = (grey(np.tile(np.where((np.arange(60) // 6 + k) % 2, 200, 40), (40, 1))) for k in (0, 1))
    woven = wide.copy()
    woven[1::2] = late[1::2]
    assert (enhanced("deinterlace", woven, method=method, field="top") == wide).all()
    assert (enhanced("deinterlace", woven, method=method, field="bottom") == late).all()


def test_a_slanted_edge_is_smoother_along_it() -> None:
    y, x = np.mgrid[0:60, 0:60]
    truth = grey(np.where(x > 15 + y, 210, 40))  # one pixel a row, two between the lines of a field
    error = {
        method: np.abs(enhanced("deinterlace", truth, method=method).astype(int) - truth).mean()
        for method in ("bob", "linear", "edge")
    }
    assert error["edge"] < 0.5 * min(error["bob"], error["linear"])


def test_luma_is_that_of_bt601() -> None:
    assert luma(PHOTO) == pytest.approx(PHOTO.astype(float) @ [0.299, 0.587, 0.114], abs=1e-9)
