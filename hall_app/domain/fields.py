"""What the fields of records hold, read from the record classes themselves.

Forms, SQL columns, the content schema and `FIELD=VALUE` on the command line all ask here,
so that a field is declared once.
"""

from __future__ import annotations

import types
from collections.abc import Hashable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from hall_app.domain import ids
from hall_app.domain.dates import Day, HallDate
from hall_app.domain.kinds import Kind
from hall_app.domain.text import NO_TEXT, Text


class Shape(StrEnum):
    """What one value of a field is."""

    TEXT = "text"
    WORDS = "words"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    DATE = "date"
    CHOICE = "choice"
    REFERENCE = "reference"
    VALUE = "value"
    PAIR = "pair"


REQUIRED = object()
"""In place of a default: the field must be given."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record or of a value inside one.

    Attributes:
        is_many: It holds a tuple of such values.
        is_optional: It may hold None.
        target: For a reference, the kind it leads to; None means any kind.
        type: The class of one value: the enum of a choice, the dataclass of a value.
        default: What it holds when nothing is known; `REQUIRED` where something must be.
    """

    name: str
    shape: Shape
    type: Any
    is_many: bool
    is_optional: bool
    target: Kind | None
    default: Any


_TARGETS: dict[Any, Kind | None] = {
    ids.RecordId: None,
    ids.HallId: Kind.HALL,
    ids.GalleryId: Kind.GALLERY,
    ids.SectionId: Kind.SECTION,
    ids.ExhibitId: Kind.EXHIBIT,
    ids.TimelineId: Kind.TIMELINE,
    ids.EraId: Kind.ERA,
    ids.EventId: Kind.EVENT,
    ids.EnterpriseId: Kind.ENTERPRISE,
    ids.ProductId: Kind.PRODUCT,
    ids.HonourId: Kind.HONOUR,
    ids.CraftId: Kind.CRAFT,
    ids.PersonId: Kind.PERSON,
    ids.StatisticId: Kind.STATISTIC,
    ids.QuizId: Kind.QUIZ,
    ids.MapId: Kind.MAP,
    ids.MediaId: Kind.MEDIA,
    ids.SourceId: Kind.SOURCE,
    ids.DisplayId: Kind.DISPLAY,
    ids.ReleaseId: Kind.RELEASE,
}
_PLAIN = {str: Shape.WORDS, int: Shape.WHOLE, float: Shape.NUMBER, bool: Shape.FLAG}


def fields_of(owner: type[Any]) -> tuple[Field, ...]:
    """The fields of a record class or value class, in the order they are declared."""
    return _fields_of(cast("Hashable", owner))


@cache
def _fields_of(owner: Any) -> tuple[Field, ...]:
    hints = get_type_hints(owner)
    return tuple(
        _field(f.name, hints[f.name], REQUIRED if f.default is MISSING else f.default)
        for f in fields(owner)
    )


def references_in(value: Any, path: str = "") -> Iterator[tuple[str, ids.RecordId]]:
    """Every reference inside a record: its dotted path and the id it leads to.

    A record's own `id` is no reference.
    """
    for field in _with_references(cast("Hashable", type(value))):
        if field.name == "id" and not path:
            continue
        held = getattr(value, field.name)
        if held is None or held == ():
            continue
        here = f"{path}{field.name}"
        for index, one in enumerate(held if field.is_many else (held,)):
            step = f"{here}.{index}" if field.is_many else here
            if field.shape is Shape.REFERENCE:
                yield step, one
            elif field.shape is Shape.VALUE:
                yield from references_in(one, f"{step}.")


def target_of(owner: type[Any], path: str) -> Kind | None:
    """The kind that the reference at a dotted path leads to; None means any kind."""
    name, *rest = (step for step in path.split(".") if not step.isdigit())
    field = next(field for field in fields_of(owner) if field.name == name)
    return target_of(field.type, ".".join(rest)) if rest else field.target


def fields_with_texts(owner: type[Any]) -> tuple[Field, ...]:
    """The fields that are texts, or values with texts inside."""
    return _with_texts(cast("Hashable", owner))


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every multilingual text inside a record, with its dotted path."""
    for field in fields_with_texts(type(value)):
        held = getattr(value, field.name)
        if held is None or held == ():
            continue
        for index, one in enumerate(held if field.is_many else (held,)):
            step = f"{path}{field.name}.{index}" if field.is_many else f"{path}{field.name}"
            match field.shape:
                case Shape.TEXT:
                    yield step, one
                case Shape.DATE:
                    yield f"{step}.words", one.words
                case Shape.VALUE:
                    yield from texts_in(one, f"{step}.")
                case _:
                    pass


@cache
def _with_texts(owner: Any) -> tuple[Field, ...]:
    return tuple(
        field
        for field in fields_of(owner)
        if field.shape is Shape.TEXT
        or (field.shape in {Shape.VALUE, Shape.DATE} and _with_texts(field.type))
    )


@cache
def _with_references(owner: Any) -> tuple[Field, ...]:
    return tuple(
        field
        for field in fields_of(owner)
        if field.shape is Shape.REFERENCE
        or (field.shape is Shape.VALUE and _with_references(field.type))
    )


def _field(name: str, hint: Any, default: Any) -> Field:
    is_optional = is_many = False
    if get_origin(hint) in (Union, types.UnionType):
        is_optional = True
        hint = next(part for part in get_args(hint) if part is not type(None))
    shape = Shape.PAIR if _is_pair(hint) else None
    if get_origin(hint) is tuple and shape is None:
        is_many = True
        hint = get_args(hint)[0]
        shape = Shape.PAIR if _is_pair(hint) else None
    shape = shape or _shape(hint)
    return Field(name, shape, hint, is_many, is_optional, _TARGETS.get(hint), default)


def _is_pair(hint: Any) -> bool:
    return get_origin(hint) is tuple and Ellipsis not in get_args(hint)


def _shape(hint: Any) -> Shape:
    if hint in _TARGETS:
        return Shape.REFERENCE
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is Text:
        return Shape.TEXT
    if hint is HallDate:
        return Shape.DATE
    if hint is Day:
        return Shape.DAY
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Shape.CHOICE
    if is_dataclass(hint):
        return Shape.VALUE
    raise TypeError(hint)


TEXT = _field("text", Text, NO_TEXT)
"""A field that holds one text; what a text is read with where it stands alone."""
