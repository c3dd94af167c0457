"""Where own weights come from: which plates they learnt and which weights they began with.

A card that is handed out must not give away the examiner's plates, but no plate that was learnt may be asked later.
So it holds six hexadecimal digits of each plate's digest: 16.8 million marks for the 457 million plates of a format.

Public here: :class:`OwnRecord`, :func:`plate_mark`.
"""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class OwnRecord:
    """The own plates of one training.

    Attributes:
        set_name: Name of the labelled set.
        set_digest: Its digest.
        split_seed: Seed of its division.
        pictures: Pictures trained on.
        marks: Marks of the plates of its training and validation parts and of those pair sets, sorted.
        dgm_sha256: Digest of the DGM whose far plates were trained on, or empty.
        pair_sets: Name and digest of each pair set that was trained on.
        pair_plates: How many pictures of them.
    """

    set_name: str
    set_digest: str
    split_seed: int
    pictures: int
    marks: tuple[str, ...]
    dgm_sha256: str = ""
    pair_sets: tuple[tuple[str, str], ...] = ()
    pair_plates: int = 0


def plate_mark(text: str) -> str:
    """The mark of a plate: six hexadecimal digits, which many plates share."""
    return hashlib.sha256(f"plate {text}".encode()).hexdigest()[:6]
