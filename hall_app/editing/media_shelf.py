"""Keeping the media library in order: tags, named searches, and what leaves it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.media_query import clean_tags
from hall_app.editing.media_files import medium_of
from hall_app.editing.records import unlink
from hall_app.store.store import Store


def retag(
    store: Store,
    ids: Iterable[RecordId],
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    author: str = "",
) -> Changes:
    """Put tags on media and take tags off them, as one step."""
    new, gone = clean_tags(tuple(add)), set(remove)
    with store.edit("Tag media", author=author) as edit:
        for record_id in ids:
            record = medium_of(store.get(record_id))
            kept = tuple(tag for tag in record.tags if tag not in gone)
            tags = (*kept, *(tag for tag in new if tag not in kept))
            if tags != record.tags:
                edit.put(replace(record, tags=tags))
    return edit.changes


def remove_all(store: Store, ids: Collection[RecordId], *, author: str = "") -> Changes:
    """Move media into the bin as one step, and take them out of every record that uses them."""
    names = [medium_of(store.get(record_id)).slug for record_id in ids]
    what = f"media {names[0]}" if len(names) == 1 else f"{len(names)} media"
    with store.edit(f"Remove {what}", author=author) as edit:
        for record_id in ids:
            unlink(store, edit, record_id, ids)
        for record_id in ids:
            edit.remove(record_id)
    return edit.changes
