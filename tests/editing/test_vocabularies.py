"""Lists of words: what is in use, renamed everywhere, merged as one step, matched by old words."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.records.vocabulary import Vocabulary
from hall_app.domain.text import Text
from hall_app.editing import records, vocabularies
from hall_app.errors import InvalidRecord, NotFound

INDUSTRY = Vocabulary.INDUSTRY
FURNITURE = Text.of({"zh-Hans": "家具", "zh-Hant": "傢具", "en": "Furniture"})


@pytest.fixture
def firms(store):
    """Four firms that say the same trade in three ways, one of them drafted, and one of another."""
    records.create(store, Kind.HALL, "hall", {"title.zh-Hans": "样例馆"})
    trades = (
        {"industry": FURNITURE},
        {"industry.zh-Hans": "家具", "industry.zh-Hant": "傢具", "industry.en": "Furniture"},
        {"industry.zh-Hans": "家私"},
        {"industry.zh-Hans": "陶瓷"},
    )
    return [
        records.create(store, Kind.ENTERPRISE, f"firm-{number}", trade)
        for number, trade in enumerate(trades)
    ]


def _words(store):
    return {one.text["zh-Hans"]: one for one in vocabularies.words_of(store, INDUSTRY)}


def test_words_in_use_are_counted_however_they_came_about(store, firms):
    found = vocabularies.words_of(store, INDUSTRY)
    assert [(one.text["zh-Hans"], one.count) for one in found] == [
        ("家具", 2), ("家私", 1), ("陶瓷", 1),
    ]  # fmt: skip
    assert vocabularies.users_of(store, INDUSTRY, found[0]) == [firms[0].id, firms[1].id]


def test_merged_words_follow_everywhere_in_one_step_and_come_back(store, firms):
    words = _words(store)
    changes = vocabularies.merge(store, INDUSTRY, [words["家具"], words["家私"]], FURNITURE)
    assert firms[2].id in changes.ids
    merged = _words(store)
    assert merged["家具"].count == 3
    assert merged["家具"].synonyms == ("家私",)
    assert store.get(firms[2].id).industry["en"] == "Furniture"
    store.undo()
    assert _words(store) == words


def test_word_is_renamed_once_everywhere_and_its_old_name_is_known(store, firms):
    word = _words(store)["家具"]
    new = Text.of({"zh-Hans": "家居", "zh-Hant": "家居", "en": "Home furnishing"})
    vocabularies.merge(store, INDUSTRY, [word], new)
    meant = vocabularies.meant_by(store, INDUSTRY)
    for said in ("家具", "傢具", " FURNITURE ", "家居"):
        assert meant[vocabularies.folded(said)] == new
    again = Text.of("居家用品")
    vocabularies.merge(store, INDUSTRY, [_words(store)["家居"]], again)
    assert vocabularies.meant_by(store, INDUSTRY)[vocabularies.folded("家具")] == again


def test_word_renamed_back_is_no_synonym_of_itself(store, firms):
    word = _words(store)["陶瓷"]
    vocabularies.merge(store, INDUSTRY, [word], Text.of("陶艺"))
    vocabularies.merge(store, INDUSTRY, [_words(store)["陶艺"]], word.text)
    assert _words(store)["陶瓷"].synonyms == ("陶艺",)


def test_empty_word_and_a_library_without_a_hall_are_refused(store, firms):
    word = _words(store)["陶瓷"]
    with pytest.raises(InvalidRecord):
        vocabularies.merge(store, INDUSTRY, [word], Text.of("  "))
    hall = store.find(Kind.HALL, "hall")
    with store.edit("Remove hall") as edit:
        edit.remove(hall.id)
    with pytest.raises(NotFound):
        vocabularies.merge(store, INDUSTRY, [word], Text.of("陶艺"))
    assert _words(store)["陶瓷"].count == 1
