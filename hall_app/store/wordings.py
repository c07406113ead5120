"""How far the languages of all records have come: pages of records, and totals for each language.

Every answer comes from the index over the states; only the documents of one page are read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES, ZH_HANT
from hall_app.domain.wordings import State
from hall_app.store import grams
from hall_app.store.codec import Document, read_json
from hall_app.store.connection import Connection
from hall_app.store.listing import IN_GALLERY, LETTERS

# What most needs a hand stands first in its kind.
_ORDER = "kind, states, position, slug"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which records are looked at; releases, which no translator writes, never are.

    Attributes:
        words: Only records that hold these words.
        language: The language that `state` speaks of.
    """

    kind: Kind | None = None
    gallery: RecordId | None = None
    words: str = ""
    language: str = ZH_HANT
    state: State | None = None


def count(db: Connection, wanted: Wanted) -> int:
    """How many records there are."""
    where, values = _where(wanted)
    return int(db.execute(f"SELECT count(*) FROM record WHERE {where}", values).fetchone()[0])


def page(db: Connection, wanted: Wanted, start: int, most: int) -> list[Document]:
    """The documents of a stretch, what most needs a hand first in each kind."""
    where, values = _where(wanted)
    query = f"SELECT number FROM record WHERE {where} ORDER BY {_ORDER} LIMIT ? OFFSET ?"
    numbers = [number for (number,) in db.execute(query, (*values, most, start))]
    found = db.execute(
        "SELECT number, document FROM record WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    packed = dict(found.fetchall())
    return [read_json(packed[number]) for number in numbers]


def ids(db: Connection, wanted: Wanted) -> list[RecordId]:
    """The ids of all of them, in the same order."""
    where, values = _where(wanted)
    found = db.execute(f"SELECT id FROM record WHERE {where} ORDER BY {_ORDER}", values)
    return [RecordId(record_id) for (record_id,) in found]


def totals(db: Connection, wanted: Wanted) -> dict[str, Counter[State]]:
    """For each language, how many records are in each state; `state` is not asked for."""
    where, values = _where(wanted, is_any_state=True)
    found = db.execute(f"SELECT states, count(*) FROM record WHERE {where} GROUP BY states", values)
    by_letter = {letter: state for state, letter in LETTERS.items()}
    made: dict[str, Counter[State]] = {language: Counter() for language in LANGUAGES}
    for states, how_many in found.fetchall():
        for language, letter in zip(LANGUAGES, states, strict=False):
            made[language][by_letter[letter]] += how_many
    return made


def titles(db: Connection, kinds: Collection[Kind], language: str) -> list[Document]:
    """The titles, as documents hold them, of the records of these kinds that have one in a language."""
    found = db.execute(
        "SELECT json_extract(document, '$.title') FROM record"
        " WHERE kind IN (SELECT value FROM json_each(?))"
        " AND json_extract(document, ?) IS NOT NULL ORDER BY kind, position, slug",
        (json.dumps([str(kind) for kind in kinds]), f'$.title."{language}"'),
    )
    return [read_json(title) for (title,) in found]


def _where(wanted: Wanted, *, is_any_state: bool = False) -> tuple[str, list[Any]]:
    conditions, values = ["kind <> 'release'"], list[Any]()
    if wanted.kind is not None:
        conditions.append("kind = ?")
        values.append(str(wanted.kind))
    if wanted.words.strip():
        conditions.append("number IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(grams.query(wanted.words) or '""')
    if wanted.gallery is not None:
        conditions.append(IN_GALLERY)
        values += [wanted.gallery, wanted.gallery]
    if wanted.state is not None and not is_any_state:
        conditions.append("substr(states, ?, 1) = ?")
        values += [LANGUAGES.index(wanted.language) + 1, LETTERS[wanted.state]]
    return " AND ".join(conditions), values
