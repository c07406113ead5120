"""Lists at the desk: found, filtered, sorted, chosen, and read a page at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_app.domain.kinds import Kind
from hall_app.domain.text import Text
from hall_app.editing import dates, fields, records, searches
from hall_app.store.listing import Listing

MANY = 300


@pytest.fixture
def many(hall):
    """Three hundred more events, half of them in the gallery."""
    gallery = hall.store.find(Kind.GALLERY, "one-gallery").id
    event = hall.store.find(Kind.EVENT, "one-event")
    with hall.store.edit("Many") as edit:
        for number in range(MANY):
            edit.put(
                type(event)(
                    id=hall.store.new_id(), slug=f"many-{number:03}",
                    title=Text.of({"zh-Hans": f"缫丝{number:03}", "zh-Hant": "繅絲", "en": "Reel"}),
                    date=dates.parse(str(1500 + number)), text=Text.of("蚕丝从水里抽出来。"),
                    gallery=gallery if number % 2 else None,
                )
            )  # fmt: skip
    return gallery


@pytest.fixture
def listing(many, open_desk, qtbot):
    """The list of events, on the screen."""
    with open_desk() as window:
        window.content.show_kind(Kind.EVENT)
        qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
        yield window.content.listing


def titles(listing, rows):
    return [listing.model.line(row).title for row in rows]


def test_list_reads_only_the_pages_that_are_looked_at(listing):
    assert listing.model.rowCount() == MANY + 1
    seen = sum(len(page) for page in listing.model._pages.values())
    assert seen < MANY
    listing.table.scrollToBottom()
    assert listing.model.line(MANY).title.startswith("缫丝")


def test_head_clicked_sorts_by_it_then_the_other_way_then_not_at_all(listing):
    header = listing.table.horizontalHeader()
    at = header.sectionViewportPosition(2) + 20

    def click():
        QTest.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=header.rect().center().__class__(at, 8),
        )

    click()
    assert titles(listing, (0, 1)) == ["缫丝000", "缫丝001"]
    click()
    assert listing.model.listing.is_falling
    assert titles(listing, (1, 2)) == ["缫丝299", "缫丝298"]
    click()
    assert not listing.model.listing.is_falling


def test_words_filters_and_their_clearing(listing, many, qtbot):
    QTest.keyClicks(listing.filters.search, "saosi")
    qtbot.waitUntil(lambda: listing.model.rowCount() == MANY)
    listing.filters.choose("gallery", many)
    assert listing.model.rowCount() == MANY // 2
    assert listing.count.text() == "150 条"
    listing.filters.choose("is_cited", value=True)
    assert listing.views.currentWidget() is listing.empty
    listing.filters.clear()
    assert listing.model.rowCount() == MANY + 1
    assert listing.views.currentWidget() is listing.table


def test_one_click_opens_and_control_or_shift_choose_several(listing, qtbot):
    table = listing.table

    def click(row, *modifiers):
        keys = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            keys |= one
        place = table.visualRect(listing.model.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)

    with qtbot.waitSignal(listing.record_chosen) as opened:
        click(2)
    assert opened.args == [listing.model.line(2).id]


def test_chosen_records_stay_chosen_when_others_come_and_go(listing, hall, qtbot):
    listing.table.selectRow(5)
    model = listing.table.selectionModel()
    flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
    model.select(listing.model.index(9, 0), flags)
    chosen = set(listing.chosen_ids)
    assert len(chosen) == 2
    assert listing.chosen.words.text() == "已选 2 条"
    records.create(hall.store, Kind.EVENT, "earliest", {"title.zh-Hans": "最早", "date": "900"})
    qtbot.waitUntil(lambda: listing.model.rowCount() == MANY + 2, timeout=10_000)
    assert set(listing.chosen_ids) == chosen


def test_everything_chosen_is_everything_in_the_list(listing):
    listing.table.selectAll()
    assert len(listing.chosen_ids) == MANY + 1
    QTest.keyClick(listing.table, Qt.Key.Key_Escape)
    assert listing.chosen_ids == ()
    assert listing.chosen.isHidden()


def test_stories_show_the_same_records_with_their_texts(listing):
    listing.as_stories.click()
    assert listing.views.currentWidget() is listing.stories
    line = listing.model.line(4)
    assert line.lead == "蚕丝从水里抽出来。"
    picture = listing.stories.grab().toImage()
    assert picture.width() > 100


def test_edit_elsewhere_shows_in_its_line(listing, hall, qtbot):
    one = listing.model.line(3)
    fields.set_field(hall.store, one.id, "title.zh-Hans", "别处改了")
    qtbot.waitUntil(lambda: listing.model.line(3).title == "别处改了", timeout=10_000)


def test_list_that_is_not_looked_at_catches_up_when_it_is(listing, hall, qtbot):
    window = listing.window()
    event = hall.store.find(Kind.EVENT, "one-event")
    window.open_record(event.id)
    made = records.create(hall.store, Kind.EVENT, "meanwhile", {"title.zh-Hans": "其间"})
    qtbot.waitUntil(lambda: window._desk.record(made.id) is not None, timeout=10_000)
    qtbot.waitUntil(lambda: listing._is_behind, timeout=10_000)
    window.content.show_kind(Kind.EVENT)
    assert listing.model.row_of(made.id) is not None
    assert listing.model.rowCount() == MANY + 2


def test_steps_go_through_the_list_as_it_is_sorted(listing):
    window = listing.window()
    listing.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    window.open_record(listing.model.line(3).id)
    window.content.step(1)
    assert window.content.editor.record_id == listing.model.line(4).id


def test_tree_counts_events_and_reads_them_when_opened(listing, many):
    navigator = listing.window().content.navigator
    index = navigator.model.find(f"{many}/events")
    node = index.internalPointer()
    assert (node.holds, node.children) == (MANY // 2, [])
    navigator.tree.expand(index)
    assert len(node.children) == MANY // 2


def test_way_past_the_first_events_leads_to_the_list(listing, many, monkeypatch):
    window = listing.window()
    monkeypatch.setattr("hall_app.curator.walk.MOST", 10)
    navigator = window.content.navigator
    index = navigator.model.find(f"{many}/events")
    navigator.tree.expand(index)
    assert len(index.internalPointer().children) == 11
    navigator._choose(navigator.model.find(f"{many}/events/more"))
    assert window.content.listing.model.listing == Listing(
        kind=Kind.EVENT, gallery=many, language="zh-Hans"
    )


def test_search_is_named_and_taken_up_again_with_its_order(listing, many, qtbot):
    listing.filters.choose("gallery", many)
    listing.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    listing.filters.saved.ask_name()
    asking = next(one for one in listing.filters.saved.children() if one.objectName() == "popup")
    asking.input.setText("本厅倒序")
    QTest.keyClick(asking.input, Qt.Key.Key_Return)
    window = listing.window()
    qtbot.waitUntil(lambda: not window._desk.is_saving, timeout=10_000)
    listing.filters.clear()
    listing.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert listing.model.rowCount() == MANY + 1
    menu = listing.filters.saved.open_menu()
    action = next(one for one in menu.actions() if one.text() == "本厅倒序")
    action.trigger()
    assert listing.model.rowCount() == MANY // 2
    assert listing.model.line(0).title == "缫丝299"
    menu.close()


def test_named_search_is_forgotten_and_undo_brings_it_back(listing, qtbot):
    saved, window = listing.filters.saved, listing.window()

    def settle():
        qtbot.waitUntil(lambda: not window._desk.is_saving, timeout=10_000)

    saved.keep("全部")
    settle()
    saved._drop("全部")
    settle()
    assert searches.kept(window._desk.store, Kind.EVENT) == {}
    window.bar.undo.click()
    settle()
    assert searches.kept(window._desk.store, Kind.EVENT) == {"全部": "sort:place"}
