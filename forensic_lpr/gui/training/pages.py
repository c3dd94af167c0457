"""The four tabs of Train: built piece by piece when Train is first shown, at once when one is asked for before that."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.material import Material
from forensic_lpr.gui.training.models import Models
from forensic_lpr.gui.training.pairs import Pairs
from forensic_lpr.gui.training.trainer import Trainer

if TYPE_CHECKING:
    from forensic_lpr.gui.training.data_tab import DataTab
    from forensic_lpr.gui.training.dgm_tab import DgmTab
    from forensic_lpr.gui.training.models_tab import ModelsTab
    from forensic_lpr.gui.training.recognizer_tab import RecognizerTab


class TrainPages(QStackedWidget):
    """Builds a tab when it is asked for at the latest; who only tells it something asks :meth:`has` first.

    Args:
        look: The look in use.
        actions: The window's actions.
        material: What the Data tab shows.
        trainers: Those of the recognizer and of the DGM.
        pairs: What the DGM tab shows.
        models: What the Models tab shows.
    """

    built = Signal(str)
    """Name of a tab that is there now and knows of nothing yet but what it shows."""

    def __init__(
        self,
        look: Look,
        actions: Actions,
        material: Material,
        trainers: tuple[Trainer, Trainer],
        pairs: Pairs,
        models: Models,
    ) -> None:
        super().__init__()
        self._look, self._actions = look, actions
        self._material, self._pairs, self._models = material, pairs, models
        self._trainer, self._dgm_trainer = trainers
        self._there: set[str] = set()
        self._building = {
            "data": self._build_data(),
            "recognizer": self._build_recognizer(),
            "dgm": self._build_dgm(),
            "models": self._build_models(),
        }
        self._data: DataTab | None = None
        self._recognizer: RecognizerTab | None = None
        self._dgm: DgmTab | None = None
        self._models_tab: ModelsTab | None = None

    @property
    def data(self) -> "DataTab":
        """Where training pictures come from."""
        self._finish("data")
        assert self._data is not None
        return self._data

    @property
    def recognizer(self) -> "RecognizerTab":
        """The training of what reads plates."""
        self._finish("recognizer")
        assert self._recognizer is not None
        return self._recognizer

    @property
    def dgm(self) -> "DgmTab":
        """The training of what makes far plates of near ones."""
        self._finish("dgm")
        assert self._dgm is not None
        return self._dgm

    @property
    def models(self) -> "ModelsTab":
        """What was trained."""
        self._finish("models")
        assert self._models_tab is not None
        return self._models_tab

    def pieces(self) -> Iterator[None]:
        """Build all of them, a piece at each step; what was asked for meanwhile is there already."""
        for building in self._building.values():
            yield from building

    def has(self, name: str) -> bool:
        """Whether a tab was built."""
        return name in self._there

    def show_page(self, name: str) -> None:
        """Show one of the tabs."""
        page: QWidget
        if name == "data":
            page = self.data
        elif name == "recognizer":
            page = self.recognizer
        elif name == "dgm":
            page = self.dgm
        else:
            page = self.models
        self.setCurrentWidget(page)

    def _finish(self, name: str) -> None:
        """Build at once what is not there yet of a tab."""
        if name not in self._there:
            for _ in self._building[name]:
                pass

    def _build_data(self) -> Iterator[None]:
        from forensic_lpr.gui.training.data_tab import DataTab

        yield
        self._data = DataTab()
        yield from self._data.pieces(self._look, self._material, self._actions)
        yield
        self._take(self._data, "data")

    def _build_recognizer(self) -> Iterator[None]:
        from forensic_lpr.gui.training.recognizer_tab import RecognizerTab

        yield
        self._recognizer = RecognizerTab()
        yield from self._recognizer.pieces(self._look, self._trainer, self._actions)
        yield
        self._take(self._recognizer, "recognizer")

    def _build_dgm(self) -> Iterator[None]:
        from forensic_lpr.gui.training.dgm_tab import DgmTab

        yield
        self._dgm = DgmTab()
        yield from self._dgm.pieces(self._look, self._pairs, self._dgm_trainer, self._actions)
        yield
        self._take(self._dgm, "dgm")

    def _build_models(self) -> Iterator[None]:
        from forensic_lpr.gui.training.models_tab import ModelsTab

        yield
        self._models_tab = ModelsTab(self._look, self._models, self._actions)
        yield
        self._take(self._models_tab, "models")

    def _take(self, page: QWidget, name: str) -> None:
        self._there.add(name)
        self.addWidget(page)
        self.built.emit(name)
