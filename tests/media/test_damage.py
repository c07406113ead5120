"""Files that are cut off, torn or made to do harm: each is refused, whatever it is."""

import contextlib
import functools
import io
import os
import random
import struct
import zlib

import pillow_heif
import pytest
from PIL import Image

from hall_app.media.examination import examine
from hall_app.media.limits import DEFAULT_LIMITS, Limits
from hall_app.media.recognition import medium_of, recognise
from hall_app.media.refusal import Reason, Refusal
from tests.media.samples import encoded, make_photo, make_svg, write_film, write_sound

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"4 0 obj<</Title(Brand Nanhai)>>endobj\n"
    b"trailer<</Root 1 0 R/Info 4 0 R>>\nstartxref\n9\n%%EOF\n"
)
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\none\n\n00:01.000 --> 00:02.000\ntwo\n"


def heic() -> bytes:
    file = io.BytesIO()
    pillow_heif.from_pillow(make_photo()).save(file, quality=80)
    return file.getvalue()


PICTURES = {
    "image/jpeg": lambda: encoded(make_photo(), "JPEG"),
    "image/png": lambda: encoded(make_photo(), "PNG"),
    "image/webp": lambda: encoded(make_photo(), "WEBP"),
    "image/tiff": lambda: encoded(make_photo(), "TIFF", compression="tiff_lzw"),
    "image/gif": lambda: encoded(make_photo().quantize(), "GIF"),
    "image/heic": heic,
    "image/avif": lambda: encoded(make_photo(), "AVIF", speed=10),
    "image/svg+xml": make_svg,
    "application/pdf": lambda: PDF,
}
CONTAINERS = {
    "video/mp4": functools.partial(write_film, codec="libx264"),
    "video/quicktime": write_film,
    "video/webm": functools.partial(write_film, codec="libvpx"),
    "video/x-matroska": write_film,
    "audio/mpeg": write_sound,
    "audio/wav": write_sound,
    "audio/flac": write_sound,
    "audio/ogg": write_sound,
    "audio/mp4": write_sound,
}
ENDINGS = {
    "video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm", "video/x-matroska": "mkv",
    "audio/mpeg": "mp3", "audio/wav": "wav", "audio/flac": "flac", "audio/ogg": "ogg", "audio/mp4": "m4a",
}  # fmt: skip
ALL = [*PICTURES, *CONTAINERS]


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    @functools.cache
    def sample_(mime: str) -> bytes:
        if mime in PICTURES:
            return PICTURES[mime]()
        path = tmp_path_factory.mktemp("films") / f"sample.{ENDINGS[mime]}"
        return CONTAINERS[mime](path).read_bytes()

    return sample_


@pytest.fixture
def take(tmp_path):
    def take_(data: bytes, limits: Limits = DEFAULT_LIMITS):
        (tmp_path / "file").write_bytes(data)
        return examine(tmp_path / "file", limits=limits, fonts=None)

    return take_


@pytest.mark.parametrize("mime", ALL)
def test_a_whole_file_is_taken_for_what_it_is(take, sample, mime):
    assert recognise(sample(mime)) == mime
    probe = take(sample(mime)).probe

    assert (probe.mime, probe.medium) == (mime, medium_of(mime))


@pytest.mark.parametrize("mime", ALL)
def test_a_file_cut_off_anywhere_is_refused(take, sample, mime):
    whole = sample(mime)
    least = 8 if mime == "application/pdf" else 1
    for missing in {
        least,
        16,
        60,
        len(whole) // 4,
        len(whole) // 2,
        len(whole) * 3 // 4,
        len(whole) - 40,
    }:
        with pytest.raises(Refusal) as refused:
            take(whole[:-missing])
        assert refused.value.reason in {Reason.TRUNCATED, Reason.DAMAGED, Reason.UNKNOWN_TYPE}


@pytest.mark.parametrize("mime", ALL)
def test_a_torn_file_is_taken_or_refused_and_nothing_else(take, sample, mime):
    """Twenty seeded tears each: bytes overwritten, taken out or repeated."""
    seeded = random.Random(mime)
    for _ in range(20):
        torn = bytearray(sample(mime))
        at, length = seeded.randrange(len(torn)), seeded.randrange(1, 64)
        match seeded.randrange(3):
            case 0:
                torn[at : at + length] = seeded.randbytes(length)
            case 1:
                del torn[at : at + length]
            case 2:
                torn[at:at] = torn[at : at + length]
        with contextlib.suppress(Refusal):
            take(bytes(torn))


@pytest.mark.parametrize("mime", ["video/mp4", "audio/wav"])
def test_a_play_list_dressed_as_a_film_is_not_followed(take, sample, mime, tmp_path):
    (tmp_path / "secret.mp4").write_bytes(sample("video/mp4"))
    play_list = f"#EXTM3U\n#EXTINF:2,\n{tmp_path / 'secret.mp4'}\n#EXT-X-ENDLIST\n".encode()
    head = sample(mime)[:16]
    for dressed in (play_list, head + play_list, b"ffconcat version 1.0\nfile secret.mp4\n"):
        with pytest.raises(Refusal):
            take(dressed)


def duration_of(take, film: bytes) -> float | None:
    """What the file is taken to last; none where it is refused."""
    try:
        return take(film).probe.duration_s
    except Refusal:
        return None


@pytest.mark.parametrize("duration", [0, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
def test_a_film_whose_length_is_nonsense_is_refused_or_measured(take, sample, duration):
    film = bytearray(sample("video/quicktime").replace(b"edts", b"free"))
    for box, offset in ((b"mvhd", 20), (b"mdhd", 20), (b"tkhd", 24)):
        at = film.find(box)
        assert at > 0
        while at > 0:
            film[at + offset : at + offset + 4] = struct.pack(">I", duration)
            at = film.find(box, at + 4)

    assert duration_of(take, bytes(film)) in (None, pytest.approx(2.0, abs=0.1))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -5.0, 0.0, 1e300])
def test_a_webm_whose_length_is_no_number_is_refused_or_measured(take, sample, number):
    film = sample("video/webm")
    at = film.find(b"\x44\x89\x88") + 3
    assert at > 3
    made_up = film[:at] + struct.pack(">d", number) + film[at + 8 :]

    assert duration_of(take, made_up) in (None, pytest.approx(2.0, abs=0.1))


def test_a_film_longer_than_allowed_is_refused(take, sample):
    with pytest.raises(Refusal) as refused:
        take(sample("video/mp4"), Limits(duration_s=1.5))

    assert refused.value.reason is Reason.TOO_LONG


def test_a_film_of_too_many_pixels_is_refused(take, sample):
    with pytest.raises(Refusal) as refused:
        take(sample("video/mp4"), Limits(pixels=10_000))

    assert refused.value.reason is Reason.TOO_MANY_PIXELS


@pytest.mark.parametrize("mime", ["image/png", "image/svg+xml", "application/pdf", "video/mp4"])
def test_a_file_larger_than_its_kind_may_be_is_refused(take, sample, mime):
    limits = Limits(picture_bytes=10, vector_bytes=10, film_bytes=10, document_bytes=10)
    with pytest.raises(Refusal) as refused:
        take(sample(mime), limits)

    assert refused.value.reason is Reason.TOO_LARGE


def test_text_bombs_in_a_picture_do_not_grow(take):
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    png = encoded(Image.new("RGB", (8, 8)), "PNG")
    for bomb in (
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000), 9)),
        chunk(b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(bytes(80_000_000), 9)),
        chunk(b"iCCP", b"profile\0\0" + zlib.compress(bytes(80_000_000), 9)),
    ):
        with pytest.raises(Refusal):
            take(png[:33] + bomb + png[33:])


def test_a_document_says_its_pages_and_title(take):
    probe = take(PDF).probe

    assert probe.pages == 1
    assert probe.credits.title == "Brand Nanhai"


def test_subtitles_are_no_medium_of_their_own(take):
    probe = take(VTT).probe

    assert (probe.medium, probe.mime, probe.duration_s) == (None, "text/vtt", 2.0)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 8, 12, 64, 4096])
def test_noise_is_refused(take, size):
    noise = random.Random(size).randbytes(size)
    with pytest.raises(Refusal) as refused:
        take(noise)

    assert refused.value.reason is (Reason.UNKNOWN_TYPE if size else Reason.EMPTY)


def test_no_file_on_the_way_is_named_in_a_refusal(take, sample, tmp_path):
    for mime in ALL:
        with pytest.raises(Refusal) as refused:
            take(sample(mime)[: len(sample(mime)) // 3])
        assert str(tmp_path) not in str(refused.value)
        assert os.sep + "file" not in str(refused.value)
