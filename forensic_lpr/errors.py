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


class RunInvalid(ForensicLprError):
    """A training run cannot be started or resumed."""


class BenchFailed(ForensicLprError):
    """A figure could not be measured on this machine."""


class ReportFailed(ForensicLprError):
    """The report could not be made or written."""


class Cancelled(ForensicLprError):
    """The examiner cancelled; raised by a progress callback, never an accident."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")
