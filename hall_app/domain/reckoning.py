"""Counting in days and months over the whole calendar, years before Christ included.

Python's own dates end at the year 1; the hall's begin four thousand years before. The calendar is
the proleptic Gregorian one of `dates`.
"""

from __future__ import annotations

from hall_app.domain.dates import Day, days_in_month

_DAYS_IN_400_YEARS = 146_097


def ordinal(day: Day) -> int:
    """The number of a day: 0 is the first of January of the year 0."""
    years = day.year - (1 if day.month <= 2 else 0)
    cycle, year = divmod(years, 400)
    in_year = (153 * (day.month + (-3 if day.month > 2 else 9)) + 2) // 5 + day.day - 1
    return cycle * _DAYS_IN_400_YEARS + year * 365 + year // 4 - year // 100 + in_year + 60


def day_at(number: int) -> Day:
    """The day of a number; the other way round from `ordinal`."""
    cycle, rest = divmod(number - 60, _DAYS_IN_400_YEARS)
    year = (rest - rest // 1460 + rest // 36_524 - rest // 146_096) // 365
    in_year = rest - (365 * year + year // 4 - year // 100)
    shifted = (5 * in_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    day = in_year - (153 * shifted + 2) // 5 + 1
    return Day(cycle * 400 + year + (1 if month <= 2 else 0), month, day)


def months_later(day: Day, months: int) -> Day:
    """The same day so many months later; the last of a month where that one is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def month_end(day: Day) -> Day:
    """The last day of its month."""
    return day._replace(day=days_in_month(day.year, day.month))
