"""The problems of the hall as a table: what, where, and the one thing to do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from hall_app.curator.desk import Desk
from hall_app.curator.icons import dot
from hall_app.publishing.problem import Problem

PROBLEM = Qt.ItemDataRole.UserRole + 1
WHAT, WHERE, VERB = range(3)

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


class ProblemModel(QAbstractTableModel):
    """What preflight found, what blocks first."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.problems: tuple[Problem, ...] = ()
        tokens = desk.tokens
        self._blocks = dot(QColor(tokens.error), is_filled=True)
        self._advises = dot(QColor(tokens.warn), is_filled=False)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these, unless they are what is shown."""
        if problems != self.problems:
            self.beginResetModel()
            self.problems = problems
            self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        problem, column = self.problems[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(problem, column)
            case Qt.ItemDataRole.DecorationRole if column == WHAT:
                return self._blocks if problem.blocks else self._advises
            case Qt.ItemDataRole.ForegroundRole if column == VERB:
                return QColor(self._desk.tokens.accent)
            case Qt.ItemDataRole.ForegroundRole if column == WHERE:
                return QColor(self._desk.tokens.quiet)
            case Qt.ItemDataRole.TextAlignmentRole if column == VERB:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == PROBLEM:
                return problem
            case _:
                return None

    def _words(self, problem: Problem, column: int) -> str:
        match column:
            case 0:
                return problem.say(self._desk.language)
            case 1:
                record = self._desk.record(problem.id)
                return self._desk.title_of(record) if record else problem.slug
            case _:
                return problem.say_verb(self._desk.language)
