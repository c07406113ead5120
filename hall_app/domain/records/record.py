"""What every record has, and the small values records are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import Day
from hall_app.domain.ids import MediaId, RecordId, SourceId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import EN, NO_TEXT, ZH_HANS, ZH_HANT, Text, digest


class Confidence(StrEnum):
    """How far a curator may trust a record's facts; only `GENERAL` still has to be verified."""

    ARTICLE = "article"
    SOURCED = "sourced"
    GENERAL = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source for a statement.

    Attributes:
        field: Dotted path of the statement; empty means the whole record.
        locator: Page, section or minute in the source.
    """

    source: SourceId
    field: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """From and until which day something may be on a screen; both inclusive."""

    since: Day | None = None
    until: Day | None = None

    def covers(self, day: Day) -> bool:
        """Whether it may be shown on this day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


ALWAYS = Shown()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's word that a piece of preflight's advice need not be followed.

    Attributes:
        code: Of the problem.
        field: Dotted path of the field it was found in.
        because: The reason, in the person's own words.
        made_for: Digest of what the field held; another content opens the problem again.
    """

    code: str
    field: str = ""
    because: str = ""
    by: str = ""
    on: Day | None = None
    made_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The part all kinds share.

    Attributes:
        title: The name by which lists, search and pages call it.
        remark: For the curator's eyes: what is disputed, what remains to be verified.
        rulings: Advice of preflight that a person has set aside; never published.
        is_public: False keeps the record in the library and out of every release.
    """

    kind: ClassVar[Kind]

    id: RecordId
    slug: str
    title: Text = NO_TEXT
    confidence: Confidence = Confidence.SOURCED
    citations: tuple[Citation, ...] = ()
    remark: str = ""
    rulings: tuple[Ruling, ...] = ()
    shown: Shown = ALWAYS
    is_public: bool = True


class Spoken(StrEnum):
    """A spoken language of the hall; not the same as a written one."""

    MANDARIN = "cmn"
    CANTONESE = "yue"
    ENGLISH = "eng"

    @property
    def written(self) -> str:
        """The written language that is read aloud."""
        return {Spoken.MANDARIN: ZH_HANS, Spoken.CANTONESE: ZH_HANT, Spoken.ENGLISH: EN}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A recording of one text in one spoken language.

    Attributes:
        field: Dotted path of the text that is read.
        sound: The recording.
        made_from: Digest of the words that were read; empty where nobody knows.
    """

    sound: MediaId
    field: str = "text"
    spoken: Spoken = Spoken.MANDARIN
    made_from: str = ""

    def is_stale(self, text: Text) -> bool:
        """Whether the text has changed since it was recorded."""
        return bool(self.made_from) and self.made_from != digest(self.words_of(text))

    def words_of(self, text: Text) -> str:
        """The words of a text that this reading reads."""
        return text[self.spoken.written] or ("" if self.spoken is Spoken.ENGLISH else text[ZH_HANS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrated(Record):
    """A record with words to read and pictures to look at, the first one leading.

    Attributes:
        readings: Its texts read aloud, each in a spoken language.
    """

    text: Text = NO_TEXT
    media: tuple[MediaId, ...] = ()
    readings: tuple[Reading, ...] = ()
