"""The skein: ends join one thread, and the thread grows thicker to the right."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hall_app.publishing.plates.palette import LANES
from hall_app.publishing.plates.pen import Point, circle, path, smooth, trace

End = tuple[float, str]

_ABOVE = ("preface", "craft")


def skein(
    ends: Sequence[End], *, width: float, height: float, gap: float = 7, stroke: float = 4
) -> str:
    """Draw ends that join at a share (0 to 1) of the width, each in its gallery's colour."""
    middle, marks, counts = height / 2, "", {True: 0, False: 0}
    run = width * 0.2
    for share, gallery in sorted(ends):
        above = gallery in _ABOVE
        lane = (counts[above] + 0.5) * gap
        counts[above] += 1
        level = middle - lane if above else middle + lane
        x, y = share * width * 0.86, _lane(gallery, height)
        curve: list[Point] = smooth(
            [
                (x, y),
                (x + run * 0.3, y + (level - y) * 0.12),
                (x + run * 0.7, y + (level - y) * 0.88),
                (x + run, level),
            ],
            10,
        )
        colour = LANES.get(gallery, LANES["preface"])
        marks += path(
            trace([*curve, (width + 20, level)]), stroke=colour, width=stroke, opacity=0.85
        )
        marks += circle(x, y, stroke * 2.2, fill=colour)
    return marks


def seeded_ends(seed: str, gallery: str, count: int = 42) -> list[End]:
    """Ends for a record that has none of its own: half of them of its gallery."""
    rng = random.Random(f"skein {seed}")  # noqa: S311 - a drawing is no secret
    keys = tuple(LANES)
    return [
        (rng.random(), gallery if rng.random() < 0.5 else rng.choice(keys)) for _ in range(count)
    ]


def _lane(gallery: str, height: float) -> float:
    lanes = {"preface": 0.12, "craft": 0.24, "century": 0.72, "era": 0.82, "brand": 0.92}
    return lanes.get(gallery, 0.12) * height
