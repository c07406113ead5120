"""What a picture carries about itself: EXIF, IPTC and XMP, kept as pairs and read for its credits."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from hall_app.media.probe import Credits

_MOST_PAIRS = 200
_MOST_CHARACTERS = 500
_MOST_XMP = 4 << 20
_SKIPPED = {
    "MakerNote",
    "PrintImageMatching",
    "JPEGThumbnail",
    "XMLPacket",
    "ImageResources",
    "InterColorProfile",
}
_IPTC = {
    (2, 5): "ObjectName",
    (2, 25): "Keywords",
    (2, 55): "DateCreated",
    (2, 80): "By-line",
    (2, 90): "City",
    (2, 105): "Headline",
    (2, 110): "Credit",
    (2, 115): "Source",
    (2, 116): "CopyrightNotice",
    (2, 120): "Caption",
}
_XMP = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_EXIF_TIME = re.compile(r"(\d{4}):(\d\d):(\d\d)(?: (\d\d:\d\d:\d\d))?")
_TITLES = (
    "Xmp.dc.title",
    "Iptc.ObjectName",
    "Exif.XPTitle",
    "Iptc.Headline",
    "Exif.ImageDescription",
)
_CREDITS = (
    "Xmp.photoshop.Credit",
    "Iptc.Credit",
    "Xmp.dc.creator",
    "Iptc.By-line",
    "Exif.Artist",
    "Exif.XPAuthor",
)
_CAPTIONS = ("Xmp.dc.description", "Iptc.Caption", "Exif.ImageDescription")
_RIGHTS = ("Xmp.dc.rights", "Iptc.CopyrightNotice", "Exif.Copyright")
_USAGE = ("Xmp.xmpRights.UsageTerms", "Xmp.xmpRights.WebStatement")
# 23°02'24"N or 23.040000, 113.150000: where a picture was taken, which a caption need not tell.
_PLACE = re.compile(
    r"[-+]?\d{1,3}\s*°[^,;，；)）]*?[NSEWnsew]\b|[-+]?\d{1,3}\.\d{3,}\s*[,，]\s*[-+]?\d{1,3}\.\d{3,}"
)
_DATES = (
    "Exif.DateTimeOriginal",
    "Exif.DateTimeDigitized",
    "Xmp.photoshop.DateCreated",
    "Xmp.xmp.CreateDate",
    "Iptc.DateCreated",
    "Exif.DateTime",
)

Reading = Callable[[Any], Iterator[tuple[str, object]]]


def harvest(image: ImageFile.ImageFile) -> Credits:
    """What the picture says about itself. Nonsense in it is passed over and refuses nothing."""
    pairs: dict[str, str] = {}
    for read in (_exif, _iptc, _xmp):
        for name, value in _quietly(read, image):
            text = _text(value)
            if name and text and len(pairs) < _MOST_PAIRS:
                pairs.setdefault(name, text)
    place = dict(_quietly(_place, image))
    return Credits(
        title=_first(pairs, _TITLES),
        caption=_without_place(_first(pairs, _CAPTIONS)),
        credit=_first(pairs, _CREDITS),
        rights=_first(pairs, _RIGHTS),
        usage=_first(pairs, _USAGE),
        date=_iso(_first(pairs, _DATES)),
        latitude=_finite(place.get("latitude")),
        longitude=_finite(place.get("longitude")),
        pairs=tuple(pairs.items()),
    )


def orientation(image: Image.Image) -> int:
    """How a camera was held, 1 to 8; 1, upright, where it does not say."""
    noted = next((value for name, value in _quietly(_orientations, image)), 1)
    return noted if isinstance(noted, int) else 1


def _quietly(read: Reading, image: Image.Image) -> Iterator[tuple[str, object]]:
    """What a reading gives until it stumbles."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from list(read(image))
    except Exception:  # noqa: BLE001 - a camera's broken notes raise anything and are no fault of the picture
        return


def _orientations(image: Image.Image) -> Iterator[tuple[str, object]]:
    yield "Exif.Orientation", image.getexif().get(ExifTags.Base.Orientation, 1)


def _exif(image: ImageFile.ImageFile) -> Iterator[tuple[str, object]]:
    exif = image.getexif()
    folders: tuple[Mapping[int, Any], ...] = (exif, exif.get_ifd(ExifTags.IFD.Exif))
    for folder in folders:
        for tag, value in folder.items():
            name = ExifTags.TAGS.get(tag, "")
            if name.startswith("XP") and isinstance(value, bytes):
                yield f"Exif.{name}", value.decode("utf-16-le", "replace")
            elif name and name not in _SKIPPED:
                yield f"Exif.{name}", _bytes_of(value)
    for tag, value in exif.get_ifd(ExifTags.IFD.GPSInfo).items():
        yield f"Exif.{ExifTags.GPSTAGS.get(tag, tag)}", value


def _iptc(image: ImageFile.ImageFile) -> Iterator[tuple[str, object]]:
    for key, value in (IptcImagePlugin.getiptcinfo(image) or {}).items():
        if key in _IPTC:
            yield f"Iptc.{_IPTC[key]}", value


def _xmp(image: ImageFile.ImageFile) -> Iterator[tuple[str, object]]:
    packet = image.info.get("xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode()
    if not packet or len(packet) > _MOST_XMP or b"<!" in packet:
        return  # a packet has no use for declarations; entities are how such text becomes a bomb
    root = ET.fromstring(packet.strip(b"\x00 \t\r\n"))  # noqa: S314 - declarations are refused above
    for description in root.iter(f"{_RDF}Description"):
        for name, value in description.attrib.items():
            yield _xmp_name(name), value
        for child in description:
            items = [item.text or "" for item in child.iter(f"{_RDF}li")]
            yield _xmp_name(child.tag), ", ".join(items) if items else child.text or ""


def _xmp_name(tag: str) -> str:
    space, _, name = tag.removeprefix("{").partition("}")
    return f"Xmp.{_XMP[space]}.{name}" if space in _XMP else ""


def _text(value: object) -> str:
    """A value as one line fit to keep; empty where it is no text or number."""
    match value:
        case bytes():
            text = _decoded(value)
        case list() | tuple():
            text = ", ".join(filter(None, (_text(part) for part in value[:32])))
        case _:
            text = str(value)
    printable = "".join(char for char in text if char.isprintable() or char in "\n\t")
    return " ".join(printable.split())[:_MOST_CHARACTERS]


def _bytes_of(value: object) -> object:
    """Words that Pillow read a byte a letter, as the bytes they are; Chinese programs write UTF-8 or GBK."""
    if isinstance(value, str) and not value.isascii():
        try:
            return value.encode("latin-1")
        except UnicodeEncodeError:
            return value
    return value


def _decoded(value: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            text = value.rstrip(b"\x00").decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if text.isprintable() else ""
    return ""


def _first(pairs: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((pairs[name] for name in names if name in pairs), "")


def _without_place(words: str) -> str:
    return " ".join(_PLACE.sub("", words).split()).strip(" ,;，；()（）")


def _iso(date: str) -> str:
    exif = _EXIF_TIME.fullmatch(date)
    if exif is None:
        return f"{date[:4]}-{date[4:6]}-{date[6:]}" if re.fullmatch(r"\d{8}", date) else date
    year, month, day, time = exif.groups()
    if year == "0000":
        return ""
    return f"{year}-{month}-{day}" + (f"T{time}" if time else "")


def _place(image: Image.Image) -> Iterator[tuple[str, object]]:
    gps, tag = image.getexif().get_ifd(ExifTags.IFD.GPSInfo), ExifTags.GPS
    latitude = _degrees(gps[tag.GPSLatitude], gps[tag.GPSLatitudeRef], 90)
    longitude = _degrees(gps[tag.GPSLongitude], gps[tag.GPSLongitudeRef], 180)
    yield from (("latitude", latitude), ("longitude", longitude))


def _finite(degrees: object) -> float | None:
    return degrees if isinstance(degrees, float) else None


def _degrees(parts: tuple[Any, Any, Any], hemisphere: str, most: int) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    if not 0 <= value <= most:
        raise ValueError(value)
    return round(-value if hemisphere in {"S", "W"} else value, 6)
