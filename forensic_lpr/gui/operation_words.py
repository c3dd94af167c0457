"""The parameters of an enhancement step in the language of the window."""

from forensic_lpr.core.numerals import number_text
from forensic_lpr.core.operation import Choice
from forensic_lpr.core.recipe import Step
from forensic_lpr.gui.language import spoken
from forensic_lpr.gui.sentences import in_words


def told(step: Step) -> str:
    """The parameters of a step in words, in the order in which they are set."""
    found = []
    for parameter in step.about.parameters:
        value = parameter.told(step.value(parameter.name))
        value = in_words(value) if isinstance(parameter, Choice) else number_text(value, spoken())
        found.append(f"{in_words(parameter.title).lower()} {value}")
    return ", ".join(found)
