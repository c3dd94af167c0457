"""Known errors: each is one sentence for the examiner; anything else is a bug."""


class ForensicLprError(Exception):
    """Root of all known errors; ``str(error)`` is one sentence that can be shown as it is."""


class EvidenceUnreadable(ForensicLprError):
    """The file is missing, empty, truncated, of an unsupported kind or cannot be decoded."""


class EvidenceChanged(ForensicLprError):
    """The file's digest is no longer the one recorded at acquisition."""


class FrameNotFound(ForensicLprError):
    """The frame asked for is not in the clip."""


class QuadInvalid(ForensicLprError):
    """The four corners do not make a plate: degenerate, self-crossing, too small or outside."""


class RecipeInvalid(ForensicLprError):
    """A recipe is not well formed, names an unknown operation, or does not fit the picture."""


class EnhancementFailed(ForensicLprError):
    """An enhanced picture could not be written."""


class FormatInvalid(ForensicLprError):
    """A plate format is unknown or its file is not well formed."""


class WeightsInvalid(ForensicLprError):
    """Weights are missing, damaged, or of another network."""


class DeviceMissing(ForensicLprError):
    """This machine has no such computing device."""


class TableInvalid(ForensicLprError):
    """A CSV of labelled photographs is missing or not well formed."""


class PairsInvalid(ForensicLprError):
    """A set of near and far plates cannot be made, or is not what was written."""


class SetInvalid(ForensicLprError):
    """A set of labelled plates cannot be used, split or written."""


class ReaderFailed(ForensicLprError):
    """A reader of others that is compared with ours cannot be started or fails."""


class RunInvalid(ForensicLprError):
    """A training run cannot be started or resumed."""


class TrainingFailed(ForensicLprError):
    """A training ended by itself; what was saved before is still there."""


class ModelRefused(ForensicLprError):
    """An own model cannot be kept, activated, judged or handed out."""


class BenchFailed(ForensicLprError):
    """A figure could not be measured on this machine."""


class ReportFailed(ForensicLprError):
    """The report could not be made or written."""


class DesktopFailed(ForensicLprError):
    """The desktop could not be told of the program."""


class CaseInvalid(ForensicLprError):
    """A file is no case file, is damaged, was tampered with, or is of a newer program."""


class CaseLocked(ForensicLprError):
    """The case is open in another window or command."""


class CaseNotWritten(ForensicLprError):
    """An act could not be recorded; what was recorded before is still there."""


class ActRefused(ForensicLprError):
    """The record does not allow this act now, for example a reading before the blind reading."""


class CaseDiffers(ForensicLprError):
    """Verifying a case found something that does not hold."""


class ReadingDiffers(ForensicLprError):
    """A recorded reading, repeated from the evidence, comes out otherwise."""


class Cancelled(ForensicLprError):
    """The examiner cancelled; raised by a progress callback, never an accident."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")
