"""The library as a release that is still being written: the desk's preview, never a kiosk's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.errors import NotFound
from hall_app.publishing.public import public_form, public_ids
from hall_app.publishing.reading import day_of, file_names, in_order, is_shown
from hall_app.publishing.release import Vault
from hall_app.store.index import Hit
from hall_app.store.store import Store

_SOUGHT_FOR_EACH = 3


class WorkingRelease:
    """What would be published now, in memory and unsigned; `refresh` follows the library.

    It shows exactly what a release of this moment would: no private field, no open link.
    """

    is_preview = True
    number = 0
    published_at = ""

    def __init__(self, store: Store, vault: Vault, *, now: Callable[[], datetime]) -> None:
        self._store, self._vault, self._now = store, vault, now
        self._records: dict[RecordId, Record] = {}
        self._held: frozenset[RecordId] = frozenset()
        self._public: dict[RecordId, Record] = {}
        self.refresh()

    def refresh(self, changes: Changes | None = None) -> None:
        """Read again what an edit touched, or everything."""
        if changes is None:
            everything = (record for kind in Kind for record in self._store.all(kind))
            self._records = {record.id: record for record in everything}
            self._public.clear()
        else:
            for record_id in changes.ids:
                self._read(record_id)
        held = public_ids(self._records.values())
        if held != self._held:
            self._held = held
            self._public.clear()

    def all(self, kind: Kind) -> tuple[Record, ...]:
        records = [self._form(key) for key in self._held if self._records[key].kind is kind]
        shown = partial(is_shown, today=day_of(self._now()))
        return in_order(kind, filter(shown, records), self._records_get)

    def get(self, record_id: str) -> Record | None:
        key = RecordId(record_id)
        if key not in self._held:
            return None
        record = self._form(key)
        return record if is_shown(record, day_of(self._now())) else None

    def find(self, kind: Kind, slug: str) -> Record | None:
        for key in self._held:
            record = self._records[key]
            if record.slug == slug and record.kind is kind:
                return self.get(key)
        return None

    def search(self, text: str, limit: int, language: str = "zh-Hans") -> tuple[Hit, ...]:
        hits = self._store.search(text, limit=_SOUGHT_FOR_EACH * limit, language=language)
        return tuple(hit for hit in hits if self.get(hit.id) is not None)[:limit]

    def media_file(self, media: Media, long_edge: int) -> Path | None:
        names = file_names(media, long_edge)
        return next((path for name in names if (path := self.track_file(name))), None)

    def track_file(self, sha256: str) -> Path | None:
        return self._vault.path(sha256) if self._vault.has(sha256) else None

    def _read(self, record_id: RecordId) -> None:
        self._public.pop(record_id, None)
        try:
            self._records[record_id] = self._store.get(record_id)
        except NotFound:
            self._records.pop(record_id, None)

    def _form(self, key: RecordId) -> Record:
        if key not in self._public:
            self._public[key] = public_form(self._records[key], self._held)
        return self._public[key]

    def _records_get(self, record_id: str) -> Record | None:
        return self._records.get(RecordId(record_id))
