"""The lines of the plots, from what a training tells and from its log; rates from a model's card."""

from forensic_lpr.core.gate import GateResult, PairedCounts
from forensic_lpr.core.metrics import Rate
from forensic_lpr.gui.training.card_rates import gate_rows, measured_rows, other_results
from forensic_lpr.gui.training.curves import Curves
from forensic_lpr.gui.training.plot import thinned
from forensic_lpr.training.status import DgmStatus, Score, TrainingStatus


def status(samples: int, evaluations: int) -> TrainingStatus:
    scores = (Score(60, 10, evaluations, 60),) if evaluations else ()
    own = Rate(evaluations, 4) if evaluations else None
    return TrainingStatus(samples, 1.0 / samples, 10.0, None, scores, 1e-3, 1000, own, (), evaluations)


def test_every_step_goes_into_the_loss_and_each_evaluation_counts_once() -> None:
    curves = Curves()
    for samples, evaluations in ((64, 0), (128, 1), (192, 1), (256, 2)):
        curves.add(status(samples, evaluations))
    assert [x for x, _ in curves.loss] == [64, 128, 192, 256]
    assert curves.scores == {60: [(128, 0.1), (256, 0.2)]}
    assert curves.own == [(128, 0.25), (256, 0.5)]


def test_a_long_training_keeps_its_beginning_and_its_end() -> None:
    curves = Curves()
    for step in range(1, 9001):
        curves.add(status(step, 0))
    assert len(curves.loss) <= 4001
    assert curves.loss[0][0] == 1
    assert curves.loss[-1][0] == 9000
    assert len(thinned(curves.loss, 100)) == 101
    assert thinned(curves.loss, 100)[-1] == curves.loss[-1]


def test_a_dgm_tells_what_it_has_to_beat() -> None:
    curves = Curves()
    for samples, score in ((16, None), (32, 0.5), (48, 0.5), (64, 0.4)):
        curves.add_dgm(DgmStatus(samples, 1.0, 5.0, None, score, 1e-3, 100, None, 0.6))
    assert curves.held_out == [(32, 0.5), (64, 0.4)]
    assert curves.bicubic == [(16, 0.6)]


def test_the_log_gives_the_curves_back_and_damage_in_it_is_left_out() -> None:
    found = Curves.of_log(
        [
            {"samples": 320, "loss": 0.9, "widths": {"60": 0.5, "x": 1}, "own": [3, 15]},
            {"samples": "many", "loss": 0.1},
            {"samples": 640, "loss": float("nan"), "widths": [1], "own": [1, 0]},
            {},
        ]
    )
    assert found.loss == [(320, 0.9)]
    assert found.scores == {60: [(320, 0.5)]}
    assert found.own == [(320, 0.2)]


def test_the_rates_on_a_card_are_found() -> None:
    results = (
        ("photographs", "native 92.0 % (46/50), 60 px 80.0 % (40/50)"),
        ("camera", "native 89.0 % (495/556), 24 px 0.5 % (3/556)"),
        ("speed", "97 samples a second"),
    )
    series, rows = measured_rows(results, str)
    assert series == ("photographs", "camera")
    assert [row.name for row in rows] == ["native", "60 px", "24 px"]
    assert rows[1].rates == (Rate(40, 50), None)
    assert other_results(results, str) == (("speed", "97 samples a second"),)


def test_a_comparison_has_a_row_for_the_held_plates_and_for_each_standard_set() -> None:
    counts = PairedCounts(5, 1, 3, 1, 0, 2, 6)
    result = GateResult("default", "0" * 64, "own", "1" * 64, counts, (("drawn, 49 px", counts),), 0, "0")
    rows = gate_rows(result, str)
    assert [row.name for row in rows] == ["own plates, held", "drawn, 49 px"]
    assert rows[0].rates == (Rate(6, 10), Rate(8, 10))
