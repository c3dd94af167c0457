"""Counts of right readings with their uncertainty."""

import math
from dataclasses import dataclass

Z95 = 1.959963984540054
"""Two-sided 95 % quantile of the normal distribution."""


@dataclass(frozen=True)
class Rate:
    """``hits`` of ``n``.

    Attributes:
        hits: How many.
        n: Of how many.
        each: So many of the ``n`` belong to one plate; the interval counts plates, as those of one are no news.
    """

    hits: int
    n: int
    each: int = 1

    @property
    def value(self) -> float:
        """Share of hits, 0 for n = 0."""
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 % Wilson score interval (Wilson 1927); (0, 1) for n = 0."""
        if self.n == 0:
            return 0.0, 1.0
        p, n, z2 = self.value, self.n / self.each, Z95 * Z95
        centre = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = Z95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        return max(0.0, centre - half), min(1.0, centre + half)


def characters_right(truth: str, found: str) -> int:
    """Positions at which ``found`` has the character of ``truth``."""
    return sum(a == b for a, b in zip(truth, found, strict=False))
