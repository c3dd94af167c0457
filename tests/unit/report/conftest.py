"""The demo case and what its report is made from, made once for all tests of reports."""

from pathlib import Path

import pytest
from demo_case import ISSUED, demo_case

from forensic_lpr.operations.case import open_case
from forensic_lpr.operations.casereport import case_head, gather
from forensic_lpr.report.material import Material


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo case, closed, with its evidence; never changed."""
    path = tmp_path_factory.mktemp("demo")
    demo_case(path, frames=3).close()
    return path


@pytest.fixture(scope="session")
def material(folder: Path) -> Material:
    """What the whole report of the demo case is made from."""
    with open_case(folder / "demo.flpr", writable=False) as case:
        return gather(case.path, case.view, case_head("en", ISSUED))
