"""The desk's standing preflight: its first pass in small jobs, then a job after each edit.

An `Inspection` is made on the GUI thread and then used by jobs of the worker thread only; between
the jobs of the first pass, edits have their turn.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.errors import NotFound
from hall_app.publishing import preflight
from hall_app.publishing.reading import day_of
from hall_app.publishing.report import Query, Report, report
from hall_app.publishing.rules.view import Found
from hall_app.publishing.standing import Standing
from hall_app.qt.tasks import Task
from hall_app.store import people

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

    def take_misfits(
        self, record_id: RecordId, found: tuple[Found, ...], query: Query, hall: Hall, task: Task
    ) -> Report | Underway:
        """Know what of a record was seen not to fit on its page."""
        if self._standing is not None:
            self._standing.put_misfits(hall.store, record_id, found)
        return self.tell(query, hall, task)

    def tell(self, query: Query, hall: Hall, _task: Task) -> Report | Underway:
        """The report, as the query asks."""
        if self._standing is None or self._pass is not None:
            return Underway(0, 1)
        told = report(self._standing, _kind_of(hall, query.record), query)
        if not hall.store.ask(people.chain).is_set:
            return told
        # Under a review chain, what is only in drafts blocks nothing: the approved words do.
        whole = preflight.check(hall.store, hall.vault, today=bootstrap.now())
        blocking = sum(problem.blocks for problem in whole)
        return replace(told, blocking=blocking, advice=len(whole) - blocking)


def _kind_of(hall: Hall, record_id: RecordId) -> Kind | None:
    if not record_id:
        return None
    try:
        return hall.store.get(record_id).kind
    except NotFound:
        return None
