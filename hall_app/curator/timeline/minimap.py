"""The whole of the timeline in a low strip, with the window that is in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.timeline.book import Book
from hall_app.curator.timeline.painting import font
from hall_app.curator.timeline.scale import Scale, round_year, year_words
from hall_app.domain.dates import Day
from hall_app.domain.reckoning import ordinal

_HEIGHT = 52
_EDGE = 14
_BEND = float(ordinal(Day(1400)))
_EARLY = 0.12
_STEP = 40


class MiniMap(QWidget):
    """Shows where the view stands in the whole, and takes it elsewhere by a drag or by keys."""

    # The day that should come into the middle of the view.
    looked = Signal(float)

    def __init__(self, desk: Desk, book: Book) -> None:
        super().__init__()
        self._desk = desk
        self._book = book
        self._scale = Scale(0, 1000)
        self._ground: QPixmap | None = None
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(desk.say("timeline-mini"))
        self.setToolTip(desk.say("timeline-mini"))
        book.changed.connect(self._forget)

    def show_view(self, scale: Scale) -> None:
        """The days that are in view."""
        self._scale = scale
        self.update()

    def x_of(self, day: float) -> float:
        """Where a day lies; what is before 1400 gets little room, as on the kiosk."""
        first, last = self._book.whole
        room = self.width() - 2.0 * _EDGE
        if first >= _BEND - 36_525 or last <= _BEND:
            return _EDGE + room * (day - first) / max(last - first, 1)
        if day < _BEND:
            return _EDGE + room * _EARLY * (day - first) / (_BEND - first)
        return _EDGE + room * (_EARLY + (1 - _EARLY) * (day - _BEND) / (last - _BEND))

    def day_of(self, x: float) -> float:
        """The day that lies at a place."""
        first, last = self._book.whole
        share = (x - _EDGE) / max(self.width() - 2.0 * _EDGE, 1)
        if first >= _BEND - 36_525 or last <= _BEND:
            return first + share * (last - first)
        if share < _EARLY:
            return first + share / _EARLY * (_BEND - first)
        return _BEND + (share - _EARLY) / (1 - _EARLY) * (last - _BEND)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.looked.emit(self.day_of(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.looked.emit(self.day_of(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        middle = self.x_of(self._scale.first + self._scale.span / 2)
        self.looked.emit(self.day_of(middle + step))

    def resizeEvent(self, _event: QEvent) -> None:
        self._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._desk.tokens
        if self._ground is None:
            self._ground = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        left, right = self.x_of(self._scale.first), self.x_of(self._scale.last)
        left, right = max(left, 2.0), min(right, self.width() - 2.0)
        box = QRectF(left, 3, max(right - left, 6), _HEIGHT - 6)
        fill = QColor(tokens.accent)
        fill.setAlphaF(0.14)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(tokens.accent), 2 if self.hasFocus() else 1.4))
        painter.drawRect(box)

    def _forget(self) -> None:
        self._ground = None
        self.update()

    def _drawn(self) -> QPixmap:
        """A short line an event, in its lane's height and colour, and a few years below."""
        tokens, ratio = self._desk.tokens, self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens.sunk))
        painter = QPainter(picture)
        each = 30 / max(len(self._book.tracks), 1)
        for number, track in enumerate(self._book.tracks):
            colour = QColor(tokens.gallery(track.order))
            colour.setAlphaF(0.75)
            painter.setPen(QPen(colour, 1))
            y = 5 + number * each
            places = {round(self.x_of(start)) for start in track.lane.starts}
            for x in places:
                painter.drawLine(QPointF(x, y + 1), QPointF(x, y + each - 1))
        painter.setFont(font(11))
        painter.setPen(QColor(tokens.quiet))
        edge = 0.0
        for century in range(-90, 100):
            year = round_year(century * 100)
            at = self.x_of(ordinal(Day(year)))
            if max(edge + 40, 30) < at < self.width() - 30:
                box = QRectF(at - 30, 35, 60, 15)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, year_words(year))
                edge = at + 30
        painter.end()
        return picture
