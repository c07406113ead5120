"""Keeping the media library in order: tags, named searches, and what leaves it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaQuery, clean_tags, written
from hall_app.domain.records.structure import Hall, MediaSet
from hall_app.editing.media_files import medium_of
from hall_app.editing.records import unlink
from hall_app.errors import Refused
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


def keep_set(store: Store, name: str, query: MediaQuery, *, author: str = "") -> Changes:
    """Give a search of the media library a name, in place of one that has the name already.

    Raises:
        Refused: There is no hall to keep it with.
    """
    return _put_sets(store, name, (MediaSet(name=name, filter=written(query)),), author)


def drop_set(store: Store, name: str, *, author: str = "") -> Changes:
    """Forget a named search; the media stay."""
    return _put_sets(store, name, (), author)


def _put_sets(store: Store, name: str, new: tuple[MediaSet, ...], author: str) -> Changes:
    hall = next((one for one in store.all(Kind.HALL) if isinstance(one, Hall)), None)
    if hall is None:
        raise Refused("The library has no hall yet.", "Add the hall first.", code="hall-none")
    kept = tuple(one for one in hall.media_sets if one.name != name)
    with store.edit(f"Media set {name}", author=author) as edit:
        edit.put(replace(hall, media_sets=(*kept, *new)))
    return edit.changes
