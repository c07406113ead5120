"""Rules of leave: rights, authorisations, honours and showings that do not hold or run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hall_app.domain.dates import Day
from hall_app.domain.records.enterprise import Enterprise, Honour
from hall_app.domain.records.media import Media, RightsScope
from hall_app.domain.records.record import Record
from hall_app.publishing.rules.view import Found, View
from hall_app.publishing.signed import changed_since, contents_of

_ENDING_WITHIN = timedelta(days=90)


def ends(record: Record, view: View) -> Iterator[Found]:
    """What is over, and what will be within ninety days."""
    yield from _end("shown", record, "shown.until", record.shown.until, view)
    match record:
        case Enterprise(authorisation=paper) if paper:
            yield from _end("authorisation", record, "authorisation.until", paper.until, view)
        case Media(rights=rights):
            yield from _end("rights", record, "rights.until", rights.until, view)
        case Honour(valid_until=until):
            yield from _end("honour", record, "valid_until", until, view)
        case _:
            pass


def proofs(record: Record, view: View) -> Iterator[Found]:
    """What visitors read otherwise than the enterprise signed it."""
    if not isinstance(record, Enterprise) or not record.authorisation:
        return
    signed = record.authorisation.signed
    if not signed:
        return
    others = [one for key in view.referrers(record.id) if (one := view.get(key)) is not None]
    told: set[str] = set()
    for path in changed_since(signed, contents_of(record, others)):
        field = "authorisation" if "/" in path else path
        if field not in told:
            told.add(field)
            yield Found("proof-stale", record, field)


def not_for_hall(record: Record, view: View) -> Iterator[Found]:
    """A medium that may not be shown in the hall, on a page that is."""
    if not isinstance(record, Media) or not record.is_public:
        return
    if not record.rights.scope or RightsScope.HALL in record.rights.scope:
        return
    if any(view.is_held(one) for one in view.referrers(record.id)):
        yield Found("rights-not-for-hall", record, "rights.scope")


def _end(what: str, record: Record, path: str, until: Day | None, view: View) -> Iterator[Found]:
    if until is None:
        return
    parts = (("day", str(until)),)
    if until < view.today:
        yield Found(f"{what}-over", record, path, parts)
    elif until < _later(view.today):
        yield Found(f"{what}-ending", record, path, parts)


def _later(today: Day) -> Day:
    later = date(today.year, today.month, today.day) + _ENDING_WITHIN
    return Day(later.year, later.month, later.day)
