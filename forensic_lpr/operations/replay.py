"""Repeat a recorded reading from the evidence, and say where it first comes out otherwise.

On the machine that read, with the same packages, every number must be the same to the bit. Elsewhere the order of
additions inside the libraries may differ: probabilities may then lie up to :data:`TOLERANCE` apart, and what follows
from them (first plate, format) must be the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np

from forensic_lpr.core.caseview import RecordedReading
from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import PlateReading, SlotProbabilities, WeightsIdentity
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.errors import DeviceMissing, WeightsInvalid
from forensic_lpr.media.source import FrameSource
from forensic_lpr.operations.environment import workplace
from forensic_lpr.operations.read import compute
from forensic_lpr.operations.track import fuse_frames, read_track, track
from forensic_lpr.recognition.recognizer import Recognizer

TOLERANCE = 1e-3
"""How far probabilities may lie apart on another machine."""
_CORNER_TOLERANCE_PX = 0.05

T = TypeVar("T")


@dataclass(frozen=True)
class Replayed:
    """What repeating a reading gave.

    Attributes:
        difference: The first difference in one sentence, empty when there is none.
        exact: Whether everything was compared to the bit.
    """

    difference: str
    exact: bool


class RecognizerShelf:
    """Recognizers by the digest of their weights, so that each is loaded once."""

    def __init__(self, look_in: Sequence[Path] = ()) -> None:
        self._look_in = tuple(look_in)
        self._loaded: dict[tuple[str, str], Recognizer] = {}

    def get(self, chosen: str, identity: WeightsIdentity) -> tuple[Recognizer, bool]:
        """The recognizer that read, and whether it runs on the device that it read on.

        Raises:
            WeightsInvalid: its weights are nowhere, or are no longer what they were.
        """
        key = (identity.sha256, identity.device)
        if key not in self._loaded:
            self._loaded[key] = self._load(chosen, identity)
        found = self._loaded[key]
        return found, found.identity.device == identity.device

    def _load(self, chosen: str, identity: WeightsIdentity) -> Recognizer:
        names = [chosen, identity.name, *(str(f / Path(chosen).name) for f in self._look_in)]
        changed, missing = "", ""
        for name in dict.fromkeys(names):
            try:
                found = _on_device(name, identity.device)
            except WeightsInvalid as error:
                missing = missing or str(error)
                continue
            if found.identity.sha256 == identity.sha256:
                return found
            changed = changed or name
        if changed:
            raise WeightsInvalid(
                f"The weights {changed} are no longer those that read: their SHA-256 is not {identity.sha256}."
            )
        raise WeightsInvalid(f"The weights that read cannot be used: {missing}")


def replay(
    recorded: RecordedReading,
    source: FrameSource,
    shelf: RecognizerShelf,
    formats: tuple[PlateFormat, ...],
    progress: Progress = silent,
) -> Replayed:
    """Repeat a reading and compare.

    Args:
        recorded: The reading.
        source: Its evidence, with the frame table attached.
        shelf: Where recognizers are loaded.
        formats: All plate formats.
        progress: Told what is done of a track.

    Raises:
        WeightsInvalid: the weights that read cannot be had.
        FormatInvalid: the format asked for is not known here.
        FrameNotFound, EvidenceUnreadable, EvidenceChanged, QuadInvalid: the frame is not there, or is another one.
        Cancelled: By the progress callback.
    """
    reading = recorded.reading
    recognizer, same_device = shelf.get(recorded.act.weights, reading.weights)
    exact = same_device and recorded.act.environment == workplace()
    if isinstance(reading, PlateReading):
        return Replayed(_single(reading, source, recognizer, formats, exact), exact)
    return Replayed(_track(reading, source, recognizer, formats, exact, progress), exact)


def _on_device(name: str, device: str) -> Recognizer:
    try:
        return Recognizer.load(name, device)
    except DeviceMissing:
        return Recognizer.load(name)


def _single(
    reading: PlateReading,
    source: FrameSource,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    exact: bool,
) -> str:
    frame = source.frame(reading.request.frame)
    if frame.digest != reading.request.frame_digest:
        return f"Frame {frame.ref.index} decodes to other pixels than those that were read."
    if reading.remarks is None:
        frame = replace(frame, remarks=None, doubts=())  # it was read before the clip was decoded whole
    again = compute(reading.request, frame, recognizer, formats)
    return (
        ("The plate from the front has other pixels." if _pixels_differ(reading, again, exact) else "")
        or _slots_differ(reading.slots, again.slots, exact)
        or _plates_differ("plates", reading.plates, again.plates, exact)
        or _plates_differ(
            "plates without syntax", reading.plates_without_syntax, again.plates_without_syntax, exact
        )
        or _plates_differ(
            "plates of the original", reading.plates_of_original, again.plates_of_original, exact
        )
        or _other("The format of the likeliest plate", reading.format_name, again.format_name)
        or _other("What the full decode pass found", reading.remarks, again.remarks)
        or _inspection_differs(reading, again, exact)
    )


def _inspection_differs(one: PlateReading, two: PlateReading, exact: bool) -> str:
    """Of readings on this machine only: elsewhere a figure near its border may fall on the other side."""
    if not exact or one.inspection is None:
        return ""  # without an inspection it was recorded by a program that did not know today's warnings
    return _other("The warnings", one.warnings, two.warnings) or _other(
        "What was told before the characters", one.inspection, two.inspection
    )


def _track(
    reading: TrackReading,
    source: FrameSource,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    exact: bool,
    progress: Progress,
) -> str:
    found = track(reading.track.request, source, progress)
    if [q.frame for q in found.quads] != [q.frame for q in reading.track.quads]:
        return "The plate is found in other frames than those recorded."
    for old, new in zip(reading.track.quads, found.quads, strict=True):
        apart = float(np.abs(old.quad.array() - new.quad.array()).max())
        if apart > (0.0 if exact else _CORNER_TOLERANCE_PX):
            return f"The corners in frame {old.frame.index} lie {apart:.3g} pixels from those recorded."
    # What is read are the corners recorded: in the last bits of another machine they would be others.
    again = read_track(reading.track, source, recognizer, formats, reading.format_requested, progress)
    for one, two in zip(reading.frames, again.frames, strict=True):
        index = one.tracked.frame.index
        if one.frame_digest != two.frame_digest:
            return f"Frame {index} decodes to other pixels than those that were read."
        difference = _slots_differ(one.slots, two.slots, exact)
        if difference:
            return f"Frame {index}: {difference}"
    chosen = select(formats, reading.format_requested)
    fused = fuse_frames(again.frames, chosen, reading.fused.used)
    return (
        _slots_differ(reading.fused.slots, fused.slots, exact)
        or _plates_differ("plates", reading.fused.plates, fused.plates, exact)
        or _other("The format of the likeliest plate", reading.fused.format_name, fused.format_name)
        or _other("What the full decode pass found", reading.remarks, again.remarks)
        or (_other("The frames' shares", reading.fused.shares, fused.shares) if exact else "")
    )


def _pixels_differ(one: PlateReading, two: PlateReading, exact: bool) -> bool:
    if one.plate_image.shape != two.plate_image.shape:
        return True
    apart = np.abs(one.plate_image.astype(np.int16) - two.plate_image.astype(np.int16))
    return bool(apart.max() > (0 if exact else 1))


def _slots_differ(one: SlotProbabilities, two: SlotProbabilities, exact: bool) -> str:
    if one.alphabet != two.alphabet or one.log_probabilities.shape != two.log_probabilities.shape:
        return "The slots hold other characters."
    if exact:
        same = one.log_probabilities == two.log_probabilities
        apart = np.abs(np.exp(one.log_probabilities) - np.exp(two.log_probabilities))
    else:
        apart = np.abs(np.exp(one.log_probabilities) - np.exp(two.log_probabilities))
        same = apart <= TOLERANCE
    if not same.all():
        slot, symbol = np.unravel_index(int(np.argmin(same)), same.shape)
        return (
            f"Slot {int(slot) + 1} gives {one.alphabet.symbols[int(symbol)]} another probability "
            f"(by {float(apart[slot, symbol]):.2g})."
        )
    return _other("The characters that cannot be ruled out", one.sets, two.sets if exact else one.sets)


def _plates_differ(what: str, old: tuple[Candidate, ...], new: tuple[Candidate, ...], exact: bool) -> str:
    if exact:
        return _other(f"The ranked {what}", old, new)
    return _other(f"The first of the {what}", [c.text for c in old[:1]], [c.text for c in new[:1]])


def _other(what: str, old: T, new: T) -> str:
    return "" if old == new else f"{what} came out otherwise than recorded."
