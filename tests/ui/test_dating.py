"""The date field: what it offers while one types, and how it says what it understood."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_app.domain.kinds import Kind
from tests.ui.hands import Hands


@pytest.fixture
def dating(open_desk, home, qtbot):
    """The date field of an event, and hands to type into it."""
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        editor = window.content.editor.form.editors["date"]
        window.content.editor.pages.page.ensureWidgetVisible(editor.input)
        yield window, event, editor, Hands(qtbot, window, home.home)


def _date(window, event):
    return window._desk.store.get(event.id).date


def test_era_that_was_begun_is_offered_and_taken_with_the_keys(dating):
    window, event, editor, hands = dating
    hands.type_chinese(editor.input, "同治")
    popup = editor.offers.popup()
    assert popup.isVisible()
    shown = [
        editor.offers.offers.item(row).text() for row in range(editor.offers.offers.rowCount())
    ]
    at = next(row for row, words in enumerate(shown) if words.startswith("同治年间"))
    assert "1862 至 1874" in shown[at]
    for _ in range(at + 1):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    hands.settle()
    assert _date(window, event).edtf == "1862/1874"
    assert _date(window, event).words["zh-Hans"] == "同治年间"


def test_year_is_told_in_both_calendars(dating):
    _, _, editor, hands = dating
    hands.type_chinese(editor.input, "1872")
    assert "清同治十一年（壬申）" in editor.note.text()
    hands.type_chinese(editor.input, "1923-02-20")
    assert "农历正月初五" in editor.note.text()
    editor.offers.popup().hide()
    editor.flush()
    hands.settle()


def test_time_that_people_bound_differently_is_refused_with_what_to_write(dating):
    window, event, editor, hands = dating
    hands.type_chinese(editor.input, "改革开放初期")
    editor.flush()
    hands.settle()
    assert "改革开放初期" in editor.note.text()
    assert "1978/1984" in editor.note.text()
    assert _date(window, event) is None


def test_reading_stays_under_the_field_while_it_is_saved(dating):
    _, _, editor, hands = dating
    hands.type_chinese(editor.input, "清同治十一年")
    editor.offers.list.hide()
    editor.flush()
    assert "1872" in editor.note.text()
    assert editor.note.isVisible()
    hands.settle()
