"""Enhance a frame: by a recipe, from the original, with a record beside the picture that says how.

Capture (:func:`capture`) -> compute (:func:`compute`, any thread) -> record (:func:`write_enhanced`).
"""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensic_lpr import __version__
from forensic_lpr.core.evidence import EvidenceItem, Frame, FrameRef
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.recipe import Recipe
from forensic_lpr.errors import EnhancementFailed
from forensic_lpr.imaging.pipeline import apply
from forensic_lpr.imaging.png import to_png
from forensic_lpr.media.hashing import digest_pixels
from forensic_lpr.report.enhancement import enhancement_data


@dataclass(frozen=True)
class EnhanceRequest:
    """Everything that decides an enhanced picture.

    Attributes:
        evidence_sha256: Digest of the file.
        frame: Which frame.
        frame_digest: Digest of the frame's decoded pixels.
        recipe: The steps that are done.
    """

    evidence_sha256: str
    frame: FrameRef
    frame_digest: str
    recipe: Recipe


@dataclass(frozen=True)
class Enhanced:
    """The picture with all that is needed to make it again.

    Attributes:
        image: RGB uint8 (H, W, 3), read-only.
        digest: SHA-256 of its pixels in row order.
        program_version: Version of the program.
    """

    request: EnhanceRequest
    image: NDArray[np.uint8]
    digest: str
    program_version: str


def capture(item: EvidenceItem, frame: Frame, recipe: Recipe) -> EnhanceRequest:
    """Freeze what is asked; of the recipe, the steps that are switched on."""
    return EnhanceRequest(item.digests.sha256, frame.ref, frame.digest, recipe.effective)


def compute(request: EnhanceRequest, frame: Frame, progress: Progress = silent) -> Enhanced:
    """The enhanced picture; any thread.

    Raises:
        RecipeInvalid: A step does not fit this frame.
        Cancelled: By the progress callback.
    """
    if frame.digest != request.frame_digest:
        raise ValueError("the frame is not the one that the request names")
    image = apply(request.recipe, frame.image, progress)
    return Enhanced(request, image, digest_pixels(image), __version__)


def sidecar_of(path: Path) -> Path:
    """Where the record of a picture stands: beside it, with ``.json`` after its whole name."""
    return path.with_name(path.name + ".json")


def sidecar_data(item: EvidenceItem, enhanced: Enhanced) -> dict[str, object]:
    """What stands beside an enhanced picture, as JSON-ready values."""
    request = enhanced.request
    return {
        "evidence": {
            "name": item.path.name,
            "sha256": item.digests.sha256,
            "md5": item.digests.md5,
            "size": item.digests.size,
            "frame": request.frame.index,
            "pts": request.frame.pts,
            "time_base": str(request.frame.time_base),
            "frame_sha256": request.frame_digest,
        },
        "enhancement": enhancement_data(request.recipe),
        "picture": {
            "width": enhanced.image.shape[1],
            "height": enhanced.image.shape[0],
            "pixels_sha256": enhanced.digest,
        },
        "program_version": enhanced.program_version,
    }


def write_enhanced(path: Path, item: EvidenceItem, enhanced: Enhanced) -> None:
    """Write the picture as PNG and its record beside it; nothing that is there already is written over.

    Raises:
        EnhancementFailed: One of the two is there already, or cannot be written; then neither is left behind.
    """
    if path.suffix.lower() != ".png":
        raise EnhancementFailed(
            f"{path.name} does not end in .png; an enhanced picture is kept without loss."
        )
    record = json.dumps(sidecar_data(item, enhanced), indent=2, ensure_ascii=True) + "\n"
    _write_new(sidecar_of(path), record.encode("ascii"))
    try:
        _write_new(path, to_png(enhanced.image))
    except EnhancementFailed:
        sidecar_of(path).unlink()
        raise


def _write_new(path: Path, data: bytes) -> None:
    """A file that was not there; opened so that no other, evidence least of all, can be hit."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise EnhancementFailed(f"{path.name} is there already and is not written over.") from None
    except OSError as error:
        # What was begun is no picture; where nothing was begun there is nothing to remove.
        with contextlib.suppress(OSError):
            path.unlink()
        raise EnhancementFailed(f"{path} cannot be written: {error.strerror or error}.") from error
