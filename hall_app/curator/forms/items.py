"""The frame around one item of a list: up, down, out, and a grip to drag it by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon
from hall_app.curator.parts import tint


class ItemFrame(QFrame):
    """One item with its buttons; Alt+Up and Alt+Down move it too, and its grip any way at once."""

    # The item's place, and by how many places up (below 0) or down.
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
        self.grip = Grip(desk, self)
        self.grip.dragged.connect(self._drag)
        self.grip.dropped.connect(self._drop)
        across.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
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
        self.grip.setVisible(count > 1)

    @property
    def _neighbours(self) -> list[ItemFrame]:
        """The frames of the same list, in their order."""
        around = self.parentWidget()
        only = Qt.FindChildOption.FindDirectChildrenOnly
        frames = around.findChildren(ItemFrame, options=only) if around else [self]
        return sorted((one for one in frames if one.isVisible()), key=lambda one: one.index)

    def _under(self, where: QPoint) -> ItemFrame | None:
        """The frame of the list at a height of the screen."""
        for one in self._neighbours:
            if one.rect().top() <= one.mapFromGlobal(where).y() <= one.rect().bottom():
                return one
        return None

    def _drag(self, where: QPoint) -> None:
        target = self._under(where)
        for one in self._neighbours:
            tint(one, "target", "yes" if one is target and one is not self else "")

    def _drop(self, where: QPoint) -> None:
        target = self._under(where)
        for one in self._neighbours:
            tint(one, "target", "")
        if target is not None and target is not self:
            self.moved.emit(self.index, target.index - self.index)

    def _move(self, step: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt's signal)
        button = self.up if step < 0 else self.down
        if button.isEnabled():
            self.moved.emit(self.index, step)

    def _take_out(self) -> None:
        self.taken_out.emit(self.index)


class Grip(QLabel):
    """Six dots that a hand takes an item by; the keys have Alt+Up and Alt+Down."""

    # Where on the screen the item is held over, and where it was let go.
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPixmap(icon("dots-six-vertical", desk.tokens).pixmap(14, 14))
        self.setFixedSize(16, 28)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(desk.say("item-grip"))
        self.setAccessibleName(desk.say("item-grip"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(event.globalPosition().toPoint())


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
