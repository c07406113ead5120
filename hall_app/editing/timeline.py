"""What a hand does on the axis of time: events and eras moved, stretched, and made of a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.dates import HallDate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Era, Event, Record
from hall_app.editing import fields
from hall_app.editing.records import free_slug
from hall_app.editing.shifting import Unit, shifted, stretched
from hall_app.errors import InvalidRecord
from hall_app.store.store import Store


def move(
    store: Store,
    ids: Sequence[RecordId],
    *,
    count: int = 0,
    unit: Unit = Unit.DAY,
    gallery: RecordId | None = None,
    is_nudged: bool = False,
    author: str = "",
) -> Changes:
    """Move events and eras in time, and events into another gallery; precision stays as it is.

    Args:
        store: The library.
        ids: What is moved, each in steps of its own precision.
        count: How many units later; below nought, earlier.
        unit: What `count` counts.
        gallery: Where the events stand from now on; None leaves them where they are.
        is_nudged: By a key: one press after another within a second is one undo step.
        author: Who stands in the history.

    Raises:
        InvalidRecord: A date cannot be moved so far. Nothing is moved.
        NotFound: One of them is gone.
    """
    moved = [_dated(store, one) for one in dict.fromkeys(ids)]
    key = f"nudge:{','.join(sorted(ids))}" if is_nudged else ""
    with store.edit(_label(moved), author=author, merge_key=key) as edit:
        for record in moved:
            after = record
            if record.date is not None and count:
                after = replace(after, date=shifted(record.date, count, unit))
            if isinstance(after, Event) and gallery:
                placed = fields.with_field(store, after, "gallery", gallery)
                assert isinstance(placed, Event)
                after = placed
            if after != record:
                edit.put(after)
    return edit.changes


def stretch(
    store: Store, record_id: RecordId, end: int, count: int, unit: Unit, *, author: str = ""
) -> Changes:
    """Move the first (0) or last (1) end of a period.

    Raises:
        InvalidRecord: The date has no such end.
        NotFound: The record is gone.
    """
    record = _dated(store, record_id)
    with store.edit("Edit date", author=author) as edit:
        if record.date is not None:
            after = replace(record, date=stretched(record.date, end, count, unit))
            if after != record:
                edit.put(after)
    return edit.changes


def add(store: Store, events: Sequence[dict[str, Any]], *, author: str = "") -> Changes:
    """Make events of these fields, all as one step.

    Raises:
        InvalidRecord: A field does not fit. Nothing is made.
    """
    label = f"Paste {len(events)} events"
    if len(events) == 1:
        label = f"Add event {free_slug(store, Kind.EVENT, _stem(events[0].get('date')))}"
    with store.edit(label, author=author) as edit:
        for values in events:
            slug = free_slug(store, Kind.EVENT, _stem(values.get("date")))
            record: Record = Event(id=RecordId(store.new_id()), slug=slug)
            for path, value in values.items():
                record = fields.with_field(store, record, path, value)
            edit.put(record)
    return edit.changes


def _stem(date: HallDate | None) -> str:
    """A short name that says when; what is not dated yet is only new."""
    if date is None:
        return "new-event"
    year = date.earliest.year
    return f"event-{year}" if year > 0 else f"event-bc-{1 - year}"


def _dated(store: Store, record_id: RecordId) -> Event | Era:
    record = store.get(record_id)
    if not isinstance(record, Event | Era):
        raise InvalidRecord(
            f"A {record.kind} does not stand on the axis of time.",
            "Choose events or eras.",
            subject=record.slug,
            code="not-on-axis",
        )
    return record


def _label(records: Sequence[Event | Era]) -> str:
    if len(records) == 1:
        return f"Move {records[0].kind} {records[0].slug}"
    return f"Move {len(records)} records"
