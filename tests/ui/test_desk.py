"""The desk at work: undo and redo, other hands, languages, the bin, publishing and export."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hall_app.curator import app, shots
from hall_app.curator.models.rows import row_of
from hall_app.curator.topbar import WORKSPACES
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES
from hall_app.editing import fields, records
from hall_app.errors import DiskFull
from hall_app.publishing.releases import ReleasesFolder
from hall_app.settings import Appearance, Language, load_settings
from tests.ui.hands import Hands

PASSPHRASE = "a thread of many ends"


@pytest.fixture
def desk(open_desk, home, qtbot):
    """A desk on an event, and hands to work it."""
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        yield window, event, Hands(qtbot, window, home.home)


def _title(window, event, language="zh-Hans"):
    return window._desk.store.get(event.id).title[language]


def _input(window, path):
    return window.content.editor.form.findChild(object, path)


def test_undo_and_redo_go_through_the_menu_and_name_their_step(desk):
    window, event, hands = desk
    field = _input(window, "title.zh-Hans")
    hands.type_chinese(field, "繅絲廠")
    field.flush()
    hands.settle()
    assert _title(window, event) == "繅絲廠"
    assert "标题" in window.actions_.undo.text()

    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert _title(window, event) == "一座event"
    assert field.text() == "一座event"

    window.bar.redo.click()
    hands.settle()
    assert _title(window, event) == "繅絲廠"


def test_typing_on_in_one_field_is_one_step(desk):
    window, event, hands = desk
    field = _input(window, "title.zh-Hans")
    before = len(window._desk.store.history(event.id))
    for words in ("缫", "缫丝", "缫丝厂"):
        hands.type_chinese(field, words)
        field.flush()
    hands.settle()
    assert len(window._desk.store.history(event.id)) == before + 1
    window.bar.undo.click()
    hands.settle()
    assert _title(window, event) == "一座event"


def test_echo_of_earlier_keys_never_takes_later_ones_away(desk):
    window, event, hands = desk
    field, shown = _input(window, "title.zh-Hans"), []
    field.textChanged.connect(shown.append)
    for words in ("缫", "缫丝", "缫丝厂"):
        hands.type_chinese(field, words)
        field.flush()
    hands.settle()
    assert [words for words in shown if words] == ["缫", "缫丝", "缫丝厂"]
    assert _title(window, event) == "缫丝厂"


def test_what_is_typed_is_saved_when_the_hand_rests(desk, qtbot):
    window, event, hands = desk
    hands.type_chinese(_input(window, "title.zh-Hans"), "歇一歇")
    qtbot.waitUntil(lambda: _title(window, event) == "歇一歇", timeout=10_000)


def test_hand_that_never_rests_is_saved_on_the_way_and_never_called_saved_before(desk, qtbot):
    window, event, hands = desk
    field, written = _input(window, "title.zh-Hans"), []

    def types_on_until_something_is_saved() -> bool:
        written.append("丝")
        hands.type_chinese(field, "".join(written))
        assert window.content.editor.saved.text() != window._desk.say("saved")
        return _title(window, event).startswith("丝")

    before = len(window._desk.store.history(event.id))
    qtbot.waitUntil(types_on_until_something_is_saved, timeout=20_000)
    field.flush()
    hands.settle()
    assert _title(window, event) == "".join(written)
    assert len(window._desk.store.history(event.id)) == before + 1
    assert window.content.editor.saved.text() == window._desk.say("saved")


def test_what_a_full_disk_could_not_take_is_called_unsaved_and_written_when_it_can(
    desk, qtbot, monkeypatch
):
    window, event, hands = desk
    words = window._desk.say

    def full(*_args, **_named):
        raise DiskFull("The disk is full.", "Free some room and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(fields, "set_field", full)
        hands.type_chinese(_input(window, "title.zh-Hans"), "不能丢的字")
        qtbot.waitUntil(lambda: bool(window._desk.unsaved), timeout=10_000)
        hands.settle()
        assert window.content.editor.saved.text() == words("unsaved")
        window._desk.unsaved.try_again()
        hands.settle()
        assert window.content.editor.saved.text() == words("unsaved")
    window._desk.unsaved.try_again()
    qtbot.waitUntil(lambda: _title(window, event) == "不能丢的字", timeout=10_000)
    hands.settle()
    assert window.content.editor.saved.text() == words("saved")


def test_closing_the_window_saves_what_was_typed(open_desk, home, qtbot):
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        Hands(qtbot, window, home.home).type_chinese(_input(window, "title.zh-Hans"), "未歇")
    with open_desk() as window:
        assert _title(window, event) == "未歇"


def test_change_from_another_process_shows(desk, hall, qtbot):
    window, event, _ = desk
    fields.set_field(hall.store, event.id, "title.zh-Hans", "别处改的")
    field = _input(window, "title.zh-Hans")
    qtbot.waitUntil(lambda: field.text() == "别处改的", timeout=10_000)
    assert window.content.editor.title.text() == "别处改的"


def test_refused_value_is_said_under_its_field_and_not_saved(desk):
    window, event, hands = desk
    editor = window.content.editor.form.editors["date"]
    hands.type_chinese(editor.input, "改天")
    editor.flush()
    hands.settle()
    assert editor.note.property("state") == "wrong"
    assert window._desk.store.get(event.id).date is None

    slug = window.content.editor.form.editors["slug"]
    hands.type_chinese(slug.input, "Not A Slug")
    slug.flush()
    hands.settle()
    assert slug.note.text()
    assert window._desk.store.get(event.id).slug == "one-event"


def test_drafted_language_waits_to_be_read(desk):
    window, event, hands = desk
    hands.type_chinese(_input(window, "title.zh-Hans"), "缫丝厂")
    window.content.editor.flush()
    hands.settle()
    tabs = window.content.editor.languages
    tabs.tabs["zh-Hant"].click()
    tabs.draft.click()
    hands.settle()
    assert _title(window, event, "zh-Hant") == "繅絲廠"
    assert "待校" in tabs.tabs["zh-Hant"].text()
    tabs.read.click()
    hands.settle()
    assert "已核" in tabs.tabs["zh-Hant"].text()


def test_removed_record_lies_in_the_bin_and_comes_back(desk):
    window, event, hands = desk
    window.actions_.remove.trigger()
    hands.settle()
    assert not window._desk.store.exists(event.id)
    window.content.show_bin()
    window.content.bin.buttons[event.id].click()
    hands.settle()
    assert window._desk.store.exists(event.id)


def test_new_record_and_copy_open_in_the_editor(desk, qtbot):
    window, _, hands = desk
    window.actions_.add("craft")
    hands.settle()
    made = window.content.editor.record
    assert made.kind is Kind.CRAFT
    assert all(made.title[language] for language in LANGUAGES)
    window.actions_.duplicate.trigger()
    hands.settle()
    assert window.content.editor.record.id != made.id


def test_earlier_revision_comes_back_from_the_history(desk):
    window, event, hands = desk
    hands.type_chinese(_input(window, "title.zh-Hans"), "后来的")
    window.content.editor.flush()
    hands.settle()
    history = window.content.history
    history.list.setCurrentIndex(history.model.index(history.model.rowCount() - 1))
    history.restore.click()
    hands.settle()
    assert _title(window, event) == "一座event"


def test_find_box_opens_what_its_initials_name(desk, hall):
    window, _, _ = desk
    craft = hall.store.find(Kind.CRAFT, "one-craft")
    fields.set_field(hall.store, craft.id, "title.zh-Hans", "香云纱")
    window.open_finder()
    picker = next(child for child in window.children() if child.objectName() == "popup")
    QTest.keyClicks(picker.input, "xys")
    assert picker.model.rows[0] == row_of(window._desk, window._desk.store.get(craft.id))
    QTest.keyClick(picker.input, Qt.Key.Key_Return)
    assert window.content.editor.record_id == craft.id


@pytest.mark.parametrize("language", list(Language))
def test_another_language_and_lighting_keep_the_place(desk, language):
    window, event, _ = desk
    window.speak(language)
    window.light(Appearance.DARK)
    assert window.content.editor.record_id == event.id
    assert window.bar.publish.text() == window._desk.say("publish")
    assert window.windowTitle() == window._desk.words.say("desk", language)


def test_chosen_language_and_lighting_are_there_the_next_time(desk, home):
    window, _, _ = desk
    home.settings.write_text('author = "陈"\nidle_seconds = 70\n', "utf-8")
    window.actions_.language_chosen.emit(Language.EN)
    window.actions_.appearance_chosen.emit(Appearance.DARK)
    kept = load_settings(home.settings, {})
    assert (kept.language, kept.appearance) == (Language.EN, Appearance.DARK)
    assert (kept.author, kept.idle_seconds) == ("陈", 70)


def test_every_word_of_the_desk_is_there_in_every_language(desk):
    window, _, _ = desk
    assert not window._desk.words.missing()


def test_models_keep_the_rules_of_qt(desk, hall, qtbot):
    window, event, hands = desk
    models = (
        window.content.navigator.model, window.content.listing.model,
        window.content.problems.model, window.content.history.model,
        window.media.model, window.publishing.changed.model,
    )  # fmt: skip
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    for space in WORKSPACES:
        window.show_workspace(space)
    window.open_record(event.id)
    window.actions_.add("event")
    hands.settle()
    window.actions_.remove.trigger()
    hands.settle()
    window.bar.undo.click()
    hands.settle()
    window.content.listing.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    window.content.listing.filters.search.setText("event")
    window.content.listing.filters.search.clear()
    elsewhere = records.create(
        hall.store, Kind.EVENT, "from-elsewhere", {"title.zh-Hans": "别处来的"}
    )
    listing = window.content.listing
    qtbot.waitUntil(lambda: listing.model.row_of(elsewhere.id) is not None, timeout=10_000)
    assert len(testers) == len(models)


def test_publishing_and_exporting_go_through_the_page(desk, hall, home, qtbot, tmp_path):
    window, _, _hands = desk
    with hall.store.edit("Begin before the first release") as edit:
        for record in hall.store.all(Kind.RELEASE):
            edit.remove(record.id)
    window.show_workspace("publish")
    page = window.publishing
    qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
    page.passphrase.setText(PASSPHRASE)
    page.again.setText(PASSPHRASE)
    page.note.setPlainText("第一次")
    page.go.click()
    qtbot.waitUntil(lambda: bool(page.result.text()), timeout=60_000)
    released = ReleasesFolder(home.releases)
    assert released.current() is not None
    assert not page.passphrase.text()

    package = tmp_path / "out.hall"
    page.exports.export_package(package)
    qtbot.waitUntil(package.is_file, timeout=60_000)
    folder = tmp_path / "content"
    page.exports.export_content(folder)
    qtbot.waitUntil(lambda: window.is_idle, timeout=60_000)
    assert (folder / "event" / "one-event.yaml").is_file()


def test_wrong_passphrase_is_said_in_the_quiet_bar(desk, qtbot):
    window, _, _ = desk
    window.show_workspace("publish")
    page = window.publishing
    page.passphrase.setText("one thing here")
    page.again.setText("another there!")
    with qtbot.waitSignal(window._desk.noticed) as told:
        page.publish()
    assert told.args[0] == "error"


def test_what_nobody_foresaw_is_one_sentence_and_a_line_in_the_log(desk, qtbot, caplog):
    window, _, _ = desk
    with (
        caplog.at_level(logging.ERROR),
        app.unexpected_told(window),
        qtbot.waitSignal(window._desk.noticed) as told,
    ):
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("of nothing"), None)
    assert told.args == ["error", window._desk.say("problem-unknown"), ""]
    assert "of nothing" in caplog.text


def test_imported_file_is_a_new_tile(desk, qtbot, tmp_path):
    window, _, _hands = desk
    window.show_workspace("media")
    before = window.media.model.rowCount()
    file = tmp_path / "another.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    with qtbot.waitSignal(window._desk.noticed, timeout=30_000) as told:
        window.media.import_files([file, bad])
    assert window.media.model.rowCount() == before + 1
    assert "bad.jpg" in window.media.refusals.told[0]
    assert "bad.jpg" in told.args[2]


def test_problem_leads_to_its_field(desk, qtbot):
    window, _event, _ = desk
    qtbot.waitUntil(lambda: window.content.problems.model.rowCount() > 0, timeout=30_000)
    problem = window.content.problems.model.problems[0]
    group = window.content.problems.model.index(0, 0)
    window.content.problems._press(window.content.problems.model.index(0, 0, group))
    assert window.content.editor.record_id == problem.id


def test_pictures_of_every_view_are_written(home, hall, tmp_path, qapp):
    files = shots.render(hall, tmp_path, languages=("en",), themes=("dark",))
    assert {file.name for file in files} == {f"desk-{view}_en_dark.png" for view in shots.VIEWS}
    assert all(file.stat().st_size > 10_000 for file in files)
