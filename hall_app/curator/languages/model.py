"""Records against languages as Qt's views ask for them, read a page at a time."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.desk import Desk
from hall_app.curator.icons import gallery_icon, kind_icon
from hall_app.domain.fields import texts_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State, state_of
from hall_app.store import wordings
from hall_app.store.codec import from_document
from hall_app.store.wordings import Wanted

LINE = Qt.ItemDataRole.UserRole + 1
CELL = Qt.ItemDataRole.UserRole + 2
COLUMNS = ("title", "kind", *LANGUAGES)

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_PAGE = 64
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Cell:
    """One language of one record.

    Attributes:
        state: The most pressing of its texts.
        counts: How many texts are in which state, the most pressing first.
        path: The first text in that state.
    """

    state: State
    counts: tuple[tuple[State, int], ...]
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """One record with its languages, in the order of `LANGUAGES`."""

    id: str
    kind: Kind
    title: str
    order: int
    cells: tuple[Cell, ...]


def line_of(desk: Desk, record: Record) -> Line:
    """A record as the table shows it."""
    return Line(
        id=record.id,
        kind=record.kind,
        title=desk.title_of(record),
        order=desk.order_of(desk.gallery_of(record)),
        cells=tuple(cell_of(record, language) for language in LANGUAGES),
    )


def cell_of(record: Record, language: str) -> Cell:
    """How far one language of a record has come, text by text."""
    states = {path: state_of(text, language) for path, text in texts_in(record) if text}
    counted = Counter(states.values())
    counts = tuple((one, counted[one]) for one in State if counted[one])
    pressing = counts[0][0] if counts else State.READ
    path = next((path for path, one in states.items() if one is pressing), "title")
    return Cell(pressing, counts, path)


class LanguageModel(QAbstractTableModel):
    """Reads the pages that are looked at and forgets those that are not."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._count = 0
        self._pages: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        self.wanted = Wanted()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show other records, or the same anew."""
        self.beginResetModel()
        self.wanted = wanted
        self._pages.clear()
        self._count = self._desk.store.ask(wordings.count, wanted)
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The record of a row."""
        start = row // _PAGE
        if start not in self._pages:
            found = self._desk.store.ask(wordings.page, self.wanted, start * _PAGE, _PAGE)
            self._pages[start] = tuple(line_of(self._desk, from_document(one)) for one in found)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(start)
        page = self._pages[start]
        # Another process may have taken records out since they were counted.
        return page[row % _PAGE] if row % _PAGE < len(page) else None

    def every_id(self) -> tuple[RecordId, ...]:
        """The ids of every record that is shown, on whichever page."""
        return tuple(self._desk.store.ask(wordings.ids, self.wanted))

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
        name = COLUMNS[section]
        return self._desk.say(f"short-{name}" if name in LANGUAGES else f"languages-{name}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        column = COLUMNS[index.column()]
        cell = line.cells[LANGUAGES.index(column)] if column in LANGUAGES else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line, column) if cell is None else ""
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(line, column) if cell is None else counted(self._desk, cell)
            case Qt.ItemDataRole.DecorationRole if column == "title":
                is_placed = line.kind is Kind.GALLERY or line.order
                tokens = self._desk.tokens
                return (
                    gallery_icon(line.order, tokens) if is_placed else kind_icon(line.kind, tokens)
                )
            case _ if role == LINE:
                return line
            case _ if role == CELL:
                return cell
            case _:
                return None

    def _words(self, line: Line, column: str) -> str:
        return line.title if column == "title" else self._desk.say(f"kind-{line.kind}")


def counted(desk: Desk, cell: Cell) -> str:
    """How many texts of a cell are in which state: “缺 2 · 已核 3”."""
    parts = (f"{desk.say(f'state-{one}')} {count}" for one, count in cell.counts)
    return " · ".join(parts)
