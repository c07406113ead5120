"""A window over the desk for work on many records: a title, a body, progress, what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row, rule, tint
from hall_app.curator.progress import Progress
from hall_app.domain.changes import Changes
from hall_app.qt.tasks import Task

_MARGIN = 14


class WorkDialog(QDialog):
    """Runs one job at a time; what goes wrong is said inside the window."""

    def __init__(self, desk: Desk, parent: QWidget, *, title: str, note: str, size: QSize) -> None:
        super().__init__(parent)
        self._desk = desk
        self.task: Task | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        room = parent.size() - QSize(40, 40)
        self.resize(size.boundedTo(room))
        self.told = label("")
        self.told.setWordWrap(True)
        self.undo = button(desk.say("undo"), self.take_back, tip=desk.say("table-undo-tip"))
        self.undo.setAutoDefault(False)
        self.progress = Progress(desk)
        self.note = label(note, "note")
        self.note.setWordWrap(True)
        panel = QFrame()
        panel.setObjectName("panel")
        self.body = QVBoxLayout(panel)
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(8)
        for part in (label(title, "title"), self.note, rule()):
            self.body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.addWidget(panel)
        desk.noticed.connect(self._hear)

    def end_body(self) -> None:
        """Put the progress and what went wrong below everything else."""
        self.body.addWidget(self.progress)
        told = row(self.told, self.undo)
        told.setStretch(0, 1)
        self.body.addLayout(told)
        self.told.hide()
        self.undo.hide()

    def work(self, key: str, job: Callable[[Hall, Task], Any], then: Callable[[Any], None]) -> None:
        """Run a job on the worker thread, with its progress in this window."""
        self.told.hide()
        self.undo.hide()
        self.task = self._desk.run(self, self._desk.say(key), job, then)
        self.task.ended.connect(self._ended)
        self.progress.follow(self.task)
        self.allow()

    def allow(self) -> None:
        """Enable what can be done now; a window with buttons says which."""

    def say_it(self, words: str, tone: str = "ok") -> None:
        """Say something in this window."""
        tint(self.told, "tone", tone)
        self.told.setText(words)
        self.told.show()
        self.undo.hide()

    def say_step(self, words: str) -> None:
        """Say what the last step did, here and in the quiet bar, with a way to undo it."""
        self._desk.tell_step(words)
        self.say_it(words)
        self.undo.show()

    def take_back(self) -> None:
        """Undo the step that was just told."""
        self.work("undo", _undo, self._taken_back)

    def look_again(self) -> None:
        """Show the library as it stands now; a window that shows it says how."""

    def done(self, result: int) -> None:
        if self.task is not None:
            self.task.cancel()
        super().done(result)

    def _taken_back(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        self._desk.tell(self._desk.say("table-undone"))
        self.say_it(self._desk.say("table-undone"))
        self.look_again()

    def _ended(self) -> None:
        # What follows a job may have begun the next one before this one is said to be over.
        if self.sender() is self.task:
            self.task = None
            self.allow()

    def _hear(self, tone: str, what: str, remedy: str) -> None:
        if tone == "error":
            self.say_it(f"{what} {remedy}".strip(), "error")


def _undo(hall: Hall, _task: Task) -> Changes:
    return hall.store.undo(author=hall.author)
