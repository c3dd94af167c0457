"""The style sheet, with tokens of :mod:`forensic_lpr.gui.theme` in place of values."""

STYLE = """
QWidget { color: $text; }
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $window; width: #tight#; height: #tight#; }
QSplitter::handle { background: $window; }
QSplitter::handle:hover { background: $line; }
QToolTip { background: $raised; color: $text; border: #hair# solid $control; padding: #tight#; }

QMenuBar { background: $window; border-bottom: #hair# solid $line; padding: 0 #tight#; }
QMenuBar::item { padding: #tight# #space#; background: transparent; border-radius: #corner#; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $panel; border: #hair# solid $control; padding: #tight# 0; }
QMenu::item { padding: #tight# #loose# #tight# #wide#; }
QMenu::item:selected { background: $raised; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: #hair#; background: $line; margin: #tight# #space#; }
QMenu::icon:checked { background: $raised; border: #hair# solid $accent; border-radius: #corner#; }
QMenu::icon { padding-left: #space#; }

QToolBar { background: $window; border: none; border-bottom: #hair# solid $line; padding: #tight#; spacing: #line#; }
QToolBar::separator { background: $line; width: #hair#; margin: #tight# #space#; }
QToolButton { background: transparent; border: #hair# solid transparent; border-radius: #corner#;
    padding: #tight#; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $raised; border-color: $control; }
QToolButton:focus { border: #line# solid $focus; padding: #tight_focused#; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="tab"] { padding: #tight# #wide#; border: none; border-radius: 0;
    border-bottom: #line# solid transparent; color: $muted; }
QToolButton[kind="tab"]:hover { color: $text; background: transparent; border-bottom-color: $control; }
QToolButton[kind="tab"]:checked { color: $text; background: transparent; border-bottom-color: $accent; }
QToolButton[kind="tab"]:focus { background: $raised; }
QToolButton[kind="more"] { padding: #line# 0; color: $muted; border: none; }
QToolButton[kind="more"]:hover { color: $text; background: transparent; }
QToolButton[kind="more"]:checked { background: transparent; border: none; }
QToolButton[kind="more"]:focus { color: $accent; }
QToolButton[kind="choice"] { background: $window; border: #hair# solid $control; padding: #tight# #space#;
    color: $muted; }
QToolButton[kind="choice"]:hover { background: $hover; }
QToolButton[kind="choice"]:checked { background: $raised; color: $text; border-color: $accent; }
QToolButton[kind="choice"]:focus { border-color: $focus; }
QToolButton[kind="choice"]:disabled { color: $faint; border-color: $line; }

QTabBar::tab { background: transparent; color: $muted; border: none; border-bottom: #line# solid transparent;
    padding: #tight# #wide#; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QPushButton { background: $raised; border: #hair# solid $control; border-radius: #corner#;
    padding: #tight# #wide#; min-height: #loose#; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: #line# solid $focus; padding: #tight_focused# #wide_focused#; outline: none; }
QPushButton:disabled { color: $faint; border-color: $line; background: $panel; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[primary="true"]:focus { border: #line# solid $text; }
QPushButton[primary="true"]:disabled { background: $raised; color: $faint; border-color: $line; }

QComboBox { background: $raised; border: #hair# solid $control; border-radius: #corner#;
    padding: #line# #space#; min-height: #loose#; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border-color: $focus; }
QComboBox:disabled { color: $faint; border-color: $line; background: $panel; }
QComboBox::drop-down { border: none; width: #loose#; }
QComboBox QAbstractItemView { background: $panel; border: #hair# solid $control; outline: none;
    selection-background-color: $raised; selection-color: $text; }

QListView, QTreeView, QTableView { background: $panel; border: none; outline: none;
    alternate-background-color: $panel; selection-background-color: $raised; selection-color: $text; }
QTableView::item:focus { border: #hair# solid $focus; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $muted; border: none;
    border-bottom: #hair# solid $line; padding: #line# #tight#; }
QTableCornerButton::section { background: $panel; border: none; }
QAbstractScrollArea { background: $panel; border: none; }
QDialog QScrollArea { background: transparent; }
QLineEdit, QPlainTextEdit, QAbstractSpinBox { background: $window; border: #hair# solid $control;
    border-radius: #corner#; padding: #tight#; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: $faint; border-color: $line; background: $panel; }
QAbstractSpinBox { padding: #hair# #tight#; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QCheckBox::indicator, QTreeView::indicator { width: #wide#; height: #wide#; border: #hair# solid $control;
    border-radius: #line#; background: $window; }
QCheckBox::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent;
    image: url("%ticked%"); }
QCheckBox::indicator:disabled { background: $panel; border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $faint; }
QCheckBox:focus { color: $accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus, QAbstractSpinBox:focus {
    border: #line# solid $focus; padding: #tight_focused#; }
QAbstractSpinBox:focus { padding: 0 #tight_focused#; }
QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; }
QScrollBar:vertical { background: transparent; width: #wide#; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #wide#; margin: 0; }
QScrollBar::handle { background: $control; border-radius: #corner#; margin: #line#; min-height: #button#; }
QScrollBar::handle:horizontal { min-height: 0; min-width: #button#; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: #tight#; background: $raised; border-radius: #line#; }
QSlider::sub-page:horizontal { background: $accent; border-radius: #line#; }
QSlider::handle:horizontal { width: #wide#; margin: -#tight# 0; border-radius: #corner#;
    background: $text; border: #hair# solid $window; }
QSlider::handle:horizontal:focus { border: #line# solid $focus; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $faint; }
QProgressBar { background: $raised; border: none; border-radius: #line#; max-height: #tight#;
    min-height: #tight#; }
QProgressBar::chunk { background: $accent; border-radius: #line#; }

QStatusBar { background: $window; border-top: #hair# solid $line; color: $muted; }
QStatusBar QLabel { color: $muted; padding: 0 #space#; }
QStatusBar::item { border: none; }

QFrame[kind="panel"] { background: $panel; border: none; border-radius: #corner#; }
QFrame[kind="head"] { background: transparent; border: none; border-bottom: #hair# solid $line; }
QFrame[kind="bar"] { background: $panel; border: none; border-radius: #corner#; }
QFrame[kind="message"] { background: $raised; border: none; border-left: #bar# solid $accent; }
QFrame[kind="message"][severity="warning"] { border-left-color: $warning; }
QFrame[kind="message"][severity="failure"] { border-left-color: $failure; }
QFrame[kind="message"][severity="success"] { border-left-color: $success; }
QFrame[kind="tour"] { background: $raised; border: #hair# solid $accent; border-radius: #corner#; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="title"] { color: $muted; }
QLabel[kind="failure"] { color: $failure; }
QLabel[kind="warning"] { color: $warning; }
"""
