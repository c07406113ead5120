"""Before the desk opens: a library made, or brought to this program's format, with its progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from hall_app import bootstrap
from hall_app.curator.parts import label
from hall_app.curator.stylesheet import stylesheet
from hall_app.curator.theme import palette, tokens_for
from hall_app.errors import HallError
from hall_app.kiosk.words import WordTable
from hall_app.paths import Paths
from hall_app.resources import asset
from hall_app.settings import Settings

Work = Callable[[Callable[[int, int], None]], object]


class _Maker(QThread):
    """Does the work away from the screen."""

    progressed = Signal(int, int)
    failed = Signal(str, str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        try:
            self._work(self.progressed.emit)
        except HallError as problem:
            self.failed.emit(problem.what, problem.remedy)


class FirstRun(QDialog):
    """A small window with one bar; closes by itself when the work is done.

    Args:
        settings: Language and lighting.
        work: Is handed what tells its progress.
        words: The key of what is said meanwhile.
    """

    def __init__(self, settings: Settings, work: Work, words: str = "first-run") -> None:
        super().__init__()
        tokens = tokens_for(settings.appearance)
        say = partial(WordTable.load(asset("i18n", "desk")).say, language=str(settings.language))
        self._say = say
        self.setPalette(palette(tokens))
        self.setStyleSheet(stylesheet(tokens))
        self.setWindowTitle(say("desk"))
        self.setFixedWidth(520)
        self.words = label(say(words))
        self.words.setWordWrap(True)
        self.count = label("", "meta")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        down = QVBoxLayout(self)
        down.setContentsMargins(28, 28, 28, 28)
        down.setSpacing(14)
        for part in (label(say("desk"), "title"), self.words, self.bar, self.count):
            down.addWidget(part)
        self._maker = _Maker(work)
        self._maker.progressed.connect(self._show)
        self._maker.failed.connect(self._fail)
        self._maker.finished.connect(self._finish)

    def start(self) -> None:
        """Begin."""
        self._maker.start()

    def reject(self) -> None:
        """Closing waits for the work: half a library would be none."""
        if not self._maker.isRunning():
            super().reject()

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(self._say("first-run-count", done=done, total=total))

    def _fail(self, what: str, remedy: str) -> None:
        self.words.setText(f"{what} {remedy}")
        self.bar.hide()
        self._maker.finished.disconnect(self._finish)

    def _finish(self) -> None:
        self._maker.wait()
        self.accept()


def make_library(paths: Paths, settings: Settings) -> bool:
    """Make the library of the hall's own content and say whether it is there now."""
    return _done(FirstRun(settings, from_content(paths, settings)))


def from_content(paths: Paths, settings: Settings, source: Path | None = None) -> Work:
    """The work of making a home's library from content files, the hall's own by default."""

    def work(on_progress: Callable[[int, int], None]) -> object:
        return bootstrap.make_library(
            paths, source, author=settings.author, on_progress=on_progress
        )

    return work


def renew_library(paths: Paths, settings: Settings) -> bool:
    """Bring an earlier program's library to this one's format, a copy of it kept beside."""
    if bootstrap.is_current(paths.library):
        return True

    def work(_on_progress: object) -> object:
        with bootstrap.open_store(paths.library) as store:
            return store

    return _done(FirstRun(settings, work, "first-run-renew"))


def _done(window: FirstRun) -> bool:
    window.start()
    return window.exec() == QDialog.DialogCode.Accepted
