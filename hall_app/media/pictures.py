"""Pictures: opened within limits, set upright, brought to sRGB, rendered at three sizes."""

from __future__ import annotations

import io
from pathlib import Path

import pillow_heif
from PIL import Image

from hall_app.domain.records import Medium
from hall_app.media import recognition
from hall_app.media.colours import mean_colour, to_srgb
from hall_app.media.harvest import harvest, orientation
from hall_app.media.limits import Limits, require_size
from hall_app.media.looks import look_of
from hall_app.media.probe import Drawn, Examination, Probe
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.scaling import fitted, shrink

SIZES = (2560, 1280, 320)
"""Long edges of the renditions in pixels; each is made from the one before."""

_FORMATS = {
    recognition.JPEG: "JPEG",
    recognition.PNG: "PNG",
    recognition.GIF: "GIF",
    recognition.WEBP: "WEBP",
    recognition.TIFF: "TIFF",
    recognition.HEIC: "HEIF",
    recognition.AVIF: "AVIF",
}
_MOVING = {recognition.GIF, recognition.PNG, recognition.WEBP, recognition.AVIF}
_LOSSLESS = {recognition.GIF, recognition.PNG, recognition.TIFF}
_FLAT_COLOURS = 1024
_QUALITY = 85
_DNG_VERSION = 50706
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_QUARTER_TURNS = {_TURNS[value] for value in (5, 6, 7, 8)}

# The limits below replace Pillow's own, which only warn up to twice its number.
Image.MAX_IMAGE_PIXELS = None
pillow_heif.register_heif_opener(thumbnails=False)


def examine_picture(path: Path, mime: str, limits: Limits) -> Examination:
    """Read a picture and render it; raises `Refusal`, or what Pillow raises on a damaged one."""
    with Image.open(path, formats=[_FORMATS[mime]]) as image:
        frames = _frames_within(image, mime, limits)
        full_size, profile = image.size, image.info.get("icc_profile")
        # The fitted size, not the box: a JPEG is then decoded at a half, quarter or eighth.
        image.draft(image.mode, fitted(full_size, SIZES[0]))
        is_scaled = image.size != full_size
        image.load()
        # A TIFF is turned upright while it loads.
        size = full_size if is_scaled else image.size
        turn = _TURNS.get(orientation(image))
        words = harvest(image)
        picture = _eight_bits(image)
    is_flat = mime in _LOSSLESS and picture.getcolors(_FLAT_COLOURS) is not None
    picture = to_srgb(shrink(picture, fitted(size, SIZES[0])), profile)
    if turn is not None:
        picture = picture.transpose(turn)
        if turn in _QUARTER_TURNS:
            size = size[1], size[0]
    # Else what the original says of itself would be written into its renditions.
    picture.info.clear()
    renditions = render(picture, size, is_lossless=is_flat)
    return Examination(
        probe=Probe(
            medium=Medium.PICTURE,
            mime=mime,
            width=size[0],
            height=size[1],
            codec=mime.partition("/")[2],
            has_alpha=picture.mode == "RGBA",
            colour=mean_colour(renditions[-1].data),
            frames=frames,
            pages=frames if mime == recognition.TIFF and frames > 1 else 0,
            look=look_of(renditions[-1].data),
            credits=words,
        ),
        renditions=renditions,
    )


def render(
    picture: Image.Image, full_size: tuple[int, int], *, is_lossless: bool
) -> tuple[Drawn, ...]:
    """The renditions of an upright sRGB picture, largest first; none is larger than the original.

    Photographs become JPEG; what is transparent or drawn in few colours becomes PNG.

    Args:
        picture: At least as large as the largest rendition.
        full_size: Of the original, whose shape the renditions keep to the pixel.
        is_lossless: Whether it was drawn in few colours.
    """
    drawn = []
    for long_edge in SIZES:
        picture = shrink(picture, fitted(full_size, long_edge))
        data = _png(picture) if is_lossless or picture.mode == "RGBA" else _jpeg(picture)
        drawn.append(
            Drawn(name=str(long_edge), width=picture.width, height=picture.height, data=data)
        )
    return tuple(drawn)


def _frames_within(image: Image.Image, mime: str, limits: Limits) -> int:
    width, height = image.size
    require_size(width, height, limits)
    if mime == recognition.TIFF and _DNG_VERSION in getattr(image, "tag_v2", {}):
        raise Refusal(Reason.UNKNOWN_TYPE, detail="a camera's raw picture")
    if image.mode == "F":
        raise Refusal(Reason.UNKNOWN_TYPE, detail="measurements in floating point")
    frames: int = getattr(image, "n_frames", 1)
    if mime in _MOVING and width * height * frames > limits.moving_pixels:
        raise Refusal(Reason.TOO_MANY_PIXELS, detail=f"{frames:,} frames of {width:,} × {height:,}")
    return frames


def _eight_bits(image: Image.Image) -> Image.Image:
    """The picture as L, RGB or RGBA of eight bits; other colour spaces stay for their profile."""
    match image.mode:
        case "L" | "RGB" if "transparency" not in image.info:
            return image
        case "CMYK" | "LAB":
            return image
        case "1":
            return image.convert("L")
        case "I" | "I;16" | "I;16L" | "I;16B" | "I;16N":
            return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        case "P" if "transparency" not in image.info:
            return image.convert("RGB")
        case "L" | "RGB" | "P" | "PA" | "LA" | "RGBa" | "La" | "RGBA":
            picture = image.convert("RGBA")
            is_opaque = picture.getchannel("A").getextrema() == (255, 255)
            return picture.convert("RGB") if is_opaque else picture
    return image.convert("RGB")


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
