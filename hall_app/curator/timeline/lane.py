"""The marks of one gallery in the order of time, found by bisection however many there are. No Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf
from operator import attrgetter

from hall_app.curator.labels import year_of
from hall_app.curator.timeline.scale import YEAR
from hall_app.domain.dates import HallDate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.reckoning import ordinal
from hall_app.store.axis import Mark

_LONG = YEAR + 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated mark in days: from its first until the morning after its last."""

    mark: Mark
    date: HallDate
    start: float
    end: float

    @property
    def is_open(self) -> bool:
        return self.end == inf


def entry_of(mark: Mark, date: HallDate | None = None) -> Entry | None:
    """A mark as it lies on the axis, or would lie at another date; None where it has none."""
    date = date or mark.date
    if date is None:
        return None
    end = inf if date.latest is None else ordinal(date.latest) + 1.0
    return Entry(mark, date, float(ordinal(date.earliest)), end)


def label_of(entry: Entry, language: str) -> str:
    """What the canvas calls an entry: its date as narrow as a list shows it, and its title."""
    title = entry.mark.title.best(language) or entry.mark.slug
    return title if entry.mark.kind is Kind.ERA else f"{year_of(entry.date)}  {title}"


class Lane:
    """One lane's entries, by importance and all together; made anew when a mark changes."""

    def __init__(self, gallery: RecordId | None, entries: Iterable[Entry]) -> None:
        self.gallery = gallery
        self.entries = sorted(entries, key=attrgetter("start"))
        self._by_id: dict[str, Entry] = {one.mark.id: one for one in self.entries}
        self.starts = [one.start for one in self.entries]
        self.landmarks = [one.start for one in self.entries if one.mark.importance == 3]
        self.long = [one for one in self.entries if one.end - one.start > _LONG]
        self.long.sort(key=lambda one: -one.mark.importance)
        short = [one for one in self.entries if one.end - one.start <= _LONG]
        self._ranked = {
            rank: [one for one in short if one.mark.importance == rank]
            for rank in sorted({one.mark.importance for one in short}, reverse=True)
        }
        self._starts = {rank: [one.start for one in ours] for rank, ours in self._ranked.items()}

    def find(self, record_id: str) -> Entry | None:
        """The entry of a record, where it stands in this lane."""
        return self._by_id.get(record_id)

    @property
    def ranks(self) -> Iterator[int]:
        """The ranks of what is short, the highest first."""
        return iter(self._ranked)

    def ranked(self, rank: int) -> tuple[list[Entry], list[float]]:
        """The short entries of a rank, and their first days to bisect."""
        return self._ranked[rank], self._starts[rank]

    def count(self, first: float, last: float) -> int:
        """How many begin in a stretch of days."""
        return bisect_right(self.starts, last) - bisect_left(self.starts, first)

    def count_landmarks(self, first: float, last: float) -> int:
        """How many of them are landmarks."""
        return bisect_right(self.landmarks, last) - bisect_left(self.landmarks, first)
