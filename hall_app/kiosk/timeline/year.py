"""One year: a day is a knot with a card, a month a bracket, a year a bar, a span a bar that runs on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hall_app.domain.dates import Day, Precision
from hall_app.domain.records import Event
from hall_app.kiosk.timeline.labels import Box
from hall_app.kiosk.timeline.scale import Linear
from hall_app.kiosk.timeline.skein import first_moment, last_moment

_CARD_GAP = 16.0
_WORDS = 560.0


@dataclass(frozen=True, slots=True)
class Card:
    """A day's story; `y` is its top; without `width` it is only a knot."""

    event: Event
    knot: float
    x: float
    y: float
    width: float
    height: float
    is_above: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """What is known to the month or the year, or runs through it."""

    event: Event
    left: float
    right: float
    row: int
    runs_in: bool
    runs_on: bool
    is_month: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """The shelves cards may lie on: each a top, and whether it is above the thread."""

    left: float
    right: float
    shelves: Sequence[tuple[float, bool]]
    card_height: float
    card_width: float


def of_year(events: Iterable[Event], year: int, today: Day) -> list[Event]:
    """Events whose date may fall into a year, in time order."""
    found = [
        event
        for event in events
        if event.date is not None
        and first_moment(event.date) < year + 1
        and last_moment(event.date, today) > year
        and not _is_vague(event, year)
    ]
    return sorted(found, key=lambda e: e.date.sort_key if e.date else 0)


def before_year(events: Iterable[Event], year: int) -> int:
    """How many events had joined before a year began."""
    return sum(e.date is not None and first_moment(e.date) < year for e in events)


def cards(events: Iterable[Event], scale: Linear, desk: Desk) -> list[Card]:
    """Days as cards on the first shelf with room, most important first."""
    days = [e for e in events if e.date is not None and e.date.precision is Precision.DAY]
    taken: list[Box] = []
    placed = []
    for event in sorted(days, key=lambda e: (-e.importance, e.date.sort_key if e.date else 0)):
        assert event.date is not None
        knot = scale.x(event.date.earliest.fraction)
        card = _on_a_shelf(event, knot, desk, taken)
        if card.width:
            taken.append(Box(card.x, card.y, card.x + card.width, card.y + card.height))
        placed.append(card)
    return sorted(placed, key=lambda card: card.knot)


def bars(events: Iterable[Event], year: int, scale: Linear, today: Day) -> list[Bar]:
    """Months, years and spans as bars, each on a row of its own where they overlap."""
    rows: list[float] = []
    placed = []
    spans = [e for e in events if e.date is not None and e.date.precision is not Precision.DAY]
    for event in spans:
        assert event.date is not None
        first, last = first_moment(event.date), last_moment(event.date, today)
        left, right = scale.x(max(first, year)), scale.x(min(last, year + 1))
        # A short bar's words run past it, to its left at the year's end: keep that room free.
        begins = min(left, scale.right - _WORDS)
        row = next((n for n, end in enumerate(rows) if end < begins), len(rows))
        if row == len(rows):
            rows.append(0.0)
        rows[row] = max(right, begins + _WORDS)
        placed.append(
            Bar(
                event,
                left,
                right,
                row,
                runs_in=first < year,
                runs_on=event.date.latest is None or last > year + 1.01,
                is_month=event.date.precision is Precision.MONTH,
            )
        )
    return placed


def _on_a_shelf(event: Event, knot: float, desk: Desk, taken: Sequence[Box]) -> Card:
    width, height = desk.card_width, desk.card_height
    for top, is_above in desk.shelves:
        for share in (0.25, 0.5, 0.75, 0.05, 0.95):
            x = min(max(knot - width * share, desk.left), desk.right - width)
            box = Box(x - _CARD_GAP, top, x + width + _CARD_GAP, top + height)
            if x <= knot <= x + width and not any(box.meets(other) for other in taken):
                return Card(event, knot, x, top, width, height, is_above)
    return Card(event, knot, knot, 0.0, 0.0, 0.0, is_above=True)


def _is_vague(event: Event, year: int) -> bool:
    """A century or an uncertain span says nothing of one year inside it."""
    date = event.date
    assert date is not None
    if date.precision in {Precision.CENTURY, Precision.CIRCA}:
        return True
    return date.precision is Precision.DECADE and date.earliest.year != year
