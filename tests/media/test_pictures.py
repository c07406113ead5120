"""Pictures upright, in the right colours, at the right sizes."""

import io
import struct
import zlib

import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, TiffImagePlugin

from hall_app.media import recognition
from hall_app.media.examination import examine as examine_file
from hall_app.media.limits import DEFAULT_LIMITS, Limits
from hall_app.media.pictures import examine_picture
from hall_app.media.probe import Examination
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.scaling import fitted, shrink
from tests.media.profiles import ADOBE_RGB, DISPLAY_P3, SRGB, make_profile, seen_in_srgb
from tests.media.samples import BLUE, GREEN, RED, WHITE, encoded, make_photo, make_quarters

QUARTERS = (RED, GREEN, BLUE, WHITE)
ORIENTATION = 0x0112
# What undoes each turn that a camera may have noted: the file is stored so that this shows it upright.
UNDONE_BY = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.fixture
def examine(tmp_path):
    def examine_(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Examination:
        (tmp_path / "picture").write_bytes(data)
        return examine_picture(tmp_path / "picture", recognition.recognise(data), limits)

    return examine_


def pixels(examination: Examination, name: str = "2560") -> Image.Image:
    drawn = next(one for one in examination.renditions if one.name == name)
    return Image.open(io.BytesIO(drawn.data))


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    image = image.convert("RGB")
    near, far_x, far_y = 20, image.width - 20, image.height - 20
    return [
        image.getpixel(at) for at in ((near, near), (far_x, near), (near, far_y), (far_x, far_y))
    ]


def is_close(one: tuple[int, ...], other: tuple[int, ...], most: int = 12) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def turned(image: Image.Image, orientation: int) -> Image.Image:
    undone_by = UNDONE_BY[orientation]
    return image if undone_by is None else image.transpose(undone_by)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    ("form", "size"),
    [
        ("JPEG", (640, 480)),
        ("JPEG", (6000, 4000)),
        ("PNG", (640, 480)),
        ("WEBP", (640, 480)),
        ("TIFF", (640, 480)),
    ],
)
def test_every_orientation_is_set_upright(examine, form, size, orientation):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = turned(make_quarters(*size), orientation)
    examination = examine(encoded(stored, form, exif=exif))

    assert (examination.probe.width, examination.probe.height) == size
    for name in ("2560", "320"):
        picture = pixels(examination, name)
        assert picture.size == fitted(size, int(name))
        assert all(map(is_close, corners(picture), QUARTERS))
        assert ORIENTATION not in picture.getexif()


@pytest.mark.parametrize("orientation", [1, 6, 3, 8])
def test_a_telephones_heic_is_set_upright(examine, orientation):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = io.BytesIO()
    heif = pillow_heif.from_pillow(turned(make_quarters(), orientation))
    heif.save(file, quality=90, exif=exif.tobytes())
    examination = examine(file.getvalue())

    assert examination.probe.mime == "image/heic"
    assert (examination.probe.width, examination.probe.height) == (640, 480)
    assert all(map(is_close, corners(pixels(examination)), QUARTERS))


def test_an_avif_is_read(examine):
    examination = examine(encoded(make_quarters(), "AVIF", quality=90))

    assert examination.probe.mime == "image/avif"
    assert all(map(is_close, corners(pixels(examination)), QUARTERS))


@pytest.mark.parametrize("matrix", [DISPLAY_P3, ADOBE_RGB], ids=["Display P3", "Adobe RGB"])
@pytest.mark.parametrize("colour", [(120, 180, 90), (200, 80, 60), (60, 70, 160), (128, 128, 128)])
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_colour_profile_is_honoured(examine, form, colour, matrix):
    options = {"quality": 95} if form in {"JPEG", "WEBP"} else {}
    picture = Image.new("RGB", (400, 300), colour)
    examination = examine(encoded(picture, form, icc_profile=make_profile(matrix), **options))
    shown = pixels(examination).convert("RGB")

    assert is_close(shown.getpixel((200, 150)), seen_in_srgb(colour, matrix), most=4)
    assert "icc_profile" not in shown.info


def test_a_profile_changes_what_is_seen(examine):
    """Guards the test above: if profiles were ignored it would have to fail."""
    green = (60, 200, 60)

    assert not is_close(seen_in_srgb(green, ADOBE_RGB), green)
    assert is_close(seen_in_srgb(green, SRGB), green)


def test_a_broken_profile_is_passed_over(examine):
    examination = examine(encoded(make_quarters(), "JPEG", icc_profile=b"\0" * 200))

    assert all(map(is_close, corners(pixels(examination)), QUARTERS))


def test_printing_colours_become_screen_colours(examine):
    cmyk = make_quarters().convert("CMYK")
    examination = examine(encoded(cmyk, "JPEG", quality=95))

    assert pixels(examination).mode == "RGB"
    assert all(
        is_close(*pair, most=20)
        for pair in zip(corners(pixels(examination)), QUARTERS, strict=True)
    )


def test_sixteen_bits_of_grey_keep_their_brightness(examine):
    grey = Image.new("I;16", (400, 300), 0x8000)
    big_endian = grey_tiff(400, 300, 0x8000)
    for data in (encoded(grey, "PNG"), encoded(grey, "TIFF"), big_endian):
        assert pixels(examine(data)).convert("L").getpixel((200, 150)) == 128


def grey_tiff(width: int, height: int, value: int) -> bytes:
    """A scanner's TIFF: sixteen bits, the larger byte first."""
    data = struct.pack(">H", value) * (width * height)
    tags = [
        (256, width),
        (257, height),
        (258, 16),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, height),
        (279, len(data)),
    ]
    entries = b"".join(struct.pack(">HHII", tag, 4, 1, number) for tag, number in tags)
    head = b"MM\0*" + struct.pack(">I", 8 + len(data))
    return head + data + struct.pack(">H", len(tags)) + entries + bytes(4)


def test_transparency_stays_and_does_not_bleed(examine):
    picture = Image.new("RGBA", (2800, 2100), (255, 0, 255, 0))
    picture.paste((20, 120, 20, 255), (1400, 0, 2800, 2100))
    examination = examine(encoded(picture, "PNG"))
    small = pixels(examination, "320")

    assert examination.probe.has_alpha
    assert small.format == "PNG"
    assert small.getpixel((20, 100))[3] == 0
    assert is_close(small.getpixel((300, 100)), (20, 120, 20, 255), most=2)
    edge = [small.getpixel((x, 100)) for x in range(small.width)]
    assert all(red < 60 for red, _, _, alpha in edge if alpha > 20)
    assert examination.probe.colour == "#147814"


def test_a_picture_whose_transparency_is_empty_counts_as_opaque(examine):
    examination = examine(encoded(make_photo().convert("RGBA"), "PNG"))

    assert not examination.probe.has_alpha
    assert pixels(examination).format == "JPEG"


def test_photographs_become_jpeg_and_what_is_drawn_in_few_colours_png(examine):
    assert pixels(examine(encoded(make_photo(), "PNG"))).format == "JPEG"
    assert pixels(examine(encoded(make_quarters(), "PNG"))).format == "PNG"


def test_the_first_frame_of_a_moving_picture_is_shown(examine):
    first, second = Image.new("RGB", (60, 40), RED), Image.new("RGB", (60, 40), BLUE)
    for form in ("GIF", "WEBP", "PNG"):
        examination = examine(encoded(first, form, save_all=True, append_images=[second]))
        assert examination.probe.frames == 2
        assert is_close(pixels(examination).convert("RGB").getpixel((30, 20)), RED)


def test_the_same_picture_gives_the_same_bytes(examine):
    data = encoded(make_photo(3000, 2000), "JPEG")

    assert examine(data) == examine(data)


def test_too_many_pixels_are_refused_before_any_is_decoded(examine):
    bomb = bytearray(encoded(Image.new("L", (8, 8)), "PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2  # says it is 3.6 thousand million pixels
    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")
    with pytest.raises(Refusal) as refused:
        examine(bytes(bomb))

    assert refused.value.reason is Reason.TOO_MANY_PIXELS
    assert "60,000" in refused.value.detail


def test_a_real_bomb_of_few_bytes_is_refused(examine):
    bomb = encoded(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(Refusal) as refused:
        examine(bomb)

    assert refused.value.reason is Reason.TOO_MANY_PIXELS


def test_frames_count_into_the_pixels_of_a_moving_picture(examine):
    frames = [Image.new("L", (200, 200), at * 4) for at in range(60)]
    moving = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(Refusal, match="frames"):
        examine(moving, Limits(moving_pixels=1_000_000))


def test_a_line_is_no_picture(examine):
    with pytest.raises(Refusal, match="thin"):
        examine(encoded(Image.new("RGB", (5000, 1)), "PNG"))


def test_measurements_are_no_picture(examine):
    with pytest.raises(Refusal) as refused:
        examine(encoded(Image.new("F", (40, 30), 0.5), "TIFF"))

    assert refused.value.reason is Reason.UNKNOWN_TYPE


@given(
    width=st.integers(1, 30_000),
    height=st.integers(1, 30_000),
    long_edge=st.sampled_from([320, 1280, 2560]),
)
def test_a_fitted_size_keeps_the_shape_and_never_grows(width, height, long_edge):
    fitted_width, fitted_height = fitted((width, height), long_edge)

    assert max(fitted_width, fitted_height) == min(long_edge, max(width, height))
    assert min(fitted_width, fitted_height) >= 1
    assert fitted_width <= width
    assert fitted_height <= height
    assert abs(fitted_width * height - fitted_height * width) <= max(width, height)


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (2561, 1707), (9001, 700)])
def test_the_quick_way_to_shrink_looks_like_the_slow_one(size):
    picture = make_photo(*size)
    target = fitted(size, 2560)
    quick, slow = shrink(picture, target), picture.resize(target, Image.Resampling.LANCZOS)

    assert quick.size == target
    for x in range(5, target[0], 97):
        y = x * target[1] // target[0]
        assert is_close(quick.getpixel((x, y)), slow.getpixel((x, y)), most=3)


def test_a_camera_s_raw_picture_is_not_taken_for_its_thumbnail(examine):
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[50706] = b"\1\4\0\0"
    tags.tagtype[50706] = 1
    with pytest.raises(Refusal, match="raw"):
        examine(encoded(make_quarters(), "TIFF", tiffinfo=tags))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "YCbCr", "LAB", "I;16"])
def test_every_kind_of_pixel_becomes_one_that_screens_show(examine, mode):
    form = "TIFF" if mode in {"CMYK", "YCbCr", "LAB"} else "PNG"
    picture = (
        make_quarters().convert("L").convert("I;16")
        if mode == "I;16"
        else make_quarters().convert(mode)
    )
    shown = pixels(examine(encoded(picture, form)))

    assert shown.mode in {"L", "RGB", "RGBA", "P"}
    white, red = corners(shown)[3], corners(shown)[0]
    if mode != "I;16":  # converting to it keeps the small numbers, which are nearly black
        assert min(white) > 225
        assert sum(red) < sum(white)


def test_a_picture_with_more_behind_its_end_is_taken(tmp_path):
    (tmp_path / "a.jpg").write_bytes(encoded(make_quarters(), "JPEG") + b"a telephone's notes")

    assert examine_file(tmp_path / "a.jpg", limits=DEFAULT_LIMITS, fonts=None).probe.width == 640


def test_a_very_large_picture_is_shrunk_in_two_steps():
    picture = make_quarters(6000, 4000)

    assert all(map(is_close, corners(shrink(picture, (320, 213))), QUARTERS))
