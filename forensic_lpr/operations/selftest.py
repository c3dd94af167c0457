"""Read the sample case on this machine and compare with the truth shipped beside it."""

import json
from dataclasses import dataclass
from pathlib import Path

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.operations.acquire import acquire, choose_frame
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.recognition.recognizer import Recognizer

TRUTH = "truth.json"


@dataclass(frozen=True)
class Check:
    """One self-test: what was done, whether it came out right, and what came out."""

    name: str
    passed: bool
    detail: str


def sample_folder() -> Path:
    """Folder of the shipped sample case."""
    return paths.resources() / "sample"


def run_selftest(weights: str) -> tuple[Check, ...]:
    """Read every told frame twice: the text must be the truth, and both readings the same to the bit.

    Raises:
        WeightsInvalid: the weights cannot be used.
        EvidenceUnreadable: the sample case is incomplete.
    """
    return check_sample_case(Recognizer.load(weights), weights)


def check_sample_case(recognizer: Recognizer, weights: str) -> tuple[Check, ...]:
    """The self-test with weights that are loaded; see :func:`run_selftest`.

    Raises:
        EvidenceUnreadable: the sample case is incomplete.
    """
    formats = load_formats()
    try:
        told = json.loads((sample_folder() / TRUTH).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvidenceUnreadable("The sample case is incomplete; install the program again.") from error
    checks = []
    for entry in told:
        item = acquire(sample_folder() / entry["file"])
        frame = choose_frame(item, entry["frame"], None)
        request = capture(item, frame, Quad.from_points([(x, y) for x, y in entry["quad"]]), weights=weights)
        first, second = (compute(request, frame, recognizer, formats) for _ in range(2))
        found = first.plates[0]
        name = f"{entry['file']}, frame {entry['frame']}"
        right = found.text == entry["text"] and first.format_name == entry["format"]
        detail = f"{found.text} ({first.format_name}, {100 * found.probability:.1f} %), truth {entry['text']}"
        checks.append(Check(name, right, detail))
        same = bool((first.slots.log_probabilities == second.slots.log_probabilities).all())
        checks.append(Check(f"{name}, repeated", same, "the same to the bit" if same else "another result"))
    return tuple(checks)
