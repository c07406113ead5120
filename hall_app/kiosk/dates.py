"""Dates in the words of a screen: short for a label, full for a page, never more than is known."""

from __future__ import annotations

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.text import EN

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_COMMON_ERA = 1000


def short_date(date: HallDate | None, language: str) -> str:
    """The few characters beside a knot: “1872–74”, “17世纪”, “约前4000”."""
    if date is None:
        return ""
    first, last = date.earliest, date.latest
    match date.precision:
        case Precision.DAY | Precision.MONTH | Precision.YEAR:
            return _year(first, language)
        case Precision.DECADE:
            return f"{first.year // 10 * 10}s" if language == EN else f"{first.year // 10 * 10}年代"
        case Precision.CENTURY:
            return _century(first, language)
        case Precision.PERIOD:
            return _span(first, last, language)
        case Precision.CIRCA:
            circa = "c. " if language == EN else "约" if language == "zh-Hans" else "約"
            return circa + _year(first, language, is_round=True)
        case Precision.OPEN:
            return f"{_year(first, language)}–"


def full_date(date: HallDate | None, language: str) -> str:
    """The date as a page says it; what people call it where the record has that."""
    if date is None:
        return ""
    if words := date.words.best(language):
        return words
    first, last = date.earliest, date.latest
    is_english = language == EN
    match date.precision:
        case Precision.DAY:
            return (
                f"{first.day} {_MONTHS[first.month - 1]} {_year(first, language)}"
                if is_english
                else f"{_year_long(first)}{first.month}月{first.day}日"
            )
        case Precision.MONTH:
            return (
                f"{_MONTHS[first.month - 1]} {_year(first, language)}"
                if is_english
                else f"{_year_long(first)}{first.month}月"
            )
        case Precision.YEAR:
            return _year(first, language) if is_english else _year_long(first)
        case Precision.PERIOD if last is not None and not is_english:
            return f"{_year_name(first)}至{_year_long(last)}"
        case Precision.OPEN:
            return f"since {_year(first, language)}" if is_english else f"{_year_long(first)}起"
        case Precision.CIRCA if not is_english:
            return short_date(date, language).replace("前", "公元前") + "年"
        case _:
            return short_date(date, language)


def month_day(day: Day, precision: Precision, language: str) -> str:
    """The part of a date below the year, empty where it is not known."""
    if precision is Precision.DAY:
        return (
            f"{day.day} {_MONTHS[day.month - 1]}" if language == EN else f"{day.month}月{day.day}日"
        )
    if precision is Precision.MONTH:
        return _MONTHS[day.month - 1] if language == EN else f"{day.month}月"
    return ""


def month_name(month: int, language: str) -> str:
    return _MONTHS[month - 1][:3] if language == EN else f"{month}月"


def year_name(year: int, language: str) -> str:
    """A bare year, with its era where it is before the common one."""
    return _year(Day(year), language)


def _year(day: Day, language: str, *, is_round: bool = False) -> str:
    if day.year > 0:
        return str(day.year)
    # A round "about -4000" means 4000 BC; an exact astronomical year is one off.
    before = -day.year if is_round and day.year % 10 == 0 else 1 - day.year
    return f"{before} BC" if language == EN else f"前{before}"


def _year_name(day: Day) -> str:
    return str(day.year) if day.year > 0 else f"公元前{1 - day.year}"


def _year_long(day: Day) -> str:
    if day.year > 0:
        return f"{'公元' if day.year < _COMMON_ERA else ''}{day.year}年"
    return f"公元前{1 - day.year}年"


def _span(first: Day, last: Day | None, language: str) -> str:
    if last is None:
        return f"{_year(first, language)}–"
    if first.year == last.year:
        return _year(first, language)
    if first.year >= _COMMON_ERA and first.year // 100 == last.year // 100:
        return f"{first.year}–{last.year % 100:02}"
    return f"{_year(first, language)}–{_year(last, language)}"


def _century(first: Day, language: str) -> str:
    number = first.year // 100 + 1
    if language != EN:
        return f"{number}世{'纪' if language == 'zh-Hans' else '紀'}"
    suffix = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{suffix} century"
