"""Small pictures of the cases worked on last, for the welcome page.

They lie in the cache under the digest of the case's path, and are gone with it: nothing depends on them. The picture is
that of the first exhibit, as the list of exhibits shows it; never anything that a machine read.
"""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from forensic_lpr import paths
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.session import Session

_NAME_LENGTH = 32


class RecentPictures(QObject):
    """Keeps a picture of the open case, and finds those kept earlier."""

    def __init__(
        self, session: Session, casework: Casework, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._casework, self._preferences = session, casework, preferences
        self._folder = paths.cache() / "recent"
        self._kept: Path | None = None
        session.exhibits_changed.connect(self._on_changed)
        casework.case_changed.connect(self._on_changed)

    def picture(self, case: Path) -> QImage:
        """The picture of a case; a null one where none is kept."""
        path = self._place(case)
        return QImage(str(path)) if path.is_file() else QImage()

    def _place(self, case: Path) -> Path:
        name = hashlib.sha256(str(case.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
        return self._folder / f"{name[:_NAME_LENGTH]}.png"

    def _on_changed(self) -> None:
        case = self._casework.case
        first = next((e for e in self._session.exhibits if e.thumbnail is not None), None)
        if case is None or first is None or first.thumbnail is None or self._kept == case.path:
            return
        self._kept = case.path
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._forget_others(case.path)
        except OSError:
            return  # a cache that cannot be written is only slower or plainer
        first.thumbnail.save(str(self._place(case.path)))

    def _forget_others(self, case: Path) -> None:
        """Remove the pictures of cases that are no longer in the list."""
        known = {self._place(path) for path in (case, *self._preferences.recent_cases)}
        for path in self._folder.glob("*.png"):
            if path not in known:
                path.unlink()
