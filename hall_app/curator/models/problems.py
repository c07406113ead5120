"""The problems of the hall in groups: what, where, and the one thing to do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from hall_app.curator.desk import Desk
from hall_app.curator.icons import dot, icon
from hall_app.curator.labels import path_label
from hall_app.domain.ids import RecordId
from hall_app.publishing.problem import Problem, name_of_code
from hall_app.publishing.report import Group, Grouping, Report
from hall_app.publishing.rules.catalogue import BLOCKING

PROBLEM = Qt.ItemDataRole.UserRole + 1
GROUP = Qt.ItemDataRole.UserRole + 2
WRONG = Qt.ItemDataRole.UserRole + 3
WHAT, VERB = range(2)

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_A_GROUP = 0


class ProblemModel(QAbstractItemModel):
    """A report of preflight as a tree of two levels; the second holds a page of each group."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.grouping = Grouping.RULE
        self.groups: tuple[Group, ...] = ()
        tokens = desk.tokens
        self._blocks = dot(QColor(tokens.error), is_filled=True)
        self._advises = dot(QColor(tokens.warn), is_filled=False)
        self._folded = icon("caret-right", tokens)
        self._unfolded = icon("caret-down", tokens)
        self.open: set[str] = set()
        self._strong = QFont()
        self._strong.setWeight(QFont.Weight.DemiBold)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem that is told one by one."""
        return tuple(problem for group in self.groups for problem in group.problems)

    def show_report(self, told: Report, grouping: Grouping) -> None:
        """Show these, unless they are what is shown."""
        if (told.groups, grouping) != (self.groups, self.grouping):
            self.beginResetModel()
            self.groups, self.grouping = told.groups, grouping
            self.endResetModel()

    def is_open(self, row: int) -> bool:
        """Whether the problems of a group are told."""
        return self.groups[row].key in self.open

    def fold(self, row: int, *, is_open: bool) -> None:
        """Remember whether a group is open."""
        (self.open.add if is_open else self.open.discard)(self.groups[row].key)
        here = self.index(row, WHAT)
        self.dataChanged.emit(here, here)

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _A_GROUP)

    def parent(self, index: Index = _TOP) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _A_GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _A_GROUP)

    def rowCount(self, parent: Index = _TOP) -> int:
        if not parent.isValid():
            return len(self.groups)
        is_group = parent.internalId() == _A_GROUP and parent.column() == 0
        return len(self.groups[parent.row()].problems) if is_group else 0

    def columnCount(self, _parent: Index = _TOP) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == _A_GROUP:
            return self._group_data(index.row(), index.column(), role)
        group = self.groups[index.internalId() - 1]
        return self._data(group.problems[index.row()], index.column(), role)

    def _group_data(self, row: int, column: int, role: int) -> Any:
        group = self.groups[row]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole if column == WHAT:
                return f"{self._name(group)}　{group.count}"
            case Qt.ItemDataRole.DisplayRole if column == VERB and group.score is not None:
                return self._desk.say("problems-score", percent=int(group.score * 100))
            case Qt.ItemDataRole.DecorationRole if column == WHAT:
                return self._unfolded if group.key in self.open else self._folded
            case Qt.ItemDataRole.FontRole:
                return self._strong
            case Qt.ItemDataRole.ForegroundRole if group.key in BLOCKING:
                return QColor(self._desk.tokens.error)
            case Qt.ItemDataRole.ForegroundRole if column == VERB:
                return QColor(self._desk.tokens.quiet)
            case Qt.ItemDataRole.TextAlignmentRole if column == VERB:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == GROUP:
                return group
            case _:
                return None

    def _data(self, problem: Problem, column: int, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole if column == WHAT:
                return self.name_of(problem)
            case Qt.ItemDataRole.AccessibleTextRole if column == WHAT:
                return f"{self.name_of(problem)}　{self.wrong_with(problem)}"
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return problem.say_verb(self._desk.language)
            case Qt.ItemDataRole.ToolTipRole:
                return self.whole(problem)
            case Qt.ItemDataRole.DecorationRole if column == WHAT:
                return self._blocks if problem.blocks else self._advises
            case _ if role == PROBLEM:
                return problem
            case _ if role == WRONG:
                return self.wrong_with(problem)
            case _:
                return None

    def whole(self, problem: Problem) -> str:
        """Whose it is, in which field, and what is wrong."""
        return f"{self.name_of(problem)}　{self.wrong_with(problem)}"

    def wrong_with(self, problem: Problem) -> str:
        """What is wrong, after the field it was found in."""
        said = problem.say(self._desk.language)
        field = self.field_of(problem)
        return f"{field} · {said}" if field else said

    def name_of(self, problem: Problem) -> str:
        """The record's title in the desk's language; what is not there yet is called by its kind."""
        if problem.code == "hall-missing":
            return self._desk.say("kind-hall")
        record = self._desk.record(problem.id)
        return self._desk.title_of(record) if record else problem.slug

    def field_of(self, problem: Problem) -> str:
        """The field a problem was found in, as its form calls it."""
        return path_label(self._desk, problem.kind, problem.field) if problem.field else ""

    def _name(self, group: Group) -> str:
        match self.grouping:
            case Grouping.RULE:
                return name_of_code(group.key, self._desk.language)
            case Grouping.GALLERY:
                gallery = self._desk.record(RecordId(group.key)) if group.key else None
                say = self._desk.say
                return self._desk.title_of(gallery) if gallery else say("problems-no-gallery")
            case Grouping.RECORD:
                return self._desk.say("problems-of-record")
