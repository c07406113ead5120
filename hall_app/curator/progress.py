"""A job under way: what it is, how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.qt.tasks import Task


class Progress(QWidget):
    """Follows one task at a time and leaves when it has ended."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._task: Task | None = None
        self.words = label("", "meta")
        self.count = label("", "meta")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = button(
            desk.say("cancel"), self._cancel, name="link", tip=desk.say("cancel-tip")
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(row(self.words, self.count, None, self.cancel))
        down.addWidget(self.bar)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show how far a task is."""
        self._task = task
        self.words.setText(task.label)
        self.count.clear()
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        task.progressed.connect(self._show)
        if task.progress is not None:
            self._show(*task.progress)
        task.ended.connect(self._end)
        self.show()

    def _show(self, done: int, total: int) -> None:
        # Bytes of a large package do not fit an int of Qt's.
        share = 1 if total < 1_000_000 else total // 1_000_000
        self.bar.setRange(0, total // share)
        self.bar.setValue(done // share)
        if share == 1:
            self.count.setText(f"{done} / {total}")

    def _end(self) -> None:
        if self.sender() is self._task:
            self.hide()

    def _cancel(self) -> None:
        if self._task is not None:
            self.cancel.setEnabled(False)
            self._task.cancel()
