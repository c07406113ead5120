"""语言总表: every record against every language, and bringing many of them on at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.languages.drawing import CellDelegate, Totals
from hall_app.curator.languages.filters import LanguageFilters
from hall_app.curator.languages.model import COLUMNS, LINE, LanguageModel, Line
from hall_app.curator.parts import button, label, row
from hall_app.curator.progress import Progress
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State
from hall_app.editing import translation
from hall_app.qt.tasks import Task
from hall_app.store import wordings

_ROW = 30
_KIND_WIDTH = 84
_KIND_FROM = 760
_CELL_SHARE = 0.2
_CELL_LEAST = 92


class Languages(QFrame):
    """The table, what it is filtered by, its totals, and the buttons that bring languages on."""

    # A record, and the field of it that needs a hand; an empty path where none does.
    field_wanted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self._is_behind = True
        # How many of the listed records have words to draft in the language that is looked at.
        self._open_count = 0
        self.task: Task | None = None
        say = desk.say
        self.count = label("", "meta")
        self.glossary = button(
            say("languages-glossary"), self._open_glossary, tip=say("languages-glossary-tip")
        )
        self.totals = Totals(desk)
        self.filters = LanguageFilters(desk)
        self.filters.changed.connect(self.refresh)
        self.draft = button("", self._draft, name="primary", tip=say("languages-draft-tip"))
        self.read = button("", self._read, tip=say("languages-read-tip"))
        self.model = LanguageModel(desk, self)
        self.table = QTableView(self)
        self.empty = Empty(say("list-no-match"), say("filter-clear"), self.filters.clear)
        self.views = QStackedWidget(self)
        for view in (self.table, self.empty):
            self.views.addWidget(view)
        self.progress = Progress(desk)
        self._dress()
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 12, 8)
        down.setSpacing(10)
        down.addLayout(row(label(say("languages"), "title"), self.count, None, self.glossary))
        down.addWidget(self.totals)
        down.addWidget(self.filters)
        down.addLayout(row(self.draft, self.read, None))
        down.addWidget(self.progress)
        down.addWidget(self.views, 1)
        desk.feed.changed.connect(self._follow)

    @property
    def chosen_ids(self) -> tuple[RecordId, ...]:
        """The ids of the rows that are chosen, in their order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if len(rows) == self.model.rowCount():
            return self.model.every_id()
        lines = (self.model.line(one) for one in rows)
        return tuple(RecordId(line.id) for line in lines if line is not None)

    def refresh(self) -> None:
        """Read the table and its totals anew."""
        self._is_behind = False
        top = self.table.verticalScrollBar().value()
        self.model.show_wanted(self.filters.wanted)
        self.table.verticalScrollBar().setValue(top)
        totals = self._desk.store.ask(wordings.totals, self.model.wanted)
        self.totals.show_totals(totals)
        wanted, pressing = self.model.wanted, (State.MISSING, State.STALE)
        states = pressing if wanted.state is None else {wanted.state} & set(pressing)
        self._open_count = sum(totals[wanted.language][one] for one in states)
        count = self.model.rowCount()
        self.count.setText(self._desk.say("list-count", count=f"{count:,}"))
        self.views.setCurrentWidget(self.table if count else self.empty)
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.filters.offer_galleries()
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(COLUMNS.index("kind"), self.width() < _KIND_FROM)
        width = max(_CELL_LEAST, int(self.width() * _CELL_SHARE))
        for language in LANGUAGES:
            self.table.setColumnWidth(COLUMNS.index(language), width)

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self._desk.say("languages"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setIconSize(QSize(18, 16))
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(COLUMNS.index("kind"), _KIND_WIDTH)
        cells = CellDelegate(self._desk, table)
        for language in LANGUAGES:
            table.setItemDelegateForColumn(COLUMNS.index(language), cells)
        # On some systems `activated` follows a double click by itself.
        table.doubleClicked.connect(self._open)
        table.activated.connect(self._open)
        table.selectionModel().selectionChanged.connect(self._offer)

    def _offer(self, *_: object) -> None:
        """Name what the buttons would do, and to how many."""
        say, language = self._desk.say, self.filters.wanted.language
        chosen = len(self.table.selectionModel().selectedRows())
        count = chosen or self._open_count
        tongue = say(f"short-{language}")
        key = "chosen" if chosen else "listed"
        self.draft.setText(say(f"languages-draft-{key}", tongue=tongue, count=f"{count:,}"))
        self.draft.setVisible(language in translation.DRAFT_SOURCES)
        self.draft.setEnabled(bool(count) and self.task is None)
        self.read.setText(say("languages-read", tongue=tongue, count=f"{chosen:,}"))
        self.read.setEnabled(bool(chosen) and self.task is None)

    def _draft(self) -> None:
        self._work("languages-drafting", translation.draft_missing, self.chosen_ids or None)

    def _read(self) -> None:
        self._work("languages-reading", translation.mark_all_read, self.chosen_ids)

    def _work(
        self, label_key: str, edit: Callable[..., Changes], ids: tuple[RecordId, ...] | None
    ) -> None:
        language = self.filters.wanted.language
        job = partial(_bring_on, edit, ids or self.model.every_id(), language)
        words = self._desk.say(label_key, tongue=self._desk.say(f"short-{language}"))
        self.task = self._desk.run(self, words, job, self._done)
        self.task.ended.connect(self._ended)
        self.progress.follow(self.task)
        self._offer()

    def _done(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        self._desk.tell(self._desk.say("languages-done", count=f"{len(changes.touched):,}"))

    def _ended(self) -> None:
        self.task = None
        self._offer()

    def _open(self, index: QModelIndex) -> None:
        line: Line | None = index.data(LINE)
        if line is None:
            return
        column = COLUMNS[index.column()]
        language = column if column in LANGUAGES else self.filters.wanted.language
        cell = line.cells[LANGUAGES.index(language)]
        self.field_wanted.emit(line.id, f"{cell.path}.{language}")

    def _open_glossary(self) -> None:
        hall = next(iter(self._desk.store.all(Kind.HALL)), None)
        if hall is not None:
            self.field_wanted.emit(hall.id, "glossary")

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if not changes:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._is_behind = True


def _bring_on(
    edit: Callable[..., Changes], ids: tuple[RecordId, ...], language: str, hall: Hall, task: Task
) -> Changes:
    return edit(hall.store, ids, language, author=hall.author, on_progress=task.report)
