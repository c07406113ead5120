"""The command palette: everything that can be done now, found by its words, pinyin or initials."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QMainWindow,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.popup import Popup
from hall_app.curator.theme import Tokens
from hall_app.store import grams

_SIZE = QSize(560, 460)
_ROW = 32
_COMMAND = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: what it is called, its keys, and the doing."""

    words: str
    keys: str
    act: Callable[[], object]

    def answers(self, sought: str) -> bool:
        """Whether it is called so, in any script, in pinyin or by its initials."""
        if sought in grams.fold(self.words):
            return True
        return any(
            name.startswith(sought)
            for name in (*grams.pinyin(self.words), *grams.initials(self.words))
        )


def commands(window: QMainWindow, *more: QAction) -> tuple[Command, ...]:
    """What the window, and the buttons and views on the screen, can do now; each once."""
    found: dict[str, Command] = {}
    for command in (*_of_actions(window.actions()), *_of_actions(more), *_of_buttons(window)):
        found.setdefault(command.words, command)
    return tuple(found.values())


def leaves(menu: QMenu) -> Iterator[QAction]:
    """The actions of a menu and of the menus inside it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from leaves(inner)
        elif not action.isSeparator():
            yield action


class Palette(Popup):
    """A line to type into, and below it what answers; Return does it."""

    def __init__(self, desk: Desk, window: QMainWindow, offered: tuple[Command, ...]) -> None:
        super().__init__(desk, window, hint=desk.say("palette-hint"))
        self._window, self._offered = window, offered
        self.model = _CommandModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_CommandDelegate(desk.tokens, self.list))
        self.list.setUniformItemSizes(True)
        self.sought.connect(self._search)
        self.taken.connect(self._take)
        self._search("")

    def open(self) -> None:
        """Open in the upper middle of the window and take the keys."""
        window = self._window
        self.resize(_SIZE)
        corner = QPoint((window.width() - _SIZE.width()) // 2, min(90, window.height() // 8))
        self.move(window.mapToGlobal(corner))
        self.show()
        self.input.setFocus()

    def _search(self, words: str) -> None:
        sought = grams.fold(words).strip()
        found = [one for one in self._offered if not sought or one.answers(sought)]
        self.model.show_commands(found)
        self.show_found()

    def _take(self, index: QModelIndex) -> None:
        command: Command | None = index.data(_COMMAND) if index.isValid() else None
        if command is not None:
            self.close()
            command.act()


class _CommandModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.commands: list[Command] = []

    def show_commands(self, found: list[Command]) -> None:
        self.beginResetModel()
        self.commands = found
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        command = self.commands[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return command.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{command.words}　{command.keys}"
            case _ if role == _COMMAND:
                return command
            case _:
                return None


class _CommandDelegate(QStyledItemDelegate):
    """Words at the left, keys at the right."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command: Command = index.data(_COMMAND)
        tokens, box = self._tokens, QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        words = box.adjusted(10, 0, -10, 0)
        level = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | level, command.keys)
        metrics = painter.fontMetrics()
        words.adjust(0, 0, -metrics.horizontalAdvance(command.keys) - 12, 0)
        painter.setPen(QColor(tokens.text))
        shown = metrics.elidedText(command.words, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | level, shown)


def _of_actions(actions: Any) -> Iterator[Command]:
    for action in actions:
        if action.isEnabled() and action.isVisible() and action.text():
            yield Command(action.text(), _shown(action.shortcut()), action.trigger)


def _of_buttons(window: QMainWindow) -> Iterator[Command]:
    for button in window.findChildren(QAbstractButton):
        words = (button.accessibleName() or button.text()).replace("&", "")
        if words and button.isEnabled() and button.isVisible() and len(words) > 1:
            yield Command(words, _shown(button.shortcut()), button.click)


def _shown(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
