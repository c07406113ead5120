"""Where a library stands: what preflight finds in it, kept up to date edit by edit.

The first pass looks at every record; after an edit only the records touched are looked at again,
those that link to them, those they link to, and those that share a name with them. What it gives
is what `preflight.examine` gives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hall_app.domain.dates import Day
from hall_app.domain.fields import references_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Era, Gallery, Honour, Media, Person
from hall_app.domain.records.enterprise import Enterprise
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS
from hall_app.errors import NotFound
from hall_app.publishing.problem import Problem, in_order, problem_of
from hall_app.publishing.public import has_home, homes_of, may_leave
from hall_app.publishing.rules import Found, look
from hall_app.publishing.rules.links import slugs_in
from hall_app.publishing.rules.names import Entry, Names, clues, entries_of
from hall_app.publishing.rules.watched import Watched, watched_by
from hall_app.publishing.rulings import is_ruled
from hall_app.store.finding import mentioning
from hall_app.store.listing import Listing
from hall_app.store.store import Store

_NOWHERE = RecordId("")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of a record, to see what an edit of it moved."""

    kind: Kind
    slug: str
    title: str
    homes: tuple[RecordId, ...]
    links: frozenset[RecordId]
    mentions: frozenset[tuple[str, str]]
    face: int


@dataclass(slots=True)
class _Looking:
    """One round over the library: records are read once."""

    store: Store
    standing: Standing
    _read: dict[RecordId, Record | None] = field(default_factory=dict)

    @property
    def today(self) -> Day:
        return self.standing.today

    @property
    def names(self) -> Names:
        return self.standing.names

    @property
    def watched(self) -> tuple[Watched, ...]:
        return self.standing.watched

    def has_file(self, name: str) -> bool:
        return self.standing.has_file(name)

    def get(self, record_id: RecordId) -> Record | None:
        if record_id not in self._read:
            try:
                self._read[record_id] = self.store.get(record_id)
            except NotFound:
                self._read[record_id] = None
        return self._read[record_id]

    def is_held(self, record_id: RecordId) -> bool:
        return record_id in self.standing.held

    def referrers(self, record_id: RecordId) -> list[RecordId]:
        return sorted({one.from_id for one in self.store.references_to(record_id)})

    def answers(self, kind: Kind, slug: str) -> bool:
        return self.store.find(kind, slug) is not None

    def twins(self, record: Record) -> int:
        return len(self.standing.titled(record.kind, record.title[ZH_HANS])) - 1


class Standing:
    """What preflight finds; keeps no record, and asks the library it is handed for each."""

    def __init__(self, has_file: Callable[[str], bool], today: Day) -> None:
        self.has_file = has_file
        self.today = today
        self.held: set[RecordId] = set()
        self.names = Names()
        self._known: dict[RecordId, _Known] = {}
        self._entries: dict[RecordId, frozenset[Entry]] = {}
        self._watched: dict[RecordId, tuple[Watched, ...]] = {}
        self._titled: dict[tuple[Kind, str], set[RecordId]] = defaultdict(set)
        self._mentioned: dict[tuple[str, str], set[RecordId]] = defaultdict(set)
        self._halls: set[RecordId] = set()
        self._codes: dict[RecordId, tuple[str, ...]] = {}
        self._misfits: dict[RecordId, tuple[Problem, ...]] = {}
        self._by_code: dict[str, dict[RecordId, tuple[Problem, ...]]] = {}
        self.counts: Counter[str] = Counter()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is open now; what blocks comes first."""
        return in_order(self.each())

    def each(self) -> Iterator[Problem]:
        """What is open now, in no order."""
        for some in self._by_code.values():
            for problems in some.values():
                yield from problems

    def of_code(self, code: str) -> Iterator[Problem]:
        """What is open of one kind of problem."""
        for problems in self._by_code.get(code, {}).values():
            yield from problems

    def of_record(self, record_id: RecordId) -> tuple[Problem, ...]:
        """What is open in one record."""
        own = (self._by_code[code][record_id] for code in self._codes.get(record_id, ()))
        return in_order(problem for problems in own for problem in problems)

    def title_of(self, record_id: RecordId) -> str:
        """A record's title in Simplified Chinese, as it was when it was last looked at."""
        known = self._known.get(record_id)
        return known.title if known else ""

    def gallery_of(self, record_id: RecordId) -> RecordId | None:
        """The gallery that a record stands in."""
        known = self._known.get(record_id)
        if known is None:
            return None
        if known.kind is Kind.GALLERY:
            return record_id
        return next((found for home in known.homes if (found := self.gallery_of(home))), None)

    def kinds(self) -> Iterator[tuple[RecordId, Kind]]:
        """Every record that was looked at."""
        return ((record_id, known.kind) for record_id, known in self._known.items())

    def put_misfits(self, store: Store, record_id: RecordId, found: Iterable[Found]) -> None:
        """Take in what was seen not to fit on the record's page, in place of what was before."""
        self._misfits[record_id] = tuple(problem_of(one) for one in found if not is_ruled(one))
        if not self._misfits[record_id]:
            del self._misfits[record_id]
        self._look(record_id, _Looking(store, self))

    @property
    def watched(self) -> tuple[Watched, ...]:
        return tuple(word for one in sorted(self._watched) for word in self._watched[one])

    def titled(self, kind: Kind, title: str) -> set[RecordId]:
        """The records that would be published under this title."""
        return self._titled.get((kind, title), set())

    def look_at_all(self, store: Store) -> Iterator[tuple[int, int]]:
        """The first pass, a record a step; yields how far it is.

        What is edited meanwhile is to be told to `follow` afterwards.
        """
        ids = [one for kind in Kind for one in store.ids_listed(Listing(kind=kind))]
        for done, one in enumerate(ids):
            # Along the road from hall to screen: what a record stands in is known before it.
            looking = _Looking(store, self)
            self._hold(one, looking.get(one))
            self._remember(one, looking.get(one))
            yield done, 2 * len(ids)
        for done, one in enumerate(ids):
            self._look(one, _Looking(store, self))
            yield len(ids) + done, 2 * len(ids)
        self._look_for_a_hall(_Looking(store, self))

    def follow(self, store: Store, touched: Iterable[RecordId]) -> int:
        """Look again at what an edit may have moved; tells how many records that were."""
        ids = set(touched)
        looking = _Looking(store, self)
        wanted = set(ids) | self._rehold(ids, looking)
        for one in sorted(wanted):
            wanted |= self._moved_by(one, looking)
        for one in wanted:
            self._look(one, looking)
        self._look_for_a_hall(looking)
        return len(wanted)

    def _rehold(self, ids: set[RecordId], looking: _Looking) -> set[RecordId]:
        """Find anew what would be published; gives what came in or went out, with its neighbours."""
        waiting, moved = sorted(ids), set()
        while waiting:
            one = waiting.pop()
            if not self._hold(one, looking.get(one)):
                continue
            moved.add(one)
            for other in looking.referrers(one):
                moved.add(other)
                record = looking.get(other)
                if record is not None and one in homes_of(record):
                    waiting.append(other)
        return moved

    def _hold(self, one: RecordId, record: Record | None) -> bool:
        """Know whether a record would be published; tells whether that has changed."""
        is_held = record is not None and may_leave(record) and has_home(record, self.held)
        if is_held is (one in self.held):
            return False
        (self.held.add if is_held else self.held.discard)(one)
        return True

    def _moved_by(self, one: RecordId, looking: _Looking) -> set[RecordId]:
        """Who has to be looked at because of what has become of this record."""
        before = self._known.get(one)
        entries, watched = self._entries.get(one, frozenset()), self._watched.get(one, ())
        after = self._remember(one, looking.get(one))
        moved: set[RecordId] = set()
        for known in (before, after):
            if known is not None:
                moved |= known.links | self._titled.get((known.kind, known.title), set())
                if _named(before) != _named(after):
                    moved |= self._mentioned.get((str(known.kind), known.slug), set())
        if _face(before) != _face(after):
            moved |= set(looking.referrers(one))
            moved |= self._products_of(before, looking) | self._products_of(after, looking)
        changed = entries ^ self._entries.get(one, frozenset())
        words = {word for entry in changed for word in clues(entry)}
        words |= {one.word for one in {*watched} ^ {*self._watched.get(one, ())}}
        return moved | looking.store.ask(mentioning, words) if words else moved

    def _products_of(self, honour: _Known | None, looking: _Looking) -> set[RecordId]:
        """The products of an honour's enterprise: what the honour carries, they may say too."""
        if honour is None or honour.kind is not Kind.HONOUR:
            return set()
        owners = (one for one in honour.links if isinstance(looking.get(one), Enterprise))
        return {product for owner in owners for product in looking.referrers(owner)}

    def _remember(self, one: RecordId, record: Record | None) -> _Known | None:
        before = self._known.pop(one, None)
        if before is not None:
            self._titled[before.kind, before.title].discard(one)
            for mention in before.mentions:
                self._mentioned[mention].discard(one)
        for entry in self._entries.pop(one, ()):
            self.names.remove(entry)
        self._watched.pop(one, None)
        self._halls.discard(one)
        if record is None:
            return None
        known = _known(record, is_held=one in self.held)
        self._known[one] = known
        if one in self.held:
            self._titled[known.kind, known.title].add(one)
            if known.kind is Kind.HALL:
                self._halls.add(one)
        for mention in known.mentions:
            self._mentioned[mention].add(one)
        if entries := entries_of(record):
            self._entries[one] = entries
            for entry in entries:
                self.names.add(entry)
        if watched := watched_by(record):
            self._watched[one] = watched
        return known

    def _look(self, one: RecordId, looking: _Looking) -> None:
        record = looking.get(one)
        found = [] if record is None else look(record, looking)
        problems = [problem_of(each) for each in found if not is_ruled(each)]
        if record is None:
            self._misfits.pop(one, None)
        self._open(one, (*problems, *self._misfits.get(one, ())))

    def _look_for_a_hall(self, looking: _Looking) -> None:
        first = looking.get(min(self.held)) if self.held and not self._halls else None
        self._open(_NOWHERE, (problem_of(Found("hall-missing", first)),) if first else ())

    def _open(self, one: RecordId, problems: tuple[Problem, ...]) -> None:
        """Keep what is open of a record in place of what was."""
        for code in self._codes.pop(one, ()):
            some = self._by_code[code]
            self.counts[code] -= len(some.pop(one))
            if not some:
                del self._by_code[code], self.counts[code]
        by_code: dict[str, list[Problem]] = defaultdict(list)
        for found in problems:
            by_code[found.code].append(found)
        for code, some_found in by_code.items():
            self._by_code.setdefault(code, {})[one] = tuple(some_found)
            self.counts[code] += len(some_found)
        if by_code:
            self._codes[one] = tuple(by_code)


def _known(record: Record, *, is_held: bool) -> _Known:
    return _Known(
        kind=record.kind,
        slug=record.slug,
        title=record.title[ZH_HANS],
        homes=homes_of(record),
        links=frozenset(target for _, target in references_in(record)),
        mentions=slugs_in(record),
        face=hash(_seen_by_others(record, is_held=is_held)),
    )


def _seen_by_others(record: Record, *, is_held: bool) -> tuple[Any, ...]:
    """What the rules of records that link to this one ask of it."""
    own: tuple[Any, ...] = (is_held, record.is_public, "" if is_held else record.title)
    match record:
        case Gallery(period=period):
            return (*own, period)
        case Person(born=born, title=title):
            return (*own, born, title)
        case Enterprise(founded=founded):
            return (*own, founded)
        case Era(date=date, title=title):
            return (*own, date, title)
        case Honour(enterprise=enterprise, title=title, text=text, result=result):
            return (*own, enterprise, title, text, result)
        case Media(approval=approval):
            return (*own, approval)
        case _:
            return own


def _named(known: _Known | None) -> tuple[Kind, str] | None:
    return None if known is None else (known.kind, known.slug)


def _face(known: _Known | None) -> int | None:
    return None if known is None else known.face
