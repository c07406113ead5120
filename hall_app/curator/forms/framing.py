"""A picture to point into: its focal point as a ring, and the part that one shape shows as a frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hall_app.curator.desk import Desk
from hall_app.domain.framing import Frame, clamped
from hall_app.domain.records.media import FocalPoint

_HEIGHT = 300
_RING = 11.0
_HANDLE = 10.0
_GRIP = 14.0
_STEP, _LEAP = 0.01, 0.05


class FramingCanvas(QWidget):
    """Shows the whole picture; a click or the arrow keys set the focal point, or move the frame.

    The frame of a shape keeps its proportions: its corner makes it larger and smaller.
    """

    # The focal point a person wants.
    pointed = Signal(FocalPoint)
    # The frame a person wants for the shape that is shown.
    framed = Signal(Frame)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens
        self._picture = QPixmap()
        self._focal = FocalPoint()
        self.frame: Frame | None = None
        self._is_own = False
        self._drag: tuple[str, QPointF, Frame] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(desk.say("framing"))
        self.setToolTip(desk.say("framing-tip"))

    def show_picture(self, picture: QPixmap) -> None:
        """Show this picture."""
        self._picture = picture
        self.update()

    def show_state(self, focal: FocalPoint, frame: Frame | None, *, is_own: bool) -> None:
        """Show the focal point, and the frame of one shape; `is_own` where a person chose it."""
        if self._drag is None:
            self._focal, self.frame, self._is_own = focal, frame, is_own
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    @property
    def place(self) -> QRectF:
        """Where the picture lies in the widget."""
        size = self._picture.deviceIndependentSize()
        if size.isEmpty():
            return QRectF()
        fitted = size.scaled(
            self.width() - 2.0, self.height() - 2.0, Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2
        return QRectF(QPointF(left, top), fitted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.place.isEmpty():
            return
        at, frame = event.position(), self.frame
        if frame is None:
            self._point(at)
            self._drag = ("focal", at, Frame(0, 0, 1, 1))
        elif (self._on_screen(frame).bottomRight() - at).manhattanLength() < _GRIP:
            self._drag = ("corner", at, frame)
        elif self._on_screen(frame).contains(at):
            self._drag = ("frame", at, frame)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            self._hint(event.position())
            return
        what, start, frame = self._drag
        if what == "focal":
            self._point(event.position())
            return
        moved, place = event.position() - start, self.place
        if what == "frame":
            self._move(frame, moved.x() / place.width(), moved.y() / place.height())
        else:
            self._grow(frame, moved.x() / place.width())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        if drag[0] == "focal":
            self.pointed.emit(self._focal)
        elif self.frame is not None and self.frame != drag[2]:
            self.framed.emit(self.frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        ways = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in ways and self.frame is None:
            across, down = ways[key]
            self._focal = FocalPoint(x=_part(self._focal.x + across), y=_part(self._focal.y + down))
            self.update()
            self.pointed.emit(self._focal)
        elif key in ways and self.frame is not None:
            self._move(self.frame, *ways[key])
            self.framed.emit(self.frame)
        elif (
            key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and self.frame is not None
        ):
            self._grow(self.frame, -step if key is Qt.Key.Key_Minus else step)
            self.framed.emit(self.frame)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._tokens.sunk))
        place = self.place
        if not place.isEmpty():
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        if self.frame is not None:
            self._draw_frame(painter, place, self._on_screen(self.frame))
        elif not place.isEmpty():
            self._draw_ring(painter, place)
        ink = self._tokens.accent if self.hasFocus() else self._tokens.line
        painter.setPen(QPen(QColor(ink), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw_frame(self, painter: QPainter, place: QRectF, frame: QRectF) -> None:
        """What is not shown lies in the dark; a frame of a person's own has a full line."""
        shade = QColor(0, 0, 0, 150)
        for part in (
            QRectF(place.topLeft(), QPointF(place.right(), frame.top())),
            QRectF(QPointF(place.left(), frame.bottom()), place.bottomRight()),
            QRectF(QPointF(place.left(), frame.top()), QPointF(frame.left(), frame.bottom())),
            QRectF(QPointF(frame.right(), frame.top()), QPointF(place.right(), frame.bottom())),
        ):
            painter.fillRect(part, shade)
        style = Qt.PenStyle.SolidLine if self._is_own else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 4))
        painter.drawRect(frame)
        painter.setPen(QPen(QColor("#F0D9A8"), 2, style))
        painter.drawRect(frame)
        corner = QRectF(0, 0, _HANDLE, _HANDLE)
        corner.moveCenter(frame.bottomRight())
        painter.fillRect(corner, QColor("#F0D9A8"))

    def _draw_ring(self, painter: QPainter, place: QRectF) -> None:
        middle = QPointF(
            place.left() + self._focal.x * place.width(),
            place.top() + self._focal.y * place.height(),
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(0, 0, 0, 170), 5.0), (QColor("#F0D9A8"), 2.4)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(middle, _RING, _RING)
        painter.setBrush(QColor("#F0D9A8"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(middle, 2.6, 2.6)

    def _on_screen(self, frame: Frame) -> QRectF:
        place = self.place
        return QRectF(
            place.left() + frame.x * place.width(), place.top() + frame.y * place.height(),
            frame.width * place.width(), frame.height * place.height(),
        )  # fmt: skip

    def _hint(self, at: QPointF) -> None:
        shape = Qt.CursorShape.CrossCursor
        if self.frame is not None:
            seen = self._on_screen(self.frame)
            is_corner = (seen.bottomRight() - at).manhattanLength() < _GRIP
            inside = (
                Qt.CursorShape.SizeAllCursor if seen.contains(at) else Qt.CursorShape.ArrowCursor
            )
            shape = Qt.CursorShape.SizeFDiagCursor if is_corner else inside
        self.setCursor(shape)

    def _point(self, at: QPointF) -> None:
        place = self.place
        self._focal = FocalPoint(
            x=_part((at.x() - place.left()) / place.width()),
            y=_part((at.y() - place.top()) / place.height()),
        )
        self.update()

    def _move(self, frame: Frame, across: float, down: float) -> None:
        self.frame = clamped(Frame(frame.x + across, frame.y + down, frame.width, frame.height))
        self._is_own = True
        self.update()

    def _grow(self, frame: Frame, wider: float) -> None:
        """Make a frame wider by so much, in its proportions and within the picture."""
        share = (frame.width + wider) / frame.width
        most = min((1 - frame.x) / frame.width, (1 - frame.y) / frame.height)
        least = max(0.06 / frame.width, 0.06 / frame.height)
        share = max(min(share, most), min(least, most))
        self.frame = Frame(frame.x, frame.y, frame.width * share, frame.height * share)
        self._is_own = True
        self.update()


def _part(value: float) -> float:
    return round(max(0.0, min(value, 1.0)), 3)
