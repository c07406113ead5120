"""A small hall with one record of every kind, and a desk open on it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.curator import app
from hall_app.curator.window import DeskWindow
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES, Illustrated, Release
from hall_app.domain.text import Text
from hall_app.editing import media, records
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.settings import Appearance, Settings

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">
<rect width="640" height="400" fill="#4A2615"/><circle cx="320" cy="200" r="120" fill="#DDA468"/></svg>"""
SUBTITLES = "WEBVTT\n\n00:00.000 --> 00:02.000\n缫丝机转动。\n"

OpenDesk = Callable[[], AbstractContextManager[DeskWindow]]


@pytest.fixture(scope="session")
def small_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one record of every kind; copied, never used."""
    home = tmp_path_factory.mktemp("small-hall")
    paths = Paths(home)
    (home / "picture.svg").write_text(PICTURE, "utf-8")
    (home / "wall.svg").write_text(PICTURE.replace("#DDA468", "#7FB0B0"), "utf-8")
    (home / "subtitles.zh-Hant.vtt").write_text(SUBTITLES, "utf-8")
    with bootstrap.open_store(paths.library) as store, bootstrap.open_workshop() as workshop:
        files = [home / "picture.svg", home / "wall.svg"]
        media.import_files(store, Vault(paths.vault), workshop, files)
        for kind in Kind:
            if kind not in {Kind.RELEASE, Kind.MEDIA}:
                values = {"title.zh-Hans": f"一座{kind}"}
                if issubclass(RECORD_TYPES[kind], Illustrated):
                    # With a picture of its own, no preview has to draw a plate.
                    values["media"] = "wall"
                records.create(store, kind, f"one-{kind}", values, author="test")
        with store.edit("发布第 1 版") as edit:
            edit.put(_release(store.new_id()))
    return home


def _release(record_id: str):
    return Release(
        id=RecordId(record_id), slug="release-1", title=Text.of("第 1 版"), number=1,
        published_at="2026-01-01T00:00:00+00:00", published_by="test", manifest="0" * 64,
        note="第一版",
    )  # fmt: skip


@pytest.fixture
def home(small_hall: Path, paths: Paths) -> Paths:
    """A home of the test's own, with the small hall in it."""
    shutil.copytree(small_hall, paths.home)
    return paths


@pytest.fixture
def hall(home: Paths) -> Iterator[Hall]:
    """A second pair of hands on the same library, as another process would have."""
    with bootstrap.open_hall(home, Settings(author="other")) as hall:
        yield hall


@pytest.fixture
def open_desk(home: Paths, qtbot) -> OpenDesk:
    """Opens the desk on the home; closing it writes what was typed."""

    @contextmanager
    def opened() -> Iterator[DeskWindow]:
        app.application()
        settings = Settings(appearance=Appearance.LIGHT, author="test")
        with app.desk_window(home, settings) as window:
            window.show()
            qtbot.waitExposed(window)
            yield window
        qtbot.waitUntil(lambda: not window.isVisible())

    return opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says so whenever a popup opens; the popup opens all the same."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))
