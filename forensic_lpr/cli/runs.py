"""What all commands that train a run share: their options, and begin, go on, end and keep."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from forensic_lpr import paths
from forensic_lpr.cli.options import FILE, plain_name
from forensic_lpr.recognition.device import DEVICES


class _OfNetwork(Protocol):
    """Settings that say of which network a run is."""

    @property
    def network(self) -> str: ...


_Config = TypeVar("_Config", bound=_OfNetwork)


@dataclass(frozen=True)
class RunOptions:
    """The shared options of a command.

    Attributes:
        name: Name of a new run, ``None`` for one with the date.
        resume: Name of the run to go on with, ``None`` for a new one.
        model: Name under which the result is kept, empty for not.
        seed: Seed of the training.
        device: Where to train.
        folder: Folder of the runs.
    """

    name: str | None
    resume: str | None
    model: str
    seed: int
    device: str
    folder: Path


def run_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options as its argument ``run``, a :class:`RunOptions`."""
    options = (
        click.option("--run", "name", default=None, help="Name of a new run (default: network and date)."),
        click.option("--resume", default=None, help="Go on with this run."),
        click.option("--keep", "model", default="", help="Keep the result as an own model of this name."),
        click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True),
        click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True),
        click.option("--runs", "folder", type=FILE, default=None, help="Folder of the runs."),
    )

    @wraps(command)  # with the options that the command has of its own: they stand behind these
    def gathered(
        name: str | None,
        resume: str | None,
        model: str,
        seed: int,
        device: str,
        folder: Path | None,
        **others: Any,
    ) -> None:
        command(run=RunOptions(name, resume, model, seed, device, folder or paths.runs()), **others)

    for option in reversed(options):
        option(gathered)
    return gathered


def carry_out(
    run: RunOptions,
    plan: Callable[[], _Config],
    train: Callable[[Path, _Config | None], None],
) -> None:
    """Train a new run as planned or go on with one, and keep the result where that is asked for.

    Args:
        run: What was asked for.
        plan: Makes the settings of a new run.
        train: Trains in a folder: a new run with settings, one that is there without.

    Raises:
        RunInvalid: a name is no name, or what the training raises.
        ModelRefused: the result cannot be kept under that name.
    """
    from forensic_lpr.operations.models import keep, plain_model_name
    from forensic_lpr.operations.train import export_weights
    from forensic_lpr.training.distributed import first_of_several

    if run.model:
        plain_model_name(run.model)
    if run.resume is not None:
        place = run.folder / plain_name(run.resume)
        train(place, None)
    else:
        config = plan()
        place = run.folder / plain_name(run.name or f"{config.network}-{datetime.now(UTC):%Y%m%d-%H%M%S}")
        if first_of_several():
            click.echo(f"Run {place}")
        train(place, config)
    if first_of_several():
        click.echo("Training finished.")
        if run.model:
            kept = keep(export_weights(place, run.model))
            click.echo(f"Kept as {kept.name}, SHA-256 {kept.sha256}")
