"""Look at a DGM and measure it."""

from pathlib import Path

import numpy as np
from PIL import Image

from forensic_lpr.core.formats import PlateFormat, select
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.errors import ReportFailed
from forensic_lpr.evaluation.farplates import FarScore, far_scores
from forensic_lpr.evaluation.twosample import TwoSample, two_sample_test
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm
from forensic_lpr.synthesis.pairs import PAIRS_PER_CLIP, PairMaker

DRAWS = 3
"""Far plates made of each near one in a grid."""
_GAP = 3


def write_far_plates(
    path: Path, weights: str, seed: int, rows: int, format_name: str, formats: tuple[PlateFormat, ...]
) -> None:
    """A grid as a PNG, one clip a row: near plate, :data:`DRAWS` far plates made of it, the recorded far plate.

    Raises:
        WeightsInvalid: the weights cannot be used.
        FormatInvalid: there is no such format.
        ReportFailed: the file cannot be written.
    """
    far = load_dgm(weights).far_plates(seed)
    pairs = PairMaker(seed, select(formats, format_name))
    lines = []
    for row in range(rows):
        pair = pairs(row * PAIRS_PER_CLIP)
        line = [pair.near, *(far(pair.near, row * DRAWS + k, pair.far_view) for k in range(DRAWS)), pair.far]
        lines.append(np.concatenate([np.pad(picture, _GAP, constant_values=20) for picture in line], axis=1))
    try:
        Image.fromarray(np.concatenate(lines, axis=0)).save(path, format="PNG")
    except OSError as error:
        raise ReportFailed(f"{path} cannot be written: {error.strerror}.") from error


def evaluate_dgm(
    weights: str, clips: int, formats: tuple[PlateFormat, ...], progress: Progress = silent
) -> tuple[tuple[FarScore, ...], tuple[TwoSample, ...]]:
    """How near the far plates of a DGM, and of bicubic reduction, come to recorded ones, and who tells them apart.

    Raises:
        WeightsInvalid: the weights cannot be used.
    """
    network = load_dgm(weights).network
    reader = load_file(find(DEFAULT_WEIGHTS))
    return (
        far_scores(network, reader, formats, max(1, clips // 4), progress),
        two_sample_test(network, formats, clips, progress),
    )
