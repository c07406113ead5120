"""Dates moved and stretched in steps of their own precision, which never changes.

A date known by its year moves by years, one known by its day by days. What people say of the old
date (`words`) is not true of the new one and falls away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from hall_app.domain.dates import Day, HallDate, Precision, days_in_month
from hall_app.domain.reckoning import day_at, month_end, months_later, ordinal
from hall_app.errors import InvalidRecord

_PART = re.compile(r"(-?)(\d{4}|\d{3}X|\d{2}X{2}|\dX{3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)")
_FIRST, _LAST = Day(-9999, 1, 1), Day(9999, 12, 31)
_SEASONS = range(21, 25)
_DAYS = {1: 365.2425, 2: 30.436875}


class Unit(IntEnum):
    """The step of a precision: days by the number, months and years by so many months."""

    DAY = 0
    MONTH = 1
    YEAR = 12
    DECADE = 120
    CENTURY = 1200
    MILLENNIUM = 12000


@dataclass(frozen=True, slots=True)
class _Part:
    """One end of a date as EDTF writes it; a month of 0 or a day of 0 is not known."""

    year: int
    hidden: int
    month: int
    day: int
    tail: str
    doubt: str

    @property
    def unit(self) -> Unit:
        if self.hidden:
            return (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)[self.hidden - 1]
        if self.day:
            return Unit.DAY
        return Unit.MONTH if self.month and self.month not in _SEASONS else Unit.YEAR


def unit_of(date: HallDate) -> Unit:
    """The step by which a date moves.

    Raises:
        InvalidRecord: It is written in a form that cannot be moved.
    """
    coarsest = max(part.unit for part in _parts(date))
    match date.precision:
        case Precision.DECADE:
            return max(coarsest, Unit.DECADE)
        case Precision.CENTURY:
            return max(coarsest, Unit.CENTURY)
        case _:
            return coarsest


def can_stretch(date: HallDate) -> bool:
    """Whether a date has ends of its own that can be moved one by one."""
    has_ends = date.precision in (Precision.PERIOD, Precision.CIRCA, Precision.OPEN)
    return has_ends and "/" in date.edtf


def shifted(date: HallDate, count: int, unit: Unit) -> HallDate:
    """The date so many units later, rounded to whole steps of its own precision.

    Raises:
        InvalidRecord: It cannot be moved, or would leave the calendar.
    """
    own = unit_of(date)
    by, step = (count, unit) if own <= unit else (in_units(count, unit, own), own)
    if not by:
        return date
    moved = [_moved(part, by, step) for part in _parts(date)]
    earliest = _bound(moved[0], _later(date.earliest, by, step, is_last=False))
    latest = date.latest and _bound(moved[-1], _later(date.latest, by, step, is_last=True))
    return _made(date, [_written(part) for part in moved], earliest, latest)


def stretched(date: HallDate, end: int, count: int, unit: Unit) -> HallDate:
    """One end of a period moved so many units: 0 is the first, 1 the last. It never passes the other.

    Raises:
        InvalidRecord: The date has no such end, or would leave the calendar.
    """
    parts = _parts(date)
    if not can_stretch(date) or end >= len(parts):
        raise InvalidRecord(
            f"“{date.edtf}” has no end that can be moved by itself.",
            "Type a period, such as 1872/1874, into its date.",
            subject=date.edtf,
            code="date-no-end",
        )
    own = parts[end].unit
    by, step = (count, unit) if own <= unit else (in_units(count, unit, own), own)
    parts[end] = _moved(parts[end], by, step)
    earliest, latest = date.earliest, date.latest
    if end == 0:
        earliest = _bound(parts[0], _later(earliest, by, step, is_last=False))
    elif latest is not None:
        latest = _bound(parts[1], _later(latest, by, step, is_last=True))
    if not by or (latest is not None and earliest > latest):
        return date
    return _made(date, [_written(part) for part in parts], earliest, latest)


def in_units(count: int, unit: Unit, own: Unit) -> int:
    """A number of units in the nearest whole number of others."""
    if unit is Unit.DAY:
        return count if own is Unit.DAY else round(count / _DAYS[2] / own)
    return round(count * unit * _DAYS[2]) if own is Unit.DAY else round(count * unit / own)


def _parts(date: HallDate) -> list[_Part]:
    ends = [end for end in date.edtf.split("/") if end != ".."]
    found = [_PART.fullmatch(end) for end in ends]
    if not found or None in found:
        raise InvalidRecord(
            f"“{date.edtf}” is written in a form that cannot be moved.",
            "Type another date into its field.",
            subject=date.edtf,
            code="date-unmovable",
        )
    return [_part(match) for match in found if match is not None]


def _part(match: re.Match[str]) -> _Part:
    sign, digits, month, day, doubt = match.groups()
    year = int(digits.replace("X", "0")) * (-1 if sign else 1)
    tail = "".join("-XX" for known in (month, day) if known == "XX")
    known = [int(one) if one and one != "XX" else 0 for one in (month, day)]
    return _Part(year, digits.count("X"), known[0], known[1], tail, doubt)


def _moved(part: _Part, count: int, unit: Unit) -> _Part:
    if unit is Unit.DAY:
        day = day_at(ordinal(Day(part.year, part.month, part.day)) + count)
        return _Part(day.year, 0, day.month, day.day, part.tail, part.doubt)
    if unit is Unit.MONTH:
        day = months_later(Day(part.year, part.month, max(part.day, 1)), count)
        return _Part(day.year, 0, day.month, day.day if part.day else 0, part.tail, part.doubt)
    year, month = part.year + count * unit // 12, part.month
    if part.hidden and year < 0:
        raise _outside(_written(part))  # a hidden digit before Christ counts the other way
    is_calendar = month and month not in _SEASONS
    day_of_month = min(part.day, days_in_month(year, month)) if is_calendar else part.day
    return _Part(year, part.hidden, month, day_of_month, part.tail, part.doubt)


def _later(day: Day, count: int, unit: Unit, *, is_last: bool) -> Day:
    if unit is Unit.DAY:
        return day_at(ordinal(day) + count)
    moved = months_later(day, count * unit)
    return month_end(moved) if is_last and day == month_end(day) else moved


def _bound(part: _Part, day: Day) -> Day:
    """A day that is written is what it says; only unwritten ones follow the end of their month."""
    return Day(part.year, part.month, part.day) if part.day else day


def _written(part: _Part) -> str:
    year = f"{abs(part.year):04}"
    if part.hidden:
        year = year[: 4 - part.hidden] + "X" * part.hidden
    known = "".join(f"-{one:02}" for one in (part.month, part.day) if one)
    return f"{'-' if part.year < 0 else ''}{year}{known}{part.tail}{part.doubt}"


def _made(date: HallDate, ends: list[str], earliest: Day, latest: Day | None) -> HallDate:
    if earliest < _FIRST or (latest or earliest) > _LAST:
        raise _outside(date.edtf)
    edtf = "/".join(ends) + ("/.." if date.edtf.endswith("/..") else "")
    return HallDate(edtf, earliest, latest, date.precision)


def _outside(edtf: str) -> InvalidRecord:
    return InvalidRecord(
        f"“{edtf}” would leave the years that can be written here.",
        "Years reach from −9999 to 9999, decades and centuries begin with the first.",
        subject=edtf,
        code="date-outside",
    )
