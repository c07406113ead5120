"""One field set by its path, from words or a value."""

import pytest

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records import FocalPoint, Shown, Town
from hall_app.domain.text import Text, Wording, digest
from hall_app.editing import fields, translation
from hall_app.errors import InvalidRecord, NotFound
from tests.store.making import added, picture_of


def at(record, path):
    for step in path.split("."):
        record = record[int(step)] if step.isdigit() else getattr(record, step)
    return record


@pytest.mark.parametrize(
    ("kind", "field", "typed", "held"),
    [
        (Kind.EVENT, "slug", "linen", "linen"),
        (Kind.EVENT, "remark", "待核实", "待核实"),
        (Kind.EVENT, "remark", "一\r\n\t二\x00\x1b三\u202e四\u200b五", "一\n\t二三四\u200b五"),
        (Kind.EVENT, "importance", "3", 3),
        (Kind.EVENT, "is_public", "no", False),
        (Kind.EVENT, "is_public", "是", True),
        (Kind.EVENT, "certainty", "tradition", "tradition"),
        (Kind.EVENT, "title", "丝", Text.of("丝")),
        (Kind.EVENT, "title", '{"en": "Silk"}', Text.of({"en": "Silk"})),
        (Kind.EVENT, "shown.since", "2026-03-01", Day(2026, 3, 1)),
        (Kind.EVENT, "shown", '{"until": "2026-03-01"}', Shown(until=Day(2026, 3, 1))),
        (Kind.STATISTIC, "value", "32.5", 32.5),
        (Kind.ENTERPRISE, "town", "xiqiao", Town.XIQIAO),
        (Kind.ENTERPRISE, "town", "", None),
        (Kind.ENTERPRISE, "authorisation.given_by", "陈女士", "陈女士"),
        (Kind.ENTERPRISE, "former_titles", '["旧名"]', (Text.of("旧名"),)),
        (Kind.ENTERPRISE, "former_titles.0", "旧名", Text.of("旧名")),
        (Kind.HALL, "languages", "zh-Hans, en", ("zh-Hans", "en")),
        (Kind.MEDIA, "focal_point", {"x": 0.25}, FocalPoint(x=0.25)),
        (Kind.MEDIA, "focal_point.y", "0.75", 0.75),
    ],
)
def test_a_field_takes_what_fits_it(store, kind, field, typed, held):
    record = added(store, kind, "one")
    fields.set_field(store, record.id, field, typed)
    assert at(store.get(record.id), field) == held


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("colour", "red"), ("title.zh.Hans", "x"), ("", "x"), ("title.", "x"), ("title.is_drafted", "x"),
        ("title.zh_Hans", "x"), ("id", "x"), ("kind", "craft"), ("slug", "No Slug"), ("slug", ""),
        ("importance", "high"), ("importance", "2.5"), ("importance", str(10**30)), ("is_public", "maybe"),
        ("certainty", "perhaps"), ("date", "soon"), ("date.words.en", "soon"), ("date.edtf.x", "1872"),
        ("citations", "not json"), ("citations", "[7]"), ("citations", "7"), ("citations.5.field", "x"),
        ("citations.x.field", "x"), ("citations.²", "x"), ("citations.0.locator", "p. 7"), ("media.0.x", "y"),
        ("shown", "not json"), ("shown.since", "yesterday"), ("remark", "\udcff"), ("title.en", "\udcff"),
        ("importance.x", "1"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_and_nothing_changes(store, field, typed):
    record = added(store, Kind.EVENT, "one", importance=2)
    before = picture_of(store), store.version
    with pytest.raises(InvalidRecord):
        fields.set_field(store, record.id, field, typed)
    assert (picture_of(store), store.version) == before


@pytest.mark.parametrize("typed", ["nan", "inf", "-inf", "1e999"])
def test_a_figure_is_a_number_that_can_be_shown(store, typed):
    record = added(store, Kind.STATISTIC, "one")
    with pytest.raises(InvalidRecord):
        fields.set_field(store, record.id, "value", typed)
    assert store.all(Kind.STATISTIC) == (record,)


def test_a_reference_is_given_by_slug_by_kind_and_slug_or_by_id(store):
    gallery, craft = added(store, Kind.GALLERY, "craft"), added(store, Kind.CRAFT, "craft")
    event = added(store, Kind.EVENT, "silk")
    for name in ("craft", "gallery:craft", gallery.id):
        fields.set_field(store, event.id, "gallery", None)
        fields.set_field(store, event.id, "gallery", name)
        assert store.get(event.id).gallery == gallery.id
    fields.set_field(store, event.id, "related", "craft:craft, gallery:craft")
    assert store.get(event.id).related == (craft.id, gallery.id)
    for name in ("nowhere", craft.id.replace("7", "8")):
        with pytest.raises(NotFound):
            fields.set_field(store, event.id, "gallery", name)
    with pytest.raises(InvalidRecord):
        fields.set_field(store, event.id, "gallery", craft.id)


def test_words_typed_by_a_person_are_no_draft_and_know_their_source(store):
    event = added(store, Kind.EVENT, "silk", "丝")
    translation.draft(store, event.id, "title", "zh-Hant", source="zh-Hans", author="")
    assert store.get(event.id).title.wording("zh-Hant") == Wording("絲", True, digest("丝"))
    fields.set_field(store, event.id, "title.zh-Hant", "絲綢")
    assert store.get(event.id).title.wording("zh-Hant") == Wording("絲綢", False, digest("丝"))
    fields.set_field(store, event.id, "title.zh-Hans", "生丝")
    assert store.get(event.id).title.is_stale("zh-Hant", "zh-Hans")
    fields.set_field(store, event.id, "title.zh-Hant", "")
    assert list(store.get(event.id).title) == ["zh-Hans"]


def test_a_draft_needs_something_to_be_made_from(store):
    event = added(store, Kind.EVENT, "silk", "丝")
    for path, language, source in [
        ("text", "zh-Hant", "zh-Hans"), ("title", "en", "zh-Hans"), ("remark", "zh-Hant", "zh-Hans"),
        ("steps.0", "zh-Hant", "zh-Hans"), ("date", "zh-Hant", "zh-Hans"),
    ]:  # fmt: skip
        with pytest.raises(InvalidRecord):
            translation.draft(store, event.id, path, language, source=source, author="")
    assert store.get(event.id) == event


def test_several_fields_are_one_step(store):
    event = added(store, Kind.EVENT, "silk")
    steps = len(store.history())
    fields.set_fields(
        store, event.id, {"title.en": "Silk", "date": "1872", "date.words.en": "then"}
    )
    assert len(store.history()) == steps + 1
    assert store.get(event.id).date.words == Text.of({"en": "then"})
    store.undo()
    assert store.get(event.id) == event


def test_typing_on_joins_the_step_and_a_pause_ends_it(store, clock):
    event = added(store, Kind.EVENT, "silk")
    steps = len(store.history())
    for words in ("S", "Si", "Sil", "Silk"):
        fields.set_field(store, event.id, "title.en", words)
        clock.pass_by(0.4)
    assert len(store.history()) == steps + 1
    clock.pass_by(1)
    fields.set_field(store, event.id, "title.en", "Silks")
    assert len(store.history()) == steps + 2
    store.undo()
    assert store.get(event.id).title["en"] == "Silk"
