"""A verified release, open for showing: the only thing a kiosk shows."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Self

from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.publishing.indexing import open_index
from hall_app.publishing.reading import day_of, file_names, in_order, is_shown
from hall_app.publishing.released import ReleaseFolder, SignedRelease, open_release
from hall_app.publishing.trust.home import TrustFolder
from hall_app.store.index import Hit
from hall_app.store.release_index import ReleaseIndex

_LOG = logging.getLogger(__name__)
_HASHED_AT_USE_BYTES = 256 * 1024 * 1024
_SOUGHT_FOR_EACH = 3


class VerifiedRelease:
    """A release folder whose signatures hold; it refuses to open one whose do not.

    No clock can black a screen: signatures are not asked for their age here (installing asks), and
    "today" is never before the newest signed date that was seen. A file is hashed before its first
    showing; one that is damaged is left out. A reader belongs to the thread that opened it.
    """

    is_preview = False

    def __init__(
        self, release: SignedRelease, index: ReleaseIndex, clock: Callable[[], datetime]
    ) -> None:
        self.release = release
        self._index = index
        self._clock = clock
        self._folder = release.files
        self._proved: dict[str, bool] = {}
        self._all: dict[Kind, tuple[Record, ...]] = {}

    @classmethod
    def open(
        cls,
        folder: Path,
        trust: TrustFolder,
        cache: Path,
        *,
        now: Callable[[], datetime],
        accepted: tuple[str, ...] = (),
    ) -> Self:
        """Open a release folder.

        Args:
            folder: With `metadata/` and `objects/`.
            trust: Of this home.
            cache: Where the release's index is kept; it is made here if need be.
            now: The clock.
            accepted: Fingerprints of other halls whose releases may be shown.

        Raises:
            NotTrusted: The signatures are not right, or of a hall that is not known here.
            PackageRefused: Its documents are missing or damaged.
        """
        release = open_release(ReleaseFolder(folder), trust.load(*accepted), at=None)
        floor = max(release.signed.signed_at, trust.floor or release.signed.signed_at)
        index = open_index(cache, release)
        return cls(release, index, lambda: max(now(), floor))

    def close(self) -> None:
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def number(self) -> int:
        return self.release.manifest.number

    @property
    def published_at(self) -> str:
        return self.release.manifest.published_at

    def all(self, kind: Kind) -> tuple[Record, ...]:
        if kind not in self._all:
            self._all[kind] = in_order(kind, self._index.all(kind), self._index.get)
        shown = partial(is_shown, today=day_of(self._clock()))
        return tuple(filter(shown, self._all[kind]))

    def get(self, record_id: str) -> Record | None:
        return self._if_shown(self._index.get(record_id))

    def find(self, kind: Kind, slug: str) -> Record | None:
        return self._if_shown(self._index.find(kind, slug))

    def search(self, text: str, limit: int, language: str = "zh-Hans") -> tuple[Hit, ...]:
        hits = self._index.search(text, _SOUGHT_FOR_EACH * limit, language)
        return tuple(hit for hit in hits if self.get(hit.id) is not None)[:limit]

    def media_file(self, media: Media, long_edge: int) -> Path | None:
        names = file_names(media, long_edge)
        return next((path for name in names if (path := self.track_file(name))), None)

    def track_file(self, sha256: str) -> Path | None:
        folder = self._folder
        assert isinstance(folder, ReleaseFolder)  # a package is installed before it is shown
        if sha256 not in self._proved:
            self._proved[sha256] = self._prove(folder, sha256)
        return folder.objects.path(sha256) if self._proved[sha256] else None

    def _prove(self, folder: ReleaseFolder, name: str) -> bool:
        """Hash a file before it is shown; the largest were hashed when they were installed."""
        if not folder.has(name):
            return False
        if folder.size(name) > _HASHED_AT_USE_BYTES or folder.verify(name):
            return True
        _LOG.warning("The object %s of release %d is damaged and not shown.", name, self.number)
        return False

    def _if_shown(self, record: Record | None) -> Record | None:
        if record is None or not is_shown(record, day_of(self._clock())):
            return None
        return record
