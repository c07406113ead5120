"""Places where words were found, with what would stand there, and a tick each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hall_app.curator.desk import Desk
from hall_app.editing.finding import Hit
from hall_app.editing.tables import names

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("swap-record", "swap-field", "swap-place")
_TOP = QModelIndex()


class HitsModel(QAbstractTableModel):
    """All hits, ticked at first."""

    # A tick was set or taken away.
    ticked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._off: set[int] = set()
        self.hits: tuple[Hit, ...] = ()

    @property
    def chosen(self) -> tuple[Hit, ...]:
        """The hits that are ticked."""
        return tuple(hit for at, hit in enumerate(self.hits) if at not in self._off)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show these, all ticked."""
        self.beginResetModel()
        self.hits, self._off = hits, set()
        self.endResetModel()
        self.ticked.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        more = Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | more

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.say(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            is_off = index.row() in self._off
            return Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(hit, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._off.discard(index.row())
        else:
            self._off.add(index.row())
        self.dataChanged.emit(index, index, [role])
        self.ticked.emit()
        return True

    def _words(self, hit: Hit, column: int) -> str:
        match column:
            case 0:
                return hit.title
            case 1:
                return names.path_label(hit.kind, hit.path, self._desk.language)
            case _:
                return f"{hit.before}【{hit.found} → {hit.becomes}】{hit.after}".replace("\n", " ")
