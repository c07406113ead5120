"""What pictures say of themselves, and how little nonsense in it matters."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image, TiffImagePlugin
from PIL.PngImagePlugin import PngInfo

from hall_app.media.harvest import harvest
from hall_app.media.probe import Credits
from tests.media.samples import encoded

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="南海区档案馆">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">藤编</rdf:li></rdf:Alt></dc:title>
<dc:rights><rdf:Alt><rdf:li>CC BY 4.0</rdf:li></rdf:Alt></dc:rights>
<dc:creator><rdf:Seq><rdf:li>甲</rdf:li><rdf:li>乙</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def read(data: bytes) -> Credits:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return harvest(image)


def with_exif(fill) -> bytes:
    exif = Image.Exif()
    fill(exif)
    return encoded(Image.new("RGB", (64, 48)), "JPEG", exif=exif)


def iptc_segment(*fields: tuple[int, bytes]) -> bytes:
    data = b"".join(
        b"\x1c\x02" + bytes([field]) + len(value).to_bytes(2, "big") + value
        for field, value in fields
    )
    resource = b"8BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data + bytes(len(data) % 2)
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body


def test_a_cameras_notes_are_read():
    def fill(exif: Image.Exif) -> None:
        exif[ExifTags.Base.Make] = "Seagull"
        exif[ExifTags.Base.Artist] = "Hall photographer"
        exif[ExifTags.Base.Copyright] = "Nanhai"
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2017:09:28 10:00:00"
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {
                ExifTags.GPS.GPSLatitudeRef: "N",
                ExifTags.GPS.GPSLatitude: (23.0, 2.0, 24.0),
                ExifTags.GPS.GPSLongitudeRef: "W",
                ExifTags.GPS.GPSLongitude: (113.0, 9.0, 0.0),
            }
        )

    words = read(with_exif(fill))

    assert words.credit == "Hall photographer"
    assert words.rights == "Nanhai"
    assert words.date == "2017-09-28T10:00:00"
    assert (words.latitude, words.longitude) == (23.04, -113.15)
    assert ("Exif.Make", "Seagull") in words.pairs


def test_a_press_offices_notes_are_read_in_both_encodings():
    picture = encoded(Image.new("RGB", (64, 48)), "JPEG")
    for encoding in ("utf-8", "gb18030"):
        segment = iptc_segment(
            (5, "香云纱".encode(encoding)), (80, b"Reporter"), (116, b"Daily"), (55, b"20170928")
        )
        words = read(picture[:2] + segment + picture[2:])

        assert (words.title, words.credit, words.rights, words.date) == (
            "香云纱",
            "Reporter",
            "Daily",
            "2017-09-28",
        )


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG", "TIFF"])
def test_an_archives_notes_are_read(form):
    options: dict[str, object] = {"xmp": XMP.encode()}
    if form == "TIFF":
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[700] = XMP.encode()
        options = {"tiffinfo": tags}
    if form == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP)
        options = {"pnginfo": info}
    words = read(encoded(Image.new("RGB", (64, 48)), form, **options))

    assert (words.title, words.credit, words.rights) == ("藤编", "南海区档案馆", "CC BY 4.0")
    assert ("Xmp.dc.creator", "甲, 乙") in words.pairs


def test_entities_in_notes_are_not_expanded():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + XMP.replace("藤编", "&a;")
    words = read(encoded(Image.new("RGB", (64, 48)), "JPEG", xmp=bomb.encode()))

    assert words == Credits()


@pytest.mark.parametrize(
    "latitude", [(91.0, 0.0, 0.0), (1.0, 2.0), "north", (0.0, 0.0, float("inf"))]
)
def test_a_place_that_is_nowhere_is_no_place(latitude):
    def fill(exif: Image.Exif) -> None:
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {
                ExifTags.GPS.GPSLatitudeRef: "N",
                ExifTags.GPS.GPSLongitudeRef: "E",
                ExifTags.GPS.GPSLongitude: (1.0, 0.0, 0.0),
            }
        )

    with Image.open(io.BytesIO(with_exif(fill))) as image:
        image.getexif().get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = latitude
        words = harvest(image)

    assert (words.latitude, words.longitude) == (None, None)


@pytest.mark.filterwarnings("ignore")  # Pillow warns of each, on opening
@given(st.binary(max_size=400))
def test_no_broken_notes_refuse_a_picture(noise):
    for notes in (
        {"exif": b"Exif\0\0" + noise},
        {"exif": b"Exif\0\0MM\0*\0\0\0\x08" + noise},
        {"xmp": noise},
    ):
        words = read(encoded(Image.new("RGB", (8, 8)), "JPEG", **notes))

        assert all(value.isprintable() and len(value) <= 500 for _, value in words.pairs)


def test_long_notes_are_shortened():
    words = read(
        with_exif(lambda exif: exif.__setitem__(ExifTags.Base.ImageDescription, "x" * 60_000))
    )

    assert len(words.title) == 500
