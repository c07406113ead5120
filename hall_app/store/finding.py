"""Finding records by their words, and finding what is wrong with the file."""

from __future__ import annotations

from collections.abc import Iterator

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import grams, index, journal, rows
from hall_app.store.codec import canonical_json, read_json
from hall_app.store.connection import Connection
from hall_app.store.index import Hit

# Ranking reads every match; above this many the newest order is as good and a hundred times faster.
RANK_UP_TO = 2_000

_PARENTS = ("gallery", "section", "enterprise")


def search(
    db: Connection, text: str, *, limit: int, kinds: frozenset[Kind], language: str
) -> tuple[Hit, ...]:
    """Records that hold these words, names before texts."""
    match = grams.query(text)
    if not match:
        return ()
    among = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    names = sorted(str(kind) for kind in kinds)
    found = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
        (match, RANK_UP_TO),
    ).fetchone()[0]
    order = "bm25(search, 8.0, 1.0, 4.0, 3.0)" if found < RANK_UP_TO else "search.rowid"
    documents = db.execute(
        "SELECT document FROM search JOIN record ON record.number = search.rowid"
        f" WHERE search MATCH ?{among} ORDER BY {order} LIMIT ?",
        (match, *names, limit),
    ).fetchall()
    return tuple(_hit(db, packed, text, language) for (packed,) in documents)


def faults(db: Connection) -> tuple[str, ...]:
    """Everything that is wrong, in words; nothing when the file is whole."""
    return tuple(_faults(db))


def gallery_of(db: Connection, record_id: RecordId) -> RecordId | None:
    """The gallery a record stands in, by its section or enterprise where it has none itself."""
    document = rows.read(db, record_id)
    while document is not None:
        if document["kind"] == Kind.GALLERY:
            return RecordId(document["id"])
        parent = next((document[name] for name in _PARENTS if document.get(name)), None)
        document = rows.read(db, parent) if parent else None
    return None


def _hit(db: Connection, packed: str, text: str, language: str) -> Hit:
    record = rows.record_of(read_json(packed))
    return Hit(
        record.id, record.kind, record.slug, record.title,
        gallery_of(db, record.id), index.snippet(record, text, language),
    )  # fmt: skip


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
