"""Drawings (SVG): cleaned, and drawn to the three sizes with the hall's own typefaces only."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import resvg
from PIL import Image

from hall_app.domain.records import Medium
from hall_app.media import recognition
from hall_app.media.cleaning import Drawing, clean
from hall_app.media.colours import mean_colour
from hall_app.media.limits import Limits
from hall_app.media.pictures import SIZES
from hall_app.media.probe import Credits, Drawn, Examination, Probe
from hall_app.media.refusal import Reason, Refusal

_FALLBACK_FAMILY = "Noto Sans SC"
# Row by row of the matrix: its wheel takes scale, skew, shift and skew, scale, shift.
_IDENTITY = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def examine_vector(data: bytes, fonts: Path | None, limits: Limits) -> Examination:
    """Clean a drawing and draw it; what is stored is the cleaned one."""
    drawing = clean(data, limits)
    renditions = tuple(draw(drawing, long_edge, fonts) for long_edge in SIZES)
    with Image.open(io.BytesIO(renditions[-1].data)) as small:
        has_alpha = small.convert("RGBA").getchannel("A").getextrema() != (255, 255)
    return Examination(
        probe=Probe(
            medium=Medium.VECTOR,
            mime=recognition.SVG,
            width=max(1, round(drawing.width)),
            height=max(1, round(drawing.height)),
            codec="svg",
            has_alpha=has_alpha,
            colour=mean_colour(renditions[-1].data),
            credits=Credits(),
        ),
        renditions=renditions,
        cleaned=drawing.svg().encode(),
    )


def draw(drawing: Drawing, long_edge: int, fonts: Path | None) -> Drawn:
    """A drawing as PNG with exactly that long edge: it has no pixels of its own to keep to."""
    scale = long_edge / max(drawing.width, drawing.height)
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    try:
        tree = resvg.usvg.Tree.from_str(drawing.svg(size), _options(fonts))
    except ValueError as error:
        raise Refusal(Reason.DAMAGED, detail=str(error)) from error
    data = resvg.render(tree, _IDENTITY)
    return Drawn(name=str(long_edge), width=size[0], height=size[1], data=data)


@lru_cache(maxsize=2)
def _options(fonts: Path | None) -> resvg.usvg.Options:
    options = resvg.usvg.Options.default()
    if fonts is not None:
        options.load_fonts_dir(str(fonts))
    options.font_family = _FALLBACK_FAMILY
    return options
