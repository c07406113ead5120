"""What fields, choices and dates are called on the desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum

from hall_app.curator.desk import Desk
from hall_app.domain.dates import HallDate, Precision
from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.text import LANGUAGES, ZH_HANT
from hall_app.editing import calendars
from hall_app.editing.translation import in_traditional


def field_label(desk: Desk, name: str, owner: str) -> str:
    """A field's name, as its owner (a kind or a value's class) calls it."""
    known = desk.words.keys()
    own = f"field-{owner.lower()}-{name}"
    plain = f"field-{name}"
    return desk.say(own if own in known else plain)


def path_label(desk: Desk, kind: Kind, path: str) -> str:
    """A dotted path as a person reads it: “题目 1 · 答案 2 EN”."""
    owner: type[object] = RECORD_TYPES[kind]
    parts: list[str] = []
    for step in path.split("."):
        if step.isdigit():
            parts[-1] = f"{parts[-1]} {int(step) + 1}"
        elif step in LANGUAGES:
            letter = desk.say(f"letter-{step}")
            parts[-1] = f"{parts[-1]} {letter}"
        else:
            field = _field(owner, step)
            if field is None:
                continue
            parts.append(field_label(desk, step, owner.__name__))
            owner = field.type if field.shape is Shape.VALUE else owner
    return " · ".join(parts)


def _field(owner: type[object], name: str) -> Field | None:
    return next((field for field in fields_of(owner) if field.name == name), None)


def choice_label(desk: Desk, choice: Enum) -> str:
    """One choice of an enum; a kind is called what it is called everywhere."""
    if isinstance(choice, Kind):
        return kind_label(desk, choice)
    return desk.say(f"choice-{type(choice).__name__}-{choice.value}")


def kind_label(desk: Desk, kind: Kind) -> str:
    """A kind of record."""
    return desk.say(f"kind-{kind}")


def year_of(date: HallDate | None) -> str:
    """A date as narrow as a list shows it: “1872”, “196X”, “1872–74”, “1979→”."""
    if date is None:
        return ""
    year = _year(_rounded(date))
    if date.latest is None:
        return f"{year}→"
    if date.precision in (Precision.DECADE, Precision.CENTURY) and "/" not in date.edtf:
        return date.edtf
    last = date.latest.year
    if last == date.earliest.year:
        return year
    if date.earliest.year <= 0:
        return f"{year}…"
    same_century = date.earliest.year > 0 and last // 100 == date.earliest.year // 100
    return f"{year}–{last % 100:02}" if same_century else f"{year}–{_year(last)}"


def understood(desk: Desk, date: HallDate) -> str:
    """How a date was understood: its span, its precision and its exchange form."""
    parts = [
        span_of(desk, date),
        desk.say(f"precision-{date.precision}"),
        f"EDTF {date.edtf}",
        _beside(desk, date),
    ]
    return "　·　".join(part for part in parts if part)


def span_of(desk: Desk, date: HallDate) -> str:
    """From when to when a date may mean."""
    start = _at(date, first=True)
    if date.latest is None:
        return desk.say("date-read-open", **{"from": start})
    end = _at(date, first=False)
    return start if end == start else desk.say("date-read", **{"from": start, "to": end})


def _beside(desk: Desk, date: HallDate) -> str:
    """What the Chinese calendars of the time call a year or a day."""
    if date.precision not in (Precision.YEAR, Precision.CIRCA, Precision.DAY):
        return ""
    year = date.earliest.year
    name = calendars.cycle_name(year)
    said = f"{calendars.reign_of(year) or desk.say('date-year', year=year)}（{name}）"
    if date.precision is Precision.DAY:
        said = desk.say("date-moon", day=calendars.moon_of(date.earliest))
    return in_traditional(said) if desk.language == ZH_HANT else said


def moment(desk: Desk, at: datetime, now: datetime) -> str:
    """A moment of the near past as a person says it."""
    here, today = at.astimezone(), now.astimezone().date()
    time = f"{here:%H:%M}"
    if here.date() == today:
        return desk.say("when-today", time=time)
    if here.date() == today - timedelta(days=1):
        return desk.say("when-yesterday", time=time)
    if here.year != today.year:
        return f"{here:%Y-%m-%d}"
    return desk.say("when-date", month=here.month, day=here.day)


def _at(date: HallDate, *, first: bool) -> str:
    day = date.earliest if first or date.latest is None else date.latest
    if date.precision is Precision.DAY:
        return str(day)
    if date.precision is Precision.MONTH:
        return str(day).rpartition("-")[0]
    return _year(day.year)


def _rounded(date: HallDate) -> int:
    """The first year; before Christ and only about known, the round one that people say."""
    year = date.earliest.year
    if year <= 0 and date.precision is Precision.CIRCA:
        return 1 - round(1 - year, -2)
    return year


def _year(year: int) -> str:
    return str(year) if year > 0 else f"−{1 - year}"
