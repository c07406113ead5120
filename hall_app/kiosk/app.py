"""The kiosk as a program: a window on one screen, or one settled picture of a page."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from shiboken6 import delete as destroy

from hall_app.domain.dates import Day
from hall_app.domain.text import ZH_HANS
from hall_app.errors import MachineFailed, NotFound
from hall_app.kiosk.idle import PATIENCE_S
from hall_app.kiosk.reader import ReleaseReader
from hall_app.kiosk.scene import make_controller, prepare_engine
from hall_app.kiosk.shots import LANDSCAPE, Camera
from hall_app.qt.garbage import Garbage


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a kiosk starts.

    Attributes:
        page: `home`, `attract`, `timeline`, `wall`, `statistics`, `search`, or a record.
        size: Of the window; None takes the whole screen.
        screenshot: Write the settled page here and end.
        idle_seconds: How long a visitor may be still before the countdown.
        player: What turns films: `auto`, `qt` or `vlc`.
    """

    page: str = "attract"
    language: str = ZH_HANS
    size: tuple[int, int] | None = None
    fullscreen: bool = True
    screenshot: Path | None = None
    idle_seconds: int = PATIENCE_S
    player: str = "auto"


def run(
    reader: ReleaseReader | None, options: Options, *, now: Callable[[], datetime] = datetime.now
) -> int:
    """Show a release until the window is closed, or picture one page of it.

    Raises:
        NotFound: The release has no page under the address.
        MachineFailed: The window could not be made, or the picture not written.
    """
    local = now().astimezone()
    today = Day(local.year, local.month, local.day)
    if options.screenshot is not None:
        return _picture(reader, options, options.screenshot, today)
    app = QGuiApplication.instance() or make_application()
    kiosk = make_controller(
        reader,
        today=today,
        page=options.page,
        language=options.language,
        idle_seconds=options.idle_seconds,
        player=options.player,
    )
    if reader is not None and not kiosk.open(options.page):
        raise NotFound(
            f"No page answers to {options.page}.", "See “hall list”.", subject=options.page
        )
    engine = QQmlApplicationEngine()
    prepare_engine(engine)
    engine.setInitialProperties({"kiosk": kiosk})
    engine.loadFromModule("Hall.Kiosk", "Main")
    garbage = Garbage()
    try:
        _present(engine, options)
        return app.exec()
    finally:
        garbage.release()
        # The engine goes before the controller, or bindings would read from nothing.
        destroy(engine)


def make_application() -> QCoreApplication:
    """The one Qt application; software rendering where there is no screen to draw with."""
    if QGuiApplication.instance() is None and "offscreen" in os.environ.get("QT_QPA_PLATFORM", ""):
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    return QGuiApplication(sys.argv[:1])


def _present(engine: QQmlApplicationEngine, options: Options) -> None:
    windows = engine.rootObjects()
    if not windows or not isinstance(windows[0], QQuickWindow):
        raise MachineFailed("The kiosk's window could not be made.", "Run “hall doctor”.")
    window = windows[0]
    if options.size is not None:
        window.resize(*options.size)
    if options.fullscreen and options.size is None:
        window.setFlag(Qt.WindowType.FramelessWindowHint)
        # A kiosk's bare X server has no window manager to make the window as large as the screen.
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()
    else:
        if options.size is None:
            window.resize(*LANDSCAPE)
        window.show()


def _picture(reader: ReleaseReader | None, options: Options, file: Path, today: Day) -> int:
    with Camera(reader, today=today) as camera:
        camera.show(options.page, options.language, options.size or LANDSCAPE)
        file.parent.mkdir(parents=True, exist_ok=True)
        if not camera.take().save(str(file)):
            raise MachineFailed(f"{file} could not be written.", "Check the disk.")
    return 0
