"""The audit log: rows that each carry the hash of the row before, so that no row can be changed unseen.

A hash covers every field of its row in one unambiguous encoding (a canonical JSON array). What such a chain inside
one file proves, and what it cannot, stands in ``docs/adr/0006-case-file.md``.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

_ENCODING = "forensic-lpr audit row 1"
START = "0" * 64
"""What the first row carries in place of the hash of the row before."""


@dataclass(frozen=True)
class Event:
    """One row of the audit log.

    Attributes:
        sequence: Its number, from 1 without gaps.
        who: The examiner.
        at: When, UTC, ISO 8601 with microseconds and ``Z``.
        utc_offset: What the examiner's clock was ahead of UTC, ``+HH:MM``.
        kind: Name of the act, see :mod:`forensic_lpr.core.acts`.
        parameters: The act as canonical JSON.
        program_version: Version of the program that recorded it.
        weights_sha256: Digest of the weights that the act used, empty when it used none.
        previous: Hash of the row before, :data:`START` in the first.
        hash: SHA-256 over all fields above.
    """

    sequence: int
    who: str
    at: str
    utc_offset: str
    kind: str
    parameters: str
    program_version: str
    weights_sha256: str
    previous: str
    hash: str

    @property
    def local_time(self) -> str:
        """When, by the examiner's clock: ISO 8601 with offset, to the second."""
        sign = -1 if self.utc_offset.startswith("-") else 1
        hours, _, minutes = self.utc_offset[1:].partition(":")
        ahead = sign * timedelta(hours=int(hours), minutes=int(minutes))
        moment = datetime.fromisoformat(self.at.replace("Z", "+00:00")).replace(tzinfo=None) + ahead
        return moment.isoformat(timespec="seconds") + self.utc_offset


@dataclass(frozen=True)
class Head:
    """The end of the log, kept beside it so that a cut tail is noticed.

    Attributes:
        rows: Number of rows.
        hash: Hash of the last row, :data:`START` when there is none.
    """

    rows: int
    hash: str


@dataclass(frozen=True)
class Draft:
    """What is to become a row: all that does not depend on the rows before it.

    Attributes:
        documents: Bytes that the parameters name by digest, kept beside the log.
    """

    who: str
    kind: str
    parameters: str
    program_version: str
    weights_sha256: str = ""
    documents: tuple[bytes, ...] = ()

    def after(self, head: Head, now: datetime) -> Event:
        """The row that follows a log's end at a moment, which carries its offset from UTC."""
        ahead = now.utcoffset() or timedelta()
        minutes = round(ahead.total_seconds() / 60)
        sign = "-" if minutes < 0 else "+"
        event = Event(
            sequence=head.rows + 1,
            who=self.who,
            at=now.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
            utc_offset=f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}",
            kind=self.kind,
            parameters=self.parameters,
            program_version=self.program_version,
            weights_sha256=self.weights_sha256,
            previous=head.hash,
            hash="",
        )
        return replace(event, hash=hash_of(event))


def hash_of(event: Event) -> str:
    """What the hash of a row must be, hexadecimal."""
    fields = [
        _ENCODING,
        event.sequence,
        event.who,
        event.at,
        event.utc_offset,
        event.kind,
        event.parameters,
        event.program_version,
        event.weights_sha256,
        event.previous,
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=True).encode("ascii")).hexdigest()


def first_break(events: Iterable[Event], head: Head) -> str:
    """The first place where the chain does not hold, in one sentence; empty when it holds."""
    expected, count = START, 0
    for count, event in enumerate(events, start=1):
        if event.sequence != count:
            return f"Row {count} of the audit log is missing: row {event.sequence} stands in its place."
        if hash_of(event) != event.hash:
            return f"Row {count} of the audit log ({event.kind:.40}) was changed: its hash does not fit it."
        if event.previous != expected:
            return f"Row {count} of the audit log ({event.kind:.40}) does not follow from the row before it."
        expected = event.hash
    if count != head.rows:
        return f"The audit log has {count} rows, but {head.rows} were recorded."
    if expected != head.hash:
        return f"The last row of the audit log ({count}) is not the one that was recorded last."
    return ""
