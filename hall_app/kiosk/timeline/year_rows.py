"""A year's cards and bars in the visitor's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hall_app.domain.records import Certainty, Event
from hall_app.kiosk.dates import month_day
from hall_app.kiosk.timeline.frame import Frame
from hall_app.kiosk.timeline.scale import Linear
from hall_app.kiosk.timeline.year import Bar, Card, Desk, bars, cards
from hall_app.kiosk.visit import Visit

_CARD_HEIGHT = 112.0
_CARD_WIDTH = 500.0
_CARD_WIDTH_PORTRAIT = 440.0
_ABOVE_THREAD = 70.0


@dataclass(frozen=True, slots=True)
class CardRow:
    """A day: its knot on the thread and its card; no card where `width` is 0."""

    id: str
    knotX: float
    x: float
    y: float
    width: float
    height: float
    isAbove: bool
    date: str
    title: str
    gallery: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """A month, a year or a span: a bracket, open where it runs past the view."""

    id: str
    x: float
    width: float
    row: int
    title: str
    gallery: str
    isMonth: bool
    isDashed: bool
    runsIn: str
    runsOn: str


def year_rows(
    events: Sequence[Event], year: int, scale: Linear, frame: Frame, visit: Visit
) -> tuple[list[CardRow], list[BarRow]]:
    """Cards for days, bars for what is known less closely."""
    width = _CARD_WIDTH_PORTRAIT if frame.is_portrait else _CARD_WIDTH
    desk = Desk(frame.year_left, frame.year_right, _shelves(frame), _CARD_HEIGHT, width)
    found = cards(events, scale, desk)
    return (
        [_card_row(card, visit) for card in found],
        [_bar_row(bar, year, visit) for bar in bars(events, year, scale, visit.today)],
    )


def _shelves(frame: Frame) -> list[tuple[float, bool]]:
    middle = frame.year_middle
    count = 3 if frame.is_portrait else 1
    above = [
        (middle - _ABOVE_THREAD - (_CARD_HEIGHT + 16) * (n + 1) + 16, True) for n in range(count)
    ]
    below = [(middle + _ABOVE_THREAD + (_CARD_HEIGHT + 16) * n, False) for n in range(count)]
    return [shelf for pair in zip(above, below, strict=True) for shelf in pair]


def _card_row(card: Card, visit: Visit) -> CardRow:
    event, date = card.event, card.event.date
    slug = visit.gallery_slug(event)
    assert date is not None
    day = month_day(date.earliest, date.precision, visit.language)
    return CardRow(
        id=event.id,
        knotX=card.knot,
        x=card.x,
        y=card.y,
        width=card.width,
        height=card.height,
        isAbove=card.is_above,
        date=f"{day} · {visit.gallery_title(slug)}",
        title=visit.text(event.short_title) or visit.text(event.title),
        gallery=slug,
    )


def _bar_row(bar: Bar, year: int, visit: Visit) -> BarRow:
    event, date = bar.event, bar.event.date
    assert date is not None
    last = date.latest.year if date.latest else None
    to = visit.say("runs-to", year=last or visit.say("today")) if bar.runs_on else ""
    return BarRow(
        id=event.id,
        x=bar.left,
        width=bar.right - bar.left,
        row=bar.row,
        title=visit.text(event.title),
        gallery=visit.gallery_slug(event),
        isMonth=bar.is_month,
        isDashed=event.certainty is not Certainty.FACT,
        runsIn=visit.say("runs-from", year=date.earliest.year) if date.earliest.year < year else "",
        runsOn=to,
    )
