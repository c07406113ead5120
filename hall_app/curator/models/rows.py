"""A list of records in a line each: icon, title, and a word at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.desk import Desk
from hall_app.curator.icons import gallery_icon, kind_icon
from hall_app.curator.labels import kind_label, year_of
from hall_app.curator.models.difference import become
from hall_app.curator.theme import Tokens
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record

ROW = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One record as a list shows it.

    Attributes:
        tail: Its year, or what kind it is.
        order: The place of its gallery on the walk.
    """

    id: str
    kind: Kind
    title: str
    tail: str = ""
    order: int = 0


def row_of(desk: Desk, record: Record) -> Row:
    """A record as a list shows it."""
    date = getattr(record, "date", None) or getattr(record, "founded", None)
    tail = year_of(date) if date is not None else kind_label(desk, record.kind)
    order = desk.order_of(desk.gallery_of(record))
    return Row(record.id, record.kind, desk.title_of(record), tail, order)


class RowModel(QAbstractListModel):
    """Rows as Qt's views ask for them."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Become this list, step by step."""
        become(self, self.rows, rows, attrgetter("id"))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{row.title}　{row.tail}"
            case Qt.ItemDataRole.DecorationRole:
                if row.kind is Kind.GALLERY:
                    return gallery_icon(row.order, self._tokens)
                return kind_icon(row.kind, self._tokens)
            case _ if role == ROW:
                return row
            case _:
                return None
