"""Stills of every permitted kind: pixels right, orientation applied, whole or refused."""

import io
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from forensic_lpr.core.evidence import STILL, FrameRef
from forensic_lpr.errors import EvidenceUnreadable, FrameNotFound
from forensic_lpr.media import stills
from forensic_lpr.media.hashing import digest_pixels
from forensic_lpr.media.probe import probe
from forensic_lpr.media.source import open_source
from forensic_lpr.media.stills import decode_still

ORIENTATION = 274


def colours() -> NDArray[np.uint8]:
    """RGB (20, 30, 3) with no symmetry."""
    return np.random.default_rng(7).integers(0, 256, (20, 30, 3), dtype=np.uint8)


def png16(values: NDArray[np.uint16], colour_type: int) -> bytes:
    """A PNG of 16 bits a channel, written by hand because Pillow cannot."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    height, width = values.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    head = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}),
        ("a.bmp", {}),
        ("a.tif", {}),
        ("a.tif", {"compression": "tiff_lzw"}),
        ("a.tif", {"compression": "tiff_adobe_deflate"}),
        ("a.webp", {"lossless": True}),
    ],
)
def test_lossless_formats_give_the_pixels_written(
    name: str, options: dict[str, object], tmp_path: Path
) -> None:
    Image.fromarray(colours()).save(tmp_path / name, **options)
    image = decode_still(tmp_path / name)
    assert np.array_equal(image, colours())
    assert not image.flags.writeable and image.dtype == np.uint8


def test_jpeg_is_near(tmp_path: Path) -> None:
    smooth = np.repeat(np.linspace(0, 255, 32, dtype=np.uint8)[None, :, None], 24, axis=0).repeat(3, axis=2)
    Image.fromarray(smooth).save(tmp_path / "a.jpg", quality=95)
    assert np.abs(decode_still(tmp_path / "a.jpg").astype(int) - smooth).max() < 8


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["png", "tif", "webp", "jpg"])
def test_orientation_is_applied_and_told(orientation: int, ending: str, tmp_path: Path) -> None:
    stored = np.kron(
        np.array([[0, 80, 160], [255, 40, 200]], dtype=np.uint8), np.ones((16, 16), dtype=np.uint8)
    )
    upright = {  # EXIF 2.32, 4.6.4: where row 0 and column 0 of the stored picture are shown
        1: stored,
        2: stored[:, ::-1],
        3: stored[::-1, ::-1],
        4: stored[::-1],
        5: stored.T,
        6: stored.T[:, ::-1],
        7: stored.T[::-1, ::-1],
        8: stored.T[::-1],
    }[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / f"a.{ending}"
    options = {"lossless": True} if ending == "webp" else {}
    Image.fromarray(stored).convert("RGB").save(path, exif=exif.tobytes(), **options)
    image = decode_still(path)
    info = probe(path)
    assert image.shape == (info.height, info.width, 3) == (*upright.shape, 3)
    assert np.abs(image[:, :, 0].astype(int) - upright).max() < 12
    facts = dict(info.facts)
    assert facts["Orientation"].startswith(f"{orientation}: ")
    assert facts["Size as stored"] == "48 × 32"


def test_16_bit_grey_is_divided_by_257(tmp_path: Path) -> None:
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    (tmp_path / "a.png").write_bytes(png16(values, 0))
    Image.fromarray(values).save(tmp_path / "a.tif")
    expected = np.round(values / 257).astype(np.uint8)
    for name in ("a.png", "a.tif"):
        assert np.array_equal(decode_still(tmp_path / name)[:, :, 1], expected)
        assert dict(probe(tmp_path / name).facts)["Brightness"] == "16 bits scaled to 8"


def test_16_bit_grey_with_white_as_zero_is_not_shown_negative(tmp_path: Path) -> None:
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    Image.fromarray(values).save(tmp_path / "a.tif", tiffinfo={262: 0})
    assert np.array_equal(
        decode_still(tmp_path / "a.tif")[:, :, 0], np.round((65535 - values) / 257).astype(np.uint8)
    )


def test_16_bit_colour_is_within_a_level_of_a_257th(tmp_path: Path) -> None:
    values = np.random.default_rng(3).integers(0, 65536, (40, 50, 3), dtype=np.uint16)
    (tmp_path / "a.png").write_bytes(png16(values, 2))
    image = decode_still(tmp_path / "a.png")
    assert np.abs(image - values / 257).max() <= 1
    exact = (colours().astype(np.uint16)) * 257
    (tmp_path / "b.png").write_bytes(png16(exact, 2))
    assert np.array_equal(decode_still(tmp_path / "b.png"), colours())


def test_alpha_palette_grey_and_one_bit(tmp_path: Path) -> None:
    alpha = np.dstack([colours(), np.full((20, 30), 9, np.uint8)])
    Image.fromarray(alpha).save(tmp_path / "alpha.png")
    assert np.array_equal(decode_still(tmp_path / "alpha.png"), colours())
    assert dict(probe(tmp_path / "alpha.png").facts)["Transparency"] == "present, dropped"
    grey = colours()[:, :, 0]
    Image.fromarray(grey).save(tmp_path / "grey.png")
    assert np.array_equal(decode_still(tmp_path / "grey.png"), np.dstack([grey] * 3))
    palette = Image.fromarray(colours()).quantize(200)
    palette.save(tmp_path / "palette.png", transparency=3)
    assert np.array_equal(decode_still(tmp_path / "palette.png"), np.asarray(palette.convert("RGB")))
    Image.fromarray(grey > 100).save(tmp_path / "bits.png")
    assert np.array_equal(decode_still(tmp_path / "bits.png")[:, :, 2], np.where(grey > 100, 255, 0))


def test_cmyk_is_converted(tmp_path: Path) -> None:
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "a.tif")
    assert decode_still(tmp_path / "a.tif")[0, 0].tolist() == [255, 0, 0]


def test_first_of_many_pages_is_read_and_told(tmp_path: Path) -> None:
    pages = [Image.new("RGB", (8, 6), colour) for colour in ("red", "lime", "blue")]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    assert decode_still(tmp_path / "a.tif")[0, 0].tolist() == [255, 0, 0]
    assert dict(probe(tmp_path / "a.tif").facts)["Pictures in the file"] == "3, the first is read"


def test_32_bit_values_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.ones((4, 4), np.float32)).save(tmp_path / "a.tif")
    with pytest.raises(EvidenceUnreadable, match="32-bit"):
        decode_still(tmp_path / "a.tif")


def test_wrong_extension_is_a_fact(tmp_path: Path) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.png")
    (tmp_path / "a.png").rename(tmp_path / "a.jpg")
    info = probe(tmp_path / "a.jpg")
    assert (info.kind, info.container) == ("still", "PNG")
    assert ("File name", "file name says .jpg, content is PNG") in info.facts
    (tmp_path / "a.jpg").rename(tmp_path / "a.mp4")
    assert ("File name", "file name says .mp4, content is PNG") in probe(tmp_path / "a.mp4").facts
    (tmp_path / "a.mp4").rename(tmp_path / "a.PNG")
    assert "File name" not in dict(probe(tmp_path / "a.PNG").facts)


@pytest.mark.parametrize("ending", ["png", "jpg", "bmp", "tif", "webp", "lzw.tif"])
def test_truncated_pictures_are_refused(
    ending: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = tmp_path / f"whole.{ending}"
    options = {"compression": "tiff_lzw"} if ending == "lzw.tif" else {}
    Image.fromarray(np.random.default_rng(1).integers(0, 256, (80, 90, 3), dtype=np.uint8)).save(
        whole, **options
    )
    data = whole.read_bytes()
    decode_still(whole)
    path = tmp_path / f"cut.{ending}"
    for share in (0.02, 0.2, 0.5, 0.9, 0.99):
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(EvidenceUnreadable, match="cut"):
            open_source(path)
    assert capfd.readouterr() == ("", "")


def test_a_wrong_check_sum_inside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(colours()).save(path)
    data = bytearray(path.read_bytes())
    data[data.find(b"IDAT") + 60] ^= 1
    path.write_bytes(data)
    with pytest.raises(EvidenceUnreadable, match=r"a\.png is a damaged or truncated picture"):
        open_source(path)


def test_a_large_picture_opens_and_a_bomb_does_not(tmp_path: Path) -> None:
    Image.new("1", (10_000, 10_000)).save(tmp_path / "large.png")
    Image.new("1", (20_001, 20_000)).save(tmp_path / "bomb.png")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert probe(tmp_path / "large.png").width == 10_000
        with pytest.raises(EvidenceUnreadable, match="400 megapixels"):
            decode_still(tmp_path / "bomb.png")
    assert Image.MAX_IMAGE_PIXELS is not None


def test_exactly_the_limit_is_permitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stills, "MAX_PIXELS", 600)
    Image.fromarray(colours()).save(tmp_path / "a.png")
    assert decode_still(tmp_path / "a.png").shape == (20, 30, 3)
    monkeypatch.setattr(stills, "MAX_PIXELS", 599)
    with pytest.raises(EvidenceUnreadable):
        decode_still(tmp_path / "a.png")


def test_remarks_of_the_decoder_become_facts_not_warnings(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    buffer = io.BytesIO()
    Image.fromarray(colours()).save(buffer, "TIFF")
    data = bytearray(buffer.getvalue())
    path = tmp_path / "a.tif"
    path.write_bytes(data + b"")
    with warnings.catch_warnings(record=True) as leaked:
        warnings.simplefilter("always")
        exif = Image.Exif()
        exif[ORIENTATION] = 1
        jpeg = io.BytesIO()
        Image.fromarray(colours()).save(jpeg, "JPEG", exif=exif.tobytes()[:-9])
        (tmp_path / "b.jpg").write_bytes(jpeg.getvalue())
        decode_still(tmp_path / "b.jpg")
    assert leaked == []
    assert capfd.readouterr() == ("", "")


def test_a_still_source_has_one_frame(tmp_path: Path) -> None:
    Image.fromarray(colours()).save(tmp_path / "a.png")
    with open_source(tmp_path / "a.png") as source:
        frame = source.frame(STILL)
        assert frame is source.first() and frame.picture_type == "still"
        assert frame.digest == digest_pixels(colours())
        table = source.table()
        assert [row.ref for row in table.rows] == [STILL] and table.rows[0].digest == frame.digest
        source.attach_table(table)
        with pytest.raises(FrameNotFound):
            source.frame(FrameRef(1, 1, STILL.time_base))


def test_a_phone_picture_with_a_second_inside_stays_a_still(tmp_path: Path) -> None:
    first, second = Image.fromarray(colours()), Image.new("RGB", (30, 20))
    first.save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[second])
    info = probe(tmp_path / "a.jpg")
    assert (info.kind, info.container) == ("still", "JPEG")
    assert dict(info.facts)["Pictures in the file"] == "2, the first is read"
