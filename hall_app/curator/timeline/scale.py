"""Which days are in view, and where each lies across the canvas. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.dates import Day
from hall_app.domain.reckoning import day_at, ordinal
from hall_app.editing.shifting import Unit

YEAR = 365.2425
LEAST, MOST = 6.0, 12_000 * YEAR
_FIRST, _LAST = ordinal(Day(-9999)), ordinal(Day(9999, 12, 31))
_TICK_ROOM = 76.0
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MONTHS = (1, 3, 6)
_DAYS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis and its words; the first of something larger is the stronger one."""

    x: float
    words: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` on, so many as `span`, laid from `left` to `right` in pixels."""

    first: float
    span: float
    left: float = 0.0
    right: float = 1000.0

    @property
    def last(self) -> float:
        return self.first + self.span

    @property
    def pitch(self) -> float:
        """Pixels a day."""
        return max(self.right - self.left, 1.0) / self.span

    def x(self, day: float) -> float:
        return self.left + (day - self.first) * self.pitch

    def day(self, x: float) -> float:
        return self.first + (x - self.left) / self.pitch

    def zoomed(self, factor: float, x: float) -> Scale:
        """So many times nearer, with the day under `x` staying there."""
        span = min(max(self.span / factor, LEAST), MOST)
        share = (x - self.left) / max(self.right - self.left, 1.0)
        return self.showing(self.day(x) - span * share, span)

    def moved(self, pixels: float) -> Scale:
        """The days moved along by so many pixels; to the right is earlier."""
        return self.showing(self.first - pixels / self.pitch, self.span)

    def showing(self, first: float, span: float) -> Scale:
        """Other days over the same room, never beyond the calendar."""
        span = min(max(span, LEAST), MOST)
        first = min(max(first, _FIRST - span / 2), _LAST - span / 2)
        return Scale(first, span, self.left, self.right)

    def over(self, left: float, right: float) -> Scale:
        """The same days over another room."""
        return Scale(self.first, self.span, left, max(right, left + 1))


def unit_for(scale: Scale) -> Unit:
    """The precision that a new date deserves at this zoom: no finer than a hand can point."""
    if scale.pitch >= 5.0:
        return Unit.DAY
    return Unit.MONTH if scale.pitch * 30 >= 7.0 else Unit.YEAR


def date_words(day: float, unit: Unit) -> str:
    """The date under a place of the axis, written as a date field takes it."""
    found = day_at(int(day // 1))
    year = f"{'-' if found.year < 0 else ''}{abs(found.year):04}"
    match unit:
        case Unit.DAY:
            return f"{year}-{found.month:02}-{found.day:02}"
        case Unit.MONTH:
            return f"{year}-{found.month:02}"
        case _:
            return year


def year_words(year: int) -> str:
    """A year as the desk writes it; before Christ with a minus, and no year nought."""
    return str(year) if year > 0 else f"−{1 - year}"


def round_year(year: int) -> int:
    """The year that people count as round: 3000 before Christ is the year −2999."""
    return year if year > 0 else year + 1


def ticks(scale: Scale) -> list[Tick]:
    """Marks far enough apart to be read, from thousands of years to single days."""
    room = _TICK_ROOM / scale.pitch
    if room <= 12:
        return _day_ticks(scale, next((n for n in _DAYS if n >= room), 10))
    months = next((n for n in _MONTHS if n * 30.4 >= room), 0)
    if months:
        return _month_ticks(scale, months)
    return _year_ticks(scale, next((n for n in _YEARS if n * YEAR >= room), _YEARS[-1]))


def _year_ticks(scale: Scale, step: int) -> list[Tick]:
    first = day_at(int(scale.first)).year // step * step
    last = day_at(int(scale.last)).year + 1
    rounds = ((year, round_year(year)) for year in range(first, last + 1, step))
    years = ((mark, year, scale.x(ordinal(Day(year)))) for mark, year in rounds)
    return [
        Tick(x, year_words(year), mark % (step * 5) == 0)
        for mark, year, x in years
        if scale.left <= x <= scale.right
    ]


def _month_ticks(scale: Scale, step: int) -> list[Tick]:
    begin = day_at(int(scale.first))
    found: list[Tick] = []
    number = (begin.year * 12 + begin.month - 1) // step * step
    while True:
        year, month = divmod(number, 12)
        x = scale.x(ordinal(Day(year, month + 1)))
        if x > scale.right:
            return found
        if x >= scale.left:
            words = f"{year_words(year)}-{month + 1:02}" if month else year_words(year)
            found.append(Tick(x, words, not month))
        number += step


def _day_ticks(scale: Scale, step: int) -> list[Tick]:
    found: list[Tick] = []
    for number in range(int(scale.first), int(scale.last) + 1):
        day, x = day_at(number), scale.x(number)
        is_first = day.day == 1
        if scale.left <= x <= scale.right and (is_first or (day.day % step == 0 and day.day < 30)):
            words = f"{year_words(day.year)}-{day.month:02}" if is_first else f"{day.day:02}"
            found.append(Tick(x, words, is_first))
    return found
