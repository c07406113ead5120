"""The kiosk's scene: an engine, a controller and the root object, made and unmade in order."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlEngine

from hall_app.domain.dates import Day
from hall_app.domain.text import ZH_HANS
from hall_app.kiosk.controller import KioskController
from hall_app.kiosk.fonts import load_fonts
from hall_app.kiosk.icons import Icons
from hall_app.kiosk.idle import PATIENCE_S
from hall_app.kiosk.plates import Plates
from hall_app.kiosk.reader import ReleaseReader
from hall_app.kiosk.skein_view import SkeinView
from hall_app.kiosk.visit import Visit
from hall_app.kiosk.words import WordTable
from hall_app.resources import asset

# Types that only QML makes: importing them registers them.
PAINTED = (SkeinView,)


def qml_folder() -> Path:
    """Where the QML modules lie, for import paths."""
    return Path(str(files("hall_app.kiosk"))) / "qml"


def qml_url(name: str) -> QUrl:
    return QUrl.fromLocalFile(str(qml_folder() / "Hall" / "Kiosk" / f"{name}.qml"))


def make_controller(
    reader: ReleaseReader | None,
    *,
    today: Day,
    page: str = "attract",
    language: str = ZH_HANS,
    idle_seconds: int = PATIENCE_S,
    player: str = "auto",
) -> KioskController:
    """A controller over a release; `page` is where a visit starts and returns to."""
    words = WordTable.load(asset("i18n", "kiosk.json"))
    visit = Visit(reader, words, today=today, language=language, player=player)
    return KioskController(visit, start=page, default_language=language, patience_s=idle_seconds)


def prepare_engine(engine: QQmlEngine) -> None:
    """Give an engine the hall's modules, icons and typefaces."""
    load_fonts(asset("fonts"))
    engine.addImportPath(str(qml_folder()))
    engine.addImageProvider("icon", Icons(asset("icons")))
    engine.addImageProvider("plate", Plates())
