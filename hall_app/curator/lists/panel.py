"""The list of one kind: found, filtered, sorted; a click opens a record, more keys choose many."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QListView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from hall_app.curator.carrying import Carrying
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.lists.chosen import Chosen
from hall_app.curator.lists.delegates import StateDelegate, StoryDelegate
from hall_app.curator.lists.filters import Filters
from hall_app.curator.models.table import COLUMNS, LINE, TableModel
from hall_app.curator.parts import button, label, row, tool
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store.listing import Listing as Wanted
from hall_app.store.listing import read

_WIDTHS = {"place": 140, "date": 92, "languages": 84, "state": 110, "slug": 180}
_FROM = {"slug": 900, "place": 700, "state": 560}
_DATED = (
    Kind.EVENT, Kind.ERA, Kind.ENTERPRISE, Kind.HONOUR, Kind.PERSON, Kind.STATISTIC, Kind.SOURCE,
    Kind.TIMELINE,
)  # fmt: skip
_PLACED = (
    Kind.SECTION, Kind.EXHIBIT, Kind.EVENT, Kind.ENTERPRISE, Kind.PRODUCT, Kind.HONOUR, Kind.CRAFT,
    Kind.PERSON, Kind.STATISTIC, Kind.QUIZ, Kind.MAP, Kind.DISPLAY,
)  # fmt: skip
_ROW = 30
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Listing(QFrame):
    """Every record of a kind."""

    record_chosen = Signal(str)
    add_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self._is_behind = False
        self.kind = Kind.EVENT
        say = desk.say
        self.title = label("", "title")
        self.count = label("", "meta")
        self.add = button("", self._add, keys="Ctrl+Shift+N")
        self.as_table = tool(desk, "table", say("view-table"), self._to_table)
        self.as_stories = tool(desk, "rows", say("view-stories"), self._to_stories)
        for one in (self.as_table, self.as_stories):
            one.setCheckable(True)
            one.setAutoExclusive(True)
        self.as_table.setChecked(True)
        self.filters = Filters(desk)
        self.filters.changed.connect(self._filter)
        self.filters.saved.chosen.connect(self.take_up)
        self.model = TableModel(desk, self)
        self.model.modelReset.connect(self._tell_search)
        self.table = _Table(self)
        self.stories = _Stories(self)
        self.carrying: list[Carrying] = []
        self._dress(desk)
        self.views = QStackedWidget(self)
        self.empty = Empty(say("list-no-match"), say("filter-clear"), self.filters.clear)
        for view in (self.table, self.stories, self.empty):
            self.views.addWidget(view)
        self.chosen = Chosen(desk)
        self.chosen.cleared.connect(self._choose_none)
        self.chosen.offer(say("remove-chosen"), self._remove_chosen)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 12, 8)
        down.setSpacing(10)
        down.addLayout(row(self.title, self.count, None, self.as_table, self.as_stories, self.add))
        down.addWidget(self.filters)
        down.addWidget(self.chosen)
        down.addWidget(self.views, 1)
        desk.feed.changed.connect(self._follow)

    @property
    def view(self) -> QAbstractItemView:
        """The view that shows the records: a table, or stories."""
        return self.table if self.as_table.isChecked() else self.stories

    @property
    def chosen_ids(self) -> tuple[RecordId, ...]:
        """The ids of what is chosen, in the order of the list."""
        rows = sorted(index.row() for index in self._selection.selectedRows())
        if len(rows) == self.model.rowCount():
            return tuple(self._desk.store.ids_listed(self.model.listing))
        lines = (self.model.line(one) for one in rows)
        return tuple(RecordId(line.id) for line in lines if line is not None)

    def show_kind(self, kind: Kind) -> None:
        """Show the records of a kind."""
        is_new = kind is not self.kind
        self.kind = kind
        say = self._desk.say
        self.title.setText(say(f"kinds-{kind}"))
        self.add.setText(say("add", kind=say(f"kind-{kind}")))
        self.add.setVisible(kind not in (Kind.HALL, Kind.RELEASE, Kind.MEDIA))
        self.filters.show_kind(kind)
        if is_new or not self.model.rowCount():
            self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            self.refresh()
            self.view.scrollToTop()
        self._fit()

    def refresh(self) -> None:
        """Read the list anew; what is chosen stays chosen."""
        self._is_behind = False
        chosen, top = self.chosen_ids, self.view.verticalScrollBar().value()
        wanted = Wanted(
            kind=self.kind,
            language=self._desk.language,
            order=self.model.listing.order,
            is_falling=self.model.listing.is_falling,
        )
        self.model.show_list(self.filters.apply(wanted))
        self._show_count()
        self._choose_again(chosen)
        self.view.verticalScrollBar().setValue(top)

    def take_up(self, typed: str) -> None:
        """Look for what a named search looks for, in its order."""
        wanted = read(self.kind, typed, self._desk.language)
        self.filters.show_search(wanted)
        columns = list(COLUMNS.values())
        column = columns.index(wanted.order) if wanted.order in columns else -1
        falling = Qt.SortOrder.DescendingOrder if wanted.is_falling else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, falling)
        self._filter()

    def neighbour(self, record_id: str, step: int) -> str:
        """The record before or after one, in the order of the list; empty at the ends."""
        here = self.model.row_of(record_id)
        row = -1 if here is None else here + step
        line = self.model.line(row) if 0 <= row < self.model.rowCount() else None
        return line.id if line else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.refresh()

    @property
    def _selection(self) -> QItemSelectionModel:
        return self.table.selectionModel()

    def _dress(self, desk: Desk) -> None:
        self.table.setModel(self.model)
        # A list view asks for every line to lay itself out; it gets them when it is first shown.
        self.as_stories.toggled.connect(self._fill_stories)
        self.table.dress(StateDelegate(desk, self.table))
        self.stories.setItemDelegate(StoryDelegate(desk, self.stories))
        name = desk.say("list-records")
        for view in (self.table, self.stories):
            view.setAccessibleName(name)
            view.setDragEnabled(True)
            view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
            carrying = Carrying(desk, view, self._chosen, self._gallery)
            carrying.actions["paste-link"].setVisible(False)
            self.carrying.append(carrying)
            view.clicked.connect(self._open_clicked)
            view.activated.connect(self._open)
        self._selection.selectionChanged.connect(self._tell_chosen)

    def _fit(self) -> None:
        """Columns that say nothing of this kind, or for which there is no room, stay away."""
        says_nothing = {
            name for name, kinds in (("date", _DATED), ("place", _PLACED)) if self.kind not in kinds
        }
        for at, name in enumerate(COLUMNS):
            is_shown = name not in says_nothing and self.width() >= _FROM.get(name, 0)
            self.table.setColumnHidden(at, not is_shown)
        self.filters.fit(self.width())

    def _filter(self) -> None:
        self.refresh()
        self.filters.fit(self.width())
        self.view.scrollToTop()

    def _tell_search(self) -> None:
        self.filters.saved.show_search(self.model.listing)

    def _show_count(self) -> None:
        count = self.model.rowCount()
        self.count.setText(self._desk.say("list-count", count=f"{count:,}"))
        is_empty = not count and self.filters.is_set
        self.views.setCurrentWidget(self.empty if is_empty else self.view)

    def _choose_again(self, chosen: tuple[RecordId, ...]) -> None:
        if not chosen:
            return
        rows = [row for one in chosen if (row := self.model.row_of(one)) is not None]
        found = QItemSelection()
        for row_ in rows:
            found.select(self.model.index(row_, 0), self.model.index(row_, len(COLUMNS) - 1))
        self._selection.select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _chosen(self) -> tuple[RecordId, ...]:
        return self.chosen_ids

    def _gallery(self) -> RecordId | None:
        """Into what is pasted: the gallery that is asked for, if one is."""
        return self.model.listing.gallery

    def _remove_chosen(self) -> None:
        self.carrying[0].remove()

    def _choose_none(self) -> None:
        self._selection.clearSelection()

    def _tell_chosen(self) -> None:
        self.chosen.show_count(len(self._selection.selectedRows()))

    def _fill_stories(self) -> None:
        if self.stories.model() is not self.model:
            self.stories.setModel(self.model)
            self.stories.setSelectionModel(self._selection)

    def _to_table(self) -> None:
        self._show_count()

    def _to_stories(self) -> None:
        self._show_count()

    def _open_clicked(self, index: QModelIndex) -> None:
        if not QApplication.keyboardModifiers() & _CHOOSING:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None:
            self.record_chosen.emit(line.id)

    def _add(self) -> None:
        self.add_wanted.emit(str(self.kind))

    def _follow(self, changes: Changes, _initiator: object) -> None:
        owners = (Kind.GALLERY, Kind.SECTION, Kind.ENTERPRISE)
        if not any(kind is self.kind or kind in owners for kind, _ in changes.touched):
            return
        if not self.isVisible():
            self._is_behind = True
        elif not self.model.follow(changes):
            self.refresh()


class _Table(QTableView):
    """Rows and columns, sorted at their heads; a third click puts the walk's own order back."""

    def dress(self, states: StateDelegate) -> None:
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegateForColumn(list(COLUMNS).index("languages"), states)
        self.setIconSize(QSize(18, 16))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        for name, width in _WIDTHS.items():
            self.setColumnWidth(list(COLUMNS).index(name), width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _open_or_clear(self, event)
        super().keyPressEvent(event)


class _Stories(QListView):
    """Records on two lines each."""

    def __init__(self, parent: QFrame) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        _open_or_clear(self, event)
        super().keyPressEvent(event)


def _open_or_clear(view: QAbstractItemView, event: QKeyEvent) -> None:
    """Escape gives up what is chosen."""
    if event.key() == Qt.Key.Key_Escape:
        view.clearSelection()
