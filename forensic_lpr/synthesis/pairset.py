"""Pairs of near and far pictures of one real plate, in a folder: PNG pictures and a manifest that says where from.

The DGM learns from such pairs (paper, section 2.2). A set is written once and never changed; reading it checks every
digest, so that a training knows what it was trained on.
"""

import hashlib
import io
import json
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import PairsInvalid, QuadInvalid
from forensic_lpr.synthesis.pairs import PLATE_SIZE, Pair
from forensic_lpr.synthesis.scan import View

MANIFEST = "manifest.json"
_KIND = "forensic-lpr pair set"
_VERSION = 2
_MOST_BYTES = 64 * 1024 * 1024
_MOST_PICTURE_BYTES = 64 * 1024
_FILE = re.compile(r"(near|far)-\d{6,9}\.png")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_TEXT = re.compile(r"[A-Z0-9]{0,12}")
Role = Literal["near", "far"]


@dataclass(frozen=True)
class TakenPlate:
    """A plate as it was taken from one frame.

    Attributes:
        role: Near (legible) or far (not).
        image: The rectified plate, grey uint8 (40, 120), read-only.
        frame: Which frame.
        frame_digest: Digest of the frame's decoded pixels.
        quad: Its corners in the frame.
        detail: How much can be made out, see :func:`forensic_lpr.imaging.quality.detail`.
        field_step: How far odd lines lie to the right of even ones, in pixels; 0 where no fields are seen.
    """

    role: Role
    image: NDArray[np.uint8]
    frame: FrameRef
    frame_digest: str
    quad: Quad
    detail: float
    field_step: float

    @property
    def file(self) -> str:
        """Name of its picture in the folder."""
        return f"{self.role}-{self.frame.index:06d}.png"


@dataclass(frozen=True)
class PairSet:
    """The pairs of one plate in one clip.

    Attributes:
        evidence: Name of the clip.
        evidence_sha256: Its digest.
        stream: Number of its video stream.
        text: The plate's text where it is known, else empty.
        thresholds: By what the frames were chosen, as (name, value).
        program_version: Version of the program that took them.
        plates: All plates, every frame and role once.
        pairs: Numbers of near and far in ``plates``.
    """

    evidence: str
    evidence_sha256: str
    stream: int
    text: str
    thresholds: tuple[tuple[str, float], ...]
    program_version: str
    plates: tuple[TakenPlate, ...]
    pairs: tuple[tuple[int, int], ...]

    def training_pairs(self) -> tuple[Pair, ...]:
        """The pairs as a training takes them."""
        found = []
        for near, far in self.pairs:
            one, two = self.plates[near], self.plates[far]
            found.append(
                Pair(one.image, two.image, self.text, one.quad.width, View(two.quad, two.field_step))
            )
        return tuple(found)


def write_pair_set(folder: Path, pair_set: PairSet) -> None:
    """Write a set into a new folder: the whole of it or nothing.

    Raises:
        PairsInvalid: The folder exists already, or cannot be written.
    """
    partial = folder.parent / f".pairs-{secrets.token_hex(8)}.part"
    try:
        if folder.exists():
            raise PairsInvalid(f"{folder} exists already; a pair set is written once and never over another.")
        partial.mkdir()
        plates = []
        for plate in pair_set.plates:
            data = _png(plate.image)
            (partial / plate.file).write_bytes(data)
            plates.append(_plate_data(plate, data))
        (partial / MANIFEST).write_text(_manifest(pair_set, plates), encoding="utf-8")
        partial.rename(folder)
    except OSError as error:
        raise PairsInvalid(f"The pairs cannot be written to {folder}: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _png(image: NDArray[np.uint8]) -> bytes:
    out = io.BytesIO()
    Image.fromarray(image).save(out, format="PNG")
    return out.getvalue()


def _plate_data(plate: TakenPlate, data: bytes) -> dict[str, object]:
    return {
        "file": plate.file,
        "sha256": hashlib.sha256(data).hexdigest(),
        "role": plate.role,
        "frame": plate.frame.index,
        "pts": plate.frame.pts,
        "time_base": str(plate.frame.time_base),
        "frame_sha256": plate.frame_digest,
        "quad": [list(point) for point in plate.quad.points()],
        "width": plate.quad.width,
        "detail": plate.detail,
        "field_step": plate.field_step,
    }


def _manifest(pair_set: PairSet, plates: list[dict[str, object]]) -> str:
    content = {
        "kind": _KIND,
        "version": _VERSION,
        "evidence": {
            "name": pair_set.evidence,
            "sha256": pair_set.evidence_sha256,
            "stream": pair_set.stream,
        },
        "text": pair_set.text,
        "size": list(PLATE_SIZE),
        "thresholds": dict(pair_set.thresholds),
        "program_version": pair_set.program_version,
        "plates": plates,
        "pairs": [list(pair) for pair in pair_set.pairs],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def read_pair_set(folder: Path) -> PairSet:
    """Read a set and check all of it.

    Raises:
        PairsInvalid: There is no set, or it is not what was written: another shape, a missing or changed picture.
    """
    try:
        content = json.loads(_bytes(folder / MANIFEST, _MOST_BYTES))
    except (ValueError, RecursionError):
        raise PairsInvalid(f"The manifest of {folder} is damaged.") from None
    try:
        if content["kind"] != _KIND or content["version"] != _VERSION:
            raise PairsInvalid(f"{folder} holds no pair set of a version that this program reads.")
        if content["size"] != list(PLATE_SIZE):
            raise ValueError("pictures of another size")
        evidence = content["evidence"]
        plates = tuple(_plate(folder, told) for told in content["plates"])
        pairs = tuple((_whole(near), _whole(far)) for near, far in content["pairs"])
        found = PairSet(
            _of(str, evidence["name"]),
            _matching(_SHA256, evidence["sha256"]),
            _whole(evidence["stream"]),
            _matching(_TEXT, content["text"]),
            tuple((_of(str, name), float(value)) for name, value in content["thresholds"].items()),
            _of(str, content["program_version"]),
            plates,
            pairs,
        )
        _check(found)
        return found
    except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError, QuadInvalid) as error:
        raise PairsInvalid(f"The manifest of {folder} is not that of a pair set ({error}).") from None


def _check(found: PairSet) -> None:
    if len({plate.file for plate in found.plates}) != len(found.plates):
        raise ValueError("a frame stands twice")
    for near, far in found.pairs:
        if max(near, far) >= len(found.plates):
            raise ValueError("a pair of plates that are not there")
        if (found.plates[near].role, found.plates[far].role) != ("near", "far"):
            raise ValueError("a pair that is not one of near and far")
    if not found.pairs:
        raise ValueError("no pairs")


def _plate(folder: Path, told: Mapping[str, Any]) -> TakenPlate:
    name = _matching(_FILE, told["file"])
    data = _bytes(folder / name, _MOST_PICTURE_BYTES)
    if hashlib.sha256(data).hexdigest() != told["sha256"]:
        raise PairsInvalid(f"{name} in {folder} is not the picture that was written: the digests differ.")
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            if picture.mode != "L" or picture.size != PLATE_SIZE:
                raise PairsInvalid(f"{name} in {folder} is not a grey picture of 120 × 40 pixels.")
            image = np.asarray(picture, dtype=np.uint8).copy()
    except (UnidentifiedImageError, OSError, SyntaxError):
        raise PairsInvalid(f"{name} in {folder} is no PNG picture.") from None
    image.setflags(write=False)
    time_base = Fraction(_of(str, told["time_base"]))
    quad = Quad(*((float(x), float(y)) for x, y in told["quad"]))
    Quad.from_points(quad.points())  # the corners as marked, but only if they make a plate
    plate = TakenPlate(
        "near" if told["role"] == "near" else "far",
        image,
        FrameRef(_whole(told["frame"]), _of(int, told["pts"]), time_base),
        _matching(_SHA256, told["frame_sha256"]),
        quad,
        float(told["detail"]),
        float(told["field_step"]),
    )
    if plate.file != name or told["role"] not in ("near", "far"):
        raise ValueError(f"{name} is not named after its frame")
    return plate


def _bytes(path: Path, most: int) -> bytes:
    try:
        if not path.is_file() or path.stat().st_size > most:
            raise PairsInvalid(f"{path} is missing or far too large for a pair set.")
        return path.read_bytes()
    except OSError as error:
        raise PairsInvalid(f"{path} cannot be read: {error.strerror or error}.") from error


def _of(kind: type[Any], value: object) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of the right kind")
    return value


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(f"{value!r} is no number of something")
    return value


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError(f"{value!r} does not belong there")
    return value
