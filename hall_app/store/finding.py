"""Finding records by their words, and finding what is wrong with the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hall_app.domain.fields import TEXT
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import audit, grams, index, journal
from hall_app.store.codec import Document, canonical_json, read_json, to_value
from hall_app.store.connection import Connection
from hall_app.store.index import Hit

# Ranking weighs every match, 5 µs each, and a key has 4 ms.
RANK_UP_TO = 200

_PARENTS = ("gallery", "section", "enterprise")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link from one record's field to another record."""

    from_id: RecordId
    from_kind: Kind
    path: str


def mentioning(db: Connection, words: Iterable[str]) -> frozenset[RecordId]:
    """The records whose documents hold any of these words, letter by letter; all are read through."""
    wanted = sorted({canonical_json(word).decode()[1:-1] for word in words if word})
    question = "SELECT id FROM record WHERE instr(document, ?)"
    return frozenset(row[0] for word in wanted for row in db.execute(question, (word,)))


def search(
    db: Connection, text: str, *, limit: int, kinds: frozenset[Kind], language: str
) -> tuple[Hit, ...]:
    """Records that hold these words, names before texts."""
    match = grams.query(text)
    if not match:
        return ()
    found = _documents(db, _numbers(db, match, limit, kinds))
    galleries = _galleries(db, found)
    return tuple(
        Hit(
            RecordId(document["id"]), Kind(document["kind"]), document["slug"],
            to_value(document.get("title", {}), TEXT), gallery,
            index.snippet(document, text, language),
        )
        for document, gallery in zip(found, galleries, strict=True)
    )  # fmt: skip


def ids(
    db: Connection, text: str, limit: int, kinds: frozenset[Kind] = frozenset()
) -> list[RecordId]:
    """The ids of the records that hold these words, best first; no document is read."""
    match = grams.query(text)
    numbers = _numbers(db, match, limit, kinds) if match else []
    found = db.execute(
        "SELECT number, id FROM record WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    by_number = dict(found.fetchall())
    return [RecordId(by_number[number]) for number in numbers]


def faults(db: Connection) -> tuple[str, ...]:
    """Everything that is wrong, in words; nothing when the file is whole."""
    return tuple(_faults(db))


def _numbers(db: Connection, match: str, limit: int, kinds: frozenset[Kind]) -> list[int]:
    """The numbers of the records that match, best first; no document is read to sort them.

    Few are ranked; of many, those come first whose names hold the words.
    """
    question = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
    if db.execute(question, (match, RANK_UP_TO)).fetchone()[0] < RANK_UP_TO:
        return _matching(db, match, limit, kinds, "bm25(search, 8.0, 1.0, 4.0, 3.0)")
    named = _matching(db, f"{{title pinyin initials}} : ({match})", limit, kinds)
    if len(named) >= limit:
        return named
    return list(dict.fromkeys((*named, *_matching(db, match, limit, kinds))))[:limit]


def _matching(
    db: Connection, match: str, limit: int, kinds: frozenset[Kind], order: str = "search.rowid"
) -> list[int]:
    among = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    joined = " JOIN record ON record.number = search.rowid" if kinds else ""
    numbers = db.execute(
        f"SELECT search.rowid FROM search{joined} WHERE search MATCH ?{among}"
        f" ORDER BY {order} LIMIT ?",
        (match, *sorted(map(str, kinds)), limit),
    )
    return [number for (number,) in numbers]


def _documents(db: Connection, numbers: list[int]) -> list[Document]:
    """The documents of records in the order of the numbers."""
    found = db.execute(
        "SELECT number, document FROM record WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    packed = dict(found.fetchall())
    return [read_json(packed[number]) for number in numbers]


def _galleries(db: Connection, documents: list[Document]) -> list[RecordId | None]:
    """The gallery each record stands in, by its section or enterprise where it has none itself.

    Asked for all records at once: one question for each step up, not one for each record.
    """
    known = {document["id"]: _place(document) for document in documents}
    wanted = {above for _, above in known.values() if above} - known.keys()
    while wanted:
        rows = db.execute(
            "SELECT id, document FROM record WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(wanted)),),
        )
        known |= dict.fromkeys(wanted, ("", None))
        known |= {record_id: _place(read_json(packed)) for record_id, packed in rows}
        wanted = {above for one in wanted if (above := known[one][1])} - known.keys()
    return [_gallery(document["id"], known) for document in documents]


def _place(document: Document) -> tuple[str, str | None]:
    """A record's kind, and the id of what it stands in."""
    above = (document[name] for name in _PARENTS if document.get(name))
    return document["kind"], next(above, None)


def _gallery(record_id: str, known: dict[str, tuple[str, str | None]]) -> RecordId | None:
    here: str | None = record_id
    while here is not None and known[here][0] != Kind.GALLERY:
        here = known[here][1]
    return RecordId(here) if here is not None else None


def _faults(db: Connection) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield f"the file is damaged: {line}"
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"a link dangles: {table} {rowid} → {parent}"
    for record_id, kind, slug, packed in db.execute(
        "SELECT id, kind, slug, document FROM record"
    ).fetchall():
        known = journal.last_known(db, record_id)
        if known is None or canonical_json(read_json(packed)) != known:
            yield f"{kind}:{slug} was changed from outside, past the history"
    yield from audit.faults(db)
