"""Which page answers to an address: a name of the kiosk, or a record."""

from __future__ import annotations

from collections.abc import Callable

from hall_app.domain.records import Gallery, Hall, Record, Section
from hall_app.kiosk.pages.gallery import GalleryPageModel
from hall_app.kiosk.pages.home import HomePageModel, PlainPageModel
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.visit import Visit

NAMED: dict[str, Callable[[Visit], Page]] = {
    "home": HomePageModel,
    "plain": PlainPageModel,
}


def build_page(ref: str, visit: Visit) -> Page | None:
    """The page for an address, None where the release has nothing under it."""
    if visit.reader is None:
        return PlainPageModel(visit)
    if make := NAMED.get(ref):
        return make(visit)
    record = visit.resolve(ref)
    return page_of(record, visit) if record else None


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
        case _:
            return None
