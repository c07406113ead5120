"""The map: a drawing with knots that lead to records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Exhibit, Illustrated, Map, Media
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.reading import plain
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PointRow:
    """A knot on the map, 0 to 1 from its top left."""

    id: str
    across: float
    down: float
    title: str
    isHere: bool


@QmlElement
class MapPageModel(Page):
    """A map, its points, and the one the visitor touched."""

    worded = Signal()
    """After the page or the choice was made again."""

    form: ClassVar[str] = "Map"

    def __init__(self, visit: Visit, drawn: Map, exhibit: Exhibit | None = None) -> None:
        super().__init__(visit, drawn)
        self.changed.connect(self.worded)
        self._map, self._exhibit = drawn, exhibit
        if exhibit is not None:
            self.ref = exhibit.id
        self._points = Rows(PointRow, self)
        self._chosen = 0

    @property
    def place(self) -> str:
        return self.visit.gallery_slug(self._exhibit or self._map)

    def fill(self) -> None:
        self._points.show(
            [
                PointRow(str(n), p.x, p.y, self.visit.text(p.title), n == self._chosen)
                for n, p in enumerate(self._map.points)
            ]
        )

    @Slot(str)
    def choose(self, point: str) -> None:
        self._chosen = int(point)
        self.fill()
        self.worded.emit()

    @Property(Rows, constant=True)
    def points(self) -> Rows:
        return self._points

    @Property(str, constant=True)
    def image(self) -> str:
        return self._map.image or (self._map.media[0] if self._map.media else "")

    @Property(float, constant=True)
    def proportion(self) -> float:
        """Width over height of the drawing."""
        media = self.visit.get(self._map.image or (self._map.media[0] if self._map.media else None))
        if isinstance(media, Media) and media.width and media.height:
            return media.width / media.height
        return 16 / 9

    @Property(str, notify=worded)
    def pointTitle(self) -> str:
        points = self._map.points
        return self.visit.text(points[self._chosen].title) if points else ""

    @Property(str, notify=worded)
    def target(self) -> str:
        points = self._map.points
        record = self.visit.get(points[self._chosen].target) if points else None
        return record.id if record else ""

    @Property(str, notify=worded)
    def targetTitle(self) -> str:
        record = self.visit.resolve(self._target)
        return self.visit.text(record.title) if record else ""

    @Property(str, notify=worded)
    def targetWords(self) -> str:
        record = self.visit.resolve(self._target)
        return plain(self.visit.text(record.text)) if isinstance(record, Illustrated) else ""

    @property
    def _target(self) -> str:
        points = self._map.points
        return str(points[self._chosen].target or "") if points else ""
