"""What kind of file some bytes are: told from the bytes, never from a name."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import Protocol

from hall_app.domain.records import Medium
from hall_app.media.refusal import Reason, Refusal

JPEG = "image/jpeg"
PNG = "image/png"
GIF = "image/gif"
WEBP = "image/webp"
TIFF = "image/tiff"
HEIC = "image/heic"
AVIF = "image/avif"
SVG = "image/svg+xml"
PDF = "application/pdf"
WEBVTT = "text/vtt"

_HEAD = 64 * 1024
_NOTED_WITHIN = 1 << 20
_BEFORE_NOTE = 36
_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}
_QUICKTIME_BOXES = {b"moov", b"mdat", b"wide", b"free", b"skip"}
_SOUND_BRANDS = {b"M4A ", b"M4B "}
_SVG_START = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")
_MPEG_LAYER_3 = re.compile(rb"\xff[\xfa\xfb\xf2\xf3\xe2\xe3]")
_SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"%PDF-", PDF),
    (b"WEBVTT", WEBVTT),
    (b"\xef\xbb\xbfWEBVTT", WEBVTT),
    (b"\x1f\x8b", SVG),
)


class Bytes(Protocol):
    """Bytes or a mapped file: sliced and searched without reading all of it."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice, /) -> bytes: ...

    def find(self, sub: bytes, start: int = ..., end: int = ..., /) -> int: ...

    def rfind(self, sub: bytes, start: int = ..., end: int = ..., /) -> int: ...


def recognise(data: Bytes) -> str:
    """The MIME type of a file that the hall takes; any other is refused."""
    if not data:
        raise Refusal(Reason.EMPTY)
    head = data[:_HEAD]
    for signature, known in _SIGNATURES:
        if head.startswith(signature):
            return known
    mime = _container(head) or _drawing(head)
    if mime is None:
        raise Refusal(Reason.UNKNOWN_TYPE)
    return mime


def medium_of(mime: str) -> Medium | None:
    """The medium of a recognised type; none for subtitles, which are a track beside a film."""
    if mime == SVG:
        return Medium.VECTOR
    if mime == PDF:
        return Medium.DOCUMENT
    match mime.partition("/")[0]:
        case "image":
            return Medium.PICTURE
        case "video":
            return Medium.FILM
        case "audio":
            return Medium.SOUND
    return None


def require_whole(data: Bytes, mime: str) -> None:
    """Refuse a file whose end is missing by its own account.

    Decoders forgive the last bytes of some formats; a file that was cut off anywhere was copied
    badly and is not what its maker saved.
    """
    check = _ENDS.get(mime)
    if check is not None and not check(data):
        raise Refusal(Reason.TRUNCATED)


def _container(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": "audio/wav"}.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _iso_media(head)
    if head[4:8] in _QUICKTIME_BOXES:
        return "video/quicktime"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "video/webm" if b"webm" in head[:64] else "video/x-matroska"
    return "audio/mpeg" if _MPEG_LAYER_3.match(head) else None


def _iso_media(head: bytes) -> str:
    (length,) = struct.unpack(">I", head[:4])
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(length, 256), 4))}
    if brands & _AVIF_BRANDS:
        return AVIF
    if head[8:12] in _HEIF_BRANDS:
        return HEIC
    if head[8:12] in _SOUND_BRANDS:
        return "audio/mp4"
    return "video/quicktime" if head[8:12] == b"qt  " else "video/mp4"


def _drawing(head: bytes) -> str | None:
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.decode("utf-16", "replace").encode()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return SVG if start.startswith(b"<") and _SVG_START.search(start) else None


def _jpeg_ends(data: Bytes) -> bool:
    if data[-2:] == b"\xff\xd9":
        return True
    # A marker cannot stand inside the coded picture, so the last end must follow the last scan;
    # some cameras write more behind it.
    return data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda")


def _png_ends(data: Bytes) -> bool:
    return data.rfind(b"IEND\xaeB`\x82") > 0


def _gif_ends(data: Bytes) -> bool:
    return data[len(data) - 64 :].rstrip(b"\x00").endswith(b";")


def _riff_ends(data: Bytes) -> bool:
    (length,) = struct.unpack("<I", data[4:8])
    return length in {0, 0xFFFFFFFF} or length + 8 <= len(data)


def _boxes_end(data: Bytes) -> bool:
    """Whether every top-level box of an ISO media file lies within it."""
    at, kinds = 0, set()
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if length == 1 and at + 16 <= len(data):
            (length,) = struct.unpack(">Q", data[at + 8 : at + 16])
        elif length == 0:
            length = len(data) - at
        if length < 8:
            return False
        kinds.add(kind)
        at += length
    # A camera that lost its power leaves the pictures and no index of them.
    return at == len(data) and bool(kinds & {b"moov", b"meta"})


def _matroska_ends(data: Bytes) -> bool:
    """Whether the segment, where it says how long it is, lies within the file."""
    at = 4
    size, at = _variable_length(data, at)
    at += size + 4
    size, at = _variable_length(data, at)
    return at + size <= len(data)


def _variable_length(data: Bytes, at: int) -> tuple[int, int]:
    """An EBML number and where it ends; 0 for the number that means "unknown"."""
    first = data[at : at + 1]
    if not first or not first[0]:
        return len(data), at
    length = 9 - first[0].bit_length()
    mask = (1 << 7 * length) - 1
    number = int.from_bytes(data[at : at + length], "big") & mask
    return (0 if number == mask else number), at + length


def _ogg_ends(data: Bytes) -> bool:
    """Whether the last page lies within the file."""
    at = data.rfind(b"OggS")
    segments = data[at + 26 : at + 27]
    if not segments:
        return False
    table = data[at + 27 : at + 27 + segments[0]]
    return len(table) == segments[0] and at + 27 + len(table) + sum(table) <= len(data)


def _mp3_ends(data: Bytes) -> bool:
    """Whether as many bytes are there as its first frame, where it is a note, says."""
    head = data[:_NOTED_WITHIN]
    at = max(head.find(b"Xing"), head.find(b"Info"))
    if at < 0 or not head[at + 7] & 2:
        return True
    after = at + 8 + (4 if head[at + 7] & 1 else 0)
    length = int.from_bytes(head[after : after + 4], "big")
    return len(data) - (at - _BEFORE_NOTE) >= length


def _pdf_ends(data: Bytes) -> bool:
    return data.rfind(b"%%EOF", max(0, len(data) - 2048)) >= 0


_ENDS: dict[str, Callable[[Bytes], bool]] = {
    JPEG: _jpeg_ends,
    PNG: _png_ends,
    GIF: _gif_ends,
    WEBP: _riff_ends,
    "audio/wav": _riff_ends,
    HEIC: _boxes_end,
    AVIF: _boxes_end,
    "video/mp4": _boxes_end,
    "video/quicktime": _boxes_end,
    "audio/mp4": _boxes_end,
    "video/webm": _matroska_ends,
    "video/x-matroska": _matroska_ends,
    "audio/ogg": _ogg_ends,
    "audio/mpeg": _mp3_ends,
    PDF: _pdf_ends,
}
