"""Rules of facts: where they come from, and dates that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hall_app.domain.dates import Day, HallDate
from hall_app.domain.fields import Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import (
    Certainty,
    Enterprise,
    Era,
    Event,
    Gallery,
    Honour,
    Media,
    Person,
)
from hall_app.domain.records.record import Confidence, Record
from hall_app.domain.text import ZH_HANS
from hall_app.publishing.rules.view import Found, View

_CLAIMS = frozenset({
    Kind.EVENT, Kind.ENTERPRISE, Kind.PRODUCT, Kind.HONOUR, Kind.CRAFT, Kind.PERSON, Kind.STATISTIC,
})  # fmt: skip
_PERIOD = re.compile(r"(\d{3,4})\s*年?\s*[–—-]\s*(\d{3,4})(\s*年代|s)?")


def sources(record: Record, _view: View) -> Iterator[Found]:
    """A claim has a source, and somebody has looked at it."""
    if record.kind in _CLAIMS and not record.citations:
        yield Found("source-missing", record, "citations")
    if record.kind in _CLAIMS and record.confidence is Confidence.GENERAL:
        yield Found("to-verify", record, "confidence")


def spans(record: Record, _view: View) -> Iterator[Found]:
    """A span ends after it begins."""
    for field in fields_of(type(record)):
        held = getattr(record, field.name)
        if field.shape is Shape.DATE and held is not None and _is_reversed(held):
            yield Found("date-reversed", record, field.name)
    if _ends_first(record.shown.since, record.shown.until):
        yield Found("until-first", record, "shown.until")
    match record:
        case Media(rights=rights) if _ends_first(rights.since, rights.until):
            yield Found("until-first", record, "rights.until")
        case Enterprise(authorisation=paper) if paper and _ends_first(paper.given_on, paper.until):
            yield Found("until-first", record, "authorisation.until")
        case _:
            pass


def order(record: Record, view: View) -> Iterator[Found]:
    """What comes first in life comes first on the page."""
    match record:
        case Person(born=born, died=died) if _is_before(died, born):
            yield Found("died-first", record, "died")
        case Honour(enterprise=owner, date=date) if owner:
            enterprise = view.get(owner)
            if isinstance(enterprise, Enterprise) and _is_before(date, enterprise.founded):
                parts = (
                    (("day", str(enterprise.founded.earliest.year)),) if enterprise.founded else ()
                )
                yield Found("honour-first", record, "date", parts)
        case Era(parent=parent, date=date) if parent:
            outer = view.get(parent)
            if isinstance(outer, Era) and _is_outside(date, outer.date):
                yield Found("era-outside", record, "date", (("name", outer.title.best(ZH_HANS)),))
        case Event():
            yield from _event(record, view)
        case _:
            pass


def _event(record: Event, view: View) -> Iterator[Found]:
    date = record.date
    if date is None:
        return
    if record.certainty is Certainty.FACT and date.earliest > view.today:
        yield Found("event-future", record, "date")
    gallery = view.get(record.gallery) if record.gallery else None
    period = period_of(gallery)
    if period and not (period[0] <= date.earliest.year <= period[1]):
        parts = (("first", str(period[0])), ("last", str(period[1])))
        yield Found("event-outside", record, "date", parts)
    for index, one in enumerate(record.related):
        person = view.get(one)
        if isinstance(person, Person) and _is_before(date, person.born):
            name = (("name", person.title.best(ZH_HANS)),)
            yield Found("event-before-birth", record, f"related.{index}", name)


def period_of(gallery: Record | None) -> tuple[int, int] | None:
    """The first and last year that a gallery says it tells of, where it says both in figures."""
    words = gallery.period[ZH_HANS] if isinstance(gallery, Gallery) else ""
    found = _PERIOD.fullmatch(words.strip())
    if found is None:
        return None
    first, last, is_decade = int(found[1]), int(found[2]), bool(found[3])
    return first, last + 9 if is_decade else last


def _is_reversed(date: HallDate) -> bool:
    return date.latest is not None and date.latest < date.earliest


def _ends_first(since: Day | None, until: Day | None) -> bool:
    return since is not None and until is not None and until < since


def _is_before(one: HallDate | None, other: HallDate | None) -> bool:
    """Whether one was over before the other can have begun."""
    if one is None or other is None or one.latest is None:
        return False
    return one.latest < other.earliest


def _is_outside(inner: HallDate | None, outer: HallDate | None) -> bool:
    if inner is None or outer is None:
        return False
    begins_early = inner.earliest.year < outer.earliest.year
    ends_late = (
        outer.latest is not None
        and inner.latest is not None
        and inner.latest.year > outer.latest.year
    )
    return begins_early or ends_late
