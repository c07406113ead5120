"""Small pictures of media, read once and kept while there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon
from hall_app.domain.records.media import Media, Medium

_SMALL = "320"
_ICONS = {
    Medium.PICTURE: "image", Medium.VECTOR: "image", Medium.FILM: "film-strip",
    Medium.SOUND: "speaker-high", Medium.DOCUMENT: "file-text",
}  # fmt: skip
_SCALE = 2


def thumbnail(desk: Desk, media: Media, size: QSize) -> QPixmap:
    """The medium cropped to a size, or the icon of what it is."""
    name = f"{media.sha256}:{size.width()}x{size.height()}:{desk.tokens.is_dark}"
    found = QPixmap()
    if QPixmapCache.find(name, found):
        return found
    picture = _picture(desk, media)
    made = _cropped(picture, size) if not picture.isNull() else sign_of(desk, media, size)
    QPixmapCache.insert(name, made)
    return made


def picture_of(desk: Desk, media: Media, long_edge: int) -> QPixmap:
    """The whole picture good for so many pixels; empty where there is nothing to see."""
    large = sorted(media.renditions, key=lambda one: max(one.width, one.height))
    for one in (*(r for r in large if max(r.width, r.height) >= long_edge), *reversed(large)):
        if (path := desk.vault.path(one.sha256)).is_file():
            return QPixmap(str(path))
    return _picture(desk, media)


def _picture(desk: Desk, media: Media) -> QPixmap:
    by_name = {rendition.name: rendition for rendition in media.renditions}
    smallest = min(media.renditions, key=lambda one: one.width, default=None)
    rendition = by_name.get(_SMALL, smallest)
    sha256 = rendition.sha256 if rendition else media.sha256
    is_picture = rendition is not None or media.medium is Medium.PICTURE
    path = desk.vault.path(sha256) if sha256 and is_picture else None
    return QPixmap(str(path)) if path is not None and path.is_file() else QPixmap()


def _cropped(picture: QPixmap, size: QSize) -> QPixmap:
    wanted = size * _SCALE
    fitted = picture.scaled(
        wanted,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left, top = (fitted.width() - wanted.width()) // 2, (fitted.height() - wanted.height()) // 2
    made = fitted.copy(left, top, wanted.width(), wanted.height())
    made.setDevicePixelRatio(_SCALE)
    return made


def sign_of(desk: Desk, media: Media, size: QSize) -> QPixmap:
    """The icon of what a medium is, on its colour."""
    name = f"{media.medium}:{media.colour}:{size.width()}x{size.height()}:{desk.tokens.is_dark}"
    found = QPixmap()
    if QPixmapCache.find(name, found):
        return found
    made = QPixmap(size * _SCALE)
    made.setDevicePixelRatio(_SCALE)
    made.fill(QColor(media.colour or desk.tokens.sunk))
    side = min(size.width(), size.height()) // 2
    painter = QPainter(made)
    sign = icon(_ICONS[media.medium], desk.tokens).pixmap(side, side)
    painter.drawPixmap((size.width() - side) // 2, (size.height() - side) // 2, sign)
    painter.end()
    QPixmapCache.insert(name, made)
    return made
