"""The rates on a model's card as rows: of its comparison, and of what was measured by width. Knows no widget."""

import re
from collections.abc import Callable, Sequence

from forensic_lpr.core.gate import GateResult
from forensic_lpr.core.metrics import Rate
from forensic_lpr.gui.training.rates_view import RatesRow

_COUNTED = re.compile(r"(native|\d+ px) [\d.]+ % \((\d+)/(\d+)\)")
"""As cards and tables write a rate: what width, percent, hits of how many."""


def gate_rows(result: GateResult, tr: Callable[[str], str]) -> tuple[RatesRow, ...]:
    """Before and after, of the held plates and of each standard set."""
    rows = [RatesRow(tr("own plates, held"), (result.held.before, result.held.after))]
    rows += [RatesRow(name, (counts.before, counts.after)) for name, counts in result.standard]
    return tuple(rows)


def measured_rows(
    results: Sequence[tuple[str, str]], in_words: Callable[[str], str]
) -> tuple[tuple[str, ...], tuple[RatesRow, ...]]:
    """Names of the measured sets and a row per width, in words; figures written otherwise are left out."""
    found: dict[str, dict[str, Rate]] = {}
    for what, figures in results:
        rates = {width: Rate(int(hits), int(n)) for width, hits, n in _COUNTED.findall(figures) if int(n)}
        if rates:
            found[what] = rates
    widths = list(dict.fromkeys(width for rates in found.values() for width in rates))
    rows = tuple(
        RatesRow(in_words(width), tuple(rates.get(width) for rates in found.values())) for width in widths
    )
    return tuple(map(in_words, found)), rows


def other_results(
    results: Sequence[tuple[str, str]], in_words: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    """What was measured and is no rate by width."""
    return tuple(
        (in_words(what), in_words(figures)) for what, figures in results if not _COUNTED.search(figures)
    )
