"""Commands on models: train, weights, synth."""

from pathlib import Path

import click

from forensic_lpr import paths
from forensic_lpr.cli.degradation import train_dgm
from forensic_lpr.cli.options import FILE, Meter, plain_name
from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.device import DEVICES


@click.group(commands=[train_dgm])
def train() -> None:
    """Train a model; a run can be killed at any moment and resumed."""


@train.command()
@click.option("--run", "name", default=None, help="Name of a new run (default: network and date).")
@click.option("--resume", default=None, help="Go on with this run.")
@click.option("--network", default="slot-attention", show_default=True)
@click.option("--samples", type=click.IntRange(min=1), default=800_000, show_default=True)
@click.option("--batch", type=click.IntRange(min=2), default=128, show_default=True)
@click.option("--learning-rate", type=click.FloatRange(min=0, min_open=True), default=2e-3, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option(
    "--easy", type=click.IntRange(min=0), default=0, help="Samples at the start with wide plates only."
)
@click.option("--from", "parent", default="", help="Start from these weights, by name or path.")
@click.option(
    "--threads",
    type=click.IntRange(min=1),
    default=None,
    help="Threads for the network (default: all but one).",
)
@click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True)
@click.option("--runs", "folder", type=FILE, default=None, help="Folder of the runs.")
def recognizer(
    name: str | None,
    resume: str | None,
    network: str,
    samples: int,
    batch: int,
    learning_rate: float,
    seed: int,
    easy: int,
    parent: str,
    threads: int | None,
    device: str,
    folder: Path | None,
) -> None:
    """Train a recognizer on synthetic plates."""
    from datetime import UTC, datetime

    from forensic_lpr.operations.train import train_recognizer
    from forensic_lpr.training.config import TrainingConfig

    folder = folder or paths.runs()
    printer = _StatusPrinter()
    if resume is not None:
        train_recognizer(folder / plain_name(resume), None, printer, threads=threads, device=device)
    else:
        config = TrainingConfig(
            network=network,
            samples=samples,
            batch=batch,
            learning_rate=learning_rate,
            seed=seed,
            easy=easy,
            parent=parent,
        )
        name = name or f"{network}-{datetime.now(UTC):%Y%m%d-%H%M%S}"
        click.echo(f"Run {folder / plain_name(name)}")
        train_recognizer(folder / plain_name(name), config, printer, threads=threads, device=device)
    click.echo("Training finished.")


@train.command()
@click.argument("file", type=FILE)
@click.option("--samples", type=click.IntRange(min=200), default=40_000, show_default=True)
def inspector(file: Path, samples: int) -> None:
    """Train the inspector, which warns of wrong markings, on drawn places; write its weights to FILE."""
    from forensic_lpr.operations.train import train_inspector

    _write(file, train_inspector(samples, file.stem, Meter()))
    click.echo(f"{file}: {samples:,} samples")


@click.command()
@click.argument("run")
@click.argument("file", type=FILE)
@click.option("--runs", "folder", type=FILE, default=None, help="Folder of the runs.")
@click.option("--result", nargs=2, multiple=True, help="A measured figure for the card: what, figure.")
def weights(run: str, file: Path, folder: Path | None, result: tuple[tuple[str, str], ...]) -> None:
    """Write a run's weights in half precision, with their model card, to FILE."""
    from forensic_lpr.operations.train import export_weights

    data = export_weights((folder or paths.runs()) / plain_name(run), file.stem, result)
    _write(file, data)
    click.echo(f"{file}: {len(data):,} bytes")


@click.command()
@click.argument("name")
@click.argument("file", type=FILE)
@click.option(
    "--plates", type=click.IntRange(min=300), default=3000, show_default=True, help="Plates per family."
)
def calibrate(name: str, file: Path, plates: int) -> None:
    """Fit the probabilities of weights NAME to how often they are right; write the result to FILE."""
    from forensic_lpr.operations.calibrate import calibrate as calibrate_weights

    done = calibrate_weights(name, plates, Meter())
    _write(file, done.data)
    for title, score in (("before", done.before), ("after", done.after)):
        low, high = score.coverage.interval
        click.echo(
            f"{title:<7} expected calibration error {100 * score.error:.1f} %, "
            f"truth in its set {100 * score.coverage.value:.1f} % ({score.coverage.hits}/{score.coverage.n}) "
            f"[{100 * low:.1f}–{100 * high:.1f}], {score.set_size:.2f} characters a set, "
            f"likeliest right {100 * score.accuracy.value:.1f} %"
        )


@click.group()
def synth() -> None:
    """Look at synthetic plates."""


@synth.command()
@click.argument("file", type=FILE)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--columns", type=click.IntRange(1, 40), default=12, show_default=True)
@click.option("--rows", type=click.IntRange(1, 40), default=12, show_default=True)
@click.option("--format", "format_name", default="auto", show_default=True)
def preview(file: Path, seed: int, columns: int, rows: int, format_name: str) -> None:
    """Write a grid of training pictures, as the network sees them, to a PNG."""
    from forensic_lpr.operations.synthesise import write_preview

    write_preview(file, seed, columns, rows, format_name, load_formats())
    click.echo(f"{columns * rows} samples of seed {seed} written to {file}")


@synth.command("sample-case")
@click.argument("folder", type=FILE)
def sample_case(folder: Path) -> None:
    """Draw the sample case (a still and a clip) into a folder."""
    from forensic_lpr.operations.synthesise import write_sample_case

    for path in write_sample_case(folder, load_formats()):
        click.echo(str(path))


class _StatusPrinter:
    """Prints where a training is: every ten seconds, and each evaluation."""

    def __init__(self) -> None:
        self._last = 0.0
        self._scores: object = ()

    def __call__(self, status: object) -> None:
        import time

        from forensic_lpr.training.loop import TrainingStatus

        assert isinstance(status, TrainingStatus)
        now = time.monotonic()
        if status.scores != self._scores:
            self._scores = status.scores
            figures = "  ".join(f"{s.width} px {100 * s.exact / s.n:.0f} %" for s in status.scores)
            click.echo(f"  exact plates, synthetic, without syntax: {figures}")
        if now - self._last < 10:
            return
        self._last = now
        left = "" if status.seconds_left is None else f", {status.seconds_left / 60:.0f} min left"
        click.echo(
            f"{status.samples:,} samples, loss {status.loss:.4f}, {status.samples_per_second:.0f}/s{left}"
        )


def _write(file: Path, data: bytes) -> None:
    """Write a weights file."""
    if file.suffix != ".safetensors":
        raise RunInvalid(f"The weights file must end in .safetensors, not {file.name!r}.")
    try:
        file.write_bytes(data)
    except OSError as error:
        raise RunInvalid(f"{file} cannot be written: {error.strerror}.") from error
