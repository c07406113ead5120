"""How the canvas is drawn: threads of galleries, knots, brackets, bars, bands of eras."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from hall_app.curator.theme import SANS, Tokens
from hall_app.curator.timeline.lane import Entry
from hall_app.curator.timeline.placing import Knot, Placed
from hall_app.curator.timeline.scene import AXIS, GUTTER, ROW, LaneBox, Scene, box_of
from hall_app.domain.dates import Precision
from hall_app.domain.records import Certainty
from hall_app.editing.shifting import can_stretch

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BARS = (Precision.PERIOD, Precision.CIRCA, Precision.OPEN)
_PITCH = 3.0


def font(size: int, *, is_strong: bool = False) -> QFont:
    """The desk's face in a size of pixels."""
    made = QFont(SANS)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if is_strong else QFont.Weight.Normal)
    return made


class Brush:
    """Draws a scene in the colours of a lighting."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._plain, self._strong = font(13), font(13, is_strong=True)
        self._small, self._tiny = font(12), font(11)
        self._metrics = QFontMetricsF(self._plain)
        self._bold_metrics = QFontMetricsF(self._strong)
        self._widths: dict[tuple[str, bool], float] = {}

    def measure(self, words: str, *, is_strong: bool) -> float:
        """The width of a label; asked often for the same words."""
        key = words, is_strong
        found = self._widths.get(key)
        if found is None:
            metrics = self._bold_metrics if is_strong else self._metrics
            found = self._widths[key] = metrics.horizontalAdvance(words)
        return found

    def draw(
        self,
        painter: QPainter,
        scene: Scene,
        selected: AbstractSet[str],
        words: Callable[[str], str],
    ) -> None:
        """Draw everything; `words` are the labels by the ids of their records."""
        tokens = self._tokens
        painter.fillRect(QRectF(0, 0, scene.width, scene.height), QColor(tokens.panel))
        self._grid(painter, scene)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(QRectF(GUTTER, 0, scene.width - GUTTER, scene.height))
        self._eras(painter, scene, selected, words)
        for lane in scene.lanes:
            colour = QColor(tokens.gallery(lane.track.order))
            self._thread(painter, scene, lane, colour)
            for knot in lane.drawn.knots:
                self._knot(painter, knot, lane, colour, selected)
            for placed in lane.drawn.placed:
                self._placed(painter, placed, lane, colour, selected, words)
        painter.restore()
        self._axis(painter, scene)
        self._names(painter, scene)

    # -- ground --------------------------------------------------------------------

    def _grid(self, painter: QPainter, scene: Scene) -> None:
        tokens = self._tokens
        faint = QColor(tokens.line)
        faint.setAlphaF(0.45)
        for number, era in enumerate(scene.eras):
            if number % 2 and era.box.top() < 6:
                ground = QColor(tokens.sunk)
                box = QRectF(era.box.left(), scene.axis + AXIS, era.box.width(), scene.height)
                painter.fillRect(box.intersected(QRectF(GUTTER, 0, scene.width, 1e4)), ground)
        for tick in scene.ticks:
            painter.setPen(QPen(QColor(tokens.line) if tick.is_strong else faint, 1))
            painter.drawLine(QPointF(tick.x, scene.axis + AXIS), QPointF(tick.x, scene.height))

    def _axis(self, painter: QPainter, scene: Scene) -> None:
        tokens = self._tokens
        painter.fillRect(
            QRectF(GUTTER, scene.axis, scene.width - GUTTER, AXIS), QColor(tokens.panel)
        )
        for tick in scene.ticks:
            painter.setPen(QPen(QColor(tokens.quiet), 1))
            y = scene.axis + AXIS
            painter.drawLine(QPointF(tick.x, y - 6), QPointF(tick.x, y))
            painter.setFont(self._strong if tick.is_strong else self._small)
            painter.setPen(QColor(tokens.text if tick.is_strong else tokens.quiet))
            if tick.x < scene.width - 60:  # half a year would be another one
                painter.drawText(QRectF(tick.x + 4, scene.axis, 90, AXIS - 2), _LEFT, tick.words)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(0, scene.axis + AXIS), QPointF(scene.width, scene.axis + AXIS))

    def _names(self, painter: QPainter, scene: Scene) -> None:
        tokens = self._tokens
        painter.fillRect(QRectF(0, 0, GUTTER, scene.height), QColor(tokens.panel))
        for lane in scene.lanes:
            colour = QColor(tokens.gallery(lane.track.order))
            count = min(max(lane.track.order, 0), 9)
            top = lane.strip - (count - 1) * _PITCH / 2
            painter.setPen(QPen(colour, 1.4))
            for line in range(count):
                y = top + line * _PITCH
                painter.drawLine(QPointF(14, y), QPointF(34, y))
            painter.setPen(QColor(tokens.text))
            painter.setFont(self._strong)
            room = QRectF(42, lane.strip - 19, GUTTER - 46, 38)
            painter.drawText(room, _LEFT | Qt.TextFlag.TextWordWrap, lane.track.title)
            painter.setPen(QPen(QColor(tokens.line), 1))
            bottom = lane.top + lane.height
            painter.drawLine(QPointF(0, bottom), QPointF(scene.width, bottom))
        painter.drawLine(QPointF(GUTTER, 0), QPointF(GUTTER, scene.height))

    def _eras(
        self,
        painter: QPainter,
        scene: Scene,
        selected: AbstractSet[str],
        words: Callable[[str], str],
    ) -> None:
        tokens = self._tokens
        for era in scene.eras:
            is_selected = era.entry.mark.id in selected
            painter.setBrush(QColor(tokens.selection if is_selected else tokens.sunk))
            painter.setPen(
                QPen(QColor(tokens.accent if is_selected else tokens.line), 2 if is_selected else 1)
            )
            painter.drawRect(era.box)
            left = max(era.box.left(), GUTTER) + 8
            room = era.box.right() - left - 6
            if room > 24:
                painter.setPen(QColor(tokens.text))
                painter.setFont(self._small)
                name = QFontMetricsF(self._small).elidedText(
                    words(era.entry.mark.id), Qt.TextElideMode.ElideRight, room
                )
                painter.drawText(QRectF(left, era.box.top(), room, era.box.height()), _LEFT, name)
            if is_selected:
                self._handles(painter, era.entry, era.box)

    def _thread(self, painter: QPainter, scene: Scene, lane: LaneBox, colour: QColor) -> None:
        faint = QColor(colour)
        faint.setAlphaF(0.5)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(QPointF(GUTTER, lane.strip), QPointF(scene.width, lane.strip))

    # -- events --------------------------------------------------------------------

    def _knot(
        self,
        painter: QPainter,
        knot: Knot,
        lane: LaneBox,
        colour: QColor,
        selected: AbstractSet[str],
    ) -> None:
        tokens = self._tokens
        is_selected = knot.holds_any(selected)
        if knot.count == 1:
            self._ring(painter, knot.entries[0], QPointF(knot.x, lane.strip), colour, 4.0)
            if is_selected:
                self._halo(painter, QPointF(knot.x, lane.strip))
            return
        box = QRectF(knot.x - 12, lane.strip - 8, 24, 16)
        painter.setBrush(QColor(tokens.selection if is_selected else tokens.panel))
        painter.setPen(QPen(QColor(tokens.accent) if is_selected else colour, 1.4))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._tiny)
        painter.drawText(box, _CENTRE, str(knot.count) if knot.count < 1000 else "999+")

    def _placed(
        self,
        painter: QPainter,
        placed: Placed,
        lane: LaneBox,
        colour: QColor,
        selected: AbstractSet[str],
        words: Callable[[str], str],
    ) -> None:
        tokens, entry = self._tokens, placed.entry
        mark = entry.mark
        is_selected = mark.id in selected
        top = lane.baseline(placed.row)
        if is_selected:
            painter.setBrush(QColor(tokens.selection))
            painter.setPen(QPen(QColor(tokens.accent), 1.6))
            painter.drawRoundedRect(box_of(placed, lane).adjusted(1, 1, -1, -1), 3, 3)
        if placed.is_knot:
            self._ring(painter, entry, QPointF(placed.left, top + ROW / 2), colour, 4.6)
        else:
            self._stretch(painter, placed, top + ROW - 4, colour)
        painter.setPen(QColor(tokens.text if mark.importance > 1 else tokens.quiet))
        painter.setFont(self._strong if mark.importance == 3 else self._plain)
        room = QRectF(placed.words, top, placed.width + 4, ROW - (0 if placed.is_knot else 6))
        painter.drawText(room, _LEFT, words(mark.id))
        if is_selected and not placed.is_knot:
            self._handles(painter, entry, QRectF(placed.left, top, placed.right - placed.left, ROW))

    def _ring(
        self, painter: QPainter, entry: Entry, at: QPointF, colour: QColor, radius: float
    ) -> None:
        """A knot: hollow where no source is named, dashed where it is told and not known."""
        mark = entry.mark
        pen = QPen(colour, 1.8)
        if mark.certainty is not Certainty.FACT:
            pen.setDashPattern([1.6, 1.2])
        painter.setPen(pen)
        painter.setBrush(colour if mark.is_cited else QColor(self._tokens.panel))
        painter.drawEllipse(at, radius, radius)

    def _stretch(self, painter: QPainter, placed: Placed, y: float, colour: QColor) -> None:
        """A bar for a period, a bracket for what is known no closer, an arrow where it runs on."""
        entry = placed.entry
        pen = QPen(colour, 2.6 if entry.mark.is_cited else 1.4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if entry.mark.certainty is not Certainty.FACT:
            pen.setDashPattern([3, 2])
        if entry.date.precision in _BARS and entry.mark.is_cited:
            fill = QColor(colour)
            fill.setAlphaF(0.25)
            painter.fillRect(QRectF(placed.left, y - 3, placed.right - placed.left, 6), fill)
        painter.setPen(pen)
        painter.drawLine(QPointF(placed.left, y), QPointF(placed.right, y))
        painter.setPen(QPen(colour, 1.8))
        painter.drawLine(QPointF(placed.left, y - 3), QPointF(placed.left, y + 3))
        if entry.is_open:
            tip = placed.right
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(
                QPolygonF([QPointF(tip - 5, y - 4), QPointF(tip, y), QPointF(tip - 5, y + 4)])
            )
        else:
            painter.drawLine(QPointF(placed.right, y - 3), QPointF(placed.right, y + 3))

    def _handles(self, painter: QPainter, entry: Entry, box: QRectF) -> None:
        if not can_stretch(entry.date) or box.width() < 18:
            return
        painter.setPen(QPen(QColor(self._tokens.panel), 1))
        painter.setBrush(QColor(self._tokens.accent))
        for x in (box.left(), *(() if entry.is_open else (box.right(),))):
            painter.drawRect(QRectF(x - 3, box.bottom() - 8, 6, 9))

    def _halo(self, painter: QPainter, at: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.accent), 1.8))
        painter.drawEllipse(at, 8, 8)
