"""What a DGM made at different times of its training: a small weights file per evaluation, in the run's folder.

Public here: :class:`Snapshot`, :func:`keep_snapshot`, :func:`snapshots`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from forensic_lpr import weightsfile
from forensic_lpr.errors import RunInvalid
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK, Dgm
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard
from forensic_lpr.synthesis.scan import Views

FOLDER = "snapshots"
_NAME = re.compile(r"(\d{9})\.safetensors")


@dataclass(frozen=True)
class Snapshot:
    """The DGM after a number of pairs; ``path`` can be loaded as any weights of a DGM."""

    samples: int
    path: Path


def keep_snapshot(run_folder: Path, network: Dgm, views: Views, samples: int, version: str) -> Snapshot:
    """Write the network as it is now; a snapshot of the same number is replaced.

    Raises:
        RunInvalid: the disk is full or not writable.
    """
    card = DgmCard(
        run_folder.name,
        NETWORK,
        INPUT_SIZE,
        GREYS,
        "a snapshot of a training",
        samples,
        version,
        "",
        far_views=views,
    )
    path = run_folder / FOLDER / f"{samples:09d}.safetensors"
    unfinished = path.with_suffix(".new")
    try:
        path.parent.mkdir(exist_ok=True)
        unfinished.write_bytes(weightsfile.to_bytes(card, network.state_dict()))
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise RunInvalid(
            f"A snapshot of {run_folder.name} cannot be written: {error.strerror or error}."
        ) from error
    return Snapshot(samples, path)


def snapshots(run_folder: Path) -> tuple[Snapshot, ...]:
    """The snapshots of a run, the earliest first; none for a run without."""
    try:
        names = [(path, _NAME.fullmatch(path.name)) for path in (run_folder / FOLDER).iterdir()]
    except OSError:
        return ()
    return tuple(sorted((Snapshot(int(m[1]), path) for path, m in names if m), key=lambda s: s.samples))
