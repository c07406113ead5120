"""Problems of media at the desk: a film is measured, another file is put behind a medium."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hall_app.curator.forms.plain import FactEditor
from hall_app.curator.media.replacing import Replacing
from hall_app.curator.models.problems import VERB, WHAT
from hall_app.curator.steps import step_name
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Medium
from hall_app.editing import media, records
from tests.media.samples import make_photo
from tests.media.test_flashes import alternating, write
from tests.ui.problem_hands import ProblemHands


@pytest.fixture
def flashing(hall, tmp_path):
    """A film of the hall that flashes five times a second, measured by nobody."""
    path = write(tmp_path / "flashing.mp4", alternating(5), seconds=2)
    (film,) = media.import_files(hall.store, hall.vault, hall.workshop, [path]).new
    records.put(hall.store, replace(film, flashes_per_s=None))
    return film


@pytest.fixture
def desk(flashing, open_desk, qtbot):
    with open_desk() as window:
        yield ProblemHands(window, qtbot)


def test_a_film_is_measured_by_its_verb_and_what_was_found_is_told(desk, flashing):
    desk.click(desk.row(flashing.id, "flashes-unmeasured"), VERB)
    assert desk.stored(flashing.id).flashes_per_s == 5
    assert desk.row(flashing.id, "flashes-unmeasured") is None
    assert desk.row(flashing.id, "film-flashes") is not None
    step = desk.window._desk.store.history()[0]
    assert step_name(desk.window._desk, step) == "测“flashing”的闪烁"
    desk.window.bar.undo.click()
    desk.settle()
    assert desk.row(flashing.id, "flashes-unmeasured") is not None


@pytest.mark.qt_log_ignore("pipewire")
def test_a_film_that_nobody_measured_shows_no_number(desk, flashing):
    desk.click(desk.row(flashing.id, "flashes-unmeasured"), WHAT)
    editor = desk.window.content.editor.form.editors["flashes_per_s"]
    assert isinstance(editor, FactEditor)
    assert editor.words.text() == "还没有测过"
    assert editor.isVisible()
    picture = desk.window._desk.store.find(Kind.MEDIA, "wall")
    desk.window.open_record(picture.id)
    assert picture.medium is not Medium.FILM
    assert not desk.window.content.editor.form.editors["flashes_per_s"].isVisible()


@pytest.mark.parametrize("column", [WHAT, VERB])
def test_a_flashing_film_leads_to_the_room_where_its_file_is_replaced(
    desk, flashing, tmp_path, column
):
    desk.click(desk.row(flashing.id, "flashes-unmeasured"), VERB)
    desk.click(desk.row(flashing.id, "film-flashes"), column)
    room = desk.window.media
    assert room.isVisible()
    assert room.chosen() == (flashing.id,)
    assert QApplication.focusWidget() is room.replace
    calm = write(tmp_path / "calm.mp4", alternating(1), seconds=2)
    room.replace_file(calm)
    desk.until(lambda: room.findChild(Replacing) is not None)
    QTest.keyClick(room.findChild(Replacing).go, Qt.Key.Key_Space)
    desk.settle()
    assert desk.stored(flashing.id).flashes_per_s == 1
    assert desk.row(flashing.id, "film-flashes") is None


def test_a_small_picture_leads_there_too_whatever_was_looked_for(desk, hall, tmp_path):
    make_photo(400, 300).save(tmp_path / "small.jpg")
    (small,) = media.import_files(
        hall.store, hall.vault, hall.workshop, [tmp_path / "small.jpg"]
    ).new
    gallery = hall.store.find(Kind.GALLERY, "one-gallery")
    records.put(hall.store, replace(gallery, media=(small.id,)))
    desk.window._desk.feed.look()
    desk.window.show_workspace("media")
    desk.window.media.look_for(replace(desk.window.media.query, words="wall"))
    desk.window.show_workspace("content")
    desk.settle()
    desk.click(desk.row(small.id, "picture-small"))
    assert desk.window.media.chosen() == (small.id,)
    assert QApplication.focusWidget() is desk.window.media.replace
    make_photo(2000, 1500).save(tmp_path / "large.jpg")
    desk.window.media.replace_file(tmp_path / "large.jpg")
    desk.until(lambda: desk.window.media.findChild(Replacing) is not None)
    QTest.keyClick(desk.window.media.findChild(Replacing).go, Qt.Key.Key_Space)
    desk.settle()
    assert desk.row(small.id, "picture-small") is None
