"""A gallery's opening page: its title, its lead and its stations on the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.dates import HallDate
from hall_app.domain.records import Exhibit, Gallery, Section
from hall_app.kiosk.pages.page import Page, gallery_plate
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import walk
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class GalleryRow:
    """A gallery on the home page and in the rail."""

    id: str
    slug: str
    title: str
    secondTitle: str
    period: str
    ends: int
    endsName: str
    plate: str
    bolt: str
    fold: str


@dataclass(frozen=True, slots=True)
class StationRow:
    """An exhibit as a knot on its gallery's thread."""

    id: str
    mark: str
    title: str
    secondTitle: str
    section: str
    form: str
    opensSection: bool


def gallery_rows(visit: Visit) -> list[GalleryRow]:
    return [_gallery_row(gallery, visit) for gallery in visit.galleries]


def first_date(exhibit: Exhibit, visit: Visit) -> HallDate | None:
    """The date of the first dated thing an exhibit shows."""
    dates = (getattr(visit.get(item), "date", None) for item in exhibit.items)
    return next((date for date in dates if isinstance(date, HallDate)), None)


@QmlElement
class GalleryPageModel(Page):
    """One gallery and the stations of its walk."""

    worded = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Gallery"

    def __init__(self, visit: Visit, gallery: Gallery) -> None:
        super().__init__(visit, gallery)
        self.changed.connect(self.worded)
        self._gallery = gallery
        self._stations = Rows(StationRow, self)

    def fill(self) -> None:
        rows, last_section = [], ""
        for section, exhibit in walk(self.visit, self._gallery):
            rows.append(self._station(section, exhibit, opens=section.id != last_section))
            last_section = section.id
        self._stations.show(rows)

    def _station(self, section: Section, exhibit: Exhibit, *, opens: bool) -> StationRow:
        visit = self.visit
        return StationRow(
            id=exhibit.id,
            mark=visit.short(first_date(exhibit, visit)) or visit.say(f"form-{exhibit.form}"),
            title=visit.text(exhibit.title),
            secondTitle=visit.other(exhibit.title),
            section=visit.text(section.title),
            form=str(exhibit.form),
            opensSection=opens,
        )

    @Property(str, notify=worded)
    def lead(self) -> str:
        return self.visit.text(self._gallery.lead)

    @Property(str, notify=worded)
    def secondLead(self) -> str:
        return self.visit.other(self._gallery.lead)

    @Property(str, notify=worded)
    def period(self) -> str:
        return self.visit.text(self._gallery.period)

    @Property(str, notify=worded)
    def plate(self) -> str:
        return gallery_plate(self._gallery, self.visit)

    @Property(Rows, constant=True)
    def stations(self) -> Rows:
        return self._stations


def _gallery_row(gallery: Gallery, visit: Visit) -> GalleryRow:
    return GalleryRow(
        id=gallery.id,
        slug=gallery.slug,
        title=visit.text(gallery.title),
        secondTitle=visit.other(gallery.title),
        period=visit.text(gallery.period),
        ends=visit.ends(gallery.slug),
        endsName=visit.ends_name(gallery.slug),
        plate=gallery_plate(gallery, visit),
        bolt=gallery_plate(gallery, visit, "bolt"),
        fold=gallery_plate(gallery, visit, "fold"),
    )
