"""The points of a map: set, moved and chosen on its picture, and written below it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.fields import Maker
from hall_app.curator.forms.points_canvas import PointsCanvas
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.values import ValueListEditor
from hall_app.curator.thumbnails import picture_of
from hall_app.domain.ids import RecordId
from hall_app.domain.records.knowledge import Map, MapPoint
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.domain.text import NO_TEXT

_LONG_EDGE = 1280


class MapPointsEditor(ValueListEditor):
    """The map above the cards of its points."""

    def __init__(
        self, desk: Desk, spec: Spec, parent: QWidget | None = None, *, make: Maker
    ) -> None:
        super().__init__(desk, spec, parent, make=make)
        self._of = ""
        self.canvas = PointsCanvas(desk, self)
        self.canvas.placed.connect(self._place)
        self.canvas.moved.connect(self._set)
        self.canvas.chosen.connect(self._bring)
        self.body.insertWidget(1, self.canvas)

    def meet(self, record: Record) -> None:
        super().meet(record)
        image = record.image if isinstance(record, Map) else None
        media = self.desk.record(RecordId(image)) if image else None
        of = media.sha256 if isinstance(media, Media) else ""
        if of != self._of or not of:
            self._of = of
            picture = picture_of(self.desk, media, _LONG_EDGE) if isinstance(media, Media) else None
            self.canvas.show_picture(picture or QPixmap())

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self.canvas.show_points([(point.x, point.y) for point in self._points()])

    def _points(self) -> list[MapPoint]:
        return [one for one in self._values if isinstance(one, MapPoint)]

    def _place(self, x: float, y: float) -> None:
        self.flush()
        self.canvas.current = len(self._values)
        self.commit((*self._points(), MapPoint(title=NO_TEXT, x=x, y=y)))

    def _set(self, number: int, x: float, y: float) -> None:
        points = self._points()
        if number < len(points) and (points[number].x, points[number].y) != (x, y):
            # A path of its own: moving a point is another step than setting it.
            self.commit(replace(points[number], x=x, y=y), f".{number}")

    def _bring(self, number: int) -> None:
        """Let the card of a chosen point be seen, with the map where there is room for both."""
        around: QWidget | None = self
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and number < len(self.items):
            around.ensureWidgetVisible(self.items[number], 0, 8)
            around.ensureWidgetVisible(self.canvas, 0, 8)
