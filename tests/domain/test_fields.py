"""The fields of records, read from the classes themselves."""

from dataclasses import dataclass, fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.fields import REQUIRED, TEXT, Shape, fields_of, references_in, texts_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import (
    RECORD_TYPES,
    Answer,
    Citation,
    Craft,
    Enterprise,
    Event,
    Media,
    Question,
    Quiz,
)
from hall_app.domain.text import Text
from tests.strategies import ids, records


def test_every_kind_has_one_class_and_every_class_says_its_kind():
    assert set(RECORD_TYPES) == set(Kind)
    assert all(record_type.kind is kind for kind, record_type in RECORD_TYPES.items())


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_every_kind_has_a_shape(kind):
    found = fields_of(RECORD_TYPES[kind])
    assert [f.name for f in found] == [f.name for f in fields(RECORD_TYPES[kind])]
    assert {f.name for f in found if f.default is REQUIRED} == {"id", "slug"}


@pytest.mark.parametrize("kind", Kind)
def test_a_record_of_only_an_id_and_a_slug_is_one(kind):
    record = RECORD_TYPES[kind](id=RecordId("1"), slug="one")
    assert record.is_public
    assert record.shown.covers(Day(1))
    assert is_dataclass(record)


def test_a_field_knows_what_it_holds():
    held = {field.name: field for field in fields_of(Enterprise)}
    assert held["gallery"].target is Kind.GALLERY
    assert held["gallery"].is_optional
    assert held["former_titles"].shape is Shape.TEXT
    assert held["former_titles"].is_many
    assert held["authorisation"].shape is Shape.VALUE
    assert held["town"].shape is Shape.CHOICE
    assert held["founded"].shape is Shape.DATE
    assert held["is_history"].shape is Shape.FLAG
    assert {field.name: field.shape for field in fields_of(Media)}["metadata"] is Shape.PAIR
    assert {field.name: field.target for field in fields_of(Event)}["related"] is None
    assert TEXT.shape is Shape.TEXT


def test_a_class_that_holds_something_unknown_is_refused():
    @dataclass
    class Strange:
        held: complex = 0j

    with pytest.raises(TypeError):
        fields_of(Strange)


def test_references_are_found_in_lists_and_inside_values():
    record = Quiz(
        id=RecordId("q"), slug="q", media=(RecordId("m"),), citations=(Citation(source=RecordId("s")),),
        questions=(Question(text=Text.of("谁？"), about=RecordId("p")),),
    )  # fmt: skip
    assert dict(references_in(record)) == {
        "citations.0.source": "s",
        "media.0": "m",
        "questions.0.about": "p",
    }


def test_texts_are_found_in_lists_values_and_dates():
    said = Text.of("同治十一年")
    event = Event(
        id=RecordId("e"), slug="e", title=Text.of("创办"),
        date=HallDate("1872", Day(1872), Day(1872, 12, 31), Precision.YEAR, said),
    )  # fmt: skip
    assert dict(texts_in(event))["date.words"] == said
    craft = Craft(id=RecordId("c"), slug="c", steps=(Text.of("煮茧"), Text.of("索绪")))
    assert dict(texts_in(craft))["steps.1"] == Text.of("索绪")
    answer = Answer(text=Text.of("陈启沅"), is_right=True)
    quiz = Quiz(
        id=RecordId("q"), slug="q", questions=(Question(text=Text.of("谁？"), answers=(answer,)),)
    )
    assert dict(texts_in(quiz))["questions.0.answers.0.text"] == answer.text


@settings(max_examples=40)
@given(st.data())
def test_every_reference_of_any_record_can_be_followed_by_its_path(data):
    kind = data.draw(st.sampled_from(Kind))
    record = data.draw(records(kind, links=ids()))
    for path, target in references_in(record):
        held = record
        for step in path.split("."):
            held = held[int(step)] if step.isdigit() else getattr(held, step)
        assert held == target
