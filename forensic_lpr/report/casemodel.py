"""The report of a case in eleven parts, and its twin as data: the same material gives the same of both."""

import hashlib
from dataclasses import asdict

from forensic_lpr.report.casewire import case_data
from forensic_lpr.report.language import Texts
from forensic_lpr.report.material import Material, ReadingShown
from forensic_lpr.report.model import (
    HEADER_LENGTH,
    ReportModel,
    card_attachment,
    date_of,
    json_attachment,
    number_of,
)
from forensic_lpr.report.part_conclusion import conclusion
from forensic_lpr.report.part_method import method
from forensic_lpr.report.part_performance import performance, plate_width
from forensic_lpr.report.part_plates import corners, frames, recipes
from forensic_lpr.report.part_readings import blind, machine
from forensic_lpr.report.part_record import evidence, identification, question
from forensic_lpr.report.parts import Attachment, Block, pictures_of
from forensic_lpr.report.texts import printable, shortened

_TWIN = "report.json"


def build_case(material: Material) -> ReportModel:
    """The report of a case.

    Raises:
        ReportFailed: the date of issue is no date.
    """
    head, view = material.head, material.view
    t = Texts(head.language)
    dated = date_of(head.issued_at, view.case.created_at)
    weights = tuple(r.recorded.reading.weights for shown in material.plates for r in shown.readings)
    twin = json_attachment(_TWIN, t("attached report"), twin_data(material))
    cards = (card_attachment(t, weights),) if weights else ()
    number = number_of([head.language, head.issued_at, head.signer], (twin, *cards))
    middle: tuple[Block, ...] = (
        *question(t, material),
        *evidence(t, material),
        *frames(t, material),
        *corners(t, material),
        *recipes(t, material),
        *blind(t, material),
        *machine(t, material),
        *performance(t, material),
        *conclusion(t, material),
    )
    manifest = _manifest(t, material, number, (twin, *cards), middle)
    attachments = (twin, *cards, manifest)
    case_number = printable(view.case.number).strip()
    title = t("title of case")
    header = f"{title}, {case_number}" if case_number else title
    return ReportModel(
        number=number,
        number_text=t("report number", number=number),
        title=title,
        header=shortened(header, HEADER_LENGTH),
        footer=(t("log foot", rows=view.head.rows), view.head.hash[:12] + "…"),
        page_text=(t("page"), t("of pages")),
        language=head.language,
        description=t("description of case", number=number),
        dated=dated,
        blocks=(*identification(t, material, number), *middle, *method(t, material, attachments)),
        attachments=attachments,
    )


def twin_of(model: ReportModel) -> bytes:
    """The report as data, as it is attached to the document."""
    return next(attachment.data for attachment in model.attachments if attachment.name == _TWIN)


def twin_data(material: Material) -> dict[str, object]:
    """All that the report says, as JSON-ready values."""
    return {
        "format": "forensic-lpr report",
        "version": 1,
        "language": material.head.language,
        "issued_at": material.head.issued_at,
        "signer": material.head.signer,
        "program_version": material.program_version,
        "environment": [list(fact) for fact in material.environment],
        "record": case_data(material.view),
        "plates_left_out": list(material.left_out),
        "exhibits_now": [
            {
                "number": now.exhibit.number,
                "sha256": now.sha256_now,
                "unchanged": now.sha256_now == now.exhibit.item.digests.sha256,
                "media": {"facts": [list(fact) for fact in now.exhibit.item.media.facts]},
                "remarks": None if now.remarks is None else [remark.text for remark in now.remarks],
            }
            for now in material.exhibits
        ],
        "readings_shown": [
            {"plate": shown.plate.number, **_reading_data(reading)}
            for shown in material.plates
            for reading in shown.readings
        ],
        "self_test": asdict(material.self_test),
    }


def _reading_data(shown: ReadingShown) -> dict[str, object]:
    test = shown.corner_test
    width = plate_width(shown)
    stored = shown.performance
    return {
        "reading": shown.recorded.act.reading,
        "detail": shown.detail,
        "width_px": width,
        "frames": [
            {"frame": f.ref.index, "pts": f.ref.pts, "type": f.picture_type, "sha256": f.digest}
            for f in shown.strip
        ]
        or [
            {
                "frame": shown.frame.ref.index,
                "pts": shown.frame.ref.pts,
                "type": shown.frame.picture_type,
                "sha256": shown.frame.digest,
            }
        ],
        "corner_test": None
        if test is None
        else {**asdict(test), "kept": test.kept, "range": list(test.range), "plates": list(test.plates)},
        "corner_test_problem": shown.problem,
        "performance": None
        if stored is None
        else {
            "weights_sha256": stored.weights_sha256,
            "n": stored.n,
            "seed": stored.seed,
            "program_version": stored.program_version,
            "conditions": [asdict(condition) for condition in stored.at(width)],
            "widths": [asdict(result)] if (result := stored.result_at(width)) is not None else [],
        },
    }


def _manifest(
    t: Texts, material: Material, number: str, attachments: tuple[Attachment, ...], blocks: tuple[Block, ...]
) -> Attachment:
    """Digests of everything that the report rests on and holds."""
    view = material.view
    data = {
        "report": number,
        "audit_log": {"rows": view.head.rows, "head": view.head.hash},
        "evidence": {str(now.exhibit.number): now.sha256_now for now in material.exhibits},
        "readings": {str(reading.act.reading): reading.act.document for reading in view.readings},
        "weights": sorted({reading.reading.weights.sha256 for reading in view.readings}),
        "attachments": {a.name: hashlib.sha256(a.data).hexdigest() for a in attachments},
        "figures": {p.name: hashlib.sha256(p.png).hexdigest() for p in pictures_of(blocks)},
    }
    return json_attachment("manifest.json", t("attached manifest"), data)
