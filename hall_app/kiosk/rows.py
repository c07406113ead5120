"""A list for QML: frozen rows out, row signals in, so that a list changes in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NO_INDEX = QModelIndex()


class Row(Protocol):
    """A frozen dataclass whose fields are the roles; `id` tells rows apart."""

    @property
    def id(self) -> str: ...


@QmlElement
class Rows(QAbstractListModel):
    """Rows of one dataclass; showing other rows moves only what differs."""

    countChanged = Signal()
    """After rows were added or taken away."""

    def __init__(
        self, row_type: type[DataclassInstance] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        names = [field.name for field in fields(row_type)] if row_type else []
        self._roles = {
            Qt.ItemDataRole.UserRole + 1 + number: name for number, name in enumerate(names)
        }
        self._rows: tuple[Any, ...] = ()

    @property
    def rows(self) -> tuple[Any, ...]:
        return self._rows

    @Property(int, notify=countChanged)
    def count(self) -> int:
        return len(self._rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; equal ids at both ends stay, so delegates and positions live."""
        new, old = tuple(rows), self._rows
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        removed, added = old[head : len(old) - tail], new[head : len(new) - tail]
        if removed:
            self.beginRemoveRows(_NO_INDEX, head, head + len(removed) - 1)
            self._rows = old[:head] + old[head + len(removed) :]
            self.endRemoveRows()
        if added:
            self.beginInsertRows(_NO_INDEX, head, head + len(added) - 1)
            self._rows = self._rows[:head] + added + self._rows[head:]
            self.endInsertRows()
        before, self._rows = self._rows, new
        for number, (was, now) in enumerate(zip(before, new, strict=True)):
            if was != now:
                index = self.index(number)
                self.dataChanged.emit(index, index)
        if len(old) != len(new):
            self.countChanged.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        name = self._roles.get(role)
        if name is None or not 0 <= index.row() < len(self._rows):
            return None
        return getattr(self._rows[index.row()], name)

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}


def _common(left: Sequence[Row], right: Sequence[Row]) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one.id != other.id:
            break
        count += 1
    return count
