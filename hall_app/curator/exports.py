"""Exports: the published release as one package, or the library as files a person can read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.tick import Tick
from hall_app.curator.parts import button, label, row, rule
from hall_app.curator.progress import Progress
from hall_app.curator.publishing import export_content, export_package
from hall_app.qt.tasks import Task


class Exports(QFrame):
    """Two ways out, each with its sentence, one progress and one result."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        say = desk.say
        self.package = button(
            say("export-go"), self._package, tip=say("export-to-file"), keys="Ctrl+E"
        )
        self.light = Tick(desk, say("export-light"))
        self.content = button(
            say("export-go"), self._content, tip=say("export-to-folder"), keys="Ctrl+Shift+E"
        )
        self.package_note = label(say("export-hall-note"), "note")
        self.progress = Progress(desk)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 20, 16)
        down.setSpacing(8)
        down.addWidget(label(say("export"), "heading"))
        down.addWidget(rule())
        down.addLayout(row(label(say("export-hall")), None, self.light, self.package))
        self._add_note(down, self.package_note)
        down.addWidget(rule())
        down.addLayout(row(label(say("export-content")), None, self.content))
        self._add_note(down, label(say("export-content-note"), "note"))
        down.addWidget(self.progress)

    def offer(self, *, is_published: bool) -> None:
        """A package holds what was published; before that there is none."""
        self.package.setEnabled(is_published)
        self.light.setEnabled(is_published)
        key = "export-hall-note" if is_published else "export-needs-release"
        self.package_note.setText(self._desk.say(key))

    def export_package(self, out: Path) -> None:
        """Write the package."""
        job = partial(_package_job, out, self.light.isChecked())
        self._run(job)

    def export_content(self, out: Path) -> None:
        """Write the content folder."""
        self._run(partial(export_content, out))

    def _run(self, job: partial[Path]) -> None:
        say = self._desk.say
        task = self._desk.run(self, say("export-working"), job, self._exported)
        self.progress.follow(task)

    def _exported(self, path: Path) -> None:
        self._desk.tell(self._desk.say("export-done", path=str(path)))

    def _package(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._desk.say("export-to-file"), "hall.hall", "(*.hall)"
        )
        if chosen:
            self.export_package(Path(chosen).with_suffix(".hall"))

    def _content(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._desk.say("export-to-folder"))
        if chosen:
            self.export_content(Path(chosen))

    @staticmethod
    def _add_note(down: QVBoxLayout, note: QLabel) -> None:
        note.setWordWrap(True)
        down.addWidget(note)


def _package_job(out: Path, is_light: bool, hall: Hall, task: Task) -> Path:  # noqa: FBT001 (bound by position)
    return export_package(out, is_light=is_light, hall=hall, task=task)
