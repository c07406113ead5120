"""The walk through the hall: hall, gallery, section, exhibit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.ids import GalleryId, HallId, RecordId, SectionId, TimelineId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Illustrated
from hall_app.domain.records.vocabulary import Synonym
from hall_app.domain.text import LANGUAGES, NO_TEXT, Text


class ExhibitForm(StrEnum):
    """How an exhibit is shown; each form has its own kiosk page."""

    PANEL = "panel"
    SLIDESHOW = "slideshow"
    FILM = "film"
    TIMELINE = "timeline"
    ENTERPRISE_WALL = "enterprise-wall"
    CRAFT = "craft"
    STATISTICS = "statistics"
    COMPARE = "compare"
    QUIZ = "quiz"
    MAP = "map"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A named search of a list or of the media library; what it holds follows from the records.

    Attributes:
        name: What the desk calls it.
        among: The kind of records it looks among.
        filter: What is looked for, as it is typed: words and `key:value` marks.
    """

    name: str = ""
    among: Kind = Kind.MEDIA
    filter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name of the hall's glossary; an empty spelling says nothing of its language.

    Attributes:
        hans: In Simplified Chinese.
        hant: In Traditional Chinese.
        english: In English.
    """

    hans: str = ""
    hant: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall(Illustrated):
    """The hall itself; a library holds one.

    Attributes:
        searches: Searches that were given a name, of the media library and of lists.
        approved_names: Spellings to hold to beside the titles of enterprises and persons, one a line.
        watched_words: Words the hall does not say, one a line, `word → what to say instead`.
        glossary: Names as drafts between languages have to spell them.
        synonyms: Words that were merged into others of a list.
    """

    kind: ClassVar[Kind] = Kind.HALL

    full_title: Text = NO_TEXT
    lead: Text = NO_TEXT
    location: Text = NO_TEXT
    languages: tuple[str, ...] = LANGUAGES
    searches: tuple[SavedSearch, ...] = ()
    approved_names: str = ""
    watched_words: str = ""
    glossary: tuple[Term, ...] = ()
    synonyms: tuple[Synonym, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery(Illustrated):
    """One of the rooms on the road; its order is also its number of ends of silk."""

    kind: ClassVar[Kind] = Kind.GALLERY

    hall: HallId | None = None
    order: int = 0
    lead: Text = NO_TEXT
    period: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Illustrated):
    """A chapter of a gallery."""

    kind: ClassVar[Kind] = Kind.SECTION

    gallery: GalleryId | None = None
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit(Illustrated):
    """A stop on the walk.

    Attributes:
        items: The records it shows, in order: events, enterprises, crafts, statistics, …
        view: For a timeline exhibit, the saved view it opens.
    """

    kind: ClassVar[Kind] = Kind.EXHIBIT

    section: SectionId | None = None
    order: int = 0
    form: ExhibitForm = ExhibitForm.PANEL
    items: tuple[RecordId, ...] = ()
    view: TimelineId | None = None
