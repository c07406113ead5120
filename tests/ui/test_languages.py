"""The table of every record's languages: looked at, filtered, brought on, and left for a field."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hall_app.curator.languages.model import COLUMNS
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Term
from hall_app.domain.text import Text
from hall_app.domain.wordings import State
from hall_app.editing import fields

MANY = 150


@pytest.fixture
def many(hall):
    """A hall with a glossary, and many events that are there in Simplified Chinese only."""
    house = hall.store.find(Kind.HALL, "one-hall")
    fields.set_field(hall.store, house.id, "glossary", (Term(hans="里水", hant="里水"),))
    event = hall.store.find(Kind.EVENT, "one-event")
    with hall.store.edit("Many") as edit:
        for number in range(MANY):
            title = Text.of(f"里水丝厂{number:03}")
            new = hall.store.new_id()
            edit.put(type(event)(id=new, slug=f"many-{number:03}", title=title))
    return MANY


@pytest.fixture
def languages(many, open_desk, qtbot):
    """The table, on the screen of a desk."""
    with open_desk() as window:
        panel = window.content.languages
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(panel.isVisible)
        yield window, panel


def _choose(panel, *rows):
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = panel.model.index(row, 0)
        panel.table.selectionModel().select(index, flags.Select | flags.Rows)


def _finish(window, panel, qtbot):
    qtbot.waitUntil(lambda: panel.task is None and not window._busy, timeout=20_000)


def _title(window, number):
    return window._desk.store.find(Kind.EVENT, f"many-{number:03}").title


def test_table_keeps_the_promises_of_a_model_and_reads_a_page_at_a_time(languages):
    _, panel = languages
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert panel.model.rowCount() > MANY
    assert sum(len(page) for page in panel.model._pages.values()) < panel.model.rowCount()
    hant = panel.model.index(0, COLUMNS.index("zh-Hant"))
    assert "缺" in hant.data(Qt.ItemDataRole.AccessibleTextRole)


def test_filters_narrow_the_table_and_the_totals_tell_the_rest(languages):
    _, panel = languages
    panel.filters.choose(panel.filters.kind, "event")
    panel.filters.choose(panel.filters.state, "missing")
    assert panel.model.rowCount() == MANY + 1
    assert panel.count.text() == "151 条"
    assert "缺 151" in panel.totals.words["zh-Hant"].text()
    panel.filters.choose(panel.filters.state, "stale")
    assert panel.views.currentWidget() is panel.empty
    panel.filters.clear()
    assert panel.model.rowCount() > MANY + 1


def test_all_that_is_listed_is_drafted_by_the_glossary_as_one_step(languages, qtbot):
    window, panel = languages
    panel.filters.choose(panel.filters.kind, "event")
    assert "151" in panel.draft.text()
    panel.filters.choose(panel.filters.state, "read")
    assert not panel.draft.isEnabled()
    panel.filters.choose(panel.filters.state, None)
    panel.draft.click()
    _finish(window, panel, qtbot)
    assert _title(window, 149)["zh-Hant"] == "里水絲廠149"
    assert "待校 151" in panel.totals.words["zh-Hant"].text()
    assert "151" in window.actions_.undo.text()
    window.bar.undo.click()
    qtbot.waitUntil(lambda: "缺 151" in panel.totals.words["zh-Hant"].text(), timeout=10_000)


def test_only_what_is_chosen_is_drafted_and_marked_as_read(languages, qtbot):
    window, panel = languages
    panel.filters.choose(panel.filters.kind, "event")
    assert not panel.read.isEnabled()
    _choose(panel, 1, 2)
    chosen = panel.chosen_ids
    panel.draft.click()
    _finish(window, panel, qtbot)
    panel.filters.choose(panel.filters.state, "drafted")
    assert set(panel.model.every_id()) == set(chosen)
    panel.table.selectAll()
    panel.read.click()
    _finish(window, panel, qtbot)
    assert panel.model.rowCount() == 0
    titles = [window._desk.store.get(one).title for one in chosen]
    assert not any(title.wording("zh-Hant").is_drafted for title in titles)


def test_english_is_not_drafted_by_a_machine(languages):
    _, panel = languages
    panel.filters.choose(panel.filters.language, "en")
    assert not panel.draft.isVisible()


def test_cancelling_leaves_every_record_as_it_was(languages, qtbot):
    window, panel = languages
    before = window._desk.store.version
    panel.draft.click()
    panel.progress.cancel.click()
    _finish(window, panel, qtbot)
    assert window._desk.store.version == before
    assert panel.draft.isEnabled()


def test_double_click_opens_the_field_in_its_language(languages):
    window, panel = languages
    panel.filters.choose(panel.filters.kind, "event")
    index = panel.model.index(3, COLUMNS.index("en"))
    assert panel.model.line(3).cells[2].state is State.MISSING
    panel.table.doubleClicked.emit(index)
    editor = window.content.editor
    assert editor.record_id == index.siblingAtColumn(0).data(Qt.ItemDataRole.UserRole + 1).id
    assert editor.languages.language == "en"
    assert window.focusWidget().objectName() == "title.en"


def test_glossary_is_one_click_away(languages):
    window, panel = languages
    panel.glossary.click()
    assert window.content.editor.record.kind is Kind.HALL


def test_edit_of_another_hand_is_seen(languages, hall, qtbot):
    window, panel = languages
    panel.filters.choose(panel.filters.language, "en")
    panel.filters.choose(panel.filters.state, "read")
    before = panel.model.rowCount()
    event = hall.store.find(Kind.EVENT, "many-007")
    fields.set_field(hall.store, event.id, "title.en", "Mill")
    qtbot.waitUntil(lambda: panel.model.rowCount() == before + 1, timeout=10_000)
    assert window.content.middle.currentWidget() is panel


def test_where_nothing_is_missing_there_is_nothing_to_draft(languages, qtbot):
    window, panel = languages
    panel.filters.choose(panel.filters.kind, "event")
    panel.draft.click()
    _finish(window, panel, qtbot)
    qtbot.waitUntil(lambda: not panel.draft.isEnabled())
