"""A check box drawn in the desk's own lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from hall_app.curator.desk import Desk

_BOX = 16
_GAP = 8


class Tick(QCheckBox):
    """A square that fills with the accent when it is chosen."""

    def __init__(self, desk: Desk, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._tokens = desk.tokens
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_BOX + _GAP + words + 6, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.38)
        box = QRectF(1, (self.height() - _BOX) / 2, _BOX, _BOX).adjusted(0.5, 0.5, -0.5, -0.5)
        is_on = self.isChecked()
        edge = tokens.accent if is_on or self.hasFocus() else tokens.quiet
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.accent if is_on else tokens.sunk))
        painter.drawRoundedRect(box, 2, 2)
        if is_on:
            painter.setPen(QPen(QColor(tokens.on_accent), 2))
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(box.left() + 3.5, box.center().y() + 0.5),
                        QPointF(box.left() + 6.5, box.bottom() - 4),
                        QPointF(box.right() - 3, box.top() + 4),
                    ]
                )
            )
        painter.setPen(QColor(tokens.text))
        words = self.rect().adjusted(_BOX + _GAP + 1, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
