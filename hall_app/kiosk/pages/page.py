"""What every page has: its form, its place on the thread, its titles and its picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Enterprise, Gallery, Illustrated, Media, Record
from hall_app.kiosk.reading import plain
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Face:
    """The words and picture most pages show."""

    title: str = ""
    secondTitle: str = ""
    body: str = ""
    secondBody: str = ""
    media: str = ""
    caption: str = ""
    credit: str = ""
    isDrawn: bool = False


NO_FACE = Face()


@QmlElement
class Page(QObject):
    """One page for one visitor; `reword` says everything again in the visitor's language.

    A property of a subclass needs a signal of that subclass to notify with (PySide finds no
    inherited one), so each subclass has `worded`, connected to `changed`.
    """

    changed = Signal()
    """After the words or rows of the page were made again."""

    form: ClassVar[str] = "Plain"
    ref: str = ""

    def __init__(self, visit: Visit, record: Record | None = None) -> None:
        super().__init__()
        self.visit = visit
        self.record = record
        self.ref = record.id if record else ""
        self._face = NO_FACE

    def reword(self) -> None:
        """Make the page again in the visit's language."""
        self._face = self.face()
        self.fill()
        self.changed.emit()

    def face(self) -> Face:
        return face_of(self.record, self.visit)

    def fill(self) -> None:
        """Make what this form has beyond its face."""

    def leave(self) -> None:
        """The visitor goes to another page: let go of what plays."""

    @property
    def place(self) -> str:
        """The slug of the gallery this page belongs to."""
        return self.visit.gallery_slug(self.record)

    @Property(str, notify=changed)
    def gallery(self) -> str:
        return self.place

    @Property(int, notify=changed)
    def ends(self) -> int:
        return self.visit.ends(self.place)

    @Property(str, notify=changed)
    def endsName(self) -> str:
        return self.visit.ends_name(self.place)

    @Property(str, notify=changed)
    def galleryTitle(self) -> str:
        return self.visit.gallery_title(self.place)

    @Property(str, notify=changed)
    def galleryPlate(self) -> str:
        """The gallery's own wide drawing, behind pages that have no picture of their own."""
        gallery = next((g for g in self.visit.galleries if g.slug == self.place), None)
        return gallery_plate(gallery, self.visit) if gallery else ""

    @Property(str, notify=changed)
    def drawn(self) -> str:
        """The address of the plate the program draws where the record has no picture."""
        if self.record is None or self._face.media:
            return ""
        return plate_address(self.record, self.place)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._face.title

    @Property(str, notify=changed)
    def secondTitle(self) -> str:
        return self._face.secondTitle

    @Property(str, notify=changed)
    def body(self) -> str:
        return self._face.body

    @Property(str, notify=changed)
    def secondBody(self) -> str:
        return self._face.secondBody

    @Property(str, notify=changed)
    def media(self) -> str:
        return self._face.media

    @Property(str, notify=changed)
    def caption(self) -> str:
        return self._face.caption

    @Property(str, notify=changed)
    def pictureNote(self) -> str:
        """What the picture shows and whose it is; a drawing always says that it is one."""
        face = self._face
        words = " · ".join(part for part in (face.caption, face.credit) if part)
        is_drawn = face.isDrawn or not face.media
        drawn = self.visit.say("drawn")
        return words if words and (not is_drawn or drawn in words) else f"{words} {drawn}".strip()


def plate_address(record: Record, gallery: str) -> str:
    """`image://plate/…` for a record: what it is, its id as the seed, its gallery and sector."""
    sector = record.sector if isinstance(record, Enterprise) else ""
    return f"image://plate/{record.kind}/{record.id}/{gallery or 'preface'}/{sector}"


def gallery_plate(gallery: Gallery, visit: Visit, shape: str = "") -> str:
    """The id of a gallery's drawing: wide, `bolt` (home column) or `fold` (portrait band)."""
    slug = f"plate-gallery-{gallery.slug}" + (f"-{shape}" if shape else "")
    if media := visit.resolve(f"media:{slug}"):
        return media.id
    return gallery.media[0] if gallery.media else ""


def face_of(record: Record | None, visit: Visit) -> Face:
    """Titles, body and leading picture of a record."""
    if record is None:
        return NO_FACE
    if not isinstance(record, Illustrated):
        return Face(title=visit.text(record.title), secondTitle=visit.other(record.title))
    media = visit.get(record.media[0]) if record.media else None
    return Face(
        title=visit.text(record.title),
        secondTitle=visit.other(record.title),
        body=plain(visit.text(record.text)),
        secondBody=plain(visit.other(record.text)),
        media=media.id if media else "",
        caption=visit.text(media.caption) if isinstance(media, Media) else "",
        credit=media.credit if isinstance(media, Media) else "",
        isDrawn=isinstance(media, Media) and media.is_drawn,
    )
