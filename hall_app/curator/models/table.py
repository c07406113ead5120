"""The records of a list as Qt's views ask for them, read a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hall_app.curator.carrying import RECORDS, packed
from hall_app.curator.desk import Desk
from hall_app.curator.icons import gallery_icon, kind_icon
from hall_app.curator.labels import choice_label, year_of
from hall_app.domain.changes import Changes
from hall_app.domain.dates import HallDate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State, state
from hall_app.store.listing import Listing, Order

LINE = Qt.ItemDataRole.UserRole + 1
COLUMNS = {
    "title": Order.TITLE, "place": Order.OWNER, "date": Order.DATE,
    "languages": Order.LANGUAGES, "state": Order.CONFIDENCE, "slug": Order.SLUG,
}  # fmt: skip
"""The columns, and what a list is sorted by at each."""

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_PAGE = 64
_KEPT = 32
_FEW = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One record as the table shows it.

    Attributes:
        states: The state of each language, in the order of `LANGUAGES`.
        lead: The beginning of its text.
    """

    id: str
    kind: Kind
    title: str
    slug: str
    place: str
    order: int
    date: str
    states: tuple[State, ...]
    checked: str
    lead: str


def line_of(desk: Desk, record: Record) -> Line:
    """A record as the table shows it."""
    date: HallDate | None = next(
        (held for name in ("date", "founded", "span", "born") if (held := getattr(record, name, None))),
        None,
    )  # fmt: skip
    text = getattr(record, "text", None)
    return Line(
        id=record.id,
        kind=record.kind,
        title=desk.title_of(record),
        slug=record.slug,
        place=_place(desk, record),
        order=desk.order_of(desk.gallery_of(record)),
        date=year_of(date),
        states=tuple(state(record, language) for language in LANGUAGES),
        checked=choice_label(desk, record.confidence),
        lead=" ".join(text.best(desk.language).split()) if text else "",
    )


def _place(desk: Desk, record: Record) -> str:
    for name in ("enterprise", "section", "gallery"):
        owner = getattr(record, name, None)
        found = desk.record(owner) if owner else None
        if found is not None:
            return desk.title_of(found)
    return ""


class TableModel(QAbstractTableModel):
    """Reads the pages that are looked at and forgets those that are not."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = 0
        self._pages: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        self.listing = Listing(kind=Kind.EVENT)

    def show_list(self, listing: Listing) -> None:
        """Show another list, or the same anew."""
        self.beginResetModel()
        self.listing = listing
        self._pages.clear()
        self._count = self._desk.store.count_listed(listing)
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def follow(self, changes: Changes) -> bool:
        """Show an edit where it left every line in its place; False where lines have moved."""
        store = self._desk.store
        mine = [one for kind, one in changes.touched if kind is self.listing.kind]
        if len(mine) > _FEW or store.count_listed(self.listing) != self._count:
            return False
        rows = {line.id: row for row, line in self._held()}
        for one in mine:
            if store.place_listed(self.listing, one) != rows.get(one):
                return False
        for row in sorted(rows[one] for one in mine if one in rows):
            self._pages.pop(row // _PAGE, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        return True

    def line(self, row: int) -> Line | None:
        """The record of a row."""
        start = row // _PAGE
        if start not in self._pages:
            found = self._desk.store.listed(self.listing, start * _PAGE, _PAGE)
            self._pages[start] = tuple(line_of(self._desk, record) for record in found)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(start)
        page = self._pages[start]
        # Another process may have taken records out since they were counted.
        return page[row % _PAGE] if row % _PAGE < len(page) else None

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, None where the list does not hold it."""
        return self._desk.store.place_listed(self.listing, RecordId(record_id))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; below none, records stand in their place on the walk."""
        by = list(COLUMNS.values())[column] if column >= 0 else Order.PLACE
        is_falling = by is not Order.PLACE and order is Qt.SortOrder.DescendingOrder
        self.show_list(replace(self.listing, order=by, is_falling=is_falling))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name, by = list(COLUMNS.items())[section]
        words = self._desk.say(f"list-{name}")
        mark = " ▼" if self.listing.is_falling else " ▲"
        return f"{words}{mark}" if by is self.listing.order else words

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = list(COLUMNS)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if column == "languages" else _words(line, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(line, column)
            case Qt.ItemDataRole.DecorationRole if column == "title":
                tokens = self._desk.tokens
                if line.kind is Kind.GALLERY or line.order:
                    return gallery_icon(line.order, tokens)
                return kind_icon(line.kind, tokens)
            case _ if role == LINE:
                return line
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [RECORDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        lines = [self.line(row) for row in sorted({index.row() for index in indexes})]
        found = [self._desk.record(RecordId(line.id)) for line in lines if line]
        records = [record for record in found if record is not None]
        return packed(records, titles=[self._desk.title_of(record) for record in records])

    def _held(self) -> list[tuple[int, Line]]:
        return [
            (start * _PAGE + at, line)
            for start, page in self._pages.items()
            for at, line in enumerate(page)
        ]

    def _told(self, line: Line, column: str) -> str:
        if column != "languages":
            return _words(line, column)
        say = self._desk.say
        pairs = zip(LANGUAGES, line.states, strict=True)
        return "\n".join(f"{say(f'short-{each}')}　{say(f'state-{one}')}" for each, one in pairs)


def _words(line: Line, column: str) -> str:
    return line.checked if column == "state" else str(getattr(line, column))
