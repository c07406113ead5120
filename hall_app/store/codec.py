"""Records as documents: the JSON of the library, of releases and of packages.

A document leaves defaults out, so that an unknown field is absent and two equal records
have equal bytes. Fields of a newer program are refused with their path, never dropped.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from typing import Any, cast

import msgspec

from hall_app.domain.dates import Day
from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, Text, Wording
from hall_app.errors import InvalidRecord

Document = dict[str, Any]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EXACT = 2**53  # whole numbers up to here are the same in JSON, SQLite and a float
_DRAFTED = "is_drafted"
_MADE_FROM = "made_from"


def to_document(record: Record) -> Document:
    """The record as plain JSON values, `kind` first, defaults left out."""
    return {"kind": str(record.kind), **_plain_fields(record)}


def from_document(document: Mapping[str, Any]) -> Record:
    """Read a record back.

    Raises:
        InvalidRecord: The kind or a field is unknown, or a value does not fit its field.
    """
    name = document.get("kind")
    subject = f"{name}:{document.get('slug', '?')}"
    try:
        record_type = RECORD_TYPES[Kind(str(name))]
        body = {key: value for key, value in document.items() if key != "kind"}
        record: Record = _read_fields(record_type, body, "")
    except ValueError as problem:
        raise InvalidRecord(
            f"{subject}: {problem}", subject=subject, code="document-unreadable"
        ) from None
    return record


def to_value(plain: Any, field: Field) -> Any:
    """Read the plain form of one field.

    Raises:
        ValueError: It does not fit; the message names the path.
    """
    return _read_field(field, plain, field.name)


def to_plain(value: Any) -> Any:
    """One field's value as plain JSON values."""
    match value:
        case Text():
            return _plain_text(value)
        case Day():
            return str(value)
        case Enum():
            return value.value
        case tuple():
            return [to_plain(one) for one in value]
        case float():
            return int(value) if value.is_integer() and abs(value) <= _EXACT else value
        case _ if is_dataclass(value):
            return _plain_fields(value)
        case _:
            return value


def canonical_json(value: Any) -> bytes:
    """The one byte string for a JSON value: keys sorted, no spaces, UTF-8."""
    return msgspec.json.encode(value, order="deterministic")


def read_json(data: bytes | str) -> Any:
    """Parse JSON.

    Raises:
        ValueError: It is no JSON, or nests deeper than anything the hall writes.
    """
    try:
        return msgspec.json.decode(data)
    except RecursionError as problem:
        message = "It nests too deep."
        raise ValueError(message) from problem


def _plain_fields(value: Any) -> Document:
    return {
        field.name: to_plain(held)
        for field in fields_of(type(value))
        if (held := getattr(value, field.name)) != field.default
    }


def _plain_text(text: Text) -> Document:
    """Language to words, and beside them what is known of how they were made."""
    plain: Document = {language: wording.text for language, wording in text.wordings}
    if drafted := [language for language, wording in text.wordings if wording.is_drafted]:
        plain[_DRAFTED] = drafted
    if made_from := {key: wording.made_from for key, wording in text.wordings if wording.made_from}:
        plain[_MADE_FROM] = made_from
    return plain


def _read_fields(owner: type[Any], body: Any, path: str) -> Any:
    if not isinstance(body, dict | Mapping):  # asking for a dict first is ten times quicker
        raise ValueError(f"“{path}” should be a map of fields, not {body!r}")
    known = _fields_by_name(cast("Hashable", owner))
    for name in body:
        if name not in known:
            raise ValueError(f"there is no field “{path}{name}”")
    values = {name: _read_field(known[name], plain, path + name) for name, plain in body.items()}
    try:
        return owner(**values)
    except TypeError:
        missing = [name for name in ("id", "slug", "text", "source") if name in known]
        lacking = ", ".join(name for name in missing if name not in values)
        raise ValueError(f"“{path or 'record'}” lacks {lacking or 'a field'}") from None


@cache
def _fields_by_name(owner: Any) -> Mapping[str, Field]:
    return {field.name: field for field in fields_of(owner)}


def _read_field(field: Field, plain: Any, path: str) -> Any:
    if plain is None and field.is_optional:
        return None
    if not field.is_many:
        return _read_one(field, plain, path)
    if not isinstance(plain, list | tuple):
        raise ValueError(f"“{path}” should be a list, not {plain!r}")
    return tuple(_read_one(field, one, f"{path}.{index}") for index, one in enumerate(plain))


def _read_one(field: Field, plain: Any, path: str) -> Any:
    match field.shape:  # the commonest first: every record is read here
        case Shape.WORDS | Shape.REFERENCE if isinstance(plain, str):
            return _read_words(plain, path)
        case Shape.TEXT:
            return _read_text(plain, path)
        case Shape.DAY:
            return _read_day(plain, path)
        case Shape.DATE | Shape.VALUE:
            return _read_fields(field.type, plain, f"{path}.")
        case Shape.CHOICE:
            return _read_choice(field.type, plain, path)
        case Shape.PAIR if isinstance(plain, list | tuple) and len(plain) == 2:
            return tuple(_read_words(part, path) for part in plain)
        case Shape.NUMBER if _is_number(plain):
            return float(plain)
        case Shape.WHOLE if _is_number(plain) and isinstance(plain, int) and abs(plain) <= _EXACT:
            return plain
        case Shape.FLAG if isinstance(plain, bool):
            return plain
        case shape:
            raise ValueError(f"“{path}” should be a {shape}, not {plain!r}")


def _is_number(plain: Any) -> bool:
    return (
        isinstance(plain, int | float)
        and not isinstance(plain, bool)
        # Neither JSON nor a page can show what is infinite or no number.
        and (abs(plain) <= _EXACT or (isinstance(plain, float) and math.isfinite(plain)))
    )


def _read_words(plain: Any, *path: str) -> str:
    if not isinstance(plain, str):
        raise ValueError(f"“{'.'.join(path)}” should be words, not {plain!r}")
    try:
        plain.encode()
    except UnicodeEncodeError:
        raise ValueError(f"“{'.'.join(path)}” holds characters that are none: {plain!r}") from None
    return plain


def _read_text(plain: Any, path: str) -> Text:
    if isinstance(plain, str):
        return Text.of(_read_words(plain, path))
    if not isinstance(plain, dict | Mapping):
        raise ValueError(f"“{path}” should map languages to words, not {plain!r}")
    drafted, made_from = plain.get(_DRAFTED, ()), plain.get(_MADE_FROM, {})
    if not isinstance(drafted, list | tuple) or not isinstance(made_from, dict | Mapping):
        raise ValueError(f"“{path}” should tell its drafts as a list and its origins as a map")
    words = [pair for pair in plain.items() if pair[0] not in (_DRAFTED, _MADE_FROM)]
    for language, _ in words:
        if not _is_language(language):
            raise ValueError(f"“{path}.{language}” is no language such as zh-Hans or en")
    return Text.of(
        {
            language: Wording(
                _read_words(value, path, language),
                language in drafted,
                _read_words(made_from.get(language, ""), path, _MADE_FROM, language),
            )
            for language, value in words
        }
    )


def _is_language(name: Any) -> bool:
    return name in LANGUAGES or (isinstance(name, str) and bool(_LANGUAGE.fullmatch(name)))


def _read_day(plain: Any, path: str) -> Day:
    try:
        return Day.parse(plain)
    except (ValueError, TypeError):
        raise ValueError(f"“{path}” should be a day YYYY-MM-DD, not {plain!r}") from None


def _read_choice(choices: type[Enum], plain: Any, path: str) -> Enum:
    try:
        return choices(plain)
    except ValueError:
        allowed = ", ".join(str(choice.value) for choice in choices)
        raise ValueError(f"“{path}” should be one of {allowed}, not {plain!r}") from None
