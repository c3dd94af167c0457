"""Plots of comparisons."""

from collections.abc import Sequence
from io import BytesIO

from forensic_lpr.evaluation.reproduction import SLOTS, ReaderResult

_INCHES, _DPI = (7.0, 4.2), 130


def curve_png(results: Sequence[ReaderResult]) -> bytes:
    """The paper's Figure 4: share of plates with at most so many characters wrong, one line per reader, as PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=_INCHES, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    wrong = range(SLOTS + 1)
    for result, marker in zip(results, "osD^vP*X<>" * len(results), strict=False):
        if result.high is not None and result.low is not None:
            both = result.high.together(result.low)
            shares = [100 * both.at_least(SLOTS - k) / both.n for k in wrong]
            axes.plot(wrong, shares, marker=marker, label=result.name)
    axes.set_xlabel("characters wrong, at most")
    axes.set_ylabel("plates, %")
    axes.set_ylim(0, 102)
    axes.set_xticks(list(wrong))
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right", fontsize="small")
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=_DPI, metadata={"Software": None})
    return buffer.getvalue()
