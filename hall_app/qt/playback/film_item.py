"""Shows a player's frames where Qt's own `VideoOutput` draws black: in software rendering."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Hall.Playback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmItem(QQuickPaintedItem):
    """A picture of the newest frame, fitted into the item; nothing before the first frame."""

    hasFrameChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._take)
        self._image = QImage()

    @Property(bool, notify=hasFrameChanged)
    def hasFrame(self) -> bool:
        """Whether there is a picture to show."""
        return not self._image.isNull()

    def paint(self, painter: QPainter) -> None:
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._fitted(), self._image)

    def _fitted(self) -> QRectF:
        size = self.size().toSize()
        fitted = self._image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(_centred(fitted, size), QSizeF(fitted))

    @Slot(QVideoFrame)
    def _take(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        had_none = self._image.isNull()
        self._image = frame.toImage()
        if had_none:
            self.hasFrameChanged.emit()
        self.update()


def sink_of(item: QObject) -> QVideoSink | None:
    """Where the frames for an item go: a `FilmItem`'s, or those of Qt's `VideoOutput`."""
    if isinstance(item, FilmItem):
        return item.sink
    sink = item.property("videoSink")
    return sink if isinstance(sink, QVideoSink) else None


def _centred(inner: QSize, outer: QSize) -> QPointF:
    return QPointF((outer.width() - inner.width()) / 2, (outer.height() - inner.height()) / 2)
