"""The list of one kind: sorted, filtered, searched; a click opens the editor."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.models.table import COLUMNS, LINE, Line, TableModel, line_of
from hall_app.curator.parts import button, label, row
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.domain.wordings import State

_WIDTHS = {"place": 140, "date": 92, "languages": 84, "state": 110, "slug": 180}
_FROM = {"slug": 900, "place": 700, "state": 560}
_ROW = 30
_MOST = 2000


class Listing(QFrame):
    """Every record of a kind."""

    record_chosen = Signal(str)
    add_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.kind = Kind.EVENT
        self._empty: set[str] = set()
        self.title = label("", "title")
        self.count = label("", "meta")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(desk.say("list-filter"))
        self.search.setClearButtonEnabled(False)
        self.search.setMaximumWidth(300)
        self.search.textChanged.connect(self._filter)
        self.gallery = Combo(desk, self)
        self.gallery.setToolTip(desk.say("filter-gallery"))
        self.gallery.activated.connect(self._filter)
        self.gallery.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.state = Combo(desk, self)
        self.state.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.state.setToolTip(desk.say("list-languages"))
        self.state.addItem(desk.say("filter-languages"), None)
        for one in State:
            self.state.addItem(desk.say(f"state-{one}"), str(one))
        self.state.activated.connect(self._filter)
        self.add = button("", self._add, keys="Ctrl+Shift+N")
        self.model = TableModel(desk, self)
        self.table = self._table()
        self.empty = Empty(desk.say("list-no-match"), desk.say("filter-clear"), self._clear)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 12, 8)
        down.setSpacing(10)
        down.addLayout(row(self.title, self.count, None, self.add))
        down.addLayout(row(self.search, self.gallery, self.state, None))
        down.addWidget(self.table, 1)
        down.addWidget(self.empty, 1)
        desk.feed.changed.connect(self._follow)

    def show_kind(self, kind: Kind) -> None:
        """Show the records of a kind."""
        if kind is not self.kind:
            self.search.clear()
        self.kind = kind
        say = self._desk.say
        self.title.setText(say(f"kinds-{kind}"))
        self.add.setText(say("add", kind=say(f"kind-{kind}")))
        self.add.setVisible(kind not in (Kind.HALL, Kind.RELEASE, Kind.MEDIA))
        self._fill_galleries()
        self.refresh()

    def refresh(self) -> None:
        """Read the records anew."""
        records = self._desk.store.all(self.kind)
        lines = tuple(line_of(self._desk, record, rank) for rank, record in enumerate(records))
        self.model.show_lines(lines)
        self._empty = {
            name for name in ("place", "date") if not any(getattr(one, name) for one in lines)
        }
        self._fit()
        self._filter()

    def neighbour(self, record_id: str, step: int) -> str:
        """The record before or after one, in the order of the list; empty at the ends."""
        ids = [line.id for line in self.model.lines]
        if record_id not in ids:
            return ""
        at = ids.index(record_id) + step
        return ids[at] if 0 <= at < len(ids) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns that say nothing, or for which there is no room, stay away."""
        for at, name in enumerate(COLUMNS):
            is_shown = name not in self._empty and self.width() >= _FROM.get(name, 0)
            self.table.setColumnHidden(at, not is_shown)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setItemDelegateForColumn(
            COLUMNS.index("languages"), _StateDelegate(self._desk, table)
        )
        table.setIconSize(QSize(18, 16))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        for name, width in _WIDTHS.items():
            table.setColumnWidth(COLUMNS.index(name), width)
        table.clicked.connect(self._choose)
        table.activated.connect(self._choose)
        return table

    def _fill_galleries(self) -> None:
        chosen = self.gallery.currentData()
        self.gallery.clear()
        self.gallery.addItem(self._desk.say("filter-all"), None)
        for record in self._desk.store.all(Kind.GALLERY):
            order = self._desk.order_of(record.id)
            self.gallery.addItem(self._desk.title_of(record), order)
        self.gallery.setCurrentIndex(max(0, self.gallery.findData(chosen)))

    def _filter(self, *_: object) -> None:
        self.model.filter(None)
        lines = [line for line in self.model.lines if self._passes(line)]
        words = self.search.text().strip()
        if words:
            hits = self._desk.store.search(words, limit=_MOST, kinds=frozenset({self.kind}))
            found = {str(hit.id) for hit in hits}
            lines = [line for line in lines if line.id in found]
        self.model.filter(frozenset(line.id for line in lines))
        self.count.setText(self._desk.say("list-count", count=len(lines)))
        self.gallery.setVisible(any(line.order for line in self.model.lines) or not lines)
        self.table.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def _passes(self, line: Line) -> bool:
        order, state = self.gallery.currentData(), self.state.currentData()
        return (not order or line.order == order) and (state is None or state in line.states)

    def _clear(self) -> None:
        self.gallery.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.search.clear()
        self._filter()

    def _choose(self, index: QModelIndex) -> None:
        self.record_chosen.emit(index.data(LINE).id)

    def _add(self) -> None:
        self.add_wanted.emit(str(self.kind))

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if any(kind is self.kind for kind, _ in changes.touched):
            self.refresh()


class _StateDelegate(QStyledItemDelegate):
    """Three knots, one a language: full when read, half when to be reviewed, hollow when missing."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        tokens = self._tokens
        line: Line = index.data(LINE)
        colours = {
            State.READ: tokens.ok, State.DRAFTED: tokens.warn,
            State.STALE: tokens.warn, State.MISSING: tokens.error,
        }  # fmt: skip
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        for place, one in enumerate(line.states):
            colour = QColor(colours[one])
            middle = QPointF(box.left() + 14 + place * 18, box.center().y() + 0.5)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour if one is State.READ else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 4, 4)
            if one in (State.DRAFTED, State.STALE):
                painter.setBrush(colour)
                side = QRectF(middle.x() - 4, middle.y() - 4, 8, 8)
                painter.drawPie(side, 90 * 16, 180 * 16)
        painter.restore()
