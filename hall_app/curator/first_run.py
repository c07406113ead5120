"""The first run: the library made from the hall's own content, with its progress on the screen."""

from __future__ import annotations

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


class _Maker(QThread):
    """Makes the library away from the screen."""

    progressed = Signal(int, int)
    failed = Signal(str, str)

    def __init__(self, paths: Paths, source: Path | None, author: str) -> None:
        super().__init__()
        self._make = partial(bootstrap.make_library, paths, source, author=author)

    def run(self) -> None:
        try:
            self._make(on_progress=self.progressed.emit)
        except HallError as problem:
            self.failed.emit(problem.what, problem.remedy)


class FirstRun(QDialog):
    """A small window with one bar; closes by itself when the library is there.

    Args:
        paths: The home that has no library yet.
        settings: Language and lighting.
        source: The content files; the hall's own where none are named.
    """

    def __init__(self, paths: Paths, settings: Settings, source: Path | None = None) -> None:
        super().__init__()
        tokens = tokens_for(settings.appearance)
        say = partial(WordTable.load(asset("i18n", "desk")).say, language=str(settings.language))
        self._say = say
        self.setPalette(palette(tokens))
        self.setStyleSheet(stylesheet(tokens))
        self.setWindowTitle(say("desk"))
        self.setFixedWidth(520)
        self.words = label(say("first-run"))
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
        self._maker = _Maker(paths, source, settings.author)
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
    """Make the library and say whether it is there now."""
    window = FirstRun(paths, settings)
    window.start()
    return window.exec() == QDialog.DialogCode.Accepted
