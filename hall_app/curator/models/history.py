"""The steps of the library as a list, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.desk import Desk
from hall_app.curator.models.difference import become
from hall_app.curator.steps import step_name
from hall_app.store.journal import Step

STEP = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


class HistoryModel(QAbstractListModel):
    """Steps as Qt's views ask for them."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.steps: list[Step] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these; new ones come in at the top, the rest stays."""
        become(self, self.steps, steps, attrgetter("id"))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(step)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{self._words(step)}　{step.author}"
            case _ if role == STEP:
                return step
            case _:
                return None

    def _words(self, step: Step) -> str:
        if step.mode not in ("edit", "undo", "redo"):  # a line of a review is no step
            return step.label
        name = step_name(self._desk, step)
        if step.mode == "edit":
            return f"{name}（{self._desk.say('step-undone')}）" if step.is_undone else name
        return self._desk.say(f"{step.mode}-step", step=name)
