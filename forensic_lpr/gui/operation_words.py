"""The parameters of an enhancement step in the language of the window."""

from forensic_lpr.core.numerals import number_text
from forensic_lpr.core.operation import Choice, Number
from forensic_lpr.core.recipe import Step
from forensic_lpr.gui.language import spoken
from forensic_lpr.gui.sentences import in_words


def told(step: Step) -> str:
    """The parameters of a step in words, in the order in which they are set."""
    found = []
    for parameter in step.about.parameters:
        value = parameter.told(step.value(parameter.name))
        if isinstance(parameter, Choice):
            value = in_words(value)
        else:
            value = number_text(value.removesuffix(parameter.unit), spoken()) + unit(parameter)
        found.append(f"{in_words(parameter.title).lower()} {value}")
    return ", ".join(found)


def unit(number: Number) -> str:
    """The unit of a parameter, with the space before it."""
    return in_words(number.unit) if number.unit else ""
