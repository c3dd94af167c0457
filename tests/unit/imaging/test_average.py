"""The average of plates: nearer to the clean one than any of them, and not moved by what covers a few."""

import numpy as np
import pytest
from track_scenes import drive, plane

from forensic_lpr.imaging.average import HEIGHT, WIDTH, average, registered


def clean() -> np.ndarray:
    """The plate without noise and blur, on the raster."""
    body, quad = plane()
    return registered(np.clip(np.rint(body), 0, 255).astype(np.uint8), quad).astype(float)


def noisy(count: int, noise: float = 20.0, seed: int = 0) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    truth = clean()
    return [
        np.clip(np.rint(truth + rng.normal(0, noise, truth.shape)), 0, 255).astype(np.uint8)
        for _ in range(count)
    ]


def error(plate: np.ndarray) -> float:
    return float(np.sqrt(np.mean((plate.astype(float) - clean()) ** 2)))


def test_noise_shrinks_about_as_the_root_of_the_frames() -> None:
    plates = noisy(16)
    single = min(error(plate) for plate in plates)
    assert error(average(plates, [1.0] * 16)) < single / 2.5


def test_a_followed_plate_is_averaged_below_the_error_of_any_frame() -> None:
    """Frames of a drive with noise, each rectified by its own corners, against the same drive without noise."""
    pictures, quads = drive(12, 60, 52)
    rng = np.random.default_rng(1)
    worse = [np.clip(p + rng.normal(0, 14, p.shape), 0, 255).astype(np.uint8) for p in pictures]
    truth = np.mean([registered(p, q).astype(float) for p, q in zip(pictures, quads, strict=True)], axis=0)
    plates = [registered(p, q) for p, q in zip(worse, quads, strict=True)]
    errors = [float(np.sqrt(np.mean((plate - truth) ** 2))) for plate in plates]
    found = float(np.sqrt(np.mean((average(plates, [1.0] * 12) - truth) ** 2)))
    assert found < min(errors) / 2


def test_a_covered_frame_hardly_moves_the_average() -> None:
    plates = noisy(9)
    cover = slice(WIDTH // 3, 2 * WIDTH // 3)
    covered = plates[4].copy()
    covered[:, cover] = 15
    others = average([*plates[:4], *plates[5:]], [1.0] * 8).astype(float)
    changed = average([*plates[:4], covered, *plates[5:]], [1.0] * 9).astype(float)
    plain = np.mean([p.astype(float) for p in [*plates[:4], covered, *plates[5:]]], axis=0)
    moved = [float(np.abs(way - others)[:, cover].mean()) for way in (changed, plain)]
    assert moved[0] < moved[1] / 5
    assert error(changed) < 1.1 * error(others)


def test_other_exposures_are_brought_to_that_of_the_heaviest() -> None:
    plates = noisy(8, noise=6.0)
    darker = [np.clip(0.6 * p.astype(float) + 10, 0, 255).astype(np.uint8) for p in plates[4:]]
    found = average([*plates[:4], *darker], [3.0] + [1.0] * 7)
    assert error(found) < min(error(plate) for plate in plates)


def test_weights_say_whom_to_believe() -> None:
    plates = [*noisy(3, 4.0), *noisy(2, 60.0, seed=3)]
    trusted = average(plates, [1, 1, 1, 0.01, 0.01])
    assert error(trusted) < error(average(plates, [0.05, 0.05, 0.05, 1, 1]))
    assert np.array_equal(average(plates, [0, 1, 0, 0, 0]), plates[1])
    assert np.array_equal(average(plates, [0] * 5), average(plates, [2] * 5))


def test_it_is_the_same_every_time_and_cannot_be_written() -> None:
    plates = noisy(5)
    first, second = average(plates, [1, 2, 3, 2, 1]), average(plates, [1, 2, 3, 2, 1])
    assert np.array_equal(first, second) and first.shape == (HEIGHT, WIDTH)
    assert not first.flags.writeable


def test_frames_that_are_flat_do_not_break_it() -> None:
    flat = np.full((HEIGHT, WIDTH), 90, np.uint8)
    assert np.array_equal(average([flat, flat, flat], [1, 1, 1]), flat)


@pytest.mark.parametrize("weights", [[1.0], [1.0, -1.0], [1.0, np.nan]])
def test_what_makes_no_sense_is_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError):
        average(noisy(2), weights)
    with pytest.raises(ValueError):
        average([], [])
