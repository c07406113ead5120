"""Many records at once: one field changed, words found and replaced, each as one step."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.text import Text, Wording, digest
from hall_app.editing import fields, records
from hall_app.editing.batch import How, change_many, replace_hits
from hall_app.editing.finding import Sought, find
from hall_app.errors import Conflict, InvalidRecord, UsageError


@pytest.fixture
def works(store):
    return [
        records.create(store, Kind.ENTERPRISE, f"works-{n}", {"title.zh-Hans": f"甲厂{n}", "remark": "甲厂 note"})
        for n in range(3)
    ]  # fmt: skip


def _towns(store):
    return [str(one.town) for one in store.all(Kind.ENTERPRISE)]


def test_one_field_of_many_records_is_one_step(store, works):
    changes = change_many(store, [one.id for one in works], "town", "dali")
    assert _towns(store) == ["dali"] * 3
    assert len(changes.touched) == 3
    change_many(store, [works[0].id], "town", how=How.CLEAR)
    assert _towns(store) == ["None", "dali", "dali"]
    store.undo()
    store.undo()
    assert _towns(store) == ["None"] * 3


def test_adding_puts_words_after_words_and_values_after_values(store, works):
    source = records.create(store, Kind.PERSON, "someone", {"title.zh-Hans": "某人"})
    ids = [one.id for one in works]
    change_many(store, ids, "remark", "！", how=How.APPEND)
    for _ in range(2):
        change_many(store, ids, "people", source.id, how=How.APPEND)
    found = store.get(works[1].id)
    assert found.remark == "甲厂 note！"
    assert found.people == (source.id,)
    with pytest.raises(InvalidRecord, match="one value"):
        change_many(store, ids, "town", "dali", how=How.APPEND)


def test_value_that_does_not_fit_one_record_changes_none(store, works):
    event = records.create(store, Kind.EVENT, "e", {"title.zh-Hans": "事"})
    with pytest.raises(InvalidRecord):
        change_many(store, [works[0].id, event.id], "town", "dali")
    assert _towns(store) == ["None"] * 3


def test_words_are_found_in_texts_and_plain_fields_and_replaced_where_ticked(store, works):
    hits = find(store, Sought(words="甲厂"), "乙厂")
    assert len(hits) == 6
    replace_hits(store, [hit for hit in hits if hit.path == "title.zh-Hans"])
    assert [one.title["zh-Hans"] for one in store.all(Kind.ENTERPRISE)] == [
        "乙厂0",
        "乙厂1",
        "乙厂2",
    ]
    assert store.get(works[0].id).remark == "甲厂 note"
    store.undo()
    assert store.get(works[0].id).title["zh-Hans"] == "甲厂0"


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        (Sought(words="note"), 3),
        (Sought(words="not"), 3),
        (Sought(words="not", is_whole=True), 0),
        (Sought(words="NOTE", ignores_case=True, is_whole=True), 3),
        (Sought(words="甲廠"), 0),
        (Sought(words="甲廠", ignores_script=True), 6),
        (Sought(words=r"厂(\d)", is_pattern=True), 3),
        (Sought(words="甲厂", fields=frozenset({"remark"})), 3),
        (Sought(words="甲厂", languages=frozenset({"en"}), fields=frozenset({"title"})), 0),
        (Sought(words="甲厂", kinds=frozenset({Kind.EVENT})), 0),
    ],
)
def test_search_is_as_narrow_as_it_is_asked(store, works, sought, count):
    assert len(find(store, sought)) == count


def test_groups_of_a_pattern_stand_in_its_replacement(store, works):
    replace_hits(store, find(store, Sought(words=r"(甲)(厂)", is_pattern=True), r"\2\1"))
    assert store.get(works[2].id).title["zh-Hans"] == "厂甲2"


@pytest.mark.parametrize(
    ("words", "replacement", "says"),
    [("", "", "nothing"), ("(", "", "no pattern"), ("(甲)", r"\9", "cannot take")],
)
def test_pattern_that_is_none_is_refused_in_words(store, works, words, replacement, says):
    with pytest.raises(UsageError, match=says):
        find(store, Sought(words=words, is_pattern=True), replacement)


def test_pattern_that_would_never_end_is_stopped(store):
    records.create(store, Kind.EVENT, "long", {"title.zh-Hans": "事", "remark": "a" * 60 + "b"})
    with pytest.raises(UsageError, match="too long"):
        find(store, Sought(words=r"((a|aa)+)+$(?<!b)c", is_pattern=True))


def test_text_changed_since_the_search_is_left_alone(store, works):
    hits = find(store, Sought(words="甲厂"), "乙厂")
    fields.set_field(store, works[1].id, "remark", "别的")
    with pytest.raises(Conflict, match="甲厂1"):
        replace_hits(store, hits)
    assert store.get(works[0].id).title["zh-Hans"] == "甲厂0"


def test_drafts_stay_drafts_and_translations_replaced_with_their_source_stay_up_to_date(
    store, works
):
    made_from = digest("甲厂")
    title = Text.of({
        "zh-Hans": "甲厂", "zh-Hant": Wording("甲廠", True, made_from), "en": Wording("Plant A", False, made_from),
    })  # fmt: skip
    fields.set_field(store, works[0].id, "title", title)
    sought = Sought(
        words="甲厂", ignores_script=True, fields=frozenset({"title"}), ids=frozenset({works[0].id})
    )
    replace_hits(store, find(store, sought, "乙"))
    after = store.get(works[0].id).title
    assert after.wording("zh-Hant") == Wording("乙", True, digest("乙"))
    assert after.is_stale("en", "zh-Hans")
