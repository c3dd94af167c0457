"""Measure weights on drawn plates by width, blur and compression, to be stored and printed in reports."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from forensic_lpr import __version__
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.metrics import characters_right
from forensic_lpr.core.performance import (
    BLURS,
    COMPRESSIONS,
    WIDTHS,
    Bin,
    Condition,
    Counts,
    Performance,
    WidthResult,
)
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.ranking import SlotSets, rank_plates
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.imaging.quality import detail
from forensic_lpr.imaging.rectify import rectify, to_grey
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.conditions import plate_in_condition

SEED = 602_214
TOP = 5
_BINS = 10
_CONFUSIONS = 12


@dataclass
class _Tally:
    """Counts of one class of widths, over all blurs and compressions."""

    said: list[list[float]] = field(default_factory=lambda: [[] for _ in range(_BINS)])
    right: list[int] = field(default_factory=lambda: [0] * _BINS)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, truth: str, slots: SlotProbabilities) -> None:
        """Count the likeliest character of every slot, without syntax."""
        for true, ((symbol, probability),) in zip(truth, slots.top(1), strict=True):
            place = min(int(probability * _BINS), _BINS - 1)
            self.said[place].append(probability)
            self.right[place] += symbol == true
            if symbol != true:
                self.confusions[true, symbol] += 1

    def result(self, width: tuple[float, float]) -> WidthResult:
        """The counts as they are stored."""
        bins = tuple(
            Bin(place / _BINS, len(said), float(sum(said)), self.right[place])
            for place, said in enumerate(self.said)
        )
        ordered = sorted(self.confusions.items(), key=lambda item: (-item[1], item[0]))
        return WidthResult(width, bins, tuple((*pair, count) for pair, count in ordered[:_CONFUSIONS]))


def measure(
    recognizer: Recognizer,
    formats: tuple[PlateFormat, ...],
    syntaxes: list[SlotSets],
    per_condition: int,
    progress: Progress = silent,
) -> Performance:
    """Read ``per_condition`` plates in each class of conditions, one by one as a recorded reading is.

    Args:
        recognizer: The weights.
        formats: Formats whose plates are drawn.
        syntaxes: Their syntaxes, which a plate must follow.
        per_condition: Plates per class.
        progress: Told plates done.

    Raises:
        Cancelled: by the progress callback.
    """
    total = len(WIDTHS) * len(BLURS) * len(COMPRESSIONS) * per_condition
    done = 0
    conditions, widths = [], []
    for width in WIDTHS:
        tally = _Tally()
        for blur in BLURS:
            for compression in COMPRESSIONS:
                exact = near = top = slots_right = slots_all = covered = 0
                details = []
                for index in range(per_condition):
                    progress(done, total, "drawn plates read")
                    done += 1
                    image, quad, truth = plate_in_condition(SEED, index, width, blur, compression, formats)
                    details.append(detail(image, quad))
                    plate = to_grey(rectify(image, quad, *recognizer.input_size))
                    slots = recognizer.read(plate, quad.width)
                    ranked = rank_plates(slots.log_probabilities, slots.alphabet, syntaxes, TOP)
                    texts = [candidate.text for candidate in ranked]
                    right = characters_right(truth, texts[0]) if texts else 0
                    exact += texts[:1] == [truth]
                    near += len(truth) - right <= 1
                    top += truth in texts
                    slots_right += right
                    slots_all += len(truth)
                    covered += sum(true in kept for true, kept in zip(truth, slots.sets, strict=False))
                    tally.take(truth, slots)
                counts = Counts(per_condition, exact, near, top, slots_all, slots_right, covered)
                low, middle, high = (round(float(v), 2) for v in np.percentile(details, (10, 50, 90)))
                conditions.append(Condition(width, blur, compression, counts, (low, middle, high)))
        widths.append(tally.result(width))
    progress(total, total, "drawn plates read")
    identity = recognizer.identity
    return Performance(
        identity.name, identity.sha256, __version__, SEED, per_condition, tuple(conditions), tuple(widths)
    )
