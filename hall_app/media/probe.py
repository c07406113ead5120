"""What is known about a file once it was read: values only, as they come from the reading child."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.records import Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What a file says about itself and its owner, as text; empty where it says nothing.

    Attributes:
        caption: What it shows; never where it was taken to the metre.
        rights: Whose it is.
        usage: On which terms it may be used.
        date: When it was taken, ISO 8601, as exactly as the file knows.
        pairs: Everything it carries (EXIF, IPTC, XMP, tags), name and value, in reading order.
    """

    title: str = ""
    caption: str = ""
    credit: str = ""
    rights: str = ""
    usage: str = ""
    date: str = ""
    latitude: float | None = None
    longitude: float | None = None
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What a file is.

    Attributes:
        medium: None for subtitles, which are a track beside a film.
        width, height: Pixels as seen, after orientation and pixel shape; 0 where it has none.
        colour: The mean colour, `#rrggbb`; empty where there is nothing to see.
        frames: More than one where a picture moves or has pages; the hall shows the first.
        pages: Of a document, 0 where it cannot be counted.
        look: 64 bits of how a picture looks, in hexadecimal; empty where it shows nothing.
        flashes_per_s: The most flashes within any second of a film; None where nobody looked.
    """

    medium: Medium | None
    mime: str
    width: int = 0
    height: int = 0
    duration_s: float = 0.0
    frames_per_second: float = 0.0
    codec: str = ""
    has_audio: bool = False
    has_alpha: bool = False
    colour: str = ""
    frames: int = 1
    pages: int = 0
    look: str = ""
    flashes_per_s: float | None = None
    credits: Credits = Credits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The bytes of one rendition: a JPEG or PNG in sRGB, upright."""

    name: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """All that reading a file gives.

    Attributes:
        cleaned: What is stored in place of the file, where its own bytes are not (drawings).
    """

    probe: Probe
    renditions: tuple[Drawn, ...] = ()
    cleaned: bytes | None = None
