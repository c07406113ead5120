"""What stands on the axis of time: events and eras in a light row each, without their documents."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Certainty
from hall_app.domain.text import LANGUAGES, Text
from hall_app.store.connection import Connection

_TEXTS = ", ".join(
    f"json_extract(document, '$.{name}.\"{language}\"')"
    for name in ("short_title", "title")
    for language in LANGUAGES
)
_READ = (
    "SELECT id, kind, slug, is_cited, json_extract(document, '$.date.edtf'),"
    " json_extract(document, '$.date.earliest'), json_extract(document, '$.date.latest'),"
    " json_extract(document, '$.date.precision'), json_extract(document, '$.gallery'),"
    " json_extract(document, '$.parent'), coalesce(json_extract(document, '$.importance'), 1),"
    " coalesce(json_extract(document, '$.certainty'), 'fact'),"
    f" json_extract(document, '$.date.words') IS NOT NULL, {_TEXTS}"
    " FROM record WHERE kind IN ('event', 'era')"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event or an era as the axis draws it.

    Attributes:
        date: Without its words; None where nobody knows it yet.
        title: The short title where it has one.
        parent: The era an era stands in.
        is_cited: Whether a source is named.
        has_words: Whether people say its date in words of their own.
    """

    id: RecordId
    kind: Kind
    slug: str
    title: Text
    date: HallDate | None
    gallery: RecordId | None
    parent: RecordId | None
    importance: int
    certainty: Certainty
    is_cited: bool
    has_words: bool


def read(db: Connection, ids: Collection[RecordId] | None) -> dict[RecordId, Mark]:
    """Every mark, or those of these records that are there, in the order of their dates."""
    among: str = ""
    values: tuple[str, ...] = ()
    if ids is not None:
        among, values = " AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    found = db.execute(f"{_READ}{among} ORDER BY position, slug", values)
    return {RecordId(row[0]): _mark(row) for row in found}


def _mark(row: tuple[Any, ...]) -> Mark:
    record_id, kind, slug, is_cited, edtf, earliest, latest, precision = row[:8]
    gallery, parent, importance, certainty, has_words = row[8:13]
    short, title = row[13:16], row[16:19]
    date = None
    if edtf:
        last = Day.parse(latest) if latest else None
        date = HallDate(edtf, Day.parse(earliest), last, Precision(precision))
    words = short if any(short) else title
    return Mark(
        RecordId(record_id), Kind(kind), slug,
        Text.of({one: word for one, word in zip(LANGUAGES, words, strict=True) if word}),
        date, RecordId(gallery) if gallery else None, RecordId(parent) if parent else None,
        int(importance), Certainty(certainty), bool(is_cited),
        bool(has_words),
    )  # fmt: skip
