"""Colour as the hall's screens show it: everything becomes sRGB."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_STEPS = (0, 64, 128, 192, 255)
_UNSEEN = 2


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB: mode L or RGB, or RGBA where it had an alpha channel.

    A profile that is broken or of another colour space than the picture is passed over, as every
    viewer does: the picture is then taken for sRGB.
    """
    if image.mode == "RGBA":
        opaque = to_srgb(image.convert("RGB"), profile)
        opaque.putalpha(image.getchannel("A"))
        return opaque
    if profile:
        transform = _transform(profile, image.mode)
        if transform is not None:
            return ImageCms.applyTransform(image, transform) or image
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def mean_colour(rendition: bytes) -> str:
    """The mean colour of a small encoded picture, `#rrggbb`; what is transparent does not count."""
    with Image.open(io.BytesIO(rendition)) as image:
        mean = image.convert("RGBA").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, tuple)
    return "#{:02x}{:02x}{:02x}".format(*mean[:3])


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way from a profile to sRGB; none where there is nothing to do or no such way."""
    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)), _SRGB, mode, "RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
    if mode != "RGB":
        return transform
    patches = _patches()
    shifted = ImageCms.applyTransform(patches, transform)
    assert shifted is not None
    difference = max(ImageChops.difference(patches, shifted).tobytes())
    return None if difference <= _UNSEEN else transform


def _patches() -> Image.Image:
    """One pixel of each colour of a coarse cube: enough to tell whether a profile does anything."""
    cube = bytes(
        part for red in _STEPS for green in _STEPS for blue in _STEPS for part in (red, green, blue)
    )
    return Image.frombytes("RGB", (len(_STEPS) ** 3, 1), cube)
