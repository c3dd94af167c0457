"""Measure following and fusing on synthetic clips with known truth, exactly as an examiner's clip is treated."""

import tempfile
from pathlib import Path

import numpy as np

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad, homography, project
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import SlotSets
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.core.track import Mark
from forensic_lpr.core.trackreading import TrackReading
from forensic_lpr.evaluation import hand
from forensic_lpr.evaluation.trackfit import FittedTemperature
from forensic_lpr.evaluation.trackfit import fit_temperatures as fit
from forensic_lpr.evaluation.tracks import COUNTS, TrackOutcome, TrackScores, choose, score_tracks
from forensic_lpr.operations.acquire import acquire, open_item
from forensic_lpr.operations.average import Plates, average_image, look_at_average, plate_stack
from forensic_lpr.operations.read import slot_sets
from forensic_lpr.operations.track import capture_track, read_track, track
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.tracks import SyntheticTrack, draw_track

SEED, FIT_SEED = 20261101, 20260902
"""Seeds of the tracks that are measured, and of those that the temperatures were fitted on."""
MEASURED, FITTED = 200, 400
"""How many of them, unless told otherwise: 60 left the temperatures 5 % too high."""


def evaluate_tracks(
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    count: int,
    seed: int = SEED,
    progress: Progress = silent,
) -> TrackScores:
    """Draw, encode, acquire, follow and read ``count`` clips and score them.

    Raises:
        Cancelled: By the progress callback.
    """
    outcomes = run_tracks(recognizer, formats, count, seed, progress)
    return score_tracks(outcomes, _syntaxes(formats), seed)


def fit_temperatures(
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    count: int,
    seed: int = FIT_SEED,
    progress: Progress = silent,
) -> tuple[FittedTemperature, ...]:
    """The table of :mod:`forensic_lpr.recognition.fusion`, fitted on clips of their own.

    Raises:
        Cancelled: By the progress callback.
    """
    return fit(run_tracks(recognizer, formats, count, seed, progress), COUNTS, _syntaxes(formats), seed)


def run_tracks(
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    count: int,
    seed: int,
    progress: Progress = silent,
) -> list[TrackOutcome]:
    """Follow and read the clips 0 to ``count`` - 1 of a seed."""
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for index in range(count):
            progress(index, count, "tracks")
            clip = draw_track(seed, index, formats)
            outcomes.append(_run(Path(folder) / "clip.mp4", clip, recognizer, formats, (seed, index)))
    progress(count, count, "tracks")
    return outcomes


def _run(
    path: Path,
    clip: SyntheticTrack,
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    place: tuple[int, int],
) -> TrackOutcome:
    """The clip of this seed and index: marked by an unsteady hand where the plate is largest, as an examiner would."""
    clip.write(path)
    marked = int(np.argmax([quad.width for quad in clip.quads]))
    true = clip.quads[marked]
    seed, index = place
    quad = hand.marked(true, np.random.default_rng([seed, 8, index]))
    item = acquire(path)
    with open_item(item) as source:
        table = source.table()
        request = capture_track(item, table, [Mark(table.rows[marked].ref, quad)])
        found = track(request, source)
        reading = read_track(found, source, recognizer, formats)
        plates = plate_stack(found, source)
    errors = [
        float(distance)
        for frame in reading.frames
        if not frame.tracked.by_hand
        for distance in _distances(true, clip.quads[frame.tracked.frame.index], quad, frame.tracked.quad)
    ]
    return TrackOutcome(
        clip.text,
        float(np.mean([quad.width for quad in clip.quads])),
        tuple(frame.slots for frame in reading.frames),
        tuple(frame.weight for frame in reading.frames),
        len(clip.quads),
        {count: _averaged(count, reading, plates, place, recognizer) for count in COUNTS},
        tuple(errors),
    )


def _averaged(
    count: int, reading: TrackReading, plates: Plates, place: tuple[int, int], recognizer: Recognizer
) -> SlotProbabilities:
    """What the average of as many frames says, of the same frames that the other rules are given."""
    chosen = set(choose(len(reading.frames), count, *place))
    used = [number in chosen for number in range(len(reading.frames))]
    return look_at_average(*average_image(reading, plates, used), recognizer)


def _distances(true: Quad, true_now: Quad, marked: Quad, found: Quad) -> list[float]:
    """How far each corner found lies from where the plane's true motion takes the marked one, in pixels."""
    moved = project(homography(true.array(), true_now.array()), marked.array())
    return [float(distance) for distance in np.hypot(*(found.array() - moved).T)]


def _syntaxes(formats: tuple[PlateFormat, ...]) -> list[SlotSets]:
    return [slot_sets(plate_format) for plate_format in formats]
