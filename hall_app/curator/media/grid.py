"""The media as a wall of tiles: picture, two lines of name, what is missing; files drop in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.media.pictures import Pictures
from hall_app.curator.models.media import TILE, Tile
from hall_app.curator.thumbnails import sign_of
from hall_app.domain.records.media import Medium

SIZES = (120, 168, 264)
"""How wide the pictures of small, middle and large tiles are."""

_SHAPE = 105 / 168
_EDGE = 6
_GAP = 2
_WORDS = 66
_CORNER = 16


class MediaGrid(QListView):
    """Tiles in one of three sizes; takes files and folders that are dropped on it."""

    files_dropped = Signal(list)
    # A picture without a file, such as one from a page of the web.
    picture_dropped = Signal(QImage)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = Pictures(desk, self)
        self.pictures.ready.connect(self.viewport().update)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_TileDelegate(desk, self.pictures, self))
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setAccessibleName(desk.say("workspace-media"))
        self.picture_size = QSize()
        self.resize_tiles(SIZES[1])

    def resize_tiles(self, width: int) -> None:
        """Show tiles whose pictures are so wide."""
        self.picture_size = QSize(width, round(width * _SHAPE))
        self.setGridSize(self.tile_size)
        self.verticalScrollBar().setSingleStep(self.tile_size.height() // 3)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @property
    def tile_size(self) -> QSize:
        """A tile with its words and what stands around it."""
        edge = 2 * (_EDGE + _GAP)
        return QSize(self.picture_size.width() + edge, self.picture_size.height() + _WORDS + edge)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
        elif data.hasImage():
            event.acceptProposedAction()
            self.picture_dropped.emit(QImage(data.imageData()))


class _TileDelegate(QStyledItemDelegate):
    """Draws one tile; a medium without rights has a hollow corner."""

    def __init__(self, desk: Desk, pictures: Pictures, grid: MediaGrid) -> None:
        super().__init__(grid)
        self._desk = desk
        self._pictures = pictures
        self._grid = grid

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._grid.tile_size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tile: Tile | None = index.data(TILE)
        if tile is None:
            return
        tokens = self._desk.tokens
        box = QRect(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        picture = QRect(box.topLeft(), self._grid.picture_size).translated(_EDGE, _EDGE)
        self._picture(painter, tile, picture)
        if not tile.has_rights:
            self._corner(painter, picture)
        self._words(painter, tile, picture)
        painter.restore()

    def _picture(self, painter: QPainter, tile: Tile, place: QRect) -> None:
        """The picture, its mean colour until it is there, or the sign of what it is."""
        tokens, media = self._desk.tokens, tile.media
        scale = self._grid.devicePixelRatioF()
        made = self._pictures.picture(media, place.size() * scale)
        has_look = media.medium.value in {"picture", "vector", "film"}
        painter.fillRect(place, QColor(media.colour if has_look and media.colour else tokens.sunk))
        if made is None:
            return
        if made.isNull():
            painter.drawPixmap(place.topLeft(), sign_of(self._desk, media, place.size()))
            return
        shown = made.size() / scale
        left = place.left() + (place.width() - shown.width()) // 2
        top = place.top() + (place.height() - shown.height()) // 2
        painter.drawPixmap(QRect(left, top, shown.width(), shown.height()), made)
        if media.medium is Medium.DOCUMENT:  # white paper on a white wall
            painter.setPen(QColor(tokens.line))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

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
