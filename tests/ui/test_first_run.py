"""The first run makes the library with its progress on the screen."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from hall_app import bootstrap
from hall_app.curator import app
from hall_app.curator.first_run import FirstRun, from_content, renew_library
from hall_app.domain.kinds import Kind
from hall_app.editing import content_writer
from hall_app.paths import Paths
from hall_app.settings import Settings

FIRST_FORMAT = Path(__file__).parents[1] / "data" / "libraries" / "format-1.db"


@pytest.fixture
def source(hall, tmp_path):
    """Content files of the small hall."""
    folder = tmp_path / "content"
    content_writer.dump(hall.store, folder, hall.vault)
    return folder


def test_library_is_made_from_content_and_the_window_leaves(source, tmp_path, qtbot):
    app.application()
    fresh = Paths(tmp_path / "fresh")
    window = FirstRun(Settings(), from_content(fresh, Settings(), source))
    window.show()
    with qtbot.waitSignal(window.finished, timeout=60_000) as finished:
        window.start()
    assert finished.args == [QDialog.DialogCode.Accepted]
    with bootstrap.open_hall(fresh, Settings()) as made:
        assert made.store.find(Kind.EVENT, "one-event")


def test_what_goes_wrong_is_said_and_the_window_stays_to_be_read(home, source, qtbot):
    app.application()
    window = FirstRun(Settings(), from_content(home, Settings(), source))
    window.show()
    window.start()
    qtbot.waitUntil(window.bar.isHidden, timeout=30_000)
    assert "资料库" in window.words.text()
    window.reject()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)


def test_library_of_an_earlier_program_is_brought_up_to_date_before_the_desk_opens(
    tmp_path, monkeypatch, qtbot
):
    app.application()
    old = Paths(tmp_path)
    shutil.copyfile(FIRST_FORMAT, old.library)
    assert not bootstrap.is_current(old.library)
    assert renew_library(old, Settings())
    assert bootstrap.is_current(old.library)
    assert old.library.with_name("library.format-1.db").is_file()
    with app.desk_window(old, Settings()) as window:
        assert window.content.listing.model.rowCount() == 1
        qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)


def test_library_that_cannot_be_opened_is_left_to_say_so_itself(tmp_path):
    (tmp_path / "library.db").write_bytes(b"no library at all, " * 99)
    assert bootstrap.is_current(tmp_path / "library.db")
