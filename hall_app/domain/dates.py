"""Dates as the hall knows them: a span of days, a precision, and the words people say.

Years are astronomical (0 is 1 BC) in the proleptic Gregorian calendar, as in EDTF
(ISO 8601-2:2019, level 1). This module holds values only; reading words is `editing.dates`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hall_app.domain.text import NO_TEXT, Text

_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")
_MONTHS_OF_30 = (4, 6, 9, 11)
_FEBRUARY = 2


class Precision(StrEnum):
    """How closely a date is known; a picture of a date never shows more than this."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PERIOD = "period"
    CIRCA = "circa"
    OPEN = "open"


class Day(NamedTuple):
    """One day; compares in time order."""

    year: int
    month: int = 1
    day: int = 1

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"

    @staticmethod
    def parse(text: str) -> Day:
        """Read `YYYY-MM-DD`, the year possibly negative or longer.

        Raises:
            ValueError: It is no day of the calendar.
        """
        match = _DAY.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) for part in match.groups())
        if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
            raise ValueError(text)
        return Day(year, month, day)

    @property
    def fraction(self) -> float:
        """The day as a decimal year, for drawing on an axis."""
        return self.year + (self.month - 1) / 12 + (self.day - 1) / 366


@dataclass(frozen=True, slots=True)
class HallDate:
    """A date as a span.

    Attributes:
        edtf: The level 1 string, for exchange.
        earliest, latest: First and last day it may mean; `latest` is None when it runs on.
        precision: How closely it is known.
        words: What people say, where that is more than the number ("清同治十一年").
    """

    edtf: str
    earliest: Day
    latest: Day | None
    precision: Precision
    words: Text = NO_TEXT

    @property
    def sort_key(self) -> int:
        """An integer that orders dates by their first day."""
        return sort_key(self.earliest)


def sort_key(day: Day) -> int:
    """An integer in time order, negative years included."""
    return day.year * 10_000 + day.month * 100 + day.day


def days_in_month(year: int, month: int) -> int:
    """Length of a month, in days."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in _MONTHS_OF_30 else 31
