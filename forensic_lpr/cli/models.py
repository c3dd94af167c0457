"""Commands on weights files and drawn plates: train inspector, weights, calibrate, synth."""

from pathlib import Path

import click

from forensic_lpr import paths
from forensic_lpr.cli.options import FILE, Meter, plain_name
from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import RunInvalid


@click.command()
@click.argument("file", type=FILE)
@click.option("--samples", type=click.IntRange(min=200), default=160_000, show_default=True)
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


def _write(file: Path, data: bytes) -> None:
    """Write a weights file."""
    if file.suffix != ".safetensors":
        raise RunInvalid(f"The weights file must end in .safetensors, not {file.name!r}.")
    try:
        file.write_bytes(data)
    except OSError as error:
        raise RunInvalid(f"{file} cannot be written: {error.strerror}.") from error
