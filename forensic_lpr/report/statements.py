"""What a report says in sentences: what probabilities mean, how the reading was computed, where its limits are."""

from forensic_lpr.core.ranking import Candidate
from forensic_lpr.core.reading import PlateReading, SlotProbabilities
from forensic_lpr.report.language import Texts
from forensic_lpr.report.texts import printable

_OF_ORIGINAL = 5


def meaning(t: Texts, slots: SlotProbabilities, original: bool, fused: bool) -> str:
    """What the probabilities mean and what they do not.

    Args:
        t: The language.
        slots: What is printed.
        original: Whether the original was read, not an enhanced picture.
        fused: Whether they are those of several frames.
    """
    if not original:
        return t("probabilities of enhanced")
    if not slots.calibrated:
        return t("probabilities raw")
    return t("probabilities of track" if fused else "probabilities calibrated")


def format_sentence(t: Texts, asked: str, found: str) -> str:
    """Which syntax was assumed, and which one the likeliest plate follows."""
    assumed = t("any syntax") if asked == "auto" else t("one syntax", name=printable(asked))
    if asked != "auto" or not found:
        return assumed
    return f"{assumed} {t('first follows', name=printable(found))}"


def original_sentence(t: Texts, reading: PlateReading) -> str:
    """What the same corners give in the original; empty where the original was read."""
    if reading.request.recipe.is_original:
        return ""
    return t("original gives", plates=_listed(t, reading.plates_of_original[:_OF_ORIGINAL]))


def _listed(t: Texts, candidates: tuple[Candidate, ...]) -> str:
    return ", ".join(f"{c.text} {t.percent(c.probability)}" for c in candidates) or t("no plate")


def method(
    t: Texts, size: tuple[int, int], slots: SlotProbabilities, network: str, original: bool
) -> tuple[str, ...]:
    """How a reading was computed, one step after the other; ``size`` is that of the plate image."""
    count, classes = slots.log_probabilities.shape
    width, height = size
    return (
        t("method evidence"),
        *(() if original else (t("method enhancing"),)),
        t("method rectifying", size=t.pixels(width, height))
        + (f" {t('no enhancement')}" if original else ""),
        t("method network", network=printable(network), slots=count, classes=classes),
        t("method ranking"),
    )


def limits(t: Texts, width: float, height: float) -> tuple[str, ...]:
    """What a reading cannot say."""
    return (
        t("limit likely"),
        t("limit pixels", width=t.number(width), height=t.number(height)),
        t("limit always answers"),
        t("limit syntax"),
    )
