"""A case and its audit log as plain data: what ``case show --json`` and ``case log`` print."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, astuple, fields

from forensic_lpr.core.acts import Place
from forensic_lpr.core.audit import Event
from forensic_lpr.core.caseview import CaseView, RecordedExhibit, RecordedPlate, RecordedReading, Sealed
from forensic_lpr.core.clock import clock_text
from forensic_lpr.core.conclusion import Conclusion
from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.report.trackwire import track_data
from forensic_lpr.report.wire import reading_data

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def case_data(view: CaseView) -> dict[str, object]:
    """A case as JSON-ready values; the same record gives the same values."""
    return {
        "case": asdict(view.case),
        "exhibits": [
            {
                "number": exhibit.number,
                "path": str(exhibit.item.path),
                "relative": exhibit.relative,
                "acquired_path": exhibit.acquired_path,
                "acquired_at": exhibit.item.acquired_at,
                "acquired_by": exhibit.acquired_by,
                **asdict(exhibit.item.digests),
                "clock": _clock(exhibit),
                "enhancement": json.loads(exhibit.recipe) if exhibit.recipe else None,
                "enhancement_is_read": exhibit.reads_enhanced,
            }
            for exhibit in view.exhibits
        ],
        "plates": [_plate(view, plate) for plate in view.plates],
        "reports": [
            {
                "path": str(report.act.path),
                "sha256": report.act.sha256,
                "made_at": report.made_at,
                "examiner": report.examiner,
                "plates": list(report.act.plates),
            }
            for report in view.reports
        ],
        "blind_copies": [asdict(copy) for copy in view.copies],
        "blind_copy_of": view.origin,
        "audit": {"rows": view.head.rows, "head": view.head.hash},
    }


def events_data(events: Sequence[Event]) -> list[dict[str, object]]:
    """Rows of the audit log as JSON-ready values, every field as it was hashed."""
    return [asdict(event) for event in events]


def events_csv(events: Sequence[Event]) -> str:
    """Rows of the audit log as a table for a spreadsheet.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; the JSON has it as it is.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(Event)])
    for event in events:
        writer.writerow([_harmless(value) for value in astuple(event)])
    return out.getvalue()


def _harmless(value: object) -> object:
    # +01:00 is an offset, and no spreadsheet makes more of it than that.
    risky = (
        isinstance(value, str) and value.startswith(_FORMULA) and not value[1:].replace(":", "").isdecimal()
    )
    return f"'{value}" if risky else value


def events_json(events: Sequence[Event]) -> str:
    """Rows of the audit log as JSON text."""
    return json.dumps(events_data(events), indent=2, ensure_ascii=False) + "\n"


def _plate(view: CaseView, plate: RecordedPlate) -> dict[str, object]:
    exhibit = view.exhibits[plate.place.exhibit - 1]
    blind = plate.blind
    return {
        "number": plate.number,
        "marked": _place(plate.marked),
        "blind": blind and _sealed(blind),
        "second": [_sealed(sealed) for sealed in plate.second],
        "unblinded_at": plate.unblinded_at,
        "unblinded_reason": plate.unblinded_reason,
        "shown_at": plate.shown_at,
        "readings": [recorded_data(exhibit.item, reading) for reading in plate.readings],
        "frames_switched": [
            {"at": one.at, "examiner": one.examiner, "off": list(one.off)} for one in plate.switched
        ],
        "conclusions": [
            {
                "at": made.at,
                "examiner": made.examiner,
                **_conclusion(made.conclusion),
                "withdrawn": None if made.withdrawn is None else asdict(made.withdrawn),
            }
            for made in plate.reconciliations
        ],
    }


def _sealed(sealed: Sealed) -> dict[str, object]:
    return {
        "text": sealed.reading.text,
        "slots": list(sealed.reading.slots),
        "cannot_read": sealed.reading.cannot_read,
        "note": sealed.reading.note,
        "sealed_at": sealed.sealed_at,
        "examiner": sealed.examiner,
        "copy_head": sealed.copy_head,
        "changes": [
            {"at": at, "text": reading.text, "slots": list(reading.slots), "reason": reason}
            for at, reading, reason in sealed.changes
        ],
    }


def _clock(exhibit: RecordedExhibit) -> dict[str, object] | None:
    clock = exhibit.clock
    return None if clock is None else {"frame": clock.frame.index, "shown": clock_text(clock.shown)}


def _place(place: Place) -> dict[str, object]:
    return {
        "exhibit": place.exhibit,
        "frame": place.frame.index,
        "pts": place.frame.pts,
        "time_base": str(place.frame.time_base),
        "frame_sha256": place.frame_digest,
        "quad": [list(point) for point in place.quad.points()],
    }


def recorded_data(item: EvidenceItem, recorded: RecordedReading) -> dict[str, object]:
    """A recorded reading as JSON-ready values."""
    reading = recorded.reading
    data = reading_data(item, reading) if isinstance(reading, PlateReading) else track_data(item, reading)
    return {
        "number": recorded.act.reading,
        "of": recorded.act.what,
        "document": recorded.act.document,
        "recorded_at": recorded.recorded_at,
        "examiner": recorded.examiner,
        "environment": [list(fact) for fact in recorded.act.environment],
        "reading": data,
    }


def _conclusion(conclusion: Conclusion) -> dict[str, object]:
    return {
        "text": conclusion.text,
        "remark": conclusion.remark,
        "slots": [asdict(slot) for slot in conclusion.slots],
    }
