"""How an act is written as a row of the audit log, and read again: the name of its kind, and its parameters."""

from forensic_lpr.core import acts
from forensic_lpr.core.acts import Act
from forensic_lpr.core.canonical import canonical, restored

KINDS: dict[str, type[Act]] = {
    "case created": acts.CaseCreated,
    "case described": acts.CaseDescribed,
    "evidence acquired": acts.EvidenceAcquired,
    "evidence verified": acts.EvidenceVerified,
    "evidence relocated": acts.EvidenceRelocated,
    "frame opened": acts.FrameOpened,
    "quad set": acts.QuadSet,
    "recipe changed": acts.RecipeChanged,
    "enhancement changed": acts.EnhancementChanged,
    "scene clock set": acts.ClockSet,
    "format changed": acts.FormatChanged,
    "model changed": acts.ModelChanged,
    "blind reading sealed": acts.BlindReadingSealed,
    "second reading begun": acts.SecondReadingBegun,
    "second reading sealed": acts.SecondReadingSealed,
    "blind copy made": acts.BlindCopyMade,
    "begun as blind copy": acts.BegunAsBlindCopy,
    "second reading taken in": acts.SecondReadingTakenIn,
    "unblinded": acts.Unblinded,
    "reading recorded": acts.ReadingRecorded,
    "track frames switched": acts.TrackFramesSwitched,
    "machine reading shown": acts.MachineReadingShown,
    "reading changed after unmasking": acts.ReadingChanged,
    "abstained": acts.Abstained,
    "overridden": acts.Overridden,
    "reconciled": acts.Reconciled,
    "conclusion withdrawn": acts.ConclusionWithdrawn,
    "undo": acts.Undone,
    "report made": acts.ReportMade,
    "model trained": acts.ModelTrained,
    "model activated": acts.ModelActivated,
    "self-test": acts.SelfTested,
    "packaged": acts.Packaged,
}
_NAMES = {act: name for name, act in KINDS.items()}


def kind_of(act: Act) -> str:
    """The act's name in the audit log."""
    return _NAMES[type(act)]


def parameters_of(act: Act) -> str:
    """The act as canonical JSON."""
    return canonical(act)


def act_of(kind: str, parameters: str) -> Act:
    """The act of a row of the audit log.

    Raises:
        ValueError: there is no such kind, or the parameters are not those of the kind.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r:.40} is no kind of act")
    return restored(parameters, KINDS[kind])
