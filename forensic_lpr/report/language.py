"""The languages of a report: its texts by key, and the form of numbers, dates and sizes."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Literal, get_args

from forensic_lpr.core.numerals import number_text
from forensic_lpr.errors import ReportFailed
from forensic_lpr.report import labels_en, labels_pt, sentences_en, sentences_pt
from forensic_lpr.report.recorded import in_portuguese
from forensic_lpr.report.texts import NO_BREAK, or_dash, printable

Language = Literal["en", "pt-BR"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

CATALOGUE: dict[Language, Mapping[str, str]] = {
    "en": {**labels_en.LABELS, **sentences_en.SENTENCES},
    "pt-BR": {**labels_pt.LABELS, **sentences_pt.SENTENCES},
}
"""Every text that the program writes into a report; both languages hold the same keys and placeholders."""


def language_named(name: str) -> Language:
    """The language with a name.

    Raises:
        ReportFailed: there is no report in that language.
    """
    for language in LANGUAGES:
        if name == language:
            return language
    raise ReportFailed(f"A report is written in {' or '.join(LANGUAGES)}, not in {name!r:.40}.")


class Texts:
    """The texts of one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._texts = CATALOGUE[language]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key, with values in its places."""
        return self._texts[key].format(**values)

    def recorded(self, text: str) -> str:
        """A text that was recorded in English by the program, in this language where it is known; printable."""
        return printable(text if self.language == "en" else in_portuguese(text, self.number_text))

    def number_text(self, text: str) -> str:
        """A number that is written the English way, in this language's form."""
        return number_text(text, self.language)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with thousands set apart."""
        return self.number_text(f"{value:,.{digits}f}")

    def percent(self, probability: float) -> str:
        """A probability in percent; never rounded up to certain or down to impossible."""
        if probability > 0.999:
            return f">{self.number(99.9, 1)}{NO_BREAK}%"
        if probability < 0.001:
            return f"<{self.number(0.1, 1)}{NO_BREAK}%"
        return f"{self.number(100 * probability, 1)}{NO_BREAK}%"

    def rate(self, hits: int, n: int) -> str:
        """A measured share in percent, as it was counted."""
        return "—" if n == 0 else f"{self.number(100 * hits / n, 1)}{NO_BREAK}%"

    def pixels(self, width: int, height: int) -> str:
        """A size in pixels that is not broken over lines."""
        return f"{width} × {height} {self('pixels')}".replace(" ", NO_BREAK)

    def byte_size(self, size: int) -> str:
        """A number of bytes, with a rounded figure in a larger unit where that helps."""
        exact = f"{self.number(size)} bytes"
        for unit, factor in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
            if size >= factor:
                return f"{exact} ({self.number(size / factor, 1)} {unit})"
        return exact

    def seconds(self, time: Fraction) -> str:
        """A time in seconds to the microsecond; where it is not exact, ``about`` is said."""
        micro = time * 1_000_000
        told = f"{self.number_text(f'{round(micro) / 1_000_000:.6f}')} s"
        return told if micro.denominator == 1 else self("about", value=told)

    def moment(self, text: str) -> str:
        """An ISO 8601 date or time in words; anything else as it is, and a dash for nothing."""
        try:
            when = datetime.fromisoformat(text.strip())
        except ValueError:
            return or_dash(text)
        date = self("date", day=when.day, month=self(f"month {when.month}"), year=when.year)
        if len(text.strip()) <= len("2026-11-05"):
            return date
        ahead = when.strftime("%z")
        zone = f" (UTC{ahead[:3]}:{ahead[3:5]})" if ahead else ""
        return f"{date}, {when:%H:%M:%S}{zone}"
