"""Draws a skein: strands, lanes, dots, knots and brackets, repainted only when it is wound anew."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Property, QObject, QPointF, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from hall_app.kiosk.timeline.skein import NO_WINDING, End, Winding

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SMALL_DOT = 2.5
_RING = 10.0
_BRACKET = 3.0
_EAR = 14.0


class Winds(Protocol):
    """A page that has skeins to draw, by name."""

    laid: SignalInstance

    def winding(self, part: str) -> Winding: ...


@QmlElement
class SkeinView(QQuickPaintedItem):
    """One of a page's skeins; `tones` gives each gallery's colour."""

    looksChanged = Signal()
    """What is drawn, or in which colours, was changed."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setAntialiasing(True)
        self._page: QObject | None = None
        self._part = "whole"
        self._tones: dict[str, QColor] = {}
        self._ground = QColor("black")

    def _page_read(self) -> QObject | None:
        return self._page

    def _page_write(self, page: QObject | None) -> None:
        if page is self._page:
            return
        self._page = page
        if page is not None:
            cast("Winds", page).laid.connect(self.update)
        self._look_again()

    def _part_read(self) -> str:
        return self._part

    def _part_write(self, part: str) -> None:
        self._part = part
        self._look_again()

    def _tones_read(self) -> dict[str, QColor]:
        return self._tones

    def _tones_write(self, tones: dict[str, QColor]) -> None:
        self._tones = tones
        self._look_again()

    def _ground_read(self) -> QColor:
        return self._ground

    def _ground_write(self, ground: QColor) -> None:
        self._ground = ground
        self._look_again()

    page = Property(QObject, _page_read, _page_write, notify=looksChanged)
    part = Property(str, _part_read, _part_write, notify=looksChanged)
    tones = Property(dict, _tones_read, _tones_write, notify=looksChanged)
    ground = Property(QColor, _ground_read, _ground_write, notify=looksChanged)

    def _look_again(self) -> None:
        self.looksChanged.emit()
        self.update()

    def paint(self, painter: QPainter) -> None:
        if self._page is None:
            return
        winding = cast("Winds", self._page).winding(self._part)
        if winding is NO_WINDING:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width()
        for lane in winding.lanes:
            painter.setPen(QPen(self._tone(lane.slug, 0.2), 1))
            painter.drawLine(QPointF(0, lane.y), QPointF(width, lane.y))
        for end in winding.ends:
            self._draw_strand(painter, end, winding, width)
        for end in winding.ends:
            if not end.joins_before:
                self._draw_mark(painter, end, winding)

    def _draw_strand(self, painter: QPainter, end: End, winding: Winding, width: float) -> None:
        pen = QPen(self._tone(end.lane.slug, winding.opacity), winding.stroke)
        painter.setPen(pen)
        if end.joins_before:
            painter.drawLine(QPointF(-10, end.slot), QPointF(width + 10, end.slot))
            return
        start = end.right if end.is_bracket else end.x
        run, low = winding.thread.run, end.lane.y
        path = QPainterPath(QPointF(start, low))
        path.cubicTo(start + run * 0.55, low, start + run * 0.45, end.slot, start + run, end.slot)
        if end.is_dashed:
            pen.setDashPattern([6, 5])
            painter.setPen(pen)
            painter.drawPath(path)
            painter.setPen(QPen(self._tone(end.lane.slug, winding.opacity), winding.stroke))
            painter.drawLine(QPointF(start + run, end.slot), QPointF(width + 10, end.slot))
            return
        path.lineTo(width + 10, end.slot)
        painter.drawPath(path)

    def _draw_mark(self, painter: QPainter, end: End, winding: Winding) -> None:
        tone, y, dot = self._tone(end.lane.slug, 1), end.lane.y, winding.dot
        is_ring = end.event.id in winding.rings
        if end.is_bracket and dot > _SMALL_DOT:
            pen = QPen(tone, _BRACKET)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if end.is_dashed:
                pen.setDashPattern([4, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(end.left, y), QPointF(end.right, y))
            painter.setPen(QPen(tone, _BRACKET))
            down = _EAR / 2
            painter.drawLine(QPointF(end.left, y - down), QPointF(end.left, y + down))
            if not end.is_open:
                painter.drawLine(QPointF(end.right, y - down), QPointF(end.right, y + down))
        if is_ring:
            painter.setPen(QPen(tone, 3))
            painter.setBrush(self._ground)
            painter.drawEllipse(QPointF(end.x, y), _RING - 1.5, _RING - 1.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif not end.is_bracket or dot <= _SMALL_DOT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            painter.drawEllipse(QRectF(end.x - dot, y - dot, dot * 2, dot * 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _tone(self, slug: str, opacity: float) -> QColor:
        tone = QColor(self._tones.get(slug, QColor("white")))
        tone.setAlphaF(opacity)
        return tone
