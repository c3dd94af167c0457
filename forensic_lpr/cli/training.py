"""Commands that train: train recognizer; train dgm stands with the other commands on the DGM."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from forensic_lpr.cli.degradation import train_dgm
from forensic_lpr.cli.models import inspector
from forensic_lpr.cli.options import FILE
from forensic_lpr.cli.runs import RunOptions, carry_out, run_options
from forensic_lpr.training.shares import PRESETS, SOURCES, USUAL, USUAL_OPTIMIZER, Optimizer, Shares


@click.group(commands=[train_dgm, inspector])
def train() -> None:
    """Train a model; a run can be killed at any moment and resumed."""


@train.command()
@run_options
@click.option("--set", "set_folder", type=FILE, default=None, help="Labelled set of own plates to learn too.")
@click.option(
    "--preset", type=click.Choice(list(PRESETS)), default="quick", show_default=True, help="With --set."
)
@click.option("--share", nargs=2, multiple=True, help=f"With --set: {', '.join(SOURCES)}, and a number.")
@click.option("--dgm", default="", help="With --set: a DGM for own legible plates, by name or path.")
@click.option(
    "--pairs",
    type=FILE,
    default=None,
    help="With --set: a pair set, or a folder of them, whose plates are learnt as own ones.",
)
@click.option("--network", default="slot-attention", show_default=True, help="Of a start from scratch.")
@click.option(
    "--samples", type=click.IntRange(min=1), default=None, help="Default: 800,000, or the preset's."
)
@click.option("--minutes", type=click.FloatRange(min=0), default=None, help="Time limit; 0 for none.")
@click.option("--batch", type=click.IntRange(min=2), default=None, help="Default: 128, or the preset's.")
@click.option(
    "--learning-rate",
    type=click.FloatRange(min=0, min_open=True),
    default=None,
    help="Default: 2e-3, or the preset's.",
)
@click.option(
    "--easy", type=click.IntRange(min=0), default=0, help="Samples at the start with wide plates only."
)
@click.option(
    "--narrow",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Without --set: share of plates of 28 to 66 pixels.",
)
@click.option(
    "--from", "parent", default="", help="Start from these weights, by name or path; default with --set."
)
@click.option(
    "--optimizer",
    type=click.Choice(get_args(Optimizer)),
    default=None,
    help=f"How steps follow from gradients. Default: {USUAL_OPTIMIZER}, or the preset's.",
)
@click.option(
    "--mixing",
    type=click.FloatRange(0, 1, min_open=True),
    default=None,
    help="Share of what was learnt in the weights kept, beside those of --from. Default: 1, or the preset's.",
)
@click.option("--dropout/--no-dropout", default=True, show_default=True, help="Without --set.")
@click.option(
    "--teacher", default="", help="Without --set: learn also what these weights read, by name or path."
)
@click.option(
    "--threads",
    type=click.IntRange(min=1),
    default=None,
    help="Threads for the network (default: all but one).",
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Make samples.")
def recognizer(
    run: RunOptions,
    set_folder: Path | None,
    preset: str,
    share: tuple[tuple[str, str], ...],
    dgm: str,
    pairs: Path | None,
    network: str,
    samples: int | None,
    minutes: float | None,
    batch: int | None,
    learning_rate: float | None,
    easy: int,
    narrow: float,
    parent: str,
    optimizer: Optimizer | None,
    mixing: float | None,
    dropout: bool,
    teacher: str,
    threads: int | None,
    workers: int,
) -> None:
    """Train a recognizer on drawn plates, and with --set on own ones; under torchrun on several processes."""
    from forensic_lpr.operations.train import RecognizerPlan, plan_recognizer, train_recognizer
    from forensic_lpr.training.config import TrainingConfig

    printer = _StatusPrinter()

    def plan() -> TrainingConfig:
        if set_folder is not None:
            for option, told in {
                "--teacher": teacher,
                "--easy": easy,
                "--narrow": narrow,
                "--no-dropout": not dropout,
            }.items():
                if told:
                    raise click.UsageError(f"{option} is for drawn plates, without --set.")
            shares, start = parse_shares(share), parent or "default"
            return plan_recognizer(
                RecognizerPlan(
                    set_folder,
                    preset,
                    start,
                    network,
                    shares,
                    dgm,
                    pairs,
                    run.seed,
                    minutes,
                    samples,
                    batch,
                    learning_rate,
                    optimizer,
                    mixing,
                )
            )
        for option, given in {"--share": share, "--dgm": dgm, "--pairs": pairs}.items():
            if given:
                raise click.UsageError(f"{option} is for own plates, with --set.")
        usual = TrainingConfig()
        return TrainingConfig(
            network=network,
            samples=samples or usual.samples,
            batch=batch or usual.batch,
            learning_rate=learning_rate or usual.learning_rate,
            seed=run.seed,
            easy=easy,
            narrow=narrow,
            parent=parent,
            optimizer=optimizer or usual.optimizer,
            mixing=mixing or usual.mixing,
            dropout=dropout,
            teacher=teacher,
            minutes=minutes or 0.0,
        )

    def train_in(place: Path, config: TrainingConfig | None) -> None:
        train_recognizer(place, config, printer, workers, threads, run.device)

    carry_out(run, plan, train_in)


def parse_shares(told: tuple[tuple[str, str], ...]) -> Shares:
    """Shares from pairs of a source and a number; the others stay as they usually are."""
    found = USUAL
    for source, number in told:
        if source not in SOURCES:
            raise click.UsageError(f"There is no source {source!r}; there are {', '.join(SOURCES)}.")
        try:
            found = replace(found, **{source: float(number)})
        except ValueError:
            raise click.UsageError(f"{number!r} is not a share.") from None
    return found


class _StatusPrinter:
    """Prints where a training is: every ten seconds, and each evaluation."""

    def __init__(self) -> None:
        self._last = 0.0
        self._evaluations = 0

    def __call__(self, status: object) -> None:
        import time

        from forensic_lpr.training.status import TrainingStatus

        assert isinstance(status, TrainingStatus)
        now = time.monotonic()
        if status.evaluations != self._evaluations:
            self._evaluations = status.evaluations
            figures = "  ".join(f"{s.width} px {100 * s.exact / s.n:.0f} %" for s in status.scores)
            click.echo(f"  exact plates, synthetic, without syntax: {figures}")
            if status.own is not None:
                wrong = [f"{e.truth} as {e.found}" for e in status.examples if not e.right][:4]
                click.echo(
                    f"  own plates of the validation part: {status.own.hits} of {status.own.n} read"
                    + (f"; misread: {', '.join(wrong)}" if wrong else "")
                )
        if now - self._last < 10:
            return
        self._last = now
        left = "" if status.seconds_left is None else f", {status.seconds_left / 60:.0f} min left"
        click.echo(
            f"{status.samples:,} samples, loss {status.loss:.4f}, {status.samples_per_second:.0f}/s{left}"
        )
