"""The reading of a track: what each frame says, and what all say together."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import SlotProbabilities, WeightsIdentity
from forensic_lpr.core.track import Track, TrackedQuad


@dataclass(frozen=True)
class FrameReading:
    """One frame of a track, read alone.

    Attributes:
        tracked: Frame and corners.
        frame_digest: Digest of the frame's decoded pixels.
        plate_image: The rectified plate as the network saw it, uint8 (H, W), read-only.
        slots: What the pixels say.
        plate: The likeliest plate of this frame alone that follows the syntax; ``None`` where none does.
        detail: How much can be made out, see :func:`forensic_lpr.imaging.quality.detail`.
        weight: Weight in the fusion before it is related to the other frames.
    """

    tracked: TrackedQuad
    frame_digest: str
    plate_image: NDArray[np.uint8]
    slots: SlotProbabilities
    plate: Candidate | None
    detail: float
    weight: float


@dataclass(frozen=True)
class LeftOut:
    """The fused reading with one frame left out.

    Attributes:
        plate: The likeliest plate without that frame, ``None`` where there is none.
        probability: Probability that it then gives to the plate read with all frames.
    """

    plate: Candidate | None
    probability: float


@dataclass(frozen=True)
class FusedReading:
    """What the frames in use say together.

    Attributes:
        used: For each frame of the track, whether it is in use.
        shares: For each frame its part of the whole weight, 0 where it is not in use; they add up to 1.
        temperature: By what the summed log-probabilities were divided.
        slots: The fused probabilities.
        plates: Ranked plates that follow the syntax.
        plates_without_syntax: Ranked plates from the pixels alone.
        format_name: Name of the format that the likeliest plate follows, empty when none does.
        left_out: For each frame the reading without it; ``None`` where it is not in use or the only one.
    """

    used: tuple[bool, ...]
    shares: tuple[float, ...]
    temperature: float
    slots: SlotProbabilities
    plates: tuple[Candidate, ...]
    plates_without_syntax: tuple[Candidate, ...]
    format_name: str
    left_out: tuple[LeftOut | None, ...]

    @property
    def stable(self) -> bool:
        """Whether the likeliest plate stays the same whichever frame is left out."""
        best = self.plates[0].text if self.plates else ""
        return all(
            left.plate is not None and left.plate.text == best for left in self.left_out if left is not None
        )


@dataclass(frozen=True)
class TrackReading:
    """The result with all that is needed to repeat it.

    Attributes:
        track: Where the plate is, and what was asked.
        format_requested: ``auto`` or the name of a plate format.
        frames: Every frame of the track, read alone.
        fused: What they say together.
        weights: Which weights read.
        program_version: Version of the program.
        remarks: What the full decode pass found in the clip.
    """

    track: Track
    format_requested: str
    frames: tuple[FrameReading, ...]
    fused: FusedReading
    weights: WeightsIdentity
    program_version: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class AverageReading:
    """A second reading of a track: of one picture that was averaged from the pixels of its frames.

    Attributes:
        used: For each frame of the track, whether it went into the average.
        image: The average, grey uint8 (H, W), read-only: an illustration, computed from the pixels.
        width: Mean width of the plate in those frames, pixels.
        slots: What its pixels say; never calibrated.
        plates: Ranked plates that follow the syntax.
        plates_without_syntax: Ranked plates from the pixels alone.
        format_name: Name of the format that the likeliest plate follows, empty when none does.
    """

    used: tuple[bool, ...]
    image: NDArray[np.uint8]
    width: float
    slots: SlotProbabilities
    plates: tuple[Candidate, ...]
    plates_without_syntax: tuple[Candidate, ...]
    format_name: str
