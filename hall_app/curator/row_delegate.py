"""How a line of a list is drawn: icon, words cut where they must be, and a quiet word at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.models.rows import ROW
from hall_app.curator.thumbnails import thumbnail
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media

_HEIGHT = 28
_ICON = 18
_EDGE = 8
_THUMBNAIL = QSize(58, 36)


class RowDelegate(QStyledItemDelegate):
    """Draws rows of a `RowModel`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tokens = desk.tokens

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_medium = index.data(ROW).kind is Kind.MEDIA
        return QSize(120, _THUMBNAIL.height() + 8 if is_medium else _HEIGHT)

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
        left = box.left() + _EDGE
        media = self._desk.record(RecordId(row.id)) if row.kind is Kind.MEDIA else None
        if isinstance(media, Media):
            picture = thumbnail(self._desk, media, _THUMBNAIL)
            painter.drawPixmap(left, box.center().y() - _THUMBNAIL.height() // 2 + 1, picture)
            sign = _THUMBNAIL.width()
        else:
            drawing: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
            drawing.paint(painter, QRect(left, box.center().y() - _ICON // 2 + 1, _ICON, _ICON))
            sign = _ICON
        metrics = painter.fontMetrics()
        tail = metrics.horizontalAdvance(row.tail)
        painter.setPen(QColor(tokens.quiet))
        right = box.adjusted(0, 0, -_EDGE, 0)
        painter.drawText(
            right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.tail
        )
        painter.setPen(QColor(tokens.text))
        room = right.adjusted(_EDGE + sign + _EDGE, 0, -tail - 12, 0)
        words = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
