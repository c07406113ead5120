"""Writes docs/content.schema.json and the tables of docs/content-format.md from the record classes.

    python3 -m tools.write_content_schema

A field is declared once, in `hall_app.domain.records`; run this after changing one.
"""

import inspect
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hall_app.domain.fields import REQUIRED, Field, Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.history import Event, Timeline
from hall_app.domain.records.knowledge import MapPoint
from hall_app.domain.records.media import FILE_FIELDS, FocalPoint, Media, Track
from hall_app.domain.records.record import Illustrated, Record
from hall_app.domain.text import LANGUAGES
from hall_app.editing.content_writer import FILE

DOCS = Path(__file__).resolve().parent.parent / "docs"
SCHEMA = DOCS / "content.schema.json"
PAGE = DOCS / "content-format.md"
TABLES = re.compile(r"(?<=<!-- tables -->\n).*(?=<!-- end of tables -->)", re.DOTALL)

KINDS = tuple(kind for kind in Kind if kind is not Kind.RELEASE)

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
DAY = r"^-?\d{4,}-\d\d-\d\d$"
LANGUAGE = "^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$"

# What the classes cannot say of a number.
LIMITS: dict[tuple[type[Any], str], dict[str, Any]] = {
    (Event, "importance"): {"minimum": 1, "maximum": 3},
    (Timeline, "importance"): {"minimum": 1, "maximum": 3},
    (MapPoint, "x"): {"minimum": 0, "maximum": 1},
    (MapPoint, "y"): {"minimum": 0, "maximum": 1},
    (FocalPoint, "x"): {"minimum": 0, "maximum": 1},
    (FocalPoint, "y"): {"minimum": 0, "maximum": 1},
}

# The words of fields that mean the same everywhere and so are not said at each class.
NOTES = {
    "id": "made once, never changed",
    "confidence": "`article`: stated in the article of 2017; `sourced`: a page was found; `general`: still to be verified",
    "citations": "where the statements come from",
    "shown": "from and until which day",
    "text": "words to read, in a small Markdown",
    "media": "pictures and films, the leading one first",
    "order": "place among its neighbours, from 1",
    "lead": "two short sentences under the title",
    "period": "the years it spans, as shown",
    "gallery": "the gallery it belongs to",
    "date": "when; see Dates",
    FILE: "name of the file beside this one",
}


def main() -> int:
    """Write both files."""
    SCHEMA.write_text(schema_text(), "utf-8", newline="\n")
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8", newline="\n")
    return 0


def schema_text() -> str:
    """The schema as it stands in docs/."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """JSON Schema of all content files; `$defs/<kind>` is the one for the files of a kind."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A content file of the hall: content/<kind>/<slug>.yaml",
        "anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS],
        "$defs": {
            **{str(kind): _object(RECORD_TYPES[kind], required=["id", "title"]) for kind in KINDS},
            **{owner.__name__: _object(owner) for owner in value_types()},
            **_parts(),
        },
    }


def page(words: str) -> str:
    """The format page with its tables as the classes have them now."""
    kinds = "\n".join(_table(str(kind), RECORD_TYPES[kind]) for kind in KINDS)
    values = "\n".join(_table(owner.__name__, owner) for owner in value_types())
    shared = "\n".join(_rows(Illustrated))
    bare = ", ".join(str(kind) for kind in KINDS if not issubclass(RECORD_TYPES[kind], Illustrated))
    tables = (
        f"\n### Every kind\n\n`text` and `media`: all kinds but {bare}.\n\n{_HEAD}{shared}\n\n{kinds}\n## Values inside records\n\n"
        f"Each is a map of the fields below.\n\n{values}\n"
    )
    return TABLES.sub(lambda _: tables, words)


def value_types() -> tuple[type[Any], ...]:
    """The classes of values inside records, in the order they are met."""
    found: dict[type[Any], None] = {}
    waiting: list[type[Any]] = [RECORD_TYPES[kind] for kind in KINDS]
    while waiting:
        for field in _content_fields(waiting.pop(0)):
            if field.shape is Shape.VALUE and field.type not in found:
                found[field.type] = None
                waiting.append(field.type)
    return tuple(found)


# -- schema --------------------------------------------------------------------


def _object(owner: type[Any], required: list[str] | None = None) -> dict[str, Any]:
    needed = required or [f.name for f in _content_fields(owner) if f.default is REQUIRED]
    if owner in {Media, Track}:
        needed = [*needed, FILE]
    properties = {f.name: _property(owner, f) for f in _content_fields(owner)}
    if owner in {Media, Track}:
        properties[FILE] = {"type": "string", "minLength": 1, "description": NOTES[FILE]}
    return {
        "type": "object",
        "description": _first_line(owner),
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


def _property(owner: type[Any], field: Field) -> dict[str, Any]:
    one = {**_one(field), **LIMITS.get((owner, field.name), {})}
    if field.name == "id":
        one = {"type": "string", "pattern": f"^{UUID}$"}
    held = {"type": "array", "items": one} if field.is_many else one
    meaning = _meaning(owner, field.name)
    return {**held, "description": meaning} if meaning else held


def _one(field: Field) -> dict[str, Any]:
    match field.shape:
        case Shape.TEXT | Shape.DATE | Shape.DAY:
            return {"$ref": f"#/$defs/{field.shape}"}
        case Shape.CHOICE:
            return {"enum": [choice.value for choice in field.type]}
        case Shape.REFERENCE:
            return {"type": "string", "pattern": _reference(field)}
        case Shape.VALUE:
            return {"$ref": f"#/$defs/{field.type.__name__}"}
        case Shape.PAIR:
            return {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
        case shape:
            return {"type": _JSON_TYPES[shape]}


_JSON_TYPES = {
    Shape.WORDS: "string",
    Shape.WHOLE: "integer",
    Shape.NUMBER: "number",
    Shape.FLAG: "boolean",
}


def _reference(field: Field) -> str:
    if field.target:
        return f"^(?:{field.target}:)?{SLUG}$"
    kinds = "|".join(map(str, KINDS))
    return f"^(?:(?:{kinds}):{SLUG}|{UUID})$"


def _parts() -> dict[str, Any]:
    words = {"type": "string", "minLength": 1}
    return {
        "text": {
            "description": "Words in each language; a bare string is Simplified Chinese.",
            "anyOf": [
                words,
                {
                    "type": "object",
                    "properties": {
                        **dict.fromkeys(LANGUAGES, words),
                        "is_drafted": {
                            "type": "array",
                            "items": {"type": "string", "pattern": LANGUAGE},
                        },
                        "made_from": {
                            "type": "object",
                            "propertyNames": {"pattern": LANGUAGE},
                            "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
                        },
                    },
                    "patternProperties": {LANGUAGE: words},
                    "additionalProperties": False,
                    "minProperties": 1,
                },
            ],
        },
        "day": {"description": "A day, YYYY-MM-DD.", "type": "string", "pattern": DAY},
        "date": {
            "description": "A date: EDTF level 1, or as people say it.",
            "anyOf": [
                words,
                {
                    "type": "object",
                    "properties": {"edtf": words, "words": {"$ref": "#/$defs/text"}},
                    "required": ["edtf"],
                    "additionalProperties": False,
                },
            ],
        },
    }


# -- tables --------------------------------------------------------------------

_HEAD = "| field | holds | meaning |\n|---|---|---|\n"


def _table(name: str, owner: type[Any]) -> str:
    rows = "\n".join(_rows(owner))
    folder = f" · `content/{name}/`" if owner in RECORD_TYPES.values() else ""
    return f"### {name}{folder}\n\n{_first_line(owner)}\n\n{_HEAD}{rows}\n"


def _rows(owner: type[Any]) -> Iterator[str]:
    is_kind = owner in RECORD_TYPES.values()
    shared = {field.name for field in fields_of(Illustrated)} if is_kind else set()
    for field in _content_fields(owner):
        if field.name not in shared:
            yield f"| `{field.name}` | {_holds(field)} | {_meaning(owner, field.name)} |"
    if owner in {Media, Track}:
        yield f"| `{FILE}` | words | {NOTES[FILE]} |"


def _holds(field: Field) -> str:
    match field.shape:
        case Shape.REFERENCE if field.name == "id":
            one = "UUID version 7"
        case Shape.REFERENCE:
            one = f"{field.target} slug" if field.target else "`kind:slug`"
        case Shape.CHOICE:
            one = " · ".join(f"`{choice.value}`" for choice in field.type)
        case Shape.VALUE:
            one = field.type.__name__
        case Shape.FLAG:
            one = "true or false"
        case Shape.WHOLE:
            one = "whole number"
        case shape:
            one = str(shape)
    return f"list of {one}" if field.is_many else one


# -- what the classes say ------------------------------------------------------


def _content_fields(owner: type[Any]) -> Iterator[Field]:
    """The fields a file may hold: its name is the slug, and a medium tells of itself."""
    for field in fields_of(owner):
        is_from_file = owner is Media and field.name in FILE_FIELDS
        is_from_track = owner is Track and field.name in {"sha256", "file_name"}
        if not (
            is_from_file or is_from_track or (issubclass(owner, Record) and field.name == "slug")
        ):
            yield field


def _meaning(owner: type[Any], name: str) -> str:
    for one in inspect.getmro(owner):
        if words := _attributes(one).get(name):
            return words
    return NOTES.get(name, "") if issubclass(owner, Record) else ""


def _attributes(owner: type[Any]) -> dict[str, str]:
    """The Attributes section of a class docstring, by field."""
    _, _, section = inspect.cleandoc(owner.__doc__ or "").partition("Attributes:\n")
    entries = re.findall(r"^    (\w[\w, ]*): (.+(?:\n        .+)*)", section, re.MULTILINE)
    return {
        name.strip(): " ".join(words.split())
        for names, words in entries
        for name in names.split(",")
    }


def _first_line(owner: type[Any]) -> str:
    return inspect.cleandoc(owner.__doc__ or "").partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
