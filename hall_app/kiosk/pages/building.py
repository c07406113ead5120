"""Which page answers to an address: a name of the kiosk, or a record."""

from __future__ import annotations

from collections.abc import Callable

from hall_app.domain.records import (
    Craft,
    Enterprise,
    Event,
    Exhibit,
    ExhibitForm,
    Gallery,
    Hall,
    Honour,
    Map,
    Media,
    Medium,
    Person,
    Product,
    Quiz,
    Record,
    Section,
    Statistic,
    Timeline,
)
from hall_app.kiosk.pages.attract import AttractPageModel
from hall_app.kiosk.pages.craft import CraftPageModel
from hall_app.kiosk.pages.enterprise import EnterprisePageModel
from hall_app.kiosk.pages.film import FilmPageModel, film_of
from hall_app.kiosk.pages.gallery import GalleryPageModel
from hall_app.kiosk.pages.home import HomePageModel, PlainPageModel
from hall_app.kiosk.pages.map import MapPageModel
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.pages.panel import PanelPageModel, PersonPageModel
from hall_app.kiosk.pages.quiz import QuizPageModel
from hall_app.kiosk.pages.search import SearchPageModel
from hall_app.kiosk.pages.slides import ComparePageModel, SlidesPageModel, slides_of
from hall_app.kiosk.pages.statistics import StatisticsPageModel
from hall_app.kiosk.pages.timeline import TimelinePageModel
from hall_app.kiosk.pages.wall import WallPageModel
from hall_app.kiosk.timeline.view import SPANS
from hall_app.kiosk.visit import Visit

NAMED: dict[str, Callable[[Visit], Page]] = {
    "home": HomePageModel,
    "attract": AttractPageModel,
    "search": SearchPageModel,
    "plain": PlainPageModel,
    "timeline": TimelinePageModel,
    "wall": WallPageModel,
    "statistics": StatisticsPageModel,
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
        case Enterprise():
            return EnterprisePageModel(visit, record)
        case Product() | Honour():
            firm = visit.get(record.enterprise)
            return EnterprisePageModel(visit, firm) if isinstance(firm, Enterprise) else None
        case Craft():
            return CraftPageModel(visit, record)
        case Statistic():
            return StatisticsPageModel(visit, record)
        case Quiz():
            return QuizPageModel(visit, record)
        case Map():
            return MapPageModel(visit, record)
        case Media(medium=Medium.FILM):
            return FilmPageModel(visit, record, record)
        case Exhibit():
            return exhibit_page(record, visit)
        case Event():
            return PanelPageModel(visit, record)
        case _:
            return None


def exhibit_page(exhibit: Exhibit, visit: Visit) -> Page:
    """The page of an exhibit's form; without what that form needs, its panel."""
    items = [record for item in exhibit.items if (record := visit.get(item))]
    match exhibit.form:
        case ExhibitForm.ENTERPRISE_WALL:
            return WallPageModel(visit, exhibit)
        case ExhibitForm.STATISTICS:
            return StatisticsPageModel(visit, exhibit)
        case ExhibitForm.CRAFT if crafts := [r for r in items if isinstance(r, Craft)]:
            return CraftPageModel(visit, crafts[0], exhibit)
        case ExhibitForm.QUIZ if quizzes := [r for r in items if isinstance(r, Quiz)]:
            return QuizPageModel(visit, quizzes[0], exhibit)
        case ExhibitForm.MAP if maps := [r for r in items if isinstance(r, Map)]:
            return MapPageModel(visit, maps[0], exhibit)
        case ExhibitForm.FILM if film := film_of(exhibit, visit):
            return FilmPageModel(visit, exhibit, film)
        case ExhibitForm.SLIDESHOW if len(slides_of(exhibit, visit)) > 1:
            return SlidesPageModel(visit, exhibit)
        case ExhibitForm.COMPARE if len(slides_of(exhibit, visit)) > 1:
            return ComparePageModel(visit, exhibit)
        case _:
            return PanelPageModel(visit, exhibit)
