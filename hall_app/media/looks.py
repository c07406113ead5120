"""The look of a picture: which of its parts are brighter than their right neighbour, in 64 bits.

It outlives another size, another compression and slight changes of light; see `domain.looks`.
"""

from __future__ import annotations

import io
from itertools import pairwise

from PIL import Image, ImageStat

_FLAT_BELOW = 3.0
_SIDE = 8


def look_of(rendition: bytes) -> str:
    """Sixteen hexadecimal digits; empty for a picture of one tone, which looks like any other."""
    with Image.open(io.BytesIO(rendition)) as image:
        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image.convert("RGBA"))
        small = ground.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.LANCZOS)
    if ImageStat.Stat(small).stddev[0] < _FLAT_BELOW:
        return ""
    tones = small.tobytes()
    bits = 0
    for row in range(_SIDE):
        line = tones[row * (_SIDE + 1) : (row + 1) * (_SIDE + 1)]
        for left, right in pairwise(line):
            bits = bits << 1 | (left > right)
    return f"{bits:016x}"
