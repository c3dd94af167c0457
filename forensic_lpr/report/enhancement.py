"""What was done to the picture before it was read: as data and in one sentence."""

from forensic_lpr.core.recipe import Recipe, Step

NONE = "The original, without enhancement."


def enhancement_data(recipe: Recipe) -> dict[str, object]:
    """A recipe as JSON-ready values: to be computed again, and in words; the same recipe gives the same values."""
    return {
        "summary": summary(recipe),
        "recipe": recipe.data(),
        "recipe_sha256": recipe.digest,
        "steps": [
            {
                "title": step.about.title,
                "parameters": step.told(),
                "does": step.about.does,
                "cannot": step.about.cannot,
                "reference": step.about.reference,
            }
            for step in recipe.effective.steps
        ],
    }


def summary(recipe: Recipe) -> str:
    """One sentence: the original, or which steps in which order."""
    steps = recipe.effective.steps
    if not steps:
        return NONE
    return f"Enhanced in {count_of_steps(len(steps))}: {', then '.join(in_brief(step) for step in steps)}."


def in_brief(step: Step) -> str:
    """A step with its parameters."""
    told = step.told()
    return f"{step.about.title} ({told})" if told else step.about.title


def count_of_steps(steps: int) -> str:
    """``1 step``, ``2 steps``."""
    return "1 step" if steps == 1 else f"{steps} steps"
