"""The library as a release that is still being written: the desk's preview, never a kiosk's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import ALWAYS, Record
from hall_app.errors import NotFound
from hall_app.publishing.public import has_home, may_leave, public_form
from hall_app.publishing.reading import Vault, day_of, file_names, in_order, is_shown, put_in_order
from hall_app.store.index import Hit
from hall_app.store.store import Store

_SOUGHT_FOR_EACH = 3
# What other records stand in, and by which they are put in order.
_HOMES = frozenset({Kind.GALLERY, Kind.SECTION, Kind.ENTERPRISE})


class WorkingRelease:
    """What would be published now, in memory and unsigned; `refresh` follows the library.

    It shows exactly what a release of this moment would: no private field, no open link.

    Args:
        opened: Records that are shown as if they were public: a proof is read before leave is given.
    """

    is_preview = True
    number = 0
    published_at = ""

    def __init__(
        self,
        store: Store,
        vault: Vault,
        *,
        now: Callable[[], datetime],
        opened: frozenset[RecordId] = frozenset(),
    ) -> None:
        self._store, self._vault, self._now = store, vault, now
        self._opened = opened
        self._known: dict[RecordId, Record | None] = {}
        self._public: dict[RecordId, Record] = {}
        self._all: dict[Kind, tuple[Record, ...]] = {}
        self._behind: dict[Kind, set[RecordId]] = defaultdict(set)
        self._held = _Held(self._record)

    def refresh(self, changes: Changes | None = None) -> None:
        """Forget what an edit touched, or everything; it is read again when it is asked for."""
        if changes is None:
            self._known.clear()
            self._forget_forms()
            return
        touched = changes.ids & self._known.keys()
        before = {one: one in self._held for one in touched}
        for record_id in touched:
            del self._known[record_id]
        if _HOMES & {kind for kind, _ in changes.touched}:
            self._all.clear()
        if any((one in self._held) is not held for one, held in before.items()):
            self._forget_forms()
        for kind, record_id in changes.touched:
            self._public.pop(record_id, None)
            self._behind[kind].add(record_id)

    def all(self, kind: Kind) -> tuple[Record, ...]:
        behind = self._behind.pop(kind, set())
        if kind not in self._all:
            found = tuple(map(self._as_shown, self._store.all(kind)))
            self._known.update((record.id, record) for record in found)
            forms = [self._form(record) for record in found if record.id in self._held]
            self._all[kind] = in_order(kind, forms, self._record)
        elif behind:
            self._all[kind] = self._caught_up(kind, behind)
        today = day_of(self._now())
        return tuple(record for record in self._all[kind] if is_shown(record, today))

    def get(self, record_id: str) -> Record | None:
        record = self._record(record_id)
        if record is None or record.id not in self._held:
            return None
        return self._form(record) if is_shown(record, day_of(self._now())) else None

    def find(self, kind: Kind, slug: str) -> Record | None:
        record = self._store.find(kind, slug)
        return self.get(record.id) if record is not None else None

    def search(self, text: str, limit: int, language: str = "zh-Hans") -> tuple[Hit, ...]:
        hits = self._store.search(text, limit=_SOUGHT_FOR_EACH * limit, language=language)
        return tuple(hit for hit in hits if self.get(hit.id) is not None)[:limit]

    def media_file(self, media: Media, long_edge: int) -> Path | None:
        names = file_names(media, long_edge)
        return next((path for name in names if (path := self.track_file(name))), None)

    def track_file(self, sha256: str) -> Path | None:
        return self._vault.path(sha256) if self._vault.has(sha256) else None

    def _record(self, record_id: str) -> Record | None:
        key = RecordId(record_id)
        if key not in self._known:
            try:
                self._known[key] = self._as_shown(self._store.get(key))
            except NotFound:
                self._known[key] = None
        return self._known[key]

    def _as_shown(self, record: Record) -> Record:
        is_opened = record.id in self._opened
        return replace(record, is_public=True, shown=ALWAYS) if is_opened else record

    def _form(self, record: Record) -> Record:
        if record.id not in self._public:
            self._public[record.id] = public_form(record, self._held)
        return self._public[record.id]

    def _caught_up(self, kind: Kind, behind: set[RecordId]) -> tuple[Record, ...]:
        """The records of a kind, with those that were touched in their places as they are now.

        A kind may have sixty thousand; after an edit they are not read again for one.
        """
        records = [record for record in self._all[kind] if record.id not in behind]
        for record_id in sorted(behind):
            record = self._record(record_id)
            if record is not None and record.id in self._held:
                put_in_order(kind, records, self._form(record), self._record)
        return tuple(records)

    def _forget_forms(self) -> None:
        """What may leave has changed, and with it which links stand open."""
        self._public.clear()
        self._all.clear()


class _Held:
    """The ids that a release would hold, asked for one by one."""

    def __init__(self, record: Callable[[str], Record | None]) -> None:
        self._record = record

    def __contains__(self, record_id: object) -> bool:
        record = self._record(str(record_id))
        return record is not None and may_leave(record) and has_home(record, self)
