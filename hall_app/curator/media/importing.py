"""Files on their way in: read with progress, pictures that look alike asked about, refusals listed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject, QTemporaryDir, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.media.look_alikes import LookAlikes
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.editing import media
from hall_app.editing.media import Imported, Looked, Verdict
from hall_app.qt.tasks import Task


class Importing(QObject):
    """Takes files, folders and pasted pictures in, one import after another."""

    # Files are being read; the task to follow.
    began = Signal(Task)
    # What became of the files, after the library has them.
    ended = Signal(Imported)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._pasted = QTemporaryDir()
        self.asking: LookAlikes | None = None

    def take(self, paths: list[Path]) -> None:
        """Read files and the files in folders."""
        label = self._desk.say("step-import")
        self.began.emit(self._desk.run(self, label, partial(_look_over, paths), self._looked))

    def take_picture(self, picture: QImage) -> None:
        """Take in a picture that was copied somewhere and is in no file."""
        moment = QDateTime.currentDateTime().toString("yyyy-MM-dd HHmmss")
        path = Path(self._pasted.path()) / f"{self._desk.say('media-pasted')} {moment}.png"
        if not picture.isNull() and picture.save(str(path)):
            self.take([path])

    def _looked(self, looked: Looked) -> None:
        if not looked.alike:
            self._decide(looked, {})
            return
        self.asking = LookAlikes(self._desk, self._over, looked)
        self.asking.decided.connect(partial(self._decide, looked))
        self.asking.open()

    def _decide(self, looked: Looked, verdicts: dict[Path, Verdict]) -> None:
        self.asking = None
        job = partial(_take_in, looked, verdicts)
        self._desk.run(self, self._desk.say("step-import"), job, self._taken)

    def _taken(self, imported: Imported) -> None:
        touched = (*imported.new, *imported.replaced.values())
        ids = frozenset((Kind.MEDIA, one.id) for one in touched)
        self._desk.feed.publish(Changes("Import media", ids), self)
        self.ended.emit(imported)


def _look_over(paths: list[Path], hall: Hall, task: Task) -> Looked:
    def tell(done: int, total: int, _last: Path) -> None:
        task.report(done, total)

    return media.look_over(hall.store, hall.vault, hall.workshop, paths, on_progress=tell)


def _take_in(looked: Looked, verdicts: dict[Path, Verdict], hall: Hall, _task: Task) -> Imported:
    return media.take_in(hall.store, looked, verdicts, author=hall.author)
