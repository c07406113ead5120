"""What hangs together on the thread: neighbours, things told of a record, the walk's next stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hall_app.domain.dates import HallDate
from hall_app.domain.ids import RecordId
from hall_app.domain.records import (
    Craft,
    Enterprise,
    Event,
    Exhibit,
    Gallery,
    Person,
    Record,
    Section,
    Source,
    Statistic,
)
from hall_app.kiosk.visit import Visit

_SHOWN = 4


@dataclass(frozen=True, slots=True)
class KnotRow:
    """A story that a page leads on to."""

    id: str
    mark: str
    title: str
    gallery: str
    kind: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before and after on the walk; empty ids at its ends."""

    previous: str = ""
    next: str = ""
    next_title: str = ""


def knot_row(record: Record, visit: Visit) -> KnotRow:
    short = record.short_title if isinstance(record, Event) else None
    return KnotRow(
        id=record.id,
        mark=visit.short(date_of(record)) or visit.say(f"kind-{record.kind}"),
        title=visit.text(short or record.title),
        gallery=visit.gallery_slug(record),
        kind=visit.say(f"kind-{record.kind}"),
    )


def date_of(record: Record) -> HallDate | None:
    match record:
        case Event() | Statistic():
            return record.date
        case Enterprise():
            return record.founded
        case Person():
            return record.born
        case _:
            return None


def knots(records: Iterable[Record], visit: Visit, limit: int = _SHOWN) -> list[KnotRow]:
    return [knot_row(record, visit) for record in records][:limit]


def told_of(record: Record, visit: Visit) -> list[Record]:
    """Events that name a record, in time order."""
    about = [event for event in visit.all(Event) if record.id in event.related]
    return list(in_time(about))


def in_time(events: Iterable[Event]) -> Sequence[Event]:
    dated = [event for event in events if event.date is not None]
    return sorted(dated, key=lambda event: event.date.sort_key if event.date else 0)


def near_in_time(event: Event, visit: Visit, limit: int = _SHOWN) -> list[Record]:
    """Events of the same gallery next to this one, in time order."""
    lane = list(in_time(e for e in visit.all(Event) if e.gallery == event.gallery))
    if event not in lane:
        return []
    place = lane.index(event)
    first = max(0, min(place - limit // 2, len(lane) - limit - 1))
    return [other for other in lane[first : first + limit + 1] if other is not event]


def on_from(record: Record, visit: Visit) -> list[Record]:
    """What a page about this record leads on to."""
    match record:
        case Exhibit():
            found = [visit.get(item) for item in record.items]
        case Event():
            found = [visit.get(item) for item in record.related]
        case Enterprise():
            others = (*record.people, *record.crafts)
            found = [*told_of(record, visit), *(visit.get(one) for one in others)]
        case Craft():
            firms = [e for e in visit.all(Enterprise) if record.id in e.crafts]
            found = [*(visit.get(p) for p in record.keepers), *told_of(record, visit), *firms]
        case Person():
            crafts = [c for c in visit.all(Craft) if record.id in c.keepers]
            firms = [e for e in visit.all(Enterprise) if record.id in e.people]
            found = [*told_of(record, visit), *crafts, *firms]
        case _:
            found = []
    present = [other for other in found if other is not None]
    if isinstance(record, Event) and len(present) < _SHOWN:
        near = near_in_time(record, visit, _SHOWN - len(present))
        present += [other for other in near if other not in present]
    return present


def walk(visit: Visit, gallery: Gallery) -> list[tuple[Section, Exhibit]]:
    """The walk through a gallery: its exhibits in order, each with its section."""
    exhibits = visit.all(Exhibit)
    return [
        (section, exhibit)
        for section in sorted(visit.all(Section), key=lambda s: s.order)
        if section.gallery == gallery.id
        for exhibit in sorted(exhibits, key=lambda e: e.order)
        if exhibit.section == section.id
    ]


def neighbours(record: Record, visit: Visit) -> Neighbours:
    """The stops before and after a record: on its gallery's walk, or in time for an event."""
    slug = visit.gallery_slug(record)
    gallery = next((g for g in visit.galleries if g.slug == slug), None)
    if gallery is None:
        return Neighbours()
    line: Sequence[Record]
    match record:
        case Exhibit():
            line = [exhibit for _, exhibit in walk(visit, gallery)]
        case Event():
            line = in_time(e for e in visit.all(Event) if e.gallery == gallery.id)
        case _:
            line = [r for r in visit.all(type(record)) if visit.gallery_slug(r) == slug]
    if record not in line:
        return Neighbours()
    place = list(line).index(record)
    before = line[place - 1].id if place > 0 else ""
    after = line[place + 1] if place + 1 < len(line) else None
    return Neighbours(before, after.id if after else "", visit.text(after.title) if after else "")


def sources_line(record: Record, visit: Visit) -> str:
    """The titles of a record's sources, "" where it names none."""
    ids: list[RecordId] = []
    for citation in record.citations:
        if citation.source not in ids:
            ids.append(RecordId(citation.source))
    found = [source for i in ids if isinstance(source := visit.get(i), Source)]
    titles = [visit.text(source.title) for source in found[:3]]
    mark = ": " if visit.language == "en" else "："
    joint = "; " if visit.language == "en" else "；"
    return f"{visit.say('sources')}{mark}{joint.join(titles)}" if titles else ""
