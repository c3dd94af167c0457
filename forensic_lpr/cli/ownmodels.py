"""Commands on the examiner's own models: models list, show, import, export, activate, compare, gate, recalibrate."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from forensic_lpr.cli.options import FILE, QUAD_HELP, Meter, parse_quad
from forensic_lpr.core.formats import load_formats


@click.group()
def models() -> None:
    """Own models: keep, judge, activate, hand out and take in."""


@models.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print plain data.")
def list_all(as_json: bool) -> None:
    """List all models; the active one is marked."""
    from forensic_lpr.operations.models import list_models

    found = list_models()
    if as_json:
        told = [
            {
                "name": model.name,
                "kind": model.kind,
                "sha256": model.sha256,
                "shipped": model.shipped,
                "active": model.active,
                "verdict": model.verdict,
            }
            for model in found
        ]
        click.echo(json.dumps(told, indent=2))
        return
    for model in found:
        mark = "*" if model.active else " "
        click.echo(f"{mark} {model.name:<24} {model.kind:<11} {model.sha256[:16]}  {model.verdict}")


@models.command()
@click.argument("name")
def show(name: str) -> None:
    """Show a model's card as data, with its digest and where it came from."""
    from forensic_lpr.operations.models import lineage, show_model

    model = show_model(name)
    told = {
        "file": str(model.path),
        "sha256": model.sha256,
        "active": model.active,
        "verdict": model.verdict,
        "came from": [f"{known or 'not here'} {digest}" for known, digest in lineage(name)],
        "card": asdict(model.card),
    }
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))


@models.command("import")
@click.argument("file", type=FILE)
def import_file(file: Path) -> None:
    """Take in a weights file; the digest in FILE.card.json must agree where that lies beside it."""
    from forensic_lpr.operations.models import import_model

    model = import_model(file)
    click.echo(f"{model.name} ({model.kind}), SHA-256 {model.sha256}")


@models.command()
@click.argument("name")
@click.argument("file", type=FILE)
def export(name: str, file: Path) -> None:
    """Write a model to FILE and its card with the digest beside it."""
    from forensic_lpr.operations.models import export_model

    model = export_model(name, file)
    click.echo(f"{file}, SHA-256 {model.sha256}")


@models.command()
@click.argument("name")
def remove(name: str) -> None:
    """Delete an own model that is not active."""
    from forensic_lpr.operations.models import remove_model

    remove_model(name)
    click.echo(f"{name} deleted")


@models.command()
@click.argument("name")
@click.option("--anyway", is_flag=True, help="Also where it was not shown to be better.")
def activate(name: str, anyway: bool) -> None:
    """Let readings use a model unless told otherwise."""
    from forensic_lpr.operations.models import activate as choose

    chosen = choose(name, anyway)
    click.echo(f"{chosen.name} is active, SHA-256 {chosen.sha256}")


@models.command()
def deactivate() -> None:
    """Take the last choice back."""
    from forensic_lpr.operations.models import deactivate as take_back

    chosen = take_back()
    click.echo(f"{chosen.name} is active" if chosen else "The shipped weights are active")


@models.command()
@click.argument("name")
@click.option("--set", "folder", type=FILE, required=True, help="Labelled set; learnt plates are left out.")
@click.option("--against", default="default", show_default=True, help="Weights to compare with.")
@click.option(
    "--standard", type=click.IntRange(min=20), default=500, show_default=True, help="Drawn plates per set."
)
def gate(name: str, folder: Path, against: str, standard: int) -> None:
    """Judge an own model on held pictures against other weights, and write the verdict onto its card."""
    from forensic_lpr.operations.gate import gate as judge
    from forensic_lpr.operations.gate import record_gate

    gated = judge(name, folder, against, standard, Meter())
    result = gated.result
    model = record_gate(name, gated)
    click.echo(result.sentence)
    for title, counts in result.standard:
        click.echo(
            f"  {title:<14} {100 * counts.before.value:5.1f} % before, {100 * counts.after.value:5.1f} % after, "
            f"{counts.only_before} lost, {counts.only_after} gained of {counts.n}"
        )
    click.echo(f"  {result.left_out} pictures of plates that were learnt are left out")
    click.echo(f"{model.name} is marked: {result.judgement}; SHA-256 {model.sha256}")


@models.command()
@click.argument("name")
@click.option(
    "--set", "folder", type=FILE, default=None, help="The set that the model learnt; left out: drawn plates."
)
@click.option("--plates", type=click.IntRange(min=300), default=3000, show_default=True, help="Drawn plates.")
def recalibrate(name: str, folder: Path | None, plates: int) -> None:
    """Fit an own model's probabilities to how often they are right, with --set on that camera's held pictures."""
    from forensic_lpr.operations.models import replace_model
    from forensic_lpr.operations.recalibrate import recalibrate as fit

    done = fit(name, folder, plates, Meter())
    model = replace_model(name, done.data)
    for title, score in (("before", done.before), ("after", done.after)):
        click.echo(
            f"{title:<7} expected calibration error {100 * score.error:.1f} %, truth in its set "
            f"{100 * score.coverage.value:.1f} % ({score.coverage.hits}/{score.coverage.n}), "
            f"{score.set_size:.2f} characters a set"
        )
    click.echo(f"Temperatures times {done.factor:.2f}; SHA-256 {model.sha256}")


@models.command()
@click.argument("first")
@click.argument("second")
@click.argument("file", type=FILE)
@click.option("--quad", "corners", default="", help=QUAD_HELP + " Left out: the picture is the plate.")
@click.option("--format", "format_name", default="auto", show_default=True)
def compare(first: str, second: str, file: Path, corners: str, format_name: str) -> None:
    """Read one plate of a still with two models, side by side; nothing is recorded."""
    from forensic_lpr.core.geometry import Quad
    from forensic_lpr.media.stills import decode_still
    from forensic_lpr.operations.gate import compare_on_plate
    from forensic_lpr.recognition.recognizer import Recognizer

    image = decode_still(file)
    quad = parse_quad(corners) if corners else Quad.from_box(0, 0, image.shape[1], image.shape[0])
    one, two = Recognizer.load(first), Recognizer.load(second)
    found = compare_on_plate(image, quad, one, two, load_formats(), format_name)
    for weights, plates in zip(found.weights, found.plates, strict=True):
        ranked = "  ".join(f"{plate.text} {100 * plate.probability:.1f} %" for plate in plates[:5])
        click.echo(f"{weights.name:<24} {ranked}")
