"""The round paper-cut and the lantern, which several plates hang up."""

from __future__ import annotations

import math

from tools.drawing import shapes
from tools.drawing.sheet import Sheet

_SILK = "#F0D9A8"


def rosette(sheet: Sheet, cx: float, cy: float, r: float, *, colour: str = "#C63A2A") -> None:
    """A round paper-cut, folded eight times."""
    paper = shapes.disc(cx, cy, r)
    for k in range(8):
        t = k * 45
        for cut in (
            shapes.soft(
                [
                    (cx + r * 0.30, cy),
                    (cx + r * 0.42, cy - r * 0.09),
                    (cx + r * 0.56, cy),
                    (cx + r * 0.42, cy + r * 0.09),
                ],
                6,
            ),
            shapes.disc(cx + r * 0.72, cy, r * 0.07),
            shapes.face(
                [
                    (cx + r * 0.84, cy - r * 0.06),
                    (cx + r * 1.05, cy - r * 0.2),
                    (cx + r * 1.05, cy + r * 0.2),
                    (cx + r * 0.84, cy + r * 0.06),
                ]
            ),
        ):
            paper = paper.difference(shapes.spun(cut, t, (cx, cy)))
        for cut in (
            shapes.soft(
                [
                    (cx + r * 0.5, cy + r * 0.21),
                    (cx + r * 0.66, cy + r * 0.16),
                    (cx + r * 0.8, cy + r * 0.33),
                    (cx + r * 0.62, cy + r * 0.3),
                ],
                6,
            ),
            shapes.face(
                [
                    (cx + r * 0.2, cy + r * 0.08),
                    (cx + r * 0.34, cy + r * 0.14),
                    (cx + r * 0.22, cy + r * 0.09),
                ]
            ).buffer(r * 0.018),
            shapes.disc(cx + r * 0.86, cy + r * 0.355, r * 0.04),
        ):
            paper = paper.difference(shapes.spun(cut, t, (cx, cy)))
    sheet.fill(paper.difference(shapes.tube(cx, cy, r * 0.16, r * 0.09)), colour)


def lantern(sheet: Sheet, x: float, top: float, s: float, *, colour: str = "#C63A2A") -> None:
    """A round lantern of bamboo ribs and paper, with cap and tassel."""
    sheet.line([(x, top - 40 * s), (x, top)], _SILK, width=3)
    body = shapes.disc(x, top + 130 * s, 130 * s, 112 * s)
    sheet.fill(body, colour, edge=_SILK, width=3)
    for k in range(1, 7):
        half = 130 * s * math.cos(math.pi * k / 14)
        ring = shapes.disc(x, top + 130 * s, half, 112 * s)
        sheet.line(ring, _SILK, width=1.8, opacity=0.8)
    for y in (22, 238):
        cap = shapes.bar(x - 58 * s, top + (y - 14) * s, x + 58 * s, top + (y + 8) * s)
        sheet.fill(cap, _SILK, edge=sheet.dark, width=2)
    sheet.lines(
        [
            [
                (x + (k - 4) * 9 * s, top + 250 * s),
                (x + (k - 4) * 13 * s, top + (330 + 20 * (k % 2)) * s),
            ]
            for k in range(9)
        ],
        _SILK,
        width=2.5,
    )
