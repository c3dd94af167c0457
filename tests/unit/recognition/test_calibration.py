"""Calibration against plates whose true probabilities are known by construction."""

import numpy as np
import pytest

from forensic_lpr.recognition.calibration import WIDTH_EDGES, expected_calibration_error, fit

SLOTS, CLASSES = 7, 10


def _plates(seed: int, count: int, sharpness: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Truth drawn from known probabilities; what is said is those probabilities sharpened."""
    rng = np.random.default_rng(seed)
    true = np.log(rng.dirichlet(np.full(CLASSES, 0.4), (count, SLOTS)))
    truth = np.array([[rng.choice(CLASSES, p=np.exp(row)) for row in plate] for plate in true])
    said = true * sharpness
    said -= np.log(np.exp(said).sum(axis=-1, keepdims=True))
    widths = rng.uniform(15, 110, count)
    return said, truth, widths


def _judged(calibration, said, truth, widths):  # type: ignore[no-untyped-def]
    after = np.stack([calibration.apply(s, w) for s, w in zip(said, widths, strict=True)])
    sets = [calibration.sets(s, w) for s, w in zip(after, widths, strict=True)]
    covered = np.mean(
        [
            int(t) in kept
            for plate, row in zip(sets, truth, strict=True)
            for kept, t in zip(plate, row, strict=True)
        ]
    )
    error = expected_calibration_error(np.exp(after.max(-1)).ravel(), (after.argmax(-1) == truth).ravel())
    return error, covered, np.mean([len(kept) for plate in sets for kept in plate])


@pytest.mark.parametrize("sharpness", [0.5, 1.0, 2.5])
def test_the_temperature_that_was_put_in_is_found_and_new_plates_are_honest(sharpness: float) -> None:
    calibration = fit(*_plates(1, 2400, sharpness), "made up")
    assert np.array(calibration.temperatures) == pytest.approx(sharpness, rel=0.2)
    said, truth, widths = _plates(2, 1200, sharpness)
    before = expected_calibration_error(np.exp(said.max(-1)).ravel(), (said.argmax(-1) == truth).ravel())
    error, covered, size = _judged(calibration, said, truth, widths)
    assert error < 0.02
    assert 0.935 < covered < 0.965
    assert 1 < size < CLASSES
    if sharpness != 1.0:
        assert before > 0.08


def test_each_width_class_has_its_own_calibration() -> None:
    sharp, soft = _plates(3, 2000, 3.0), _plates(4, 2000, 0.5)
    wide = sharp[2] >= 60
    narrow = soft[2] < 60
    merged = [np.concatenate([a[wide], b[narrow]]) for a, b in zip(sharp, soft, strict=True)]
    calibration = fit(*merged, "made up")
    by_class = np.array(calibration.temperatures).mean(axis=1)
    assert by_class[calibration.width_class(20)] < 0.7 < 2 < by_class[calibration.width_class(100)]
    assert [calibration.width_class(w) for w in (0, 24, 31.9, 32, 500)] == [0, 1, 1, 2, len(WIDTH_EDGES)]


def test_a_set_is_never_empty_and_starts_with_the_likeliest() -> None:
    calibration = fit(*_plates(1, 2400, 1.0), "made up")
    flat = np.log(np.full((SLOTS, CLASSES), 1 / CLASSES))
    for kept in calibration.sets(flat, 50):
        assert kept and kept[0] == 0
    certain = np.full((SLOTS, CLASSES), -50.0)
    certain[:, 3] = 0.0
    assert calibration.sets(certain, 50) == ((3,),) * SLOTS


def test_too_few_plates_are_refused() -> None:
    with pytest.raises(ValueError, match="width class"):
        fit(*_plates(1, 60, 1.0), "made up")


def test_the_error_is_the_mean_gap() -> None:
    confidences = np.array([0.9] * 10 + [0.5] * 10)
    right = np.array([True] * 8 + [False] * 2 + [True] * 5 + [False] * 5)
    assert expected_calibration_error(confidences, right) == pytest.approx(0.05)
    assert expected_calibration_error(np.array([]), np.array([], dtype=bool)) == 0.0
