"""The words that one field of a kind holds, each with how many records hold it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store.codec import Document, read_json
from hall_app.store.connection import Connection


def in_use(db: Connection, kind: Kind, field: str) -> list[tuple[str, Document, int]]:
    """Every text of a field: as it is stored, read, and its number of records; no record is read."""
    found = db.execute(
        "SELECT json_extract(document, ?) AS held, count(*) FROM record"
        " WHERE kind = ? AND held IS NOT NULL GROUP BY held ORDER BY 2 DESC, 1",
        (f"$.{field}", str(kind)),
    )
    return [(held, _read(held), count) for held, count in found]


def users(db: Connection, kind: Kind, field: str, held: Iterable[str]) -> list[RecordId]:
    """The records whose field holds one of these texts, as they are stored."""
    found = db.execute(
        "SELECT id FROM record WHERE kind = ? AND json_extract(document, ?) IN"
        " (SELECT value FROM json_each(?)) ORDER BY slug",
        (str(kind), f"$.{field}", json.dumps(list(held))),
    )
    return [RecordId(row[0]) for row in found]


def _read(held: str) -> Document:
    document: Document = read_json(held)
    return document
