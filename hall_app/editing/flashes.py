"""Measuring how often a film of the library flashes, part by part, so that it can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import Medium
from hall_app.editing.media_files import medium_of
from hall_app.errors import InvalidRecord
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.store import Store

# Each part is one question to the reading child and has the time of one file.
_PART_S = 20.0


def measure_flashes(
    store: Store,
    vault: Vault,
    workshop: Workshop,
    record_id: RecordId,
    *,
    on_progress: Callable[[int, int], None] | None = None,
    author: str = "",
) -> Changes:
    """Search a film for flashes and keep what was found with it, as one step.

    Raises:
        InvalidRecord: It is no film.
        MediaRefused: Its file is gone, damaged, or too large to be searched in time.
        Cancelled: By `on_progress`.
    """
    record = medium_of(store.get(record_id))
    if record.medium is not Medium.FILM:
        raise InvalidRecord(f"{record.slug} is no film.", subject=record.id, code="not-a-film")
    path = vault.path(record.sha256)
    if not vault.has(record.sha256):
        raise Refusal(Reason.MISSING, record.file_name)
    parts = max(1, round(record.duration_s / _PART_S + 0.5))
    most = 0.0
    for part in range(parts):
        if on_progress is not None:
            on_progress(part, parts)
        until = (part + 1) * _PART_S if part + 1 < parts else record.duration_s + 1
        try:
            most = max(most, workshop.search_flashes(path, part * _PART_S, until))
        except Refusal as refusal:
            raise refusal.named(record.file_name) from refusal
    with store.edit(f"Measure {record.slug}", author=author) as edit:
        # Somebody may have put another file behind it meanwhile; then this is not of it.
        present = medium_of(store.get(record_id))
        if present.sha256 == record.sha256:
            edit.put(replace(present, flashes_per_s=most))
    return edit.changes
