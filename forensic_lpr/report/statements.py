"""What the report says in sentences: how to read it, how the reading was computed, where its limits are."""

from forensic_lpr.core.reading import PlateReading
from forensic_lpr.report.texts import percent

_OF_ORIGINAL = 5
_LEAD = "These are ranked candidates, not an identification of a vehicle. "
_LIST = "A candidate further down the list can be the true plate, and the true plate can be missing from the list."
_RAW = (
    "The probabilities are the network’s own: they have not been calibrated, that is, not compared with how "
    "often such readings are right, and must not be taken as the probability that the plate is the one named. "
)
_ENHANCED = (
    "The plate was read from an enhanced picture. The calibration was measured on pictures without enhancement, so "
    "these probabilities are not calibrated and must not be taken as the probability that the plate is the one named; "
    "the plates that the original gives with the same corners stand beside them. "
)
_CALIBRATED = (
    "The probabilities of the characters are calibrated: they were fitted, by plate width, to how often such "
    "readings of drawn plates are right. The last row names, slot by slot, the characters that cannot be ruled "
    "out; on such plates the true one is among them in 95 of 100 slots. What lies outside the drawn degradations "
    "is not covered by that. "
)
_ENHANCING = (
    "The steps of section 3 were applied to the whole frame one after the other, each to 8-bit RGB pixels with values "
    "between computed as floating-point numbers. Each step’s result depends on its input and its parameters alone; no "
    "step adds anything that it has learned from other pictures."
)
NO_WARNINGS = "None: the automatic checks of size, contrast, saturation and shape raised no warning."
NO_PLATES = "No plate text follows the syntax that was assumed."
ESCAPES = (
    "Characters that cannot be seen or that the typefaces of this report do not hold are written as ‹U+…› "
    "with their Unicode number; the attached reading.json holds the file name unchanged."
)


def how_to_read(reading: PlateReading) -> str:
    """What the probabilities mean and what they do not."""
    if not reading.request.recipe.is_original:
        return _LEAD + _ENHANCED + _LIST
    return _LEAD + (_CALIBRATED if reading.slots.calibrated else _RAW) + _LIST


def format_sentence(reading: PlateReading) -> str:
    """Which syntax was assumed, and which one the likeliest plate follows."""
    asked = reading.request.format_name
    assumed = (
        "The plate was assumed to follow the syntax of any plate format that the program knows (auto)."
        if asked == "auto"
        else f"The plate was assumed to follow the syntax of the plate format {asked}."
    )
    if asked != "auto" or not reading.format_name:
        return assumed
    return f"{assumed} The first of the list follows {reading.format_name}."


def original_sentence(reading: PlateReading) -> str:
    """What the same corners give in the original; empty where the original was read."""
    if reading.request.recipe.is_original:
        return ""
    best = ", ".join(f"{c.text} {percent(c.probability)}" for c in reading.plates_of_original[:_OF_ORIGINAL])
    return f"With the same corners the original, following the syntax, gives {best or 'no plate'}."


def method(reading: PlateReading) -> tuple[str, ...]:
    """How the reading was computed, one step after the other."""
    height, width = reading.plate_image.shape
    slots, classes = reading.slots.log_probabilities.shape
    original = reading.request.recipe.is_original
    enhanced, unchanged = ((), " No enhancement was applied.") if original else ((_ENHANCING,), "")
    return (
        "The evidence file was opened for reading only and its digests were computed. The frame was "
        "decoded to RGB pixels, whose digest is given in section 2.",
        *enhanced,
        "The four corners given in section 3 were marked on the frame. A projective mapping of these "
        f"corners gave the plate as seen from the front, {width} × {height} pixels, which was turned to "
        "grey (luma weights of ITU-R BT.601). Where this is larger than the plate in the frame, values "
        f"between pixels are interpolated; that adds no information.{unchanged}",
        f"A neural network, {reading.weights.network}, read this plate image and nothing else. For "
        f"each of {slots} slots (character positions) it gave a probability to each of {classes} classes.",
        "Plate texts were ranked by the product of their slots’ probabilities, which takes the slots as "
        "independent. The ranking is exact: no better text was left out. With syntax, only texts that "
        "follow the assumed format count and probabilities are shares among those; without syntax, every "
        "text counts.",
    )


def limits(reading: PlateReading) -> tuple[str, ...]:
    """What this report cannot say."""
    quad = reading.request.quad
    return (
        "The reading names texts that the pixels make likely for this network. It does not say that a "
        "plate with this text was present, nor which vehicle carried it.",
        "One frame was read. Other frames, other pictures of the same vehicle and the circumstances of "
        "the case were not considered.",
        f"The plate covers about {quad.width:.0f} × {quad.height:.0f} pixels of the frame. What blur, "
        "compression, noise or lack of pixels has removed cannot be recovered, and similar characters can "
        "then be exchanged with high probability.",
        "Other corners give other probabilities. How far this reading moves with the corners was not "
        "measured.",
        "How often readings of pictures like this one are right was not measured for this report. What "
        "was measured for the model is told by its card in section 5, and applies to pictures like those "
        "only.",
        "The network always answers, also where the marked area holds no plate, or a plate of a kind that "
        "it was not trained on.",
        "The syntax is an assumption about the jurisdiction. Where it is wrong, the list without syntax "
        "counts.",
        "This report holds no independent reading by an examiner.",
    )
