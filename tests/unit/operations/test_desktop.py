"""The desktop is told of the program, and can forget it again."""

import configparser
import shlex
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from forensic_lpr.errors import DesktopFailed
from forensic_lpr.operations import desktop


def words_of(value: str) -> list[str]:
    """The words of an ``Exec`` key, as a desktop reads them: first the text's quoting, then that of the command."""
    return [word.replace("%%", "%") for word in shlex.split(value.replace("\\\\", "\\"))]


@pytest.mark.parametrize(
    "program",
    ["/opt/forensic-lpr/ForensicLPR", "/home/ana maria/Forensic LPR/x", '/a"b/c', "/50%/x", "/a\\b"],
)
def test_the_command_comes_back_as_it_was(program: str) -> None:
    assert words_of(desktop.quoted((program, "-m", "forensic_lpr"))) == [program, "-m", "forensic_lpr"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for Linux desktops")
def test_what_is_installed_can_be_removed(tmp_path: Path) -> None:
    change = desktop.install(tmp_path, ("/opt/my program/ForensicLPR",))
    assert all(path.is_file() and path.stat().st_size > 0 for path in change.files)
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(tmp_path / "applications" / "forensic-lpr.desktop", "utf-8")
    told = entry["Desktop Entry"]
    assert words_of(told["Exec"]) == ["/opt/my program/ForensicLPR", "%F"]
    kinds = ElementTree.parse(tmp_path / "mime" / "packages" / "forensic-lpr.xml").getroot()
    (kind,) = list(kinds)
    assert kind.attrib["type"] + ";" == told["MimeType"]
    assert [child.attrib["pattern"] for child in kind if child.tag.endswith("glob")] == ["*.flpr"]
    again = desktop.install(tmp_path, ("/elsewhere/ForensicLPR",))
    assert again.files == change.files
    assert desktop.remove(tmp_path).files == change.files
    assert [path for path in change.files if path.exists()] == []
    assert desktop.remove(tmp_path).files == ()


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("in the way")
    with pytest.raises(DesktopFailed, match="could not be told"):
        desktop.install(tmp_path, ("x",))


def test_elsewhere_it_is_said_that_this_is_for_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(DesktopFailed, match="Linux"):
        desktop.data_home()


def test_this_python_starts_the_window_from_anywhere() -> None:
    assert desktop.start_command() == (sys.executable, "-m", "forensic_lpr")
