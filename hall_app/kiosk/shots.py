"""Pictures of many pages in one process, and the words on them that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface
from shiboken6 import delete as destroy

from hall_app.domain.dates import Day
from hall_app.domain.text import LANGUAGES
from hall_app.errors import MachineFailed, NotFound
from hall_app.kiosk.fit import Misfit, misfits
from hall_app.kiosk.reader import ReleaseReader
from hall_app.kiosk.scene import make_controller, prepare_engine

LANDSCAPE = (1920, 1080)
PORTRAIT = (1080, 1920)


@dataclass(frozen=True, slots=True)
class Shot:
    """One page as it looked: the file, and what did not fit."""

    page: str
    language: str
    size: tuple[int, int]
    file: Path
    misfits: tuple[Misfit, ...]


class Camera:
    """A window without motion that shows any page at any size in any language.

    Close it when done; the engine must go before the controller it was given.
    """

    def __init__(self, reader: ReleaseReader | None, *, today: Day) -> None:
        if QGuiApplication.instance() is None:
            QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
            self._app = QGuiApplication([])
        self.kiosk = make_controller(reader, today=today, page="home")
        self.kiosk.hold_still()
        self._engine = QQmlApplicationEngine()
        prepare_engine(self._engine)
        self._engine.setInitialProperties({"kiosk": self.kiosk})
        self._engine.loadFromModule("Hall.Kiosk", "Main")
        windows = self._engine.rootObjects()
        if not windows or not isinstance(windows[0], QQuickWindow):
            raise MachineFailed("The kiosk's window could not be made.", "Run `hall doctor`.")
        self.window = windows[0]
        self.window.show()
        self._is_drawn = False

    def close(self) -> None:
        self.window.close()
        destroy(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def stage(self) -> QQuickItem:
        stage = self.window.findChild(QQuickItem, "stage")
        assert stage is not None
        return stage

    def show(self, page: str, language: str, size: tuple[int, int]) -> None:
        """Bring a page to the screen.

        Raises:
            NotFound: The release has no page of that name.
        """
        if self.window.size() != QSize(*size):
            self.window.resize(*size)
            QCoreApplication.processEvents()
        self.kiosk.speak(language)
        if not self.kiosk.open(page):
            raise NotFound(f"No page answers to {page}.", "See `hall list`.", subject=page)
        QCoreApplication.processEvents()
        self._is_drawn = False

    def take(self) -> QImage:
        self._is_drawn = True
        return self.window.grabWindow()

    def check(self) -> tuple[Misfit, ...]:
        """What does not fit on the page now shown, the part below the fold of a scroll included."""
        if not self._is_drawn:
            self.take()  # drawing is what lays lists out
        return tuple(misfits(self.stage))


def render(
    reader: ReleaseReader | None,
    pages: Iterable[str],
    folder: Path,
    *,
    today: Day,
    languages: Iterable[str] = LANGUAGES,
    sizes: Iterable[tuple[int, int]] = (LANDSCAPE, PORTRAIT),
) -> list[Shot]:
    """A PNG of every page in every language at every size."""
    folder.mkdir(parents=True, exist_ok=True)
    names, tongues = list(pages), list(languages)
    shots = []
    with Camera(reader, today=today) as camera:
        for size in sizes:
            for page in names:
                for language in tongues:
                    camera.show(page, language, size)
                    file = folder / file_name(page, language, size)
                    image = camera.take()
                    if not image.save(str(file)):
                        raise MachineFailed(f"{file} could not be written.", "Check the disk.")
                    shots.append(Shot(page, language, size, file, camera.check()))
    return shots


def file_name(page: str, language: str, size: tuple[int, int]) -> str:
    """`event-jichanglong_zh-Hans_1920x1080.png`."""
    name = re.sub(r"[^\w-]+", "-", page)
    return f"{name}_{language}_{size[0]}x{size[1]}.png"
