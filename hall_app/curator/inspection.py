"""The desk's standing preflight: its first pass in small jobs, then a job after each edit.

An `Inspection` is made on the GUI thread and then used by jobs of the worker thread only; between
the jobs of the first pass, edits have their turn.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.errors import NotFound
from hall_app.publishing.reading import day_of
from hall_app.publishing.report import Query, Report, report
from hall_app.publishing.standing import Standing
from hall_app.qt.tasks import Task

_TURN_S = 0.04


@dataclass(frozen=True, slots=True)
class Underway:
    """How far the first pass is."""

    done: int
    total: int


class Inspection:
    """Where the library stands, kept from job to job."""

    def __init__(self) -> None:
        self._standing: Standing | None = None
        self._pass: Iterator[tuple[int, int]] | None = None
        self._touched: set[RecordId] = set()

    def begin(self, query: Query, hall: Hall, task: Task) -> Report | Underway:
        """Look at everything anew."""
        self._standing = Standing(hall.vault.has, day_of(bootstrap.now()))
        self._pass = self._standing.look_at_all(hall.store)
        self._touched.clear()
        return self.go_on(query, hall, task)

    def go_on(self, query: Query, hall: Hall, task: Task) -> Report | Underway:
        """One turn of the first pass; the report at its end."""
        assert self._standing is not None
        if self._pass is not None:
            until = time.monotonic() + _TURN_S
            for done, total in self._pass:
                if time.monotonic() > until:
                    return Underway(done, total)
            self._pass = None
        if self._touched:
            self._standing.follow(hall.store, self._touched)
            self._touched.clear()
        return self.tell(query, hall, task)

    def follow(
        self, touched: frozenset[RecordId], query: Query, hall: Hall, task: Task
    ) -> Report | Underway:
        """Look again at what an edit may have moved; a new day looks at everything."""
        if self._standing is None or self._standing.today != day_of(bootstrap.now()):
            return self.begin(query, hall, task)
        self._touched |= touched
        return Underway(0, 1) if self._pass is not None else self.go_on(query, hall, task)

    def tell(self, query: Query, hall: Hall, _task: Task) -> Report | Underway:
        """The report, as the query asks."""
        assert self._standing is not None
        if self._pass is not None:
            return Underway(0, 1)
        return report(self._standing, _kind_of(hall, query.record), query)


def _kind_of(hall: Hall, record_id: RecordId) -> Kind | None:
    if not record_id:
        return None
    try:
        return hall.store.get(record_id).kind
    except NotFound:
        return None
