"""PNG keeps every pixel, in colour and in grey, and the same pixels give the same bytes."""

import io

import numpy as np
import pytest
from PIL import Image

from forensic_lpr.imaging.png import from_png, to_png
from forensic_lpr.imaging.resample import to_width


@pytest.mark.parametrize("shape", [(7, 11, 3), (7, 11), (1, 1, 3)])
def test_every_pixel_is_kept(shape: tuple[int, ...]) -> None:
    image = np.random.default_rng(5).integers(0, 256, shape, dtype=np.uint8)
    data = to_png(image)
    assert (np.asarray(Image.open(io.BytesIO(data))) == image).all()
    assert to_png(image.copy()) == data
    colour = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
    assert (from_png(data) == colour).all()


def test_what_is_no_picture_is_told() -> None:
    with pytest.raises(ValueError, match="no picture"):
        from_png(b"no picture")


@pytest.mark.parametrize(("width", "height"), [(22, 14), (11, 7), (5, 3), (1, 1)])
def test_a_picture_is_shown_at_a_width(width: int, height: int) -> None:
    image = np.full((7, 11, 3), 200, np.uint8)
    shown = to_width(image, width)
    assert shown.shape == (height, width, 3) and (shown == 200).all()
