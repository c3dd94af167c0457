import math

import numpy as np
import pytest

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.evaluation.rules import mean, product, surest, vote
from forensic_lpr.evaluation.trackfit import fit_plate_temperature, fit_temperature, fit_temperatures
from forensic_lpr.evaluation.tracks import TrackOutcome, calibration_of, choose, score_tracks
from forensic_lpr.evaluation.tracktables import scores_data, scores_text
from forensic_lpr.recognition.fusion import fuse

AB = Alphabet("ABC")


def _slots(*rows: list[float]) -> SlotProbabilities:
    return SlotProbabilities(np.log(np.array(rows, dtype=float)), AB)


UNSURE, SURE = _slots([0.5, 0.45, 0.05]), _slots([0.05, 0.93, 0.02])


def test_the_rules_differ_as_they_should() -> None:
    frames, weights = [UNSURE, UNSURE, SURE], [1.0, 1.0, 1.0]
    assert vote(frames, weights, ()).text == "A"
    assert vote(frames, weights, ()).probability == pytest.approx(2 / 3)
    assert surest(frames, weights, ()).text == "B" and surest(
        frames, weights, ()
    ).probability == pytest.approx(0.93)
    assert mean(frames, weights, ()).probability == pytest.approx((0.45 * 2 + 0.93) / 3)
    assert product(frames, weights, ()).text == "B"


def test_a_tied_vote_goes_to_the_surer_frame() -> None:
    assert vote([UNSURE, SURE], [1, 1], ()).text == "B"
    assert vote([SURE, UNSURE], [1, 1], ()).text == "B"


def test_the_syntax_restricts_every_rule() -> None:
    only_ac = (frozenset("AC"),)
    for rule in (product, vote, mean, surest):
        assert rule([SURE, SURE], [1, 1], (only_ac,)).text == "A", rule


def test_the_calibration_error_is_the_gap_between_claim_and_truth() -> None:
    assert calibration_of([(0.95, True)] * 19 + [(0.95, False)]).error == pytest.approx(0)
    assert calibration_of([(0.95, False)] * 4).error == pytest.approx(0.95)
    verdicts = [(0.31, True), (0.39, False), (0.9, True), (1.0, False)]
    by_hand = 0.5 * abs((0.31 + 0.39) / 2 - 0.5) + 0.5 * abs((0.9 + 1.0) / 2 - 0.5)
    assert calibration_of(verdicts).error == pytest.approx(by_hand)
    assert calibration_of([]).error == calibration_of([]).by_chance == 0


def test_chance_alone_makes_an_error_that_shrinks_with_the_number_of_verdicts() -> None:
    """Twenty verdicts claimed at 50 %: the mean deviation of a share of 20 from one half is 8.8 points."""
    assert calibration_of([(0.55, True)] * 20).by_chance == pytest.approx(0.088, abs=0.01)
    assert calibration_of([(0.55, True)] * 2000).by_chance == pytest.approx(0.0089, abs=0.001)
    assert calibration_of([(1.0, True)] * 20).by_chance == 0


def test_the_choice_of_frames_is_fixed_and_without_repeats() -> None:
    assert choose(15, 5, 1, 0) == choose(15, 5, 1, 0) != choose(15, 5, 1, 1)
    assert len(set(choose(15, 5, 1, 0))) == 5 and choose(3, 5, 1, 0) == [0, 1, 2]


def test_the_fitted_temperature_makes_the_truth_likeliest() -> None:
    """Ten identical frames are worth one: the right temperature is ten times that of one frame."""
    rng = np.random.default_rng(0)
    outcomes = []
    for _ in range(300):
        row = rng.dirichlet([1.0, 1.0, 1.0])
        truth = AB.symbols[int(rng.choice(3, p=row))]
        outcomes.append(TrackOutcome(truth, 30.0, (_slots(row.tolist()),) * 10, (1.0,) * 10, 10, {}, ()))
    found = fit_temperature(outcomes, 10, 0)
    assert found == pytest.approx(10, rel=0.25)

    def loss(temperature: float) -> float:
        return -sum(
            fuse(o.frames, o.weights, temperature).log_probabilities[0, AB.symbols.index(o.truth)]
            for o in outcomes
        )

    assert loss(found) <= min(loss(found * 1.1), loss(found / 1.1)) + 1e-9
    assert math.isclose(fit_temperature(outcomes, 1, 0), 1.0, rel_tol=0.25)


def test_the_scores_count_hits_frames_and_corners() -> None:
    averages = {1: SURE, 3: SURE, 5: UNSURE, 15: SURE}
    good = TrackOutcome("B", 29.9, (SURE, SURE, UNSURE), (1.0, 1.0, 1.0), 4, averages, (0.1, 0.3))
    bad = TrackOutcome("C", 30.0, (SURE,), (1.0,), 4, averages, (2.0,))
    scores = score_tracks([good, bad], (), 0)
    assert scores.exact[15]["product"].hits == 1 and scores.exact[15]["product"].n == 2
    assert [scores.exact[count]["pixel average"].hits for count in (1, 3, 5, 15)] == [1, 1, 0, 1]
    assert (scores.found.hits, scores.found.n) == (4, 8)
    assert scores.corners[0] == pytest.approx(0.3) and scores.corners[2] == pytest.approx(2.0)
    assert set(scores.exact) == {1, 3, 5, 15}


def _drive(truth: str, width: float, frames: int) -> TrackOutcome:
    """Frames that all say B, with an unsure one that says A at the end where there are several."""
    said = (SURE,) * (frames - 1) + (UNSURE,) if frames > 1 else (UNSURE,)
    return TrackOutcome(truth, width, said, (1.0,) * frames, frames, dict.fromkeys((1, 3, 5, 15), SURE), ())


def test_the_bands_hold_the_tracks_of_their_widths_and_pair_one_frame_with_five() -> None:
    """In 30–35 px one track of two is read from one frame, so that band alone is half readable."""
    outcomes = [_drive("B", 27.0, 1), _drive("B", 30.0, 5), _drive("A", 34.9, 1), _drive("B", 44.0, 5)]
    for seed in range(100):  # until one frame of the second track is the unsure one
        scores = score_tracks(outcomes, (), seed)
        middle = scores.bands[1]
        if middle.gain.only_after:
            break
    assert [band.limits for band in scores.bands] == [(25, 30), (30, 35), (40, 45)]
    assert [band.gain.n for band in scores.bands] == [1, 2, 1]
    assert (middle.exact[1].hits, middle.exact[5].hits) == (1, 2)
    assert (middle.gain.both, middle.gain.only_before, middle.gain.only_after) == (1, 0, 1)
    assert [band.half_readable for band in scores.bands] == [False, True, False]
    assert scores.half_readable == middle.gain
    data = scores_data(scores)
    half = data["half_readable"]
    assert isinstance(half, dict) and half["bands"] == [[30.0, 35.0]]
    told = scores_text(scores)
    assert "where 1 frame reads 30–70 % (30–35 px, n = 2): +50.0" in told


def test_no_band_is_said_to_be_half_readable_where_none_is() -> None:
    told = scores_text(score_tracks([_drive("B", 27.0, 1), _drive("A", 44.0, 1)], (), 0))
    assert "no band where 1 frame reads 30–70 %" in told


def test_the_product_is_set_against_every_other_rule_on_the_same_frames() -> None:
    wavering = TrackOutcome(
        "B", 31.0, (UNSURE, UNSURE, SURE), (1.0, 1.0, 1.0), 3, dict.fromkeys((1, 3, 5, 15), UNSURE), ()
    )
    ahead = score_tracks([wavering], (), 0).ahead[3]
    assert set(ahead) == {"vote", "mean", "best single frame", "pixel average"}
    assert (ahead["vote"].only_after, ahead["vote"].difference) == (1, 1.0)
    assert (ahead["best single frame"].both, ahead["best single frame"].difference) == (1, 0.0)


def test_the_temperature_left_for_plates_is_one_where_slots_err_apart_and_not_where_they_err_together() -> (
    None
):
    """Drawn from the claimed probabilities: two slots that are right or wrong together make a plate right more often
    than their product says, so its claim must be made sharper."""
    rng = np.random.default_rng(1)
    apart, together = [], []
    for _ in range(1500):
        sure = float(rng.uniform(0.4, 0.95))
        slots = _slots([sure, 1 - sure, 1e-9], [sure, 1 - sure, 1e-9])
        one, other = rng.random(2)
        for found, draws in ((apart, (one, other)), (together, (one, one))):
            truth = "".join("A" if draw < sure else "B" for draw in draws)
            found.append(TrackOutcome(truth, 30.0, (slots,), (1.0,), 1, {}, ()))
    assert fit_plate_temperature(apart, 1, 1.0, (), 0) == pytest.approx(1.0, abs=0.12)
    assert fit_plate_temperature(together, 1, 1.0, (), 0) < 0.85


def test_one_frame_is_given_no_temperature_of_its_own() -> None:
    flat = [TrackOutcome("A", 30.0, (UNSURE,) * 3, (1.0,) * 3, 3, {}, ())]
    one, three = fit_temperatures(flat, (1, 3), (), 0)
    assert (one.frames, one.temperature, three.frames) == (1, 1.0, 3)
    assert three.temperature == fit_temperature(flat, 3, 0) != 1.0
