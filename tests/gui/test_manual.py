"""The manual: nothing in it leads nowhere, it names what is there, and its window shows, follows and finds."""

import re
from pathlib import Path

import pytest
from gui_hands import WAIT
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from forensic_lpr import paths
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.dialogs import keyboard_rows
from forensic_lpr.gui.language import LANGUAGES, file_of, finished
from forensic_lpr.gui.manual import NAMED, Chapter, chapters, name_of
from forensic_lpr.gui.manual_page import ManualPage
from forensic_lpr.gui.manual_window import ManualWindow

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 150_000
LINK = re.compile(r"(!?)\[(?:\\.|[^\]\\])*\]\(([^)\s]+)\)")
TYPED = re.compile(r"`([^`]+)`")
KEY = re.compile(r"(Ctrl|Shift|Alt)\+.|F\d+|Tab|Esc")

both_languages = pytest.mark.parametrize("language", list(LANGUAGES))


def links(chapter: Chapter) -> list[tuple[bool, str]]:
    """Whether it is a picture, and where it leads; actions are not among them."""
    found = [(bang == "!", target) for bang, target in LINK.findall(TYPED.sub("", chapter.text))]
    return [link for link in found if not link[1].startswith("action:")]


def plain(words: str) -> str:
    """The words of an action in a chapter, as they read when shown."""
    return " ".join(re.sub(r"\\(.)", r"\1", words).split())


@pytest.fixture
def manual(qtbot: QtBot, desk: Desk) -> ManualWindow:
    """The manual's window, opened from the menu."""
    desk.window.actions_["manual"].trigger()
    window = desk.window.findChild(ManualWindow)
    assert window is not None
    qtbot.waitExposed(window)
    return window


def page_of(manual: ManualWindow) -> str:
    return Path(manual.page.source().toLocalFile()).name


# --- the chapters


def test_all_languages_have_the_same_chapters_and_pictures() -> None:
    names = {language: [c.file.name for c in chapters(language)] for language in LANGUAGES}
    assert len(names["en"]) >= 12
    assert all(found == names["en"] for found in names.values())
    pictures = {
        language: [sum(picture for picture, _ in links(c)) for c in chapters(language)]
        for language in LANGUAGES
    }
    assert all(found == pictures["en"] for found in pictures.values())


@both_languages
def test_every_link_and_picture_is_there(language: str) -> None:
    found = 0
    for chapter in chapters(language):
        assert chapter.text.startswith(f"# {chapter.title}\n")
        for _, target in links(chapter):
            found += 1
            assert (chapter.file.parent / target).is_file(), f"{chapter.file.name}: {target}"
        for typed in TYPED.findall(chapter.text):
            if typed.startswith(("resources/", "docs/")):
                assert (ROOT / typed).is_file(), typed
    assert found > 25


def test_every_picture_is_small_and_used() -> None:
    used = {
        (chapter.file.parent / target).resolve()
        for language in LANGUAGES
        for chapter in chapters(language)
        for picture, target in links(chapter)
        if picture
    }
    readme = (ROOT / "README.md").read_text("utf-8")
    used |= {(ROOT / target).resolve() for bang, target in LINK.findall(readme) if bang}
    there = set((paths.resources() / "manual" / "pictures").resolve().rglob("*.png"))
    assert there and there <= used
    assert all(picture.stat().st_size < MOST_BYTES for picture in there)


@both_languages
def test_actions_are_named_with_their_words_and_keys(qtbot: QtBot, desk: Desk, language: str) -> None:
    actions, found = desk.window.actions_, 0
    file = file_of(language)
    translated = finished(file) if language != "en" and file.is_file() else {}
    for chapter in chapters(language):
        for words, name in NAMED.findall(chapter.text):
            found += 1
            assert name in actions.by_name, f"{chapter.file.name}: {name}"
            item, keys = name_of(actions, name)
            own, _ = name_of(actions, name, lambda text: translated.get(text, text))
            assert plain(words) in (f"{item} ({keys})", f"{own} ({keys})"), chapter.file.name
    assert found > 60


@both_languages
def test_keys_that_are_typed_out_are_there(qtbot: QtBot, desk: Desk, language: str) -> None:
    known = {key for keys, _ in keyboard_rows(desk.window.actions_) for key in keys.split(" / ")}
    typed = {t for chapter in chapters(language) for t in TYPED.findall(chapter.text) if KEY.fullmatch(t)}
    assert typed and typed <= known


def test_a_language_without_chapters_has_none() -> None:
    assert chapters("xx") == ()


# --- the window


def test_the_manual_opens_once_and_shows_the_first_chapter(
    qtbot: QtBot, desk: Desk, manual: ManualWindow
) -> None:
    assert manual.contents.count() == len(chapters("en"))
    assert manual.contents.currentRow() == 0
    assert page_of(manual) == "01-first-minute.md"
    assert not manual.back.isEnabled() and not manual.forward.isEnabled()
    desk.window.actions_["manual"].trigger()
    assert len(desk.window.findChildren(ManualWindow)) == 1
    for widget in (manual.contents, manual.page, manual.words, manual.back, manual.forward, manual.next):
        assert widget.accessibleName()


def test_a_link_is_followed_back_and_forward(qtbot: QtBot, manual: ManualWindow) -> None:
    page = manual.page
    assert page.find_on("Evidence and the case")
    page.ensureCursorVisible()
    at = page.cursorRect().center()
    at.setX(at.x() - 10)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page_of(manual) == "02-evidence-and-case.md"
    assert manual.contents.currentRow() == 1
    qtbot.mouseClick(manual.back, Qt.MouseButton.LeftButton)
    assert page_of(manual) == "01-first-minute.md" and manual.contents.currentRow() == 0
    qtbot.mouseClick(manual.forward, Qt.MouseButton.LeftButton)
    assert page_of(manual) == "02-evidence-and-case.md"


def test_a_chapter_is_chosen_in_the_contents(qtbot: QtBot, manual: ManualWindow) -> None:
    manual.contents.setFocus()
    qtbot.keyClick(manual.contents, Qt.Key.Key_End)
    assert page_of(manual) == chapters("en")[-1].file.name
    assert "conclusion" in manual.page.toPlainText()


def test_words_are_found_through_all_chapters_and_round(qtbot: QtBot, manual: ManualWindow) -> None:
    qtbot.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.words.hasFocus()
    qtbot.keyClicks(manual.words, "mcnemar")
    seen = []
    for _ in range(4):
        qtbot.keyClick(manual.words, Qt.Key.Key_Return)
        assert manual.page.textCursor().selectedText() == "McNemar"
        seen.append(page_of(manual))
    assert seen == ["11-training.md", *["12-methods.md"] * 2, "11-training.md"]
    qtbot.keyClick(manual, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page_of(manual) == "12-methods.md", timeout=WAIT)
    qtbot.keyClick(manual, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: page_of(manual) == "11-training.md", timeout=WAIT)


def test_words_that_are_nowhere_are_told(qtbot: QtBot, manual: ManualWindow) -> None:
    qtbot.keyClicks(manual.words, "no such word")
    qtbot.keyClick(manual.words, Qt.Key.Key_Return)
    assert "nowhere" in manual.told.text()
    assert page_of(manual) == "01-first-minute.md"
    qtbot.keyClick(manual.words, Qt.Key.Key_Backspace)
    assert manual.told.text() == ""


def test_the_page_says_what_the_menus_say_and_fits_its_pictures(
    qtbot: QtBot, desk: Desk, manual: ManualWindow
) -> None:
    seal = desk.window.actions_["seal"]
    assert "Plate > Seal and reveal (Ctrl+Return)" in manual.page.toPlainText()
    assert "action:" not in manual.page.toHtml()
    seal.setText("&Lacrar e revelar")
    desk.window.actions_["theme"].trigger()
    assert "Plate > Lacrar e revelar (Ctrl+Return)" in manual.page.toPlainText()
    assert page_of(manual) == "01-first-minute.md"
    url = manual.page.source().resolved("../pictures/en/first-minute.png")
    picture = manual.page.loadResource(QTextDocument.ResourceType.ImageResource.value, url)
    assert not picture.isNull() and picture.width() <= desk.look.px("manual_width")
    assert manual.page.horizontalScrollBar().maximum() == 0


def test_a_manual_that_is_missing_is_told(qtbot: QtBot, desk: Desk) -> None:
    manual = ManualWindow(desk.look, desk.window.actions_, "xx", desk.window)
    assert "install the program again" in manual.page.toPlainText()
    qtbot.keyClicks(manual.words, "plate")
    manual.find_next()
    manual.close()


def test_a_page_opens_nothing_from_elsewhere(qtbot: QtBot, desk: Desk, manual: ManualWindow) -> None:
    page: ManualPage = manual.page
    page.anchorClicked.emit("https://example.org/")
    assert page_of(manual) == "01-first-minute.md"
    assert (
        page.loadResource(QTextDocument.ResourceType.ImageResource.value, "https://example.org/a.png") is None
    )
