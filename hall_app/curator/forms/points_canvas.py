"""A map to point into: its points as numbered knots, set and moved by hand or by the keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hall_app.curator.desk import Desk

_HEIGHT = 320
_KNOT, _REACH = 10.0, 16.0
_STEP, _LEAP = 0.005, 0.05
_SILK, _INK = "#F0D9A8", "#17232C"


class PointsCanvas(QWidget):
    """A double click on a bare place sets a point there; points are dragged, or moved by arrows.

    Page up and page down choose a point, Insert sets one in the middle.
    """

    # A new point is wanted at this place.
    placed = Signal(float, float)
    # The point of this number should be at this place.
    moved = Signal(int, float, float)
    # The point of this number was chosen.
    chosen = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens
        self._picture = QPixmap()
        self.points: list[tuple[float, float]] = []
        self.current = -1
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(desk.say("map-canvas"))
        self.setToolTip(desk.say("map-canvas-tip"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show this map; without one there is nothing to point into."""
        self._picture = picture
        self.setVisible(not picture.isNull())
        self.update()

    def show_points(self, points: list[tuple[float, float]]) -> None:
        """Show these points, in their order."""
        if not self._is_dragged:
            self.points = list(points)
            self.current = min(self.current, len(points) - 1)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    @property
    def place(self) -> QRectF:
        """Where the map lies in the widget."""
        size = self._picture.deviceIndependentSize()
        if size.isEmpty():
            return QRectF()
        room = QSize(self.width() - 2, self.height() - 2).toSizeF()
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2
        return QRectF(QPointF(left, top), fitted)

    def on_screen(self, point: tuple[float, float]) -> QPointF:
        """Where a point of the map lies in the widget."""
        place = self.place
        return QPointF(
            place.left() + point[0] * place.width(), place.top() + point[1] * place.height()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self._choose(found)
        self._is_dragged = found >= 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self.points[self.current] = self._on_map(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._is_dragged = False
            if self._on_map(event.position()) == self.points[self.current]:
                self.moved.emit(self.current, *self.points[self.current])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()) < 0 and self.place.contains(event.position()):
            self.placed.emit(*self._on_map(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        ways = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }  # fmt: skip
        turns = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in turns and self.points:
            self._choose((self.current + turns[key]) % len(self.points))
        elif key in ways and self.current >= 0:
            x, y = self.points[self.current]
            self.points[self.current] = (_part(x + ways[key][0]), _part(y + ways[key][1]))
            self.update()
            self.moved.emit(self.current, *self.points[self.current])
        elif key is Qt.Key.Key_Insert:
            self.placed.emit(0.5, 0.5)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._tokens.sunk))
        painter.drawPixmap(self.place, self._picture, QRectF(self._picture.rect()))
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        for number, point in enumerate(self.points):
            middle, is_current = self.on_screen(point), number == self.current
            painter.setBrush(QColor(_SILK))
            painter.setPen(
                QPen(QColor("#FFFFFF" if is_current else _INK), 3 if is_current else 1.5)
            )
            painter.drawEllipse(middle, _KNOT, _KNOT)
            painter.setPen(QColor(_INK))
            box = QRectF(middle.x() - _KNOT, middle.y() - _KNOT, _KNOT * 2, _KNOT * 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        ink = self._tokens.accent if self.hasFocus() else self._tokens.line
        painter.setPen(QPen(QColor(ink), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _choose(self, number: int) -> None:
        self.current = number
        self.update()
        if number >= 0:
            self.chosen.emit(number)

    def _at(self, where: QPointF) -> int:
        near = [
            number
            for number, point in enumerate(self.points)
            if (self.on_screen(point) - where).manhattanLength() < _REACH
        ]
        return near[-1] if near else -1

    def _on_map(self, where: QPointF) -> tuple[float, float]:
        place = self.place
        return (
            _part((where.x() - place.left()) / place.width()),
            _part((where.y() - place.top()) / place.height()),
        )


def _part(value: float) -> float:
    return round(max(0.0, min(value, 1.0)), 3)
