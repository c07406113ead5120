"""Lists in pages: every order and filter gives what sorting all records by hand gives."""

import random

import pytest

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Citation, Confidence
from hall_app.domain.text import LANGUAGES, Text
from hall_app.domain.wordings import State, state
from hall_app.editing import dates
from hall_app.store.listing import Listing, Order, read, written
from tests.store.making import added, make, put

NAMES = ("缫丝", "香云纱", "Silk reel", "纺织", "阿婆", "南海", "中文 mixed")


@pytest.fixture
def many(store):
    """Forty events in two galleries, one of them by way of its section's exhibit or none."""
    chance = random.Random(5)
    galleries = [added(store, Kind.GALLERY, f"gallery-{n}", order=n).id for n in (1, 2)]
    source = added(store, Kind.SOURCE, "book")
    events = [
        make(
            store, Kind.EVENT, f"event-{number:02}", chance.choice(NAMES),
            gallery=chance.choice([*galleries, None]),
            date=chance.choice([None, dates.parse(str(chance.randrange(1400, 2026)))]),
            confidence=chance.choice(list(Confidence)),
            citations=chance.choice([(), (Citation(source=source.id),)]),
            is_public=chance.random() < 0.8,
        )
        for number in range(40)
    ]  # fmt: skip
    put(store, *events)
    return galleries, events


def listed(store, **options):
    wanted = Listing(kind=Kind.EVENT, **options)
    return [record.slug for record in store.listed(wanted, 0, 1000)]


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("is_falling", [False, True])
def test_pages_put_together_are_the_list_and_every_record_knows_its_place(
    store, many, order, is_falling
):
    wanted = Listing(kind=Kind.EVENT, order=order, is_falling=is_falling, language="zh-Hans")
    pages = [store.listed(wanted, start, 7) for start in range(0, 42, 7)]
    whole = [record for page in pages for record in page]
    assert {record.id for record in whole} == {event.id for event in many[1]}
    assert [record.id for record in whole] == store.ids_listed(wanted)
    assert [store.place_listed(wanted, record.id) for record in whole] == list(range(40))
    assert store.count_listed(wanted) == 40


def test_titles_stand_in_the_order_of_their_pinyin(store):
    for name in NAMES:
        added(store, Kind.CRAFT, f"craft-{NAMES.index(name)}", name)
    wanted = Listing(kind=Kind.CRAFT, order=Order.TITLE, language="zh-Hans")
    titles = [record.title["zh-Hans"] for record in store.listed(wanted, 0, 99)]
    assert titles == ["阿婆", "纺织", "南海", "缫丝", "Silk reel", "香云纱", "中文 mixed"]


def test_dates_stand_in_time_order_and_what_has_none_comes_last(store, many):
    wanted = Listing(kind=Kind.EVENT, order=Order.DATE)
    days = [
        record.date.earliest if record.date else Day(9999) for record in store.listed(wanted, 0, 99)
    ]
    assert days == sorted(days)


def test_gallery_holds_what_its_sections_and_enterprises_hold(store):
    one, other = (added(store, Kind.GALLERY, slug) for slug in ("one", "other"))
    section = added(store, Kind.SECTION, "section", gallery=one.id)
    firm = added(store, Kind.ENTERPRISE, "firm", gallery=other.id)
    added(store, Kind.EXHIBIT, "inside", section=section.id)
    added(store, Kind.EXHIBIT, "loose")
    added(store, Kind.PRODUCT, "cloth", enterprise=firm.id)

    def slugs(kind, gallery):
        found = store.listed(Listing(kind=kind, gallery=gallery.id), 0, 9)
        return [record.slug for record in found]

    assert slugs(Kind.EXHIBIT, one) == ["inside"]
    assert slugs(Kind.EXHIBIT, other) == []
    assert slugs(Kind.PRODUCT, other) == ["cloth"]
    assert slugs(Kind.ENTERPRISE, other) == ["firm"]


def test_filters_find_what_the_records_say(store, many):
    galleries, events = many
    for confidence in Confidence:
        want = {event.slug for event in events if event.confidence is confidence}
        assert set(listed(store, confidence=confidence)) == want
    for truth in (True, False):
        assert set(listed(store, is_public=truth)) == {
            e.slug for e in events if e.is_public is truth
        }
        assert set(listed(store, is_cited=truth)) == {
            e.slug for e in events if bool(e.citations) is truth
        }
    assert set(listed(store, gallery=galleries[0])) == {
        e.slug for e in events if e.gallery == galleries[0]
    }


def test_states_of_languages_are_those_of_the_records(store):
    title = Text.of("缫丝").translated("zh-Hant", "繅絲", source="zh-Hans", is_drafted=True)
    added(store, Kind.EVENT, "bare", "纺织")
    made = make(store, Kind.EVENT, "drafted")
    put(store, type(made)(id=made.id, slug=made.slug, title=title))
    for one in State:
        for language in ("", *LANGUAGES):
            want = {
                record.slug
                for record in store.all(Kind.EVENT)
                if any(
                    state(record, each) is one for each in ((language,) if language else LANGUAGES)
                )
            }
            assert set(listed(store, state=one, language=language)) == want


def test_words_and_filters_go_together_and_nothing_is_cut_off(store, many):
    galleries, events = many
    for name in NAMES:
        want = {e.slug for e in events if e.title["zh-Hans"] == name and e.gallery == galleries[1]}
        assert set(listed(store, words=name, gallery=galleries[1])) == want
    assert listed(store, words="没有的字") == []
    assert listed(store, words="？！") == []


def test_an_edit_moves_a_record_to_its_new_place(store, many):
    record = store.find(Kind.EVENT, "event-07")
    with store.edit("rename") as edit:
        edit.put(type(record)(id=record.id, slug=record.slug, title=Text.of("啊")))
    wanted = Listing(kind=Kind.EVENT, order=Order.TITLE, language="zh-Hans")
    assert store.place_listed(wanted, record.id) == 0
    store.undo()
    assert store.ids_listed(wanted) == [r.id for r in store.listed(wanted, 0, 99)]
    assert store.place_listed(Listing(kind=Kind.CRAFT), record.id) is None


@pytest.mark.parametrize(
    "wanted",
    [
        Listing(kind=Kind.EVENT),
        Listing(kind=Kind.EVENT, words="缫丝 reel", state=State.STALE, is_cited=False),
        Listing(
            kind=Kind.EVENT, gallery="0190a1b2-0000-7000-8000-000000000001", is_public=True,
            confidence=Confidence.GENERAL, order=Order.DATE, is_falling=True,
        ),
    ],
)  # fmt: skip
def test_list_that_is_written_down_is_the_same_when_it_is_read(wanted):
    assert read(Kind.EVENT, written(wanted)) == wanted


def test_marks_that_are_not_known_are_words():
    wanted = read(Kind.EVENT, "state:nonsense sort: 缫丝:厂 cited:perhaps")
    assert wanted == Listing(kind=Kind.EVENT, words="state:nonsense sort: 缫丝:厂 cited:perhaps")
