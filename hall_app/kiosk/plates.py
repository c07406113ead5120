"""Plates drawn on the spot for records that have no picture: `image://plate/kind/seed/gallery/sector`."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

_SIZE = QSize(1600, 1200)


class Plates(QQuickImageProvider):
    """Draws a plate in the gallery's material; the same record always gets the same one."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:
        # Drawn for the few records without a picture: a start without any pays nothing.
        from hall_app.publishing.plates import plate_for  # noqa: PLC0415

        kind, seed, gallery, sector = (*address.split("/"), "", "", "", "")[:4]
        drawing = QSvgRenderer(QByteArray(plate_for(kind, seed, gallery, sector).encode()))
        wanted = _SIZE
        if requested.width() > 0:
            wanted = _SIZE.scaled(requested, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        image = QImage(wanted, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return image
