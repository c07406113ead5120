"""The plan of an import as a table: what every row would do, and why one would not be taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from hall_app.curator.desk import Desk
from hall_app.editing.tables import names
from hall_app.editing.tables.plan import Plan, PlannedRow, RowState

Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("table-sheet", "table-row", "list-title", "table-what", "table-why")
_TOP = QModelIndex()


class PlanModel(QAbstractTableModel):
    """Rows in the order of the file; all, or only those that are not taken."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._all: tuple[PlannedRow, ...] = ()
        self._is_only_bad = False
        self.rows: tuple[PlannedRow, ...] = ()

    def show_plan(self, plan: Plan) -> None:
        """Show this plan."""
        self._all = plan.rows
        self.show_only_bad(self._is_only_bad)

    def show_only_bad(self, is_only_bad: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Show only rows that are not taken, or all."""
        self._is_only_bad = is_only_bad
        self.beginResetModel()
        self.rows = tuple(
            row for row in self._all if not is_only_bad or row.state is RowState.REFUSED
        )
        self.endResetModel()

    def reason(self, row: PlannedRow) -> str:
        """What a row changes, or why it is not taken, in full."""
        language, say = self._desk.language, self._desk.say
        if row.faults:
            return "\n".join(f"{fault.cell}　{fault.words(language)}" for fault in row.faults)
        known = say(f"table-known-{row.known_by}")
        changed = [
            f"{names.path_label(row.kind, one.path, language)}："
            + (f"{_short(one.before)} → " if row.state is RowState.CHANGED else "")
            + _short(one.after)
            for one in row.changes
        ]
        return "\n".join([known, *changed])

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._desk.say(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self.reason(row)
            case Qt.ItemDataRole.ForegroundRole if index.column() == 3:
                return QColor(self._colour(row.state))
            case _:
                return None

    def _words(self, row: PlannedRow, column: int) -> str:
        match column:
            case 0:
                return row.sheet
            case 1:
                return str(row.number)
            case 2:
                return row.title
            case 3:
                return f"{_SIGNS[row.state]} {self._desk.say(f'table-state-{row.state}')}"
            case _:
                return self.reason(row).replace("\n", "　")

    def _colour(self, state: RowState) -> str:
        tokens = self._desk.tokens
        match state:
            case RowState.NEW:
                return tokens.ok
            case RowState.CHANGED:
                return tokens.warn
            case RowState.REFUSED:
                return tokens.error
            case RowState.UNCHANGED:
                return tokens.quiet


# Colour is never alone.
_SIGNS = {RowState.NEW: "+", RowState.CHANGED: "→", RowState.UNCHANGED: "=", RowState.REFUSED: "×"}


def _short(cell: Any) -> str:
    words = "—" if cell is None else str(cell)
    return words if len(words) <= 60 else f"{words[:59]}…"
