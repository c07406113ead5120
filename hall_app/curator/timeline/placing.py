"""What is drawn of a lane at a zoom: labels by rank where there is room, the others as knots. No Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from hall_app.curator.timeline.lane import Entry, Lane
from hall_app.curator.timeline.scale import YEAR, Scale
from hall_app.domain.dates import Precision

Measure = Callable[[Entry], float]
"""The width in pixels of what an entry is called."""

CLUSTER = 30.0
_APART = 26.0
_WIDE = 14.0
_GAP = 12.0
_SIGN = 16.0
_ARROW = 26.0
_KNOTS = (Precision.DAY,)


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in a row of its lane, and the stretch its date covers.

    Attributes:
        left, right: From where to where its date reaches; the same for a knot.
        words: Where its words begin.
    """

    entry: Entry
    row: int
    left: float
    right: float
    words: float
    width: float
    is_knot: bool


@dataclass(frozen=True, slots=True)
class Knot:
    """One entry without words, or several that lie too near to be told apart.

    Attributes:
        span: From which to before which of its lane's entries it reaches.
        hidden: The ids among them that are drawn elsewhere.
    """

    x: float
    count: int
    lane: Lane
    span: tuple[int, int]
    hidden: AbstractSet[str]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What hangs in it; asked for by a hand, not at each drawing."""
        ours = self.lane.entries[slice(*self.span)]
        return tuple(one for one in ours if one.mark.id not in self.hidden)

    def holds_any(self, selected: AbstractSet[str]) -> bool:
        """Whether one of these records hangs in it."""
        if not selected:
            return False
        if len(selected) > self.count:
            return any(one.mark.id in selected for one in self.entries)
        first, last = (self.lane.starts[at] for at in (self.span[0], self.span[1] - 1))
        found = (self.lane.find(one) for one in selected - self.hidden)
        return any(one is not None and first <= one.start <= last for one in found)


@dataclass(slots=True)
class Drawn:
    """Everything of one lane."""

    placed: list[Placed] = field(default_factory=list)
    knots: list[Knot] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    """Which stretches of a row are taken, in order."""

    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)

    def blocked_until(self, left: float, right: float) -> float:
        """Up to where something stands in the way; nought where nothing does."""
        at = bisect_right(self.lefts, left)
        if at and self.rights[at - 1] > left:
            return self.rights[at - 1]
        return self.rights[at] if at < len(self.lefts) and self.lefts[at] < right else 0.0

    def take(self, left: float, right: float) -> None:
        at = bisect_left(self.lefts, left)
        self.lefts.insert(at, left)
        self.rights.insert(at, right)


class _Room:
    """The rows of a lane while labels are put into them."""

    def __init__(self, scale: Scale, rows: int, measure: Measure) -> None:
        self._scale = scale
        self._measure = measure
        self._rows = [_Row() for _ in range(rows)]
        self.placed: list[Placed] = []
        self.starts: list[float] = []
        self.ids: set[str] = set()

    def put(self, entry: Entry) -> float:
        """Put an entry where it fits; else up to which pixel there is no room for its like."""
        scale, width = self._scale, self._measure(entry)
        left = scale.x(entry.start)
        right = min(scale.x(entry.end), scale.right)
        is_knot = entry.date.precision in _KNOTS or right - left < _WIDE
        if is_knot:
            right = left
        words = max(left, scale.left) + (_SIGN - 6 if is_knot else 2)
        if words + width > scale.right - 4:  # words that would leave the view stand before the sign
            words = left - (_SIGN - 6) - width if is_knot else scale.right - 4 - width
        if entry.is_open:
            right = min(words + width + _ARROW, scale.right)
        first = min(max(left, scale.left), words)
        taken = first - _GAP / 2, max(right, words + width) + _GAP
        until = float("inf")
        for number, row in enumerate(self._rows):
            blocked = row.blocked_until(*taken)
            if not blocked:
                row.take(*taken)
                self.placed.append(Placed(entry, number, left, right, words, width, is_knot))
                self.ids.add(entry.mark.id)
                insort(self.starts, entry.start)
                return 0.0
            until = min(until, blocked)
        return until


def place(
    lane: Lane,
    scale: Scale,
    rows: int,
    measure: Measure,
    *,
    first: Iterable[Entry] = (),
    without: Collection[str] = (),
) -> Drawn:
    """What is drawn of a lane.

    Args:
        lane: All its entries.
        scale: What is in view.
        rows: How many rows of labels it has room for.
        measure: How wide a label is.
        first: Entries that come before all others, whatever their rank: the selected ones.
        without: Ids that are shown elsewhere, since a hand is moving them.
    """
    room = _Room(scale, rows, measure)
    for entry in first:
        if entry.start <= scale.last and entry.end >= scale.first:
            room.put(entry)
    long = [one for one in lane.long if one.start <= scale.last and one.end > scale.first]
    for rank in range(3, 0, -1):
        for entry in long:
            if entry.mark.importance == rank and _is_free(entry, room, without):
                room.put(entry)
        if rank in lane.ranks:
            _place_rank(lane, rank, scale, room, without)
    return Drawn(room.placed, _knots(lane, scale, room, without))


def _is_free(entry: Entry, room: _Room, without: Collection[str]) -> bool:
    return entry.mark.id not in room.ids and entry.mark.id not in without


def _place_rank(lane: Lane, rank: int, scale: Scale, room: _Room, without: Collection[str]) -> None:
    """Walk a rank from left to right, leaping over what has no room anyway."""
    entries, starts = lane.ranked(rank)
    at = bisect_left(starts, scale.first - YEAR - 2)
    while at < len(entries) and starts[at] <= scale.last:
        entry = entries[at]
        at += 1
        if entry.end <= scale.first or not _is_free(entry, room, without):
            continue
        if until := room.put(entry):
            at = max(at, bisect_left(starts, scale.day(until + _GAP)))


def _knots(lane: Lane, scale: Scale, room: _Room, without: Collection[str]) -> list[Knot]:
    """The entries without words, those of one stretch of pixels together."""
    found: list[Knot] = []
    days = CLUSTER / scale.pitch
    hidden = room.ids | set(without)
    elsewhere = sorted(one.start for key in hidden if (one := lane.find(key)) is not None)
    at, end = bisect_left(lane.starts, scale.first), bisect_right(lane.starts, scale.last)
    while at < end:
        # Whole stretches of days, so that knots do not dance while the view is moved.
        edge = (lane.starts[at] // days + 1) * days
        until = max(bisect_left(lane.starts, edge, at, end), at + 1)
        first, last = lane.starts[at], lane.starts[until - 1]
        away = bisect_right(elsewhere, last) - bisect_left(elsewhere, first)
        if count := until - at - away:
            x = scale.x((first + last) / 2)
            if count == 1:
                ours = (one for one in lane.entries[at:until] if one.mark.id not in hidden)
                x = next((scale.x(one.start) for one in ours), x)
            if found and count + found[-1].count > 2:
                x = max(x, found[-1].x + _APART)
            found.append(Knot(x, count, lane, (at, until), hidden))
        at = until
    return found
