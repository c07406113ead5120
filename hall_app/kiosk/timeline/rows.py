"""The timeline's ticks, eras, lanes, labels and found stories in the visitor's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hall_app.domain.records import Certainty, Era, Event
from hall_app.domain.text import EN
from hall_app.kiosk.dates import month_name, year_name
from hall_app.kiosk.reading import plain
from hall_app.kiosk.timeline.labels import Label
from hall_app.kiosk.timeline.scale import Scale
from hall_app.kiosk.timeline.skein import first_moment, last_moment
from hall_app.kiosk.visit import Visit

_LIFTED = 60.0
_NARROWEST_TICK = 62.0


@dataclass(frozen=True, slots=True)
class TickRow:
    """A year on the axis, or a month in a year."""

    id: str
    x: float
    words: str


@dataclass(frozen=True, slots=True)
class EraRow:
    """A named stretch, told apart by a hairline and a quiet ground."""

    id: str
    x: float
    width: float
    title: str
    isOdd: bool


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A gallery's lane and its name."""

    id: str
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label beside its knot."""

    id: str
    x: float
    y: float
    knotX: float
    laneY: float
    year: str
    title: str
    note: str
    gallery: str
    lifted: bool


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """An end that had joined before the timeline begins."""

    id: str
    year: str
    title: str
    gallery: str


@dataclass(frozen=True, slots=True)
class PickedRow:
    """A story under the finger."""

    id: str
    date: str
    title: str
    text: str
    gallery: str
    galleryTitle: str
    certainty: str


def tick_rows(years: Iterable[int], scale: Scale, visit: Visit) -> list[TickRow]:
    """Ticks far enough apart to be read; a later one gives way to the one before it."""
    rows: list[TickRow] = []
    for year in years:
        x = scale.x(year)
        if not rows or x - rows[-1].x >= _NARROWEST_TICK:
            rows.append(TickRow(str(year), x, year_name(year, visit.language)))
    return rows


def month_rows(year: int, scale: Scale, visit: Visit) -> list[TickRow]:
    return [
        TickRow(str(month), scale.x(year + (month - 1) / 12), month_name(month, visit.language))
        for month in range(1, 13)
    ]


def era_rows(span: tuple[float, float], scale: Scale, edge: float, visit: Visit) -> list[EraRow]:
    """The eras in view; the last one runs on to the edge of the screen, as the thread does."""
    rows = []
    for number, era in enumerate(visit.all(Era)):
        if era.date is None or era.parent is not None:
            continue
        first, last = first_moment(era.date), last_moment(era.date, visit.today)
        if last <= span[0] or first >= span[1]:
            continue
        left, right = scale.x(max(first, span[0])), scale.x(min(last, span[1]))
        right = edge if last >= span[1] - 0.01 else right
        rows.append(EraRow(era.id, left, right - left, visit.text(era.title), number % 2 == 1))
    return rows


def label_row(label: Label) -> LabelRow:
    end = label.end
    return LabelRow(
        id=end.event.id,
        x=label.x,
        y=label.y,
        knotX=end.x,
        laneY=end.lane.y,
        year=label.year,
        title=label.title,
        note=label.note,
        gallery=end.lane.slug,
        lifted=abs(label.leader) > _LIFTED,
    )


def earlier_row(event: Event, visit: Visit) -> EarlierRow:
    return EarlierRow(
        event.id, visit.short(event.date), short_title(event, visit), visit.gallery_slug(event)
    )


def picked_row(event: Event, visit: Visit) -> PickedRow:
    slug = visit.gallery_slug(event)
    return PickedRow(
        id=event.id,
        date=visit.full(event.date),
        title=visit.text(event.title),
        text=plain(visit.text(event.text)),
        gallery=slug,
        galleryTitle=visit.gallery_title(slug),
        certainty="" if event.certainty is Certainty.FACT else visit.say(event.certainty),
    )


def short_title(event: Event, visit: Visit) -> str:
    return visit.text(event.short_title) or visit.text(event.title)


def first_line(event: Event, visit: Visit) -> str:
    """The first words of an event, where they are short enough for a label; else nothing."""
    words = plain(visit.text(event.text)).split("\n")[0]
    limit = 40 if visit.language == EN else 18
    return words if len(words) <= limit else ""
