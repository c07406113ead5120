"""Rulings: advice that a person has set aside, for as long as the field holds what it held."""

from __future__ import annotations

from typing import Any

from hall_app.domain.dates import Day
from hall_app.domain.records.record import Record, Ruling
from hall_app.domain.text import Text, digest
from hall_app.publishing.rules.catalogue import BLOCKING
from hall_app.publishing.rules.view import Found
from hall_app.store.codec import canonical_json, to_document, to_plain


def is_ruled(found: Found) -> bool:
    """Whether a ruling covers what was found; what blocks is never set aside."""
    if not found.record.rulings or found.code in BLOCKING:
        return False
    return any(
        ruling.code == found.code
        and ruling.field == found.field
        and ruling.made_for == content_digest(found.record, found.field)
        for ruling in found.record.rulings
    )


def ruling_on(record: Record, code: str, field: str, *, because: str, by: str, on: Day) -> Ruling:
    """A ruling on one piece of advice, as the field stands now."""
    return Ruling(
        code=code, field=field, because=because, by=by, on=on,
        made_for=content_digest(record, field),
    )  # fmt: skip


def content_digest(record: Record, path: str) -> str:
    """A digest of what a field holds; of the whole record where no field is named."""
    if not path:
        document = to_document(record)
        document.pop("rulings", None)
        return digest(canonical_json(document).decode())
    return digest(canonical_json(to_plain(_held(record, path))).decode())


def _held(record: Record, path: str) -> Any:
    """What stands at a path, None where nothing does."""
    held: Any = record
    for step in path.split("."):
        if isinstance(held, Text):
            held = held[step]
        elif isinstance(held, tuple):
            held = held[int(step)] if step.isdecimal() and int(step) < len(held) else None
        else:
            held = getattr(held, step, None)
    return held
