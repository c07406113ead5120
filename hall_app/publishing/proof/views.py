"""Pictures of pages as a proof takes them in: small enough to send, sharp enough to read."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

_LONG_EDGE = 1600
_QUALITY = 88


@dataclass(frozen=True, slots=True)
class PageView:
    """One page as a screen shows it.

    Attributes:
        jpeg: The picture's bytes.
        caption: Which screen and which language.
    """

    jpeg: bytes
    caption: str
    is_tall: bool


def page_view(picture: Path, caption: str) -> PageView:
    """Take in a picture of a page."""
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    image.thumbnail((_LONG_EDGE, _LONG_EDGE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return PageView(out.getvalue(), caption, image.height > image.width)
