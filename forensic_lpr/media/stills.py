"""Still pictures: what they are, and their pixels as RGB, whole or not at all."""

import struct
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageOps, TiffImagePlugin, UnidentifiedImageError

from forensic_lpr.errors import EvidenceUnreadable
from forensic_lpr.media.container import MAX_PIXELS
from forensic_lpr.media.files import open_evidence

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")

# Pillow's known ways of failing on damaged files, besides OSError which most of them are.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    AttributeError,
    ZeroDivisionError,
    struct.error,
    MemoryError,
)

_PILLOW_GLOBALS = threading.RLock()

ORIENTATIONS = {
    1: "upright as stored",
    2: "mirrored left to right",
    3: "turned by 180°",
    4: "mirrored top to bottom",
    5: "mirrored over the main diagonal",
    6: "turned by 90° clockwise",
    7: "mirrored over the other diagonal",
    8: "turned by 90° counter-clockwise",
}


@dataclass(frozen=True)
class StillFacts:
    """What a picture file says of itself.

    Attributes:
        format: PNG, JPEG, TIFF, BMP or WEBP.
        mode: Pillow's name of the kind of pixels, e.g. ``RGB``, ``I;16``, ``CMYK``.
        bits: Bits of one channel as stored, 0 when not told.
        stored_size: Width and height as stored, in pixels.
        orientation: EXIF orientation, 1 to 8; 1 when not told.
        pages: Pictures in the file; the first is read.
        profile: Whether a colour profile is embedded; it is not applied.
        alpha: Whether there is transparency; it is dropped.
        remarks: What the decoder remarked on while opening.
    """

    format: str
    mode: str
    bits: int
    stored_size: tuple[int, int]
    orientation: int
    pages: int
    profile: bool
    alpha: bool
    remarks: tuple[str, ...]

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height after the orientation is applied."""
        width, height = self.stored_size
        return (height, width) if self.orientation >= 5 else (width, height)


@contextmanager
def _pillow(path: Path) -> Iterator[list[warnings.WarningMessage]]:
    """Pillow with its remarks caught, its own size limit off (ours follows), its failures as known errors."""
    with _PILLOW_GLOBALS, warnings.catch_warnings(record=True) as remarks:
        warnings.simplefilter("always")
        limit = Image.MAX_IMAGE_PIXELS
        Image.MAX_IMAGE_PIXELS = None
        try:
            yield remarks
        except UnidentifiedImageError as error:
            raise EvidenceUnreadable(
                f"{path.name} is a damaged picture, or of a kind this program does not read."
            ) from error
        except _DAMAGE as error:
            reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
            raise EvidenceUnreadable(f"{path.name} is a damaged or truncated picture: {reason}.") from error
        finally:
            Image.MAX_IMAGE_PIXELS = limit


def inspect_still(path: Path) -> StillFacts:
    """Read a picture's facts without decoding its pixels.

    Raises:
        EvidenceUnreadable: The file cannot be opened, is no picture of a known kind, damaged at its head, or
            has more than ``MAX_PIXELS`` pixels.
    """
    with (
        open_evidence(path) as file,
        _pillow(path) as remarks,
        Image.open(file, formats=_FORMATS) as image,
    ):
        stored = _stored_size(image)
        facts = StillFacts(
            format="JPEG" if image.format == "MPO" else str(image.format),
            mode=image.mode,
            bits=_bits(image, path),
            stored_size=stored,
            orientation=_orientation(image),
            pages=int(getattr(image, "n_frames", 1)),
            profile="icc_profile" in image.info,
            alpha=image.has_transparency_data,
            remarks=tuple(sorted({str(remark.message) for remark in remarks})),
        )
    if stored[0] * stored[1] > MAX_PIXELS:
        raise EvidenceUnreadable(
            f"{path.name} has {stored[0]} × {stored[1]} pixels, more than the limit of "
            f"{MAX_PIXELS // 1_000_000} megapixels."
        )
    return facts


def decode_still(path: Path) -> NDArray[np.uint8]:
    """Decode the first picture of a file.

    16-bit grey is divided by 257 and rounded; of 16-bit colour the decoder keeps the upper byte, which
    differs from that by one level at most. Alpha is dropped, not composited. CMYK is converted by the plain
    formula; colour profiles are not applied. The EXIF orientation is applied.

    Returns:
        RGB uint8 (H, W, 3), read-only.

    Raises:
        EvidenceUnreadable: As :func:`inspect_still`, or the pixels are not all there, or are of a kind with
            no defined brightness (32-bit numbers).
    """
    facts = inspect_still(path)
    with open_evidence(path) as file, _pillow(path), Image.open(file, formats=_FORMATS) as image:
        tags = dict(image.tag_v2) if isinstance(image, TiffImagePlugin.TiffImageFile) else {}
        image.load()
        pixels = _rgb(ImageOps.exif_transpose(image), facts, tags, path)
    if (pixels.shape[1], pixels.shape[0]) != facts.shown_size:
        raise EvidenceUnreadable(
            f"{path.name} says {facts.shown_size[0]} × {facts.shown_size[1]} pixels but holds "
            f"{pixels.shape[1]} × {pixels.shape[0]}."
        )
    pixels.setflags(write=False)
    return pixels


def _rgb(image: Image.Image, facts: StillFacts, tags: dict[int, object], path: Path) -> NDArray[np.uint8]:
    if image.mode.startswith("I;16") or (image.mode == "I" and facts.format == "PNG"):
        top = (1 << (facts.bits or 16)) - 1
        values = np.asarray(image).astype(np.uint32)
        if tags.get(TiffImagePlugin.PHOTOMETRIC_INTERPRETATION) == 0:  # white is zero
            values = top - values
        grey = ((values * 255 + top // 2) // top).astype(np.uint8)
        return np.ascontiguousarray(np.repeat(grey[:, :, None], 3, axis=2))
    if image.mode in ("I", "F"):
        raise EvidenceUnreadable(f"{path.name} stores 32-bit values, which have no defined brightness.")
    if image.mode == "LAB":
        raise EvidenceUnreadable(f"{path.name} stores L*a*b* colours, which this program does not read.")
    if image.mode == "P":
        # By way of RGBA: a direct conversion could mix the transparent colour in.
        image = image.convert("RGBA")
    return np.array(image.convert("RGB"), dtype=np.uint8)


def _stored_size(image: Image.Image) -> tuple[int, int]:
    if isinstance(image, TiffImagePlugin.TiffImageFile):  # whose size already has the orientation applied
        return int(image.tag_v2[TiffImagePlugin.IMAGEWIDTH]), int(image.tag_v2[TiffImagePlugin.IMAGELENGTH])
    return image.size


def _orientation(image: Image.Image) -> int:
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    return orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1


def _bits(image: Image.Image, path: Path) -> int:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        bits = image.tag_v2.get(TiffImagePlugin.BITSPERSAMPLE, (1,))
        return int(bits[0] if isinstance(bits, tuple) else bits)
    if image.format == "PNG":  # Pillow does not say; the 25th byte of every PNG does
        with open_evidence(path) as file:
            head = file.read(25)
        return head[24] if len(head) == 25 else 0
    return 1 if image.mode == "1" else 8
