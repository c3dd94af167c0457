"""Synthetic tracks that were followed and read, judged: ways of fusing side by side, by frames and by plate width."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from forensic_lpr.core.gate import PairedCounts, count_pairs
from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.ranking import SlotSets
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.evaluation.rules import AVERAGE, RULES, likeliest
from forensic_lpr.recognition.calibration import expected_calibration_error
from forensic_lpr.recognition.fusion import fuse, temperature_for

COUNTS = (1, 3, 5, 15)
BANDS = ((25.0, 30.0), (30.0, 35.0), (35.0, 40.0), (40.0, 45.0))
"""Bands of plate width in pixels, without their upper limit."""
HALF_READABLE = (0.30, 0.70)
"""Share of plates that one frame reads where several can help most: neither hopeless nor read already."""
FEW, SEVERAL = 1, 5
"""The numbers of frames that are set against each other in the bands."""
BINS = 10
"""Bins of the calibration error."""
CHANCE_DRAWS = 200


@dataclass(frozen=True)
class TrackOutcome:
    """A synthetic track that was followed and read.

    Attributes:
        truth: The plate.
        width: True width of the plate in pixels, the mean over the clip.
        frames: What each frame says.
        weights: Weight of each frame.
        drawn: Frames that the clip has; the plate was found in ``len(frames)`` of them.
        averages: Number of frames and what the average of their pixels says, for :data:`COUNTS`, of the frames that
            :func:`choose` takes.
        corner_errors: Distance of each corner of each followed frame from where the marked corner really is, pixels.
    """

    truth: str
    width: float
    frames: tuple[SlotProbabilities, ...]
    weights: tuple[float, ...]
    drawn: int
    averages: dict[int, SlotProbabilities]
    corner_errors: tuple[float, ...]


@dataclass(frozen=True)
class Calibration:
    """Expected calibration error (Guo et al., ICML 2017), and what a perfectly calibrated rule would show by chance."""

    error: float
    by_chance: float


@dataclass(frozen=True)
class BandScore:
    """Tracks whose plate is of like width.

    Attributes:
        limits: Limits of the width in pixels, the upper one not included.
        exact: Whole plates that the product reads right, by number of frames.
        gain: The same tracks with :data:`FEW` and with :data:`SEVERAL` frames.
    """

    limits: tuple[float, float]
    exact: dict[int, Rate]
    gain: PairedCounts

    @property
    def half_readable(self) -> bool:
        """Whether one frame reads 30 to 70 % of the plates."""
        low, high = HALF_READABLE
        return low <= self.gain.before.value <= high


@dataclass(frozen=True)
class TrackScores:
    """Figures of a set of tracks.

    Attributes:
        exact: Whole plates right, by number of frames and rule.
        calibration: Expected calibration error of the product by number of frames: of single characters without
            syntax, and of whole plates with it.
        ahead: The product against each other rule on the same frames, by number of frames and rule.
        bands: By plate width, see :data:`BANDS`; widths without a track are missing.
        half_readable: :data:`FEW` frames against :data:`SEVERAL` on the tracks of all bands in which one frame reads
            30 to 70 % of the plates.
        found: Frames in which the plate was found.
        corners: Median, 95th percentile and largest corner error in pixels.
    """

    exact: dict[int, dict[str, Rate]]
    calibration: dict[int, tuple[Calibration, Calibration]]
    ahead: dict[int, dict[str, PairedCounts]]
    bands: tuple[BandScore, ...]
    half_readable: PairedCounts
    found: Rate
    corners: tuple[float, float, float]


@dataclass(frozen=True)
class _Read:
    """One track read with one number of frames: plates by rule, and what the product claims and whether it is right."""

    plates: dict[str, str]
    claimed: tuple[float, bool]
    characters: tuple[tuple[float, bool], ...]


def score_tracks(outcomes: Sequence[TrackOutcome], syntaxes: Sequence[SlotSets], seed: int) -> TrackScores:
    """All figures; which frames are taken where fewer than all are wanted follows from the seed."""
    read = {
        count: [_read(outcome, count, syntaxes, seed, number) for number, outcome in enumerate(outcomes)]
        for count in COUNTS
    }
    truths = [outcome.truth for outcome in outcomes]
    named = {
        count: {name: [one.plates[name] for one in ones] for name in (*RULES, AVERAGE)}
        for count, ones in read.items()
    }
    bands = _bands(outcomes, {count: names["product"] for count, names in named.items()})
    errors = np.array([error for outcome in outcomes for error in outcome.corner_errors] or [np.nan])
    median, high, worst = (float(np.percentile(errors, p)) for p in (50, 95, 100))
    return TrackScores(
        exact={
            count: {name: _rate(truths, plates) for name, plates in names.items()}
            for count, names in named.items()
        },
        calibration={
            count: (
                calibration_of([verdict for one in ones for verdict in one.characters]),
                calibration_of([one.claimed for one in ones]),
            )
            for count, ones in read.items()
        },
        ahead={
            count: {
                name: count_pairs(truths, plates, names["product"])
                for name, plates in names.items()
                if name != "product"
            }
            for count, names in named.items()
        },
        bands=bands,
        half_readable=_together([band.gain for band in bands if band.half_readable]),
        found=Rate(sum(len(o.frames) for o in outcomes), sum(o.drawn for o in outcomes)),
        corners=(median, high, worst),
    )


def _read(outcome: TrackOutcome, count: int, syntaxes: Sequence[SlotSets], seed: int, number: int) -> _Read:
    chosen = choose(len(outcome.frames), count, seed, number)
    frames, weights = [outcome.frames[k] for k in chosen], [outcome.weights[k] for k in chosen]
    verdicts = {name: rule(frames, weights, syntaxes) for name, rule in RULES.items()}
    plates = {name: verdict.text for name, verdict in verdicts.items()}
    plates[AVERAGE] = likeliest(outcome.averages[count], syntaxes).text
    claimed = verdicts["product"].probability, plates["product"] == outcome.truth
    fused = fuse(frames, weights, temperature_for(len(frames)))
    return _Read(plates, claimed, tuple(_character_verdicts(fused, outcome.truth)))


def _bands(outcomes: Sequence[TrackOutcome], product: dict[int, list[str]]) -> tuple[BandScore, ...]:
    scores = []
    for low, high in BANDS:
        inside = [number for number, outcome in enumerate(outcomes) if low <= outcome.width < high]
        if not inside:
            continue
        truths = [outcomes[n].truth for n in inside]
        plates = {count: [named[n] for n in inside] for count, named in product.items()}
        exact = {count: _rate(truths, named) for count, named in plates.items()}
        scores.append(BandScore((low, high), exact, count_pairs(truths, plates[FEW], plates[SEVERAL])))
    return tuple(scores)


def _together(counts: Sequence[PairedCounts]) -> PairedCounts:
    """The counts of disjoint sets of tracks as those of one set."""
    return PairedCounts(
        sum(c.both for c in counts),
        sum(c.only_before for c in counts),
        sum(c.only_after for c in counts),
        sum(c.neither for c in counts),
        sum(c.plates_worse for c in counts),
        sum(c.plates_better for c in counts),
        sum(c.plates for c in counts),
    )


def _rate(truths: Sequence[str], plates: Sequence[str]) -> Rate:
    return Rate(sum(a == b for a, b in zip(truths, plates, strict=True)), len(truths))


def choose(available: int, count: int, seed: int, number: int) -> list[int]:
    """Which frames of track ``number`` are taken: ``count`` at random, or all where there are no more."""
    if count >= available:
        return list(range(available))
    rng = np.random.default_rng([seed, 9, count, number])
    return sorted(int(k) for k in rng.choice(available, count, replace=False))


def _character_verdicts(slots: SlotProbabilities, truth: str) -> list[tuple[float, bool]]:
    expected = slots.alphabet.encode(truth, len(slots.log_probabilities))
    best = slots.log_probabilities.argmax(axis=1)
    return [
        (float(np.exp(slots.log_probabilities[slot, b])), int(b) == right)
        for slot, (b, right) in enumerate(zip(best, expected, strict=True))
    ]


def calibration_of(verdicts: Sequence[tuple[float, bool]]) -> Calibration:
    """Expected calibration error over :data:`BINS` bins, beside what chance alone makes of it.

    With few verdicts the error of a perfectly calibrated rule is not 0: in a bin of 20 plates claimed at 50 % the
    share that is right lies 9 points off on average. ``by_chance`` is the mean error over :data:`CHANCE_DRAWS` draws
    in which every verdict is right exactly as often as it claims.

    Args:
        verdicts: Probability claimed, and whether it was right.
    """
    claimed = np.array([p for p, _ in verdicts])
    right = np.array([hit for _, hit in verdicts], dtype=np.bool_)
    rng = np.random.default_rng([len(verdicts), CHANCE_DRAWS])
    drawn = [
        expected_calibration_error(claimed, rng.random(len(claimed)) < claimed, BINS)
        for _ in range(CHANCE_DRAWS)
    ]
    return Calibration(expected_calibration_error(claimed, right, BINS), float(np.mean(drawn)))
