"""Which action does what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow


def connect_actions(window: "MainWindow") -> None:
    """Let every action of the window do its verb."""
    act, tool, canvas = window.actions_, window.corner_tool, window.canvas
    verbs: dict[str, Callable[[], object]] = {
        "open": window.ask_for_files,
        "sample": window.open_sample,
        "remove": window.remove_exhibit,
        "report": window.export_report,
        "new-case": window.caseflow.ask_for_new,
        "open-case": window.caseflow.ask_for_case,
        "save-case": window.caseflow.save_as,
        "audit": window.caseflow.show_audit,
        "verify": window.caseflow.verify,
        "package": window.caseflow.ask_for_package,
        "seal": window.reading.blind.seal_entry,
        "cannot-read": window.casework.seal_cannot_read,
        "unblind": window.caseflow.ask_to_unblind,
        "same-plate": window.casework.continue_candidate,
        "reconcile": window.caseflow.ask_for_conclusion,
        "quit": window.close,
        "undo": window.enhancing.undoing.undo,
        "redo": window.enhancing.undoing.redo,
        "copy_text": window.copier.as_text,
        "copy_csv": window.copier.as_csv,
        "copy_json": window.copier.as_json,
        "mark": tool.mark_middle,
        "again": tool.use_last,
        "next-corner": lambda: tool.cycle(1),
        "previous-corner": lambda: tool.cycle(-1),
        "turn": tool.turn,
        "clear": tool.clear,
        "track": window.tracker.follow,
        "correct-track": window.tracker.correct,
        "use-all-frames": window.tracker.use_all,
        "next-reading": window.tracker.show_next,
        "range-begin": window.tracker.begin_here,
        "range-end": window.tracker.end_here,
        "range-clear": window.tracker.whole_clip,
        "best-frame": window.track.go_to_best,
        "read-again": window.reader.read_again,
        "zoom-in": lambda: canvas.zoom(1),
        "zoom-out": lambda: canvas.zoom(-1),
        "one": canvas.one_to_one,
        "fit": canvas.fit,
        "zoom-plate": window.zoom_to_plate,
        "next-panel": lambda: window.move_focus(1),
        "previous-panel": lambda: window.move_focus(-1),
        "theme": window.change_theme,
        "keyboard": window.show_keyboard,
        "about": window.show_about,
        "first": window.transport.first,
        "last": window.transport.last,
        "back-ten": lambda: window.transport.step(-10),
        "back": lambda: window.transport.step(-1),
        "forward": lambda: window.transport.step(1),
        "forward-ten": lambda: window.transport.step(10),
        "play-back": lambda: window.transport.play(-1),
        "pause": window.transport.toggle,
        "play": lambda: window.transport.play(1),
        "jump": window.ask_for_frame,
        "list-frames": window.loader.list_frames,
        "clock": window.set_clock,
        "integrity": window.show_integrity,
        "next-stream": window.loader.open_next_stream,
    }
    verbs |= window.enhancing.verbs_by_action() | window.train.verbs.by_action()
    for name, verb in verbs.items():
        act[name].triggered.connect(_without_argument(verb))
    act["grid"].toggled.connect(canvas.set_grid)
    window.enhancing.undoing.undone.connect(window.casework.undone)
    window.enhancing.undoing.can_undo_changed.connect(act["undo"].setEnabled)
    window.enhancing.undoing.can_redo_changed.connect(act["redo"].setEnabled)
    act.enable(("undo", "redo"), False)


def _without_argument(verb: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for ``triggered`` that drops its argument."""

    def slot(checked: bool = False) -> None:
        verb()

    return slot
