"""What the layers below say in English, in the language of the window: errors, cautions, remarks, words of progress.

Those layers know nothing of languages: a sentence of theirs is plain English with its values in it. It is known again
by its form, which stands in the Linguist file with names in place of the values, and said in the other language with
the same values. What reports say in other languages too is asked of them. What is not known stays in English.
"""

import re
from functools import cache, partial

from forensic_lpr.core.numerals import is_number, number_text
from forensic_lpr.gui.language import CONTEXT_BELOW, file_of, finished, spoken
from forensic_lpr.report.recorded import in_portuguese

_WORDS = frozenset(
    (
        *(
            "blind",
            "broken",
            "difference",
            "error",
            "figures",
            "grade_words",
            "how",
            "kind",
            "made",
            "message",
        ),
        *("missing", "named", "others", "reason", "said", "strerror", "title", "title2", "title3", "value"),
        *("wanted", "what", "why"),
    )
)
"""Values that are words of the program or of the system themselves; all others are names and numbers."""
_RECORDED = {"pt-BR": in_portuguese}
"""What reports say in other languages, by language."""
_LISTS = frozenset({"names"})
"""Values in which titles of plate formats, with a comma of their own, stand beside others."""
_NAMES = frozenset({"version", "version2", "name", "name2", "folder", "file", "file2", "path", "run", "text"})
"""Values that may look like a number and are none."""
_DEEPEST = 4
"""Sentences within sentences that are looked at."""
_LONGEST = 4000
"""No sentence of the program is longer; a longer text is not searched."""


def in_words(text: object) -> str:
    """A text or an error of the layers below in the language of the window, or as it is where it is not known.

    Args:
        text: A sentence, a title, a word of progress; of an error its sentence.
    """
    said = str(text)
    language = spoken()
    return said if language == "en" or len(said) > _LONGEST else _told(said, language, _DEEPEST)


def _told(said: str, language: str, deepest: int) -> str:
    for form, template in _forms(language):
        found = form.fullmatch(said)
        if found is not None:
            parts = found.groupdict()
            if deepest:
                parts = {name: _part_told(name, part, language, deepest - 1) for name, part in parts.items()}
            return template.format_map(parts)
    return _RECORDED[language](said, partial(number_text, language=language))


def _part_told(name: str, part: str, language: str, deepest: int) -> str:
    if name in _LISTS:
        for form, words in _forms(language):
            if not form.groups and ", " in words:
                part = form.sub(words, part)
        return part
    if re.fullmatch(r"\d+%", part):
        return part.replace("%", "\u00a0%")
    if name in _WORDS and re.search("[a-z]", part):
        return _told(part, language, deepest)
    return number_text(part, language) if is_number(part) and name not in _NAMES else part


@cache
def _forms(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each known sentence as an expression, with its translation; those that say most stand first."""
    known = finished(file_of(language.replace("-", "_")), CONTEXT_BELOW)
    return tuple(
        (_form(known_), words) for known_, words in sorted(known.items(), key=_said_itself, reverse=True)
    )


def _form(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    fixed, names = parts[::2], parts[1::2]
    form = re.escape(fixed[0])
    for name, after in zip(names, fixed[1:], strict=True):
        form += f"(?P<{name}>.*?){re.escape(after)}"
    return re.compile(form, re.DOTALL)


def _said_itself(known: tuple[str, str]) -> int:
    """Length of a template without its values."""
    return len(re.sub(r"\{\w+\}", "", known[0]))
