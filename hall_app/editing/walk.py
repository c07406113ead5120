"""The walk through the hall put in another order: records moved, copied and linked, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES, Exhibit
from hall_app.domain.records.record import Record
from hall_app.editing.records import free_slug, subtree
from hall_app.errors import Refused
from hall_app.store.codec import from_document, to_document
from hall_app.store.store import Store

_HOMES = ("hall", "gallery", "section", "enterprise")
_STAYS = (Kind.HALL, Kind.RELEASE)


def home_of(kind: Kind, owner: Kind) -> str:
    """The field by which a record of a kind stands in one of another; empty where it cannot."""
    fields = fields_of(RECORD_TYPES[kind])
    return next((f.name for f in fields if f.name in _HOMES and f.target is owner), "")


def move(
    store: Store,
    ids: Sequence[RecordId],
    *,
    owner: RecordId,
    before: RecordId | None = None,
    author: str = "",
) -> Changes:
    """Let records stand in another place of the walk, in this order.

    They come before the record `before`, or at the end; `owner` is what they stand in from now on:
    a gallery, a section, an enterprise, the hall.

    Raises:
        Refused: One of them cannot stand there. Nothing is moved.
        NotFound: One of them is gone.
    """
    moved = [store.get(one) for one in ids]
    home = store.get(owner)
    with store.edit(_label("Move", moved), author=author) as edit:
        placed = [_in_home(record, home) for record in moved]
        for record in _in_order(store, placed, home, before):
            edit.put(record)
    return edit.changes


def copy(
    store: Store,
    ids: Sequence[RecordId],
    *,
    owner: RecordId | None = None,
    before: RecordId | None = None,
    author: str = "",
) -> Changes:
    """Copies of records with all that belongs to them, here or in another place of the walk.

    Links between what is copied lead to the copies, all others to where they led.

    Raises:
        Refused: One of them cannot stand there, or is the hall or a release.
        NotFound: One of them is gone.
    """
    originals = [store.get(one) for one in ids]
    for record in originals:
        if record.kind in _STAYS:
            raise Refused(
                f"A {record.kind} cannot be duplicated.", subject=record.slug, code="not-duplicable"
            )
    every = list(dict.fromkeys(one for record in originals for one in subtree(store, record)))
    new = {one: RecordId(store.new_id()) for one in every}
    home = store.get(owner) if owner else None
    with store.edit(_label("Copy", originals), author=author) as edit:
        for one in every:
            record = store.get(one)
            document = _renamed(to_document(record), new)
            document["slug"] = free_slug(store, record.kind, record.slug)
            made = from_document(document)
            if home is not None and one in ids:
                made = _in_home(made, home)
            edit.put(made)
        if home is not None:
            heads = [store.get(new[record.id]) for record in originals]
            for record in _in_order(store, heads, home, before):
                edit.put(record)
    return edit.changes


def link(store: Store, ids: Sequence[RecordId], *, exhibit: RecordId, author: str = "") -> Changes:
    """Let an exhibit show records too, after those it shows; each stays where it stands.

    Raises:
        Refused: It is no exhibit.
        NotFound: It, or one of them, is gone.
    """
    shown = store.get(exhibit)
    if not isinstance(shown, Exhibit):
        raise Refused(
            f"A {shown.kind} shows no other records.",
            "Choose an exhibit.",
            subject=shown.slug,
            code="shows-nothing",
        )
    linked = [store.get(one) for one in ids if one != exhibit]
    items = dict.fromkeys((*shown.items, *(record.id for record in linked)))
    with store.edit(_label("Link", linked), author=author) as edit:
        edit.put(replace(shown, items=tuple(items)))
    return edit.changes


def _label(verb: str, records: Sequence[Record]) -> str:
    if len(records) == 1:
        return f"{verb} {records[0].kind} {records[0].slug}"
    return f"{verb} {len(records)} records"


def _in_home(record: Record, home: Record) -> Record:
    name = home_of(record.kind, home.kind)
    if not name:
        raise Refused(
            f"A {record.kind} cannot stand in a {home.kind}.",
            "Choose another place for it.",
            subject=record.slug,
            code="wrong-home",
        )
    values: dict[str, Any] = {name: home.id}
    return replace(record, **values)


def _in_order(
    store: Store, placed: list[Record], home: Record, before: RecordId | None
) -> list[Record]:
    """The records, and those among which they come, each with its new number.

    Records without an order of their own stand by their date, wherever they are put.
    """
    changed: list[Record] = []
    for kind in dict.fromkeys(record.kind for record in placed):
        mine = [record for record in placed if record.kind is kind]
        if not hasattr(mine[0], "order"):
            changed += mine
            continue
        name, own = home_of(kind, home.kind), {record.id for record in mine}
        others = [
            one for one in store.all(kind) if getattr(one, name) == home.id and one.id not in own
        ]
        at = next((n for n, one in enumerate(others) if one.id == before), len(others))
        ordered = [*others[:at], *mine, *others[at:]]
        for number, record in enumerate(ordered, start=1):
            if record.id in own or getattr(record, "order", number) != number:
                values: dict[str, Any] = {"order": number}
                changed.append(replace(record, **values))
    return changed


def _renamed(value: Any, new: dict[RecordId, RecordId]) -> Any:
    match value:
        case str():
            return new.get(RecordId(value), value)
        case list():
            return [_renamed(one, new) for one in value]
        case dict():
            return {name: _renamed(held, new) for name, held in value.items()}
        case _:
            return value
