"""Each rule of preflight finds its fault, and leaves what is right alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.kinds import Kind
from hall_app.domain.records import (
    Authorisation,
    Certainty,
    Citation,
    Enterprise,
    Era,
    Event,
    Exhibit,
    ExhibitForm,
    Gallery,
    Hall,
    Honour,
    Map,
    Media,
    Medium,
    Person,
    Product,
    Rights,
    Shown,
    Source,
)
from hall_app.domain.text import Text
from hall_app.publishing import preflight
from hall_app.publishing.problem import score
from hall_app.publishing.rules.catalogue import VERBS, codes_of
from hall_app.publishing.rulings import ruling_on
from tests.publishing.making import Ids, text, year

TODAY = Day(2026, 11, 23)
IDS = Ids(7)


def make(kind, slug, **values):
    values.setdefault("title", text(slug))
    return kind(id=IDS(), slug=slug, **values)


HALL = make(Hall, "the-hall", title=text("展馆"))
SOURCE = make(Source, "book", title=text("书"))
CITED = (Citation(source=SOURCE.id),)
GALLERY = make(Gallery, "gallery", title=text("展厅"), period=text("1872–1960年代"), hall=HALL.id)


def found(*records, code=""):
    """What is found among these and the hall: code, record, field; or one code's fields."""
    problems = preflight.examine([HALL, SOURCE, GALLERY, *records], lambda _: True, TODAY)
    if code:
        return [one.field for one in problems if one.code == code]
    return {(one.code, one.slug, one.field) for one in problems}


def codes(*records):
    return {code for code, _, _ in found(*records)}


def span(first: int, last: int) -> HallDate:
    return HallDate("", Day(first), Day(last, 12, 31), Precision.PERIOD)


def event(**values):
    return make(Event, "event", **({"citations": CITED, "date": year(1900)} | values))


def works(**values):
    return make(Enterprise, "works", **({"title": text("甲厂"), "citations": CITED} | values))


def test_what_is_right_has_no_problems():
    person = make(Person, "person", born=year(1850), died=year(1900), citations=CITED)
    told = event(gallery=GALLERY.id, related=(person.id,), text=text("[书](source:book)"))
    assert found(person, told, works()) == set()


@pytest.mark.parametrize(
    ("record", "code", "field"),
    [
        (event(date=span(1900, 1880)), "date-reversed", "date"),
        (event(shown=Shown(since=Day(2030), until=Day(2029))), "until-first", "shown.until"),
        (event(shown=Shown(until=Day(2026, 11, 22))), "shown-over", "shown.until"),
        (event(shown=Shown(until=Day(2027, 1, 1))), "shown-ending", "shown.until"),
        (event(date=year(2030)), "event-future", "date"),
        (event(gallery=GALLERY.id, date=year(1971)), "event-outside", "date"),
        (event(gallery=GALLERY.id, date=year(1871)), "event-outside", "date"),
        (event(text=text("见[这里](event:gone)")), "link-broken", "text.en"),
        (event(text=text("见[这里](ftp://a.example)")), "link-broken", "text.en"),
        (event(text=Text.of("生僻字𠮷")), "glyph-missing", "text.zh-Hans"),
        (make(Person, "p", born=year(1900), died=year(1850)), "died-first", "died"),
        (make(Source, "s", address="http:/broken"), "address-broken", "address"),
        (make(Source, "s", address="javascript://a.example"), "address-broken", "address"),
        (make(Source, "s", address="www.a.example/page"), "address-broken", "address"),
        (
            works(authorisation=Authorisation(until=Day(2026, 12, 1))),
            "authorisation-ending",
            "authorisation.until",
        ),
        (
            works(authorisation=Authorisation(given_on=Day(2031), until=Day(2030))),
            "until-first",
            "authorisation.until",
        ),
        (make(Honour, "h", valid_until=Day(2026, 1, 1)), "honour-over", "valid_until"),
        (make(Honour, "h", valid_until=Day(2026, 12, 1)), "honour-ending", "valid_until"),
        (make(Media, "m", approval="没有", sha256="0"), "map-number", "approval"),
        (
            make(Media, "m", rights=Rights(since=Day(2030), until=Day(2029)), sha256="0"),
            "until-first",
            "rights.until",
        ),
        (
            make(Media, "m", medium=Medium.FILM, flashes_per_s=5.0, sha256="0"),
            "film-flashes",
            "flashes_per_s",
        ),
        (
            make(Media, "m", medium=Medium.FILM, sha256="0"),
            "flashes-unmeasured",
            "flashes_per_s",
        ),
    ],
)
def test_fault_of_one_record_is_found_in_its_field(record, code, field):
    assert field in found(record, code=code)


@pytest.mark.parametrize(
    "record",
    [
        event(certainty=Certainty.TRADITION, date=year(2030)),
        event(gallery=GALLERY.id, date=year(1969)),
        event(text=text("[展厅](gallery:gallery)和[网页](https://a.example/b)")),
        make(Source, "s", address="https://a.example/a?b=c#d"),
        make(Source, "s", address="佛山市档案馆 12-3"),
        make(Media, "m", approval="审图号：GS(2024)1234号", sha256="0", alt=text("图")),
        make(Media, "m", approval="粤S（2023）045号", sha256="0", alt=text("图")),
        make(Media, "m", approval="GS京(2022)0005号", sha256="0", alt=text("图")),
    ],
)
def test_what_only_looks_like_a_fault_is_left_alone(record):
    assert found(record) == set()


def test_an_honour_older_than_its_enterprise_is_told():
    firm = works(founded=year(1990))
    honour = make(Honour, "h", enterprise=firm.id, date=year(1985), citations=CITED)
    assert found(firm, honour) == {("honour-first", "h", "date")}


def test_an_era_reaches_no_further_than_the_one_it_is_part_of():
    outer = make(Era, "outer", date=span(1644, 1911))
    inner = make(Era, "inner", date=span(1840, 1912), parent=outer.id)
    assert found(outer, inner) == {("era-outside", "inner", "date")}


def test_nobody_takes_part_before_being_born():
    person = make(Person, "person", born=year(1950), citations=CITED)
    assert found(person, event(related=(person.id,))) == {
        ("event-before-birth", "event", "related.0")
    }


def test_a_picture_needs_the_pixels_of_the_largest_place_it_stands_in():
    small = make(Media, "m", sha256="0", width=1000, height=700, alt=text("图"))
    in_event = event(media=(small.id,))
    assert found(small, in_event) == set()
    slides = make(Exhibit, "slides", form=ExhibitForm.SLIDESHOW, media=(small.id,))
    assert found(small, in_event, slides) == {("picture-small", "m", "width")}
    large = replace(small, width=1920, height=1080)
    assert found(large, in_event, slides) == set()


BOAST = {"zh-Hans": "全国首创的最好产品", "zh-Hant": "全國首創的最好產品", "en": "No. 1, the best"}


def test_a_boast_needs_a_source_or_an_honour():
    firm = works(citations=(), text=Text.of(BOAST))
    fields = {"text.zh-Hans", "text.zh-Hant", "text.en"}
    assert set(found(firm, code="claim")) == fields
    assert found(replace(firm, citations=CITED), code="claim") == []
    elsewhere = (Citation(source=SOURCE.id, field="title"),)
    assert set(found(replace(firm, citations=elsewhere), code="claim")) == fields
    product = make(Product, "p", enterprise=firm.id, text=Text.of(BOAST))
    assert len(found(firm, product, code="claim")) == 6
    honour = make(Honour, "h", enterprise=firm.id, title=Text.of("全国首创奖、最好产品奖"))
    assert set(found(firm, honour, code="claim")) == fields - {"text.zh-Hans"}


@pytest.mark.parametrize("words", ["最后一家", "第一次世界大战", "最初的厂房", "第一届展会"])
def test_plain_counting_is_no_boast(words):
    assert found(works(citations=(), text=Text.of(words)), code="claim") == []


def test_other_records_may_speak_of_firsts():
    assert found(event(text=text("中国第一家")), code="claim") == []


def test_words_of_the_halls_list_are_told_with_what_to_say_instead():
    hall = replace(HALL, watched_words="坏词\n旧词 → 新词\n\n")
    problems = preflight.examine(
        [hall, SOURCE, event(text=Text.of("坏词和旧词"))], lambda _: True, TODAY
    )
    told = {one.code: one.say("zh-Hans") for one in problems if one.code.startswith("word")}
    assert told == {
        "word-watched": "“坏词”在本馆的慎用词表里。",
        "word-replace": "“旧词”在本馆的慎用词表里，请改用“新词”。",
    }


def test_name_with_one_wrong_character_is_told_and_a_right_one_is_not():
    person = make(Person, "person", title=text("陈甲沅"), citations=CITED)
    firm = works(title=text("样例铝业"))
    wrong = event(text=Text.of("陈甲源创办样列铝业。"))
    assert {f for _, _, f in found(person, firm, wrong)} >= {"text.zh-Hans"}
    assert len(found(person, firm, wrong, code="name-near")) == 2
    assert found(person, firm, event(text=text("陈甲沅创办样例铝业。"))) == set()
    other = make(Person, "other", title=text("陈甲源"), citations=CITED)
    assert len(found(person, other, firm, wrong, code="name-near")) == 1


def test_spelling_the_hall_approves_is_right_and_guards_against_misses():
    hall = replace(HALL, approved_names="南方样例会")
    told = event(text=Text.of("南方样列会"))
    records = [hall, SOURCE, told]
    near = [p for p in preflight.examine(records, lambda _: True, TODAY) if p.code == "name-near"]
    assert [one.parts for one in near] == [(("written", "南方样列会"), ("name", "南方样例会"))]


def test_former_name_stands_beside_the_present_one():
    firm = works(title=text("新样例厂"), former_titles=(text("老作坊"),))
    assert found(firm, event(text=text("老作坊开工。")), code="name-old")
    assert not found(firm, event(text=text("老作坊（新样例厂前身）开工。")), code="name-old")
    assert not found(firm, event(title=text("老作坊"), text=text("新样例厂")), code="name-old")


def test_a_map_has_its_number_or_says_that_it_is_schematic():
    image = make(Media, "m", sha256="0", alt=text("图"), width=1920, height=1080)
    plan = make(Map, "map", image=image.id)
    assert found(image, plan) == {("map-unapproved", "map", "approval")}
    assert found(image, replace(plan, is_schematic=True)) == set()
    assert found(image, replace(plan, approval="GS(2024)1234号")) == set()
    assert found(replace(image, approval="GS(2024)1234号"), plan) == set()
    assert codes(image, replace(plan, approval="1234")) == {"map-number"}


def test_two_of_a_kind_with_one_title_are_told():
    twin = replace(works(), slug="twin")
    assert found(works(), twin, code="title-twin") == ["title.zh-Hans"] * 2
    assert found(works(), replace(twin, is_public=False), code="title-twin") == []


def ruled(record, code, field):
    ruling = ruling_on(record, code, field, because="已问过", by="甲", on=TODAY)
    return replace(record, rulings=(*record.rulings, ruling))


def test_ruling_holds_until_the_field_says_something_else():
    told = event(date=year(2030))
    assert found(ruled(told, "event-future", "date")) == set()
    assert found(replace(ruled(told, "event-future", "date"), text=text("别的"))) == set()
    moved = replace(ruled(told, "event-future", "date"), date=year(2031))
    assert codes(moved) == {"event-future"}


def test_ruling_on_one_wording_leaves_the_others_open():
    firm = works(citations=(), text=Text.of(BOAST))
    left = found(ruled(firm, "claim", "text.zh-Hans"), code="claim")
    assert sorted(left) == ["text.en", "text.zh-Hant"]


def test_what_blocks_cannot_be_ruled_away():
    lost = event(title=Text.of({"en": "x"}))
    assert "title-missing" in codes(ruled(lost, "title-missing", "title.zh-Hans"))


def test_every_problem_concerns_some_kind_and_a_record_in_order_scores_whole():
    assert set().union(*(codes_of(kind) for kind in Kind)) == set(VERBS) - {"hall-missing"}
    told = event(date=year(2030), citations=())
    problems = preflight.examine([HALL, told], lambda _: True, TODAY)
    own = [one for one in problems if one.id == told.id]
    assert len(own) == 2
    assert score(Kind.EVENT, own) == 1 - 2 / len(codes_of(Kind.EVENT))
    assert score(Kind.EVENT, []) == 1
