"""The command that measures fine-tuning: evaluate-adaptation."""

import json
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forensic_lpr.cli.options import FILE, Meter
from forensic_lpr.core.gate import PairedCounts
from forensic_lpr.core.metrics import Rate

if TYPE_CHECKING:
    from forensic_lpr.operations.adaptation import Adapted


@click.command("evaluate-adaptation")
@click.option("--minutes", type=click.FloatRange(min=0.01), default=20.0, show_default=True, help="Of each.")
@click.option("--dgm-minutes", type=click.FloatRange(min=0.01), default=10.0, show_default=True)
@click.option("--weights", default="default", show_default=True, help="Weights to start from.")
@click.option("--held", type=click.IntRange(min=20), default=500, show_default=True, help="Held plates.")
@click.option(
    "--compared",
    type=click.IntRange(min=20),
    default=10000,
    show_default=True,
    help="Held plates, those among them, on which the ways are compared.",
)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--threads", type=click.IntRange(min=1), default=None, help="For the network.")
@click.option("--out", type=FILE, default=None, help="New folder to keep sets, runs and weights in.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def evaluate_adaptation(
    minutes: float,
    dgm_minutes: float,
    weights: str,
    held: int,
    compared: int,
    seed: int,
    threads: int | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Fine-tune for a camera that was never seen, from labels, pairs and the DGM, and measure on held plates."""
    from forensic_lpr.operations.adaptation import AdaptationPlan
    from forensic_lpr.operations.adaptation import evaluate_adaptation as evaluate

    plan = AdaptationPlan(
        minutes, dgm_minutes, weights, held=held, compared=compared, seed=seed, threads=threads
    )
    found = evaluate(plan, _Teller(), Meter(), out)
    if as_json:
        told = {
            "ways": {
                way.way: {
                    "samples": way.samples,
                    "held": _data(way.held),
                    "compared": _data(way.compared),
                    "standard": {name: _data(counts) for name, counts in way.standard},
                }
                for way in found.ways
            },
            "steps": {
                f"{way.way} against {before.way}": _data(step)
                for (before, way), step in zip(pairwise(found.ways), found.steps, strict=True)
            },
            "dgm": {"energy score": found.dgm_score, "bicubic": found.bicubic_score},
        }
        click.echo(json.dumps(told, indent=2))
        return
    _tell_set("held plates of the camera", [(way, way.held) for way in found.ways])
    more = found.ways[0].compared.n - found.ways[0].held.n
    if more:
        _tell_set(f"with {more} more", [(way, way.compared) for way in found.ways])
    for number, (name, _) in enumerate(found.ways[0].standard):
        _tell_set(name, [(way, way.standard[number][1]) for way in found.ways])
    click.echo("Samples seen: " + ", ".join(f"{way.samples:,} {way.way}" for way in found.ways))
    for (before, way), step in zip(pairwise(found.ways), found.steps, strict=True):
        click.echo(
            f"{way.way} against {before.way}, on {step.n} held plates: {100 * step.difference:+.1f} points, "
            f"{step.only_after} gained and {step.only_before} lost, exact p = {step.p_value:.2g}"
        )
    if found.dgm_score is not None and found.bicubic_score is not None:
        click.echo(
            f"Energy score on pairs kept back: DGM {found.dgm_score:.3f}, bicubic {found.bicubic_score:.3f}"
        )


def _tell_set(name: str, ways: list[tuple["Adapted", PairedCounts]]) -> None:
    """Whole plates before and after each way of fine-tuning."""
    click.echo(f"{name:<28}{'before':<14}{_cell(ways[0][1].before)}")
    for way, counts in ways:
        click.echo(
            f"{'':<28}{way.way:<14}{_cell(counts.after)}  {100 * counts.difference:+.1f} points, "
            f"exact p = {counts.p_value:.2g}"
        )


def _cell(rate: Rate) -> str:
    low, high = rate.interval
    return f"{100 * rate.value:5.1f} % ({rate.hits}/{rate.n}) [{100 * low:.0f}–{100 * high:.0f}]"


def _data(counts: PairedCounts) -> dict[str, object]:
    return {
        "n": counts.n,
        "before": counts.before.hits,
        "after": counts.after.hits,
        "gained": counts.only_after,
        "lost": counts.only_before,
        "p": counts.p_value,
    }


class _Teller:
    """Prints where each training is, every half minute, to standard error."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, way: str, status: object) -> None:
        from forensic_lpr.training.status import DgmStatus, TrainingStatus

        assert isinstance(status, TrainingStatus | DgmStatus)
        now = time.monotonic()
        if now - self._last < 30:
            return
        self._last = now
        left = "" if status.seconds_left is None else f", {status.seconds_left / 60:.0f} min left"
        click.echo(f"{way}: {status.samples:,} samples, loss {status.loss:.3f}{left}", err=True)
