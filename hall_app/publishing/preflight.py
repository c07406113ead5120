"""Preflight: what stands in the way of publishing, and what is advised before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from hall_app.domain.dates import Day
from hall_app.domain.fields import references_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Hall
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS
from hall_app.errors import Refused
from hall_app.publishing.outgoing import outgoing
from hall_app.publishing.problem import Level, Problem, in_order, problem_of
from hall_app.publishing.public import public_ids
from hall_app.publishing.reading import Vault, day_of
from hall_app.publishing.rules import Found, look
from hall_app.publishing.rules.names import Names, entries_of
from hall_app.publishing.rules.watched import watched_by
from hall_app.publishing.rulings import is_ruled
from hall_app.store import people
from hall_app.store.store import Store


class WholeView:
    """A hall that is all in memory."""

    def __init__(
        self, records: Iterable[Record], has_file: Callable[[str], bool], today: Day
    ) -> None:
        self.records = {record.id: record for record in records}
        self.held = public_ids(self.records.values())
        self.today = today
        self.names = Names()
        self._has_file = has_file
        self._referrers: dict[RecordId, set[RecordId]] = defaultdict(set)
        self._slugs: set[tuple[Kind, str]] = set()
        self._titles: dict[tuple[Kind, str], int] = defaultdict(int)
        for record in self.records.values():
            self._slugs.add((record.kind, record.slug))
            if record.id in self.held:
                self._titles[record.kind, record.title[ZH_HANS]] += 1
            for entry in entries_of(record):
                self.names.add(entry)
            for _, target in references_in(record):
                self._referrers[target].add(record.id)
        self.watched = tuple(
            word for one in sorted(self.records) for word in watched_by(self.records[one])
        )

    def has_file(self, name: str) -> bool:
        return self._has_file(name)

    def get(self, record_id: RecordId) -> Record | None:
        return self.records.get(record_id)

    def is_held(self, record_id: RecordId) -> bool:
        return record_id in self.held

    def referrers(self, record_id: RecordId) -> Iterable[RecordId]:
        return sorted(self._referrers.get(record_id, ()))

    def answers(self, kind: Kind, slug: str) -> bool:
        return (kind, slug) in self._slugs

    def twins(self, record: Record) -> int:
        return self._titles[record.kind, record.title[ZH_HANS]] - 1


def check(store: Store, vault: Vault, *, today: datetime) -> tuple[Problem, ...]:
    """Look at the library as it would be published now; what blocks comes first.

    What stands in a draft only, under a review chain, goes nowhere yet: it advises.
    """
    day = day_of(today)
    found = examine(outgoing(store), vault.has, day)
    if not store.ask(people.chain).is_set:
        return found
    records = [record for kind in Kind for record in store.all(kind)]
    told = {(one.id, one.code, one.field) for one in found}
    in_drafts = (
        replace(one, level=Level.ADVISES)
        for one in examine(records, vault.has, day)
        if (one.id, one.code, one.field) not in told
    )
    return (*found, *in_drafts)


def examine(
    records: Iterable[Record], has_file: Callable[[str], bool], today: Day
) -> tuple[Problem, ...]:
    """Look at records, of which only the public ones matter; a pure function.

    This is what is true; `Standing` gives the same and looks only at what an edit may have moved.
    """
    view = WholeView(records, has_file, today)
    found = [one for record in view.records.values() for one in look(record, view)]
    if view.held and not any(isinstance(view.records[one], Hall) for one in view.held):
        found.append(Found("hall-missing", view.records[min(view.held)]))
    problems = (problem_of(one) for one in found if not is_ruled(one))
    return in_order(problems)


def refuse_what_blocks(store: Store, vault: Vault, *, today: datetime) -> None:
    """Stop before publishing where something stands in the way.

    Raises:
        Refused: With the first problem's words and their number.
    """
    blocking = [problem for problem in check(store, vault, today=today) if problem.blocks]
    if blocking:
        first = blocking[0]
        error = Refused(
            f"{len(blocking)} problems block publishing; the first: {first.kind}:{first.slug} {first.message}",
            "See all with “hall check”.",
            subject=f"{first.kind}:{first.slug}",
        )
        error.code = "preflight"
        raise error
