"""One cell from a value and back: written so that it reads as people say it, and reads back the same."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Any, Protocol

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.fields import Shape
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import NO_TEXT, ZH_HANS, Text
from hall_app.editing import dates
from hall_app.editing.fields import cleaned
from hall_app.editing.tables import names
from hall_app.editing.tables.columns import Leaf
from hall_app.editing.tables.faults import BadCell
from hall_app.errors import InvalidRecord
from hall_app.media.sheets import Cell
from hall_app.store.codec import canonical_json, read_json, to_plain, to_value

JOINT = "；"
_JSON = "json:"
_SAID = " | "
_CUT = re.compile(r"[；;\n]")
_EXACT = 2**53
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_TRUE = {"true", "yes", "y", "1", "是", "有", "对", "√", "✓"}
_FALSE = {"false", "no", "n", "0", "否", "无", "不", "×"}


class People(Protocol):
    """Who a reference leads to, and what to call them."""

    def name(self, record_id: RecordId, target: Kind | None) -> str: ...

    def find(self, token: str, target: Kind | None) -> RecordId: ...


def written(value: Any, leaf: Leaf, people: People, language: str) -> Cell:
    """The cell for a value of the domain; where people's way of writing it would lose something, JSON."""
    if value is None or value in ((), ""):
        return None
    cell = _written(value, leaf, people, language)
    if isinstance(cell, str):
        if _UNSAFE.search(cell) or cell != cell.strip() or cell.startswith(_JSON):
            return _as_json(value)
        shape = leaf.field.shape
        # What is said of a date in other languages stands in columns of its own.
        is_itself = shape in {Shape.TEXT, Shape.DATE} or (shape is Shape.WORDS and not leaf.is_many)
        if leaf.is_fixed or is_itself:
            return cell
        try:
            if plain_of(cell, leaf, people) != to_plain(value):
                return _as_json(value)
        except BadCell:
            return _as_json(value)
    return cell


def plain_of(cell: Cell, leaf: Leaf, people: People) -> Any:
    """The plain value of a cell, None for an empty one.

    Raises:
        BadCell: It does not fit; the words say what would.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, str) and cell.startswith(_JSON):
        return _from_json(cell, leaf)
    if not leaf.is_many:
        return _one(cell, leaf, people)
    words = [part.strip() for part in _CUT.split(_words(cell))]
    return [_one(part, leaf, people) for part in words if part] or None


def is_same(written_cell: Cell, cell: Cell) -> bool:
    """Whether a cell says what our own export of the record would say."""
    ours, theirs = (None if one is None or one == "" else one for one in (written_cell, cell))
    if isinstance(ours, str) and theirs is not None:
        return ours == _words(theirs) or ours == str(theirs).replace("\r\n", "\n").strip()
    return ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool)


def _written(value: Any, leaf: Leaf, people: People, language: str) -> Cell:
    shape = leaf.field.shape
    if leaf.is_many:
        if shape in {Shape.PAIR, Shape.VALUE}:
            return _as_json(value)
        return JOINT.join(str(_written_one(one, leaf, people, language)) for one in value)
    return _written_one(value, leaf, people, language)


def _written_one(value: Any, leaf: Leaf, people: People, language: str) -> Cell:
    match leaf.field.shape:
        case Shape.REFERENCE:
            return value if leaf.path == "id" else people.name(value, leaf.field.target)
        case Shape.CHOICE:
            return names.choice_label(value, language)
        case Shape.FLAG:
            return names.say("table-yes" if value else "table-no", language)
        case Shape.DATE:
            return _spelled(value)
        case Shape.PAIR | Shape.VALUE:
            return _as_json(value)
        case Shape.TEXT if isinstance(value, Text):
            return value[ZH_HANS]
        case _:
            plain = to_plain(value)
            if isinstance(plain, float) and float(f"{plain:.15g}") != plain:
                return _as_json(value)  # Excel keeps fifteen digits
            return plain if isinstance(plain, int | float) else str(plain)


def _spelled(date: HallDate) -> str:
    """The date as it is said, where that is understood as this date; else its EDTF, and what is said."""
    said = date.words[ZH_HANS]
    bare = replace(date, words=Text.of(said) if said else NO_TEXT)
    for words in (said, date.edtf, f"{date.edtf}{_SAID}{said}"):
        if words and _understood(words) == bare:
            return words
    return _as_json(date)


def _understood(words: str) -> HallDate | None:
    try:
        return _date(words)
    except InvalidRecord:
        return None


def _date(words: str) -> HallDate:
    core, joint, said = words.partition(_SAID)
    if joint:
        return replace(dates.parse(core), words=Text.of(said))
    if day := _DAY.fullmatch(words):
        year, month, number = (int(part) for part in day.groups())
        if "年" not in words:
            return dates.parse(f"{year:04}-{month:02}-{number:02}")
    return dates.parse(words)


def _one(cell: Cell, leaf: Leaf, people: People) -> Any:
    match leaf.field.shape:
        case Shape.TEXT | Shape.WORDS:
            return cleaned(_words(cell))
        case Shape.REFERENCE:
            return people.find(_words(cell).strip(), leaf.field.target)
        case Shape.CHOICE:
            return _choice(_words(cell), leaf.field.type)
        case Shape.FLAG:
            return _flag(cell)
        case Shape.WHOLE | Shape.NUMBER:
            return _number(cell, is_whole=leaf.field.shape is Shape.WHOLE)
        case Shape.DAY:
            return _day(_words(cell).strip())
        case Shape.DATE:
            try:
                return to_plain(_date(_words(cell).strip()))
            except InvalidRecord:
                raise BadCell("date", value=cell) from None
        case _:
            raise BadCell("json", value=cell)


def _words(cell: Cell) -> str:
    return str(cell).strip().replace("\r\n", "\n")


def _choice(words: str, choices: type[Enum]) -> Any:
    found = names.choices_by_name(choices).get(names.normalised(words))
    if found is None:
        allowed = JOINT.join(names.choice_label(choice, ZH_HANS) for choice in choices)
        values = ", ".join(str(choice.value) for choice in choices)
        raise BadCell("choice", value=words, allowed=f"{allowed} ({values})")
    return found.value


def _flag(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    words = _words(cell).lower()
    if words in _TRUE or words in _FALSE:
        return words in _TRUE
    raise BadCell("flag", value=cell)


def _number(cell: Cell, *, is_whole: bool) -> int | float:
    if isinstance(cell, bool):
        raise BadCell("number", value=cell)
    try:
        number: int | float = (
            cell if isinstance(cell, int | float) else float(_words(cell).replace(",", "").replace("，", ""))
        )  # fmt: skip
    except (ValueError, OverflowError):
        raise BadCell("number", value=cell) from None
    if not math.isfinite(number) or (is_whole and abs(number) > _EXACT):
        raise BadCell("number", value=cell)
    if float(number).is_integer() and abs(number) <= _EXACT:
        return int(number)
    if is_whole:
        raise BadCell("whole", value=cell)
    return number


def _day(words: str) -> str:
    if match := _DAY.fullmatch(words):
        year, month, number = (int(part) for part in match.groups())
        words = f"{year:04}-{month:02}-{number:02}"
    try:
        return str(Day.parse(words))
    except ValueError:
        date = _understood(words)
        if date is None or date.precision is not Precision.DAY:
            raise BadCell("day", value=words) from None
        return str(date.earliest)


def _as_json(value: Any) -> str:
    # Plain ASCII, so that no program on the way changes a character.
    return _JSON + json.dumps(json.loads(canonical_json(to_plain(value))), ensure_ascii=True)


def _from_json(cell: str, leaf: Leaf) -> Any:
    try:
        plain = read_json(cell.removeprefix(_JSON))
        if leaf.language:
            return str(plain)
        return to_plain(_checked(plain, leaf))
    except ValueError:
        raise BadCell("json", value=cell[:80]) from None


def _checked(plain: Any, leaf: Leaf) -> Any:
    read: Callable[..., Any] = to_value
    return read(plain, leaf.field if leaf.is_many else replace(leaf.field, is_many=False))
