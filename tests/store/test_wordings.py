"""Languages of the whole hall: pages, filters and totals give what counting by hand gives."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES, Text, Wording
from hall_app.domain.wordings import State, state
from hall_app.store import wordings
from hall_app.store.codec import from_document
from hall_app.store.wordings import Wanted
from tests.store.making import added, make, put


@pytest.fixture
def many(store):
    """Records of three kinds, with every mixture of languages, some of them in a gallery."""
    gallery = added(store, Kind.GALLERY, "one")
    made = []
    for at in range(30):
        kind = (Kind.EVENT, Kind.CRAFT, Kind.ENTERPRISE)[at % 3]
        title = Text.of(f"甲厂{at}")
        if at % 2:
            title = title.with_wording("zh-Hant", Wording(f"甲廠{at}", is_drafted=at % 4 == 1))
        if at % 5 == 0:
            title = title.with_wording("en", Wording("Works", made_from="0" * 12))
        owner = gallery.id if at < 12 else None
        made.append(make(store, kind, f"r-{at:02}", gallery=owner))
        made[-1] = type(made[-1])(id=made[-1].id, slug=made[-1].slug, title=title, gallery=owner)
    put(store, *made)
    added(store, Kind.RELEASE, "release-1", number=1)
    return gallery, made


def _shown(store, **asked):
    return [from_document(one) for one in store.ask(wordings.page, Wanted(**asked), 0, 99)]


def test_every_record_but_releases_is_there_and_what_is_missing_comes_first_in_its_kind(
    store, many
):
    shown = _shown(store)
    assert {record.id for record in shown} == {many[0].id, *(one.id for one in many[1])}
    events = [record for record in shown if record.kind is Kind.EVENT]
    pressing = [[list(State).index(state(one, each)) for each in LANGUAGES] for one in events]
    assert pressing == sorted(pressing)


def test_pages_put_together_are_the_whole(store, many):
    pages = [store.ask(wordings.page, Wanted(), start, 7) for start in range(0, 35, 7)]
    whole = [document["id"] for page in pages for document in page]
    assert whole == store.ask(wordings.ids, Wanted())
    assert len(whole) == store.ask(wordings.count, Wanted()) == len(many[1]) + 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", list(State))
def test_state_of_a_language_is_found(store, many, language, one):
    expected = {r.id for r in (many[0], *many[1]) if state(r, language) is one}
    assert {r.id for r in _shown(store, language=language, state=one)} == expected


def test_kind_gallery_and_words_narrow_what_is_shown_and_its_totals(store, many):
    gallery, made = many
    inside = [one for one in made[:12] if one.kind is Kind.CRAFT]
    asked = {"kind": Kind.CRAFT, "gallery": gallery.id}
    assert {one.id for one in _shown(store, **asked)} == {one.id for one in inside}
    totals = store.ask(wordings.totals, Wanted(**asked, state=State.MISSING))
    for language in LANGUAGES:
        assert totals[language].total() == len(inside)
        for one in State:
            assert totals[language][one] == sum(state(r, language) is one for r in inside)
    assert [one.slug for one in _shown(store, words="甲厂7")] == ["r-07"]
    assert _shown(store, words="。") == []


def test_what_is_shown_comes_out_of_the_index_without_sorting(store, many):
    def plan(_db):
        query = "EXPLAIN QUERY PLAN SELECT number FROM record WHERE kind <> 'release'"
        return [row[3] for row in _db.execute(f"{query} ORDER BY {wordings._ORDER} LIMIT 64")]

    steps = store.ask(plan)
    assert "COVERING INDEX record_by_states" in steps[0]
    assert not any("TEMP B-TREE" in step for step in steps)
