"""The reproduction from end to end, in the small: drawn sets, all readers, one training, going on, failures."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner

from forensic_lpr import __version__, weightsfile
from forensic_lpr.cli.main import cli
from forensic_lpr.core.progress import Progress
from forensic_lpr.errors import Cancelled, RunInvalid
from forensic_lpr.evaluation.baselines.external import parse_reader
from forensic_lpr.evaluation.baselines.reader import PlateReader
from forensic_lpr.evaluation.reproduction import ReaderResult, SetResult
from forensic_lpr.operations.reproduce import (
    BEGIN,
    END,
    SHORT,
    Plan,
    Reproduction,
    reproduce,
    reproduce_table_2,
    reproduce_table_3,
    write_reproduction,
)
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK, Dgm
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard

PLAN = Plan(3, 2, 10, 64, 5, 32, 64, 1, network="slot-attention")
KEPT = ("originals 1", "originals and DGM 1", "permutation 1")


@pytest.fixture(autouse=True)
def threads_as_before() -> Iterator[None]:
    """A reproduction sets the threads of its process."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the DGM and three of the four ways are done already."""
    folder = tmp_path / "reproduce"
    folder.mkdir()
    card = DgmCard(
        "dgm", NETWORK, INPUT_SIZE, GREYS, "nothing", 0, __version__, "2026-11-01", far_views=((45.0, 0.0),)
    )
    (folder / "dgm.safetensors").write_bytes(weightsfile.to_bytes(card, Dgm().state_dict()))
    done = SetResult(0, (1, 1, 0, 0, 0, 0, 0, 0))
    steps = {name: asdict(ReaderResult(name[:-2], "64", done, done)) for name in KEPT}
    head = {"plan": asdict(PLAN), "program_version": __version__}
    (folder / "results.json").write_text(json.dumps({**head, "steps": steps}), encoding="utf-8")
    return folder


@pytest.mark.timeout(600)
def test_all_readers_are_compared_and_what_is_done_is_not_done_again(folder: Path, tmp_path: Path) -> None:
    readers = [parse_reader("always=echo ABC1234 {image}"), parse_reader("gone=/nonexistent {image}")]
    found = reproduce(folder, PLAN, readers)
    told: list[str] = []
    again = reproduce(folder, PLAN, readers, lambda done, total, text="": told.append(text))
    _as_if_of_other_weights(folder, "default")
    told_then: list[str] = []
    reproduce(folder, PLAN, (), lambda done, total, text="": told_then.append(text))
    names = [result.name for result in found.readers]
    assert names[:7] == ["multitask-2019", "default", "cascade", "hog-svm", "one-stage", "always", "gone"]
    for result in (*found.readers[:6], *found.variants):
        assert result.high is not None and result.low is not None
        assert (result.high.n, result.low.n) == (
            (3, 2) if result.name not in [k[:-2] for k in KEPT] else (2, 2)
        )
    assert "cannot be started" in found.readers[6].failure
    assert [result.name for result in found.variants][-1] == "permutation and DGM"
    assert again == found
    assert not any("cascade" in text or "permutation" in text or "training" in text for text in told)
    assert "read by default" not in told
    assert "read by default" in told_then and "read by multitask-2019" not in told_then

    document = tmp_path / "BENCHMARKS.md"
    document.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    path = write_reproduction(folder, found, document)
    text = document.read_text(encoding="utf-8")
    assert text.startswith("before\n") and text.endswith("after\n") and "old" not in text
    assert "Table 2" in text and (tmp_path / "images" / "figure-4.png").exists()
    assert path.read_text(encoding="utf-8").count("| cascade |") == 2
    with pytest.raises(RunInvalid, match="does not hold"):
        document.write_text("no marks", encoding="utf-8")
        write_reproduction(folder, found, document)


def _as_if_of_other_weights(folder: Path, name: str) -> None:
    """Name the kept step of a reader as that of weights that are no longer shipped."""
    path = folder / "results.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["steps"][f"{name} {'0' * 64}"] = told["steps"].pop(f"{name} {Recognizer.load(name).identity.sha256}")
    path.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.timeout(300)
def test_table_2_alone_trains_no_dgm_and_counts_for_the_whole_later(folder: Path) -> None:
    kept = sorted(path.name for path in folder.iterdir())
    found = reproduce_table_2(folder, PLAN)
    assert [result.name for result in found.readers][2:5] == ["cascade", "hog-svm", "one-stage"]
    assert sorted(path.name for path in folder.iterdir()) == kept  # neither DGM run nor weights of a way
    steps = json.loads((folder / "results.json").read_text(encoding="utf-8"))["steps"]
    assert {*KEPT, "cascade", "hog-svm", "one-stage"} < set(steps) and "permutation and DGM 1" not in steps
    text = found.markdown()
    assert "Table 2" in text and "Figure 4" in text and "Table 3" not in text


def test_table_2_alone_is_written_into_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = SetResult(1, (0, 1, 0, 0, 0, 0, 0, 1))

    def keep(folder: Path, plan: Plan, external: Sequence[PlateReader], progress: Progress) -> Reproduction:
        folder.mkdir()
        return Reproduction(plan, (ReaderResult("cascade", "64", result, result),), ())

    monkeypatch.setattr("forensic_lpr.operations.reproduce.reproduce_table_2", keep)
    document = tmp_path / "BENCHMARKS.md"
    document.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    command = ["reproduce", "--short", "--table", "2", "--folder", str(tmp_path / "r")]
    told = CliRunner().invoke(cli, [*command, "--benchmarks", str(document)])
    assert told.exit_code == 0 and "Table 2" in told.output and "Table 3" not in told.output
    text = document.read_text(encoding="utf-8")
    assert "| cascade |" in text and "Table 3" not in text and "old" not in text


@pytest.mark.timeout(300)
def test_table_3_alone_trains_no_baseline_and_counts_for_the_whole_later(folder: Path) -> None:
    rows = reproduce_table_3(folder, PLAN)
    assert [row.name for row in rows] == [
        "originals",
        "originals and DGM",
        "permutation",
        "permutation and DGM",
    ]
    assert all(row.high is not None and row.low is not None for row in rows)
    assert rows[3].samples == "96"  # the far plates stand beside the 64
    steps = json.loads((folder / "results.json").read_text(encoding="utf-8"))["steps"]
    assert sorted(steps) == sorted([*KEPT, "permutation and DGM 1"])


def test_the_size_of_table_3_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Plan] = []

    def keep(folder: Path, plan: Plan, progress: Progress) -> tuple[ReaderResult, ...]:
        asked.append(plan)
        return ()

    monkeypatch.setattr("forensic_lpr.operations.reproduce.reproduce_table_3", keep)
    told = "--samples 128 --originals 12 --dgm-pairs 64 --seeds 2 --network slot-attention --permuted-only"
    command = ["reproduce", "--short", "--table", "3", "--folder", str(tmp_path), *told.split()]
    assert CliRunner().invoke(cli, command).exit_code == 0
    (plan,) = asked
    assert plan == replace(
        SHORT,
        variant_samples=128,
        originals=12,
        dgm_pairs=64,
        seeds=2,
        network="slot-attention",
        permuted_only=True,
    )
    assert [way.title for way in plan.ways] == ["permutation", "permutation and DGM"]
    assert len(SHORT.ways) == 4
    assert [way.samples(128) for way in SHORT.ways] == [128, 192, 128, 192]


def test_table_3_alone_refuses_what_needs_the_other_table(tmp_path: Path) -> None:
    for beside in (["--benchmarks", str(tmp_path / "b.md")], ["--reader", "a=echo {image}"]):
        result = CliRunner().invoke(
            cli, ["reproduce", "--short", "--table", "3", "--folder", str(tmp_path), *beside]
        )
        assert result.exit_code == 2 and "need the other table" in result.output


def test_a_folder_of_another_plan_and_a_damaged_one_are_refused(folder: Path) -> None:
    with pytest.raises(RunInvalid, match="another plan"):
        reproduce(folder, Plan(4, 2, 10, 64, 5, 32, 64, 1))
    (folder / "results.json").write_text('{"plan": ', encoding="utf-8")
    with pytest.raises(RunInvalid, match="damaged"):
        reproduce(folder, PLAN)


def test_it_can_be_cancelled(folder: Path) -> None:
    def cancel(done: int, total: int | None, text: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        reproduce(folder, PLAN, progress=cancel)
