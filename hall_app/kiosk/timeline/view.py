"""Which stretch of time is in view, and the four zooms it moves between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hall_app.domain.dates import Day
from hall_app.domain.records import Event, Timeline
from hall_app.kiosk.timeline.scale import FIRST_YEAR
from hall_app.kiosk.timeline.skein import first_moment, last_moment

WHOLE, CENTURY, DECADE, YEAR = range(4)
SPANS = (600.0, 100.0, 10.0, 1.0)


@dataclass(frozen=True, slots=True)
class View:
    """A zoom and its first and last year; never beyond the timeline's own ends.

    Attributes:
        limit: The last year of the timeline.
        focus: The year a step inwards aims at.
    """

    level: int
    first: float
    last: float
    limit: float
    focus: float

    @staticmethod
    def of(saved: Timeline | None, limit: float, events: Iterable[Event], today: Day) -> View:
        """The opening view: a saved one, or the whole."""
        focus = _busiest(events)
        if saved is None or saved.span is None:
            return View(WHOLE, FIRST_YEAR, limit, limit, focus)
        first = first_moment(saved.span)
        last = min(limit, last_moment(saved.span, today))
        span = last - first
        level = WHOLE if span > 200 else CENTURY if span > 20 else DECADE if span > 2 else YEAR
        if level == WHOLE:
            return View(WHOLE, FIRST_YEAR, limit, limit, focus)
        return View(level, first, last, limit, (first + last) / 2)

    def at_level(self, level: int, year: float) -> View:
        """Another zoom about a year."""
        level = min(max(level, WHOLE), YEAR)
        if level == WHOLE:
            return replace(self, level=WHOLE, first=FIRST_YEAR, last=self.limit, focus=year)
        span = SPANS[level]
        first = float(int(year)) if level == YEAR else year - span / 2
        if level == DECADE:
            first = float(int(year) // 10 * 10)
        zoomed = replace(self, level=level, focus=year)
        return zoomed.starting(first, span)

    def moved(self, share: float) -> View:
        """The view moved along by a share of its length."""
        span = self.last - self.first
        if self.level == YEAR:
            step = 1 if share > 0.12 else -1 if share < -0.12 else 0
            return self.starting(self.first + step, 1.0).looking()
        return self.starting(self.first + share * span, span).looking()

    def about(self, year: float) -> View:
        """The same length of time about another year."""
        if self.level == WHOLE:
            return self
        span = self.last - self.first
        first = float(int(year)) if self.level == YEAR else year - span / 2
        return self.starting(first, span).looking()

    def looking(self) -> View:
        """The visitor chose this place: the next step inwards aims at its middle."""
        return replace(self, focus=(self.first + self.last) / 2)

    def starting(self, first: float, span: float) -> View:
        """A length of time from a year on, kept within the timeline."""
        latest = self.limit + 1 - span if self.level == YEAR else self.limit - span
        first = min(max(first, FIRST_YEAR), latest)
        return replace(self, first=first, last=first + span)


def _busiest(events: Iterable[Event]) -> float:
    """The year with the most events, so that a first step inwards finds something."""
    years = Counter(event.date.earliest.year for event in events if event.date is not None)
    return years.most_common(1)[0][0] + 0.5 if years else 1978.0
