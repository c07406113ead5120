"""The frame around one item of a list: up, down, out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon


class ItemFrame(QFrame):
    """One item with its buttons; Alt+Up and Alt+Down move it too."""

    # The item's place, and one step up (-1) or down (1).
    moved = Signal(int, int)
    taken_out = Signal(int)

    def __init__(self, desk: Desk, content: QWidget, index: int, *, is_card: bool = False) -> None:
        super().__init__()
        self.setObjectName("card" if is_card else "item")
        self.index = index
        self.up = _button(desk, "caret-up", "move-up", "Alt+Up", self)
        self.down = _button(desk, "caret-down", "move-down", "Alt+Down", self)
        self.out = _button(desk, "x", "take-out", "", self)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.out.clicked.connect(self._take_out)
        across = QHBoxLayout(self)
        edge = 8 if is_card else 0
        across.setContentsMargins(edge, edge, edge, edge)
        across.setSpacing(2)
        across.addWidget(content, 1)
        buttons = QVBoxLayout() if is_card else QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.up, self.down, self.out):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if is_card:
            buttons.addStretch()
        across.addLayout(buttons)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(keys), self, context=scope)
            shortcut.activated.connect(partial(self._move, step))

    def place(self, index: int, count: int) -> None:
        """Know where the item stands."""
        self.index = index
        self.up.setEnabled(index > 0)
        self.down.setEnabled(index < count - 1)

    def _move(self, step: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt's signal)
        button = self.up if step < 0 else self.down
        if button.isEnabled():
            self.moved.emit(self.index, step)

    def _take_out(self) -> None:
        self.taken_out.emit(self.index)


def add_button(desk: Desk, what: str, parent: QWidget) -> QPushButton:
    """The button that adds an item to a list."""
    button = QPushButton(desk.say("add-item", what=what), parent)
    button.setObjectName("link")
    button.setIcon(icon("plus", desk.tokens, desk.tokens.accent))
    button.setIconSize(QSize(14, 14))
    button.setToolTip(button.text())
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _button(desk: Desk, name: str, key: str, keys: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon(name, desk.tokens))
    button.setIconSize(QSize(14, 14))
    button.setMinimumSize(24, 28)
    words = desk.say(key)
    button.setToolTip(f"{words}（{keys}）" if keys else words)
    button.setAccessibleName(words)
    return button
