"""The audit log as a table, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.desk import Desk
from hall_app.store.audit import Line

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("at", "who", "act", "subject", "detail")
_TOP = QModelIndex()


class AuditModel(QAbstractTableModel):
    """Lines as Qt's views ask for them."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.say(f"audit-{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.lines[index.row()]
        match COLUMNS[index.column()]:
            case "at":
                return f"{line.at.astimezone():%Y-%m-%d %H:%M:%S}"
            case "act":
                return act_words(self._desk, line.act)
            case "detail":
                return "　".join(f"{name} {words}" for name, words in line.detail.items() if words)
            case name:
                return getattr(line, name)


def act_words(desk: Desk, act: str) -> str:
    """What a line tells of."""
    key = f"audit-act-{act}"
    return desk.say(key) if key in desk.words.keys() else act  # noqa: SIM118 (a table, no dict)
