"""The media of the library as a shelf: found by what they are, by their rights, tags and looks."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hall_app.domain import looks
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import ENDING_WITHIN_DAYS, MediaOrder, MediaQuery, RightsState
from hall_app.domain.records.media import Media, Medium
from hall_app.domain.records.record import Record
from hall_app.store import grams
from hall_app.store.codec import from_document, read_json
from hall_app.store.connection import Connection

_UNTIL = "json_extract(document, '$.rights.until')"
_HELD = "(coalesce(json_extract(document, '$.rights.holder'), '') <> '' OR json_extract(document, '$.is_drawn'))"
_SEEN = (Medium.PICTURE, Medium.VECTOR, Medium.FILM)

_ORDERS = {
    MediaOrder.NEWEST: "number DESC",
    MediaOrder.TITLE: "pinyin, slug",
    MediaOrder.FILE: "lower(json_extract(document, '$.file_name')), slug",
    MediaOrder.SIZE: "json_extract(document, '$.size_bytes') DESC, slug",
    MediaOrder.UNTIL: f"{_UNTIL} IS NULL, {_UNTIL}, slug",
}

# What stands in a gallery: itself, and whatever belongs to it through what it belongs to.
_USED_IN = """id IN (
    WITH RECURSIVE inside (id) AS (
        SELECT id FROM record WHERE kind = 'gallery' AND slug = ?
        UNION SELECT from_id FROM reference JOIN inside ON to_id = inside.id
        WHERE path IN ('gallery', 'section', 'enterprise'))
    SELECT to_id FROM reference WHERE from_id IN (SELECT id FROM inside))"""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A medium, and how many records use it."""

    media: Media
    uses: int


def note_look(db: Connection, record: Record) -> None:
    """Keep the four bands of a picture's look beside it, so that pictures like it are found."""
    if record.kind is not Kind.MEDIA:
        return
    db.execute("DELETE FROM look WHERE id = ?", (record.id,))
    look = getattr(record, "look", "")
    if looks.is_look(look):
        db.executemany(
            "INSERT INTO look (place, band, id) VALUES (?, ?, ?)",
            [(place, band, record.id) for place, band in enumerate(looks.bands(look))],
        )


def ids(db: Connection, query: MediaQuery, today: date) -> list[RecordId]:
    """The ids of the media that are looked for, in the order asked for."""
    conditions, values = _conditions(query, today)
    found = db.execute(
        f"SELECT id FROM record WHERE {' AND '.join(conditions)} ORDER BY {_ORDERS[query.order]}",
        values,
    )
    wanted = [RecordId(row[0]) for row in found]
    return _alike_among(db, wanted) if query.is_alike else wanted


def page(db: Connection, wanted: Collection[RecordId]) -> dict[RecordId, Shelved]:
    """Those of these media that are there, by their id."""
    found = db.execute(
        "SELECT id, document, (SELECT count(DISTINCT from_id) FROM reference WHERE to_id = id)"
        " FROM record WHERE kind = 'media' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    ).fetchall()
    shelved = {}
    for record_id, packed, uses in found:
        media = from_document(read_json(packed))
        assert isinstance(media, Media)
        shelved[RecordId(record_id)] = Shelved(media, uses)
    return shelved


def by_content(db: Connection, hashes: Collection[str]) -> dict[str, Media]:
    """The media that hold files with these SHA-256, by them."""
    found = db.execute(
        "SELECT document FROM record WHERE kind = 'media'"
        " AND json_extract(document, '$.sha256') IN (SELECT value FROM json_each(?))",
        (json.dumps(list(hashes)),),
    ).fetchall()
    media = (from_document(read_json(packed)) for (packed,) in found)
    return {one.sha256: one for one in media if isinstance(one, Media)}


def alike(db: Connection, look: str) -> list[RecordId]:
    """The media that look like this, the most alike first; not every medium is compared."""
    if not looks.is_look(look):
        return []
    near: set[str] = set()
    for place, band in enumerate(looks.bands(look)):
        rows = db.execute(
            "SELECT id FROM look WHERE place = ? AND band IN (SELECT value FROM json_each(?))",
            (place, json.dumps(looks.near(band))),
        )
        near |= {row[0] for row in rows}
    found = db.execute(
        "SELECT json_extract(document, '$.look'), id FROM record"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(near)),),
    )
    far = sorted((looks.distance(look, its), record_id) for its, record_id in found if its)
    return [RecordId(record_id) for away, record_id in far if away <= looks.ALIKE]


def tags(db: Connection) -> dict[str, int]:
    """Every tag and how many media have it, the most used first."""
    rows = db.execute(
        "SELECT tag.value, count(*) AS times FROM record, json_each(document, '$.tags') AS tag"
        " WHERE kind = 'media' GROUP BY tag.value ORDER BY times DESC, tag.value"
    )
    return dict(rows.fetchall())


def _conditions(query: MediaQuery, today: date) -> tuple[list[str], list[Any]]:
    conditions = ["kind = 'media'"]
    values: list[Any] = []

    def must(condition: str, *held: object) -> None:
        conditions.append(condition)
        values.extend(held)

    if query.words.strip():
        match = grams.query(query.words) or '""'
        must("number IN (SELECT rowid FROM search WHERE search MATCH ?)", match)
    if query.medium is not None:
        must("coalesce(json_extract(document, '$.medium'), 'picture') = ?", str(query.medium))
    if query.gallery:
        must(_USED_IN, query.gallery)
    if query.rights is not None:
        must(*_rights(query.rights, today))
    for tag in query.tags:
        must("EXISTS (SELECT 1 FROM json_each(document, '$.tags') WHERE value = ?)", tag)
    if query.lacks_alt:
        must("json_extract(document, '$.alt') IS NULL")
        seen = ", ".join(f"'{one}'" for one in _SEEN)
        must(f"coalesce(json_extract(document, '$.medium'), 'picture') IN ({seen})")
    if query.is_unused:
        must("NOT EXISTS (SELECT 1 FROM reference WHERE to_id = id)")
    return conditions, values


def _rights(state: RightsState, today: date) -> tuple[str, *tuple[str, ...]]:
    day, soon = str(today), str(today + timedelta(days=ENDING_WITHIN_DAYS))
    match state:
        case RightsState.MISSING:
            return (f"NOT coalesce({_HELD}, 0)",)
        case RightsState.OVER:
            return (f"{_UNTIL} < ?", day)
        case RightsState.ENDING:
            return (f"{_UNTIL} BETWEEN ? AND ?", day, soon)
        case RightsState.CLEAR:
            return (f"coalesce({_HELD}, 0) AND coalesce({_UNTIL} > ?, 1)", soon)


def _alike_among(db: Connection, wanted: list[RecordId]) -> list[RecordId]:
    """Those that look like another one, each beside those it looks like."""
    rows = db.execute(
        "SELECT id, json_extract(document, '$.look') FROM record"
        " WHERE kind = 'media' AND id IN (SELECT id FROM look WHERE place = 0)"
    ).fetchall()
    pairs = looks.alike((RecordId(record_id), look) for record_id, look in rows)
    among = set(wanted)
    ordered: dict[RecordId, None] = {}
    for one in wanted:
        if one in pairs:
            ordered |= dict.fromkeys((one, *sorted(pairs[one] & among)))
    return list(ordered)
