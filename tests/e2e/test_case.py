"""A case from end to end on the command line: blind first, the log, the package, verified."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from forensic_lpr import paths
from forensic_lpr.__main__ import COMMANDS
from forensic_lpr.cli.main import cli, run
from forensic_lpr.core.recipe import Recipe, Step

SAMPLE = paths.resources() / "sample"
TOLD = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
STILL, CLIP = TOLD[0], TOLD[1]


def quad(entry: dict) -> str:
    return " ".join(f"{x},{y}" for x, y in entry["quad"])


class Desk:
    """A folder with a case and copies of the sample evidence."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.case = folder / "a.flpr"
        for entry in (STILL, CLIP):
            shutil.copy(SAMPLE / entry["file"], folder)

    def ok(self, *arguments: object) -> str:
        code = run([str(a) for a in arguments])
        out, err = self.capsys.readouterr()
        assert (code, err) == (0, ""), err
        return out

    def refused(self, *arguments: object) -> str:
        code = run([str(a) for a in arguments])
        out, err = self.capsys.readouterr()
        assert code == 2, (out, err)
        assert err.count("\n") == 1 and err.startswith("forensic-lpr: ") and "Traceback" not in err
        return err

    def begun(self) -> "Desk":
        self.ok("case", "new", self.case, "--number", "2026-7", "--examiner", "A. Examiner")
        self.ok("case", "add", self.case, self.folder / STILL["file"], self.folder / CLIP["file"])
        return self

    def kinds(self) -> list[str]:
        return [row["kind"] for row in json.loads(self.ok("case", "log", self.case, "--json"))]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_an_enhanced_reading_is_recorded_with_its_recipe_and_verified(desk: Desk) -> None:
    desk.begun()
    recipe, path = Recipe((Step.of("gamma", gamma=1.5), Step.of("stretch"))), desk.folder / "recipe.json"
    path.write_text(recipe.json(), "utf-8")
    where = ("--exhibit", 1, "--quad", quad(STILL), "--unblinded", "--reason", "a test")
    read = json.loads(desk.ok("case", "read", desk.case, *where, "--recipe", path, "--json"))
    assert read["reading"]["enhancement"]["recipe"] == recipe.data()
    assert json.loads(desk.ok("verify", desk.case, "--json"))["holds"]
    assert "one frame" in desk.refused("case", "read", desk.case, *where, "--recipe", path, "--track")
    path.write_text("{}", "utf-8")
    assert "lacks 'format'" in desk.refused("case", "read", desk.case, *where, "--recipe", path)


def test_fields_are_an_exhibit_of_their_own_and_their_reading_repeats_to_the_bit(desk: Desk) -> None:
    desk.begun()
    told = desk.ok("case", "add", desk.case, desk.folder / CLIP["file"], "--fields", "bottom")
    assert told.startswith("Exhibit 3: ") and "already" not in told
    at = 2 * CLIP["frame"] + 1
    where = ("--exhibit", 3, "--quad", quad(CLIP), "--unblinded", "--reason", "a test")
    frames = ("--frame", at, "--track", "--from", at - 1, "--to", at + 1)
    read = json.loads(desk.ok("case", "read", desk.case, *where, *frames, "--json"))
    assert read["reading"]["evidence"]["fields"] == "bottom"
    assert [frame["frame"] for frame in read["reading"]["frames"]] == [at - 1, at, at + 1]
    assert json.loads(desk.ok("verify", desk.case, "--json"))["holds"]
    again = desk.ok("case", "add", desk.case, desk.folder / CLIP["file"], "--fields", "bottom")
    assert again.startswith("Exhibit 3: ") and "already" in again
    assert "does not state" in desk.refused(
        "case", "add", desk.case, desk.folder / CLIP["file"], "--fields", "stated"
    )


def test_a_case_from_beginning_to_end(desk: Desk) -> None:
    files = [desk.folder / entry["file"] for entry in (STILL, CLIP)]
    before = [(f.read_bytes(), f.stat().st_mtime_ns) for f in files]
    desk.begun()
    where = ("--exhibit", 1, "--quad", quad(STILL))
    assert "Seal your own reading" in desk.refused("case", "read", desk.case, *where)
    assert "reading recorded" not in desk.kinds()
    sealed = desk.ok("case", "seal", desk.case, *where, "--reading", "kv?48[17]7", "--note", "by eye")
    assert "Plate 1: KV?48[17]7, sealed" in sealed
    assert "was sealed at" in desk.refused("case", "seal", desk.case, *where, "--cannot-read")
    read = json.loads(desk.ok("case", "read", desk.case, *where, "--json"))
    assert read["reading"]["plates"][0]["text"] == STILL["text"]
    assert "say why" in desk.refused("case", "reconcile", desk.case, "--plate", 1, "--conclusion", "XVR4817")
    desk.ok("case", "reconcile", desk.case, "--plate", 1, "--conclusion", "KV(R)4817")
    desk.ok("case", "change", desk.case, "--plate", 1, "--reading", "KVR4817", "--reason", "seen now")

    clip = ("--exhibit", 2, "--frame", CLIP["frame"], "--quad", quad(CLIP))
    told = desk.ok(
        "case", "read", desk.case, *clip, "--unblinded", "--reason", "a test", "--track", "--from", 9, "--to", 12
    )  # fmt: skip
    assert CLIP["text"] in told
    data = json.loads(desk.ok("case", "show", desk.case, "--json"))
    assert [plate["blind"] is not None for plate in data["plates"]] == [True, False]
    assert data["plates"][1]["unblinded_reason"] == "a test"
    assert data["plates"][0]["conclusions"][0]["text"] == "KV(R)4817"
    assert data["plates"][1]["readings"][0]["of"] == "track"
    shown = desk.ok("case", "show", desk.case)
    assert "own reading KV?48[17]7" in shown and "shown without an own reading" in shown

    result = json.loads(desk.ok("verify", desk.case, "--json"))
    assert result["holds"]
    assert result["audit"] == data["audit"]
    assert [(f.read_bytes(), f.stat().st_mtime_ns) for f in files] == before
    assert sorted(p.name for p in desk.folder.iterdir()) == sorted([desk.case.name, *(f.name for f in files)])


def test_the_log_can_be_filtered_and_written_as_a_table(desk: Desk) -> None:
    desk.begun()
    table = desk.folder / "log.csv"
    desk.ok("case", "log", desk.case, "--kind", "evidence acquired", "--csv", table)
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["kind"] for row in rows] == ["evidence acquired"] * 2
    assert "cannot be written" in desk.refused("case", "log", desk.case, "--csv", table)
    assert desk.ok("case", "log", desk.case).splitlines()[-1].startswith("Rows 3, head ")


def test_verify_fails_in_one_sentence_when_evidence_changed_or_went(desk: Desk) -> None:
    desk.begun()
    still = desk.folder / STILL["file"]
    data = bytearray(still.read_bytes())
    data[1000] ^= 1
    still.write_bytes(bytes(data))
    assert "Exhibit 1, car-park.jpg, is no longer the file" in desk.refused("verify", desk.case)
    where = ("--exhibit", 1, "--quad", quad(STILL), "--reading", "A")
    assert "is no longer the file" in desk.refused("case", "seal", desk.case, *where)
    moved = desk.folder / "moved"
    moved.mkdir()
    still.unlink()
    shutil.copy(SAMPLE / STILL["file"], moved)
    assert "was not found" in desk.refused("verify", desk.case)
    desk.ok("verify", desk.case, "--look-in", moved)


def test_a_package_verifies_on_its_own(desk: Desk) -> None:
    desk.begun()
    names = desk.ok("case", "package", desk.case, desk.folder / "out").split()
    assert "evidence/1/car-park.jpg" in names
    for entry in (STILL, CLIP):
        (desk.folder / entry["file"]).unlink()
    desk.ok("verify", desk.folder / "out" / "a.flpr")
    assert "never written over" in desk.refused("case", "package", desk.case, desk.folder / "out")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("case", "show", "{case}.none"), "There is no case file"),
        (("case", "add", "{case}", "{case}"), "a.flpr"),
        (("case", "seal", "{case}", "--exhibit", "9", "--quad", "0,0 9,0 9,9 0,9", "--cannot-read"), "no exhibit 9"),
        (("case", "seal", "{case}", "--exhibit", "1", "--quad", "0,0 9,0 9,9 0,9"), "--reading or --cannot-read"),
        (("case", "seal", "{case}", "--exhibit", "1", "--quad", "0,0 1e9,0 1e9,9 0,9", "--cannot-read"), "outside"),
        (("case", "reconcile", "{case}", "--plate", "3", "--conclusion", "A"), "no plate 3"),
        (("case", "withdraw", "{case}", "--plate", "1", "--reason", "x"), "no plate 1"),
        (("case", "new", "{case}"), "never overwritten"),
        (("verify", "{case}.none"), "There is no case file"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_one_line(desk: Desk, arguments: tuple[str, ...], words: str) -> None:
    desk.begun()
    assert words in desk.refused(*(argument.format(case=desk.case) for argument in arguments))


def test_every_command_is_known_to_the_entry_point() -> None:
    assert set(cli.commands) == COMMANDS


def test_a_case_is_locked_against_a_second_command(desk: Desk) -> None:
    desk.begun()
    child = subprocess.Popen(
        [
            sys.executable, "-c",
            "import sys; from pathlib import Path; from forensic_lpr.operations.case import open_case\n"
            "with open_case(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()",
            str(desk.case),
        ],
        cwd=Path(__file__).resolve().parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdout is not None and child.stdin is not None
    assert child.stdout.readline() == "open\n"
    assert "open in another window or command" in desk.refused("case", "show", desk.case)
    assert "open in another window or command" in desk.refused("verify", desk.case)
    child.communicate()
    desk.ok("case", "show", desk.case)
