"""The desk's icons: one family, in the colours of the lighting; galleries as lines."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from hall_app.curator.glyphs import glyph
from hall_app.curator.theme import Tokens
from hall_app.domain.kinds import Kind

KIND_ICONS: dict[Kind, str] = {
    Kind.HALL: "house", Kind.GALLERY: "stack", Kind.SECTION: "rows", Kind.EXHIBIT: "cube",
    Kind.TIMELINE: "path", Kind.ERA: "hourglass", Kind.EVENT: "calendar",
    Kind.ENTERPRISE: "buildings", Kind.PRODUCT: "package", Kind.HONOUR: "medal",
    Kind.CRAFT: "hand", Kind.PERSON: "user", Kind.STATISTIC: "chart-bar", Kind.QUIZ: "question",
    Kind.MAP: "map-trifold", Kind.MEDIA: "image", Kind.SOURCE: "book-open",
    Kind.DISPLAY: "monitor", Kind.RELEASE: "broadcast",
}  # fmt: skip

_SIDES = (14, 18, 28, 36)
_LINES = QSize(20, 16)
_PITCH = 3
_SCALE = 2


def icon(name: str, tokens: Tokens, colour: str = "") -> QIcon:
    """An icon by its name in the family."""
    return _drawn(name, colour or tokens.quiet, tokens.line)


@cache
def _drawn(name: str, colour: str, faded: str) -> QIcon:
    """An icon as pictures, drawn once: a button may ask for it before it has any size."""
    made = QIcon()
    for shade, mode in ((colour, QIcon.Mode.Normal), (faded, QIcon.Mode.Disabled)):
        for side in _SIDES:
            made.addPixmap(glyph(name, side, shade), mode)
    return made


def kind_icon(kind: Kind, tokens: Tokens) -> QIcon:
    """The icon of a kind of record."""
    return icon(KIND_ICONS[kind], tokens)


def gallery_icon(order: int, tokens: Tokens) -> QIcon:
    """As many ends of silk as the gallery has, in its colour."""
    return QIcon(lines(order, QColor(tokens.gallery(order)), _LINES))


def lines(count: int, colour: QColor, size: QSize) -> QPixmap:
    """Level lines, evenly apart, in the middle of a picture."""
    picture = QPixmap(size * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    top = (size.height() - (count - 1) * _PITCH) / 2
    for line in range(count):
        painter.fillRect(0, round(top + line * _PITCH), size.width(), 1, colour)
    painter.end()
    return picture


def dot(colour: QColor, *, is_filled: bool) -> QPixmap:
    """A knot of the thread: filled where a statement has its sources."""
    size = QSize(14, 14)
    picture = QPixmap(size * _SCALE)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(1.6)
    painter.setPen(pen)
    painter.setBrush(colour if is_filled else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(3, 3, 8, 8)
    painter.end()
    return picture
