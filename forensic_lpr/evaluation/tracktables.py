"""The figures of tracks as text and as plain data: percent, counts, 95 % intervals."""

from forensic_lpr.core.gate import PairedCounts
from forensic_lpr.core.metrics import Rate
from forensic_lpr.evaluation.rules import AVERAGE, RULES
from forensic_lpr.evaluation.tracks import (
    FEW,
    HALF_READABLE,
    SEVERAL,
    BandScore,
    Calibration,
    TrackScores,
)


def scores_text(scores: TrackScores) -> str:
    """The figures as plain tables."""
    names = [*RULES, AVERAGE]
    lines = [
        "frames  "
        + "".join(f"{name:<30}" for name in names)
        + "calibration error (by chance) of characters, of plates"
    ]
    for count, rates in scores.exact.items():
        characters, plates = scores.calibration[count]
        cells = "".join(f"{_cell(rates[name]):<30}" for name in names)
        lines.append(f"{count:>6}  {cells}{_error(characters)}, {_error(plates)}")
    lines += ["", "product ahead of the same frames by, in points"]
    for count, others in scores.ahead.items():
        if count > 1:
            told = ", ".join(f"{name} {_points(counts)}" for name, counts in others.items())
            lines.append(f"{count:>6}  {told}")
    lines += ["", *_band_lines(scores), ""]
    median, high, worst = scores.corners
    lines.append(
        f"corner error: median {median:.2f} px, 95th percentile {high:.2f} px, largest {worst:.2f} px"
    )
    lines.append(f"plate found in {_cell(scores.found)} of the frames")
    return "\n".join(lines)


def _band_lines(scores: TrackScores) -> list[str]:
    counts = list(scores.exact)
    gain = f"{SEVERAL} frames over {FEW}, in points"
    lines = ["width, px  " + "".join(f"{f'product, {count} frames':<30}" for count in counts) + gain]
    for band in scores.bands:
        cells = "".join(f"{_cell(band.exact[count]):<30}" for count in counts)
        low, high = band.limits
        lines.append(f"{f'{low:.0f}–{high:.0f}':<11}{cells}{_points(band.gain)}")
    least, most = (f"{100 * limit:.0f}" for limit in HALF_READABLE)
    chosen = [f"{b.limits[0]:.0f}–{b.limits[1]:.0f}" for b in scores.bands if b.half_readable]
    where = f"where {FEW} frame reads {least}–{most} %"
    if not chosen:
        return [*lines, f"no band {where}"]
    gained = _points(scores.half_readable)
    return [*lines, f"{where} ({', '.join(chosen)} px, n = {scores.half_readable.n}): {gained} points"]


def _points(counts: PairedCounts) -> str:
    low, high = counts.interval
    return f"{100 * counts.difference:+.1f} [{100 * low:+.1f} to {100 * high:+.1f}]"


def _error(calibration: Calibration) -> str:
    return f"{100 * calibration.error:.1f} % ({100 * calibration.by_chance:.1f} %)"


def _cell(rate: Rate) -> str:
    low, high = rate.interval
    return f"{100 * rate.value:5.1f} % ({rate.hits}/{rate.n}) [{100 * low:.0f}–{100 * high:.0f}]"


def scores_data(scores: TrackScores) -> dict[str, object]:
    """The figures as plain data."""
    return {
        "frames": {
            str(count): {
                "exact": {name: _rate_data(rate) for name, rate in rates.items()},
                "calibration_error": {
                    name: {"error": found.error, "by_chance": found.by_chance}
                    for name, found in zip(("characters", "plates"), scores.calibration[count], strict=True)
                },
                "product_ahead_of": {
                    name: _paired_data(counts) for name, counts in scores.ahead[count].items()
                },
            }
            for count, rates in scores.exact.items()
        },
        "bands": [_band_data(band) for band in scores.bands],
        "half_readable": {
            "bands": [list(band.limits) for band in scores.bands if band.half_readable],
            "several_over_few": _paired_data(scores.half_readable),
        },
        "corner_error_px": dict(zip(("median", "percentile_95", "largest"), scores.corners, strict=True)),
        "found": {"rate": scores.found.value, "hits": scores.found.hits, "n": scores.found.n},
    }


def _band_data(band: BandScore) -> dict[str, object]:
    return {
        "limits_px": list(band.limits),
        "product": {str(count): _rate_data(rate) for count, rate in band.exact.items()},
        "several_over_few": _paired_data(band.gain),
    }


def _rate_data(rate: Rate) -> dict[str, object]:
    return {"rate": rate.value, "hits": rate.hits, "n": rate.n, "interval": list(rate.interval)}


def _paired_data(counts: PairedCounts) -> dict[str, object]:
    return {
        "n": counts.n,
        "only_before": counts.only_before,
        "only_after": counts.only_after,
        "difference": counts.difference,
        "interval": list(counts.interval),
    }
