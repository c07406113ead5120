"""A number of steps between two ends, in the desk's own lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSpinBox

from hall_app.curator.desk import Desk


class Number(QSpinBox):
    """A number with small arrows, typed or stepped by the keys."""

    def __init__(self, desk: Desk, least: int, most: int, value: int, *, step: int = 1) -> None:
        super().__init__()
        self._colour = QColor(desk.tokens.quiet)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setValue(value)
        self.setFixedWidth(96)
        self.lineEdit().setTextMargins(7, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.4))
        x, y = self.width() - 14.0, self.height() / 2
        for way in (-1, 1):
            tip, foot = y + way * 7, y + way * 3
            painter.drawPolyline(
                QPolygonF([QPointF(x - 3.5, foot), QPointF(x, tip), QPointF(x + 3.5, foot)])
            )
        painter.end()

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]  # a scrolling hand changes nothing by accident
