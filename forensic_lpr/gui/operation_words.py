"""The catalogue's words in the language of the window: titles, descriptions, parameters and choices of operations."""

from PySide6.QtCore import QCoreApplication

from forensic_lpr.core.operation import Choice
from forensic_lpr.core.recipe import Step


def in_words(text: str) -> str:
    """A text of the catalogue, translated where there is a translation."""
    return QCoreApplication.translate("operations", text)


def told(step: Step) -> str:
    """The parameters of a step in words, in the order in which they are set."""
    found = []
    for parameter in step.about.parameters:
        value = parameter.told(step.value(parameter.name))
        value = in_words(value) if isinstance(parameter, Choice) else value
        found.append(f"{in_words(parameter.title).lower()} {value}")
    return ", ".join(found)
