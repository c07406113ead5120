"""The records of one kind as a table, sorted and filtered here so that views only show."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.desk import Desk
from hall_app.curator.icons import gallery_icon, kind_icon
from hall_app.curator.labels import choice_label, year_of
from hall_app.curator.models.difference import become
from hall_app.domain.dates import HallDate
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Confidence, Record
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State, state

LINE = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("title", "place", "date", "languages", "state", "slug")

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_NEVER = 10**9


@dataclass(frozen=True, slots=True)
class Line:
    """One record as the table shows it.

    Attributes:
        states: The state of each language, in the order of `LANGUAGES`.
        when: An integer that orders dates.
    """

    id: str
    kind: Kind
    title: str
    slug: str
    place: str
    order: int
    date: str
    when: int
    states: tuple[State, ...]
    confidence: Confidence
    checked: str
    rank: int

    def sort_value(self, column: str) -> Any:
        """What the column is sorted by."""
        match column:
            case "title":
                return (self.rank, self.title)
            case "place":
                return (self.order, self.place, self.rank)
            case "date":
                return self.when
            case "languages":
                return tuple(list(State).index(one) for one in self.states)
            case "state":
                return (list(Confidence).index(self.confidence), self.rank)
            case _:
                return self.slug


def line_of(desk: Desk, record: Record, rank: int) -> Line:
    """A record as the table shows it."""
    date: HallDate | None = next(
        (held for name in ("date", "founded", "span", "born") if (held := getattr(record, name, None))),
        None,
    )  # fmt: skip
    return Line(
        id=record.id,
        kind=record.kind,
        title=desk.title_of(record),
        slug=record.slug,
        place=_place(desk, record),
        order=desk.order_of(desk.gallery_of(record)),
        date=year_of(date),
        when=date.sort_key if date else _NEVER,
        states=tuple(state(record, language) for language in LANGUAGES),
        confidence=record.confidence,
        checked=choice_label(desk, record.confidence),
        rank=rank,
    )


def _place(desk: Desk, record: Record) -> str:
    for name in ("enterprise", "section", "gallery"):
        owner = getattr(record, name, None)
        found = desk.record(owner) if owner else None
        if found is not None:
            return desk.title_of(found)
    return ""


class TableModel(QAbstractTableModel):
    """Lines in the order they are asked for; a refresh keeps what is selected."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._all: tuple[Line, ...] = ()
        self._among: frozenset[str] | None = None
        self._order: tuple[str, bool] = ("title", False)
        self.lines: list[Line] = []

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these records."""
        self._all = lines
        self._arrange()

    def filter(self, among: frozenset[str] | None) -> None:
        """Show only records with these ids; None shows all."""
        self._among = among
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (COLUMNS[column], order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

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
        name, is_falling = self._order
        words = self._desk.say(f"list-{COLUMNS[section]}")
        mark = " ▼" if is_falling else " ▲"
        return f"{words}{mark}" if COLUMNS[section] == name else words

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if column == "languages" else self._words(line, column)
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

    def _words(self, line: Line, column: str) -> str:
        return line.checked if column == "state" else str(getattr(line, column))

    def _told(self, line: Line, column: str) -> str:
        if column != "languages":
            return self._words(line, column)
        say = self._desk.say
        pairs = zip(LANGUAGES, line.states, strict=True)
        return "\n".join(f"{say(f'short-{each}')}　{say(f'state-{one}')}" for each, one in pairs)

    def _arrange(self) -> None:
        name, is_falling = self._order
        among = self._among
        wanted = [line for line in self._all if among is None or line.id in among]
        wanted.sort(key=lambda line: line.sort_value(name), reverse=is_falling)
        become(self, self.lines, wanted, attrgetter("id"), columns=len(COLUMNS))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
