"""Plates of the Preface: commandery, county, seals."""

from __future__ import annotations

import random

from shapely.geometry.base import BaseGeometry

from hall_app.publishing.plates import pen
from tools.drawing import ponds, shapes
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

_WATER = "#7FB0B0"


def commandery(sheet: Sheet) -> None:
    """Rivers running to one sea; three squares for three commanderies, one of them knotted."""
    sea = shapes.soft(
        [
            (-100, 1130),
            (240, 1010),
            (560, 990),
            (800, 1060),
            (1040, 985),
            (1330, 1010),
            (1720, 900),
            (1720, 1320),
            (-100, 1320),
        ],
        12,
    )
    rivers = [
        [(-20, 300), (260, 380), (520, 520), (760, 660), (930, 820), (985, 1010)],
        [(560, -20), (640, 180), (760, 360), (850, 560), (930, 760), (985, 1010)],
        [(1620, 420), (1380, 500), (1180, 640), (1050, 800), (985, 1010)],
    ]
    branches = [
        [(120, 60), (300, 200), (520, 520)],
        [(980, -20), (900, 200), (850, 560)],
        [(1500, 120), (1340, 300), (1180, 640)],
        [(-20, 700), (300, 690), (760, 660)],
    ]
    for k in range(1, 8):
        sheet.line(sea.buffer(k * 15), width=1.6, opacity=0.36 - k * 0.04)
    for run, wide in [(r, 26) for r in rivers] + [(b, 13) for b in branches]:
        band = shapes.strip(pen.smooth(run, 20), wide, flat=False)
        sheet.fill(band, "#1F4F58", edge=_WATER, width=1.8)
    sheet.fill(sea, "#163A41", edge=_WATER, width=2.5)
    sheet.water(sea, gap=24, length=110, height=4)
    _hills(
        sheet,
        [
            (180, 560),
            (420, 250),
            (720, 130),
            (1130, 330),
            (1400, 640),
            (1200, 130),
            (560, 800),
            (240, 880),
        ],
        31,
    )
    for x, y, size in ((330, 440, 96), (1290, 420, 96), (905, 640, 190)):
        _walled_square(sheet, x, y, size, bold=size > 100)
    sheet.run(
        [
            (-20, 1080),
            (260, 940),
            (560, 900),
            (780, 760),
            (905, 640),
            (1150, 700),
            (1390, 770),
            (1620, 720),
        ],
        width=6,
    )
    sheet.knot(905, 640, 24)


def _hills(sheet: Sheet, places: list[tuple[float, float]], seed: int) -> None:
    rng = random.Random(seed)
    for x, y in places:
        for _ in range(3):
            px, py, w = x + rng.uniform(-80, 80), y + rng.uniform(-26, 26), rng.uniform(50, 92)
            peak = shapes.face(
                [
                    (px - w, py + 10),
                    (px - w * 0.3, py - w * 0.8),
                    (px + w * 0.1, py - w * 0.55),
                    (px + w, py + 10),
                ]
            )
            sheet.fill(peak, sheet.material.mid, edge=sheet.line_colour, width=2)
            shade = shapes.face(
                [
                    (px - w * 0.3, py - w * 0.8),
                    (px + w * 0.1, py - w * 0.55),
                    (px + w, py + 10),
                    (px - w * 0.1, py + 10),
                ]
            )
            sheet.hatch(shade.intersection(peak), angle=70, gap=8, opacity=0.6)


def _walled_square(sheet: Sheet, x: float, y: float, size: float, *, bold: bool) -> None:
    wall = shapes.bar(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
    sheet.fill(
        wall,
        sheet.material.deep,
        edge=sheet.material.thread if bold else sheet.line_colour,
        width=7 if bold else 4,
    )
    sheet.line(wall.buffer(-size * 0.1, join_style="mitre"), width=2, opacity=0.8)
    for a, b in (((0, -1), (0, 1)), ((-1, 0), (1, 0))):
        sheet.line(
            [
                (x + a[0] * size / 2, y + a[1] * size / 2),
                (x + b[0] * size / 2, y + b[1] * size / 2),
            ],
            width=2,
            opacity=0.7,
        )


def county_plan(sheet: Sheet) -> None:
    """A walled county seat in plan among ponds."""
    ponds.ponds(sheet, Frame(1600, 1200, 640, 640, 2.0), cell=96, seed=5, thread=False)
    x0, y0, x1, y1 = 430, 200, 1170, 1000
    site = shapes.bar(x0 - 60, y0 - 60, x1 + 60, y1 + 60)
    sheet.fill(site, "#163A41", edge=_WATER, width=2.5)
    moat = site.difference(shapes.bar(x0 - 20, y0 - 20, x1 + 20, y1 + 20))
    sheet.water(moat, gap=11, length=46, height=2.5, opacity=0.6)
    wall = shapes.bar(x0, y0, x1, y1)
    sheet.fill(wall, sheet.material.deep, edge=sheet.light, width=9)
    merlons = [(x, y) for x in range(x0, x1 + 1, 37) for y in (y0, y1)] + [
        (x, y) for y in range(y0, y1 + 1, 40) for x in (x0, x1)
    ]
    for x, y in merlons:
        sheet.fill(shapes.bar(x - 9, y - 9, x + 9, y + 9), sheet.light)
    rng = random.Random(12)
    streets_x, streets_y = [x0, 560, 690, 800, 930, 1060, x1], [y0, 330, 450, 600, 720, 860, y1]
    for i in range(6):
        for j in range(6):
            _block(
                sheet,
                (
                    streets_x[i] + 13,
                    streets_y[j] + 13,
                    streets_x[i + 1] - 13,
                    streets_y[j + 1] - 13,
                ),
                rng,
                main=(i, j) == (2, 2),
            )
    for gate in (
        shapes.bar(758, y0 - 62, 842, y0 + 16),
        shapes.bar(758, y1 - 16, 842, y1 + 62),
        shapes.bar(x0 - 62, 558, x0 + 16, 642),
        shapes.bar(x1 - 16, 558, x1 + 62, 642),
    ):
        sheet.fill(gate, sheet.material.mid, edge=sheet.light, width=4)
    sheet.run(
        [
            (-20, 640),
            (200, 600),
            (380, 602),
            (620, 600),
            (800, 598),
            (1010, 600),
            (1220, 602),
            (1400, 640),
            (1620, 610),
        ],
        width=6,
    )
    sheet.knot(800, 598, 24)


def _block(
    sheet: Sheet, box: tuple[float, float, float, float], rng: random.Random, *, main: bool
) -> None:
    x0, y0, x1, y1 = box
    if main:
        for k in range(3):
            hall = shapes.bar(
                x0 + 8, y0 + 8 + k * (y1 - y0) / 3, x1 - 8, y0 + (k + 0.74) * (y1 - y0) / 3
            )
            sheet.fill(hall, "#2F6A6F", edge=sheet.light, width=2)
        return
    houses, ridges, x = [], [], x0
    while x < x1 - 14:
        wide = min(rng.uniform(28, 52), x1 - x)
        deep = rng.uniform(0.42, 0.5) * (y1 - y0)
        for top, bottom in ((y0, y0 + deep), (y1 - deep, y1)):
            houses.append(shapes.bar(x, top, x + wide - 5, bottom))
            ridges.append([(x, (top + bottom) / 2), (x + wide - 5, (top + bottom) / 2)])
        x += wide
    sheet.fill(shapes.all_of(houses), "#1B464C", edge=sheet.line_colour, width=1.2)
    sheet.lines(ridges, width=1.2, opacity=0.8)


def seals(sheet: Sheet) -> None:
    """Four seal-like squares on one thread: commandery, county, city, district."""
    sheet.lines(
        [[(0, 200 + 55 * k), (1600, 200 + 55 * k)] for k in range(16)], width=1, opacity=0.22
    )
    for i, size in enumerate((330, 280, 300, 320)):
        x, y = 240 + i * 375, 640 + (-46 if i % 2 else 36)
        seal = shapes.bar(x - size / 2, y - size / 2, x + size / 2, y + size / 2).buffer(6)
        chipped = seal.difference(
            shapes.all_of([shapes.disc(px, py, r) for px, py, r in _chips(x, y, size, i)])
        )
        carved = chipped.buffer(-size * 0.06, join_style="mitre").difference(
            chipped.buffer(-size * 0.11, join_style="mitre")
        )
        sheet.fill(chipped, "#2F6A6F", edge=sheet.light, width=3)
        sheet.fill(carved, sheet.material.deep)
        _seal_pattern(sheet, x, y, size * 0.68, i)
    sheet.run([(-20, 690), (240, 676), (615, 594), (990, 676), (1365, 594), (1620, 610)], width=6)
    for i in range(4):
        sheet.knot(240 + i * 375, 676 if i % 2 == 0 else 594, 22)


def _chips(x: float, y: float, size: float, seed: int) -> list[tuple[float, float, float]]:
    rng = random.Random(seed)
    chips = []
    for _ in range(12):
        t = rng.uniform(-0.5, 0.5) * size
        side = rng.choice((-0.52, 0.52)) * size
        px, py = (x + t, y + side) if rng.random() < 0.5 else (x + side, y + t)
        chips.append((px, py, rng.uniform(4, 12)))
    return chips


def _seal_pattern(sheet: Sheet, x: float, y: float, size: float, kind: int) -> None:
    """Abstract relief, no writing: river bends, walled grid, spokes, joined lots."""
    n = 5
    step = size / n
    left, top = x - size / 2, y - size / 2
    bars: list[BaseGeometry] = []
    for i in range(n + 1):
        at = i * step
        match kind:
            case 0:
                bars.append(
                    shapes.strip(
                        shapes.wave(
                            left,
                            left + size,
                            top + at,
                            height=step * 0.24,
                            length=size / 1.5,
                            phase=i * 0.4,
                        ),
                        step * 0.34,
                    )
                )
            case 1:
                bars += [
                    shapes.bar(left, top + at - step * 0.14, left + size, top + at + step * 0.14),
                    shapes.bar(left + at - step * 0.14, top, left + at + step * 0.14, top + size),
                ]
            case 2:
                bars.append(shapes.tube(x, y, step * 0.5 * (i + 0.8), step * 0.5 * (i + 0.35)))
            case _:
                bars += [
                    shapes.bar(
                        left + (i % 3) * step * 1.7,
                        top + (i // 3) * step * 2.6,
                        left + (i % 3) * step * 1.7 + step * 1.45,
                        top + (i // 3) * step * 2.6 + step * 2.3,
                    )
                ]
    sheet.fill(shapes.all_of(bars), sheet.material.deep)
