"""Outline typefaces for plates and for the small print on them, from the shipped fonts."""

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from forensic_lpr import paths

PLATE_FAMILIES = (
    "OSP-DIN", "Barlow", "Barlow Semi Condensed", "Saira", "Overpass", "Roboto Condensed", "Archivo Narrow",
    "Rajdhani", "Sofia Sans",
)  # fmt: skip
_EM = 96


@lru_cache(maxsize=1)
def plate_fonts() -> tuple[Path, ...]:
    """Font files of the families that stand in for plate faces, sorted, so that a seed means the same everywhere."""
    folder = paths.resources() / "fonts"
    wanted = {family.replace(" ", "").lower() for family in PLATE_FAMILIES}
    return tuple(
        sorted(
            path
            for path in folder.glob("*/*")
            if path.suffix in (".ttf", ".otf")
            and path.parent.name.replace(" ", "").replace("-", "").lower()
            in {name.replace("-", "") for name in wanted}
        )
    )


@lru_cache(maxsize=64)
def _font(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), _EM)


@lru_cache(maxsize=4096)
def text_mask(path: Path, text: str) -> NDArray[np.uint8]:
    """Ink of ``text`` in a font at 96 px per em, cropped to the ink, uint8 (H, W), read-only."""
    font = _font(path)
    left, top, right, bottom = font.getbbox(text)
    size = (max(1, int(right - left)), max(1, int(bottom - top)))
    picture = Image.new("L", size)
    ImageDraw.Draw(picture).text((-left, -top), text, fill=255, font=font)
    mask = np.array(picture)
    mask.setflags(write=False)
    return mask
