"""The desk as a program: made, shown, and let go in order."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.curator.first_run import renew_library
from hall_app.curator.keeping.scale import grow
from hall_app.curator.theme import SANS
from hall_app.curator.window import DeskWindow
from hall_app.kiosk.fonts import load_fonts
from hall_app.kiosk.words import WordTable
from hall_app.log import logging_to
from hall_app.paths import Paths
from hall_app.qt.tasks import Tasks
from hall_app.resources import asset
from hall_app.settings import Settings

_log = logging.getLogger(__name__)


def run(paths: Paths, settings: Settings) -> int:
    """Open the desk on a home and stay until it is closed.

    Raises:
        LibraryUnusable: The library is there and cannot be opened.
    """
    with logging_to(paths.log, name="desk"):
        grow(settings)
        app = application()
        if not paths.library.is_file():
            from hall_app.curator.keeping.beginning import (  # noqa: PLC0415 (only a first start pays)
                welcome,
            )

            begun = welcome(paths, settings)
            if begun is None:
                return 1
            settings = begun
        elif not renew_library(paths, settings):
            return 1
        with desk_window(paths, settings) as window, unexpected_told(window):
            window.show()
            window.keeping.begin()
            return app.exec()


def application() -> QApplication:
    """The one application of this process, with the hall's own faces."""
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    app.setStyle("Fusion")
    load_fonts(asset("fonts"))
    font = QFont(SANS)
    font.setPixelSize(14)
    app.setFont(font)
    return app


@contextmanager
def unexpected_told(window: DeskWindow) -> Iterator[None]:
    """A bug goes into the log whole, and to the person as one sentence."""
    before = sys.excepthook

    def tell(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _log.error("unexpected", exc_info=(kind, problem, trace))
        window.tell_unexpected()

    sys.excepthook = tell
    try:
        yield
    finally:
        sys.excepthook = before


@contextmanager
def desk_window(paths: Paths, settings: Settings) -> Iterator[DeskWindow]:
    """A window over a home's library; closing it writes what was typed."""
    store = bootstrap.open_store(paths.library, read_only=True)
    tasks = Tasks(partial(bootstrap.open_hall, paths, settings))
    words = WordTable.load(asset("i18n", "desk"))
    window = DeskWindow(Desk(paths, settings, store, tasks, words))
    try:
        yield window
    finally:
        window.close()
