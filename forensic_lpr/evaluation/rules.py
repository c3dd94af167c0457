"""Ways of combining the frames of a track; an examiner is shown the product, and the average.

Majority vote and mean stand here, and not in ``recognition``, because they are baselines.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from forensic_lpr.core.ranking import SlotSets, rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.recognition.fusion import fuse, temperature_for


@dataclass(frozen=True)
class Verdict:
    """A plate and the probability that the rule gives it."""

    text: str
    probability: float


Rule = Callable[[Sequence[SlotProbabilities], Sequence[float], Sequence[SlotSets]], Verdict]


def likeliest(slots: SlotProbabilities, syntaxes: Sequence[SlotSets]) -> Verdict:
    """The likeliest plate that follows one of the syntaxes; an empty one where none does."""
    ranked = rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, 1)
    return Verdict(ranked[0].text, ranked[0].probability) if ranked else Verdict("", 0.0)


def product(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """The product's rule: weighted and tempered product of the probabilities."""
    return likeliest(fuse(frames, weights, temperature_for(len(frames))), syntaxes)


def mean(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """Mean of the probabilities of each slot."""
    average = np.mean([np.exp(frame.log_probabilities) for frame in frames], axis=0)
    return likeliest(SlotProbabilities(np.log(average), frames[0].alphabet), syntaxes)


def vote(
    frames: Sequence[SlotProbabilities], weights: Sequence[float], syntaxes: Sequence[SlotSets]
) -> Verdict:
    """Each frame names its best plate, each position goes to the character named most; ties to the surer frames.

    The probability is the mean share of the votes.
    """
    named = [likeliest(frame, syntaxes) for frame in frames]
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
    return max((likeliest(frame, syntaxes) for frame in frames), key=lambda verdict: verdict.probability)


RULES: dict[str, Rule] = {"product": product, "vote": vote, "mean": mean, "best single frame": surest}
AVERAGE = "pixel average"
"""The one way that needs the pictures: averaged first, read then."""
