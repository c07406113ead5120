"""The desk's style sheet, written from the tokens of its lighting."""

from __future__ import annotations

from string import Template

from hall_app.curator.theme import SANS, SERIF, Tokens

_SHEET = Template("""
* { font-family: "$sans"; font-size: 14px; outline: 0; }
QMainWindow, QDialog { background: $window; color: $text; }
QWidget { color: $text; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px 8px; }

#bar { background: $panel; border: 0; border-bottom: 1px solid $line; }
#brand { font-family: "$serif"; font-size: 17px; font-weight: 600; }
#status { background: $panel; border: 0; border-top: 1px solid $line; }
#status QLabel { color: $quiet; font-size: 13px; }
#panel { background: $panel; border: 1px solid $line; border-radius: 3px; }
#page { background: $panel; border: 0; }
#title { font-family: "$serif"; font-size: 26px; font-weight: 600; }
#heading { font-size: 13px; font-weight: 500; color: $text; }
#meta { font-size: 13px; color: $quiet; }
#label { font-size: 13px; font-weight: 500; color: $quiet; }
#note { font-size: 13px; color: $quiet; }
#count { font-size: 13px; color: $quiet; }
#count[state="over"], #understood[state="wrong"] { color: $error; }
#understood { font-size: 13px; color: $quiet; }
#empty { font-family: "LXGW WenKai"; font-size: 17px; color: $quiet; }
#crumb { font-size: 13px; color: $quiet; border: 0; padding: 2px 2px; background: transparent; }
#crumb:hover { color: $accent; }
QLabel[tone="ok"] { color: $ok; } QLabel[tone="warn"] { color: $warn; }
QLabel[tone="error"] { color: $error; }
#rule { background: $line; border: 0; }

#notice { background: $sunk; border: 1px solid $line; border-left: 3px solid $accent;
          border-radius: 3px; }
#notice[tone="error"] { border-left-color: $error; }
#notice[tone="ok"] { border-left-color: $ok; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, #well {
  background: $sunk; border: 1px solid $line; border-radius: 3px; padding: 5px 9px;
  selection-background-color: $accent; selection-color: $onAccent; color: $text; }
QLineEdit, QComboBox, QSpinBox { min-height: 20px; }
QSpinBox::up-button, QSpinBox::down-button { width: 22px; border: 0; background: transparent; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; width: 0; height: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, #well:focus {
  border: 2px solid $accent; padding: 4px 8px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: transparent; color: $quiet; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"] { border-color: $error; }
QLineEdit:disabled, QComboBox:disabled { color: $faded; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView, #popup {
  background: $panel; border: 1px solid $line; color: $text;
  selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }

QPushButton { background: $panel; border: 1px solid $line; border-radius: 3px;
  padding: 5px 12px; min-height: 20px; font-weight: 500; }
QPushButton:hover { background: $sunk; border-color: $quiet; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $faded; }
QPushButton#primary { background: $accent; border-color: $accent; color: $onAccent;
  font-weight: 700; }
QPushButton#primary:hover { border-color: $text; }
QPushButton#primary:disabled { background: $line; border-color: $line; color: $quiet; }
QPushButton#choice { text-align: left; min-height: 62px; padding: 0; border: 1px solid $line; background: $sunk; }
QPushButton#choice:hover { border-color: $accent; background: $selection; }
QPushButton#choice:focus { border: 2px solid $accent; padding: 0; }
QPushButton#choice #heading { font-size: 15px; font-weight: 700; }
QPushButton#link { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 2px 4px; min-height: 18px; text-align: left; font-size: 13px; }
QPushButton#link[tone="warn"] { color: $warn; } QPushButton#link[tone="error"] { color: $error; }
QPushButton#link:disabled { color: $faded; }
QPushButton#link:hover { text-decoration: underline; }
QPushButton#link:focus { border-color: $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 3px;
  padding: 3px; }
QToolButton:hover { background: $sunk; border-color: $line; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton[state="on"] { background: $selection; border-color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton#find { background: $sunk; color: $quiet; font-weight: 400; text-align: left;
  padding-left: 10px; }
QPushButton#find:hover { color: $text; }

#tab { background: transparent; border: 0; border-bottom: 3px solid transparent; border-radius: 0;
  padding: 8px 11px 6px 11px; font-weight: 500; color: $quiet; }
#tab:hover { color: $text; }
#tab:checked { color: $text; font-weight: 700; border-bottom-color: $accent; background: transparent; }
#tab:focus { color: $accent; }

QTreeView, QTableView, QListView { background: $panel; border: 0; color: $text;
  alternate-background-color: $panel; show-decoration-selected: 1; }
QTreeView::item { height: 27px; border: 0; }
QTableView::item { border: 0; border-bottom: 1px solid $line; padding: 0 8px; }
QListView::item { border: 0; min-height: 28px; padding: 0 6px; }
QTreeView::item:hover, QTableView::item:hover, QListView::item:hover { background: $sunk; }
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {
  background: $selection; color: $text; }
QTreeView::branch { background: $panel; border-image: none; image: none; }
QTreeView::branch:selected { background: $selection; }
QHeaderView { background: $panel; border: 0; }
QHeaderView::section { background: $panel; color: $quiet; border: 0;
  border-bottom: 1px solid $line; padding: 6px 8px; font-size: 13px; font-weight: 500; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; }
QTableCornerButton::section { background: $panel; border: 0; }

QMenuBar, QMenu { background: $panel; color: $text; border: 1px solid $line; }
QMenu { padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 16px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }

QSplitter::handle { background: $window; }
QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > #form, #form { background: $panel; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 2px; min-height: 32px; min-width: 32px;
  margin: 2px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunk; border: 1px solid $line; border-radius: 3px; height: 6px;
  max-height: 6px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QPushButton#chip { background: $selection; border: 1px solid $line; border-radius: 12px;
  padding: 1px 8px; min-height: 20px; font-size: 13px; font-weight: 400; }
QPushButton#chip:hover { border-color: $quiet; }
QPushButton#chip:focus { border: 2px solid $accent; padding: 0 7px; }
QToolButton#shape { font-size: 13px; padding: 3px; }
QToolButton#shape:checked { border-color: $accent; }
QToolButton#shape[own="yes"] { font-weight: 700; color: $accent; }
#card { background: $sunk; border: 1px solid $line; border-radius: 3px; }
#card[target="yes"], #item[target="yes"] { border: 1px solid $accent; }
#card QLineEdit, #card QPlainTextEdit, #card QComboBox, #card #well { background: $panel; }
""")


def stylesheet(tokens: Tokens) -> str:
    """The style sheet for one lighting."""
    return _SHEET.substitute(
        sans=SANS, serif=SERIF,
        window=tokens.window, panel=tokens.panel, sunk=tokens.sunk, line=tokens.line,
        text=tokens.text, quiet=tokens.quiet, accent=tokens.accent, onAccent=tokens.on_accent,
        selection=tokens.selection, error=tokens.error, ok=tokens.ok, warn=tokens.warn,
        faded=_mixed(tokens.text, tokens.panel, 0.38),
    )  # fmt: skip


def _mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid over its ground at a share of opacity."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
