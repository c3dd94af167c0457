"""Writing a report: whole or not at all, and never over the evidence."""

import dataclasses
import os
from pathlib import Path

import pytest
import report_samples as samples

from forensic_lpr.core.evidence import EvidenceItem
from forensic_lpr.errors import ReportFailed
from forensic_lpr.media.hashing import digest_file
from forensic_lpr.operations.beside import write_beside


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceItem:
    path = tmp_path / "camera 4.avi"
    path.write_bytes(b"evidence" * 100)
    return dataclasses.replace(samples.item(), path=path, digests=digest_file(path))


def test_a_report_is_written_whole_and_leaves_nothing_beside(evidence: EvidenceItem, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"an older report")
    kept = tmp_path / "kept.pdf"
    os.link(target, kept)
    write_beside(target, b"%PDF new", (evidence.path,))
    assert target.read_bytes() == b"%PDF new"
    # Exchanged as a whole, not written over: a full disk in between would have left the older one.
    assert kept.read_bytes() == b"an older report"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["camera 4.avi", "kept.pdf", "report.pdf"]


@pytest.mark.parametrize("how", ["itself", "link", "hard link", "roundabout"])
def test_the_evidence_is_never_written(how: str, evidence: EvidenceItem, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    if how == "itself":
        target = evidence.path
    elif how == "link":
        target.symlink_to(evidence.path)
    elif how == "hard link":
        os.link(evidence.path, target)
    else:
        (tmp_path / "folder").mkdir()
        target = tmp_path / "folder" / ".." / evidence.path.name
    with pytest.raises(ReportFailed, match="evidence"):
        write_beside(target, b"%PDF", (evidence.path,))
    assert digest_file(evidence.path) == evidence.digests
    assert not list(tmp_path.glob(".report*"))


@pytest.mark.parametrize("where", ["missing/report.pdf", "camera 4.avi/report.pdf", "folder"])
def test_a_place_that_cannot_be_written_is_one_sentence(
    where: str, evidence: EvidenceItem, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ReportFailed, match=r"^The report cannot be written to [^\n]+: [A-Z][^\n]+\.$"):
        write_beside(tmp_path / where, b"%PDF", (evidence.path,))
    assert not list(tmp_path.glob(".report*"))


def test_the_place_of_evidence_that_is_away_is_not_taken(evidence: EvidenceItem) -> None:
    evidence.path.unlink()
    with pytest.raises(ReportFailed, match="evidence"):
        write_beside(evidence.path, b"%PDF", (evidence.path,))
    assert not evidence.path.exists()
