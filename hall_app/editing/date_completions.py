"""What somebody who has begun to type a date may want to say."""

from __future__ import annotations

from collections.abc import Iterator

from hall_app.domain.dates import HallDate
from hall_app.editing import calendars
from hall_app.editing.dates import parse, simple
from hall_app.errors import InvalidRecord

_ENDS = (
    "年", "元年", "年间", "初年", "中叶", "末年", "代", "初", "中", "末", "年代", "0年代", "世纪", "至今", "前后",
    "年至今", "年前后",
)  # fmt: skip
_ERA_ENDS = ("元年", "年间", "初年", "末年", "代", "初", "末")
_MOST = 20


def completions(typed: str) -> tuple[tuple[str, HallDate], ...]:
    """What may be meant, each with how it is understood, the nearest first."""
    words = typed.strip()
    found: dict[str, HallDate] = {}
    for said in _offers(words) if words else ():
        date = _understood(said)
        if date is not None and said != words:
            found.setdefault(said, date)
    return tuple(found.items())[:_MOST]


def _offers(words: str) -> Iterator[str]:
    simplified = simple(words)
    yield from (f"{words}{end}" for end in _ENDS)
    yield from (f"{era}{end}" for era in calendars.eras(simplified) for end in _ERA_ENDS)
    yield from (f"{reign}年间" for reign in calendars.reigns_in(simplified))
    for name in calendars.CYCLE:
        if name.startswith(simplified):
            yield from (f"{year}年（{name}）" for year in calendars.named_years(name))


def _understood(words: str) -> HallDate | None:
    try:
        return parse(words)
    except InvalidRecord:
        return None
