"""Writing: one door, one transaction, one step."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Citation
from hall_app.domain.text import Text
from hall_app.errors import Ambiguous, Conflict, InvalidRecord, NotFound
from hall_app.store.finding import Reference
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.store.making import added, make, picture_of, put
from tests.strategies import records


@settings(max_examples=4)
@pytest.mark.parametrize("kind", Kind)
@given(data=st.data())
def test_a_record_of_every_kind_is_read_as_it_was_written(tmp_path_factory, kind, data):
    record = data.draw(records(kind))
    path = tmp_path_factory.mktemp("library") / "library.db"
    with Store.open(path, now=Clock(), new_id=Ids()) as store:
        put(store, record)
    with Store.open(path, now=Clock(), new_id=Ids(), read_only=True) as store:
        assert store.get(record.id) == record
        assert store.find(kind, record.slug) == record
        assert store.all(kind) == (record,)
        assert store.check() == ()


def test_a_library_keeps_the_order_of_place_then_date_then_slug(store):
    put(
        store,
        *(
            make(store, Kind.SECTION, slug, order=order)
            for slug, order in [("b", 2), ("c", 1), ("a", 2)]
        ),
    )
    assert [record.slug for record in store.all(Kind.SECTION)] == ["c", "a", "b"]


def test_a_record_answers_to_its_id_its_kind_and_slug_and_its_slug_alone(store):
    event = added(store, Kind.EVENT, "silk")
    for name in (event.id, "event:silk", "silk"):
        assert store.resolve(name) == event
    added(store, Kind.CRAFT, "silk")
    with pytest.raises(Ambiguous, match="event:silk"):
        store.resolve("silk")
    for name in ("linen", "craft:linen", "emperor:silk", Ids(9)()):
        with pytest.raises(NotFound):
            store.resolve(name)


def test_two_records_of_a_kind_may_not_share_a_slug(store):
    added(store, Kind.EVENT, "silk")
    before = picture_of(store)
    with pytest.raises(Conflict):
        added(store, Kind.EVENT, "silk")
    assert picture_of(store) == before


def test_a_link_to_nothing_is_refused_at_the_end_of_the_edit(store):
    ghost = make(store, Kind.GALLERY, "ghost")
    event = make(store, Kind.EVENT, "silk", gallery=ghost.id)
    with pytest.raises(Conflict):
        put(store, event)
    put(store, event, ghost)
    assert store.references_to(ghost.id) == (Reference(event.id, Kind.EVENT, "gallery"),)


def test_a_record_that_is_linked_to_cannot_be_taken_away(store):
    gallery = added(store, Kind.GALLERY, "century")
    added(store, Kind.EVENT, "silk", gallery=gallery.id)
    with pytest.raises(Conflict), store.edit("remove") as edit:
        edit.remove(gallery.id)
    assert store.exists(gallery.id)


@pytest.mark.parametrize("field", ["gallery", "citations"])
def test_a_link_to_the_wrong_kind_is_refused(store, field):
    other = added(store, Kind.EVENT, "other")
    held = other.id if field == "gallery" else (Citation(source=other.id),)
    with pytest.raises(InvalidRecord, match=field):
        added(store, Kind.EVENT, "silk", **{field: held})
    assert store.find(Kind.EVENT, "silk") is None


@pytest.mark.parametrize("slug", ["Silk", "", "a b", "../a", "丝"])
def test_a_slug_of_the_wrong_form_is_refused(store, slug):
    with pytest.raises(InvalidRecord):
        added(store, Kind.EVENT, slug)


def test_an_id_of_the_wrong_form_is_refused(store):
    with pytest.raises(InvalidRecord, match="is no id"):
        put(store, replace(make(store, Kind.EVENT, "silk"), id="silk"))


def test_a_record_keeps_its_kind(store):
    event = added(store, Kind.EVENT, "silk")
    with pytest.raises(InvalidRecord, match="cannot become"):
        put(store, replace(make(store, Kind.CRAFT, "silk"), id=event.id))


@pytest.mark.parametrize("failing", [ValueError("a bug"), KeyboardInterrupt()])
def test_a_failed_edit_leaves_no_trace(store, failing):
    event = added(store, Kind.EVENT, "silk", "丝")
    before = picture_of(store), store.version, store.history()

    def fail() -> None:
        with store.edit("half") as edit:
            edit.put(replace(event, title=Text.of("麻")))
            edit.put(make(store, Kind.EVENT, "linen"))
            raise failing

    with pytest.raises(type(failing)):
        fail()
    assert (picture_of(store), store.version, store.history()) == before
    assert store.search("麻") == ()
    assert [hit.id for hit in store.search("丝")] == [event.id]


def test_an_edit_that_changes_nothing_is_no_step(store):
    event = added(store, Kind.EVENT, "silk")
    before = store.version, len(store.history())
    with store.edit("nothing") as edit:
        edit.put(event)
        other = make(store, Kind.EVENT, "linen")
        edit.put(other)
        edit.remove(other.id)
    assert not edit.changes
    assert (store.version, len(store.history())) == before


def test_an_edit_tells_what_it_touched(store):
    event = make(store, Kind.EVENT, "silk")
    with store.edit("Add silk") as edit:
        edit.put(event)
    assert edit.changes.label == "Add silk"
    assert edit.changes.touched == {(Kind.EVENT, event.id)}


def test_what_is_not_there_cannot_be_read_or_removed(store):
    with pytest.raises(NotFound):
        store.get(Ids(9)())
    with pytest.raises(NotFound), store.edit("remove") as edit:
        edit.remove(Ids(9)())
    with pytest.raises(NotFound):
        store.step(77)
    assert store.find(Kind.EVENT, "silk") is None
    assert store.count(Kind.EVENT) == 0
