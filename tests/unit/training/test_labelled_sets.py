"""Labelled sets: read, checked with one sentence per problem, written, and divided so that nothing learnt is asked."""

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from own_plates import FORMATS, label, write_set
from PIL import Image

from forensic_lpr.errors import SetInvalid
from forensic_lpr.training.labelreading import COLUMNS, TABLE, read_labelled_set
from forensic_lpr.training.labels import LabelledSet, Problem, set_digest
from forensic_lpr.training.labelwriting import add_label, change_label, remove_label
from forensic_lpr.training.split import Split, read_split, split_set, split_text


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set(tmp_path_factory.mktemp("sets") / "whole")


@pytest.fixture
def folder(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "set"))


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / TABLE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rewrite(folder: Path, changed: list[dict[str, str]]) -> None:
    with (folder / TABLE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(changed)


def only(found: LabelledSet, kind: str) -> Problem:
    problems = [problem for problem in found.problems if problem.kind == kind]
    assert len(problems) == 1, found.problems
    assert problems[0].sentence.count(". ") == 0
    return problems[0]


def test_a_good_set_has_no_problems_and_comes_back_as_it_was_written(whole: Path) -> None:
    found = read_labelled_set(whole, FORMATS)
    assert found.problems == () and found.enough
    assert (len(found.crops), len(found.plates), len(found.sources)) == (28, 14, 7)
    wanted = {label(number).text for number in range(14)}
    assert set(found.plates) == wanted
    crop = next(crop for crop in found.crops if crop.text == label(0).text)
    assert 80 < crop.width < 100 and crop.plate_image().shape == (40, 120)
    assert not crop.image.flags.writeable


def test_the_digest_is_that_of_the_content_not_of_the_order(folder: Path) -> None:
    found = read_labelled_set(folder, FORMATS)
    before = found.digest
    assert set_digest(found.crops[::-1]) == before
    rewrite(folder, rows(folder)[::-1])
    assert read_labelled_set(folder, FORMATS).digest == before
    changed = rows(folder)
    changed[0]["source"] = "another day"
    rewrite(folder, changed)
    assert read_labelled_set(folder, FORMATS).digest != before


def test_names_of_pictures_carry_the_text_where_there_is_no_table(folder: Path) -> None:
    (folder / TABLE).unlink()
    found = read_labelled_set(folder, FORMATS)
    assert len(found.crops) == 28 and set(found.plates) == {label(number).text for number in range(14)}
    assert {round(crop.quad.width) for crop in found.crops} == {
        crop.image.shape[1] - 1 for crop in found.crops
    }


def test_pictures_that_cannot_be_read_are_told_and_left_out(folder: Path) -> None:
    changed = rows(folder)
    files = [row["file"] for row in changed]
    (folder / files[0]).write_bytes(b"")
    (folder / files[1]).write_bytes((folder / files[1]).read_bytes()[:200])
    (folder / files[2]).unlink()
    outside = folder.parent / "outside.png"
    shutil.copy(folder / files[3], outside)
    changed[3]["file"] = "../outside.png"
    changed[4]["file"] = str(outside)
    rewrite(folder, changed)
    found = read_labelled_set(folder, FORMATS)
    told = [problem for problem in found.problems if problem.kind == "unreadable"]
    assert len(told) == 5 and all(problem.left_out for problem in told)
    assert len(found.crops) == 23


@pytest.mark.parametrize(
    ("column", "value", "kind", "words"),
    [
        ("text", "", "label", "no label"),
        ("text", "ABC12", "label", "does not follow"),
        ("text", "ÄBC1234", "label", "other signs"),
        ("format", "de-nowhere", "label", "not known"),
        ("corners", "1,2 3,4", "corners", "corners"),
        ("corners", "a,b c,d e,f g,h", "corners", "four points"),
        ("corners", "0,0 900,0 900,90 0,90", "corners", "outside"),
        ("boxes", "1,2,3,4", "label", "one per character"),
        ("boxes", "nan,1,1,1 " * 7, "label", "one per character"),
        ("part", "test", "split", "none of"),
    ],
)
def test_a_bad_row_is_one_sentence_and_costs_only_itself(
    folder: Path, column: str, value: str, kind: str, words: str
) -> None:
    changed = rows(folder)
    changed[5][column] = value
    rewrite(folder, changed)
    found = read_labelled_set(folder, FORMATS)
    problem = only(found, kind)
    assert words in problem.sentence and problem.left_out and problem.file == changed[5]["file"]
    assert len(found.crops) == 27


def test_the_same_picture_counts_once_and_with_two_labels_not_at_all(folder: Path) -> None:
    changed = rows(folder)
    again = dict(changed[0], file="copy.png")
    shutil.copy(folder / changed[0]["file"], folder / "copy.png")
    rewrite(folder, [*changed, again])
    found = read_labelled_set(folder, FORMATS)
    assert "same picture" in only(found, "duplicate").sentence and len(found.crops) == 28
    rewrite(folder, [*changed, dict(again, text=changed[-1]["text"], format=changed[-1]["format"])])
    found = read_labelled_set(folder, FORMATS)
    assert {p.file for p in found.problems if p.kind == "contradiction"} == {"copy.png", changed[0]["file"]}
    assert len(found.crops) == 27


def test_nearly_the_same_pixels_are_found_whatever_the_file(folder: Path) -> None:
    changed = rows(folder)
    with Image.open(folder / changed[0]["file"]) as picture:
        brighter = np.clip(np.asarray(picture).astype(int) * 0.9 + 9, 0, 255).astype(np.uint8)
    Image.fromarray(brighter).save(folder / "brighter.png")
    rewrite(folder, [*changed, dict(changed[0], file="brighter.png")])
    problem = only(read_labelled_set(folder, FORMATS), "near-duplicate")
    assert not problem.left_out and "brighter.png" in problem.sentence
    other = next(row for row in changed if row["text"] != changed[0]["text"])
    rewrite(folder, [*changed, dict(changed[0], file="brighter.png", text=other["text"], format="")])
    found = read_labelled_set(folder, FORMATS)
    assert "one of the labels is wrong" in only(found, "contradiction").sentence
    assert len(found.crops) == 27


def test_different_plates_are_not_taken_for_the_same_even_when_little_is_left_of_them(tmp_path: Path) -> None:
    found = read_labelled_set(write_set(tmp_path / "far", 14, 1, width=30.0), FORMATS)
    assert [p for p in found.problems if p.kind in ("near-duplicate", "contradiction")] == []


def test_too_little_is_said_and_not_divided(tmp_path: Path) -> None:
    found = read_labelled_set(write_set(tmp_path / "three", 3, 1), FORMATS)
    assert "3 usable pictures of 3 plates" in only(found, "few").sentence
    with pytest.raises(SetInvalid, match="too little"):
        split_set(found)
    one = read_labelled_set(write_set(tmp_path / "one", 1, 4), FORMATS)
    assert "nothing else could be learnt" in only(one, "one-plate").sentence


def test_what_is_no_set_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetInvalid, match="no folder"):
        read_labelled_set(tmp_path / "nowhere", FORMATS)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SetInvalid, match="neither"):
        read_labelled_set(tmp_path / "empty", FORMATS)
    for name, content, words in (
        ("bare", b"file,text\n", "neither"),
        ("columns", b"picture,plate\na.png,ABC1234\n", "lacks the columns file, text"),
        ("binary", b"\xff\xfe\x00file", "not well formed"),
        ("quotes", b'file,text\n"a.png,ABC1234\n', "not well formed"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / TABLE).write_bytes(content)
        with pytest.raises(SetInvalid, match=words):
            read_labelled_set(tmp_path / name, FORMATS)


def test_a_label_is_written_once_and_can_be_corrected(tmp_path: Path) -> None:
    file = add_label(tmp_path / "set", label(1))
    assert add_label(tmp_path / "set", label(1)) == file
    add_label(tmp_path / "set", label(2))
    assert len(rows(tmp_path / "set")) == 2
    boxes = tuple((10.0 + 14 * k, 12.0, 11.0, 20.0) for k in range(7))
    change_label(tmp_path / "set", file, boxes=boxes)
    found = read_labelled_set(tmp_path / "set", FORMATS)
    crop = next(crop for crop in found.crops if crop.file == file)
    assert crop.boxes == boxes and crop.text == label(1).text
    change_label(tmp_path / "set", file, text="abc-1d23")
    assert rows(tmp_path / "set")[0]["text"] == "ABC1D23"
    remove_label(tmp_path / "set", file)
    assert [row["text"] for row in rows(tmp_path / "set")] == [label(2).text]
    with pytest.raises(SetInvalid, match="no row"):
        remove_label(tmp_path / "set", file)
    (tmp_path / "file").write_text("x")
    with pytest.raises(SetInvalid, match="cannot be written"):
        add_label(tmp_path / "file", label(1))


def test_no_plate_and_no_day_stands_in_two_parts(whole: Path) -> None:
    found = read_labelled_set(whole, FORMATS)
    split = split_set(found, 3)
    assert split.by == "plate and source"
    texts = [{crop.text for crop in split.crops(found, part)} for part in ("train", "validation", "held")]
    days = [{crop.source for crop in split.crops(found, part)} for part in ("train", "validation", "held")]
    for seen in (texts, days):
        assert not (seen[0] & seen[1] or seen[0] & seen[2] or seen[1] & seen[2])
    assert sum(len(split.numbers(part)) for part in ("train", "validation", "held")) == 28
    assert split == split_set(found, 3)
    assert any(split.parts != split_set(found, seed).parts for seed in range(4, 9))


def test_with_few_days_only_plates_stay_together(folder: Path) -> None:
    rewrite(folder, [dict(row, source="one day") for row in rows(folder)])
    found = read_labelled_set(folder, FORMATS)
    split = split_set(found)
    assert split.by == "plate" and len(split.numbers("held")) >= 3
    held = {crop.text for crop in split.crops(found, "held")}
    assert not held & {crop.text for crop in split.crops(found, "train")}


def test_one_plate_in_two_parts_is_refused(folder: Path) -> None:
    changed = [dict(row, part="train") for row in rows(folder)]
    for row in changed[-6:]:
        row["part"] = "held"
    first = changed[0]["text"]
    for row in changed:
        row["part"] = "held" if row["text"] == changed[-1]["text"] else row["part"]
    rewrite(folder, changed)
    fine = read_labelled_set(folder, FORMATS)
    assert not any(problem.kind == "split" for problem in fine.problems)
    assert len(split_set(fine).numbers("held")) >= 2
    next(row for row in changed if row["text"] == first)["part"] = "held"
    rewrite(folder, changed)
    found = read_labelled_set(folder, FORMATS)
    assert first in only(found, "split").sentence
    with pytest.raises(SetInvalid, match=rf"plate {first} .* parts"):
        split_set(found)


def test_a_written_division_is_checked_when_it_is_read(folder: Path, tmp_path: Path) -> None:
    found = read_labelled_set(folder, FORMATS)
    split = split_set(found)
    path = tmp_path / "split.json"
    path.write_text(split_text(split))
    assert read_split(path, found) == split
    train, validation, held = split.parts
    forged: list[tuple[Split, str]] = [
        (replace(split, parts=(train[1:], validation, (*held, train[0]))), "stands in the parts"),
        (replace(split, parts=(train[1:], validation, held)), "every picture once"),
        (replace(split, parts=((*train, *held), validation, ())), "nothing held"),
        (replace(split, set_digest="0" * 64), "not the one that was divided"),
    ]
    for wrong, words in forged:
        path.write_text(split_text(wrong))
        with pytest.raises(SetInvalid, match=words):
            read_split(path, found)
    path.write_text("[]")
    with pytest.raises(SetInvalid, match="damaged"):
        read_split(path, found)


def test_a_label_added_to_a_set_without_a_table_hides_none_of_its_pictures(tmp_path: Path) -> None:
    for number in range(2):
        Image.fromarray(label(number).image).save(tmp_path / f"{label(number).text}.png")
    add_label(tmp_path, label(2))
    found = read_labelled_set(tmp_path, FORMATS)
    assert {crop.text for crop in found.crops} == {label(number).text for number in range(3)}


def test_a_picture_of_a_set_without_a_table_can_be_corrected(tmp_path: Path) -> None:
    first, other = label(0), label(1)
    Image.fromarray(first.image).save(tmp_path / f"{first.text}.png")
    change_label(tmp_path, f"{first.text}.png", other.text)
    assert [crop.text for crop in read_labelled_set(tmp_path, FORMATS).crops] == [other.text]
