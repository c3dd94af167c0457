"""Average the plate over the frames of a track and read the result: for the eye, and as a second reading."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.core.track import Track
from forensic_lpr.core.trackreading import AverageReading, TrackReading
from forensic_lpr.imaging.average import HEIGHT, WIDTH, average, registered
from forensic_lpr.media.source import FrameSource
from forensic_lpr.operations.read import PLATES, look, slot_sets
from forensic_lpr.recognition.recognizer import Recognizer

Plates = Sequence[NDArray[np.uint8]]


def plate_stack(
    found: Track, source: FrameSource, progress: Progress = silent
) -> tuple[NDArray[np.uint8], ...]:
    """The registered plate image of every frame of a track; any thread.

    Raises:
        EvidenceUnreadable: The clip cannot be decoded.
        EvidenceChanged: A frame no longer decodes to what the table says.
        Cancelled: By the progress callback.
    """
    plates = []
    for done, tracked in enumerate(found.quads):
        progress(done, len(found.quads), "averaging")
        plates.append(registered(source.frame(tracked.frame).image, tracked.quad))
    return tuple(plates)


def read_average(
    reading: TrackReading,
    plates: Plates,
    used: Sequence[bool],
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
) -> AverageReading:
    """Average the frames in use and read the picture; any thread.

    Args:
        reading: The track and its frames' readings; their weights count here too.
        plates: Its registered plate images.
        used: For each frame, whether it is in use.
        recognizer: The weights.
        formats: All plate formats.

    Raises:
        FormatInvalid: the track's reading names an unknown format.
        ValueError: no frame is in use.
    """
    image, width = average_image(reading, plates, used)
    slots = look_at_average(image, width, recognizer)
    chosen = select(formats, reading.format_requested)
    ranked = rank_plates(slots.log_probabilities, slots.alphabet, [slot_sets(f) for f in chosen], PLATES)
    best = ranked[0].text if ranked else ""
    return AverageReading(
        used=tuple(used),
        image=image,
        width=width,
        slots=slots,
        plates=ranked,
        plates_without_syntax=rank_plates(slots.log_probabilities, slots.alphabet, (), PLATES),
        format_name=next((f.name for f in chosen if f.matches(best)), ""),
    )


def average_image(
    reading: TrackReading, plates: Plates, used: Sequence[bool]
) -> tuple[NDArray[np.uint8], float]:
    """The average of the frames in use, uint8 (HEIGHT, WIDTH), and the mean width of their plates in pixels."""
    active = [number for number, on in enumerate(used) if on]
    weights = [reading.frames[n].weight for n in active]
    widths = [reading.frames[n].tracked.quad.width for n in active]
    width = float(np.average(widths, weights=weights if sum(weights) > 0 else None))
    return average([plates[n] for n in active], weights), width


def look_at_average(image: NDArray[np.uint8], width: float, recognizer: Recognizer) -> SlotProbabilities:
    """What the network sees in an average.

    The temperatures are those of single plates of the frames' own width. Nothing was fitted on averages, so the
    probabilities do not count as calibrated.

    Args:
        image: uint8 (HEIGHT, WIDTH).
        width: Mean width of the plate in the frames, pixels.
        recognizer: The weights.
    """
    _, slots = look(image, Quad.from_box(0, 0, WIDTH, HEIGHT), recognizer, width)
    return replace(slots, calibrated=False, sets=())
