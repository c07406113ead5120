"""A picture, film, sound or paper in the vault, with its words and rights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.text import NO_TEXT, Text, digest

# What a file tells of itself; never written in content files.
FILE_FIELDS = (
    "medium", "mime", "file_name", "sha256", "size_bytes", "width", "height", "duration_s", "colour",
    "renditions", "metadata", "look", "pages", "taken", "harvested", "earlier",
    "flashes_per_s",
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


class CropShape(StrEnum):
    """The shape of a place on a screen where a picture is cut to fit."""

    LANDSCAPE = "16:9"
    PORTRAIT = "9:16"
    SQUARE = "1:1"
    BAND = "2:1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """What a person chose to show in one shape, in place of what follows from the focal point.

    Attributes:
        x, y: The top left corner, from 0 to 1 of the picture.
        width, height: From 0 to 1 of the picture.
    """

    shape: CropShape
    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Subtitles, a spoken description or a signed picture, one language each.

    Attributes:
        made_from: Digest of the film it was made for; empty where nobody knows.
    """

    role: TrackRole
    language: str
    sha256: str
    file_name: str
    made_from: str = ""

    def is_stale(self, film: str) -> bool:
        """Whether it was made for another film than the one with this SHA-256."""
        return bool(self.made_from) and self.made_from != digest(film)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A smaller picture of the original: width and height in pixels."""

    name: str
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFile:
    """A file that was behind a medium before another took its place; it can come back.

    Its fields are those of the medium that the file told.

    Attributes:
        until: When it was replaced, ISO 8601.
    """

    until: str = ""
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
    look: str = ""
    pages: int = 0
    taken: str = ""
    harvested: tuple[tuple[str, str], ...] = ()
    flashes_per_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Media(Record):
    """A file of the vault.

    Attributes:
        tags: Simple words of the desk by which media are found and gathered.
        sha256: Of the original, lower-case hexadecimal; the vault knows it by this name.
        width, height: Pixels after orientation; 0 where it has none.
        duration_s: Seconds; 0 where it has none.
        colour: The picture's mean colour, `#rrggbb`, shown until the picture is there.
        metadata: EXIF, IPTC and XMP as they came, name and value.
        look: 64 bits of how a picture looks, sixteen hexadecimal digits; alike pictures differ in few.
        pages: Of a document or a TIFF; 0 where it has none or does not say.
        taken: When it was taken, ISO 8601, as exactly as the file knows.
        harvested: Fields that the file itself filled, by their path, and with what.
        earlier: The files that were behind this medium before, the last one first.
        crops: What a person chose for single shapes; the others follow from the focal point.
        flashes_per_s: The most flashes within any second of a film; None where nobody looked.
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
    look: str = ""
    pages: int = 0
    taken: str = ""
    harvested: tuple[tuple[str, str], ...] = ()
    earlier: tuple[EarlierFile, ...] = ()
    tags: tuple[str, ...] = ()
    flashes_per_s: float | None = None
    caption: Text = NO_TEXT
    alt: Text = NO_TEXT
    credit: str = ""
    approval: str = ""
    is_drawn: bool = False
    focal_point: FocalPoint = FocalPoint()
    crops: tuple[Crop, ...] = ()
    tracks: tuple[Track, ...] = ()
    no_description_because: Text = NO_TEXT
    rights: Rights = Rights()
