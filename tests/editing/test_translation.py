"""Drafting 简 and 繁 from each other, by the hall's glossary, for one text and for many records."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Term
from hall_app.domain.text import Text, Wording
from hall_app.domain.wordings import State, state
from hall_app.editing import fields, translation
from hall_app.errors import Cancelled
from hall_app.store.store import Store
from tests.store.making import added, picture_of

TRADITIONAL = "zh-Hant"


def _draft(store: Store, record_id, path="title"):
    translation.draft(store, record_id, path, TRADITIONAL, source="zh-Hans", author="")
    return store.get(record_id)


def test_names_of_the_glossary_are_spelt_as_it_says(store):
    added(store, Kind.HALL, "hall", glossary=(Term(hans="里水", hant="里水", english="Lishui"),))
    event = added(store, Kind.EVENT, "one", "里水的工厂里")
    assert _draft(store, event.id).title[TRADITIONAL] == "里水的工廠裏"


def test_titles_that_a_person_has_read_are_names_too(store):
    shop = added(store, Kind.ENTERPRISE, "shop", "里记台行")
    fields.set_field(store, shop.id, "title.zh-Hant", "里記台行")
    event = added(store, Kind.EVENT, "one", "里记台行开业")
    assert _draft(store, event.id).title[TRADITIONAL] == "里記台行開業"


def test_titles_that_were_drafted_or_are_outdated_teach_nothing(store):
    shop = added(store, Kind.ENTERPRISE, "shop", "里记台行")
    fields.set_field(store, shop.id, "title.zh-Hant", "里記台行")
    fields.set_field(store, shop.id, "title.zh-Hans", "里记台号")
    other = added(store, Kind.PERSON, "who", "台某某")
    _draft(store, other.id)
    event = added(store, Kind.EVENT, "one", "里记台号与台某某")
    assert _draft(store, event.id).title[TRADITIONAL] == "裏記臺號與臺某某"


def test_words_of_a_date_are_drafted_and_read_like_any_text(store):
    event = added(store, Kind.EVENT, "one")
    fields.set_field(store, event.id, "date", "民国三年")
    assert _draft(store, event.id, "date.words").date.words[TRADITIONAL] == "民國三年"
    translation.mark_read(store, event.id, "date.words", TRADITIONAL, author="")
    assert not store.get(event.id).date.words.wording(TRADITIONAL).is_drafted


def test_many_records_are_drafted_as_one_step_and_what_is_there_is_left_alone(store):
    done = added(store, Kind.EVENT, "done", "丝厂")
    fields.set_field(store, done.id, "title.zh-Hant", "絲廠（人寫的）")
    open_ones = [added(store, Kind.EVENT, f"open-{at}", f"丝厂{at}") for at in range(3)]
    before, steps = picture_of(store), len(store.history())
    ids = [done.id, *(one.id for one in open_ones), done.id]
    changes = translation.draft_missing(store, ids, TRADITIONAL)
    assert changes.ids == {one.id for one in open_ones}
    assert store.get(done.id).title[TRADITIONAL] == "絲廠（人寫的）"
    assert store.get(open_ones[2].id).title.wording(TRADITIONAL).is_drafted
    assert len(store.history()) == steps + 1
    store.undo()
    assert picture_of(store) == before


def test_outdated_text_is_drafted_anew(store):
    event = added(store, Kind.EVENT, "one", "丝厂")
    fields.set_field(store, event.id, "title.zh-Hant", "絲廠")
    fields.set_field(store, event.id, "title.zh-Hans", "纱厂")
    translation.draft_missing(store, [event.id], TRADITIONAL)
    assert store.get(event.id).title[TRADITIONAL] == "紗廠"
    assert state(store.get(event.id), TRADITIONAL) is State.DRAFTED


def test_many_records_are_marked_as_read_as_one_step(store):
    ids = [added(store, Kind.EVENT, f"e{at}", f"丝厂{at}").id for at in range(3)]
    translation.draft_missing(store, ids, TRADITIONAL)
    translation.mark_all_read(store, ids, TRADITIONAL)
    assert {state(store.get(one), TRADITIONAL) for one in ids} == {State.READ}
    store.undo()
    assert {state(store.get(one), TRADITIONAL) for one in ids} == {State.DRAFTED}


def test_source_itself_can_be_drafted_from_traditional_words(store):
    event = added(store, Kind.EVENT, "one", "x")
    fields.set_field(store, event.id, "text", Text.of({TRADITIONAL: Wording("絲廠")}))
    translation.draft_missing(store, [event.id], "zh-Hans")
    assert store.get(event.id).text["zh-Hans"] == "丝厂"


def test_cancelling_half_way_leaves_no_trace(store):
    ids = [added(store, Kind.EVENT, f"e{at}", f"丝厂{at}").id for at in range(4)]
    before = picture_of(store), store.version

    def stop(done: int, _total: int) -> None:
        if done > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        translation.draft_missing(store, ids, TRADITIONAL, on_progress=stop)
    assert (picture_of(store), store.version) == before


def test_what_a_file_says_of_itself_is_not_drafted(store):
    release = added(store, Kind.RELEASE, "release-1", "第一版", number=1)
    translation.draft_missing(store, [release.id], TRADITIONAL)
    assert store.get(release.id).title[TRADITIONAL] == "第一版"
