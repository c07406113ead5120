"""Before the desk opens: a library made, or brought to this program's format, with its progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from hall_app import bootstrap
from hall_app.curator.parts import button, label, row
from hall_app.curator.stylesheet import stylesheet
from hall_app.curator.theme import palette, tokens_for
from hall_app.errors import Cancelled, HallError
from hall_app.kiosk.words import WordTable
from hall_app.paths import Paths
from hall_app.resources import asset
from hall_app.settings import Settings

Work = Callable[[Callable[[int, int], None]], object]


class _Maker(QThread):
    """Does the work away from the screen."""

    progressed = Signal(int, int)
    failed = Signal(HallError)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stopped = Event()

    def stop(self) -> None:
        """End the work at its next step."""
        self._stopped.set()

    def run(self) -> None:
        try:
            self._work(self._report)
        except HallError as problem:
            self.failed.emit(problem)

    def _report(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


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
        self._table, self._language = WordTable.load(asset("i18n", "desk")), str(settings.language)
        say = self._say = partial(self._table.say, language=self._language)
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
        for part in (label(say("desk"), "title"), self.words, self.bar):
            down.addWidget(part)
        self.cancel = button(say("cancel"), self.reject, tip=say("cancel-tip"))
        down.addLayout(row(self.count, None, self.cancel))
        self._has_failed = False
        self._maker = _Maker(work)
        self._maker.progressed.connect(self._show)
        self._maker.failed.connect(self._fail)
        self._maker.finished.connect(self._finish)

    def start(self) -> None:
        """Begin."""
        self._maker.start()

    def reject(self) -> None:
        """Closing stops the work and waits for it: half a library would be none."""
        if self._maker.isRunning():
            self._maker.stop()
            self.cancel.setEnabled(False)
        else:
            super().reject()

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(self._say("first-run-count", done=done, total=total))

    def _fail(self, problem: HallError) -> None:
        self._has_failed = True
        self._maker.wait()
        if isinstance(problem, Cancelled):
            super().reject()
            return
        self.words.setText(problem_words(self._table, self._language, problem))
        self.bar.hide()
        self.cancel.setEnabled(True)
        self.cancel.setText(self._say("close"))

    def _finish(self) -> None:
        self._maker.wait()
        # The end of the thread comes after its failure, and must not close what is to be read.
        if not self._has_failed:
            self.accept()


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

    return done(FirstRun(settings, work, "first-run-renew"))


def done(window: FirstRun) -> bool:
    """Do the work with its window on the screen; whether it ended well."""
    window.start()
    return window.exec() == QDialog.DialogCode.Accepted


def problem_words(words: WordTable, language: str, problem: HallError) -> str:
    """What went wrong and what to do, before there is a desk to say it."""
    key = f"error-{problem.code}"
    if language == "en" or key not in words.keys():  # noqa: SIM118 (a table, no dict)
        return str(problem)
    return words.say(key, language, subject=problem.subject)
