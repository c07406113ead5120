"""How a list draws what is more than words: states of languages, and a record on two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.models.table import LINE, Line
from hall_app.curator.theme import Tokens
from hall_app.domain.wordings import State

_PITCH = 18
_ICON = QSize(20, 18)
_HEIGHT = 58
_EDGE = 8

Index = QModelIndex | QPersistentModelIndex


class StateDelegate(QStyledItemDelegate):
    """Three knots, one a language: full when read, half when to be reviewed, hollow when missing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line: Line | None = index.data(LINE)
        if line is not None:
            draw_states(painter, self._tokens, line.states, option.rect.left() + 14, option.rect)


class StoryDelegate(QStyledItemDelegate):
    """A record with the beginning of its text below its name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line | None = index.data(LINE)
        if line is None:
            return
        tokens, box = self._tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        sign: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        sign.paint(painter, QRect(box.left() + _EDGE, box.top() + 10, *_ICON.toTuple()))
        words = box.adjusted(_EDGE * 2 + _ICON.width(), 7, -_EDGE, -7)
        upper, lower = QRect(words), QRect(words)
        upper.setHeight(words.height() // 2)
        lower.setTop(upper.bottom())
        plain = painter.font()
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.Medium)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        tail = "　".join(part for part in (line.place, line.date) if part)
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(upper.adjusted(0, 0, -70, 0), right, tail)
        states = upper.right() - 2 * _PITCH - 4
        draw_states(painter, tokens, line.states, states, upper)
        lead = metrics.elidedText(line.lead, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, left, lead)
        painter.setPen(QColor(tokens.text))
        painter.setFont(strong)
        room = upper.width() - metrics.horizontalAdvance(tail) - 96
        painter.drawText(
            upper, left, metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        )
        painter.restore()


def draw_states(
    painter: QPainter, tokens: Tokens, states: tuple[State, ...], left: int, box: QRect
) -> None:
    """One knot a language, the first one's middle at `left`, level with the middle of the box."""
    colours = {
        State.READ: tokens.ok, State.DRAFTED: tokens.warn,
        State.STALE: tokens.warn, State.MISSING: tokens.error,
    }  # fmt: skip
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, one in enumerate(states):
        colour = QColor(colours[one])
        middle = QPointF(left + place * _PITCH, box.center().y() + 0.5)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if one is State.READ else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 4, 4)
        if one in (State.DRAFTED, State.STALE):
            painter.setBrush(colour)
            painter.drawPie(QRectF(middle.x() - 4, middle.y() - 4, 8, 8), 90 * 16, 180 * 16)
    painter.restore()
