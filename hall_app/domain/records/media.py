"""A picture, film, sound or paper in the vault, with its words and rights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.text import NO_TEXT, Text

# What a file tells of itself; never written in content files.
FILE_FIELDS = (
    "medium", "mime", "file_name", "sha256", "size_bytes", "width", "height", "duration_s", "colour",
    "renditions", "metadata", "flashes_per_s",
)  # fmt: skip


class Medium(StrEnum):
    """What a file is."""

    PICTURE = "picture"
    VECTOR = "vector"
    FILM = "film"
    SOUND = "sound"
    DOCUMENT = "document"


class TrackRole(StrEnum):
    """What a track beside a film is for."""

    SUBTITLES = "subtitles"
    DESCRIPTION = "description"
    SIGN_LANGUAGE = "sign-language"


class RightsScope(StrEnum):
    """Where rights allow a medium to appear."""

    HALL = "hall"
    WEB = "web"
    PRINT = "print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Who owns a medium and where it may appear, and from and until which day."""

    holder: str = ""
    licence: str = ""
    scope: tuple[RightsScope, ...] = ()
    since: Day | None = None
    until: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FocalPoint:
    """What a crop must keep: `x` and `y` from 0 to 1 from the top left."""

    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Subtitles, a spoken description or a signed picture, one language each."""

    role: TrackRole
    language: str
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A smaller picture of the original: width and height in pixels."""

    name: str
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Media(Record):
    """A file of the vault.

    Attributes:
        sha256: Of the original, lower-case hexadecimal; the vault knows it by this name.
        width, height: Pixels after orientation; 0 where it has none.
        duration_s: Seconds; 0 where it has none.
        colour: The picture's mean colour, `#rrggbb`, shown until the picture is there.
        metadata: EXIF, IPTC and XMP as they came, name and value.
        flashes_per_s: The most flashes within any second of a film; 0 where none were seen.
        approval: Of a map, the number of its examination (审图号).
        is_drawn: One of our own plates (示意), never to be taken for a photograph.
        no_description_because: Why a film has no described track.
    """

    kind: ClassVar[Kind] = Kind.MEDIA

    medium: Medium = Medium.PICTURE
    mime: str = ""
    file_name: str = ""
    sha256: str = ""
    size_bytes: int = 0
    width: int = 0
    height: int = 0
    duration_s: float = 0
    colour: str = ""
    renditions: tuple[Rendition, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    flashes_per_s: float = 0
    caption: Text = NO_TEXT
    alt: Text = NO_TEXT
    credit: str = ""
    approval: str = ""
    is_drawn: bool = False
    focal_point: FocalPoint = FocalPoint()
    tracks: tuple[Track, ...] = ()
    no_description_because: Text = NO_TEXT
    rights: Rights = Rights()
