"""The media as a wall of tiles: picture, two lines of name, what is missing; files drop in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.models.media import TILE, Tile
from hall_app.curator.thumbnails import thumbnail

_PICTURE = QSize(168, 105)
_TILE = QSize(184, 186)
_CORNER = 16


class MediaGrid(QListView):
    """Tiles of 168 px; takes files that are dropped on it."""

    files_dropped = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(_TILE)
        self.setItemDelegate(_TileDelegate(desk, self))
        self.setAcceptDrops(True)
        self.setMouseTracking(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


class _TileDelegate(QStyledItemDelegate):
    """Draws one tile; a medium without rights has a hollow corner."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return _TILE

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tile: Tile = index.data(TILE)
        tokens = self._desk.tokens
        box = QRect(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        picture = QRect(box.left() + 6, box.top() + 6, _PICTURE.width(), _PICTURE.height())
        painter.drawPixmap(picture.topLeft(), thumbnail(self._desk, tile.media, _PICTURE))
        if not tile.has_rights:
            self._corner(painter, picture)
        self._words(painter, tile, picture)
        painter.restore()

    def _corner(self, painter: QPainter, picture: QRect) -> None:
        tokens = self._desk.tokens
        corner = QRect(picture.right() - _CORNER, picture.top() + 1, _CORNER, _CORNER)
        painter.fillRect(corner, QColor(tokens.panel))
        painter.setPen(QPen(QColor(tokens.error), 1.4))
        painter.drawRect(corner.adjusted(3, 3, -4, -4))

    def _words(self, painter: QPainter, tile: Tile, picture: QRect) -> None:
        tokens = self._desk.tokens
        metrics = painter.fontMetrics()
        line = metrics.height()
        name = QRect(picture.left(), picture.bottom() + 5, picture.width(), line)
        painter.setPen(QColor(tokens.text))
        shown = metrics.elidedText(tile.title, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft, shown)
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        small = painter.fontMetrics()
        for words, colour in ((tile.facts, tokens.quiet), ("　".join(tile.badges), tokens.warn)):
            name = name.translated(0, line if words is tile.facts else small.height() + 1)
            painter.setPen(QColor(colour))
            shown = small.elidedText(words, Qt.TextElideMode.ElideRight, name.width())
            painter.drawText(name, Qt.AlignmentFlag.AlignLeft, shown)
