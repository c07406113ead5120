"""Finding: in 简, 繁, pinyin and initials, one character or many; truth is a plain scan."""

import random
import re
from dataclasses import replace

import pytest

from hall_app.domain.fields import Shape, fields_of, texts_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event
from hall_app.domain.text import Text
from hall_app.media.vault import Vault
from hall_app.store import finding, grams, rows
from hall_app.store.store import Store
from tests import hall_content
from tests.clock import Clock, Ids
from tests.store.making import added, put

MANY = 10_000


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The library of the hall's own content."""
    folder = tmp_path_factory.mktemp("content")
    hall_content.copy_content(folder / "content")
    with Store.open(folder / "library.db", now=Clock(), new_id=Ids()) as store:
        loaded = hall_content.load(store, folder / "content", Vault(folder / "vault"))
        assert loaded.created > 400
        yield store


@pytest.fixture(scope="module")
def chinese(content):
    """The Chinese words of every record, as they stand and folded, one string a text."""
    return {
        record.id: [
            grams.fold(text[tongue])
            for _, text in texts_in(record)
            for tongue in ("zh-Hans", "zh-Hant")
            if text[tongue]
        ]
        + [
            grams.fold(held)
            for field in fields_of(type(record))
            if field.shape is Shape.WORDS and isinstance(held := getattr(record, field.name), str)
        ]
        for kind in Kind
        for record in content.all(kind)
    }


def found(store, words, **options):
    return {hit.id for hit in store.search(words, limit=MANY, **options)}


def scan(chinese, words):
    needle = grams.fold(words)
    return {record for record, texts in chinese.items() if any(needle in text for text in texts)}


@pytest.mark.parametrize("length", [1, 2, 3, 5])
def test_what_search_finds_is_what_a_scan_finds(content, chinese, length):
    """Of every length, words cut at random from the hall's own Chinese texts."""
    chance = random.Random(length)
    runs = sorted(
        {
            run
            for texts in chinese.values()
            for text in texts
            for run in re.findall(r"[㐀-鿿]+", text)
        }
    )
    sought = set()
    while len(sought) < 60:
        run = chance.choice(runs)
        if len(run) >= length:
            start = chance.randrange(len(run) - length + 1)
            sought.add(run[start : start + length])
    wrong = {words for words in sought if found(content, words) != scan(chinese, words)}
    assert not wrong


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("继昌隆", "繼昌隆"),
        ("缫丝", "繅絲"),
        ("龙", "龍"),
        ("铝", "鋁"),
        ("广东", "廣東"),
        ("里水", "裏水"),
    ],
)
def test_both_scripts_find_the_same(content, simplified, traditional):
    assert found(content, simplified) == found(content, traditional) != set()


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("南海", "gazette"), ("nanhai", "gazette"), ("NH", "gazette"), ("xianzhi", "gazette"), ("nhxz", "gazette"),
        ("xz", "gazette"), ("Gazetteer", "gazette"), ("gazetteer", "gazette"), ("ＮＡＮＨＡＩ", "gazette"),
        ("志", "gazette"), ("縣志", "gazette"), ("1872", "reel"), ("缫丝 1872", "reel"), ("缫丝，机器", "reel"),
        ("简村", "reel"), ("Jiancun", "reel"), ("steam", "reel"),
    ],
)  # fmt: skip
def test_a_record_is_found_however_it_is_typed(store, typed, slug):
    put_two(store)
    assert [hit.slug for hit in store.search(typed)] == [slug]


def put_two(store):
    gazette = added(store, Kind.SOURCE, "gazette")
    reel = added(store, Kind.EVENT, "reel")
    put(
        store,
        replace(gazette, title=Text.of({"zh-Hans": "南海县志", "en": "Gazetteer"})),
        replace(
            reel,
            title=Text.of("缫丝"),
            text=Text.of({"zh-Hans": "简村的机器，1872年。", "en": "Jiancun, by steam"}),
        ),
    )
    return gazette, reel


@pytest.mark.parametrize("typed", ["", " ", "，。", '"', "*", "AND", "丝 鲸", "a OR b", "title:x", "NEAR(", "鲸", "^", "\x00"])  # fmt: skip
def test_marks_and_words_of_the_index_itself_find_nothing_and_harm_nothing(store, typed):
    put_two(store)
    assert store.search(typed) == ()


def test_a_name_goes_before_a_text(store):
    told = added(store, Kind.EVENT, "told", "另一件")
    put(store, replace(told, text=Text.of("说的是醒狮，" * 3)))
    named = added(store, Kind.EVENT, "named", "醒狮")
    assert [hit.id for hit in store.search("醒狮")] == [named.id, told.id]


def test_a_hit_tells_its_gallery_and_the_words_around_the_match(store):
    gallery = added(store, Kind.GALLERY, "century")
    section = added(store, Kind.SECTION, "silk", gallery=gallery.id)
    panel = added(store, Kind.EXHIBIT, "panel", section=section.id)
    lone = added(store, Kind.EVENT, "lone")
    long = "开头……" * 12 + "这里说**醒狮**的故事" + "，后来" * 30
    put(
        store,
        *(
            replace(record, text=Text.of({"zh-Hans": long, "en": "A lion"}))
            for record in (panel, lone)
        ),
    )
    hits = {hit.slug: hit for hit in store.search("醒狮")}
    assert hits["panel"].gallery == gallery.id
    assert hits["lone"].gallery is None
    assert "醒狮的故事" in hits["panel"].snippet
    assert hits["panel"].snippet.startswith("…")
    assert hits["panel"].snippet.endswith("…")
    assert store.search("lion", language="en")[0].snippet == "A lion"


def test_kinds_and_the_limit_hold(store):
    for number in range(5):
        added(store, Kind.EVENT, f"event-{number}", "醒狮")
    added(store, Kind.CRAFT, "craft", "醒狮")
    assert len(store.search("醒狮", limit=3)) == 3
    assert [hit.kind for hit in store.search("醒狮", kinds=frozenset({Kind.CRAFT}))] == ["craft"]
    assert len(found(store, "醒狮", kinds=frozenset({Kind.CRAFT, Kind.EVENT}))) == 6


def test_after_any_edits_the_index_answers_as_one_made_anew(store):
    chance = random.Random(7)
    names = ["醒狮", "缫丝厂", "南海县志", "铝型材", "Silk road", "龙舟", ""]
    live = []
    for number in range(60):
        doing = chance.random()
        if doing < 0.5 or not live:
            live.append(
                added(
                    store,
                    chance.choice((Kind.EVENT, Kind.CRAFT)),
                    f"r-{number}",
                    chance.choice(names),
                )
            )
        elif doing < 0.8:
            changed = replace(
                live.pop(chance.randrange(len(live))), title=Text.of(chance.choice(names))
            )
            put(store, changed)
            live.append(changed)
        elif doing < 0.9:
            with store.edit("remove") as edit:
                edit.remove(live.pop(chance.randrange(len(live))).id)
        else:
            store.undo()
            live = [record for kind in (Kind.EVENT, Kind.CRAFT) for record in store.all(kind)]
    asked = [
        "醒",
        "狮",
        "醒狮",
        "缫丝",
        "南海",
        "县志",
        "silk",
        "xingshi",
        "xs",
        "龙",
        "road",
        "zhou",
    ]
    before = {words: found(store, words) for words in asked}
    assert any(before.values())
    store.rebuild_index()
    assert {words: found(store, words) for words in asked} == before


def test_a_hit_needs_neither_its_record_nor_a_question_of_its_own(content, monkeypatch):
    """However many are found, the library is asked as often, and no record is read whole."""
    asked = []
    monkeypatch.setattr(rows, "record_of", lambda document: pytest.fail(document["slug"]))
    content._db.set_trace_callback(asked.append)
    try:
        assert len(content.search("南海", limit=100)) == 100
    finally:
        content._db.set_trace_callback(None)
    # What the index asks of its own tables is told as a comment.
    assert len([line for line in asked if not line.startswith("--")]) <= 6


def test_the_title_and_snippet_of_a_hit_are_those_of_its_record(content):
    hits = content.search("南海", limit=MANY, language="en")
    assert len(hits) > 100
    for hit in hits:
        record = content.get(hit.id)
        assert (hit.kind, hit.slug, hit.title) == (record.kind, record.slug, record.title)
        plain = [
            re.sub(r"[*_#>`]+|\[([^\]]*)\]\([^)]*\)", r"\1", text[tongue])
            for path, text in texts_in(record)
            if path != "title"
            for tongue in text
        ]
        stretch = hit.snippet.strip("…")
        assert any(stretch in words for words in [*plain, *(text.best("en") for _, text in texts_in(record)), ""])  # fmt: skip


def test_names_come_before_texts_also_among_more_matches_than_are_ranked(store):
    with store.edit("Fill") as edit:
        for number in range(finding.RANK_UP_TO + 20):
            edit.put(made_event(store, f"text-{number}", f"事件{number}", "缫丝的机器"))
        edit.put(made_event(store, "name", "缫丝厂", "别的"))

    found = store.ask(finding.ids, "缫丝", 10)

    assert len(found) == 10
    assert store.get(found[0]).slug == "name"
    assert found == [hit.id for hit in store.search("缫丝", limit=10)]


def test_ids_alone_are_found_by_kind_and_without_words_there_are_none(store):
    with store.edit("Fill") as edit:
        edit.put(made_event(store, "one", "缫丝厂", "别的"))

    assert len(store.ask(finding.ids, "缫丝", 10, frozenset({Kind.EVENT}))) == 1
    assert store.ask(finding.ids, "缫丝", 10, frozenset({Kind.MEDIA})) == []
    assert store.ask(finding.ids, " ", 10) == []


def made_event(store, slug, title, text):
    return Event(id=RecordId(store.new_id()), slug=slug, title=Text.of(title), text=Text.of(text))
