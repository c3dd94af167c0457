"""Recipes loaded, saved and given to other exhibits."""

import json
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from forensic_lpr.core.recipe import Recipe, load_recipe
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.enhancement import Enhancement
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.recipe_verbs import RecipeVerbs
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session

_FOLDER = "recipe/folder"


class RecipeFiles(QObject):
    """Asks where from and where to."""

    def __init__(
        self,
        session: Session,
        enhancement: Enhancement,
        verbs: RecipeVerbs,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._enhancement, self._verbs = session, enhancement, verbs
        self._preferences, self._window = preferences, window
        self.others = QMenu(window)
        """The exhibits that the recipe can be given to."""

    def ask_and_load(self) -> None:
        """Let the examiner choose a file, and take the steps from it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Load a recipe"), self._preferences.text(_FOLDER), self._kinds()
        )
        if name:
            self._preferences.set_text(_FOLDER, str(Path(name).parent))
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Take the steps from a file."""
        try:
            recipe = load_recipe(path)
        except ForensicLprError as error:
            self._session.message_posted.emit("failure", in_words(error))
            return
        self._verbs.put(recipe, self.tr("Load “{name}”").format(name=path.name))

    def ask_and_save(self) -> None:
        """Let the examiner choose a file, and write the steps to it."""
        start = str(Path(self._preferences.text(_FOLDER)) / "recipe.json")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the recipe"), start, self._kinds())
        if name:
            self._preferences.set_text(_FOLDER, str(Path(name).parent))
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the steps to a file, never over an exhibit."""
        exhibits = [exhibit.path for exhibit in self._session.exhibits]
        try:
            if any(path.absolute() == own or (path.exists() and path.samefile(own)) for own in exhibits):
                words = self.tr("{name} is an exhibit; choose another name for the recipe.")
                self._session.message_posted.emit("failure", words.format(name=path.name))
                return
            path.write_text(written(self._enhancement.recipe), "utf-8")
        except OSError as error:
            words = self.tr("The recipe cannot be written to {path}: {why}.")
            self._session.message_posted.emit(
                "failure", words.format(path=path, why=in_words(error.strerror or error))
            )
            return
        self._session.message_posted.emit(
            "success", self.tr("The recipe was written to {path}.").format(path=path)
        )

    def ask_and_copy(self) -> None:
        """Offer the other exhibits."""
        self.others.clear()
        for exhibit in self._session.exhibits:
            if exhibit.number != self._enhancement.number and exhibit.state == "ready":
                action = self.others.addAction(exhibit.path.name)
                action.setData(exhibit.number)
                action.triggered.connect(self._on_exhibit_triggered)
        if not self.others.actions():
            words = self.tr("There is no other exhibit to give these steps to.")
            self._session.message_posted.emit("info", words)
            return
        self.others.popup(self._window.mapToGlobal(self._window.rect().center()))
        self.others.setActiveAction(self.others.actions()[0])

    def _on_exhibit_triggered(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        self._verbs.put(self._enhancement.recipe, self.tr("Copy the steps"), int(action.data()))
        words = self.tr("{name} has these steps now.").format(name=action.text())
        self._session.message_posted.emit("success", words)

    def _kinds(self) -> str:
        return self.tr("Recipes (*.json);;All files (*)")


def written(recipe: Recipe) -> str:
    """A recipe as a file that people can read too."""
    return json.dumps(recipe.data(), indent=2, sort_keys=True) + "\n"
