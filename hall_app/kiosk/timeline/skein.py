"""The skein: every event is one end of silk that leaves its lane on its date and joins the thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.records import Certainty, Event
from hall_app.kiosk.timeline.scale import Scale

_SHORTEST_BRACKET = 12.0
# A year is told by its place on the axis until it is wide enough to be a bracket of its own.
_SHORTEST_YEAR = 28.0


@dataclass(frozen=True, slots=True)
class Lane:
    """A gallery's line on the timeline."""

    slug: str
    y: float
    is_above: bool


@dataclass(frozen=True, slots=True)
class End:
    """An event as it is drawn: where it stands on its lane and how well its date is known.

    Attributes:
        left, right: The pixels its date may mean; equal where it is a point.
        slot: The height of its strand in the thread.
        joins_before: It had joined the thread before the view begins.
    """

    event: Event
    lane: Lane
    left: float
    right: float
    slot: float
    joins_before: bool
    is_open: bool
    is_dashed: bool

    @property
    def is_bracket(self) -> bool:
        date = self.event.date
        is_year = date is not None and date.precision in {Precision.YEAR, Precision.MONTH}
        return self.right - self.left >= (_SHORTEST_YEAR if is_year else _SHORTEST_BRACKET)

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    def distance(self, x: float, y: float) -> float:
        """How far a finger is from the end, or from its bracket."""
        across = max(self.left - x, 0.0, x - self.right) if self.is_bracket else abs(self.x - x)
        return max(across, abs(self.lane.y - y))


@dataclass(frozen=True, slots=True)
class Thread:
    """How the thread is wound: its middle, the pitch of its strands, the run of a joining end."""

    middle: float
    pitch: float
    run: float
    width: float


def first_moment(date: HallDate) -> float:
    return date.earliest.fraction


def last_moment(date: HallDate, today: Day) -> float:
    """The end of the last day a date may mean; today where it runs on."""
    latest = date.latest or today
    if date.precision is Precision.DAY:
        return latest.fraction
    return latest.fraction + 1 / 366


def wind(
    events: Iterable[Event],
    lane_of: Mapping[str, Lane],
    scale: Scale,
    thread: Thread,
    *,
    view: tuple[float, float],
    today: Day,
) -> list[End]:
    """Lay every event that has joined by the end of the view on its strand, in time order.

    `lane_of` is the lane of each gallery id; events of other galleries are left out. `view` is
    the first and last year in view.
    """
    above = below = 0
    ends: list[End] = []
    dated = (e for e in events if e.date is not None and e.gallery in lane_of)
    for event in sorted(dated, key=_moment):
        date = event.date
        assert date is not None
        assert event.gallery is not None
        first, last = first_moment(date), last_moment(date, today)
        if first > view[1]:
            continue
        lane = lane_of[event.gallery]
        if lane.is_above:
            slot = thread.middle - thread.pitch * (above + 0.5)
            above += 1
        else:
            slot = thread.middle + thread.pitch * (below + 0.5)
            below += 1
        ends.append(
            End(
                event=event,
                lane=lane,
                left=scale.x(max(first, view[0])),
                right=scale.x(min(last, view[1])),
                slot=slot,
                joins_before=last < view[0],
                is_open=date.latest is None,
                is_dashed=event.certainty is not Certainty.FACT,
            )
        )
    return ends


def thickness(ends: Iterable[End], x: float) -> tuple[int, int]:
    """How many strands lie above and below the middle where the thread passes `x`."""
    joined = [end for end in ends if end.joins_before or end.left <= x]
    above = sum(end.lane.is_above for end in joined)
    return above, len(joined) - above


def _moment(event: Event) -> float:
    return event.date.earliest.fraction if event.date else 0.0


@dataclass(frozen=True, slots=True)
class Winding:
    """A skein ready to be drawn.

    Attributes:
        rings: Ids of the events drawn as knots; the others are dots.
        stroke, opacity: How one strand is drawn.
    """

    ends: tuple[End, ...]
    lanes: tuple[Lane, ...]
    thread: Thread
    rings: frozenset[str]
    stroke: float
    opacity: float
    dot: float = 3.4


NO_WINDING = Winding((), (), Thread(0, 1, 1, 0), frozenset(), 1, 1)
