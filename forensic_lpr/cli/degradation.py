"""Commands on the DGM: train dgm, dgm sample, evaluate-dgm."""

import json
from pathlib import Path

import click

from forensic_lpr.cli.options import FILE, Meter
from forensic_lpr.cli.runs import RunOptions, carry_out, run_options
from forensic_lpr.core.formats import load_formats
from forensic_lpr.operations.trainwork import DEFAULT_DGM

SCRATCH = "scratch"
"""In place of a DGM's name."""


@click.command("dgm")
@run_options
@click.option(
    "--pairs", type=FILE, default=None, help="Own pairs to learn too: a pair set, or a folder of them."
)
@click.option("--share", type=click.FloatRange(0.05, 1), default=0.6, show_default=True, help="With --pairs.")
@click.option(
    "--from",
    "parent",
    default=None,
    help=f"Start from this DGM, by name or path, or from {SCRATCH}. [default: {SCRATCH}; with --pairs: {DEFAULT_DGM}]",
)
@click.option("--minutes", type=click.FloatRange(min=0), default=0.0, help="Time limit; 0 for none.")
@click.option(
    "--samples", type=click.IntRange(min=1), default=120_000, show_default=True, help="Pairs to see."
)
@click.option("--batch", type=click.IntRange(min=2), default=16, show_default=True)
@click.option(
    "--learning-rate",
    type=click.FloatRange(min=0, min_open=True),
    default=None,
    help="Default: 3e-3, from weights 1e-3.",
)
@click.option("--threads", type=click.IntRange(min=1), default=1, show_default=True, help="For the network.")
def train_dgm(
    run: RunOptions,
    pairs: Path | None,
    share: float,
    parent: str | None,
    minutes: float,
    samples: int,
    batch: int,
    learning_rate: float | None,
    threads: int,
) -> None:
    """Train the DGM on pairs of near and far plates: from drawn clips, and with --pairs from own ones."""
    from forensic_lpr.operations.train import plan_dgm
    from forensic_lpr.operations.train import train_dgm as train_in
    from forensic_lpr.training.config import DgmConfig

    printer = _StatusPrinter()
    if parent is None:
        parent = DEFAULT_DGM if pairs else SCRATCH
    begin = "" if parent == SCRATCH else parent

    def plan() -> DgmConfig:
        return plan_dgm(pairs, minutes, samples, share, run.seed, begin, batch, learning_rate)

    def train(place: Path, config: DgmConfig | None) -> None:
        train_in(place, config, printer, threads=threads, device=run.device)

    carry_out(run, plan, train)


@click.group()
def dgm() -> None:
    """Look at the DGM, which turns near plates into far ones."""


@dgm.command()
@click.argument("file", type=FILE)
@click.option("--weights", "weights_name", default="dgm", show_default=True, help="Shipped name, or a file.")
@click.option("--seed", type=click.IntRange(min=0), default=7, show_default=True)
@click.option("--rows", type=click.IntRange(1, 40), default=12, show_default=True)
@click.option("--format", "format_name", default="auto", show_default=True)
def sample(file: Path, weights_name: str, seed: int, rows: int, format_name: str) -> None:
    """Write a grid to a PNG: near plate, three far plates made of it, the recorded far plate."""
    from forensic_lpr.operations.degradation import write_far_plates

    write_far_plates(file, weights_name, seed, rows, format_name, load_formats())
    click.echo(f"{rows} plates of seed {seed} written to {file}")


@click.command("evaluate-dgm")
@click.option("--weights", "weights_name", default="dgm", show_default=True, help="Shipped name, or a file.")
@click.option("--clips", type=click.IntRange(min=12), default=1200, show_default=True, help="Held-out clips.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def evaluate_dgm(weights_name: str, clips: int, as_json: bool) -> None:
    """Measure how near made far plates come to recorded ones, and how well a classifier tells them apart."""
    from forensic_lpr.operations.degradation import evaluate_dgm as evaluate

    scores, results = evaluate(weights_name, clips, load_formats(), Meter())
    if as_json:
        told = {
            "scores": [
                {
                    "maker": s.maker,
                    "picture": s.picture,
                    "reading": s.reading,
                    "read": s.read.hits,
                    "n": s.read.n,
                }
                for s in scores
            ],
            "classifiers": [
                {"maker": r.maker, "classifier": r.classifier, "told": r.told.hits, "n": r.told.n}
                for r in results
            ],
        }
        click.echo(json.dumps(told, indent=2))
        return
    click.echo(
        "Energy score of the pictures and of what is read in them (the smaller the nearer), characters read"
    )
    for score in scores:
        figures = "      -      -" if score.picture is None else f"{score.picture:7.3f}{score.reading:7.3f}"
        click.echo(
            f"{score.maker:<9}{figures}  {100 * score.read.value:5.1f} % ({score.read.hits}/{score.read.n})"
        )
    click.echo("Made far plates told from recorded ones (50 %: not at all)")
    for result in results:
        low, high = result.told.interval
        click.echo(
            f"{result.maker:<8} {result.classifier:<9} {100 * result.told.value:5.1f} % "
            f"({result.told.hits}/{result.told.n}) [{100 * low:.1f}–{100 * high:.1f}]"
        )


class _StatusPrinter:
    """Prints where a training is: every ten seconds, and each evaluation."""

    def __init__(self) -> None:
        self._last = 0.0
        self._held_out: object = None

    def __call__(self, status: object) -> None:
        import time

        from forensic_lpr.training.status import DgmStatus

        assert isinstance(status, DgmStatus)
        now = time.monotonic()
        if status.held_out != self._held_out:
            self._held_out = status.held_out
            click.echo(f"  energy score on held-out pairs: {status.held_out:.4f}")
            if status.own_held_out is not None:
                click.echo(
                    f"  on own pairs kept back: {status.own_held_out:.4f}, bicubic reduction {status.bicubic:.4f}"
                )
        if now - self._last < 10:
            return
        self._last = now
        left = "" if status.seconds_left is None else f", {status.seconds_left / 60:.0f} min left"
        click.echo(
            f"{status.samples:,} pairs, energy score {status.loss:.4f}, {status.samples_per_second:.0f}/s{left}"
        )
