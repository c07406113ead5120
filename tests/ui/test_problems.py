"""The problems list at work: each problem leads to its field, is mended by hand, and is gone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from hall_app.curator.models.problems import VERB, WHAT, WRONG
from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Citation
from hall_app.domain.text import Text, Wording
from hall_app.editing import fields, records
from hall_app.publishing.report import Grouping
from tests.publishing.making import text, year
from tests.ui.hands import Hands


@pytest.fixture
def desk(open_desk, home, hall, qtbot):
    """A desk whose event has nothing but what a test puts into it."""
    event = hall.store.find(Kind.EVENT, "one-event")
    source = hall.store.find(Kind.SOURCE, "one-source")
    whole = replace(
        event, title=text("一件事"), date=year(1900), citations=(Citation(source=source.id),)
    )
    records.put(hall.store, whole)
    with open_desk() as window:
        yield Desk(window, whole, hall, qtbot, Hands(qtbot, window, home.home))


class Desk:
    """A curator before the problems list."""

    def __init__(self, window, event, hall, qtbot, hands):
        self.window, self.event, self.hall, self.hands = window, event, hall, hands
        self.panel = window.content.problems
        self._qtbot = qtbot
        self.settle()

    def settle(self):
        """Until nothing is under way, in the library or in the list."""
        self.hands.settle()
        self._qtbot.waitUntil(lambda: not self.panel.is_waiting, timeout=30_000)

    def put(self, **values):
        """Another process writes into the event."""
        records.put(self.hall.store, replace(self.event, **values))
        self.window._desk.feed.look()
        self.settle()

    def rows(self, code="", path=""):
        """The places of the event's problems in the list."""
        model = self.panel.model
        groups = [model.index(row, WHAT) for row in range(model.rowCount())]
        every = [
            model.index(row, WHAT, group)
            for group in groups
            for row in range(model.rowCount(group))
        ]
        mine = [
            (index, model.groups[index.parent().row()].problems[index.row()]) for index in every
        ]
        return [
            index
            for index, problem in mine
            if problem.id == self.event.id
            and code in ("", problem.code)
            and path in ("", problem.field)
        ]

    def codes(self):
        return {
            one.code
            for group in self.panel.model.groups
            for one in group.problems
            if one.id == self.event.id
        }

    def click(self, index, column=WHAT):
        """Click a row, its group unfolded."""
        table = self.panel.table
        self.window.content.side.bring("problems")
        table.expand(index.parent())
        place = index.siblingAtColumn(column)
        table.scrollTo(place)
        QTest.mouseClick(
            table.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            table.visualRect(place).center(),
        )
        self.settle()

    def see_only_this_record(self):
        self.window.open_record(self.event.id)
        combo = self.panel.grouping
        combo.setCurrentIndex(combo.findData(Grouping.RECORD))
        combo.activated.emit(combo.currentIndex())
        self.settle()

    def stored(self):
        return self.window._desk.store.get(self.event.id)


# What is wrong, the problem it makes, the field the click leads to, and what is typed there.
FAULTS = [
    ({"title": Text.of({"en": "Only English"})}, "title-missing", "title.zh-Hans", "补上"),
    ({"title": text("长" * 41)}, "text-long", "title.zh-Hans", "短"),
    ({"text": Text.of({"zh-Hans": "字", "zh-Hant": "字"})}, "language-missing", "text.en", "word"),
    ({"text": text("见[这里](event:gone)")}, "link-broken", "text.zh-Hans", "不见"),
    ({"text": text("一𠮷字")}, "glyph-missing", "text.zh-Hans", "一吉字"),
    ({"short_title": text("一" * 13)}, "text-long", "short_title.zh-Hans", "短"),
]


@pytest.mark.parametrize(("values", "code", "path", "typed"), FAULTS)
def test_problem_is_clicked_mended_in_its_field_and_gone(desk, values, code, path, typed):
    desk.put(**values)
    desk.see_only_this_record()
    (row,) = desk.rows(code, path)
    desk.click(row)
    focus = QApplication.focusWidget()
    assert focus.objectName() == path
    desk.hands.type_chinese(focus, typed)
    focus.flush()
    desk.settle()
    assert not desk.rows(code, path)


def test_date_to_come_is_mended_where_the_click_leads(desk):
    desk.put(date=year(2090))
    desk.see_only_this_record()
    desk.click(desk.rows("event-future")[0])
    focus = QApplication.focusWidget()
    focus.selectAll()
    QTest.keyClicks(focus, "1901")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    desk.settle()
    assert desk.stored().date.earliest == Day(1901)
    assert not desk.rows("event-future")


def test_verb_drafts_a_missing_wording_and_marks_it_read(desk):
    desk.put(text=Text.of({"zh-Hans": "缫丝厂", "en": "filature"}))
    desk.see_only_this_record()
    desk.click(desk.rows("language-missing")[0], VERB)
    assert desk.stored().text.wording("zh-Hant") == Wording(
        "繅絲廠", is_drafted=True, made_from=desk.stored().text.wording("zh-Hant").made_from
    )
    desk.click(desk.rows("language-drafted")[0], VERB)
    assert not desk.stored().text.wording("zh-Hant").is_drafted
    assert desk.codes() == set()


def test_verb_marks_what_was_verified(desk):
    fields.set_fields(desk.hall.store, desk.event.id, {"confidence": "general"})
    desk.window._desk.feed.look()
    desk.settle()
    desk.click(desk.rows("to-verify")[0], VERB)
    assert str(desk.stored().confidence) == "sourced"
    desk.window.bar.undo.click()
    desk.settle()
    assert desk.rows("to-verify")


def test_advice_is_ruled_acceptable_with_a_reason_and_opens_again_when_the_field_changes(desk):
    desk.put(date=year(2090))
    desk.see_only_this_record()
    desk.click(desk.rows("event-future")[0])
    assert not desk.panel.because.isHidden()
    desk.panel.rule.click()
    assert not desk.stored().rulings
    desk.panel.because.setFocus()
    desk.hands.type_chinese(desk.panel.because, "计划已获批准")
    QTest.keyClick(desk.panel.because, Qt.Key.Key_Return)
    desk.settle()
    (ruling,) = desk.stored().rulings
    assert (ruling.because, ruling.by, ruling.field) == ("计划已获批准", "test", "date")
    assert not desk.rows("event-future")
    told = desk.window.content.editor.form.editors["rulings"]
    assert not told.isHidden()

    desk.window.bar.undo.click()
    desk.settle()
    assert desk.rows("event-future")
    desk.window.bar.redo.click()
    desk.settle()
    assert not desk.rows("event-future")
    fields.set_field(desk.hall.store, desk.event.id, "date", "2091")
    desk.window._desk.feed.look()
    desk.settle()
    assert desk.rows("event-future")


def test_list_is_searched_and_grouped(desk):
    desk.put(date=year(2090))
    panel = desk.panel
    QTest.keyClicks(panel.search, "one-event")
    desk._qtbot.waitUntil(lambda: not panel._typed.isActive() and not panel.is_waiting)
    found = {one.slug for one in panel.model.problems}
    assert found == {"one-event"}
    panel.search.clear()
    desk._qtbot.waitUntil(lambda: not panel._typed.isActive() and not panel.is_waiting)
    assert len({one.slug for one in panel.model.problems}) > 1
    panel.grouping.setCurrentIndex(panel.grouping.findData(Grouping.GALLERY))
    panel.grouping.activated.emit(1)
    desk.settle()
    scores = [group.score for group in panel.model.groups if group.key]
    assert all(0 < one < 1 for one in scores if one is not None)


def test_whole_hall_is_mended_one_problem_after_another(desk):
    """Whatever the verb leads to, the list grows shorter until the event has no problem left."""
    desk.put(
        title=Text.of({"zh-Hans": "事", "en": "event"}),
        text=Text.of(
            {"zh-Hans": Wording("丝"), "zh-Hant": Wording("絲", is_drafted=True), "en": "s"}
        ),
    )
    desk.see_only_this_record()
    before = len(desk.rows())
    assert before == 2
    while rows := desk.rows():
        desk.click(rows[0], VERB)
        assert len(desk.rows()) <= before
    assert desk.panel.score.text().endswith("100%")


def test_words_that_spill_on_the_page_are_told_while_the_hands_rest_and_gone_when_mended(desk):
    gallery = desk.hall.store.find(Kind.GALLERY, "one-gallery")
    long = "缫丝".join("厂" * 60)

    def spills() -> bool:
        problems = desk.panel.model.problems
        return any(one.code == "text-misfit" and one.id == gallery.id for one in problems)

    records.put(desk.hall.store, replace(gallery, lead=text(long)))
    desk._qtbot.waitUntil(spills, timeout=60_000)
    records.put(desk.hall.store, replace(gallery, lead=text("短")))
    desk._qtbot.waitUntil(lambda: not spills(), timeout=60_000)
    assert not desk.window.content.fitting.is_measuring


def test_every_row_names_its_record_first_in_every_grouping(desk):
    desk.put(title=text("一件名字很长很长的事" * 3), text=Text.of("只有简体"), citations=())
    model = desk.panel.model
    for grouping in Grouping:
        desk.window.open_record(desk.event.id)
        desk.panel.grouping.setCurrentIndex(desk.panel.grouping.findData(grouping))
        desk.panel.grouping.activated.emit(0)
        desk.settle()
        assert model.grouping is grouping
        (row,) = desk.rows("source-missing")
        assert row.data() == "一件名字很长很长的事" * 3
        assert row.data(Qt.ItemDataRole.AccessibleTextRole).startswith(row.data())
        assert row.data(Qt.ItemDataRole.ToolTipRole).startswith(row.data())
        assert row.data(WRONG).endswith("没有出处。")


@pytest.mark.parametrize("width", [300, 470, 900])
def test_names_are_never_cut_however_narrow_the_list(desk, width):
    desk.put(title=text("名" * 60), citations=())
    desk.see_only_this_record()
    table, (row,) = desk.panel.table, desk.rows("source-missing")
    desk.window.content.side.bring("problems")
    table.setFixedWidth(width)
    metrics = table.fontMetrics()
    desk._qtbot.waitUntil(lambda: table.width() == width and table.columnWidth(WHAT) < width)
    lines = table.itemDelegate().lines(row, metrics)
    whole = lines.name.width() * lines.name.height() // metrics.lineSpacing()
    assert whole >= metrics.horizontalAdvance(row.data())
    assert lines.name.right() <= table.columnWidth(WHAT)
    assert not lines.name.intersects(lines.wrong)
    assert table.itemDelegate().sizeHint(None, row).height() == lines.height


def test_the_list_keeps_the_rules_of_qt(desk):
    tester = QAbstractItemModelTester(
        desk.panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    desk.put(date=year(2090))
    desk.see_only_this_record()
    desk.click(desk.rows()[0])
    assert tester.model() is desk.panel.model
