"""What is done on the axis of time is one step, whole or not at all."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.editing import dates, timeline
from hall_app.editing.shifting import Unit
from hall_app.errors import InvalidRecord
from hall_app.store import axis
from tests.store.making import added, picture_of


@pytest.fixture
def events(store):
    typed = ("1872", "1872-03", "1872-03-15", "清同治十一年", "1979/..")
    return [
        added(store, Kind.EVENT, f"event-{place}", date=dates.parse(words), importance=2)
        for place, words in enumerate(typed)
    ]


def when(store, record):
    return store.get(record.id).date.edtf


def test_many_events_move_as_one_step_each_in_its_own_precision(store, events):
    before, steps = picture_of(store), len(store.history())
    timeline.move(store, [one.id for one in events], count=2, unit=Unit.YEAR)
    moved = [when(store, one) for one in events]
    assert moved == ["1874", "1874-03", "1874-03-15", "1874", "1981/.."]
    assert not store.get(events[3].id).date.words
    assert len(store.history()) == steps + 1
    store.undo()
    assert picture_of(store) == before


def test_move_that_one_event_cannot_make_moves_none(store, events):
    far = added(store, Kind.EVENT, "far", date=dates.parse("9998"))
    before = picture_of(store)
    with pytest.raises(InvalidRecord):
        timeline.move(store, [*(one.id for one in events), far.id], count=2, unit=Unit.YEAR)
    assert picture_of(store) == before


def test_nudges_of_one_second_are_one_step(store, events, clock):
    first = events[0]
    for _ in range(3):
        timeline.move(store, [first.id], count=1, unit=Unit.YEAR, is_nudged=True)
    assert when(store, first) == "1875"
    store.undo()
    assert when(store, first) == "1872"


def test_event_goes_to_another_gallery_and_an_era_stays_without(store, events):
    gallery = added(store, Kind.GALLERY, "gallery")
    era = added(store, Kind.ERA, "era", date=dates.parse("1840/1911"))
    timeline.move(store, [events[0].id, era.id], gallery=gallery.id)
    assert store.get(events[0].id).gallery == gallery.id
    assert when(store, events[0]) == "1872"
    assert when(store, era) == "1840/1911"


def test_end_of_a_period_is_stretched_and_comes_back(store):
    era = added(store, Kind.ERA, "era", date=dates.parse("1840/1911"))
    timeline.stretch(store, era.id, 1, 38, Unit.YEAR)
    assert when(store, era) == "1840/1949"
    store.undo()
    assert when(store, era) == "1840/1911"


def test_only_what_has_a_date_stands_on_the_axis(store):
    craft = added(store, Kind.CRAFT, "craft")
    with pytest.raises(InvalidRecord):
        timeline.move(store, [craft.id], count=1)


def test_events_are_made_as_one_step_or_not_at_all(store):
    good = {"title.zh-Hans": "样例事件", "date": dates.parse("1872"), "importance": 3}
    timeline.add(store, [good, good, {"title.zh-Hans": "无日期"}])
    slugs = {one.slug for one in store.all(Kind.EVENT)}
    assert slugs == {"event-1872", "event-1872-2", "new-event"}
    with pytest.raises(InvalidRecord):
        timeline.add(store, [good, {"importance": "many"}])
    assert store.count(Kind.EVENT) == 3
    store.undo()
    assert not store.count(Kind.EVENT)


def test_axis_reads_marks_without_their_documents(store, events):
    source = added(store, Kind.SOURCE, "source")
    marks = store.ask(axis.read, None)
    assert {one.slug for one in marks.values()} == {one.slug for one in events}
    first = marks[events[0].id]
    assert (first.date, first.importance, first.is_cited) == (events[0].date, 2, False)
    assert [marks[one.id].has_words for one in events] == [False, False, False, True, False]
    assert first.title["zh-Hans"] == "event-0"
    assert marks[events[4].id].date.latest is None
    assert set(store.ask(axis.read, [events[1].id, source.id])) == {events[1].id}
