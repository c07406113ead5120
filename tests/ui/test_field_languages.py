"""One field in its languages: side by side, its state, what would bring it on, and its sources."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout

from hall_app.curator.forms.field_state import SourceChange
from hall_app.curator.picker import Picker
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Term
from hall_app.editing import fields
from hall_app.settings import load_settings
from tests.ui.hands import Hands


@pytest.fixture
def desk(hall, open_desk, home, qtbot):
    """A desk on an event whose title is there in Simplified Chinese only."""
    house = hall.store.find(Kind.HALL, "one-hall")
    fields.set_field(hall.store, house.id, "glossary", (Term(hans="里水", hant="里水"),))
    event = hall.store.find(Kind.EVENT, "one-event")
    fields.set_field(hall.store, event.id, "title.zh-Hans", "里水的丝厂")
    with open_desk() as window:
        window.open_record(event.id)
        yield window, event, Hands(qtbot, window, home.home)


def _title(window, event):
    return window._desk.store.get(event.id).title


def _editor(window, name="title"):
    return window.content.editor.form.editors[name]


def test_source_stands_at_the_left_of_the_language_and_the_desk_remembers_it(desk, home):
    window, _, _ = desk
    tabs, title = window.content.editor.languages, _editor(window)
    tabs.tabs["en"].click()
    assert not title.inputs["zh-Hans"].isVisible()
    tabs.beside.click()
    assert title.inputs["zh-Hans"].isVisible()
    assert title.inputs["en"].isVisible()
    assert not title.inputs["zh-Hant"].isVisible()
    assert title._lines.direction() is QBoxLayout.Direction.LeftToRight
    assert load_settings(home.settings, {}).side_by_side
    tabs.tabs["zh-Hans"].click()
    assert not title.inputs["en"].isVisible()
    tabs.beside.click()
    assert not load_settings(home.settings, {}).side_by_side


def test_field_is_drafted_by_the_glossary_then_read(desk):
    window, event, hands = desk
    window.content.editor.languages.tabs["zh-Hant"].click()
    state = _editor(window).state
    assert state.words.text() == "缺"
    state.draft.click()
    hands.settle()
    assert _title(window, event)["zh-Hant"] == "里水的絲廠"
    assert _title(window, event).wording("zh-Hant").is_drafted
    assert state.words.text() == "待校"
    assert not state.draft.isVisible()
    state.done.click()
    hands.settle()
    assert not _title(window, event).wording("zh-Hant").is_drafted
    assert not state.isVisible()
    window.bar.undo.click()
    hands.settle()
    assert state.isVisible()


def test_english_that_is_missing_says_so_and_cannot_be_drafted(desk):
    window, _, _ = desk
    window.content.editor.languages.tabs["en"].click()
    state = _editor(window).state
    assert state.words.text() == "缺"
    assert not state.draft.isVisible()
    assert not state.done.isVisible()


def test_outdated_field_shows_what_changed_in_the_source(desk):
    window, event, hands = desk
    hands.type_chinese(_editor(window).inputs["en"], "The Lishui mill")
    _editor(window).flush()
    hands.settle()
    hands.type_chinese(_editor(window).inputs["zh-Hans"], "里水的纱厂")
    _editor(window).flush()
    hands.settle()
    window.content.editor.languages.tabs["en"].click()
    state = _editor(window).state
    assert state.words.text() == "过期"
    state.compare.click()
    change = window.findChild(SourceChange)
    before, after = (line.text() for line in change.lines)
    assert "里水的<s" in before
    assert ">丝</s>厂" in before
    assert ">纱</span>厂" in after
    QTest.keyClick(change, Qt.Key.Key_Escape)
    state.done.click()
    hands.settle()
    assert not _title(window, event).is_stale("en", "zh-Hans")


def test_source_is_added_for_exactly_this_field_and_counted_there(desk):
    window, event, hands = desk
    marks = window.content.editor.form.sources["title"]
    assert marks.text() == ""
    marks.click()
    picker = next(p for p in window.findChildren(Picker) if p.isVisible())
    QTest.keyClicks(picker.input, "one-source")
    QTest.keyClick(picker.input, Qt.Key.Key_Return)
    hands.settle()
    (citation,) = window._desk.store.get(event.id).citations
    assert citation.field == "title"
    assert marks.text() == "1"
    assert window.content.editor.form.sources["text"].text() == ""
    menu = marks.menu_of()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "一座source", "为这一栏添加出处…",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert window.content.editor.record.kind is Kind.SOURCE


def test_table_of_sources_names_the_field_each_supports(desk, hall, qtbot):
    window, event, _ = desk
    source = hall.store.find(Kind.SOURCE, "one-source")
    cited = [{"source": source.id}, {"source": source.id, "field": "date.words"}]
    fields.set_field(hall.store, event.id, "citations", cited)
    items = _editor(window, "citations").items
    qtbot.waitUntil(lambda: len(items) == 2, timeout=10_000)
    shown = [item.editors["field"].input.currentText() for item in items]
    assert shown[0] == "整条记录"
    assert shown[1].startswith("日期")


def test_one_answer_is_right_and_another_takes_its_place(desk):
    window, _, hands = desk
    quiz = window._desk.store.find(Kind.QUIZ, "one-quiz")
    window.open_record(quiz.id)
    questions = _editor(window, "questions")
    questions.add.click()
    hands.settle()
    answers = questions.items[0].editors["answers"]
    for _ in range(3):
        answers.add.click()
        hands.settle()

    def right():
        question = window._desk.store.get(quiz.id).questions[0]
        return [answer.is_right for answer in question.answers]

    for at in (0, 2, 2):
        answers.items[at].editors["is_right"].input.click()
        hands.settle()
        assert right() == [place == at for place in range(3)]
    window.bar.undo.click()
    hands.settle()
    assert right() == [True, False, False]


def test_item_is_dragged_by_its_grip_to_another_place(desk):
    window, _, hands = desk
    hall = window._desk.store.find(Kind.HALL, "one-hall")
    window.open_record(hall.id)
    glossary = _editor(window, "glossary")
    for _ in range(2):
        glossary.add.click()
        hands.settle()
    hands.type_chinese(glossary.items[2].editors["hans"].input, "佛山")
    window.content.editor.flush()
    hands.settle()
    window.content.editor.pages.page.ensureWidgetVisible(glossary)
    first, last = glossary._frames[0], glossary._frames[2]
    to = last.grip.mapFromGlobal(first.grip.mapToGlobal(first.grip.rect().center()))
    QTest.mousePress(last.grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(last.grip, to)
    QTest.mouseRelease(last.grip, Qt.MouseButton.LeftButton, pos=to)
    hands.settle()
    assert [term.hans for term in window._desk.store.get(hall.id).glossary] == ["佛山", "里水", ""]
