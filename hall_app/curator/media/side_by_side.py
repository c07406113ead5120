"""Two media beside each other, to be compared: the picture, and what is known of the file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.models.media import size_of
from hall_app.curator.parts import Elided, label
from hall_app.curator.thumbnails import picture_of, sign_of
from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import Media, Medium
from hall_app.editing.media_files import file_values
from hall_app.media.ingest import Ingested

_PICTURE = QSize(320, 240)


class SideBySide(QWidget):
    """The one that is there on the left, the one that comes on the right."""

    def __init__(self, desk: Desk, old: Media, new: Media) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        for words, media in ((desk.say("compare-old"), old), (desk.say("compare-new"), new)):
            across.addWidget(_Side(desk, words, media), 1)


class _Side(QWidget):
    def __init__(self, desk: Desk, words: str, media: Media) -> None:
        super().__init__()
        name = Elided(media.file_name)
        name.setToolTip(media.file_name)
        kilobytes = f"{max(1, media.size_bytes // 1000):,} KB"
        kind = media.mime.partition("/")[2].upper().removeprefix("X-")
        facts = " · ".join(part for part in (size_of(desk, media), kilobytes, kind) if part)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(label(words, "label"))
        down.addWidget(_Picture(desk, media), 1)
        down.addWidget(name)
        down.addWidget(label(facts, "meta"))


class _Picture(QWidget):
    """The whole picture on a quiet ground."""

    def __init__(self, desk: Desk, media: Media) -> None:
        super().__init__()
        self._ground = desk.tokens.sunk
        self._picture: QPixmap = picture_of(desk, media, _PICTURE.width() * 2)
        if self._picture.isNull():
            self._picture = sign_of(desk, media, _PICTURE)
        self.setMinimumSize(_PICTURE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(media.file_name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._ground))
        ratio = self.devicePixelRatioF()
        shown = self._picture.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        size = shown.deviceIndependentSize()
        painter.drawPixmap(
            round((self.width() - size.width()) / 2),
            round((self.height() - size.height()) / 2),
            shown,
        )


def as_read(found: Ingested) -> Media:
    """A file that was read and not taken in yet, as a medium."""
    return Media(id=RecordId(""), slug="", **file_values(found))


def is_of_another_medium(old: Media, found: Ingested) -> bool:
    """Whether a file would make something else of a medium: a film of a photo."""
    seen = {Medium.PICTURE, Medium.VECTOR}
    new = found.probe.medium
    return new is not old.medium and not {new, old.medium} <= seen
