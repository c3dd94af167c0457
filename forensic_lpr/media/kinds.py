"""Telling a still from a video by content; the extension is only compared."""

from pathlib import Path
from typing import BinaryIO

from forensic_lpr.core.evidence import MediaKind
from forensic_lpr.media.files import open_evidence

_STILL_HEADS = (
    b"\x89PNG\r\n\x1a\n",
    b"II*\x00",
    b"MM\x00*",
    b"II+\x00",
    b"MM\x00+",
)
_SCAN = 1024 * 1024

_CONTENT_OF_EXTENSION = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".bmp": "BMP",
    ".dib": "BMP",
    ".webp": "WEBP",
    ".gif": "gif",
    ".mp4": "mp4",
    ".m4v": "mp4",
    ".mov": "mp4",
    ".3gp": "mp4",
    ".mkv": "matroska",
    ".webm": "matroska",
    ".avi": "avi",
    ".ts": "mpegts",
    ".m2ts": "mpegts",
    ".mts": "mpegts",
    ".mpg": "mpeg",
    ".mpeg": "mpeg",
    ".vob": "mpeg",
    ".wmv": "asf",
    ".asf": "asf",
    ".flv": "flv",
    ".h264": "h264",
    ".264": "h264",
    ".h265": "hevc",
    ".265": "hevc",
    ".hevc": "hevc",
    ".mjpeg": "mjpeg",
    ".mjpg": "mjpeg",
    ".dav": "dhav",
    ".mxf": "mxf",
    ".ogv": "ogg",
}


def kind_of(path: Path) -> MediaKind:
    """Whether a file's content begins as a still picture; anything else is taken for video.

    Raises:
        EvidenceUnreadable: The file cannot be opened.
    """
    with open_evidence(path) as file:
        head = file.read(16)
        if head.startswith(_STILL_HEADS):
            return "still"
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return "still"
        if head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00":
            return "still"
        if head[:3] == b"\xff\xd8\xff":
            file.seek(0)
            return "video" if _is_picture_stream(file) else "still"
    return "video"


def _is_picture_stream(file: BinaryIO) -> bool:
    """Whether one JPEG follows directly on another: a raw stream of a recorder.

    A second picture that the first one announces (a multi-picture index, or the gain map of a phone's photo)
    makes no stream.
    """
    first = file.read(_SCAN)
    if b"MPF\x00" in first[:65536] or b"hdrgm:" in first[:65536]:
        return False
    file.seek(0)
    return _follows_end(file)


def _follows_end(file: BinaryIO) -> bool:
    if file.read(2) != b"\xff\xd8":
        return False
    while True:  # segments up to the scan; each names its length, so pictures inside EXIF are jumped over
        marker = file.read(2)
        if len(marker) < 2 or marker[0] != 0xFF:
            return False
        if marker[1] == 0xFF:
            file.seek(-1, 1)
            continue
        if marker[1] == 0xD9:
            return file.read(3) == b"\xff\xd8\xff"
        length = int.from_bytes(file.read(2), "big")
        if length < 2:
            return False
        file.seek(length - 2, 1)
        if marker[1] == 0xDA and not _to_next_marker(file):
            return False


def _to_next_marker(file: BinaryIO) -> bool:
    """Move past entropy-coded data to the marker that ends it."""
    kept = b""
    while chunk := file.read(_SCAN):
        data = kept + chunk
        at = data.find(b"\xff")
        while at >= 0 and at + 1 < len(data):
            following = data[at + 1]
            if following != 0 and not 0xD0 <= following <= 0xD7 and following != 0xFF:
                file.seek(at - len(data), 1)
                return True
            at = data.find(b"\xff", at + 1)
        kept = data[-1:] if data.endswith(b"\xff") else b""
    return False


def extension_fact(path: Path, content: str) -> tuple[tuple[str, str], ...]:
    """A fact when the file's extension names another kind than its content; none for unknown extensions.

    Args:
        path: The file.
        content: Format of a still, or the container's names separated by commas.
    """
    expected = _CONTENT_OF_EXTENSION.get(path.suffix.lower())
    if expected is None or expected in content.split(","):
        return ()
    return (("File name", f"file name says {path.suffix}, content is {content}"),)
