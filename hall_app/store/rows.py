"""Records in the `record` table, with their links and their line in the search index."""

from __future__ import annotations

import json
from dataclasses import dataclass

from hall_app.domain.fields import references_in, target_of
from hall_app.domain.ids import RecordId, is_id, is_slug
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.errors import InvalidRecord
from hall_app.store import index, listing, shelf
from hall_app.store.codec import Document, canonical_json, from_document, read_json, to_document
from hall_app.store.connection import Connection

_COLUMNS = ("slug", "title", "position", "document", *listing.COLUMNS)
_UPDATE = f"UPDATE record SET {', '.join(f'{one} = ?' for one in _COLUMNS)} WHERE id = ?"
_INSERT = (
    f"INSERT INTO record ({', '.join(_COLUMNS)}, id, kind)"
    f" VALUES ({', '.join('?' * (len(_COLUMNS) + 2))})"
)


def read(db: Connection, record_id: RecordId) -> Document | None:
    """A record's document as it stands."""
    row = db.execute("SELECT document FROM record WHERE id = ?", (record_id,)).fetchone()
    return read_json(row[0]) if row else None


@dataclass(frozen=True, slots=True)
class Turn:
    """A record as it stands and as it is to stand, read from their documents already."""

    before: Record
    after: Record


def write(db: Connection, document: Document, turn: Turn | None = None) -> Document | None:
    """Put a document in place of what stands under its id, and give what stood there.

    Args:
        db: The library.
        document: What is to stand there.
        turn: What stands there and the document, where both have been read already.

    Raises:
        InvalidRecord: Its id or slug has the wrong form, or it would change its kind.
    """
    record = turn.after if turn else from_document(document)
    _refuse_bad_names(record)
    before = read(db, record.id)
    if before and before["kind"] != document["kind"]:
        raise InvalidRecord(
            f"{record.slug} is a {before['kind']} and cannot become a {record.kind}.",
            subject=record.id,
            code="kind-fixed",
        )
    packed = canonical_json(document).decode()
    title = record.title.best("zh-Hans")
    values = (
        *(record.slug, title, _position(record), packed),
        *listing.columns_of(record),
        record.id,
    )
    # Most edits change no word that is searched, and cutting words is most of what a write costs.
    old: Record | None = None
    if before is not None and not index.is_untouched(before, document):
        old = turn.before if turn else from_document(before)
    is_said_alike = before is not None and (old is None or index.same(old, record))
    if before is None:
        db.execute(_INSERT, (*values, str(record.kind)))
    else:
        if old is not None and not is_said_alike:
            _unindex(db, old)
        db.execute("DELETE FROM reference WHERE from_id = ?", (record.id,))
        db.execute(_UPDATE, values)
    db.executemany(
        "INSERT INTO reference VALUES (?, ?, ?)",
        [(record.id, path, target) for path, target in references_in(record)],
    )
    shelf.note_look(db, record)
    if not is_said_alike:
        _index(db, record)
    return before


def erase(db: Connection, record_id: RecordId) -> Document | None:
    """Take a record out, and give what stood there."""
    before = read(db, record_id)
    if before is not None:
        _unindex(db, from_document(before))
        db.execute("DELETE FROM record WHERE id = ?", (record_id,))
    return before


def give_up_slugs(db: Connection, ids: list[RecordId]) -> None:
    """Free the slugs of records that are about to be written or taken out."""
    db.executemany("UPDATE record SET slug = id WHERE id = ?", [(one,) for one in ids])


def misdirected(db: Connection, ids: set[RecordId]) -> str:
    """A link of these records that leads to a record of the wrong kind, in words, or nothing."""
    found = db.execute(
        "SELECT ours.kind, ours.slug, path, theirs.kind FROM reference"
        " JOIN record AS ours ON ours.id = from_id JOIN record AS theirs ON theirs.id = to_id"
        " WHERE from_id IN (SELECT value FROM json_each(?)) ORDER BY from_id",
        (json.dumps(sorted(ids)),),
    )
    for ours, slug, path, theirs in found:
        want = target_of(RECORD_TYPES[Kind(ours)], path)
        if want is not None and theirs != want:
            return f"{slug}.{path} leads to a {theirs}, not to a {want}"
    return ""


def record_of(document: Document) -> Record:
    """The record of a document that was checked when it was written."""
    return from_document(document)


def document_of(record: Record) -> Document:
    """The document to write for a record."""
    return to_document(record)


def rebuild_index(db: Connection) -> None:
    """Make the search index anew from the records."""
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    for (document,) in db.execute("SELECT document FROM record").fetchall():
        _index(db, from_document(read_json(document)))


def _index(db: Connection, record: Record) -> None:
    line = index.entry(record)
    db.execute(
        "INSERT INTO search (rowid, title, words, pinyin, initials)"
        " VALUES ((SELECT number FROM record WHERE id = ?), ?, ?, ?, ?)",
        (record.id, line.title, line.words, line.pinyin, line.initials),
    )


def _unindex(db: Connection, record: Record) -> None:
    line = index.entry(record)
    db.execute(
        "INSERT INTO search (search, rowid, title, words, pinyin, initials)"
        " VALUES ('delete', (SELECT number FROM record WHERE id = ?), ?, ?, ?, ?)",
        (record.id, line.title, line.words, line.pinyin, line.initials),
    )


def _position(record: Record) -> int:
    """Where a record stands among its kind: by its order, else by its date."""
    order = getattr(record, "order", None)
    if order is not None:
        return int(order)
    date = getattr(record, "date", None)
    return date.sort_key if date else 0


def _refuse_bad_names(record: Record) -> None:
    if not is_id(record.id):
        raise InvalidRecord(
            f"“{record.id}” is no id (a UUID is).", subject=record.slug, code="bad-id"
        )
    if not is_slug(record.slug):
        raise InvalidRecord(
            f"“{record.slug}” is no short name.",
            "Use up to 80 small letters, digits and hyphens.",
            subject=record.id,
            code="bad-slug",
        )
