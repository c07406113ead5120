"""Tallies say what counting one list after another says."""

from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State
from hall_app.editing import records
from hall_app.store import tallies
from hall_app.store.listing import Listing


def _fill(store):
    records.create(store, Kind.GALLERY, "first", {"title.zh-Hans": "一厅"})
    records.create(store, Kind.GALLERY, "second", {"title.zh-Hans": "二厅", "title.en": "Two"})
    records.create(store, Kind.SECTION, "part", {"title.zh-Hans": "一节", "gallery": "first"})
    for number in range(5):
        values = {"title.zh-Hans": f"事件{number}", "gallery": "first"}
        if number % 2:
            values["title.en"] = f"Event {number}"
        records.create(store, Kind.EVENT, f"event-{number}", values)
    records.create(store, Kind.EVENT, "elsewhere", {"title.zh-Hans": "别处", "gallery": "second"})
    records.create(store, Kind.EVENT, "nowhere", {"title.zh-Hans": "无处"})
    records.create(store, Kind.EXHIBIT, "thing", {"title.zh-Hans": "展项", "section": "part"})


def test_records_are_counted_by_kind(store):
    _fill(store)

    counts = store.ask(tallies.by_kind)

    assert {kind: counts[kind] for kind in Kind} == {kind: store.count(kind) for kind in Kind}
    assert counts.total() == 11


def test_records_are_counted_by_gallery_through_its_sections(store):
    _fill(store)

    for kind in (Kind.EVENT, Kind.EXHIBIT):
        counts = store.ask(tallies.by_gallery, kind)
        for gallery in store.all(Kind.GALLERY):
            assert counts[gallery.id] == store.count_listed(Listing(kind=kind, gallery=gallery.id))


def test_what_a_language_lacks_is_counted(store):
    _fill(store)

    missing = store.ask(tallies.missing, Kind.EVENT)

    for language in LANGUAGES:
        wanted = Listing(kind=Kind.EVENT, state=State.MISSING, language=language)
        assert missing[language] == store.count_listed(wanted)
    assert missing["en"] > 0
