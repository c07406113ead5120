"""Pictures made smaller: quickly, without aliasing, the same bytes every time."""

from __future__ import annotations

import av
from av.video.reformatter import Interpolation
from PIL import Image

# Below this Pillow's own filter costs no time worth having.
_SMALL = 500_000
# A longer reach makes the filter slow; whole-number averages take it there.
_REACH = 4
_EXACT = Interpolation.LANCZOS | Interpolation.ACCURATE_RND | Interpolation.BITEXACT


def fitted(size: tuple[int, int], long_edge: int) -> tuple[int, int]:
    """The size with at most that long edge, of the same shape, never larger than it was."""
    longest = max(size)
    if longest <= long_edge:
        return size
    width, height = (max(1, round(side * long_edge / longest)) for side in size)
    return width, height


def shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The picture at a smaller size, by a Lanczos filter.

    Colour goes through FFmpeg's scaler, plane by plane and so without loss: several times as fast
    as Pillow's filter for the same picture (55 dB apart, less than what JPEG adds). Transparency
    needs Pillow, which weighs colours by it; grey has so little to do that it stays there too.
    """
    if image.size == size:
        return image
    reach = min(image.width // size[0], image.height // size[1])
    if reach > _REACH:
        image = image.reduce(reach // 2)
    if image.mode != "RGB" or image.width * image.height < _SMALL:
        return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    frame = av.VideoFrame.from_image(image)  # type: ignore[no-untyped-call]
    planes = frame.reformat(*size, format="gbrp", interpolation=_EXACT, threads=1)
    smaller: Image.Image = planes.to_image(interpolation=_EXACT, threads=1)
    return smaller
