"""Keeping the media library in order: tags, named searches, and what leaves it."""

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Reading
from hall_app.editing import media_shelf
from tests.store.making import added


def test_tags_go_on_and_off_many_media_as_one_step(store):
    ids = [added(store, Kind.MEDIA, f"m{n}", tags=("旧",)).id for n in range(3)]
    steps = len(store.history())
    media_shelf.retag(store, ids, add=["老照片", " 老照片 ", "机器"], remove=["旧"])
    assert [store.get(one).tags for one in ids] == [("老照片", "机器")] * 3
    assert len(store.history()) == steps + 1
    store.undo()
    assert [store.get(one).tags for one in ids] == [("旧",)] * 3


def test_media_go_into_the_bin_together_with_their_links_and_come_back(store):
    ids = [added(store, Kind.MEDIA, f"m{n}").id for n in range(2)]
    event = added(store, Kind.EVENT, "event", media=tuple(ids), readings=(Reading(sound=ids[0]),))
    media_shelf.remove_all(store, ids)
    assert store.get(event.id).media == ()
    assert store.get(event.id).readings == ()
    store.undo()
    assert store.get(event.id) == event
