"""The problems list: ● blocks publishing, ○ advises, each with one verb."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.models.problems import PROBLEM, VERB, WHAT, WHERE, ProblemModel
from hall_app.curator.parts import label, row
from hall_app.curator.side import SidePanel
from hall_app.domain.changes import Changes
from hall_app.publishing import preflight
from hall_app.publishing.problem import Problem
from hall_app.qt.tasks import Task

_AFTER_MS = 1200
_ROW = 30


class Problems(SidePanel):
    """Runs preflight on the worker, some time after each edit."""

    # A record and the dotted path of the field to mend.
    mend_wanted = Signal(str, str)
    # How many block and how many advise.
    counted = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "problems")
        self._desk = desk
        self.told = label(desk.say("problems-checking"), "meta")
        self.model = ProblemModel(desk, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setIconSize(QSize(14, 14))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(44)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(VERB, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(WHERE, 128)
        self.table.setColumnWidth(VERB, 84)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.doubleClicked.connect(self._mend)
        self.table.activated.connect(self._mend)
        self.table.clicked.connect(self._press)
        self.none = Empty(desk.say("problems-none"))
        self.none.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 12, 8, 8)
        down.setSpacing(8)
        down.addLayout(row(self.heading, self.told, None))
        down.addWidget(self.table, 1)
        down.addWidget(self.none, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.check)
        desk.feed.changed.connect(self._follow)

    @property
    def blocking(self) -> int:
        """How many problems block publishing."""
        return sum(problem.blocks for problem in self.model.problems)

    @property
    def is_waiting(self) -> bool:
        """Whether it has yet to follow the last edit."""
        return self._later.isActive()

    def check(self) -> None:
        """Look at the hall as it would be published now."""
        self._later.stop()
        self._desk.run(self, self._desk.say("problems-checking"), _check, self.show_problems)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what was found."""
        self.model.show_problems(problems)
        advice = len(problems) - self.blocking
        say = self._desk.say
        told = f"{say('problems-blocking', count=self.blocking)}　{say('problems-advice', count=advice)}"
        self.told.setText(told if problems else "")
        self.table.setVisible(bool(problems))
        self.none.setVisible(not problems)
        self.counted.emit(self.blocking, advice)

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self._later.start()

    def _press(self, index: QModelIndex) -> None:
        if index.column() == VERB:
            self._mend(index)

    def _mend(self, index: QModelIndex) -> None:
        problem: Problem = index.data(PROBLEM)
        self.mend_wanted.emit(problem.id, problem.field)


def _check(hall: Hall, _task: Task) -> tuple[Problem, ...]:
    return preflight.check(hall.store, hall.vault, today=bootstrap.now())
