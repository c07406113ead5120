"""How a problem is drawn: whose it is, always whole; what is wrong, cut where it must be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from hall_app.curator.desk import Desk
from hall_app.curator.models.problems import PROBLEM, WHAT, WRONG

_SIGN = 14
_GAP = 8
_ABOVE = 4
_RIGHT = 6
_LEAST_CHARACTERS = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the words of a row stand.

    Attributes:
        name: The box of the record's name, of as many lines as it takes.
        wrong: The box of what is wrong: beside the name, or below where there is no room.
    """

    name: QRect
    wrong: QRect

    @property
    def height(self) -> int:
        return max(self.name.bottom(), self.wrong.bottom()) + 1 + _ABOVE


class ProblemDelegate(QStyledItemDelegate):
    """Draws both columns of a problem: the words, and the verb on a level with the name."""

    def __init__(self, desk: Desk, view: QTreeView) -> None:
        super().__init__(view)
        self._tokens = desk.tokens
        self._view = view

    def lines(self, index: Index, metrics: QFontMetrics) -> Lines:
        """Lay the words of a row out in the present width of the column."""
        name, wrong = index.data(Qt.ItemDataRole.DisplayRole), index.data(WRONG)
        room = max(1, self._view.columnWidth(WHAT) - _SIGN - 2 * _GAP)
        left, line = _SIGN + _GAP, metrics.height()
        wanted = metrics.horizontalAdvance(name)
        least = min(metrics.horizontalAdvance(wrong), _LEAST_CHARACTERS * metrics.maxWidth() // 2)
        if wanted + _GAP + least <= room:
            beside = left + wanted + _GAP
            return Lines(
                QRect(left, _ABOVE, wanted + 1, line),
                QRect(beside, _ABOVE, room - wanted - _GAP, line),
            )
        box = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, name)
        return Lines(
            QRect(left, _ABOVE, room, box.height()),
            QRect(left, _ABOVE + box.height() + 1, room, line),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(PROBLEM) is None:
            return super().sizeHint(option, index)
        words = index.sibling(index.row(), WHAT)
        return QSize(80, self.lines(words, QFontMetrics(self._view.font())).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(PROBLEM) is None:
            super().paint(painter, option, index)
            return
        tokens, box = self._tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        painter.setFont(self._view.font())
        if index.column() == WHAT:
            self._draw_words(painter, box, index)
        else:
            painter.setPen(QColor(tokens.accent))
            place = box.adjusted(0, _ABOVE, -_RIGHT, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, index.data())
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRect, index: Index) -> None:
        metrics, tokens = painter.fontMetrics(), self._tokens
        lines = self.lines(index, metrics)
        sign = QIcon(index.data(Qt.ItemDataRole.DecorationRole))
        middle = box.top() + _ABOVE + metrics.height() // 2 + 1
        sign.paint(painter, QRect(box.left(), middle - _SIGN // 2, _SIGN, _SIGN))
        painter.setPen(QColor(tokens.text))
        painter.drawText(lines.name.translated(box.topLeft()), _WRAPPED, index.data())
        painter.setPen(QColor(tokens.quiet))
        room = lines.wrong.width()
        wrong = metrics.elidedText(index.data(WRONG), Qt.TextElideMode.ElideRight, room)
        painter.drawText(lines.wrong.translated(box.topLeft()), Qt.AlignmentFlag.AlignLeft, wrong)


_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
