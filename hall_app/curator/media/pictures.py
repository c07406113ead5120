"""Small pictures of media for a wall that scrolls: decoded on threads of their own, and kept."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from hall_app.curator.desk import Desk
from hall_app.domain.framing import framed
from hall_app.domain.records.media import Media, Medium

_THREADS = 2
_KEPT_BYTES = 64 << 20
_WAITING = 160
"""More than a screen of small tiles; what has been scrolled past is not decoded."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    path: Path
    size: QSize
    media: Media


class Pictures(QObject):
    """Gives what is there and asks for what is not; `ready` tells when more has come.

    Must be left before the program ends: `leave` waits for what is being decoded.
    """

    # A picture that was asked for is there.
    ready = Signal()

    _made = Signal(str, QImage)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = desk.vault
        self._kept: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._asked: set[str] = set()
        self._waiting: deque[_Wanted] = deque()
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def picture(self, media: Media, size: QSize) -> QPixmap | None:
        """The picture cut to a size in pixels; None while it is decoded, empty where there is none."""
        key = f"{media.sha256}:{size.width()}:{media.focal_point}:{media.crops}"
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if key not in self._asked:
            self._ask(key, media, size)
        return None

    def leave(self) -> None:
        """Decode no more."""
        with self._lock:
            self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    @property
    def is_waiting(self) -> bool:
        """Whether pictures are still to come."""
        return bool(self._asked)

    def _ask(self, key: str, media: Media, size: QSize) -> None:
        path = _file_of(media, size, self._vault.path)
        if path is None:
            self._keep(key, QPixmap())
            return
        self._asked.add(key)
        with self._lock:
            self._waiting.append(_Wanted(key, path, size, media))
            if len(self._waiting) > _WAITING:
                self._asked.discard(self._waiting.popleft().key)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="thumbnails")
        self._pool.submit(self._work)

    def _work(self) -> None:
        """On a thread: decode what was asked for last, for that is on the screen."""
        with self._lock:
            wanted = self._waiting.pop() if self._waiting else None
        if wanted is not None:
            self._made.emit(wanted.key, _decoded(wanted))

    def _take(self, key: str, image: QImage) -> None:
        self._asked.discard(key)
        self._keep(key, QPixmap.fromImage(image))
        self.ready.emit()

    def _keep(self, key: str, picture: QPixmap) -> None:
        self._kept[key] = picture
        self._bytes += _weight(picture)
        while self._bytes > _KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= _weight(oldest)


def _weight(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


def _file_of(media: Media, size: QSize, path_of: object) -> Path | None:
    """The smallest file that is large enough; the original only of a picture without any other."""
    assert callable(path_of)
    long_edge = max(size.width(), size.height())
    by_size = sorted(media.renditions, key=lambda one: max(one.width, one.height))
    enough = [one for one in by_size if max(one.width, one.height) >= long_edge]
    for one in (*enough, *reversed(by_size)):
        path: Path = path_of(one.sha256)
        if path.is_file():
            return path
    if media.medium is Medium.PICTURE and media.sha256:
        path = path_of(media.sha256)
        return path if path.is_file() else None
    return None


def _decoded(wanted: _Wanted) -> QImage:
    """The picture cut to the size it was asked for; empty where the file cannot be read."""
    reader = QImageReader(str(wanted.path))
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid():
        return QImage()
    size, media = wanted.size, wanted.media
    if media.medium is Medium.SOUND:
        return reader.read().scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    ratio = size.width() / size.height()
    part = framed((full.width(), full.height()), media.focal_point, media.crops, ratio)
    whole = QSize(round(size.width() / part.width), round(size.height() / part.height))
    reader.setScaledSize(whole)
    cut = QRect(
        round(part.x * whole.width()), round(part.y * whole.height()), size.width(), size.height()
    )
    reader.setScaledClipRect(cut)
    return reader.read()
