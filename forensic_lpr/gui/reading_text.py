"""A reading as text for the clipboard and the screen."""

import csv
import io
import json
from collections.abc import Callable
from typing import Protocol

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import PlateReading, SlotProbabilities, WeightsIdentity
from forensic_lpr.gui.certainty import percent
from forensic_lpr.gui.language import number
from forensic_lpr.gui.operation_words import told
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.report.wire import reading_data

Translate = Callable[[str], str]


class Ranked(Protocol):
    """What every reading has, of one frame, fused or of an average."""

    @property
    def slots(self) -> SlotProbabilities:
        """What the pixels say."""

    @property
    def plates(self) -> tuple[Candidate, ...]:
        """Ranked plates that follow the syntax."""

    @property
    def plates_without_syntax(self) -> tuple[Candidate, ...]:
        """Ranked plates from the pixels alone."""

    @property
    def format_name(self) -> str:
        """Name of the format that the likeliest plate follows."""


def format_of(formats: tuple[PlateFormat, ...], name: str) -> PlateFormat | None:
    """The format with a name."""
    return next((plate_format for plate_format in formats if plate_format.name == name), None)


def gap_of(plate_format: PlateFormat | None) -> int:
    """Number of slots before the gap or separator of a format's first layout, 0 for none."""
    return plate_format.layouts[0].rows[0].gap_after if plate_format is not None else 0


def has_dot(plate_format: PlateFormat | None) -> bool:
    """Whether a dot stands in the gap."""
    return plate_format is not None and plate_format.layouts[0].separator == "dot"


def spaced(text: str, plate_format: PlateFormat | None) -> str:
    """A plate text as the plate shows it: ``ABC-1234`` with a dot on the plate, else ``ABC 1D23``."""
    gap = gap_of(plate_format)
    if not gap or plate_format is None or not plate_format.matches(text):
        return text
    return f"{text[:gap]}{'-' if has_dot(plate_format) else ' '}{text[gap:]}"


def as_text(
    item: EvidenceItem, reading: PlateReading, formats: tuple[PlateFormat, ...], tr: Translate
) -> str:
    """A reading in a few lines for a message or a file note, in the language of the window."""
    request, calibrated = reading.request, reading.slots.calibrated
    width, height = (number(side, ".1f") for side in (request.quad.width, request.quad.height))
    steps = ", ".join(
        f"{in_words(step.about.title)} ({told(step)})" for step in request.recipe.effective.steps
    )
    lines = [
        f"{item.path.name}, SHA-256 {item.digests.sha256}",
        tr("Frame {n}, plate {w} x {h} px").format(n=request.frame.index, w=width, h=height),
        tr("Read from the enhanced picture: {steps}").format(steps=steps)
        if steps
        else tr("Read from the original."),
        *ranked_lines(reading, formats, tr, tr("Probability") if calibrated else tr("Probability (network)")),
    ]
    if reading.plates_of_original:
        best = reading.plates_of_original[0]
        lines.append(
            tr("The original gives {plate} ({p}).").format(plate=best.text, p=percent(best.probability))
        )
    lines += [in_words(warning) for warning in reading.warnings]
    lines.append(weights_line(reading.weights, tr))
    if not calibrated:
        lines.append(tr("The probabilities are the network's own; they are not calibrated."))
    return "\n".join(lines) + "\n"


def ranked_lines(
    reading: Ranked, formats: tuple[PlateFormat, ...], tr: Translate, probability: str
) -> list[str]:
    """The ranked plates in columns, with a head that names their probability."""
    lines = [f"{'':4s}  {tr('Plate'):8s}  {probability:>21s}  {tr('Cumulative'):>10s}"]
    for rank, plate in enumerate(reading.plates, 1):
        text = spaced(plate.text, next((f for f in formats if f.matches(plate.text)), None))
        lines.append(
            f"{rank:4d}  {text:8s}  {percent(plate.probability):>21s}  {percent(plate.cumulative):>10s}"
        )
    return lines


def weights_line(weights: WeightsIdentity, tr: Translate) -> str:
    """Which weights read."""
    return tr("Weights {name}, SHA-256 {digest}").format(name=weights.name, digest=weights.sha256)


def as_csv(reading: Ranked) -> str:
    """The ranked plates as a table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["rank", "plate", "probability", "cumulative", "syntax"])
    for syntax, plates in (("with", reading.plates), ("without", reading.plates_without_syntax)):
        for rank, plate in enumerate(plates, 1):
            writer.writerow([rank, plate.text, repr(plate.probability), repr(plate.cumulative), syntax])
    return out.getvalue()


def as_json(item: EvidenceItem, reading: PlateReading, clock: SceneClock | None = None) -> str:
    """The reading as the command line prints it."""
    return json.dumps(reading_data(item, reading, clock), ensure_ascii=False, indent=2) + "\n"
