"""The rule below a title: as many ends of silk as the gallery has."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hall_app.curator.desk import Desk

_PITCH = 4


class ThreadRule(QWidget):
    """Level lines in the gallery's colour; one quiet line outside any gallery."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._tokens = desk.tokens
        self._order = 0
        self.setFixedHeight(_PITCH * 4 + 2)

    def show_order(self, order: int) -> None:
        """Draw the ends of this gallery."""
        self._order = order
        self.setFixedHeight(_PITCH * max(order - 1, 0) + 4)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(self._tokens.gallery(self._order) if self._order else self._tokens.line)
        for end in range(max(self._order, 1)):
            painter.fillRect(0, 1 + end * _PITCH, self.width() - 12, 1, colour)
