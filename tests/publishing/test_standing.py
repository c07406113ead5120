"""What is looked at again after an edit gives what a look at everything gives."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Exhibit, Honour, Map, Person, Product, Rights, RightsScope
from hall_app.domain.records.enterprise import Enterprise
from hall_app.domain.records.history import Event
from hall_app.domain.text import Text
from hall_app.editing import records as editing
from hall_app.publishing import preflight
from hall_app.publishing.rulings import ruling_on
from hall_app.publishing.signoff import SignOff, record_signoff
from hall_app.publishing.standing import Standing
from tests.publishing.making import NOW, Home, furnish, text, year

TODAY = Day(2026, 11, 23)

WORDS = (
    "丝", "最好的丝", "陈甲源与陈甲沅", "样列铝业", "样例铝业", "老作坊", "老作坊今为样例铝业", "坏词",
    "[见](event:event-1)", "[见](event:other)", "[见](craft:silk-reeling)", "",
)  # fmt: skip


@pytest.fixture
def home(tmp_path):
    with_rest = Home.at(tmp_path / "home")
    furnish(with_rest)
    put_more(with_rest)
    yield with_rest
    with_rest.store.close()


def truth(home):
    return preflight.check(home.store, home.vault, today=NOW)


def standing_of(home) -> Standing:
    standing = Standing(home.vault.has, TODAY)
    steps = list(standing.look_at_all(home.store))
    assert all(done < total for done, total in steps)
    return standing


def test_first_pass_finds_what_is_true(home):
    standing = standing_of(home)
    assert standing.problems == truth(home)
    assert standing.problems


def edit_of(chance, home):
    """One edit of any record, such as a curator might make; what it touched."""
    store = home.store
    every = [record for kind in Kind for record in store.all(kind)]
    if not every:
        return store.redo()
    record = chance.choice(every)
    words = Text.of({"zh-Hans": chance.choice(WORDS), "en": "the best"})
    match chance.randrange(9):
        case 0:
            changed = replace(record, title=words)
        case 1:
            changed = replace(record, is_public=not record.is_public)
        case 2 if hasattr(record, "text"):
            changed = replace(record, text=words)
        case 3 if record.kind is Kind.MEDIA:
            scope = chance.choice([(), (RightsScope.WEB,), (RightsScope.HALL,)])
            width = chance.choice([300, 1000, 4000])
            changed = replace(record, rights=Rights(scope=scope), width=width, height=200)
        case 4 if isinstance(record, Event | Exhibit | Person | Enterprise):
            pictures = tuple(one.id for one in store.all(Kind.MEDIA))
            changed = replace(record, media=chance.choice([(), pictures]))
        case 5 if record.kind is Kind.HALL:
            watched = chance.choice(["", "坏词", "坏词 → 好词\n丝"])
            changed = replace(record, watched_words=watched, approved_names="样例铝业协会")
        case 6 if isinstance(record, Enterprise):
            former = chance.choice([(), (text("老作坊"),)])
            changed = replace(
                record, former_titles=former, founded=year(chance.randrange(1850, 2000))
            )
        case 7 if isinstance(record, Person):
            changed = replace(record, born=year(chance.randrange(1800, 1950)))
        case 8 if record.kind not in {Kind.HALL, Kind.RELEASE}:
            return editing.remove(store, record.id)
        case _:
            slug = chance.choice(["other", record.slug])
            is_free = store.find(record.kind, slug) is None
            changed = replace(record, slug=slug if is_free else record.slug, citations=())
    return editing.put(store, changed)


@settings(max_examples=30)
@given(st.integers(0, 2**32))
def test_after_any_edits_it_stands_where_a_look_at_everything_stands(tmp_path_factory, seed):
    chance = random.Random(seed)
    home = Home.at(tmp_path_factory.mktemp("standing") / "home")
    furnish(home)
    put_more(home)
    standing = standing_of(home)
    for _ in range(12):
        step = chance.randrange(8)
        changes = home.store.undo() if step == 0 else edit_of(chance, home)
        standing.follow(home.store, changes.ids)
        assert standing.problems == truth(home)
    home.store.close()


def put_more(home) -> None:
    works = home.store.find(Kind.ENTERPRISE, "jichanglong")
    ids = home.ids
    person = Person(id=ids(), slug="person", title=text("陈甲沅"), born=year(1840))
    told = home.store.find(Kind.EVENT, "event-1")
    picture = home.store.find(Kind.MEDIA, "reel")
    home.put(
        person,
        replace(works, title=text("样例铝业"), former_titles=(text("老作坊"),), citations=()),
        Honour(id=ids(), slug="honour", title=text("最好奖"), enterprise=works.id, date=year(1990)),
        Product(
            id=ids(), slug="product", title=text("产品"), text=text("最好"), enterprise=works.id
        ),
        Map(id=ids(), slug="map", title=text("地图"), image=picture.id),
        replace(told, related=(person.id,), text=text("陈甲源与样列铝业")),
    )
    record_signoff(
        home.store, home.store.find(Kind.ENTERPRISE, "jichanglong"), SignOff(given_by="陈甲")
    )


def test_an_edit_looks_at_its_record_and_its_neighbours_only(home):
    standing = standing_of(home)
    told = home.store.find(Kind.EVENT, "event-2")
    changes = editing.put(home.store, replace(told, remark="记下"))
    assert 1 <= standing.follow(home.store, changes.ids) <= 1 + len({told.gallery, *told.media}) + 1


def test_edit_during_the_first_pass_is_followed_after_it(home):
    standing = Standing(home.vault.has, TODAY)
    steps = standing.look_at_all(home.store)
    touched = set()
    for place, _ in enumerate(steps):
        if place % 7 == 3:
            record = home.store.find(Kind.PERSON, "person")
            changed = replace(record, title=Text.of(f"陈甲{'沅源元'[place % 3]}"))
            touched |= editing.put(home.store, changed).ids
    standing.follow(home.store, touched)
    assert standing.problems == truth(home)


def test_a_ruling_closes_the_problem_until_the_field_moves(home):
    standing = standing_of(home)
    person = home.store.find(Kind.PERSON, "person")
    codes = {p.code for p in standing.problems if p.id == person.id}
    assert codes == {"source-missing"}
    ruling = ruling_on(person, "source-missing", "citations", because="家传", by="甲", on=TODAY)
    changes = editing.put(home.store, replace(person, rulings=(ruling,)))
    standing.follow(home.store, changes.ids)
    assert not [p for p in standing.problems if p.id == person.id]
    standing.follow(home.store, home.store.undo().ids)
    assert {p.code for p in standing.problems if p.id == person.id} == codes
