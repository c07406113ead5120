"""Every kind of file the hall takes comes in with a picture to know it by."""

import io

import pillow_heif
import pypdfium2
import pytest
from PIL import Image

from hall_app.media.ingest import ingest
from hall_app.media.looks import look_of
from hall_app.media.refusal import Reason, Refusal
from tests.media.samples import encoded, make_photo, make_svg, write_film, write_sound


def write_pdf(path, *, pages=3):
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(path)
    document.close()
    return path


def write_tiff(path, *, pages=3):
    first, *others = (make_photo(seed=seed) for seed in range(pages))
    first.save(path, save_all=True, append_images=others, compression="tiff_lzw")
    return path


def write_picture(path):
    if path.suffix == ".heic":
        pillow_heif.from_pillow(make_photo()).save(path, quality=80)
    elif path.suffix == ".svg":
        path.write_bytes(make_svg())
    else:
        make_photo().save(path)
    return path


WRITERS = {
    "photo.jpg": write_picture, "photo.heic": write_picture, "photo.webp": write_picture,
    "photo.png": write_picture, "photo.avif": write_picture, "drawing.svg": write_picture,
    "scan.tif": write_tiff, "paper.pdf": write_pdf, "voice.mp3": write_sound,
    "voice.wav": write_sound, "voice.m4a": write_sound, "voice.flac": write_sound,
    "voice.ogg": write_sound, "film.mp4": write_film,
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_comes_in_with_a_picture(name, vault, workshop, tmp_path):
    found = ingest(WRITERS[name](tmp_path / name), vault, workshop)
    small = min(found.renditions, key=lambda one: one.width)
    with Image.open(vault.path(small.sha256)) as picture:
        picture.load()
        assert picture.size == (small.width, small.height)
        assert max(picture.size) <= 640


def test_papers_and_scans_say_how_many_pages_they_have(vault, workshop, tmp_path):
    paper = ingest(write_pdf(tmp_path / "paper.pdf"), vault, workshop).probe
    scan = ingest(write_tiff(tmp_path / "scan.tif"), vault, workshop).probe
    assert (paper.pages, scan.pages) == (3, 3)
    assert paper.height > paper.width > 0


def test_a_paper_whose_pages_are_gone_is_refused(vault, workshop, tmp_path):
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\nnothing\nstartxref\n9\n%%EOF\n")
    with pytest.raises(Refusal) as refused:
        ingest(tmp_path / "bad.pdf", vault, workshop)
    assert refused.value.reason is Reason.DAMAGED


def test_a_look_outlives_another_size_and_form_and_a_flat_picture_has_none():
    photo = make_photo(1200, 900)
    look = look_of(encoded(photo, "PNG"))
    again = look_of(encoded(photo.resize((320, 240)), "JPEG", quality=50))
    other = look_of(encoded(make_photo(1200, 900, seed=2), "PNG"))
    apart = [(int(look, 16) ^ int(one, 16)).bit_count() for one in (again, other)]
    assert apart[0] <= 7 < apart[1]
    assert look_of(encoded(Image.new("RGB", (64, 48), "navy"), "PNG")) == ""


def test_the_same_file_gives_the_same_picture_of_its_sound(vault, workshop, tmp_path):
    sound = write_sound(tmp_path / "voice.wav")
    first = ingest(sound, vault, workshop).renditions
    copy = tmp_path / "copy.wav"
    copy.write_bytes(sound.read_bytes())
    assert ingest(copy, vault, workshop).renditions == first
    data = io.BytesIO(vault.path(first[0].sha256).read_bytes())
    with Image.open(data) as wave:
        assert wave.getbbox() is not None
