"""Pictures of the desk's main views, for the tour and for looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QItemSelectionModel, QSize, QTimer

from hall_app.bootstrap import Hall
from hall_app.curator.app import application, desk_window
from hall_app.curator.window import DeskWindow
from hall_app.domain.kinds import Kind
from hall_app.errors import MachineFailed
from hall_app.settings import Appearance, Language

VIEWS = (
    "event", "enterprise", "list", "stories", "languages", "timeline", "media", "history",
    "problems", "publish",
)  # fmt: skip
SIZE = (1600, 960)
_SETTLE_MS = 60
_MOST_MS = 20_000


def render(
    hall: Hall,
    folder: Path,
    *,
    languages: Iterable[str] = tuple(Language),
    themes: Iterable[str] = (Appearance.LIGHT, Appearance.DARK),
    views: Iterable[str] = VIEWS,
    size: tuple[int, int] = SIZE,
) -> list[Path]:
    """A PNG of each view in each language and lighting, by names that say which.

    Raises:
        MachineFailed: A picture could not be written.
    """
    return list(_render(hall, folder, tuple(languages), tuple(themes), tuple(views), size))


def _render(
    hall: Hall,
    folder: Path,
    languages: tuple[str, ...],
    themes: tuple[str, ...],
    views: tuple[str, ...],
    size: tuple[int, int],
) -> Iterator[Path]:
    application()
    folder.mkdir(parents=True, exist_ok=True)
    settings = replace(
        hall.settings, language=Language(languages[0]), appearance=Appearance(themes[0])
    )
    with desk_window(hall.paths, settings) as window:
        window.resize(QSize(*size))
        window.show()
        for theme in themes:
            window.light(Appearance(theme))
            for language in languages:
                window.speak(Language(language))
                for view in views:
                    _OPEN[view](window, hall)
                    _settle(window)
                    file = folder / f"desk-{view}_{language}_{theme}.png"
                    if not window.grab().save(str(file)):
                        raise MachineFailed(f"{file} could not be written.", "Check the disk.")
                    yield file


def _settle(window: DeskWindow) -> None:
    """Wait until nothing is being done and the screen has been drawn."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(_SETTLE_MS)
    spent = 0

    def look() -> None:
        nonlocal spent
        spent += _SETTLE_MS
        if window.is_idle or spent > _MOST_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()


def _event(window: DeskWindow, hall: Hall) -> None:
    _open_first(window, hall, Kind.EVENT, "chen-qiyuan-founds-jichanglong")


def _enterprise(window: DeskWindow, hall: Hall) -> None:
    _open_first(window, hall, Kind.ENTERPRISE, "grandblue")


def _open_first(window: DeskWindow, hall: Hall, kind: Kind, slug: str) -> None:
    record = hall.store.find(kind, slug) or next(iter(hall.store.all(kind)), None)
    if record is not None:
        window.open_record(record.id)


def _list(window: DeskWindow, _hall: Hall) -> None:
    window.show_workspace("content")
    window.content.show_kind(Kind.EVENT)


def _stories(window: DeskWindow, hall: Hall) -> None:
    _list(window, hall)
    listing = window.content.listing
    listing.as_stories.click()
    for row in (1, 2, 4):
        flag = QItemSelectionModel.SelectionFlag
        index = listing.model.index(row, 0)
        listing.table.selectionModel().select(index, flag.Select | flag.Rows)


def _languages(window: DeskWindow, _hall: Hall) -> None:
    window.show_workspace("content")
    window.content.listing.as_table.click()
    window.content.show_languages()


def _timeline(window: DeskWindow, _hall: Hall) -> None:
    window.show_workspace("timeline")


def _media(window: DeskWindow, _hall: Hall) -> None:
    window.show_workspace("media")


def _history(window: DeskWindow, hall: Hall) -> None:
    _event(window, hall)
    window.content.side.bring("history")
    history = window.content.history
    history.whole.setChecked(True)
    history.list.setCurrentIndex(history.model.index(0))


def _problems(window: DeskWindow, hall: Hall) -> None:
    window.content.history.this.setChecked(True)
    _enterprise(window, hall)
    window.content.side.bring("problems")


def _publish(window: DeskWindow, _hall: Hall) -> None:
    window.show_workspace("publish")


_OPEN: dict[str, Callable[[DeskWindow, Hall], None]] = {
    "event": _event,
    "enterprise": _enterprise,
    "list": _list,
    "stories": _stories,
    "languages": _languages,
    "timeline": _timeline,
    "media": _media,
    "history": _history,
    "problems": _problems,
    "publish": _publish,
}
