"""Lists of records, cut into pages: what is listed, in which order, from where to where.

Columns beside each document hold what lists are sorted and filtered by, so that a list of a
hundred thousand records reads the documents of one page and no more.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from hall_app.domain.dates import HallDate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Confidence, Record
from hall_app.domain.text import EN, LANGUAGES, ZH_HANS
from hall_app.domain.wordings import State, states
from hall_app.store import grams
from hall_app.store.codec import Document, read_json
from hall_app.store.connection import Connection

COLUMNS = ("owner", "pinyin", "english", "day", "states", "confidence", "is_public", "is_cited")
"""What `columns_of` gives, in this order."""

_OWNERS = ("enterprise", "section", "gallery")
_DATES = ("date", "founded", "span", "born")
LETTERS = {State.MISSING: "a", State.STALE: "b", State.DRAFTED: "c", State.READ: "d"}
"""How the column `states` writes a state; the most pressing sorts first."""
_CONFIDENCES = list(Confidence)

# A record belongs to a gallery by itself, or by its section or enterprise.
IN_GALLERY = (
    "owner IN (SELECT ? UNION ALL SELECT id FROM record WHERE owner = ?"
    " AND kind IN ('section', 'enterprise'))"
)

_OWNER_PLACE = "coalesce((SELECT o.position FROM record AS o WHERE o.id = record.owner), 99999999)"

_TRUTHS: dict[bool | None, str] = {True: "yes", False: "no"}


class Order(StrEnum):
    """What a list is sorted by."""

    PLACE = "place"
    TITLE = "title"
    DATE = "date"
    OWNER = "owner"
    LANGUAGES = "languages"
    CONFIDENCE = "confidence"
    SLUG = "slug"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list holds and in which order.

    Attributes:
        words: Only records that hold these words, in any script, pinyin or initials.
        gallery: Only records of this gallery, of its sections and enterprises.
        state: Only records of which a language is in this state; `language` says which one.
        is_cited: Only records with, or without, a source.
        language: In which titles are sorted, and of which `state` speaks; empty means any.
    """

    kind: Kind
    words: str = ""
    gallery: RecordId | None = None
    state: State | None = None
    confidence: Confidence | None = None
    is_public: bool | None = None
    is_cited: bool | None = None
    language: str = ""
    order: Order = Order.PLACE
    is_falling: bool = False


def written(listing: Listing) -> str:
    """What a list looks for, as words and `mark:value`; its kind and its language are not in it."""
    marks = {
        "gallery": listing.gallery,
        "state": listing.state,
        "confidence": listing.confidence,
        "public": _TRUTHS.get(listing.is_public),
        "cited": _TRUTHS.get(listing.is_cited),
        "sort": f"{listing.order}{'-falling' * listing.is_falling}",
    }
    said = [f"{mark}:{value}" for mark, value in marks.items() if value]
    return " ".join([*said, listing.words]).strip()


def read(kind: Kind, typed: str, language: str = "") -> Listing:
    """The list that was written so; a mark that is not known is a word."""
    listing, words = Listing(kind=kind, language=language), []
    for token in typed.split():
        mark, _, value = token.partition(":")
        try:
            listing = replace(listing, **_READ[mark](value))
        except (KeyError, ValueError):
            words.append(token)
    return replace(listing, words=" ".join(words))


_READ: dict[str, Callable[[str], dict[str, Any]]] = {
    "gallery": lambda value: {"gallery": RecordId(value)},
    "state": lambda value: {"state": State(value)},
    "confidence": lambda value: {"confidence": Confidence(value)},
    "public": lambda value: {"is_public": _truth(value)},
    "cited": lambda value: {"is_cited": _truth(value)},
    "sort": lambda value: {
        "order": Order(value.removesuffix("-falling")), "is_falling": value.endswith("-falling")
    },
}  # fmt: skip


def _truth(value: str) -> bool:
    return {"yes": True, "no": False}[value]


def columns_of(record: Record) -> tuple[Any, ...]:
    """What lists are sorted and filtered by; the values of `COLUMNS`."""
    date: HallDate | None = next((d for n in _DATES if (d := getattr(record, n, None))), None)
    return (
        next((owner for name in _OWNERS if (owner := getattr(record, name, None))), None),
        grams.sort_key(record.title.best(ZH_HANS) or record.slug),
        grams.fold(record.title.best(EN) or record.slug),
        date.sort_key if date else None,
        "".join(LETTERS[one] for one in states(record, LANGUAGES)),
        _CONFIDENCES.index(record.confidence),
        int(record.is_public),
        int(bool(record.citations)),
    )


def count(db: Connection, listing: Listing) -> int:
    """How many records a list holds."""
    where, values = _where(listing)
    return int(db.execute(f"SELECT count(*) FROM record WHERE {where}", values).fetchone()[0])


def page(db: Connection, listing: Listing, start: int, most: int) -> list[Document]:
    """The documents of a stretch of a list."""
    where, values = _where(listing)
    order, _ = _ordering(listing)
    # Sorting numbers, and reading documents after: a sorter that carries documents is ten times slower.
    numbers = [
        number
        for (number,) in db.execute(
            f"SELECT number FROM record WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
            (*values, most, start),
        )
    ]
    found = db.execute(
        "SELECT number, document FROM record WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    packed = dict(found.fetchall())
    return [read_json(packed[number]) for number in numbers]


def ids(db: Connection, listing: Listing) -> list[RecordId]:
    """The ids of every record of a list, in its order."""
    where, values = _where(listing)
    order, _ = _ordering(listing)
    found = db.execute(f"SELECT id FROM record WHERE {where} ORDER BY {order}", values)
    return [RecordId(record_id) for (record_id,) in found]


def place_of(db: Connection, listing: Listing, record_id: RecordId) -> int | None:
    """How many records of a list stand before one; None where it is not in the list."""
    where, values = _where(listing)
    _, keys = _ordering(listing)
    columns = ", ".join(keys)
    mine = db.execute(
        f"SELECT {columns} FROM record WHERE {where} AND id = ?", (*values, record_id)
    ).fetchone()
    if mine is None:
        return None
    after = "<" if not listing.is_falling else ">"
    marks = ", ".join("?" * len(keys))
    row = db.execute(
        f"SELECT count(*) FROM record WHERE {where} AND ({columns}) {after} ({marks})",
        (*values, *mine),
    ).fetchone()
    return int(row[0])


def _where(listing: Listing) -> tuple[str, list[Any]]:
    conditions: list[str] = ["kind = ?"]
    values: list[Any] = [str(listing.kind)]
    if listing.words.strip():
        match = grams.query(listing.words)
        conditions.append("number IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(match or '""')
    if listing.gallery is not None:
        conditions.append(IN_GALLERY)
        values += [listing.gallery, listing.gallery]
    if listing.state is not None:
        letter = LETTERS[listing.state]
        if listing.language in LANGUAGES:
            conditions.append("substr(states, ?, 1) = ?")
            values += [LANGUAGES.index(listing.language) + 1, letter]
        else:
            conditions.append("instr(states, ?) > 0")
            values.append(letter)
    for column, value in (
        (
            "confidence",
            None if listing.confidence is None else _CONFIDENCES.index(listing.confidence),
        ),
        ("is_public", listing.is_public),
        ("is_cited", listing.is_cited),
    ):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(int(value))
    return " AND ".join(conditions), values


def _ordering(listing: Listing) -> tuple[str, tuple[str, ...]]:
    """The words after ORDER BY, and the columns it goes by; no two records are equal in them."""
    titles = "english" if listing.language == EN else "pinyin"
    keys: dict[Order, tuple[str, ...]] = {
        Order.PLACE: ("position", "slug"),
        Order.TITLE: (titles, "slug"),
        Order.DATE: ("coalesce(day, 99999999)", "slug"),
        Order.OWNER: (_OWNER_PLACE, "coalesce(owner, '')", "position", "slug"),
        Order.LANGUAGES: ("states", "position", "slug"),
        Order.CONFIDENCE: ("confidence", "position", "slug"),
        Order.SLUG: ("slug",),
    }
    columns = keys[listing.order]
    direction = " DESC" if listing.is_falling else ""
    return ", ".join(f"{column}{direction}" for column in columns), columns
