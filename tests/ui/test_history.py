"""The history at the desk: who changed what, the words and pictures before and after, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_app.curator.difference import difference
from hall_app.curator.models.history import STEP
from hall_app.domain.kinds import Kind
from hall_app.editing import fields
from hall_app.settings import Language
from tests.ui.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def changed(hall):
    """An event whose date one person set and another changed, among edits of other fields."""
    event = hall.store.find(Kind.EVENT, "one-event")
    for author, path, value in (
        ("陈", "date", "1872"),
        ("陈", "title.zh-Hans", "继昌隆缫丝厂"),
        ("李", "date", "1873"),
        ("李", "importance", 2),
    ):
        fields.set_fields(hall.store, event.id, {path: value}, author=author)
    return event


@pytest.mark.parametrize("language", list(Language))
def test_who_changed_a_date_is_found_and_the_date_restored_by_keys(
    changed, open_desk, home, qtbot, language
):
    with open_desk() as window:
        hands = Hands(qtbot, window, home.home)
        window.speak(language)
        qtbot.waitUntil(lambda: window.is_idle and window.bar.isVisible(), timeout=10_000)
        window.open_record(changed.id)
        window.content.side.bring("history")
        history = window.content.history
        history.list.setFocus()
        QTest.keyClick(history.list, Qt.Key.Key_Home)
        found = ""
        while history.list.currentIndex().row() < history.model.rowCount() - 1:
            step = history.list.currentIndex().data(STEP)
            if "1873" in history.difference.toPlainText():
                found = step.author
                break
            QTest.keyClick(history.list, Qt.Key.Key_Down)
        assert found == "李"
        # The step before it in time is the next one down: the title, with the date still 1872.
        QTest.keyClick(history.list, Qt.Key.Key_Down)
        assert history.restore.isEnabled()
        QTest.keyClick(window, Qt.Key.Key_R, CONTROL | SHIFT)
        # A button that is pressed by its keys is seen to go down before it acts.
        store = window._desk.store
        qtbot.waitUntil(lambda: store.get(changed.id).date.edtf == "1872", timeout=10_000)
        hands.settle()
        assert store.get(changed.id).title["zh-Hans"] == "继昌隆缫丝厂"
        assert window.content.editor.form.editors["date"].input.text() == "1872"
        window.bar.undo.click()
        hands.settle()
        assert window._desk.store.get(changed.id).date.edtf == "1873"


def test_pictures_that_went_and_came_are_seen(hall, open_desk):
    store = hall.store
    event = store.find(Kind.EVENT, "one-event")
    picture = store.find(Kind.MEDIA, "picture")
    fields.set_fields(store, event.id, {"media": [picture.id]})
    with open_desk() as window:
        (step,) = store.outlines(event.id, limit=1)
        html = difference(window._desk, step, event.id)
        assert html.count("<img") == 2
        window.content.history.difference.setHtml(html)
        text = window.content.history.difference.toPlainText()
        assert "→" in text


def test_step_that_touched_many_names_the_first_and_counts_the_rest(hall, open_desk):
    with hall.store.edit("Many") as edit:
        for number in range(40):
            event = hall.store.find(Kind.EVENT, "one-event")
            edit.put(type(event)(id=hall.store.new_id(), slug=f"many-{number}"))
    with open_desk() as window:
        (step,) = window._desk.store.outlines(limit=1)
        assert (step.count, len(step.changes)) == (40, 12)
        assert "还有 28 条" in difference(window._desk, step, "")
