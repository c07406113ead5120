"""One visitor's stay at the screen: the release, the language, the day."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRectF

from hall_app.domain.dates import Day, HallDate
from hall_app.domain.framing import framed
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import (
    RECORD_TYPES,
    Enterprise,
    FocalPoint,
    Gallery,
    Media,
    Record,
    Section,
)
from hall_app.domain.text import EN, ZH_HANS, ZH_HANT, Text
from hall_app.kiosk.dates import full_date, short_date
from hall_app.kiosk.reader import ReleaseReader
from hall_app.kiosk.words import WordTable

SomeRecord = TypeVar("SomeRecord", bound=Record)

_DRAWABLE_PIXELS = 2560


class Visit:
    """What every page reads from; only the language changes while it lasts."""

    def __init__(
        self,
        reader: ReleaseReader | None,
        words: WordTable,
        *,
        today: Day,
        language: str = ZH_HANS,
        player: str = "auto",
    ) -> None:
        self.reader = reader
        self.words = words
        self.today = today
        self.language = language
        self.player = player
        self._galleries: tuple[Gallery, ...] | None = None

    def forget(self) -> None:
        """Read the galleries anew; the release has changed."""
        self._galleries = None

    def all(self, record_type: type[SomeRecord]) -> tuple[SomeRecord, ...]:
        if self.reader is None:
            return ()
        found = self.reader.all(record_type.kind)
        return tuple(record for record in found if isinstance(record, record_type))

    def get(self, record_id: str | None) -> Record | None:
        return self.reader.get(record_id) if self.reader and record_id else None

    def resolve(self, ref: str) -> Record | None:
        """The record for an id, `kind:slug`, or a slug."""
        if self.reader is None or not ref:
            return None
        if record := self.reader.get(ref):
            return record
        kind, separator, slug = ref.partition(":")
        if separator:
            return self.reader.find(Kind(kind), slug) if kind in set(Kind) else None
        return next((r for k in RECORD_TYPES if (r := self.reader.find(k, ref))), None)

    @property
    def galleries(self) -> tuple[Gallery, ...]:
        """The galleries in order; a gallery's place is its number of ends."""
        if self._galleries is None:
            self._galleries = tuple(sorted(self.all(Gallery), key=lambda g: g.order))
        return self._galleries

    def gallery_slug(self, record: Record | None) -> str:
        """The gallery a record belongs to, "" where it belongs to none."""
        match record:
            case None:
                return ""
            case Gallery():
                return record.slug
            case _:
                gallery_id = getattr(record, "gallery", None)
                section_id: RecordId | None = getattr(record, "section", None)
        if gallery_id:
            gallery = self.get(gallery_id)
            return gallery.slug if gallery else ""
        if section_id:
            section = self.get(section_id)
            return self.gallery_slug(section) if isinstance(section, Section) else ""
        return "brand" if isinstance(record, Enterprise) else ""

    def gallery_title(self, slug: str) -> str:
        return next((self.text(g.title) for g in self.galleries if g.slug == slug), "")

    def ends(self, slug: str) -> int:
        """How many ends of silk a gallery has: its number on the road, from one."""
        return next((n for n, g in enumerate(self.galleries, 1) if g.slug == slug), 0)

    def ends_name(self, slug: str) -> str:
        """一绪, 二绪 …; "" outside the galleries."""
        ends = self.ends(slug)
        return self.say(f"ends-{ends}") if 1 <= ends <= 5 else ""

    # --- words --------------------------------------------------------------------------

    def text(self, text: Text) -> str:
        return text.best(self.language)

    def other(self, text: Text) -> str:
        """The second line under a title: English under Chinese, Chinese under English."""
        second = ZH_HANS if self.language == EN else EN
        words = text[second] or (text[ZH_HANT] if second == ZH_HANS else "")
        return "" if words == self.text(text) else words

    def say(self, key: str, **parts: object) -> str:
        return self.words.say(key, self.language, **parts)

    def short(self, date: HallDate | None) -> str:
        return short_date(date, self.language)

    def full(self, date: HallDate | None) -> str:
        return full_date(date, self.language)

    # --- pictures -----------------------------------------------------------------------

    def frame(self, media_id: str, ratio: float) -> QRectF:
        """What a person framed or pointed to, from 0 to 1; empty where nobody did."""
        media = self.get(media_id)
        if not isinstance(media, Media) or not (media.crops or media.focal_point != FocalPoint()):
            return QRectF()
        part = framed((media.width, media.height), media.focal_point, media.crops, ratio)
        return QRectF(part.x, part.y, part.width, part.height)

    def picture(self, media_id: str, long_edge: int) -> str:
        """A file of a picture good for `long_edge` pixels, "" where there is none."""
        media = self.get(media_id)
        if not isinstance(media, Media) or self.reader is None:
            return ""
        path = self.reader.media_file(media, min(max(long_edge, 1), _DRAWABLE_PIXELS))
        return path.as_uri() if path is not None else ""
