"""The first run makes the library with its progress on the screen."""

import pytest
from PySide6.QtWidgets import QDialog

from hall_app import bootstrap
from hall_app.curator import app
from hall_app.curator.first_run import FirstRun
from hall_app.domain.kinds import Kind
from hall_app.editing import content_writer
from hall_app.paths import Paths
from hall_app.settings import Settings


@pytest.fixture
def source(hall, tmp_path):
    """Content files of the small hall."""
    folder = tmp_path / "content"
    content_writer.dump(hall.store, folder, hall.vault)
    return folder


def test_library_is_made_from_content_and_the_window_leaves(source, tmp_path, qtbot):
    app.application()
    fresh = Paths(tmp_path / "fresh")
    window = FirstRun(fresh, Settings(), source)
    window.show()
    with qtbot.waitSignal(window.finished, timeout=60_000) as finished:
        window.start()
    assert finished.args == [QDialog.DialogCode.Accepted]
    with bootstrap.open_hall(fresh, Settings()) as made:
        assert made.store.find(Kind.EVENT, "one-event")


def test_what_goes_wrong_is_said_and_the_window_stays_to_be_read(home, source, qtbot):
    app.application()
    window = FirstRun(home, Settings(), source)
    window.show()
    window.start()
    qtbot.waitUntil(window.bar.isHidden, timeout=30_000)
    assert "library" in window.words.text()
    window.reject()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
