"""The look: tokens for colours, sizes and type, and what Qt needs made from them.

No other module of the window names a colour or a size; each asks its :class:`Look` by token.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from forensic_lpr import paths
from forensic_lpr.gui.style_sheet import STYLE

UI_FACES = ("Inter/Inter-Regular", "Inter/Inter-Medium", "Inter/Inter-SemiBold", "Inter/Inter-Bold")
PLATE_FACE = "Barlow/Barlow-SemiBold"


@dataclass(frozen=True)
class Theme:
    """One set of colours.

    Attributes:
        name: ``dark`` or ``light``.
        colours: Token to colour.
    """

    name: str
    colours: Mapping[str, str]


DARK = Theme(
    "dark",
    MappingProxyType(
        {
            "window": "#14171c",
            "panel": "#1b1f26",
            "raised": "#242a33",
            "hover": "#2c343f",
            "line": "#2f3743",
            "control": "#647287",
            "muted": "#97a2b1",
            "faint": "#5d6877",
            "text": "#e6eaf0",
            "accent": "#4da3ff",
            "on_accent": "#0b1622",
            "focus": "#9ccbff",
            "certain": "#56b4e9",
            "probable": "#e69f00",
            "undetermined": "#97a2b1",
            "warning": "#f0b429",
            "failure": "#ff7b7b",
            "success": "#5fc78f",
            "sheet": "#242a33",
            "canvas": "#1e1e1e",
            "canvas_text": "#c9ced6",
            "grid": "#40808080",
            "quad": "#4da3ff",
            "quad_inner": "#f4f8ff",
            "quad_outline": "#b0000000",
            "shade": "#90000000",
            "series_1": "#56b4e9",
            "series_2": "#e69f00",
            "series_3": "#4cc79b",
            "series_4": "#e0a0c8",
            "series_5": "#f0e442",
            "series_6": "#e6eaf0",
        }
    ),
)
LIGHT = Theme(
    "light",
    MappingProxyType(
        {
            "window": "#f2f4f7",
            "panel": "#ffffff",
            "raised": "#e9edf2",
            "hover": "#dfe5ec",
            "line": "#d3d9e2",
            "control": "#7f8a99",
            "muted": "#56616f",
            "faint": "#98a2b0",
            "text": "#1a2029",
            "accent": "#0a60c8",
            "on_accent": "#ffffff",
            "focus": "#1f6fd6",
            "certain": "#0a6aa6",
            "probable": "#8a5200",
            "undetermined": "#5b6675",
            "warning": "#7d5400",
            "failure": "#b71c1c",
            "success": "#1a6d3f",
            "sheet": "#f2f4f7",
            "canvas": "#1e1e1e",
            "canvas_text": "#c9ced6",
            "grid": "#40808080",
            "quad": "#4da3ff",
            "quad_inner": "#f4f8ff",
            "quad_outline": "#b0000000",
            "shade": "#90000000",
            "series_1": "#0a6aa6",
            "series_2": "#b35c00",
            "series_3": "#00785a",
            "series_4": "#a34b83",
            "series_5": "#7d7400",
            "series_6": "#1a2029",
        }
    ),
)
THEMES = MappingProxyType({theme.name: theme for theme in (DARK, LIGHT)})

SIZES: Mapping[str, int] = MappingProxyType(
    {
        "hair": 1,
        "line": 2,
        "tight": 4,
        "space": 8,
        "wide": 12,
        "loose": 16,
        "corner": 4,
        "icon": 18,
        "big_icon": 44,
        "button": 28,
        "title": 34,
        "thumbnail_width": 68,
        "thumbnail_height": 48,
        "handle": 5,
        "handle_selected": 7,
        "grab": 11,
        "loupe": 168,
        "loupe_gap": 22,
        "bar": 3,
        "slot_width": 44,
        "slot_mark": 20,
        "slot_plate": 58,
        "slot_row": 24,
        "slot_gap": 14,
        "cell": 15,
        "lane": 6,
        "strip": 24,
        "native_height": 88,
        "rectified_height": 118,
        "side_width": 244,
        "side_minimum": 228,
        "reading_width": 396,
        "reading_minimum": 348,
        "dialog": 520,
        "bar_minimum": 340,
        "plates_height": 150,
        "paragraph": 62,
        "report_form": 352,
        "page_gap": 14,
        "step_row": 44,
        "split_handle": 13,
        "value_width": 84,
        "editor_height": 232,
        "crop_width": 124,
        "crop_height": 44,
        "crop_line": 17,
        "crop_name": 44,
        "crop_figure": 38,
        "average_width": 240,
        "legibility_lane": 30,
        "plot_height": 132,
        "form_width": 340,
        "form_label": 104,
        "sample_width": 124,
        "sample_height": 42,
        "card_width": 300,
        "tight_focused": 3,
        "wide_focused": 11,
        "emblem": 56,
        "way_in": 58,
        "welcome_width": 620,
        "tour_width": 320,
        "gauge_width": 96,
        "manual_width": 800,
        "manual_height": 740,
    }
)
"""Lengths in logical pixels."""

TYPE: Mapping[str, tuple[str, float, int]] = MappingProxyType(
    {
        "body": ("ui", 9.5, QFont.Weight.Normal),
        "page": ("ui", 10.5, QFont.Weight.Normal),
        "page_typed": ("ui", 10.5, QFont.Weight.DemiBold),
        "small": ("ui", 8.5, QFont.Weight.Normal),
        "figures": ("ui", 9.5, QFont.Weight.Normal),
        "small_figures": ("ui", 8.5, QFont.Weight.Normal),
        "strong_figures": ("ui", 9.5, QFont.Weight.DemiBold),
        "strong": ("ui", 9.5, QFont.Weight.DemiBold),
        "title": ("ui", 8.5, QFont.Weight.DemiBold),
        "display": ("ui", 19.0, QFont.Weight.DemiBold),
        "heading": ("ui", 13.0, QFont.Weight.DemiBold),
        "slot": ("plate", 33.0, QFont.Weight.DemiBold),
        "slot_other": ("plate", 11.5, QFont.Weight.DemiBold),
        "plate_line": ("plate", 22.0, QFont.Weight.DemiBold),
        "plate_row": ("plate", 11.5, QFont.Weight.DemiBold),
    }
)
"""Face, size in points and weight of each kind of text."""


class Look(QObject):
    """The theme in use; everything drawn asks it, so a change of theme reaches everything."""

    changed = Signal()

    def __init__(self, theme: Theme = DARK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._families = _load_families()
        self._fonts: dict[str, QFont] = {}
        self._colours: dict[str, QColor] = {}

    def use(self, name: str) -> None:
        """Change to a theme by name; an unknown name is the dark one."""
        theme = THEMES.get(name, DARK)
        if theme is not self.theme:
            self.theme = theme
            self._colours.clear()
            self.changed.emit()

    def colour(self, token: str) -> QColor:
        """Colour of a token."""
        if token not in self._colours:
            self._colours[token] = QColor(self.theme.colours[token])
        return self._colours[token]

    def px(self, token: str) -> int:
        """Length of a token in logical pixels."""
        return SIZES[token]

    def font(self, token: str) -> QFont:
        """Font of a kind of text; in kinds called figures all digits are of one width, so that numbers stand."""
        if token not in self._fonts:
            self._fonts[token] = self._make_font(token)
        return self._fonts[token]

    def _make_font(self, token: str) -> QFont:
        face, points, weight = TYPE[token]
        font = QFont(self._families[face])
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight(weight))
        if token.endswith("figures"):
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def palette(self) -> QPalette:
        """The palette for Qt's own drawing."""
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "panel",
            QPalette.ColorRole.AlternateBase: "raised",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Button: "raised",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.BrightText: "failure",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.ToolTipBase: "raised",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Dark: "window",
            QPalette.ColorRole.Light: "raised",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet with tokens filled in: ``$name`` a colour, ``#name#`` a length, ``%ticked%`` a drawing."""
        ticked = paths.resources() / "icons" / f"ticked-{self.theme.name}.svg"
        text = STYLE.replace("%ticked%", ticked.as_posix())
        for name in sorted(self.theme.colours, key=len, reverse=True):
            text = text.replace(f"${name}", self.theme.colours[name])
        for name, length in SIZES.items():
            text = text.replace(f"#{name}#", f"{length}px")
        return text


def _load_families() -> dict[str, str]:
    """Load the shipped faces and say what Qt calls them."""
    folder = paths.resources() / "fonts"
    families: dict[str, str] = {}
    for kind, names in (("ui", UI_FACES), ("plate", (PLATE_FACE,))):
        for name in names:
            number = QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf"))
            found = QFontDatabase.applicationFontFamilies(number)
            families.setdefault(kind, found[0] if found else QFont().family())
    return families
