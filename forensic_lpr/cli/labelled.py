"""Commands on labelled sets of own plates: data check, data split, data preview, data take."""

import json
from collections import Counter
from pathlib import Path

import click

from forensic_lpr.cli.following import followed, plain_plate, where_options
from forensic_lpr.cli.options import FILE, STREAM, Meter, parse_quad
from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import SetInvalid
from forensic_lpr.operations.labelframes import MOST_FRAMES, cut_frames

_SHOWN = 40


@click.group()
def data() -> None:
    """Labelled sets of own plates: check, divide, look at one, take pictures from a clip."""


@data.command()
@click.argument("folder", type=FILE)
@click.option("--weights", default="", help="Let these weights look for doubtful labels, by name or path.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def check(folder: Path, weights: str, as_json: bool) -> None:
    """Say what a set holds and everything that is wrong with it; exit code 2 where it cannot be trained on."""
    from forensic_lpr.operations.labelled import check_set

    found = check_set(folder, weights, Meter())
    widths = sorted(crop.width for crop in found.crops)
    if as_json:
        problems = [
            {"kind": p.kind, "file": p.file, "sentence": p.sentence, "left_out": p.left_out}
            for p in found.problems
        ]
        told = {
            "digest": found.digest,
            "pictures": len(found.crops),
            "plates": len(found.plates),
            "sources": len(found.sources),
            "formats": Counter(crop.format_name for crop in found.crops),
            "widths": widths,
            "problems": problems,
        }
        click.echo(json.dumps(told, indent=2))
    else:
        for problem in found.problems[:_SHOWN]:
            click.echo(f"{'left out' if problem.left_out else 'note':<9} {problem.sentence}")
        if len(found.problems) > _SHOWN:
            click.echo(f"          and {len(found.problems) - _SHOWN} more.")
        range_text = f"{widths[0]:.0f} to {widths[-1]:.0f} px wide, " if widths else ""
        click.echo(
            f"{len(found.crops)} pictures of {len(found.plates)} plates, {range_text}"
            f"{len(found.sources)} sources; SHA-256 {found.digest}"
        )
    if not found.enough or any(problem.kind == "split" for problem in found.problems):
        raise SetInvalid(f"The set {found.name} cannot be trained on as it is.")


@data.command()
@click.argument("folder", type=FILE)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--out", type=FILE, default=None, help="Write the division to this file.")
@click.option(
    "--check", "checked", type=FILE, default=None, help="Instead, check a division that was written."
)
def split(folder: Path, seed: int, out: Path | None, checked: Path | None) -> None:
    """Divide a set into training, validation and held pictures, by plate and by source."""
    from forensic_lpr.operations.labelled import record_split
    from forensic_lpr.training.labelreading import read_labelled_set
    from forensic_lpr.training.labels import PARTS
    from forensic_lpr.training.split import read_split, split_set

    found = read_labelled_set(folder, load_formats(), Meter())
    divided = split_set(found, seed) if checked is None else read_split(checked, found)
    for part in PARTS:
        crops = divided.crops(found, part)
        plates, sources = len({crop.text for crop in crops}), len({crop.source for crop in crops})
        click.echo(f"{part:<11}{len(crops):>6} pictures of {plates} plates from {sources} sources")
    click.echo(f"Kept together: {divided.by}; no plate is in two parts.")
    if out is not None:
        record_split(out, divided)
        click.echo(f"Written to {out}")


@data.command()
@click.argument("folder", type=FILE)
@click.argument("file", type=FILE)
@click.option("--dgm", default="", help="Weights of a DGM, by name or path.")
@click.option("--pairs", type=FILE, default=None, help="Pair sets whose plates are learnt, too.")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--columns", type=click.IntRange(1, 40), default=12, show_default=True)
@click.option("--rows", type=click.IntRange(1, 40), default=12, show_default=True)
def preview(
    folder: Path, file: Path, dgm: str, pairs: Path | None, seed: int, columns: int, rows: int
) -> None:
    """Write a grid of exactly what the network will see in training to a PNG, and say what each row holds."""
    from forensic_lpr.operations.labelled import preview_training, write_training_preview
    from forensic_lpr.training.labelreading import read_labelled_set

    found = read_labelled_set(folder, load_formats(), Meter())
    samples = preview_training(found, dgm=dgm, seed=seed, count=columns * rows, pairs=pairs)
    write_training_preview(file, samples, columns)
    for row in range(rows):
        part = samples[row * columns : (row + 1) * columns]
        click.echo(f"row {row + 1:>2}: " + " ".join(f"{sample.text}({sample.source})" for sample in part))


@data.command()
@click.argument("file", type=FILE)
@where_options
@click.option("--text", required=True, help="What the plate says.")
@click.option(
    "--set", "folder", type=FILE, required=True, help="The set they are added to; made where needed."
)
@click.option(
    "--most", type=click.IntRange(min=1), default=MOST_FRAMES, show_default=True, help="Most frames."
)
@STREAM
def take(
    file: Path,
    corners: str,
    index: int,
    first: int | None,
    last: int | None,
    text: str,
    folder: Path,
    most: int,
    stream: int | None,
) -> None:
    """Follow the plate marked by --quad and add it, near and far, to a labelled set."""
    from forensic_lpr.training.labelwriting import NewLabel, add_labels

    text = plain_plate(text)
    plate_format = next((known for known in load_formats() if known.matches(text)), None)
    if plate_format is None:
        raise click.UsageError(f"{text} is of no known plate format.")
    with followed(file, {index: parse_quad(corners)}, first, last, stream) as found:
        cut = cut_frames(found.track, found.source, most, Meter())
    sha256 = found.item.digests.sha256
    labels = [
        NewLabel(one.image, one.quad, text, plate_format.name, file.stem, evidence_sha256=sha256)
        for one in cut
    ]
    for one, name in zip(cut, add_labels(folder, labels), strict=True):
        click.echo(f"frame {one.frame.index:>6}, {one.quad.width:5.1f} px   {name}")
    click.echo(f"{len(cut)} pictures of {text} from {file.name}, added to {folder}")
