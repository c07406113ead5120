"""Moving, copying and linking on the walk: one step each, nothing lost, nothing doubled."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.editing import records, walk
from hall_app.errors import NotFound, Refused
from tests.store.making import added, picture_of


@pytest.fixture
def hall(store):
    """Two galleries; the first with two sections of two exhibits each, and an event."""
    made = {"hall": added(store, Kind.HALL, "hall")}
    for number, name in enumerate(("a", "b"), start=1):
        made[name] = added(store, Kind.GALLERY, name, order=number, hall=made["hall"].id)
    for number in (1, 2):
        section = added(store, Kind.SECTION, f"a-{number}", gallery=made["a"].id, order=number)
        made[section.slug] = section
        for place in (1, 2):
            exhibit = added(
                store, Kind.EXHIBIT, f"a-{number}-{place}", section=section.id, order=place
            )
            made[exhibit.slug] = exhibit
    made["event"] = added(store, Kind.EVENT, "event", gallery=made["a"].id)
    return made


def order(store, kind, field, owner):
    return [one.slug for one in store.all(kind) if getattr(one, field) == owner.id]


def test_exhibit_moves_into_another_section_before_one_there(store, hall):
    moved = hall["a-1-1"], hall["a-2-2"]
    walk.move(store, [moved[0].id], owner=hall["a-2"].id, before=moved[1].id)
    assert order(store, Kind.EXHIBIT, "section", hall["a-1"]) == ["a-1-2"]
    assert order(store, Kind.EXHIBIT, "section", hall["a-2"]) == ["a-2-1", "a-1-1", "a-2-2"]


def test_many_moves_are_one_step_and_undo_puts_each_back(store, hall):
    before = picture_of(store)
    ids = [hall[name].id for name in ("a-2-1", "a-1-2")]
    changes = walk.move(store, ids, owner=hall["a-1"].id, before=hall["a-1-1"].id)
    assert changes.label == "Move 2 records"
    assert order(store, Kind.EXHIBIT, "section", hall["a-1"]) == ["a-2-1", "a-1-2", "a-1-1"]
    store.undo()
    assert picture_of(store) == before


def test_gallery_moves_along_the_road(store, hall):
    walk.move(store, [hall["b"].id], owner=hall["hall"].id, before=hall["a"].id)
    assert order(store, Kind.GALLERY, "hall", hall["hall"]) == ["b", "a"]


def test_what_has_no_order_only_changes_its_home(store, hall):
    walk.move(store, [hall["event"].id], owner=hall["b"].id)
    assert store.get(hall["event"].id).gallery == hall["b"].id


def test_place_that_cannot_hold_a_record_refuses_all_of_them(store, hall):
    before = picture_of(store)
    with pytest.raises(Refused, match="cannot stand"):
        walk.move(store, [hall["a-2"].id, hall["a-1-1"].id], owner=hall["b"].id)
    with pytest.raises(Refused):
        walk.move(store, [hall["a-1-1"].id], owner=hall["a-1-2"].id)
    assert picture_of(store) == before


def test_copied_section_brings_its_exhibits_and_leaves_the_first_alone(store, hall):
    link = [hall["event"].id, hall["a-1-2"].id]
    walk.link(store, link, exhibit=hall["a-1-1"].id)
    before = picture_of(store)
    walk.copy(store, [hall["a-1"].id], owner=hall["b"].id)
    assert before.items() <= picture_of(store).items()
    (copied,) = [one for one in store.all(Kind.SECTION) if one.gallery == hall["b"].id]
    exhibits = [one for one in store.all(Kind.EXHIBIT) if one.section == copied.id]
    assert [one.slug for one in exhibits] == ["a-1-1-2", "a-1-2-2"]
    # A link among what was copied leads to the copy, another one to where it led.
    assert exhibits[0].items == (hall["event"].id, exhibits[1].id)
    store.undo()
    assert picture_of(store) == before


def test_copy_without_a_place_stands_beside_the_first(store, hall):
    walk.copy(store, [hall["a-1-1"].id])
    assert order(store, Kind.EXHIBIT, "section", hall["a-1"]) == ["a-1-1", "a-1-1-2", "a-1-2"]
    with pytest.raises(Refused):
        walk.copy(store, [hall["hall"].id])


def test_linked_records_stay_where_they_stand_and_are_shown_once(store, hall):
    ids = [hall["event"].id, hall["a-2-1"].id, hall["event"].id]
    walk.link(store, ids, exhibit=hall["a-1-1"].id)
    walk.link(store, ids, exhibit=hall["a-1-1"].id)
    assert store.get(hall["a-1-1"].id).items == (hall["event"].id, hall["a-2-1"].id)
    assert store.get(hall["a-2-1"].id).section == hall["a-2"].id
    with pytest.raises(Refused, match="no other records"):
        walk.link(store, ids, exhibit=hall["event"].id)
    with pytest.raises(NotFound):
        walk.link(store, [store.new_id()], exhibit=hall["a-1-1"].id)


def test_many_are_removed_at_once_with_all_that_is_theirs_and_come_back(store, hall):
    before = picture_of(store)
    walk.link(store, [hall["event"].id], exhibit=hall["a-2-1"].id)
    linked = picture_of(store)
    changes = records.remove(store, hall["a-1"].id, hall["event"].id, hall["a-1-1"].id)
    assert changes.label == "Remove 3 records"
    assert not store.get(hall["a-2-1"].id).items
    assert len(picture_of(store)) == len(before) - 4
    store.undo()
    assert picture_of(store) == linked


def test_one_of_many_comes_back_from_the_bin_with_its_own_and_without_the_others(store, hall):
    walk.link(store, [hall["event"].id, hall["a-1-1"].id], exhibit=hall["a-2-1"].id)
    records.remove(store, hall["a-1"].id, hall["event"].id)
    records.restore(store, hall["a-1-2"].id)
    assert store.exists(hall["a-1"].id)
    assert store.exists(hall["a-1-1"].id)
    assert not store.exists(hall["event"].id)
    assert store.get(hall["a-2-1"].id).items == (hall["a-1-1"].id,)
    records.restore(store, hall["event"].id)
    assert set(store.get(hall["a-2-1"].id).items) == {hall["event"].id, hall["a-1-1"].id}
