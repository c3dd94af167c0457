"""Pair sets for tests: plate images of one grey level and a ramp, so that pairs can be told apart."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.synthesis.pairset import PairSet, Role, TakenPlate, write_pair_set


def taken(role: Role, index: int, level: int) -> TakenPlate:
    """A plate image of a level."""
    width = 100.0 if role == "near" else 40.0
    quad = Quad.from_points([(9, 9), (9 + width, 9), (9 + width, 40), (9, 40)])
    image = (np.full((40, 120), level) + np.linspace(0, 40, 120)).astype(np.uint8)
    return TakenPlate(role, image, FrameRef(index, index, Fraction(1, 25)), f"{index:064x}", quad, 13.0, 0.5)


def write_sets(folder: Path, count: int, pairs: int = 3, texts: Sequence[str] = ()) -> Path:
    """Some sets of some pairs each; the first of them say what their plate reads."""
    folder.mkdir()
    for number in range(count):
        plates = (
            taken("near", 0, 10 * number + 5),
            *(taken("far", 1 + k, 10 * number + 6 + k) for k in range(pairs)),
        )
        of = tuple((0, 1 + k) for k in range(pairs))
        text = texts[number] if number < len(texts) else ""
        write_pair_set(
            folder / f"clip-{number}",
            PairSet(f"{number}.mp4", "a" * 64, 0, text, (), "0", plates, of),
        )
    return folder
