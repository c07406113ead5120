"""How a node of the navigator is drawn: its sign, its words, its count or year."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.icons import dot, gallery_icon, kind_icon
from hall_app.curator.models.tree import NODE, Node
from hall_app.domain.kinds import Kind

_HEIGHT = 27
_LINES = QSize(20, 16)


class NodeDelegate(QStyledItemDelegate):
    """Draws a node: the gallery's lines, a knot or an icon; its words; its count or year."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        node: Node = index.data(NODE)
        tokens, box = self._tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        words = box.adjusted(4, 0, -10, 0)
        if node.key == "kinds":
            painter.setPen(QColor(tokens.line))
            painter.drawLine(words.left(), box.center().y(), words.right(), box.center().y())
            painter.restore()
            return
        self._sign(painter, node, words)
        words.adjust(28, 0, 0, 0)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Bold if node.is_strong else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        level = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | level, node.tail)
        painter.setPen(QColor(tokens.text))
        words.adjust(0, 0, -metrics.horizontalAdvance(node.tail) - 8, 0)
        title = metrics.elidedText(node.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | level, title)
        painter.restore()

    def _sign(self, painter: QPainter, node: Node, box: QRect) -> None:
        tokens, middle = self._tokens, box.center().y()
        if node.kind == Kind.GALLERY and node.record_id:
            place = QRect(box.left(), middle - 7, _LINES.width(), _LINES.height())
            gallery_icon(node.order, tokens).paint(painter, place)
        elif node.kind == Kind.EVENT and node.record_id:
            colour = QColor(tokens.gallery(node.order))
            painter.drawPixmap(box.left() + 5, middle - 6, dot(colour, is_filled=node.is_sourced))
        else:
            place = QRect(box.left() + 2, middle - 8, 17, 17)
            kind_icon(Kind(node.kind), tokens).paint(painter, place)
