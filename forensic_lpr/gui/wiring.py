"""Which action does what."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from forensic_lpr.gui.manual_window import open_manual

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
        "previous-page": lambda: window.report.pages.go_to(window.report.pages.page() - 1),
        "next-page": lambda: window.report.pages.go_to(window.report.pages.page() + 1),
        "page-smaller": lambda: window.report.pages.zoom(-1),
        "page-larger": lambda: window.report.pages.zoom(1),
        "page-fit": window.report.pages.fit,
        "new-case": window.caseflow.ask_for_new,
        "open-case": window.caseflow.ask_for_case,
        "save-case": window.caseflow.save_as,
        "facts": window.caseflow.ask_for_facts,
        "second-reading": window.caseflow.ask_for_second,
        "end-second": window.caseflow.end_second,
        "blind-copy": window.caseflow.ask_for_blind_copy,
        "take-in": window.caseflow.ask_to_take_in,
        "audit": window.plateflow.show_audit,
        "verify": window.caseflow.verify,
        "package": window.caseflow.ask_for_package,
        "seal": window.reading.blind.seal_entry,
        "cannot-read": window.casework.seal_cannot_read,
        "unblind": window.plateflow.ask_to_unblind,
        "same-plate": window.casework.continue_candidate,
        "reconcile": window.plateflow.ask_for_conclusion,
        "change-reading": window.plateflow.ask_for_change,
        "withdraw": window.plateflow.ask_to_withdraw,
        "next-plate": window.plateflow.go_to_next,
        "quit": window.close,
        "undo": window.enhancing.undoing.undo,
        "redo": window.enhancing.undoing.redo,
        "copy_text": window.copier.as_text,
        "copy_csv": window.copier.as_csv,
        "copy_json": window.copier.as_json,
        "mark": window.mark_middle,
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
        "manual": lambda: open_manual(window),
        "keyboard": window.show_keyboard,
        "about": window.show_about,
        "settings": window.show_settings,
        "log-folder": window.show_log_folder,
        "tour": window.tour.go_on,
        "tour-back": window.tour.back,
        "tour-leave": window.tour.leave,
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
        "fields": window.loader.open_fields,
    }
    verbs |= window.enhancing.verbs_by_action() | window.training.verbs_by_action()
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
