"""Reading a release: what every reader gives, and the rules that act at the moment of showing."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Honour
from hall_app.domain.records.media import Media, Medium, Rendition
from hall_app.domain.records.record import Record, Shown
from hall_app.store.index import Hit

# Where a record stands, and so after whom it comes.
_ABOVE = {
    Kind.SECTION: "gallery",
    Kind.EXHIBIT: "section",
    Kind.PRODUCT: "enterprise",
    Kind.HONOUR: "enterprise",
}

Get = Callable[[str], Record | None]


class Vault(Protocol):
    """Where the library's files lie by their hash."""

    def path(self, sha256: str) -> Path: ...

    def has(self, sha256: str) -> bool: ...


class ReleaseReader(Protocol):
    """A hall as a visitor may see it today: public, shown, without a link that leads nowhere.

    `VerifiedRelease` is the only one that a kiosk opens; `WorkingRelease` is the desk's preview.
    """

    @property
    def number(self) -> int: ...

    @property
    def published_at(self) -> str: ...

    @property
    def is_preview(self) -> bool: ...

    def all(self, kind: Kind, /) -> tuple[Record, ...]:
        """Every record of a kind; galleries, sections and exhibits in the order of the walk."""
        ...

    def get(self, record_id: str, /) -> Record | None:
        """A record; None where it is not in the release or not to be shown today."""
        ...

    def find(self, kind: Kind, slug: str, /) -> Record | None: ...

    def search(self, text: str, limit: int, /) -> tuple[Hit, ...]: ...

    def media_file(self, media: Media, long_edge: int, /) -> Path | None:
        """The best file for that many pixels; 0 asks for the original: a film, a drawing."""
        ...

    def track_file(self, sha256: str, /) -> Path | None: ...


def is_shown(record: Record, today: Day) -> bool:
    """Whether a record may be on a screen on this day."""
    if not record.shown.covers(today):
        return False
    match record:
        case Honour():
            return Shown(until=record.valid_until).covers(today)
        case Media():
            return Shown(since=record.rights.since, until=record.rights.until).covers(today)
        case _:
            return True


def day_of(moment: datetime) -> Day:
    """The day it is in the hall."""
    local = moment.astimezone()
    return Day(local.year, local.month, local.day)


def in_order(kind: Kind, records: Iterable[Record], get: Get) -> tuple[Record, ...]:
    """Records as a visitor meets them: by the order of what they stand in, then by their own."""
    return tuple(sorted(records, key=lambda record: _way_to(kind, record, get)))


def put_in_order(kind: Kind, records: list[Record], record: Record, get: Get) -> None:
    """Put one more where it belongs among records that stand in order."""
    insort(records, record, key=lambda one: _way_to(kind, one, get))


def file_names(media: Media, long_edge: int) -> list[str]:
    """The hashes of the files that would do for that many pixels, the best one first."""
    is_picture = media.medium in (Medium.PICTURE, Medium.VECTOR, Medium.FILM)
    if long_edge <= 0 or not is_picture:
        return [media.sha256] if media.sha256 else []
    large = [one for one in media.renditions if _long_edge(one) >= long_edge]
    small = [one for one in media.renditions if _long_edge(one) < long_edge]
    chosen = sorted(large, key=_long_edge) + sorted(small, key=_long_edge, reverse=True)
    names = [rendition.sha256 for rendition in chosen]
    if media.medium is Medium.PICTURE and media.sha256:
        names.append(media.sha256)
    return names


def _long_edge(rendition: Rendition) -> int:
    return max(rendition.width, rendition.height)


def _way_to(kind: Kind, record: Record | None, get: Get) -> tuple[tuple[int, str], ...]:
    if record is None:
        return ()
    name = _ABOVE.get(kind, "")
    above = getattr(record, name, None)
    way = _way_to(Kind(name), get(above), get) if above else ()
    return (*way, (_place(record), record.slug))


def _place(record: Record) -> int:
    order = getattr(record, "order", None)
    if order is not None:
        return int(order)
    date = getattr(record, "date", None)
    return date.sort_key if date is not None else 0
