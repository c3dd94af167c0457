"""What was done to the picture stands in the report, in full; and that nothing was done, too."""

import dataclasses
import json
import re

import pypdfium2
import report_samples as samples

from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step, recipe_from_json
from forensic_lpr.report.casemodel import build_case
from forensic_lpr.report.enhancement import NONE, enhancement_data, summary
from forensic_lpr.report.language import Texts
from forensic_lpr.report.pdf import render
from forensic_lpr.report.sections import enhancement_facts

RECIPE = Recipe((Step.of("gamma", gamma=1.8), Step.of("wiener-motion", length=6, angle=-20)))
OFF = Step("levels", Step.of("levels").parameters, False)


def enhanced(recipe: Recipe) -> samples.Arguments:
    facts, item, frame, reading = samples.ordinary()
    slots = dataclasses.replace(reading.slots, calibrated=False, sets=())
    request = dataclasses.replace(reading.request, recipe=recipe)
    of_original = (Candidate("ABC1D28", 0.4, 0.4), Candidate("ABC1D23", 0.3, 0.7))
    new = dataclasses.replace(reading, request=request, slots=slots, plates_of_original=of_original)
    return facts, item, frame, new


def text_of(arguments: samples.Arguments) -> str:
    document = pypdfium2.PdfDocument(render(build_case(samples.material(*arguments))))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(r"\s+", "", text)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_original_is_said_to_be_the_original() -> None:
    text = text_of(samples.ordinary())
    assert squeezed(NONE) in text
    assert squeezed("No enhancement was applied.") in text
    assert squeezed("For comparison: the original") not in text
    assert summary(ORIGINAL) == summary(Recipe((OFF,))) == NONE


def test_each_step_stands_with_every_parameter_and_its_reference() -> None:
    text = text_of(enhanced(RECIPE))
    for step in RECIPE.steps:
        for words in (
            step.about.title,
            step.told(),
            step.about.does,
            step.about.cannot,
            step.about.reference,
        ):
            assert squeezed(words) in text, words
    assert RECIPE.digest in text
    assert squeezed("For comparison: the original") in text
    assert squeezed("the original, following the syntax, gives ABC1D28 40.0 %, ABC1D23 30.0 %.") in text
    assert squeezed("these probabilities are not calibrated") in text
    assert squeezed("No enhancement was applied") not in text
    places = [text.index(squeezed(step.about.title)) for step in RECIPE.steps]
    assert places == sorted(places)


def test_the_longest_recipe_fits_its_pages_and_gives_the_same_bytes() -> None:
    arguments = enhanced(Recipe(RECIPE.steps * 16))
    assert render(build_case(samples.material(*arguments))) == render(
        build_case(samples.material(*arguments))
    )
    assert text_of(arguments).count("32.Deblurmotion(Wiener)") == 1


def test_the_number_of_the_report_follows_the_recipe() -> None:
    assert (
        build_case(samples.material(*enhanced(RECIPE))).number
        != build_case(samples.material(*enhanced(Recipe(RECIPE.steps[:1])))).number
    )


def test_the_data_holds_the_recipe_as_it_can_be_used_again() -> None:
    data = json.loads(json.dumps(enhancement_data(RECIPE)))
    assert recipe_from_json(json.dumps(data["recipe"])) == RECIPE
    assert data["recipe_sha256"] == RECIPE.digest
    assert [step["title"] for step in data["steps"]] == [step.about.title for step in RECIPE.steps]
    assert enhancement_data(Recipe((OFF,)))["steps"] == []


def test_what_is_switched_off_is_not_told_as_done() -> None:
    facts = enhancement_facts(Texts("en"), Recipe((OFF, *RECIPE.steps)))
    assert [fact.name for fact in facts.facts[1:-1]] == ["1. Gamma", "2. Deblur motion (Wiener)"]
