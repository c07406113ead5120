"""Measures the pages of changed records while the curator rests, and tells preflight what spills."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.curator.preview import Preview
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.publishing.reading import day_of
from hall_app.publishing.rulings import content_digest

if TYPE_CHECKING:
    from hall_app.kiosk.fit import Misfit
    from hall_app.kiosk.gauge import Gauge, Way

_REST_MS = 2500
_BETWEEN_MS = 30
_KEPT = 4000


class Fitting(QObject):
    """One page in one way at a time, so that the desk never stands still for long."""

    # A record, and what of it does not fit on its page; nothing when all does.
    measured = Signal(str, object)

    def __init__(self, desk: Desk, preview: Preview) -> None:
        super().__init__()
        self._desk = desk
        self._preview = preview
        self._gauge: Gauge | None = None
        self._is_stale = False
        self._wanted: dict[RecordId, None] = {}
        self._record: Record | None = None
        self._ways: deque[Way] = deque()
        self._seen: list[tuple[Way, Misfit]] = []
        self._cache: dict[tuple[RecordId, str, Way], tuple[Misfit, ...]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._step)
        desk.feed.changed.connect(self._follow)

    @property
    def is_measuring(self) -> bool:
        """Whether a changed record is still to be measured."""
        return bool(self._wanted or self._record)

    def leave(self) -> None:
        """Let the scene go before what it reads."""
        self._desk.feed.changed.disconnect(self._follow)
        self._rest.stop()
        if self._gauge is not None:
            self._gauge.close()
            self._gauge = None

    def _follow(self, changes: Changes, _initiator: object) -> None:
        self._is_stale = True
        from hall_app.kiosk.gauge import PAGED  # noqa: PLC0415 (Qt Quick, which a start need not pay)

        for kind, record_id in sorted(changes.touched):
            if kind in PAGED:
                self._wanted[record_id] = None
        if self._record is not None and self._record.id in changes.ids:
            self._wanted[self._record.id] = None
            self._record = None
        if self.is_measuring:
            self._rest.start(_REST_MS)

    def _step(self) -> None:
        from hall_app.kiosk.gauge import Gauge, found_in  # noqa: PLC0415 (as above)

        release = self._preview.release
        if release is None or self._preview.is_waiting:
            self._rest.start(_REST_MS)
            return
        if self._gauge is None:
            self._gauge = Gauge(release, today=day_of(bootstrap.now()))
        if self._is_stale:
            self._is_stale = False
            self._gauge.refresh()
        if self._record is None and not self._take_next():
            return
        assert self._record is not None
        if self._ways:
            self._measure(self._gauge, self._record, self._ways.popleft())
            if not isValid(self._rest) or self._gauge is None:
                return  # the desk left while the page was drawn
        if not self._ways:
            self.measured.emit(self._record.id, found_in(self._record, self._seen))
            self._record = None
        if self.is_measuring:
            self._rest.start(_BETWEEN_MS)

    def _take_next(self) -> bool:
        """Go on to the next changed record that is still there."""
        from hall_app.kiosk.gauge import ways  # noqa: PLC0415 (as above)

        while self._wanted:
            record_id = next(iter(self._wanted))
            del self._wanted[record_id]
            record = self._desk.record(record_id)
            if record is not None:
                self._record = record
                self._ways = deque(ways(self._desk.store.all(Kind.DISPLAY)))
                self._seen = []
                return True
        return False

    def _measure(self, gauge: Gauge, record: Record, way: Way) -> None:
        key = (record.id, content_digest(record, ""), way)
        if key not in self._cache:
            if len(self._cache) >= _KEPT:
                self._cache.clear()
            self._cache[key] = gauge.measure(f"{record.kind}:{record.slug}", way)
        self._seen.extend((way, misfit) for misfit in self._cache[key])
