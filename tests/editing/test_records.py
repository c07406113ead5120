"""Making, copying, ordering, removing and restoring whole records."""

import pytest

from hall_app.domain.fields import references_in
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Citation, Map, MapPoint
from hall_app.domain.text import Text
from hall_app.editing import fields, records
from hall_app.errors import Conflict, InvalidRecord, NotFound, Refused
from tests.clock import Ids
from tests.store.making import added, make, picture_of, put


@pytest.fixture
def walk(store):
    """A gallery with a section, two exhibits, and an event that one of them shows."""
    gallery = added(store, Kind.GALLERY, "century", "百年")
    section = added(store, Kind.SECTION, "silk", "丝", gallery=gallery.id)
    event = added(store, Kind.EVENT, "filature", "缫丝厂", gallery=gallery.id)
    other = added(store, Kind.EVENT, "steam", "蒸汽", related=(event.id,))
    panel = added(
        store, Kind.EXHIBIT, "panel", "图版", section=section.id, items=(event.id, other.id)
    )
    film = added(store, Kind.EXHIBIT, "film", "影片", section=section.id)
    return {record.slug: record for record in (gallery, section, event, other, panel, film)}


def dead_links(store):
    return [
        (record.slug, path)
        for kind in Kind
        for record in store.all(kind)
        for path, target in references_in(record)
        if not store.exists(target)
    ]


def test_a_record_is_made_with_its_fields_in_one_step(store):
    made = records.create(
        store, Kind.EVENT, "silk", {"title.en": "Silk", "date": "1872年"}, author="陈"
    )
    assert store.get(made.id).title["en"] == "Silk"
    assert store.get(made.id).date.edtf == "1872"
    assert [(step.label, step.author) for step in store.history()] == [("Add event silk", "陈")]


def test_a_record_that_does_not_fit_is_not_made(store):
    with pytest.raises(InvalidRecord):
        records.create(store, Kind.EVENT, "silk", {"importance": "high"})
    with pytest.raises(InvalidRecord):
        records.create(store, Kind.EVENT, "no slug")
    records.create(store, Kind.EVENT, "silk")
    with pytest.raises(Conflict):
        records.create(store, Kind.EVENT, "silk")
    assert store.count(Kind.EVENT) == 1


def test_there_is_one_hall(store):
    hall = records.create(store, Kind.HALL, "nanhai")
    with pytest.raises(Refused, match="one hall"):
        records.create(store, Kind.HALL, "another")
    with pytest.raises(Refused):
        records.duplicate(store, hall.id)
    with pytest.raises(Refused):
        records.remove(store, hall.id)


def test_a_copy_has_a_name_of_its_own_and_all_the_rest(store, walk):
    copy = records.duplicate(store, walk["panel"].id)
    assert (copy.slug, copy.items, copy.section) == (
        "panel-2",
        walk["panel"].items,
        walk["silk"].id,
    )
    assert records.duplicate(store, walk["panel"].id).slug == "panel-3"
    assert len({copy.id, walk["panel"].id}) == 2


def test_a_copy_of_the_longest_name_still_has_a_name(store):
    added(store, Kind.EVENT, "a" * 80)
    assert len(records.free_slug(store, Kind.EVENT, "a" * 80)) <= 80
    put(store, make(store, Kind.EVENT, records.free_slug(store, Kind.EVENT, "a" * 80)))


def test_records_take_the_order_they_are_given(store, walk):
    records.move(store, [walk["film"].id, walk["panel"].id])
    assert [record.slug for record in store.all(Kind.EXHIBIT)] == ["film", "panel"]
    records.move(store, [walk["panel"].id, walk["film"].id])
    assert [record.slug for record in store.all(Kind.EXHIBIT)] == ["panel", "film"]
    with pytest.raises(InvalidRecord, match="order"):
        records.move(store, [walk["filature"].id])


def test_removing_takes_what_belongs_along_and_leaves_no_dead_link(store, walk):
    changes = records.remove(store, walk["century"].id)
    assert {
        walk[slug].id for slug in ("century", "silk", "panel", "film", "filature")
    } == changes.ids
    assert [r.slug for kind in Kind for r in store.all(kind)] == ["filature", "steam"]
    assert store.get(walk["filature"].id).gallery is None
    assert dead_links(store) == []
    assert store.check() == ()


def test_restoring_brings_back_the_whole_and_its_links(store, walk):
    before = picture_of(store)
    records.remove(store, walk["century"].id)
    records.restore(store, walk["century"].id)
    assert picture_of(store) == before
    assert store.bin() == ()
    store.undo()
    store.undo()
    assert picture_of(store) == before


def test_removing_what_others_show_unlinks_it_and_restoring_puts_it_in_its_place(store, walk):
    before = picture_of(store)
    records.remove(store, walk["filature"].id)
    assert store.get(walk["panel"].id).items == (walk["steam"].id,)
    assert store.get(walk["steam"].id).related == ()
    assert dead_links(store) == []
    records.restore(store, walk["filature"].id)
    assert picture_of(store) == before


def test_a_record_that_lost_a_link_is_as_if_it_had_never_had_it(store, walk):
    records.remove(store, walk["filature"].id)
    with store.edit("as it is") as edit:
        edit.put(store.get(walk["steam"].id))
    assert not edit.changes


def test_a_citation_goes_with_its_source(store):
    source = added(store, Kind.SOURCE, "gazette")
    event = added(
        store, Kind.EVENT, "silk", citations=(Citation(source=source.id, locator="p. 7"),)
    )
    records.remove(store, source.id)
    assert store.get(event.id).citations == ()
    records.restore(store, source.id)
    assert store.get(event.id) == event


def test_a_record_edited_since_keeps_its_edits_and_gets_its_link_back(store, walk):
    records.remove(store, walk["filature"].id)
    third = added(store, Kind.EVENT, "third")
    fields.set_field(store, walk["panel"].id, "items", [walk["steam"].id, third.id])
    fields.set_field(store, walk["panel"].id, "title.en", "Panel")
    records.restore(store, walk["filature"].id)
    panel = store.get(walk["panel"].id)
    assert panel.items == (walk["filature"].id, walk["steam"].id, third.id)
    assert panel.title["en"] == "Panel"


def test_a_point_of_a_map_gets_its_link_back_and_is_not_doubled(store):
    town, lake = added(store, Kind.EVENT, "town"), added(store, Kind.EVENT, "lake")
    points = tuple(MapPoint(title=Text.of(e.slug), x=0.5, y=0.5, target=e.id) for e in (town, lake))
    drawn = added(store, Kind.MAP, "nanhai", points=points)
    records.remove(store, town.id)
    assert [point.target for point in store.get(drawn.id).points] == [None, lake.id]
    fields.set_field(store, drawn.id, "points.1.title.en", "Lake")
    records.restore(store, town.id)
    restored = store.get(drawn.id)
    assert isinstance(restored, Map)
    assert [point.target for point in restored.points] == [town.id, lake.id]


def test_restoring_touches_nothing_that_had_no_link(store, walk):
    doomed, stays = walk["filature"], walk["film"]
    with store.edit("Import and remove") as edit:
        edit.put(fields.with_field(store, stays, "title.en", "Film"))
        for slug in ("panel", "steam"):
            edit.put(
                fields.with_field(store, walk[slug], "items" if slug == "panel" else "related", [])
            )
        edit.remove(doomed.id)
    records.restore(store, doomed.id)
    assert store.get(stays.id).title["en"] == "Film"


def test_what_comes_back_leaves_out_links_to_what_has_gone_since(store, walk):
    records.remove(store, walk["panel"].id)
    records.remove(store, walk["filature"].id)
    records.restore(store, walk["panel"].id)
    assert store.get(walk["panel"].id).items == (walk["steam"].id,)
    assert dead_links(store) == []


def test_a_revision_comes_back_without_links_to_what_has_gone_since(store, walk):
    step = store.history(walk["panel"].id)[0].id
    records.remove(store, walk["filature"].id)
    fields.set_field(store, walk["panel"].id, "title.zh-Hans", "新图版")
    records.restore_revision(store, walk["panel"].id, step)
    panel = store.get(walk["panel"].id)
    assert (panel.title["zh-Hans"], panel.items) == ("图版", (walk["steam"].id,))
    with pytest.raises(NotFound):
        records.restore_revision(store, walk["film"].id, step)


def test_only_what_lies_in_the_bin_can_be_restored(store, walk):
    for record_id in (walk["film"].id, Ids(9)()):
        with pytest.raises(NotFound, match="not in the bin"):
            records.restore(store, record_id)


def test_a_name_that_was_taken_meanwhile_is_not_taken_back(store, walk):
    records.remove(store, walk["film"].id)
    added(store, Kind.EXHIBIT, "film")
    with pytest.raises(Conflict):
        records.restore(store, walk["film"].id)


def test_a_whole_record_is_written_as_a_form_does(store, walk):
    changed = fields.with_field(store, walk["film"], "title.en", "Film")
    assert records.put(store, changed, author="陈").label == "Edit exhibit film"
    assert store.get(changed.id) == changed
