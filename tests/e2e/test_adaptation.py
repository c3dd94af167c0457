"""What `evaluate-adaptation` counts and tells, with trainings that are done already."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from forensic_lpr import paths
from forensic_lpr.cli.main import cli
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.progress import silent
from forensic_lpr.evaluation.paired import standard_plates
from forensic_lpr.operations import adaptation
from forensic_lpr.operations.adaptation import WAYS, AdaptationPlan, Way
from forensic_lpr.operations.train import RecognizerPlan, plan_recognizer
from forensic_lpr.recognition.checkpoint import Checkpoint, find, load_file
from forensic_lpr.training.config import TrainingConfig


def told_by(monkeypatch: pytest.MonkeyPatch, *more: str) -> str:
    """What the command prints where the weights stay as they are but with the DGM, and read worse with it."""

    def tuned(plan: AdaptationPlan, folder: Path, way: Way, tell: object) -> Checkpoint:
        return load_file(find("multitask-2019" if way.dgm else plan.weights))

    def few(widths: tuple[float, float], count: int, *others: Any) -> object:
        return standard_plates(widths, 10, *others)

    monkeypatch.setattr(adaptation, "_gather", lambda *told: None)
    monkeypatch.setattr(adaptation, "_train_dgm", lambda *told: (0.75, 1.0))
    monkeypatch.setattr(adaptation, "_fine_tune", tuned)
    monkeypatch.setattr(adaptation, "standard_plates", few)
    command = ["evaluate-adaptation", "--held", "20", "--compared", "60", *more]
    result = CliRunner().invoke(cli, command)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_all_ways_are_counted_on_the_held_plates_and_compared_on_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = json.loads(told_by(monkeypatch, "--json"))
    without, with_dgm = told["ways"]["without DGM"], told["ways"]["with DGM"]
    assert without["held"]["n"] == 20 and without["compared"]["n"] == with_dgm["compared"]["n"] == 60
    assert without["compared"]["gained"] == without["compared"]["lost"] == 0
    assert with_dgm["compared"]["lost"] >= with_dgm["held"]["lost"]
    assert list(told["ways"]) == ["labels alone", "without DGM", "with DGM"]
    by_pairs, between = told["steps"].values()
    assert list(told["steps"]) == ["without DGM against labels alone", "with DGM against without DGM"]
    assert by_pairs["lost"] == by_pairs["gained"] == 0 and by_pairs["n"] == 60
    assert between["n"] == 60 and between["lost"] > between["gained"]
    assert between["before"] == without["compared"]["after"]
    assert between["after"] == with_dgm["compared"]["after"]
    assert with_dgm["standard"]["drawn, 49 px"]["n"] == 10


def test_the_tables_name_their_sets_and_the_comparison_its_plates(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told_by(monkeypatch).splitlines()
    starts = [line[:28].strip() for line in lines if "before" in line[:42]]
    assert starts == ["held plates of the camera", "with 40 more", "drawn, 104 px", "drawn, 49 px"]
    assert "/20)" in lines[0] and "/60)" in lines[4]
    assert any(line.startswith("with DGM against without DGM, on 60 held plates: -") for line in lines)
    assert lines[-1].endswith("DGM 0.750, bicubic 1.000")


def test_each_way_has_one_thing_more_than_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[RecognizerPlan] = []

    def planned(plan: RecognizerPlan) -> TrainingConfig:
        asked.append(plan)
        return plan_recognizer(plan)

    class Done(Exception):
        pass

    def trained(*_: object) -> None:
        raise Done

    monkeypatch.setattr(adaptation, "plan_recognizer", planned)
    monkeypatch.setattr(adaptation, "train_recognizer", trained)
    plan = AdaptationPlan(labelled=20, pairs=4)
    adaptation._gather(plan, tmp_path, load_formats(), silent)
    (tmp_path / "dgm.safetensors").write_bytes((paths.weights() / "dgm.safetensors").read_bytes())
    for way in WAYS:
        with pytest.raises(Done):
            adaptation._fine_tune(plan, tmp_path, way, lambda *_: None)
    labels, without, with_dgm = asked
    assert labels.dgm == without.dgm == "" and labels.pairs is None
    assert replace(labels, pairs=tmp_path / "pairs") == without
    assert replace(without, dgm=str(tmp_path / "dgm.safetensors")) == with_dgm
    found = plan_recognizer(without).own
    assert found is not None
    assert Path(found.folder) == tmp_path / "set" and len(found.pairs) == 2, "two pairs of each plate"
