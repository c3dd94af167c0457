"""The paper's Table 2, Table 3 and Figure 4 from counts of characters read right."""

from collections.abc import Sequence
from dataclasses import dataclass

from forensic_lpr.core.metrics import Rate, characters_right
from forensic_lpr.synthesis.readersets import BoxedPlate

SLOTS = 7
PAPER_TABLE_2 = {
    "multitask-2019": (83.2, 35.4),
    "cascade": (43.3, 0.9),
    "hog-svm": (48.3, 0.1),
    "one-stage": (35.4, 0.4),
}
"""What the paper tells of its own two sets, exact plates in percent: high resolution, low resolution."""
PAPER_TABLE_3 = {"permutation": (83.2, 35.4), "permutation and DGM": (83.2, 40.3)}


@dataclass(frozen=True)
class SetResult:
    """How one reader did on one set.

    Attributes:
        exact: Plates read whole.
        right: For 0 to 7 how many plates had so many characters right.
    """

    exact: int
    right: tuple[int, ...]

    @property
    def n(self) -> int:
        """Plates read."""
        return sum(self.right)

    @property
    def exact_rate(self) -> Rate:
        """Whole plates."""
        return Rate(self.exact, self.n)

    @property
    def character_rate(self) -> Rate:
        """Characters."""
        return Rate(sum(k * count for k, count in enumerate(self.right)), SLOTS * self.n)

    def at_least(self, count: int) -> int:
        """Plates with ``count`` characters right or more."""
        return sum(self.right[count:])

    def together(self, other: "SetResult") -> "SetResult":
        """Both sets as one."""
        right = tuple(a + b for a, b in zip(self.right, other.right, strict=True))
        return SetResult(self.exact + other.exact, right)


@dataclass(frozen=True)
class ReaderResult:
    """How one reader did.

    Attributes:
        name: The reader.
        samples: Training samples it saw, in words.
        high: On the set of 104 pixels.
        low: On the set of 49 pixels.
        failure: Why there are no figures, one sentence; empty where there are.
    """

    name: str
    samples: str
    high: SetResult | None = None
    low: SetResult | None = None
    failure: str = ""


def count_right(plates: Sequence[BoxedPlate], texts: Sequence[str]) -> SetResult:
    """The result of texts read from plates."""
    right = [0] * (SLOTS + 1)
    for plate, text in zip(plates, texts, strict=True):
        right[characters_right(plate.text, text)] += 1
    return SetResult(sum(plate.text == text for plate, text in zip(plates, texts, strict=True)), tuple(right))


def table_markdown(
    title: str, results: Sequence[ReaderResult], paper: dict[str, tuple[float, float]]
) -> list[str]:
    """A table of exact plates and characters with intervals, and what the paper tells of its own sets."""
    lines = [
        f"| {title} | trained on | exact, 104 px | exact, 49 px | characters, 104 px | characters, 49 px | paper |",
        "|---|---|---|---|---|---|---|",
    ]
    for result in results:
        told = paper.get(result.name)
        beside = f"{told[0]} / {told[1]}" if told else ""
        if result.high is None or result.low is None:
            lines.append(f"| {result.name} | {result.samples} | {result.failure} | | | | {beside} |")
            continue
        cells = (result.high.exact_rate, result.low.exact_rate)
        characters = (result.high.character_rate, result.low.character_rate)
        told_cells = " | ".join(
            [_cell(rate) for rate in cells] + [f"{100 * r.value:.1f}" for r in characters]
        )
        lines.append(f"| {result.name} | {result.samples} | {told_cells} | {beside} |")
    return lines


def curve_markdown(results: Sequence[ReaderResult]) -> list[str]:
    """Figure 4 in figures: percent of all plates with so many characters right or more."""
    lines = [
        "| characters right | "
        + " | ".join(f"≥ {k}" if k < SLOTS else "7" for k in range(1, SLOTS + 1))
        + " |",
        "|---" * (SLOTS + 1) + "|",
    ]
    for result in results:
        if result.high is not None and result.low is not None:
            both = result.high.together(result.low)
            cells = " | ".join(f"{100 * both.at_least(k) / both.n:.1f}" for k in range(1, SLOTS + 1))
            lines.append(f"| {result.name} | {cells} |")
    return lines


def plain_table(lines: Sequence[str]) -> str:
    """The same table with its columns in line, for a terminal."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|---" not in line]
    count = max(len(row) for row in rows)
    widths = [max((len(row[k]) for row in rows if k < len(row)), default=0) for k in range(count)]
    # A sentence in place of figures must not widen the column of the figures.
    widths = [min(width, 34) for width in widths]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    )


def _cell(rate: Rate) -> str:
    low, high = rate.interval
    return f"{100 * rate.value:.1f} ({rate.hits}/{rate.n}; {100 * low:.0f}–{100 * high:.0f})"
