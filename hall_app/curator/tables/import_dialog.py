"""Taking a table in: the file, what its columns mean, what every row would do, and the taking."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelection, QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.forms.tick import Tick
from hall_app.curator.parts import Elided, button, label, row
from hall_app.curator.tables.columns_view import ColumnsView
from hall_app.curator.tables.plan_model import PlanModel
from hall_app.curator.work_dialog import WorkDialog
from hall_app.editing.tables import mapping
from hall_app.editing.tables.mapping import Source
from hall_app.editing.tables.plan import Plan, RowState
from hall_app.editing.tables.planning import MARK, make_plan
from hall_app.editing.tables.taking import Taken, take_in
from hall_app.media.sheets import SUFFIXES
from hall_app.publishing.spreadsheet.marked import write_marked
from hall_app.qt.tasks import Task

_SIZE = QSize(1120, 700)


class ImportDialog(WorkDialog):
    """Nothing is written before “take in”, and one undo takes it back."""

    def __init__(self, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        say = desk.say
        super().__init__(
            desk, parent, title=say("table-import-title"), note=say("table-import-note"), size=_SIZE
        )
        self._path = path
        self.source: Source | None = None
        self.plan: Plan | None = None
        self._after_plan: Callable[[], None] | None = None
        self.file = Elided("")
        self.columns = ColumnsView(desk)
        self.columns.changed.connect(self._hold)
        self.keep = QLineEdit()
        self.keep.setPlaceholderText(say("table-mapping-keep"))
        self.keep.setAccessibleName(say("table-mapping-keep"))
        self.keep.setToolTip(say("table-mapping-keep-tip"))
        self.keep.setMaximumWidth(260)
        self.blank = Tick(desk, say("table-blank"))
        self.blank.setToolTip(say("table-blank-tip"))
        self.only_bad = Tick(desk, say("table-only-bad"))
        self.all = Tick(desk, say("table-all"))
        self.all.setToolTip(say("table-all-tip"))
        self.counts = label("", "heading")
        self.model = PlanModel(desk, self)
        self.only_bad.toggled.connect(self.model.show_only_bad)
        self.view = _table(self.model)
        self.view.selectionModel().selectionChanged.connect(self._show_reason)
        self.reason = label("", "note")
        self.reason.setWordWrap(True)
        self.reason.setMinimumHeight(64)
        self.choose = button(say("table-choose"), self._choose, tip=say("table-choose-tip"))
        self.back = button(say("table-back"), self._show_columns)
        self.marked = button(say("table-marked"), self._mark, tip=say("table-marked-tip"))
        self.look = button(
            say("table-plan"), self.make_plan, name="primary", tip=say("table-plan-tip")
        )
        self.take = button(
            say("table-take"), self.take_in, name="primary", tip=say("table-take-tip")
        )
        self.pages = QStackedWidget()
        self._lay_out()
        self.allow()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file and suggest what its columns mean."""
        self._path, self.plan = path, None
        self.file.setText(path.name)
        self.work("table-reading", partial(_read, path), self._read)

    def make_plan(self) -> None:
        """Say what every row would do."""
        assert self.source is not None
        job = partial(
            _plan, self.source, self._path, self.blank.isChecked(), self.keep.text().strip()
        )
        self.work("table-planning", job, self._planned)

    def take_in(self) -> None:
        """Write the good rows, or all or nothing."""
        assert self.plan is not None
        assert self._path is not None
        job = partial(_take, self.plan, self._path.name, self.all.isChecked())
        self.work("table-taking", job, self._taken)

    def write_marked(self, out: Path) -> None:
        """Write the copy with the bad cells marked."""
        assert self.plan is not None
        job = partial(_write_marked, self.plan, out, self._desk.language)
        self.work("table-marked", job, partial(self._marked, out))

    def look_again(self) -> None:
        self._after_plan = partial(self.say_it, self._desk.say("table-undone"))
        self.make_plan()

    def allow(self) -> None:
        is_free, plan = self.task is None, self.plan
        page = self.pages.currentIndex()
        for part in (self.look, self.keep, self.blank):
            part.setVisible(page == 1)
        self.choose.setVisible(page > 0)  # the empty page has a button of its own
        for part in (self.back, self.marked, self.take, self.all, self.only_bad):
            part.setVisible(page == 2)
        can = plan is not None and plan.counts[RowState.NEW] + plan.counts[RowState.CHANGED] > 0
        self.take.setEnabled(is_free and can)
        self.marked.setEnabled(is_free and plan is not None and bool(plan.faults))
        self.look.setEnabled(is_free and self.source is not None)
        self.choose.setEnabled(is_free)
        self.back.setEnabled(is_free)

    def _lay_out(self) -> None:
        say = self._desk.say
        shown = QWidget()
        down = QVBoxLayout(shown)
        down.setContentsMargins(0, 0, 0, 0)
        down.addLayout(row(self.counts, None, self.only_bad))
        down.addWidget(self.view, 1)
        down.addWidget(self.reason)
        for page in (
            Empty(say("table-empty"), say("table-choose"), self._choose),
            self.columns,
            shown,
        ):
            self.pages.addWidget(page)
        top = row(self.choose, self.file, spacing=12)
        top.setStretch(1, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.pages, 1)
        self.end_body()
        self.body.addLayout(
            row(self.back, self.blank, self.keep, self.all, None, self.marked,
                button(say("table-close"), self.reject), self.look, self.take)
        )  # fmt: skip

    def _choose(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        words = f"{self._desk.say('table-files')} ({patterns})"
        chosen, _ = QFileDialog.getOpenFileName(self, self._desk.say("table-choose"), "", words)
        if chosen:
            self.open_file(Path(chosen))

    def _read(self, found: tuple[Source, str]) -> None:
        self.source, used = found
        self.blank.setChecked(self.source.tables.mark == MARK)
        self.columns.show_source(self.source)
        self._show_columns()
        if used:
            self.say_it(self._desk.say("table-mapping-used", name=used))

    def _hold(self, source: Source) -> None:
        self.source = source

    def _show_columns(self) -> None:
        self.pages.setCurrentIndex(1)
        self.allow()

    def _planned(self, plan: Plan) -> None:
        say = self._desk.say
        self.plan = plan
        self.model.show_plan(plan)
        words = say("table-counts", **{str(state): count for state, count in plan.counts.items()})
        if plan.pictures:
            words += f"　·　{say('table-pictures', count=len(plan.pictures))}"
        self.counts.setText(words)
        self.pages.setCurrentIndex(2)
        if self.model.rows:
            self.view.selectRow(0)
        if self._after_plan is not None:
            self._after_plan()
            self._after_plan = None
        self.allow()

    def _show_reason(self, _new: QItemSelection, _old: QItemSelection) -> None:
        chosen = self.view.selectionModel().selectedRows()
        self.reason.setText(self.model.reason(self.model.rows[chosen[0].row()]) if chosen else "")

    def _taken(self, taken: Taken) -> None:
        self._desk.feed.publish(taken.changes, self)
        words = self._desk.say("table-done", new=taken.new, changed=taken.changed)
        if self.plan is not None and self.plan.faults:
            # The rows that were refused are still to be mended.
            self._after_plan = partial(self.say_step, words)
            self.make_plan()
        else:
            self._desk.tell_step(words)
            self.accept()

    def _mark(self) -> None:
        assert self._path is not None
        name = str(self._path.with_name(f"{self._path.stem}-marked.xlsx"))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._desk.say("table-marked"), name, "(*.xlsx)"
        )
        if chosen:
            self.write_marked(Path(chosen).with_suffix(".xlsx"))

    def _marked(self, out: Path, count: int) -> None:
        self.say_it(self._desk.say("table-marked-done", count=count, path=str(out)))


def _table(model: PlanModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(30)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setStretchLastSection(True)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate((110, 64, 220, 120)):
        view.setColumnWidth(column, width)
    return view


def _read(path: Path, hall: Hall, _task: Task) -> tuple[Source, str]:
    source = mapping.suggested(hall.store, hall.workshop.read_tables(path))
    return mapping.offered(hall.store, source)


def _plan(
    source: Source,
    path: Path | None,
    is_blank_clearing: bool,  # noqa: FBT001 (bound by position)
    name: str,
    hall: Hall,
    task: Task,
) -> Plan:
    if name:
        mapping.keep(hall.store, name, source)
    return make_plan(
        hall.store, source, folder=path.parent if path else None, workshop=hall.workshop,
        blank_clears=is_blank_clearing, on_progress=task.report,
    )  # fmt: skip


def _take(plan: Plan, name: str, is_all: bool, hall: Hall, task: Task) -> Taken:  # noqa: FBT001 (bound by position)
    return take_in(
        hall.store, plan, intake=hall.intake, all_or_nothing=is_all, name=name,
        author=hall.author, on_progress=task.report,
    )  # fmt: skip


def _write_marked(plan: Plan, out: Path, language: str, _hall: Hall, _task: Task) -> int:
    return write_marked(plan, out, language=language)
