"""Scores of readings by plate width, with counts and intervals."""

from dataclasses import dataclass

import numpy as np

from forensic_lpr.core.metrics import Rate, characters_right
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.recognition.calibration import expected_calibration_error

TOP = 5


@dataclass(frozen=True)
class Outcome:
    """One plate read.

    Attributes:
        truth: Plate text.
        ranked: Texts with syntax, best first.
        confidences: Probability of the likeliest character of each slot, without syntax.
        right: Whether that character is the true one.
        covered: Whether the true character is in the slot's set; empty for weights without calibration.
    """

    truth: str
    ranked: tuple[str, ...]
    confidences: tuple[float, ...] = ()
    right: tuple[bool, ...] = ()
    covered: tuple[bool, ...] = ()

    @property
    def best(self) -> str:
        """The likeliest text, empty when none was found."""
        return self.ranked[0] if self.ranked else ""


@dataclass(frozen=True)
class WidthScore:
    """Figures at one width.

    Attributes:
        exact: Whole plates right.
        all_but_one: Plates with at most one character wrong.
        characters: Characters right.
        top5: Plates whose truth is among the five likeliest texts.
        calibration_error: Expected calibration error of the likeliest characters, without syntax.
        covered: Slots whose true character is in their set; n is 0 without calibration.
    """

    exact: Rate
    all_but_one: Rate
    characters: Rate
    top5: Rate
    calibration_error: float
    covered: Rate


def outcome(truth: str, ranked: tuple[str, ...], slots: SlotProbabilities) -> Outcome:
    """The outcome of one plate; a truth of another length than the slots tells nothing about them."""
    if len(truth) != len(slots.log_probabilities):
        return Outcome(truth, ranked)
    best = [top[0] for top in slots.top(1)]
    return Outcome(
        truth,
        ranked,
        tuple(probability for _, probability in best),
        tuple(symbol == character for (symbol, _), character in zip(best, truth, strict=True)),
        tuple(character in kept for kept, character in zip(slots.sets, truth, strict=True))
        if slots.sets
        else (),
    )


def score(outcomes: list[Outcome], each: int = 1) -> WidthScore:
    """Figures of a list of outcomes, of which so many ``each`` belong to one plate."""
    n = len(outcomes)
    right = [characters_right(o.truth, o.best) for o in outcomes]
    return WidthScore(
        exact=Rate(sum(o.best == o.truth for o in outcomes), n, each),
        all_but_one=Rate(sum(len(o.truth) - r <= 1 for o, r in zip(outcomes, right, strict=True)), n, each),
        characters=Rate(sum(right), sum(len(o.truth) for o in outcomes), each),
        top5=Rate(sum(o.truth in o.ranked[:TOP] for o in outcomes), n, each),
        calibration_error=expected_calibration_error(
            np.array([p for o in outcomes for p in o.confidences]),
            np.array([r for o in outcomes for r in o.right]),
        ),
        covered=Rate(sum(sum(o.covered) for o in outcomes), sum(len(o.covered) for o in outcomes), each),
    )


def table_text(scores: dict[str, WidthScore]) -> str:
    """The figures as a plain table: percent, counts, 95 % interval."""
    titles = ("exact", "all but one", "characters", "top-5 exact", "in set")
    widths = (28, 28, 32, 28, 32)
    lines = [
        f"{'width':>7} {'n':>5}  {' '.join(t.ljust(w) for t, w in zip(titles, widths, strict=True))} ECE"
    ]
    for name, row in scores.items():
        rates = (row.exact, row.all_but_one, row.characters, row.top5, row.covered)
        cells = " ".join(_cell(rate).ljust(width) for rate, width in zip(rates, widths, strict=True))
        lines.append(f"{name:>7} {row.exact.n:>5}  {cells} {100 * row.calibration_error:.1f} %")
    return "\n".join(lines)


def _cell(rate: Rate) -> str:
    if rate.n == 0:
        return "–"
    low, high = rate.interval
    return f"{100 * rate.value:5.1f} % ({rate.hits}/{rate.n}) [{100 * low:.0f}–{100 * high:.0f}]"


def table_data(scores: dict[str, WidthScore]) -> dict[str, object]:
    """The figures as plain data: rates, counts and intervals by width."""
    rows: dict[str, object] = {}
    for width, row in scores.items():
        rates = {
            "exact": row.exact,
            "all_but_one": row.all_but_one,
            "characters": row.characters,
            "top5": row.top5,
        }
        rows[width] = {
            "n": row.exact.n,
            **{name: rate.value for name, rate in rates.items()},
            "counts": {name: [rate.hits, rate.n] for name, rate in rates.items()},
            "calibration_error": row.calibration_error,
            "covered": row.covered.value if row.covered.n else None,
            "intervals": {name: list(rate.interval) for name, rate in rates.items()},
        }
    return {"widths": rows}
