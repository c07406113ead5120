"""How states of languages are drawn: a knot with its counts, and a bar of the whole hall."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.languages.model import CELL, Cell, counted
from hall_app.curator.lists.delegates import draw_states
from hall_app.curator.parts import label
from hall_app.curator.theme import Tokens
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State

_WORDS_FROM = 26
_BAR_HEIGHT = 8

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """A knot for the most pressing state, and how many texts are in which."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        cell: Cell | None = index.data(CELL)
        if cell is None:
            return
        tokens, box = self._desk.tokens, option.rect
        draw_states(painter, tokens, (cell.state,), box.left() + 14, box)
        is_done = cell.state is State.READ
        painter.save()
        painter.setPen(QColor(tokens.quiet if is_done else tokens.text))
        room = box.adjusted(_WORDS_FROM, 0, -6, 0)
        words = painter.fontMetrics().elidedText(
            counted(self._desk, cell), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class Totals(QWidget):
    """A line for each language: its bar, and how many records are in which state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.bars: dict[str, Bar] = {}
        self.words: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, language in enumerate(LANGUAGES):
            self.bars[language], self.words[language] = Bar(desk.tokens), label("", "meta")
            grid.addWidget(label(desk.say(f"short-{language}"), "label"), line, 0)
            grid.addWidget(self.bars[language], line, 1)
            grid.addWidget(self.words[language], line, 2)

    def show_totals(self, totals: dict[str, Counter[State]]) -> None:
        """Show how far each language has come."""
        say = self._desk.say
        for language, counts in totals.items():
            parts = [f"{say(f'state-{s}')} {counts[s]:,}" for s in reversed(State) if counts[s]]
            words = " · ".join(parts)
            self.words[language].setText(words)
            self.bars[language].setAccessibleName(f"{say(f'short-{language}')} {words}")
            self.bars[language].show_counts(counts)


class Bar(QWidget):
    """Shares of a whole: read, to be reviewed, outdated, missing."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._counts: Counter[State] = Counter()
        soft = QColor(tokens.warn)
        soft.setAlphaF(0.45)
        self._line = QColor(tokens.line)
        self._colours = {
            State.READ: QColor(tokens.ok), State.DRAFTED: soft, State.STALE: QColor(tokens.warn),
            State.MISSING: QColor(tokens.error),
        }  # fmt: skip
        self.setFixedHeight(_BAR_HEIGHT)
        self.setMinimumWidth(120)

    def show_counts(self, counts: Counter[State]) -> None:
        """Draw these shares."""
        self._counts = counts
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._line)
        whole, left = self._counts.total(), 0.0
        for state, colour in self._colours.items():
            width = self.width() * self._counts[state] / whole if whole else 0.0
            painter.fillRect(QRectF(left, 0, width, self.height()), colour)
            left += width
