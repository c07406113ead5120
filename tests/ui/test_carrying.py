"""Records in the hand: by keys, by menu and by dragging, on the walk and from lists."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hall_app.curator.carrying import RECORDS, packed, unpacked
from hall_app.domain.kinds import Kind
from hall_app.editing import records
from tests.ui.hands import Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def walk(hall):
    """The gallery with two sections; the first holds three exhibits."""
    store = hall.store
    gallery = store.find(Kind.GALLERY, "one-gallery")
    store_hall = store.find(Kind.HALL, "one-hall")
    with store.edit("Set up") as edit:
        edit.put(
            type(gallery)(
                id=gallery.id, slug=gallery.slug, title=gallery.title, order=1, hall=store_hall.id
            )
        )
    made = {"gallery": gallery, "event": store.find(Kind.EVENT, "one-event")}
    made["other"] = records.create(
        store, Kind.GALLERY, "other", {"title.zh-Hans": "别厅", "order": 2, "hall": store_hall.id}
    )
    for name in ("first", "second"):
        values = {
            "title.zh-Hans": name,
            "gallery": gallery.id,
            "order": 1 if name == "first" else 2,
        }
        made[name] = records.create(store, Kind.SECTION, name, values)
    for number in (1, 2, 3):
        values = {"title.zh-Hans": f"展项{number}", "section": made["first"].id, "order": number}
        made[f"exhibit-{number}"] = records.create(store, Kind.EXHIBIT, f"exhibit-{number}", values)
    return made


@pytest.fixture
def desk(walk, open_desk, home, qtbot):
    with open_desk() as window:
        window.content.navigator.tree.expandAll()
        yield window, Hands(qtbot, window, home.home)


def point(window, record):
    navigator = window.content.navigator
    index = navigator.model.find(record.id)
    navigator.tree.setCurrentIndex(index)
    navigator.tree.setFocus()
    return navigator.tree


def exhibits_of(window, section):
    store = window._desk.store
    return [one.slug for one in store.all(Kind.EXHIBIT) if one.section == section.id]


def test_cut_and_paste_move_and_undo_brings_back(desk, walk):
    window, hands = desk
    tree = point(window, walk["exhibit-1"])
    QTest.keyClick(tree, Qt.Key.Key_X, CONTROL)
    point(window, walk["second"])
    QTest.keyClick(tree, Qt.Key.Key_V, CONTROL)
    hands.settle()
    assert exhibits_of(window, walk["second"]) == ["exhibit-1"]
    assert "移动" in window.actions_.undo.text()
    window.bar.undo.click()
    hands.settle()
    assert exhibits_of(window, walk["first"])[0] == "exhibit-1"


def test_copy_and_paste_leave_the_first_where_it_was(desk, walk):
    window, hands = desk
    tree = point(window, walk["exhibit-2"])
    QTest.keyClick(tree, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "展项2"
    point(window, walk["second"])
    QTest.keyClick(tree, Qt.Key.Key_V, CONTROL)
    hands.settle()
    assert exhibits_of(window, walk["second"]) == ["exhibit-2-2"]
    assert "exhibit-2" in exhibits_of(window, walk["first"])


def test_keys_shift_an_exhibit_up_and_down_and_stop_at_the_ends(desk, walk):
    window, hands = desk
    tree = point(window, walk["exhibit-2"])
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    hands.settle()
    assert exhibits_of(window, walk["first"]) == ["exhibit-2", "exhibit-1", "exhibit-3"]
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    for _ in range(3):
        QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        hands.settle()
    assert exhibits_of(window, walk["first"]) == ["exhibit-1", "exhibit-3", "exhibit-2"]


def test_dragged_between_two_it_stands_between_them(desk, walk):
    window, hands = desk
    model = window.content.navigator.model
    mime = model.mimeData([model.find(walk["exhibit-3"].id)])
    section = model.find(walk["first"].id)
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(mime, move, 1, 0, section)
    model.dropMimeData(mime, move, 1, 0, section)
    hands.settle()
    assert exhibits_of(window, walk["first"]) == ["exhibit-1", "exhibit-3", "exhibit-2"]


def test_galleries_are_dragged_into_another_order(desk, walk):
    window, hands = desk
    model = window.content.navigator.model
    mime = model.mimeData([model.find(walk["other"].id)])
    place = model.find(walk["gallery"].id).row()
    model.dropMimeData(mime, Qt.DropAction.MoveAction, place, 0, QModelIndex())
    hands.settle()
    order = [one.slug for one in window._desk.store.all(Kind.GALLERY)]
    assert order == ["other", "one-gallery"]


def test_events_chosen_in_the_list_are_put_into_a_gallery_or_shown_by_an_exhibit(desk, walk):
    window, hands = desk
    window.content.show_kind(Kind.EVENT)
    listing = window.content.listing
    mime = listing.model.mimeData([listing.model.index(0, 0), listing.model.index(0, 1)])
    assert unpacked(mime) == [(Kind.EVENT, walk["event"].id)]
    model = window.content.navigator.model
    model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, model.find(walk["other"].id))
    hands.settle()
    assert window._desk.store.get(walk["event"].id).gallery == walk["other"].id
    model.dropMimeData(mime, Qt.DropAction.MoveAction, -1, 0, model.find(walk["exhibit-1"].id))
    hands.settle()
    assert window._desk.store.get(walk["exhibit-1"].id).items == (walk["event"].id,)


def test_what_cannot_stand_there_is_not_taken(desk, walk):
    window, _ = desk
    model = window.content.navigator.model
    section = packed([walk["first"]], titles=["first"])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(section, move, -1, 0, model.find(walk["second"].id))
    for words in (b"not json", b"[1]", b"{}"):
        strange = QMimeData()
        strange.setData(RECORDS, words)
        assert unpacked(strange) == []
        assert not model.canDropMimeData(strange, move, -1, 0, model.find(walk["second"].id))


def test_delete_key_moves_what_is_chosen_to_the_bin_as_one_step(desk, walk):
    window, hands = desk
    tree = point(window, walk["exhibit-1"])
    model = tree.selectionModel()
    model.select(
        window.content.navigator.model.find(walk["exhibit-3"].id), model.SelectionFlag.Select
    )
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    hands.settle()
    assert exhibits_of(window, walk["first"]) == ["exhibit-2"]
    window.bar.undo.click()
    hands.settle()
    assert exhibits_of(window, walk["first"]) == ["exhibit-1", "exhibit-2", "exhibit-3"]


def test_shown_in_an_exhibit_too_by_key(desk, walk):
    window, hands = desk
    tree = point(window, walk["exhibit-3"])
    QTest.keyClick(tree, Qt.Key.Key_C, CONTROL)
    point(window, walk["exhibit-1"])
    QTest.keyClick(tree, Qt.Key.Key_V, CONTROL | SHIFT)
    hands.settle()
    assert window._desk.store.get(walk["exhibit-1"].id).items == (walk["exhibit-3"].id,)
