"""The media room: looking, taking in, tagging, replacing everywhere and removing safely."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractListModel, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hall_app.curator.media.removing import Removing
from hall_app.curator.media.replacing import Replacing
from hall_app.curator.models.media import TILE
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaOrder, MediaQuery, RightsState
from hall_app.domain.records import Media
from hall_app.domain.text import Text
from hall_app.editing import fields, media, records
from hall_app.editing.media import Verdict
from tests.media.samples import make_photo
from tests.store.making import added


@pytest.fixture
def files(tmp_path):
    """A photo, the same one smaller, another one; and a folder with a good and a bad file."""
    make_photo(800, 600).save(tmp_path / "weaving.jpg")
    make_photo(800, 600).resize((400, 300)).save(tmp_path / "weaving-small.jpg", quality=60)
    make_photo(800, 600, seed=7).save(tmp_path / "kiln.jpg")
    (tmp_path / "box" / "deep").mkdir(parents=True)
    make_photo(seed=9).save(tmp_path / "box" / "deep" / "reel.jpg")
    (tmp_path / "box" / "letter.jpg").write_text("no picture", "utf-8")
    return tmp_path


@pytest.fixture
def room(open_desk, qtbot):
    with open_desk() as window:
        window.show_workspace("media")
        yield Room(window, qtbot)


class Room:
    """A curator in the media room."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.space = window.media
        self.desk = window._desk

    @property
    def names(self):
        model = self.space.model
        return [model.index(row).data() for row in range(model.rowCount())]

    def until(self, done):
        self.qtbot.waitUntil(lambda: bool(done()), timeout=15_000)

    def take(self, *paths):
        with self.qtbot.waitSignal(self.space.importing.ended, timeout=30_000) as ended:
            self.space.import_files(list(paths))
        return ended.args[0]

    def select(self, *names):
        selection, model = self.space.grid.selectionModel(), self.space.model
        selection.clear()
        for name in names:
            index = model.index(self.names.index(name))
            selection.setCurrentIndex(index, selection.SelectionFlag.Select)

    def medium(self, name):
        return next(one for one in self.desk.store.all(Kind.MEDIA) if one.title["zh-Hans"] == name)

    def question(self, kind):
        self.until(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())


def test_a_folder_comes_in_with_its_folders_and_each_refusal_has_its_reason(room, files):
    done = room.take(files / "box")
    assert [one.title["zh-Hans"] for one in done.new] == ["reel"]
    assert room.names[0] == "reel"
    assert room.space.refusals.isVisible()
    assert "letter.jpg" in room.space.refusals.told[0]


def test_a_stopped_import_leaves_the_library_as_it_was(room, files):
    steps = len(room.desk.store.history())
    with room.qtbot.waitSignal(room.space.importing.began) as began:
        room.space.import_files([files / "weaving.jpg"])
    task = began.args[0]
    with room.qtbot.waitSignal(task.ended, timeout=30_000):
        room.space.progress.cancel.click()
    assert len(room.desk.store.history()) == steps


def test_a_copied_picture_and_copied_files_are_pasted(room, files):
    copied = QImage(64, 48, QImage.Format.Format_RGB32)
    copied.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(copied)
    with room.qtbot.waitSignal(room.space.importing.ended, timeout=30_000) as ended:
        QTest.keyClick(room.space.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (ended.args[0].new[0].width, ended.args[0].new[0].mime) == (64, "image/png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / "kiln.jpg"))])
    QGuiApplication.clipboard().setMimeData(data)
    with room.qtbot.waitSignal(room.space.importing.ended, timeout=30_000):
        room.space.paste()
    assert "kiln" in room.names


@pytest.mark.parametrize(
    ("verdict", "new", "width"),
    [(Verdict.KEEP_BOTH, 1, 800), (Verdict.USE_OLD, 0, 800), (Verdict.REPLACE, 0, 400)],
)
def test_a_picture_that_looks_like_one_is_shown_beside_it_and_asked_about(
    room, files, verdict, new, width
):
    room.take(files / "weaving.jpg")
    before = len(room.names)
    room.space.import_files([files / "weaving-small.jpg"])
    room.until(lambda: room.space.importing.asking is not None)
    with room.qtbot.waitSignal(room.space.importing.ended, timeout=30_000):
        room.space.importing.asking.decide(verdict)
    assert len(room.names) == before + new
    assert room.medium("weaving").width == width


def test_tags_go_on_a_selection_as_one_step_and_can_be_looked_for(room, files):
    room.take(files / "weaving.jpg", files / "kiln.jpg")
    room.select("weaving", "kiln")
    assert room.space.side.currentWidget() is room.space.selection
    steps = len(room.desk.store.history())
    QTest.keyClicks(room.space.selection.chips.input, "old, mill")
    QTest.keyClick(room.space.selection.chips.input, Qt.Key.Key_Return)
    room.until(lambda: room.medium("kiln").tags == ("old", "mill"))
    room.until(lambda: "old" in room.space.selection.chips.buttons)
    assert len(room.desk.store.history()) == steps + 1
    room.space.selection.chips.buttons["old"].click()
    room.until(lambda: room.medium("weaving").tags == ("mill",))
    room.space.look_for(MediaQuery(tags=("mill",)))
    assert set(room.names) == {"weaving", "kiln"}


def test_a_search_is_kept_as_a_set_and_found_again(room):
    room.space.look_for(MediaQuery(is_unused=True))
    QTest.keyClicks(room.space.filters.name, "spare")
    QTest.keyClick(room.space.filters.name, Qt.Key.Key_Return)
    sets = room.space.sets.list

    def item():
        return next(
            (sets.item(n) for n in range(sets.count()) if sets.item(n).text() == "spare"), None
        )

    room.until(lambda: item() is not None)
    room.space.look_for(MediaQuery())
    room.space.sets._choose(item())
    assert room.space.query == MediaQuery(is_unused=True)
    sets.setCurrentItem(item())
    room.space.sets.drop.click()
    room.until(lambda: item() is None)
    room.window.bar.undo.click()
    room.until(lambda: item() is not None)


def test_marks_are_typed_taken_off_and_cleared(room):
    filters = room.space.filters
    QTest.keyClicks(filters.search, "wall is:no-alt rights:missing")
    QTest.keyClick(filters.search, Qt.Key.Key_Return)
    wanted = MediaQuery(words="wall", lacks_alt=True, rights=RightsState.MISSING)
    assert room.space.query == wanted
    assert room.names == ["wall"]
    filters.marks[0].click()
    assert room.space.query == MediaQuery(words="wall", lacks_alt=True)
    filters.clear.click()
    assert room.space.query == MediaQuery()
    assert len(room.names) == 2


def test_a_photo_used_in_twelve_places_is_replaced_and_undone(room, hall, files):
    (old,) = media.import_files(hall.store, hall.vault, hall.workshop, [files / "weaving.jpg"]).new
    users = [added(hall.store, Kind.EVENT, f"use-{n}", media=(old.id,)) for n in range(12)]
    room.until(lambda: "weaving" in room.names)
    room.until(lambda: room.desk.store.exists(users[-1].id))
    room.select("weaving")
    room.space.replace_file(files / "kiln.jpg")
    question = room.question(Replacing)
    assert len(question.uses) == 12
    question.uses[users[3].id, "media.0"].click()
    QTest.mouseClick(question.go, Qt.MouseButton.LeftButton)
    room.until(lambda: room.desk.store.get(old.id).file_name == "kiln.jpg")
    (kept,) = room.desk.store.get(users[3].id).media
    assert room.desk.store.get(kept).sha256 == old.sha256
    assert all(room.desk.store.get(one.id).media == (old.id,) for one in users[:3])
    room.until(lambda: room.space.inspector.form.editors["earlier"]._shown)
    room.window.bar.undo.click()
    room.until(lambda: room.desk.store.get(old.id) == old)
    assert all(room.desk.store.get(one.id).media == (old.id,) for one in users)
    assert not room.desk.store.exists(kept)


def test_an_earlier_file_is_brought_back_from_the_form(room, hall, files):
    room.take(files / "weaving.jpg")
    old = room.medium("weaving")
    room.select("weaving")
    room.space.replace_file(files / "kiln.jpg")
    room.question(Replacing).go.click()
    editor = room.space.inspector.form.editors["earlier"]
    room.until(lambda: editor._shown and editor._shown[0].sha256 == old.sha256)
    editor._restore(old.sha256)
    room.until(lambda: room.medium("weaving").sha256 == old.sha256)
    assert room.medium("weaving").earlier[0].file_name == "kiln.jpg"


def test_what_uses_a_medium_is_named_before_it_leaves_and_comes_back_with_it(room, hall):
    wall = hall.store.find(Kind.MEDIA, "wall")
    users = {one.from_id for one in hall.store.references_to(wall.id)}
    assert users
    room.select("wall")
    QTest.keyClick(room.space.grid, Qt.Key.Key_Delete)
    question = room.question(Removing)
    assert {one.id for one in question.users} == users
    question.go.click()
    room.until(lambda: not room.desk.store.exists(wall.id))
    room.until(lambda: "wall" not in room.names)
    assert not hall.store.references_to(wall.id)
    room.window.bar.undo.click()
    room.until(lambda: room.desk.store.exists(wall.id))
    assert {one.from_id for one in hall.store.references_to(wall.id)} == users


def test_the_focal_point_is_set_by_a_click_and_a_shape_is_framed_by_dragging(room, files):
    room.take(files / "weaving.jpg")
    room.select("weaving")
    editor = room.space.inspector.form.editors["crops"]
    room.space.inspector.reveal("crops")
    place = editor.canvas.place
    at = QPoint(round(place.left() + place.width() * 0.25), round(place.center().y()))
    QTest.mouseClick(editor.canvas, Qt.MouseButton.LeftButton, pos=at)
    room.until(lambda: abs(room.medium("weaving").focal_point.x - 0.25) < 0.02)
    shape, tool = next(iter(editor.shapes.items()))
    tool.click()
    QTest.keyClick(editor.canvas, Qt.Key.Key_Down)
    room.until(lambda: room.medium("weaving").crops)
    (crop,) = room.medium("weaving").crops
    assert crop.shape is shape
    assert crop.width / crop.height * 800 / 600 == pytest.approx(16 / 9, abs=0.01)
    room.until(editor.reset.isEnabled)
    editor.reset.click()
    room.until(lambda: not room.medium("weaving").crops)


def test_what_the_file_said_is_told_and_no_more_once_a_person_wrote(room, hall):
    wall = hall.store.find(Kind.MEDIA, "wall")
    with hall.store.edit("harvest") as edit:
        edit.put(replace(wall, credit="样例摄影", harvested=(("credit", "样例摄影"),)))
    room.select("wall")
    credit = room.space.inspector.form.editors["credit"]
    room.until(credit.origin.isVisible)
    fields.set_field(hall.store, wall.id, "credit", "someone else")
    room.until(lambda: not credit.origin.isVisible())
    assert credit.input.text() == "someone else"


def test_a_recording_says_that_its_text_has_changed_and_that_it_fits_again(room, hall):
    sound = hall.store.find(Kind.MEDIA, "wall")
    values = {"text.zh-Hans": "丝", "readings": [{"sound": sound.id}]}
    event = records.create(hall.store, Kind.EVENT, "read-aloud", values)
    room.until(lambda: room.desk.store.exists(event.id))
    room.window.open_record(event.id)
    editor = room.window.content.editor.form.editors["readings"]
    assert not editor.marks[0].isVisibleTo(editor)
    fields.set_field(hall.store, event.id, "text.zh-Hans", "绸")
    room.until(lambda: editor.marks[0].isVisibleTo(editor))
    editor.marks[0].fits.click()
    room.until(lambda: not editor.marks[0].isVisibleTo(editor))
    reading = hall.store.get(event.id).readings[0]
    assert not reading.is_stale(Text.of("绸"))


def test_the_wall_reads_only_what_is_looked_at_and_keeps_the_rules_of_qt(room, hall):
    with hall.store.edit("many") as edit:
        for number in range(700):
            edit.put(Media(id=hall.store.new_id(), slug=f"m-{number:04}"))
    room.until(lambda: len(room.names) > 700)
    model = room.space.model
    model.forget_all()
    model.index(400).data(TILE)
    assert len(model._held) <= 64 * 4
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.space.look_for(MediaQuery(words="0007"))
    room.space.look_for(MediaQuery(order=MediaOrder.TITLE))
    room.space.look_for(MediaQuery())
    added(hall.store, Kind.MEDIA, "one-more")
    room.until(lambda: len(model.ids) > 702)
    assert isinstance(tester.model(), QAbstractListModel)
