"""Everything that is written can be read: contrast from the tokens of both themes.

Source: WCAG 2.2, 1.4.3 (text, 4.5 : 1) and 1.4.11 (edges without which a control is not seen, 3 : 1); what is switched
off is exempt there. Colour vision: the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency", 2009, at full severity.
"""

import re
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from forensic_lpr import paths
from forensic_lpr.gui.style_sheet import STYLE
from forensic_lpr.gui.theme import THEMES, Theme

TEXT_RATIO, EDGE_RATIO = 4.5, 3.0
SURFACES = ("window", "panel", "raised", "hover", "sheet")
TEXTS = ("text", "muted", "accent", "certain", "probable", "undetermined", "warning", "failure", "success")
PAIRS = (("on_accent", "accent"), ("canvas_text", "canvas"))
EDGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("focus", SURFACES),
    ("focus", ("canvas",)),
    ("control", ("window", "panel")),
    ("quad", ("canvas",)),
)
EDGES += tuple((f"series_{number}", ("panel",)) for number in range(1, 7))
DISABLED = ("faint",)
DRAWN = ("line", "grid", "quad_inner", "quad_outline", "shade")
"""Lines between things and what lies over pictures."""

BLINDNESS = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


def linear(colour: str) -> NDArray[np.float64]:
    """Linear light of ``#rrggbb``."""
    value = np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def ratio(one: str, other: str) -> float:
    light = sorted(float(linear(colour) @ (0.2126, 0.7152, 0.0722)) for colour in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """CIE L*a*b* (D65) of linear light."""
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = np.array(to_xyz) @ np.clip(light, 0, 1) / (0.9505, 1.0, 1.089)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_the_ratio_is_that_of_the_standard() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEME
def test_texts_stand_out_from_every_surface(theme: Theme) -> None:
    colours = theme.colours
    weak = [
        f"{text} on {surface}: {ratio(colours[text], colours[surface]):.2f}"
        for text, surface in (*((t, s) for t in TEXTS for s in SURFACES), *PAIRS)
        if ratio(colours[text], colours[surface]) < TEXT_RATIO
    ]
    assert weak == []


@THEME
def test_edges_and_the_focus_ring_are_seen(theme: Theme) -> None:
    weak = [
        f"{edge} on {surface}: {ratio(theme.colours[edge], theme.colours[surface]):.2f}"
        for edge, surfaces in EDGES
        for surface in surfaces
        if ratio(theme.colours[edge], theme.colours[surface]) < EDGE_RATIO
    ]
    assert weak == []


@THEME
def test_every_token_is_of_one_of_these_kinds(theme: Theme) -> None:
    known = {*SURFACES, *TEXTS, *DISABLED, *DRAWN, *(token for pair in PAIRS for token in pair)}
    known |= {edge for edge, _ in EDGES}
    assert set(theme.colours) == known


def test_the_style_sheet_writes_only_in_colours_for_texts() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE)
    assert len(rules) > 40
    for selector, body in rules:
        for token in re.findall(r"(?<![-\w])color: \$(\w+)", body):
            ground = re.search(r"background(?:-color)?: \$(\w+)", body)
            if token in DISABLED:
                assert ":disabled" in selector, selector
            elif token == "on_accent":
                assert ground is not None and ground[1] == "accent", selector
            else:
                assert token in TEXTS, selector
                assert ground is None or ground[1] in SURFACES, selector


@THEME
@pytest.mark.parametrize("kind", BLINDNESS)
def test_certainties_differ_for_every_eye(theme: Theme, kind: str) -> None:
    seen = {
        token: lab(np.array(BLINDNESS[kind]) @ linear(theme.colours[token]))
        for token in ("certain", "probable", "undetermined")
    }
    for one, other in combinations(seen, 2):
        assert float(np.linalg.norm(seen[one] - seen[other])) > 15, f"{one} and {other}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_tick_has_the_colour_for_what_stands_on_the_accent(theme: Theme) -> None:
    drawing = (paths.resources() / "icons" / f"ticked-{theme.name}.svg").read_text("utf-8")
    assert re.findall(r'stroke="([^"]+)"', drawing) == [theme.colours["on_accent"]]
