"""A report as PDF/A-3a and PDF/UA-1: typeset without network, system fonts or a clock."""

import json
import tempfile
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from forensic_lpr import paths
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report.model import ReportModel
from forensic_lpr.report.parts import pictures_of
from forensic_lpr.report.texts import FONT_FOLDERS

_TEMPLATE = "report.typ"


def render(model: ReportModel) -> bytes:
    """The PDF; the same model gives the same bytes.

    Texts reach the template as JSON values, never as markup, so that no file name or question is ever run,
    and the template can read nothing outside the folder made for it.

    Raises:
        ReportFailed: The document could not be typeset.
    """
    try:
        # Only its owner can look into this folder, and it is gone when the document is made.
        with tempfile.TemporaryDirectory(prefix="forensic-lpr-report-") as name:
            folder = Path(name)
            _lay_out(model, folder)
            return _compile(folder, model)
    except OSError as error:
        raise ReportFailed(f"The report could not be typeset: {error.strerror or error}.") from error


def render_pages(model: ReportModel, dots_per_inch: int) -> tuple[bytes, ...]:
    """The pages as PNG, one after the other, for the screen.

    Raises:
        ReportFailed: The document could not be typeset.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="forensic-lpr-report-") as name:
            folder = Path(name)
            _lay_out(model, folder)
            made = _typeset(folder, format="png", ppi=dots_per_inch)
    except OSError as error:
        raise ReportFailed(f"The report could not be typeset: {error.strerror or error}.") from error
    return (made,) if isinstance(made, bytes) else tuple(made)


def _lay_out(model: ReportModel, folder: Path) -> None:
    """Put the template and all that it reads into a folder."""
    template = paths.resources() / "report" / _TEMPLATE
    (folder / _TEMPLATE).write_bytes(template.read_bytes())
    (folder / "model.json").write_bytes(_texts(model))
    for picture in pictures_of(model.blocks):
        (folder / picture.name).write_bytes(picture.png)
    for attachment in model.attachments:
        (folder / attachment.name).write_bytes(attachment.data)


def _compile(folder: Path, model: ReportModel) -> bytes:
    # Archival with embedded files, and accessible: tagged, with words for every figure.
    made = _typeset(folder, pdf_standards=["a-3a", "ua-1"], timestamp=model.dated)
    assert isinstance(made, bytes)  # a PDF is one file
    return made


def _typeset(folder: Path, **form: Any) -> bytes | list[bytes]:
    """What typst makes of the template in a folder."""
    try:
        made: bytes | list[bytes] = typst.compile(
            folder / _TEMPLATE, root=folder, font_paths=_fonts(), ignore_system_fonts=True, **form
        )
        return made
    except typst.TypstError as error:
        raise ReportFailed(f"The report could not be typeset: {_sentence(error.message)}.") from error


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    folder = paths.resources() / "fonts"
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder / name) for name in FONT_FOLDERS],
    )


def _texts(model: ReportModel) -> bytes:
    """The model without bytes and times; pictures and attachments are named instead."""
    return json.dumps(_plain(model), ensure_ascii=True).encode("ascii")


def _plain(value: object) -> object:
    """A value of the model as the template reads it, with the kind of every part."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name not in ("png", "data", "dated")
        }
        return {"kind": type(value).__name__, **told}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def _sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".")
