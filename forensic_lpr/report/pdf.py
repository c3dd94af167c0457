"""A report as PDF/A-3a and PDF/UA-1: typeset without network, system fonts or a clock."""

import json
import tempfile
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import typst

from forensic_lpr import paths
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report.model import ReportModel
from forensic_lpr.report.parts import Picture
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


def _lay_out(model: ReportModel, folder: Path) -> None:
    """Put the template and all that it reads into a folder."""
    template = paths.resources() / "report" / _TEMPLATE
    (folder / _TEMPLATE).write_bytes(template.read_bytes())
    (folder / "model.json").write_bytes(_texts(model))
    for picture in _pictures(model).values():
        (folder / picture.name).write_bytes(picture.png)
    for attachment in model.attachments:
        (folder / attachment.name).write_bytes(attachment.data)


def _pictures(model: ReportModel) -> dict[str, Picture]:
    """The figures that there are, by their place in the model."""
    names = ("frame_picture", "crop_picture", "plate_picture", "original_picture", "chart")
    found = {name: getattr(model, name) for name in names}
    return {name: picture for name, picture in found.items() if picture is not None}


def _compile(folder: Path, model: ReportModel) -> bytes:
    try:
        return typst.compile(
            folder / _TEMPLATE,
            root=folder,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            # Archival with embedded files, and accessible: tagged, with words for every figure.
            pdf_standards=["a-3a", "ua-1"],
            timestamp=model.dated,
        )
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
    data = asdict(model)
    del data["dated"]
    for picture in _pictures(model):
        del data[picture]["png"]
    for attachment in data["attachments"]:
        del attachment["data"]
    return json.dumps(data, ensure_ascii=True).encode("ascii")


def _sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".")
