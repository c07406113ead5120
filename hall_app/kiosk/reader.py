"""What the kiosk asks of a release; `hall_app.publishing.reading` answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Media, Record


class Found(Protocol):
    """One thing a search found."""

    @property
    def id(self) -> str: ...


class ReleaseReader(Protocol):
    """A release open for reading: public records, shown today, in the order of the walk."""

    @property
    def number(self) -> int: ...

    @property
    def published_at(self) -> str: ...

    @property
    def is_preview(self) -> bool: ...

    def all(self, kind: Kind, /) -> tuple[Record, ...]: ...

    def get(self, record_id: str, /) -> Record | None: ...

    def find(self, kind: Kind, slug: str, /) -> Record | None: ...

    def search(self, text: str, limit: int, /) -> Sequence[Found]: ...

    def media_file(self, media: Media, long_edge: int, /) -> Path | None: ...

    def track_file(self, sha256: str, /) -> Path | None: ...
