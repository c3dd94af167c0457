"""A reading: what was asked, what the pixels say, which plates that makes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.inspection import Inspection
from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.recipe import ORIGINAL, Recipe


@dataclass(frozen=True)
class SlotProbabilities:
    """What the pixels say, without syntax.

    Attributes:
        log_probabilities: float64 (S, C), every row normalised, read-only.
        alphabet: Names of the classes.
        calibrated: Whether the probabilities were fitted to how often they are right.
        sets: Per slot the characters that cannot be ruled out at the error rate of the calibration, likeliest first;
            empty when not calibrated.
    """

    log_probabilities: NDArray[np.float64]
    alphabet: Alphabet
    calibrated: bool = False
    sets: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.log_probabilities.ndim != 2 or self.log_probabilities.shape[1] != len(self.alphabet):
            raise ValueError("log-probabilities must be (slots, classes of the alphabet)")
        self.log_probabilities.setflags(write=False)

    def top(self, count: int) -> tuple[tuple[tuple[str, float], ...], ...]:
        """The ``count`` likeliest characters of every slot with their probabilities, likeliest first."""
        result = []
        for row in self.log_probabilities:
            best = np.argsort(-row, kind="stable")[:count]
            result.append(tuple((self.alphabet.symbols[c], float(np.exp(row[c]))) for c in best))
        return tuple(result)


@dataclass(frozen=True)
class WeightsIdentity:
    """Which weights read.

    Attributes:
        name: Name on the model card.
        sha256: Digest of the file.
        network: Network that the weights are for.
        card: The model card, as (what, text) pairs for screen and report.
        device: Where the network ran; only readings on one device of one machine are the same to the bit.
    """

    name: str
    sha256: str
    network: str
    card: tuple[tuple[str, str], ...]
    device: str = "cpu"


@dataclass(frozen=True)
class ReadRequest:
    """Everything that decides a reading, frozen before it is computed.

    Attributes:
        evidence_sha256: Digest of the file.
        frame: Which frame.
        frame_digest: Digest of the frame's decoded pixels.
        quad: The marked corners.
        format_name: ``auto`` or the name of a plate format.
        weights: Name or path of the weights.
        recipe: The steps that the frame went through before it was rectified; the original for none.
    """

    evidence_sha256: str
    frame: FrameRef
    frame_digest: str
    quad: Quad
    format_name: str
    weights: str
    recipe: Recipe = ORIGINAL


@dataclass(frozen=True)
class PlateReading:
    """The result with all that is needed to repeat it.

    Attributes:
        plate_image: The rectified plate as the network saw it, uint8 (H, W), read-only.
        slots: What the pixels say.
        plates: Ranked plates that follow the syntax of the format, or of any format for ``auto``.
        plates_without_syntax: Ranked plates from the pixels alone.
        format_name: Name of the format that the likeliest plate follows, empty when none does.
        warnings: Sentences on what makes this reading doubtful.
        weights: Which weights read.
        program_version: Version of the program.
        remarks: What the full decode pass found in the clip; ``None`` where it had not been done.
        plates_of_original: For a reading of an enhanced picture, what the same corners give in the original, ranked
            likewise; empty for a reading of the original.
        inspection: What the evidence says of the marked place without its characters; the warnings tell its cautions in
            words. ``None`` in readings recorded before places were inspected.
    """

    request: ReadRequest
    plate_image: NDArray[np.uint8]
    slots: SlotProbabilities
    plates: tuple[Candidate, ...]
    plates_without_syntax: tuple[Candidate, ...]
    format_name: str
    warnings: tuple[str, ...]
    weights: WeightsIdentity
    program_version: str
    remarks: tuple[Remark, ...] | None = None
    plates_of_original: tuple[Candidate, ...] = ()
    inspection: Inspection | None = None
