from forensic_lpr.core.formats import load_formats
from forensic_lpr.evaluation.plots import curve_png
from forensic_lpr.evaluation.reproduction import (
    PAPER_TABLE_2,
    ReaderResult,
    SetResult,
    count_right,
    curve_markdown,
    plain_table,
    table_markdown,
)
from forensic_lpr.synthesis.readersets import ReaderSet

HIGH = SetResult(3, (0, 0, 0, 0, 0, 0, 1, 3))
LOW = SetResult(1, (1, 0, 0, 0, 0, 2, 0, 1))
RESULTS = (
    ReaderResult("cascade", "20,000", HIGH, LOW),
    ReaderResult("broken", "others", failure="broken cannot be started: no such file."),
)


def test_characters_are_counted_by_position_and_whole_plates_by_text() -> None:
    make = ReaderSet("high", 2, load_formats()[:1])
    plates = [make(index) for index in range(3)]
    texts = [plates[0].text, plates[1].text[:6] + "?", ""]
    found = count_right(plates, texts)
    assert found.exact == 1 and found.right == (1, 0, 0, 0, 0, 0, 1, 1)
    longer = count_right(plates[:1], [plates[0].text + "9"])
    assert longer.exact == 0 and longer.right[7] == 1


def test_rates_and_the_cumulative_curve_follow_from_the_counts() -> None:
    assert (HIGH.exact_rate.hits, HIGH.exact_rate.n) == (3, 4)
    assert (LOW.character_rate.hits, LOW.character_rate.n) == (17, 28)
    both = HIGH.together(LOW)
    assert [both.at_least(k) for k in (0, 1, 6, 7)] == [8, 7, 5, 4]
    assert curve_markdown(RESULTS)[-1] == "| cascade | 87.5 | 87.5 | 87.5 | 87.5 | 87.5 | 62.5 | 50.0 |"


def test_tables_hold_figures_the_papers_own_and_sentences_of_failures() -> None:
    lines = table_markdown("Table 2", RESULTS, PAPER_TABLE_2)
    assert lines[2].startswith("| cascade | 20,000 | 75.0 (3/4; 30–95) | 25.0 (1/4;")
    assert lines[2].endswith("| 43.3 / 0.9 |")
    assert "cannot be started" in lines[3]
    assert len({line.count("|") for line in lines}) == 1
    plain = plain_table(lines).splitlines()
    assert len(plain) == 3 and plain[1].startswith("cascade")


def test_the_plot_is_a_picture_and_leaves_failures_out() -> None:
    picture = curve_png(RESULTS)
    assert picture.startswith(b"\x89PNG") and picture == curve_png(RESULTS)
    assert curve_png(RESULTS) == curve_png(RESULTS[:1])
