"""A curator's hands on the problems list: they find a row by what it is about, and click it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.models.problems import PROBLEM, WHAT
from hall_app.curator.window import DeskWindow
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.publishing.problem import Problem


class ProblemHands:
    """Finds, clicks and waits."""

    def __init__(self, window: DeskWindow, qtbot: Any) -> None:
        self.window = window
        self.panel = window.content.problems
        self._qtbot = qtbot
        self.settle()

    def settle(self) -> None:
        """Until nothing is under way, in the library or in the list."""
        desk, panel = self.window._desk, self.panel
        self.until(lambda: self.window.is_idle and not desk.is_saving and not panel.is_waiting)

    def until(self, is_so: Any) -> None:
        self._qtbot.waitUntil(is_so, timeout=30_000)

    def rows(self) -> list[QModelIndex]:
        """Every problem in the list."""
        model = self.panel.model
        groups = [model.index(row, WHAT) for row in range(model.rowCount())]
        return [
            model.index(row, WHAT, group)
            for group in groups
            for row in range(model.rowCount(group))
        ]

    def problems(self) -> list[Problem]:
        return [row.data(PROBLEM) for row in self.rows()]

    def row(self, record_id: RecordId | str, code: str, path: str = "") -> QModelIndex | None:
        """The row of a problem, None where there is none."""
        wanted = (record_id, code)
        for row in self.rows():
            problem = row.data(PROBLEM)
            if (problem.id, problem.code) == wanted and path in ("", problem.field):
                return row
        return None

    def click(self, row: QModelIndex, column: int = WHAT) -> None:
        """Click a row, its group unfolded and in sight."""
        table = self.panel.table
        # A popup that was open before took the keys from the window.
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.window.show_workspace("content")
        self.window.content.side.bring("problems")
        table.expand(row.parent())
        place = row.siblingAtColumn(column)
        table.scrollTo(place)
        QTest.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            table.visualRect(place).center(),
        )
        self.settle()

    def is_in_field(self, focus: QWidget | None, path: str) -> bool:
        """Whether the keys are in the editor of a path."""
        here: QObject | None = focus
        while here is not None and not isinstance(here, FieldEditor):
            here = here.parent()
        is_own = isinstance(here, FieldEditor) and f"{path}.".startswith(f"{here.spec.path}.")
        return is_own and focus is not here

    def type_words(self, focus: QWidget, words: str) -> None:
        """Type over what is there, through an input method as Chinese is typed."""
        focus.selectAll()
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(focus, event)
        focus.flush()

    def stored(self, record_id: RecordId) -> Record:
        return self.window._desk.store.get(record_id)
