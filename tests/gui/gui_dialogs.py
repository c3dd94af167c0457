"""Every dialog of the window with what it asks for, for the tests that look at all of them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from gui_evidence import plate_scene
from PySide6.QtWidgets import QDialog

from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.about_dialog import AboutDialog
from forensic_lpr.gui.audit_dialog import AuditDialog
from forensic_lpr.gui.case_dialogs import (
    FactsDialog,
    NewCaseDialog,
    RecoveryDialog,
    UnblindDialog,
    WorkDialog,
)
from forensic_lpr.gui.casejobs import LeftBehind
from forensic_lpr.gui.clock_dialog import ClockDialog
from forensic_lpr.gui.crash import CrashDialog
from forensic_lpr.gui.dialogs import JumpDialog, KeyboardDialog
from forensic_lpr.gui.integrity_dialog import IntegrityDialog
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.reconcile_dialog import ReconcileDialog
from forensic_lpr.gui.second_reading import BlindCopyDialog, SecondReadingDialog
from forensic_lpr.gui.second_thoughts import ChangeReadingDialog, WithdrawDialog
from forensic_lpr.gui.settings_dialog import SettingsDialog
from forensic_lpr.gui.training.dialogs import AnywayDialog, PairsDialog, TwoModelsDialog
from forensic_lpr.gui.training.jobs import ModelView

QUAD = plate_scene()[1]


def dialog_makers(window: MainWindow) -> dict[type[QDialog], Callable[[], QDialog]]:
    """What makes each, of a window in which a plate is marked and read and the case is on disk."""
    look, session, preferences = window.look, window.session, window.preferences
    current, frame, reading, plate = session.current, session.frame, session.reading, window.casework.plate
    assert current is not None and current.item is not None
    assert frame is not None and reading is not None and plate is not None
    ref = frame.ref
    view, frame_image = window.casework.view, np.zeros((540, 960, 3), np.uint8)
    assert view is not None
    left = LeftBehind(Path("left.flpr"), "2026-04-12T18:41:07Z", 1, 1)
    model = ModelView(
        "own", "recognizer", "slot-attention", "0" * 64, False, False, (), (), "", 1, "", "", "", (), None
    )

    def nothing(*_: object) -> str:
        return ""

    def idle(progress: Progress) -> str:
        return "done"

    return {
        AboutDialog: lambda: AboutDialog(look, window),
        AuditDialog: lambda: AuditDialog(look, window.casework, window),
        ClockDialog: lambda: ClockDialog(look, ref, None, window),
        CrashDialog: lambda: CrashDialog(look, "report", window),
        IntegrityDialog: lambda: IntegrityDialog(look, session, window.transport, window),
        JumpDialog: lambda: JumpDialog(look, 8, window),
        KeyboardDialog: lambda: KeyboardDialog(look, window.actions_, window),
        NewCaseDialog: lambda: NewCaseDialog(look, preferences, window),
        ReconcileDialog: lambda: ReconcileDialog(look, plate, window),
        TwoModelsDialog: lambda: TwoModelsDialog(
            window, frame_image, QUAD, ("default", "multitask-2019"), window
        ),
        AnywayDialog: lambda: AnywayDialog(look, model, window),
        PairsDialog: lambda: PairsDialog(look, session.formats, window),
        ChangeReadingDialog: lambda: ChangeReadingDialog(look, plate, nothing, window),
        FactsDialog: lambda: FactsDialog(look, view.case, window),
        RecoveryDialog: lambda: RecoveryDialog(look, left, window),
        SecondReadingDialog: lambda: SecondReadingDialog(look, "case.flpr", window),
        BlindCopyDialog: lambda: BlindCopyDialog(look, Path("/cases"), "case", window),
        WithdrawDialog: lambda: WithdrawDialog(look, plate, nothing, window),
        SettingsDialog: lambda: SettingsDialog(look, preferences, window),
        UnblindDialog: lambda: UnblindDialog(look, window),
        WorkDialog: lambda: WorkDialog(look, window.runner, "Work", idle, str, window),
    }
