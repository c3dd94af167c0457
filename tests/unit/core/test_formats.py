from pathlib import Path

import pytest

from forensic_lpr import paths
from forensic_lpr.core.formats import load_format, load_formats, select
from forensic_lpr.errors import FormatInvalid

SHIPPED = paths.resources() / "formats" / "br-grey.toml"


def test_the_shipped_formats_are_the_two_brazilian_ones() -> None:
    formats = load_formats()
    assert [f.name for f in formats] == ["br-grey", "br-mercosur"]
    assert [f.pattern for f in formats] == ["LLLNNNN", "LLLNLNN"]
    for plate_format in formats:
        assert {len(layout.rows) for layout in plate_format.layouts} == {1, 2}
        assert {"private", "commercial"} <= {scheme.name for scheme in plate_format.colours}


def test_syntax() -> None:
    grey, mercosur = load_formats()
    assert grey.matches("ABC1234") and not grey.matches("ABC1D34") and not grey.matches("ABC123")
    assert mercosur.matches("ABC1D34") and not mercosur.matches("ABC1234")
    assert grey.allowed(3) == "0123456789"


def test_auto_is_all_and_an_unknown_name_is_refused() -> None:
    formats = load_formats()
    assert select(formats, "auto") == formats
    assert select(formats, "br-grey") == formats[:1]
    with pytest.raises(FormatInvalid, match="br-mercosur"):
        select(formats, "br-purple")


def test_a_new_country_needs_only_a_file(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace('"br-grey"', '"xx"').replace("LLLNNNN", "NNNLLLL")
    (tmp_path / "xx.toml").write_text(text, encoding="utf-8")
    (found,) = load_formats(tmp_path)
    assert found.matches("123ABCD")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('pattern = "LLLNNNN"', 'pattern = "LLLNNN"'),
        ('pattern = "LLLNNNN"', 'pattern = "LLLXNNN"'),
        ('pattern = "LLLNNNN"', ""),
        ("size_mm = [400, 130]", 'size_mm = ["wide", 130]'),
        ("corner_mm = 8", "corner_mm = 8\ncolor = 3"),
        ("[faces]", "[faces"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(FormatInvalid, match=r"^The plate format broken\.toml .*\.$"):
        load_format(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FormatInvalid, match="cannot be read"):
        load_format(tmp_path / "none.toml")
