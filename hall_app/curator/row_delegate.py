"""How a line of a list is drawn: icon, words cut where they must be, and a quiet word at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.models.rows import ROW

_HEIGHT = 28
_ICON = 18
_EDGE = 8


class RowDelegate(QStyledItemDelegate):
    """Draws rows of a `RowModel`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        tokens = self._tokens
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        picture: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        left = box.left() + _EDGE
        picture.paint(painter, QRect(left, box.center().y() - _ICON // 2 + 1, _ICON, _ICON))
        metrics = painter.fontMetrics()
        tail = metrics.horizontalAdvance(row.tail)
        painter.setPen(QColor(tokens.quiet))
        right = box.adjusted(0, 0, -_EDGE, 0)
        painter.drawText(
            right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.tail
        )
        painter.setPen(QColor(tokens.text))
        room = right.adjusted(_EDGE + _ICON + _EDGE, 0, -tail - 12, 0)
        words = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
