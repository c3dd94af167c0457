"""Whether one set of weights reads better than another: paired counts, the exact test, and a verdict in words.

Both read the same pictures. Of those, only the ones that come out differently tell anything: the exact test of McNemar
(*Psychometrika* 12, 1947) is the binomial test of their two counts against one half. Several pictures of one plate do
not count as several plates: a plate counts for the weights that read more of its pictures (with one picture each, that
is McNemar's test to the letter).

Public here: :class:`PairedCounts`, :class:`GateResult`, :func:`count_pairs`, :func:`exact_p`.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from forensic_lpr.core.metrics import Z95, Rate

SIGNIFICANCE = 0.05
MOST_LOST = 0.01
"""Share of the standard plates that may be lost, as a difference of rates."""
Judgement = Literal["better", "not shown to be better", "worse", "forgets"]


@dataclass(frozen=True)
class PairedCounts:
    """Pictures read whole by both weights.

    Attributes:
        both: Right before and after.
        only_before: Right before only.
        only_after: Right after only.
        neither: Right neither time.
        plates_worse: Plates of which more pictures were right before.
        plates_better: Plates of which more pictures are right after.
        plates: Different plates.
    """

    both: int
    only_before: int
    only_after: int
    neither: int
    plates_worse: int
    plates_better: int
    plates: int

    @property
    def n(self) -> int:
        """Pictures in all."""
        return self.both + self.only_before + self.only_after + self.neither

    @property
    def before(self) -> Rate:
        """Right before."""
        return Rate(self.both + self.only_before, self.n)

    @property
    def after(self) -> Rate:
        """Right after."""
        return Rate(self.both + self.only_after, self.n)

    @property
    def difference(self) -> float:
        """Rate after less rate before."""
        return self.after.value - self.before.value

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of the difference for pairs (Agresti and Min, *Statistics in Medicine* 24, 2005).

        Half a count is added to each of the four cells, then the usual normal interval is taken. Pictures count as
        independent; with several of one plate it is a little too narrow.
        """
        n, worse, better = self.n + 2, self.only_before + 0.5, self.only_after + 0.5
        difference = (better - worse) / n
        half = Z95 * math.sqrt(max(0.0, (better + worse) / n - difference**2) / n)
        return max(-1.0, difference - half), min(1.0, difference + half)

    @property
    def p_value(self) -> float:
        """Two-sided exact probability of such a difference between plates if there were none."""
        return exact_p(self.plates_worse, self.plates_better)


@dataclass(frozen=True)
class GateResult:
    """One weights file judged against another.

    Attributes:
        before: Name of the weights compared with.
        before_sha256: Their digest.
        set_name: The held pictures' set.
        set_digest: Its digest.
        held: Counts on the held pictures.
        standard: Counts on drawn plates, by the name of each standard set.
        left_out: Pictures left out because one of the weights may have learnt their plate.
        program_version: Version that judged.
    """

    before: str
    before_sha256: str
    set_name: str
    set_digest: str
    held: PairedCounts
    standard: tuple[tuple[str, PairedCounts], ...]
    left_out: int
    program_version: str

    @property
    def lost(self) -> float:
        """The largest loss on a standard set, as a difference of rates; negative where all got better."""
        return max((-counts.difference for _, counts in self.standard), default=0.0)

    @property
    def judgement(self) -> Judgement:
        """The verdict in few words."""
        significant = self.held.p_value < SIGNIFICANCE
        if significant and self.held.plates_worse > self.held.plates_better:
            return "worse"
        if self.lost > MOST_LOST + 1e-9:
            return "forgets"
        return "better" if significant else "not shown to be better"

    @property
    def sentence(self) -> str:
        """The verdict in one sentence with its figures."""
        held = self.held
        low, high = held.interval
        figures = (
            f"{held.before.hits} of {held.n} held pictures read before, {held.after.hits} after "
            f"({100 * held.difference:+.1f} points, 95 % interval {100 * low:+.1f} to {100 * high:+.1f}; "
            f"of {held.plates} plates {held.plates_better} better and {held.plates_worse} worse, "
            f"exact p = {held.p_value:.3g})"
        )
        return {
            "better": f"Reads this camera better than {self.before}: {figures}.",
            "not shown to be better": f"Is not shown to read this camera better than {self.before}: {figures}.",
            "worse": f"Reads this camera worse than {self.before}: {figures}.",
            "forgets": f"Loses {100 * self.lost:.1f} points on the standard plates against {self.before}: {figures}.",
        }[self.judgement]


def exact_p(worse: int, better: int) -> float:
    """Two-sided exact binomial probability of counts at least as uneven, 1 where there are none."""
    n, k = worse + better, min(worse, better)
    if n == 0:
        return 1.0
    tail = sum(math.comb(n, i) for i in range(k + 1))
    return float(min(1.0, 2 * tail / 2**n))


def count_pairs(truths: Sequence[str], before: Sequence[str], after: Sequence[str]) -> PairedCounts:
    """Counts of pictures whose true text, text before and text after stand at the same places.

    Raises:
        ValueError: the three are not of one length.
    """
    cells = [0, 0, 0, 0]
    gained: dict[str, int] = defaultdict(int)
    for truth, old, new in zip(truths, before, after, strict=True):
        was, now = old == truth, new == truth
        cells[(0 if was else 2) + (0 if now else 1)] += 1
        gained[truth] += int(now) - int(was)
    both, only_before, only_after, neither = cells
    return PairedCounts(
        both,
        only_before,
        only_after,
        neither,
        sum(gain < 0 for gain in gained.values()),
        sum(gain > 0 for gain in gained.values()),
        len(gained),
    )
