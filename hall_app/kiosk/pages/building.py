"""Which page answers to an address: a name of the kiosk, or a record."""

from __future__ import annotations

from collections.abc import Callable

from hall_app.domain.records import (
    Event,
    Exhibit,
    ExhibitForm,
    Gallery,
    Hall,
    Person,
    Record,
    Section,
    Timeline,
)
from hall_app.kiosk.pages.gallery import GalleryPageModel
from hall_app.kiosk.pages.home import HomePageModel, PlainPageModel
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.pages.panel import PanelPageModel, PersonPageModel
from hall_app.kiosk.pages.timeline import TimelinePageModel
from hall_app.kiosk.timeline.view import SPANS
from hall_app.kiosk.visit import Visit

NAMED: dict[str, Callable[[Visit], Page]] = {
    "home": HomePageModel,
    "plain": PlainPageModel,
    "timeline": TimelinePageModel,
}


def build_page(ref: str, visit: Visit) -> Page | None:
    """The page for an address, None where the release has nothing under it."""
    if visit.reader is None:
        return PlainPageModel(visit)
    if make := NAMED.get(ref):
        return make(visit)
    name, _, place = ref.partition("@")
    if name == "timeline" and place.isdecimal():
        return timeline_at(int(place), visit)
    record = visit.resolve(ref)
    return page_of(record, visit) if record else None


def timeline_at(place: int, visit: Visit) -> TimelinePageModel:
    """The timeline at a zoom (`timeline@600`, `@100`, `@10`, `@1`) or at a year (`timeline@2017`)."""
    page = TimelinePageModel(visit)
    page.ref = f"timeline@{place}"
    if place in SPANS:
        page.zoom(SPANS.index(place))
    else:
        page.show_year(place)
    return page


def page_of(record: Record, visit: Visit) -> Page | None:
    """The page that shows a record, None where it has no page of its own."""
    match record:
        case Hall():
            return HomePageModel(visit)
        case Gallery():
            return GalleryPageModel(visit, record)
        case Section():
            gallery = visit.get(record.gallery)
            return GalleryPageModel(visit, gallery) if isinstance(gallery, Gallery) else None
        case Person():
            return PersonPageModel(visit, record)
        case Timeline() | Exhibit(form=ExhibitForm.TIMELINE):
            return TimelinePageModel(visit, record)
        case Exhibit():
            return PanelPageModel(visit, record)
        case Event():
            return PanelPageModel(visit, record)
        case _:
            return None
