"""Verify names the first difference: in the log, the evidence, the weights, a reading or a report."""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from case_samples import behind_its_back

from forensic_lpr import paths, weightsfile
from forensic_lpr.core.acts import Place
from forensic_lpr.core.blind import BlindReading
from forensic_lpr.core.case import Case
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step
from forensic_lpr.core.track import Mark
from forensic_lpr.errors import CaseLocked
from forensic_lpr.operations import examine
from forensic_lpr.operations.acquire import acquire, choose_frame, open_item
from forensic_lpr.operations.case import add_evidence, mark, new_case, open_case, open_frame
from forensic_lpr.operations.read import capture, compute
from forensic_lpr.operations.track import capture_track, fuse_frames, read_track, track
from forensic_lpr.operations.verify import Verification, verify
from forensic_lpr.recognition.checkpoint import ModelCard, to_bytes
from forensic_lpr.recognition.recognizer import Recognizer

SAMPLE = paths.resources() / "sample"
TOLD = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
Tamper = Callable[[PlateReading], PlateReading]


def build(folder: Path, tamper: Tamper = lambda reading: reading, recipe: Recipe = ORIGINAL) -> Path:
    """A case with a still and a report, its weights beside it."""
    still, weights = folder / TOLD[0]["file"], folder / "own.safetensors"
    shutil.copy(SAMPLE / still.name, still)
    shipped = weightsfile.read(paths.weights() / "default.safetensors", ModelCard)
    # Of another name and so of another digest: they must not be found among the shipped ones.
    weights.write_bytes(to_bytes(replace(shipped.card, name="own"), shipped.state))
    recognizer, quad = Recognizer.load(str(weights)), Quad.from_points(TOLD[0]["quad"])
    with new_case(folder / "a.flpr", Case("", examiner="A. Examiner")) as case:
        item = acquire(still)
        add_evidence(case, item)
        frame = choose_frame(item, None, None)
        open_frame(case, 1, frame)
        plate = mark(case, Place(1, frame.ref, frame.digest, quad))
        examine.seal(case, plate, BlindReading(tuple(TOLD[0]["text"])))
        request = capture(item, frame, quad, weights=str(weights), recipe=recipe)
        reading = compute(request, frame, recognizer, load_formats())
        examine.record_reading(case, plate, tamper(reading), str(weights))
        (folder / "report.pdf").write_bytes(b"%PDF a report " * 50)
        written = (folder / "report.pdf").read_bytes()
        case.record(examine.report_act(case, folder / "report.pdf", written, (plate,)))
    return folder / "a.flpr"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("template")).parent


@pytest.fixture
def case(template: Path, tmp_path: Path) -> Path:
    """The case under the paths at which it was made, so that nothing has to be relocated."""
    for file in template.iterdir():
        shutil.copy2(file, tmp_path / file.name)
    return tmp_path / "a.flpr"


def flip(path: Path, seed: int) -> None:
    data, rng = bytearray(path.read_bytes()), random.Random(seed)
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(bytes(data))


def verify_moved(case: Path, template: Path) -> Verification:
    """Verify a copied case whose originals are gone from where they were acquired."""
    away = template.with_name(template.name + "-away")
    template.rename(away)
    try:
        return verify(case, [case.parent])
    finally:
        away.rename(template)


def test_an_untouched_case_holds_to_the_bit_and_is_not_written_to(template: Path) -> None:
    before = {f.name: (f.read_bytes(), f.stat().st_mtime_ns) for f in template.iterdir()}
    result = verify(template / "a.flpr")
    assert result.first_difference == ""
    assert result.holds
    assert [f.what for f in result.findings] == ["record", "exhibit 1", "reading 1", "report 1"]
    assert "to the bit" in result.findings[2].detail
    assert result.head is not None and result.head.rows == 9
    assert {f.name: (f.read_bytes(), f.stat().st_mtime_ns) for f in template.iterdir()} == before


def test_a_case_moved_with_its_files_holds(case: Path, template: Path) -> None:
    result = verify_moved(case, template)
    assert result.first_difference == ""


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(
    ("name", "words"),
    [
        (TOLD[0]["file"], "Exhibit 1, car-park.jpg, is no longer the file"),
        ("own.safetensors", "own.safetensors"),
        ("report.pdf", "The report report.pdf is no longer"),
    ],
)
def test_any_flipped_byte_of_a_file_is_found_and_named(
    case: Path, template: Path, name: str, words: str, seed: int
) -> None:
    flip(case.parent / name, seed)
    result = verify_moved(case, template)
    assert not result.holds
    assert words in result.first_difference


@pytest.mark.parametrize("name", [TOLD[0]["file"], "report.pdf", "own.safetensors"])
def test_a_missing_file_is_told(case: Path, template: Path, name: str) -> None:
    (case.parent / name).unlink()
    result = verify_moved(case, template)
    told = "The weights that read cannot be used" if name == "own.safetensors" else "was not found"
    assert told in result.first_difference


def rows(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT * FROM audit ORDER BY sequence").fetchall()
    connection.close()
    return found


COLUMNS = (
    "sequence", "who", "at", "utc_offset", "kind", "parameters", "program_version", "weights_sha256",
    "previous", "hash",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(24))
def test_any_changed_byte_of_any_row_is_found_and_its_row_named(case: Path, seed: int) -> None:
    rng, found = random.Random(seed), rows(case)
    row = rng.randrange(len(found))
    column = rng.choice([n for n in range(1, len(COLUMNS)) if found[row][n]])
    data = bytearray(str(found[row][column]).encode())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(7)
    with behind_its_back(case) as connection:
        connection.execute(
            f"UPDATE audit SET {COLUMNS[column]} = CAST(? AS TEXT) WHERE sequence = ?",
            (bytes(data), row + 1),
        )
    difference = verify(case).first_difference
    assert f"Row {row + 1} " in difference, difference


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM audit WHERE sequence = 9", "has 8 rows, but 9"),
        ("DELETE FROM audit WHERE sequence = 4", "Row 4 of the audit log is missing"),
        ("UPDATE audit SET sequence = 100 WHERE sequence = 9", "Row 9 of the audit log is missing"),
        ("DELETE FROM head", "lost the end of its audit log"),
        ("UPDATE document SET data = CAST(data || ' ' AS BLOB)", "was changed"),
        ("DELETE FROM document", "has lost the document"),
        ("INSERT INTO document VALUES ('aa', x'00')", "no row of the audit log names"),
    ],
)
def test_rows_and_documents_that_are_gone_or_new_are_found(case: Path, statement: str, words: str) -> None:
    with behind_its_back(case) as connection:
        connection.execute(statement)
    assert words in verify(case).first_difference


def test_a_reading_that_the_evidence_does_not_give_is_found(tmp_path: Path) -> None:
    """Whoever forges the numbers and every hash is found by reading again."""

    def nearly(reading: PlateReading) -> PlateReading:
        values = reading.slots.log_probabilities.copy()
        values[3, 5] = np.nextafter(values[3, 5], 0.0)
        return replace(reading, slots=replace(reading.slots, log_probabilities=values))

    result = verify(build(tmp_path, nearly))
    assert result.first_difference.startswith("Reading 1 of plate 1: Slot 4 gives F another probability")


def test_a_reading_in_another_order_of_plates_is_found(tmp_path: Path) -> None:
    result = verify(build(tmp_path, lambda r: replace(r, plates=r.plates[::-1])))
    assert "The ranked plates came out otherwise" in result.first_difference


def test_on_another_machine_small_differences_are_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shifted(by: float) -> Tamper:
        def tamper(reading: PlateReading) -> PlateReading:
            values = reading.slots.log_probabilities + by
            return replace(reading, slots=replace(reading.slots, log_probabilities=values))

        return tamper

    for name, by, words in (("small", 1e-5, ""), ("large", 1e-2, "another probability")):
        (tmp_path / name).mkdir()
        with monkeypatch.context() as patch:
            patch.setattr(examine, "workplace", lambda: (("Machine", "elsewhere"),))
            path = build(tmp_path / name, shifted(by))
        result = verify(path)
        assert words in result.first_difference
        assert result.holds is not bool(words)
        if result.holds:
            assert "within the tolerance for another machine" in result.findings[2].detail


def test_a_track_is_followed_and_read_again(tmp_path: Path) -> None:
    entry = TOLD[1]
    recognizer, formats = Recognizer.load("default"), load_formats()
    item = acquire(SAMPLE / entry["file"])
    quad = Quad.from_points(entry["quad"])
    with open_item(item) as source:
        table = source.table()
        ref = table.rows[entry["frame"]].ref
        request = capture_track(item, table, [Mark(ref, quad)], 8, 13)
        reading = read_track(track(request, source), source, recognizer, formats)
    used = (False, *[True] * (len(reading.frames) - 1))
    reading = replace(reading, fused=fuse_frames(reading.frames, formats, used))
    moved = reading.frames[2].tracked
    quads = tuple(replace(q, quad=q.quad.shifted(0.01, 0)) if q is moved else q for q in reading.track.quads)
    wrong = replace(reading, track=replace(reading.track, quads=quads))
    with new_case(tmp_path / "a.flpr", Case("")) as case:
        add_evidence(case, item)
        place = Place(1, ref, next(row.digest for row in table.rows if row.ref == ref), quad)
        plate = mark(case, place)
        examine.unblind(case, plate)
        examine.record_reading(case, plate, reading, "default")
        examine.record_reading(case, plate, wrong, "default")
    result = verify(tmp_path / "a.flpr")
    assert [f.holds for f in result.findings] == [True, True, True, False]
    assert "Reading 2 of plate 1: The corners in frame 10 lie 0.01 pixels" in result.first_difference


def test_readings_of_an_enhanced_picture_and_of_a_clip_not_yet_listed_are_repeated(tmp_path: Path) -> None:
    recognizer, formats = Recognizer.load("default"), load_formats()
    recipe = Recipe((Step.of("gamma", gamma=1.4), Step.of("unsharp")))
    with new_case(tmp_path / "a.flpr", Case("")) as case:
        for entry, steps in ((TOLD[0], recipe), (TOLD[1], Recipe())):
            item, quad = acquire(SAMPLE / entry["file"]), Quad.from_points(entry["quad"])
            exhibit = add_evidence(case, item)
            with open_item(item) as source:
                frame = source.first()
            assert (frame.remarks is None) is (entry is TOLD[1])  # the clip was not decoded whole
            plate = mark(case, Place(exhibit, frame.ref, frame.digest, quad))
            examine.unblind(case, plate)
            request = capture(item, frame, quad, recipe=steps)
            examine.record_reading(case, plate, compute(request, frame, recognizer, formats), "default")
    result = verify(tmp_path / "a.flpr")
    assert result.first_difference == ""
    assert "to the bit" in result.findings[-1].detail


def test_a_case_that_is_open_is_not_judged(case: Path) -> None:
    with open_case(case), pytest.raises(CaseLocked):
        verify(case)


def test_what_is_no_case_does_not_hold(tmp_path: Path) -> None:
    (tmp_path / "a.flpr").write_bytes(b"no case")
    assert verify(tmp_path / "a.flpr").first_difference == "a.flpr is no case file of this program."


RECIPE = Recipe((Step.of("gamma", gamma=1.6), Step.of("lucy-defocus", radius=1.2, iterations=3)))


def test_a_reading_of_an_enhanced_picture_is_replayed_with_its_recipe(tmp_path: Path) -> None:
    result = verify(build(tmp_path, recipe=RECIPE))
    assert result.first_difference == "" and result.holds
    assert "to the bit" in result.findings[2].detail


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (lambda r: replace(r, request=replace(r.request, recipe=ORIGINAL)), "plate from the front"),
        (lambda r: replace(r, plates_of_original=r.plates_of_original[1:]), "plates of the original"),
    ],
    ids=["recipe", "original"],
)
def test_another_recipe_or_original_than_computed_is_found(
    tmp_path: Path, tamper: Tamper, words: str
) -> None:
    result = verify(build(tmp_path, tamper, RECIPE))
    assert not result.holds and words in result.first_difference
