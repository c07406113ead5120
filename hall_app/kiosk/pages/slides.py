"""The slideshow, and the comparison of a before and an after: pictures with their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Exhibit, Illustrated, Media, Record
from hall_app.kiosk.pages.page import Page, plate_address
from hall_app.kiosk.reading import plain
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import Neighbours, date_of, neighbours
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_DRAWN_PROPORTION = 4 / 3


@dataclass(frozen=True, slots=True)
class SlideRow:
    """A picture, what it shows, and the record that knows more."""

    id: str
    media: str
    drawn: str
    title: str
    mark: str
    words: str
    caption: str
    credit: str
    ref: str
    proportion: float


def slides_of(exhibit: Exhibit, visit: Visit) -> list[SlideRow]:
    """The exhibit's own pictures, the first with its words, then one for each record it shows."""
    found = [media for i in exhibit.media if isinstance(media := visit.get(i), Media)]
    text = plain(visit.text(exhibit.text))
    rows = [_media_slide(m, visit, "" if number else text) for number, m in enumerate(found)]
    items = [record for i in exhibit.items if (record := visit.get(i)) is not None]
    return rows + [_record_slide(r, visit) for r in items if isinstance(r, Illustrated)]


def _media_slide(media: Media, visit: Visit, text: str) -> SlideRow:
    caption = visit.text(media.caption) or visit.text(media.alt)
    return SlideRow(
        id=media.id,
        media=media.id,
        drawn="",
        title="",
        mark="",
        words=text or caption,
        caption=caption if text else "",
        credit=media.credit,
        ref="",
        proportion=_proportion(media),
    )


def _record_slide(record: Record, visit: Visit) -> SlideRow:
    assert isinstance(record, Illustrated)
    media = visit.get(record.media[0]) if record.media else None
    return SlideRow(
        id=record.id,
        media=media.id if media else "",
        drawn="" if media else plate_address(record, visit.gallery_slug(record)),
        title=visit.text(record.title),
        mark=visit.short(date_of(record)),
        words=plain(visit.text(record.text)),
        caption="",
        credit=media.credit if isinstance(media, Media) else "",
        ref=record.id,
        proportion=_proportion(media),
    )


def _proportion(media: Record | None) -> float:
    """Width over height; a plate drawn on the spot takes that of a drawing."""
    if isinstance(media, Media) and media.width and media.height:
        return media.width / media.height
    return _DRAWN_PROPORTION


@QmlElement
class SlidesPageModel(Page):
    """Pictures one after another. A comparison shows the first two at once."""

    worded = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Slides"

    def __init__(self, visit: Visit, exhibit: Exhibit) -> None:
        super().__init__(visit, exhibit)
        self.changed.connect(self.worded)
        self._exhibit = exhibit
        self._slides = Rows(SlideRow, self)
        self._neighbours = Neighbours()

    def fill(self) -> None:
        self._slides.show(slides_of(self._exhibit, self.visit))
        self._neighbours = neighbours(self._exhibit, self.visit)

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        return self._slides

    @Property(str, notify=worded)
    def previousRef(self) -> str:
        return self._neighbours.previous

    @Property(str, notify=worded)
    def nextRef(self) -> str:
        return self._neighbours.next


@QmlElement
class ComparePageModel(SlidesPageModel):
    """Before and after of one place or one craft, never of two enterprises."""

    said = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Compare"

    def __init__(self, visit: Visit, exhibit: Exhibit) -> None:
        super().__init__(visit, exhibit)
        self.changed.connect(self.said)

    def _side(self, number: int) -> SlideRow | None:
        rows = self._slides.rows
        return rows[number] if number < len(rows) else None

    def _words(self, number: int, otherwise: str) -> str:
        side = self._side(number)
        return (side.title or side.caption or side.words if side else "") or self.visit.say(
            otherwise
        )

    @Property(str, notify=said)
    def before(self) -> str:
        side = self._side(0)
        return side.media if side else ""

    @Property(str, notify=said)
    def after(self) -> str:
        side = self._side(1)
        return side.media if side else ""

    @Property(str, notify=said)
    def beforeWords(self) -> str:
        return self._words(0, "then")

    @Property(str, notify=said)
    def afterWords(self) -> str:
        return self._words(1, "now")
