"""Ways of combining the frames of a track, measured side by side; an examiner is shown the product, and the average.

Majority vote and mean stand here, and not in ``recognition``, because they are baselines.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.metrics import Rate
from forensic_lpr.core.ranking import SlotSets, rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.recognition.calibration import expected_calibration_error
from forensic_lpr.recognition.fusion import fuse, temperature_for

COUNTS = (1, 3, 5, 15)
BINS = 10
"""Bins of the calibration error."""
CHANCE_DRAWS = 200
_FIT_GRID = np.exp(np.linspace(np.log(0.4), np.log(25.0), 121))


@dataclass(frozen=True)
class TrackOutcome:
    """A synthetic track that was followed and read.

    Attributes:
        truth: The plate.
        frames: What each frame says.
        weights: Weight of each frame.
        drawn: Frames that the clip has; the plate was found in ``len(frames)`` of them.
        averages: Number of frames and what the average of their pixels says, for :data:`COUNTS`, of the frames that
            :func:`choose` takes.
        corner_errors: Distance of each corner of each followed frame from where the marked corner really is, pixels.
    """

    truth: str
    frames: tuple[SlotProbabilities, ...]
    weights: tuple[float, ...]
    drawn: int
    averages: dict[int, SlotProbabilities]
    corner_errors: tuple[float, ...]


@dataclass(frozen=True)
class Verdict:
    """A plate and the probability that the rule gives it."""

    text: str
    probability: float


Rule = Callable[[Sequence[SlotProbabilities], Sequence[float], Sequence[SlotSets]], Verdict]


def _ranked(slots: SlotProbabilities, syntaxes: Sequence[SlotSets]) -> Verdict:
    ranked = rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, 1)
    return Verdict(ranked[0].text, ranked[0].probability) if ranked else Verdict("", 0.0)


def product(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """The product's rule: weighted and tempered product of the probabilities."""
    return _ranked(fuse(frames, weights, temperature_for(len(frames))), syntaxes)


def mean(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """Mean of the probabilities of each slot."""
    average = np.mean([np.exp(frame.log_probabilities) for frame in frames], axis=0)
    return _ranked(SlotProbabilities(np.log(average), frames[0].alphabet), syntaxes)


def vote(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """Each frame names its best plate, each position goes to the character named most; ties to the surer frames.

    The probability is the mean share of the votes.
    """
    named = [_ranked(frame, syntaxes) for frame in frames]
    length = max(len(verdict.text) for verdict in named)
    text, share = "", 0.0
    for position in range(length):
        votes: dict[str, tuple[int, float]] = {}
        for verdict in named:
            if position < len(verdict.text):
                count, sure = votes.get(verdict.text[position], (0, 0.0))
                votes[verdict.text[position]] = (count + 1, sure + verdict.probability)
        winner = max(votes, key=lambda character: votes[character])
        text += winner
        share += votes[winner][0] / len(frames) / length
    return Verdict(text, share)


def surest(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """The reading of the one frame that is surest of it."""
    return max((_ranked(frame, syntaxes) for frame in frames), key=lambda verdict: verdict.probability)


RULES: dict[str, Rule] = {"product": product, "vote": vote, "mean": mean, "best single frame": surest}
AVERAGE = "pixel average"
"""The one way that needs the pictures: averaged first, read then."""


@dataclass(frozen=True)
class Calibration:
    """Expected calibration error (Guo et al., ICML 2017), and what a perfectly calibrated rule would show by chance."""

    error: float
    by_chance: float


@dataclass(frozen=True)
class TrackScores:
    """Figures of a set of tracks.

    Attributes:
        exact: Whole plates right, by number of frames and rule.
        calibration: Expected calibration error of the product by number of frames: of single characters without
            syntax, and of whole plates with it.
        found: Frames in which the plate was found.
        corners: Median, 95th percentile and largest corner error in pixels.
    """

    exact: dict[int, dict[str, Rate]]
    calibration: dict[int, tuple[Calibration, Calibration]]
    found: Rate
    corners: tuple[float, float, float]


def score_tracks(outcomes: Sequence[TrackOutcome], syntaxes: Sequence[SlotSets], seed: int) -> TrackScores:
    """All figures; which frames are taken where fewer than all are wanted follows from the seed."""
    exact: dict[int, dict[str, Rate]] = {}
    calibration: dict[int, tuple[Calibration, Calibration]] = {}
    for count in COUNTS:
        hits = dict.fromkeys((*RULES, AVERAGE), 0)
        plates: list[tuple[float, bool]] = []
        characters: list[tuple[float, bool]] = []
        for number, outcome in enumerate(outcomes):
            chosen = choose(len(outcome.frames), count, seed, number)
            frames = [outcome.frames[k] for k in chosen]
            weights = [outcome.weights[k] for k in chosen]
            for name, rule in RULES.items():
                verdict = rule(frames, weights, syntaxes)
                hits[name] += verdict.text == outcome.truth
                if name == "product":
                    plates.append((verdict.probability, verdict.text == outcome.truth))
            hits[AVERAGE] += _ranked(outcome.averages[count], syntaxes).text == outcome.truth
            characters += _character_verdicts(
                fuse(frames, weights, temperature_for(len(frames))), outcome.truth
            )
        exact[count] = {name: Rate(hit, len(outcomes)) for name, hit in hits.items()}
        calibration[count] = (calibration_of(characters), calibration_of(plates))
    errors = np.array([error for outcome in outcomes for error in outcome.corner_errors] or [np.nan])
    median, high, worst = (float(np.percentile(errors, p)) for p in (50, 95, 100))
    return TrackScores(
        exact,
        calibration,
        Rate(sum(len(o.frames) for o in outcomes), sum(o.drawn for o in outcomes)),
        (median, high, worst),
    )


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


def fit_temperature(outcomes: Sequence[TrackOutcome], count: int, seed: int, draws: int = 4) -> float:
    """The temperature under which the truth is likeliest when ``count`` frames are fused.

    Smallest mean negative log-likelihood of the true characters over a grid of temperatures, with up to ``draws``
    different choices of frames from each track (temperature scaling, Guo et al., ICML 2017, on the fused scores).
    """
    sums: list[NDArray[np.float64]] = []
    truths: list[int] = []
    for number, outcome in enumerate(outcomes):
        length = len(outcome.frames)
        for draw in range(draws if count < length else 1):
            chosen = choose(length, count, seed + 1000 * (draw + 1), number)
            plain = fuse([outcome.frames[k] for k in chosen], [outcome.weights[k] for k in chosen], 1.0)
            sums.append(plain.log_probabilities)
            truths.extend(plain.alphabet.encode(outcome.truth, len(plain.log_probabilities)))
    scores = np.concatenate(sums)
    rows, right = np.arange(len(scores)), np.array(truths)
    losses = []
    for temperature in _FIT_GRID:
        scaled = scores / temperature
        losses.append(float((np.log(np.exp(scaled).sum(axis=1)) - scaled[rows, right]).mean()))
    return float(_FIT_GRID[int(np.argmin(losses))])


def scores_text(scores: TrackScores) -> str:
    """The figures as a plain table: percent, counts, 95 % intervals."""
    names = [*RULES, AVERAGE]
    lines = [
        "frames  "
        + "".join(f"{name:<30}" for name in names)
        + "calibration error (by chance) of characters, of plates"
    ]
    for count, rates in scores.exact.items():
        characters, plates = scores.calibration[count]
        cells = "".join(f"{_cell(rates[name]):<30}" for name in names)
        lines.append(f"{count:>6}  {cells}{_error(characters)}, {_error(plates)}")
    median, high, worst = scores.corners
    lines.append(
        f"corner error: median {median:.2f} px, 95th percentile {high:.2f} px, largest {worst:.2f} px"
    )
    lines.append(f"plate found in {_cell(scores.found)} of the frames")
    return "\n".join(lines)


def _error(calibration: Calibration) -> str:
    return f"{100 * calibration.error:.1f} % ({100 * calibration.by_chance:.1f} %)"


def _cell(rate: Rate) -> str:
    low, high = rate.interval
    return f"{100 * rate.value:5.1f} % ({rate.hits}/{rate.n}) [{100 * low:.0f}–{100 * high:.0f}]"


def scores_data(scores: TrackScores) -> dict[str, object]:
    """The figures as plain data."""
    return {
        "frames": {
            str(count): {
                "exact": {
                    name: {"rate": r.value, "hits": r.hits, "n": r.n, "interval": list(r.interval)}
                    for name, r in rates.items()
                },
                "calibration_error": {
                    name: {"error": found.error, "by_chance": found.by_chance}
                    for name, found in zip(("characters", "plates"), scores.calibration[count], strict=True)
                },
            }
            for count, rates in scores.exact.items()
        },
        "corner_error_px": dict(zip(("median", "percentile_95", "largest"), scores.corners, strict=True)),
        "found": {"rate": scores.found.value, "hits": scores.found.hits, "n": scores.found.n},
    }
