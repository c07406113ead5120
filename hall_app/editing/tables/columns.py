"""The columns of a kind: every field as one or more cells, by its dotted path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from hall_app.domain.fields import TEXT, Field, Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS, Text
from hall_app.editing.fields import FIXED
from hall_app.store.codec import Document

_LISTED = (Shape.TEXT, Shape.VALUE)
_MOST = 1000
_WORDS_OF_DATES = "words"


@dataclass(frozen=True, slots=True)
class Leaf:
    """What one cell holds.

    Attributes:
        path: Dotted, with the language last where it is a wording.
        field: The field; of a wording the text it belongs to.
        language: Of a wording, else empty.
        is_many: The cell holds several values.
        is_fixed: A file or a publication fills it, and no hand.
    """

    path: str
    field: Field
    language: str = ""
    is_many: bool = False
    is_fixed: bool = False


@cache
def leaf_at(kind: Kind, path: str) -> Leaf | None:
    """The cell at a path; None where a kind has none there."""
    return _leaf(RECORD_TYPES[kind], kind, path.split("."), path)


def columns_of(kind: Kind, records: Iterable[Record]) -> tuple[Leaf, ...]:
    """Every column that these records need, in the order of the fields; lists as long as the longest."""
    found = list(records)
    paths = _paths(RECORD_TYPES[kind], found, "", FIXED.get(kind, frozenset()))
    return tuple(leaf for path in paths if (leaf := leaf_at(kind, path)))


def value_at(record: Any, leaf: Leaf) -> Any:
    """What a record holds at a column: a value of the domain, None where there is nothing."""
    held = record
    for step in leaf.path.split("."):
        if held is None:
            return None
        if isinstance(held, Text):
            return held[step] or None
        if isinstance(held, tuple) and step.isdecimal():
            place = int(step)
            held = held[place] if place < len(held) else None
        else:
            held = getattr(held, step)
    return held


def put_at(document: Document, leaf: Leaf, plain: Any) -> None:
    """Set a plain value at a column; None takes it out. Of a wording the text itself is given."""
    steps = leaf.path.split(".")
    if leaf.language:
        steps = steps[:-1]
    held: Any = document
    for step, following in pairwise(steps):
        fresh: Any = [] if following.isdecimal() else {}
        held = _entered(held, step, fresh)
    last = steps[-1]
    if isinstance(held, list):
        _entered(held, last, {})
        held[int(last)] = {} if plain is None else plain
    elif plain is None:
        held.pop(last, None)
    else:
        held[last] = plain


def plain_text_at(document: Document, leaf: Leaf) -> Document:
    """The plain text that a wording's column belongs to."""
    held: Any = document
    for step in leaf.path.split(".")[:-1]:
        if isinstance(held, list):
            held = held[int(step)] if int(step) < len(held) else {}
        else:
            held = held.get(step, {})
    return {ZH_HANS: held} if isinstance(held, str) else dict(held)


def without_blanks(document: Document, names: Iterable[str], kept: Document) -> None:
    """Take out what emptied cells have left behind in these fields; what `kept` holds stays."""
    for name in names:
        if name in document and document[name] != kept.get(name):
            document[name] = _pruned(document[name])
            if document[name] in ({}, []):
                del document[name]


def _entered(held: Any, step: str, fresh: Any) -> Any:
    if isinstance(held, list):
        while len(held) <= int(step):
            held.append({})
        if not held[int(step)] and isinstance(fresh, list):
            held[int(step)] = fresh
        return held[int(step)]
    if isinstance(held.get(step), str):
        held[step] = {ZH_HANS: held[step]}
    return held.setdefault(step, fresh)


def _pruned(value: Any) -> Any:
    match value:
        case dict():
            inner = {name: _pruned(one) for name, one in value.items()}
            return {name: one for name, one in inner.items() if one not in ({}, [])}
        case list():
            return [one for one in map(_pruned, value) if one not in ({}, [])]
        case _:
            return value


def _leaf(owner: type[Any], kind: Kind, steps: list[str], path: str) -> Leaf | None:
    name, *rest = steps
    field = next((one for one in fields_of(owner) if one.name == name), None)
    if field is None:
        return None
    if owner is RECORD_TYPES[kind] and (name in FIXED.get(kind, ()) or name == "id"):
        return None if rest else Leaf(path, field, is_many=field.is_many, is_fixed=True)
    if field.is_many and field.shape is Shape.TEXT and not rest:
        return Leaf(path, field, is_many=True)  # all of them in one cell, in the first language
    if field.is_many and field.shape in _LISTED:
        if not rest or not rest[0].isdecimal() or int(rest[0]) >= _MOST:
            return None
        rest = rest[1:]
        return _inner(field, kind, rest, path)
    if field.is_many:
        return None if rest else Leaf(path, field, is_many=True)
    return _inner(field, kind, rest, path)


def _inner(field: Field, kind: Kind, rest: list[str], path: str) -> Leaf | None:
    match field.shape:
        case Shape.TEXT:
            return Leaf(path, field, rest[0]) if len(rest) == 1 and rest[0] in LANGUAGES else None
        case Shape.DATE if len(rest) == 2 and rest[0] == _WORDS_OF_DATES and rest[1] in LANGUAGES:
            return Leaf(path, TEXT, rest[1])
        case Shape.VALUE:
            return _leaf(field.type, kind, rest, path) if rest else None
        case _:
            return None if rest else Leaf(path, field)


def _paths(owner: type[Any], held: list[Any], before: str, fixed: frozenset[str]) -> Iterator[str]:
    late = [field for field in fields_of(owner) if field.name in fixed]
    for field in [one for one in fields_of(owner) if one not in late] + late:
        path = f"{before}{field.name}"
        values = [value for one in held if (value := getattr(one, field.name)) is not None]
        if field in late or (field.is_many and field.shape not in _LISTED):
            yield path
        elif field.is_many:
            for place in range(max((len(value) for value in values), default=0)):
                inner = [value[place] for value in values if place < len(value)]
                yield from _paths_of_one(field, inner, f"{path}.{place}")
        else:
            yield from _paths_of_one(field, values, path)


def _paths_of_one(field: Field, values: list[Any], path: str) -> Iterator[str]:
    match field.shape:
        case Shape.TEXT:
            yield from (f"{path}.{language}" for language in LANGUAGES)
        case Shape.DATE:
            yield path
            spoken = {language for value in values for language in value.words} - {ZH_HANS}
            yield from (f"{path}.{_WORDS_OF_DATES}.{one}" for one in LANGUAGES if one in spoken)
        case Shape.VALUE:
            yield from _paths(field.type, values, f"{path}.", frozenset())
        case _:
            yield path
