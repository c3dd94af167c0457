"""A package holds copies, their digests and nothing that leads out of it."""

import hashlib
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from forensic_lpr import paths
from forensic_lpr.core.case import Case
from forensic_lpr.errors import CaseLocked, CaseNotWritten, EvidenceChanged, EvidenceUnreadable
from forensic_lpr.operations.acquire import acquire
from forensic_lpr.operations.case import add_evidence, new_case, open_case
from forensic_lpr.operations.examine import report_act
from forensic_lpr.operations.locating import relocate, safe_name
from forensic_lpr.operations.packaging import MANIFEST, SUMS, package
from forensic_lpr.operations.verify import verify

STILL = paths.resources() / "sample" / "car-park.jpg"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case on two files of the same name in two folders, with a report."""
    path = tmp_path / "work" / "a.flpr"
    path.parent.mkdir()
    with new_case(path, Case("", number="7")) as case:
        for number in (1, 2):
            copy = tmp_path / f"card {number}" / "shot.jpg"
            copy.parent.mkdir()
            shutil.copy(STILL, copy)
            with copy.open("ab") as file:
                file.write(b"x" * number)
            add_evidence(case, acquire(copy))
        (tmp_path / "r.pdf").write_bytes(b"%PDF")
        case.record(report_act(case, tmp_path / "r.pdf", b"%PDF", ()))
    return path


NAMES = ("a.flpr", "evidence/1/shot.jpg", "evidence/2/shot.jpg", "reports/1/r.pdf", MANIFEST, SUMS)


def check_sums(folder: Path) -> None:
    lines = (folder / SUMS).read_text().splitlines()
    assert len(lines) == 4
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_a_package_holds_everything_and_stands_alone(case: Path, tmp_path: Path) -> None:
    assert package(case, tmp_path / "out") == NAMES
    check_sums(tmp_path / "out")
    assert (tmp_path / "out" / "a.flpr").read_bytes() == case.read_bytes()
    for folder in ("card 1", "card 2"):
        shutil.rmtree(tmp_path / folder)
    (tmp_path / "r.pdf").unlink()
    assert not verify(case).holds
    assert verify(tmp_path / "out" / "a.flpr").first_difference == ""
    with open_case(tmp_path / "out" / "a.flpr") as copy:
        assert copy.view.events[-1].kind == "packaged"
        assert relocate(copy, 2).path == tmp_path / "out/evidence/2/shot.jpg"
        assert copy.view.events[-1].kind == "evidence relocated"
        assert copy.view.exhibits[1].relative == "evidence/2/shot.jpg"


def test_a_zip_file_holds_the_same(case: Path, tmp_path: Path) -> None:
    assert package(case, tmp_path / "out.zip") == NAMES
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        assert tuple(archive.namelist()) == NAMES
        archive.extractall(tmp_path / "unpacked")
    check_sums(tmp_path / "unpacked")


@pytest.mark.parametrize(
    "name",
    [
        "../../x.jpg",
        "..",
        "a/../../b",
        "C:\\x.jpg",
        "con\n\0.jpg",
        "/etc/passwd",
        "\u202egpj.exe",
        " .",
        "é" * 300 + ".jpg",
    ],
)
def test_no_name_leads_out_of_a_package(name: str) -> None:
    safe = safe_name(Path(name.replace("\0", "")))
    assert safe == Path(safe).name
    assert safe not in ("", ".", "..")
    assert not set(safe) & set('/\\:*?"<>|\n\0')
    assert safe.isprintable()
    assert len(safe) <= 120


def test_a_hostile_name_in_a_case_stays_inside(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(STILL, folder / "x.jpg")
    with new_case(folder / "a.flpr", Case("")) as case:
        item = acquire(folder / "x.jpg")
        add_evidence(case, replace(item, path=folder / ".." / "in" / "x.jpg"))
        case.record(report_act(case, folder / "..", b"", ()))
    with pytest.raises((EvidenceUnreadable, EvidenceChanged)):
        package(folder / "a.flpr", tmp_path / "out")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in"]


def test_changed_or_missing_evidence_is_not_packaged(case: Path, tmp_path: Path) -> None:
    with open_case(case, writable=False) as opened:
        before = opened.view.head
    (tmp_path / "card 2" / "shot.jpg").write_bytes(b"other")
    with pytest.raises(EvidenceChanged, match="Exhibit 2"):
        package(case, tmp_path / "out")
    (tmp_path / "card 2" / "shot.jpg").unlink()
    with pytest.raises(EvidenceUnreadable, match="Exhibit 2"):
        package(case, tmp_path / "out.zip")
    with open_case(case, writable=False) as opened:
        assert opened.view.head == before
    assert not list(tmp_path.glob("*out*")) + list(tmp_path.glob(".package*"))


def test_nothing_is_packaged_over_something(case: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(CaseNotWritten, match="never written over"):
        package(case, tmp_path / "out")
    with pytest.raises(CaseNotWritten, match="cannot be written"):
        package(case, tmp_path / "none" / "out.zip")
    with open_case(case), pytest.raises(CaseLocked):
        package(case, tmp_path / "out2")


def test_originals_keep_their_bytes_and_times(case: Path, tmp_path: Path) -> None:
    files = [tmp_path / "card 1" / "shot.jpg", tmp_path / "card 2" / "shot.jpg", tmp_path / "r.pdf"]
    before = [(f.read_bytes(), f.stat().st_mtime_ns, f.stat().st_ctime_ns) for f in files]
    package(case, tmp_path / "out")
    verify(case)
    assert [(f.read_bytes(), f.stat().st_mtime_ns, f.stat().st_ctime_ns) for f in files] == before


def test_evidence_that_changes_while_it_is_copied_is_not_packaged(case: Path, tmp_path: Path) -> None:
    calls = []

    def change(done: int, total: int | None, text: str = "") -> None:
        calls.append(text)
        if text == "a.flpr":  # everything was checked, and the case itself is copied
            (tmp_path / "card 1" / "shot.jpg").write_bytes(b"other")

    with pytest.raises(EvidenceChanged, match="changed while it was copied"):
        package(case, tmp_path / "out", progress=change)
    assert "a.flpr" in calls
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".package*"))
