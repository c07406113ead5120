"""Small records for the tests of the store."""

from __future__ import annotations

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES, Record
from hall_app.domain.text import Text
from hall_app.store.codec import canonical_json, to_document
from hall_app.store.store import Store


def make(store: Store, kind: Kind, slug: str, title: str = "", **fields: object) -> Record:
    """A record that is not yet in the library."""
    return RECORD_TYPES[kind](
        id=RecordId(store.new_id()), slug=slug, title=Text.of(title or slug), **fields
    )


def put(store: Store, *records: Record, label: str = "put") -> None:
    with store.edit(label) as edit:
        for record in records:
            edit.put(record)


def added(store: Store, kind: Kind, slug: str, title: str = "", **fields: object) -> Record:
    """A record that is in the library."""
    record = make(store, kind, slug, title, **fields)
    put(store, record)
    return record


def picture_of(store: Store) -> dict[str, bytes]:
    """Every record of the library as bytes, to compare two libraries by."""
    return {
        record.id: canonical_json(to_document(record))
        for kind in Kind
        for record in store.all(kind)
    }
