"""The icons of the house in any colour: drawn once in silk, tinted when asked for."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

_SILK = re.compile(r"#F0D9A8|currentColor", re.IGNORECASE)
_DEFAULT_SIZE = 48


class Icons(QQuickImageProvider):
    """`image://icon/<name>/<rrggbb>`: an icon file with its silk replaced by a colour."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._sources: dict[str, str] = {}

    def requestImage(self, icon: str, size: QSize, requested: QSize) -> QImage:
        name, _, colour = icon.partition("/")
        wanted = requested if requested.width() > 0 else QSize(_DEFAULT_SIZE, _DEFAULT_SIZE)
        image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        drawing = QSvgRenderer(QByteArray(_SILK.sub(f"#{colour}", self._source(name)).encode()))
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        size.setWidth(wanted.width())
        size.setHeight(wanted.height())
        return image

    def _source(self, name: str) -> str:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]
