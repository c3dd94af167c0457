"""Scores of readings by plate width, with counts and intervals."""

from dataclasses import dataclass

from forensic_lpr.core.metrics import Rate, characters_right

TOP = 5


@dataclass(frozen=True)
class Outcome:
    """One plate read: the truth and the ranked texts, best first."""

    truth: str
    ranked: tuple[str, ...]

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
    """

    exact: Rate
    all_but_one: Rate
    characters: Rate
    top5: Rate


def score(outcomes: list[Outcome]) -> WidthScore:
    """Figures of a list of outcomes."""
    n = len(outcomes)
    right = [characters_right(o.truth, o.best) for o in outcomes]
    return WidthScore(
        exact=Rate(sum(o.best == o.truth for o in outcomes), n),
        all_but_one=Rate(sum(len(o.truth) - r <= 1 for o, r in zip(outcomes, right, strict=True)), n),
        characters=Rate(sum(right), sum(len(o.truth) for o in outcomes)),
        top5=Rate(sum(o.truth in o.ranked[:TOP] for o in outcomes), n),
    )


def table_text(scores: dict[str, WidthScore]) -> str:
    """The figures as a plain table: percent, counts, 95 % interval."""
    lines = [
        f"{'width':>7} {'n':>5}  {'exact':<28} {'all but one':<28} {'characters':<32} {'top-5 exact':<28}".rstrip()
    ]
    for width, row in scores.items():
        cells = [_cell(rate) for rate in (row.exact, row.all_but_one, row.characters, row.top5)]
        lines.append(
            f"{width:>7} {row.exact.n:>5}  {cells[0]:<28} {cells[1]:<28} {cells[2]:<32} {cells[3]:<28}".rstrip()
        )
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
            "intervals": {name: list(rate.interval) for name, rate in rates.items()},
        }
    return {"widths": rows}
