"""Plates of the Preface: stone, dyke, ponds."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import ponds, shapes
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

_WATER = "#7FB0B0"
_LEAF = "#9CC4A2"
_CLAY = "#B98A58"


def stone_tool(sheet: Sheet) -> None:
    """A shouldered stone tool over the contours of the quarry hill."""
    for k in range(16):
        hill = [
            (
                x,
                1120
                - k * 52
                - (430 - k * 14) * math.exp(-(((x - 1080 + k * 16) / (560 - k * 18)) ** 2))
                + 14 * math.sin(x / 90 + k),
            )
            for x in range(-20, 1640, 20)
        ]
        sheet.line(hill, width=2.2, opacity=0.50 - k * 0.022)
    outline = [
        (610, 205),
        (760, 190),
        (900, 212),
        (915, 420),
        (1090, 452),
        (1112, 560),
        (1098, 800),
        (1040, 985),
        (790, 1050),
        (520, 990),
        (455, 800),
        (440, 560),
        (462, 455),
        (598, 425),
    ]
    tool = shapes.soft(outline, 8)
    sheet.fill(tool, "#2A5A60", edge=sheet.light, width=4)
    ridge = [(760, 190), (745, 430), (700, 620), (780, 800), (790, 1050)]
    left = shapes.face([(0, 0), (760, 0), *ridge, (790, 1200), (0, 1200)]).intersection(tool)
    right = tool.difference(left)
    sheet.hatch(left, angle=64, gap=13, bow=40, opacity=0.55)
    sheet.hatch(right, angle=118, gap=9, bow=-30, colour="#0B1A1E", width=2, opacity=0.75)
    rng = random.Random(8)
    for x, y in shapes.scattered(tool.buffer(-70), 15, rng):
        r = rng.uniform(44, 96)
        scar = shapes.soft(
            [
                (x + r * k * math.cos(t), y + r * k * math.sin(t))
                for t, k in ((0, 1), (1.1, 0.8), (2.2, 1.05), (3.4, 0.7), (4.6, 0.95), (5.5, 0.75))
            ],
            6,
        ).intersection(tool)
        sheet.fill(scar, "#3B7478" if x < 745 else "#1B4147", edge=sheet.line_colour, width=1.6)
        sheet.hatch(scar, angle=rng.uniform(40, 130), gap=9, bow=r * 0.5, opacity=0.6)
    sheet.line(ridge, sheet.light, width=2.5, opacity=0.8)
    for k in range(7):
        edge = shapes.arc(780, 690 - k * 7, 330, 28, 152, 40, ry=350 - k * 7)
        sheet.line(
            shapes.along(edge).intersection(tool),
            sheet.light,
            width=1.4,
            opacity=0.5 - k * 0.05,
        )
    sheet.run([(-20, 900), (200, 880), (410, 930), (470, 1010)], width=5)
    sheet.run([(1080, 930), (1220, 860), (1420, 880), (1620, 850)], width=5)


def dyke_section(sheet: Sheet, *, detail: bool = True) -> None:
    """The dyke cut open: river high on the left, rammed layers, mulberry, pond and fish."""
    river = shapes.face([(-20, 430), (560, 430), (300, 900), (200, 1010), (-20, 1040)])
    sheet.fill(river, "#163F47")
    sheet.water(river, gap=26, length=120, height=4)
    body = shapes.face(
        [
            (180, 1010),
            (300, 900),
            (560, 430),
            (590, 372),
            (860, 372),
            (1010, 560),
            (1060, 640),
            (1640, 640),
            (1640, 1240),
            (-20, 1240),
            (-20, 1040),
        ]
    )
    pond = shapes.soft(
        [(1150, 640), (1190, 760), (1260, 850), (1420, 870), (1540, 800), (1570, 640)], 8
    ).intersection(shapes.bar(0, 640, 1600, 1200))
    earth = body.difference(pond)
    sheet.fill(earth, "#1D3B36", edge=sheet.light, width=4)
    for k in range(16):
        y = 395 + k * 44
        layer = shapes.wave(-20, 1640, y, height=5, length=330, phase=k)
        sheet.line(shapes.along(layer).intersection(earth), width=2, opacity=0.55)
        band = shapes.bar(-20, y + 4, 1640, y + 40).intersection(earth)
        if k % 3 == 1:
            sheet.hatch(band, angle=60, gap=11, opacity=0.4)
        elif k % 3 == 2:
            sheet.dots(shapes.scattered(band, 110, random.Random(k)), 2.1, opacity=0.5)
    core = shapes.face([(640, 372), (800, 372), (880, 1200), (560, 1200)])
    sheet.hatch(core.intersection(earth), angle=0, gap=14, colour=_CLAY, width=2, opacity=0.7)
    sheet.line(core.intersection(earth), _CLAY, width=2.5, opacity=0.9)
    for i in range(7):
        stone = shapes.soft(
            [
                (200 + i * 54, 985 - i * 92),
                (262 + i * 54, 960 - i * 92),
                (246 + i * 54, 900 - i * 92),
                (196 + i * 54, 930 - i * 92),
            ],
            6,
        )
        sheet.fill(stone, "#5C8C8C", edge=sheet.light, width=2)
        sheet.hatch(stone, angle=30, gap=8, colour=sheet.dark, opacity=0.6)
    sheet.fill(pond, "#1F535C", edge=sheet.light, width=3)
    sheet.water(pond, gap=22, length=80)
    for x, y, s in ((1300, 720, 1), (1440, 770, -1), (1360, 820, 1)):
        _fish(sheet, x, y, s)
    if detail:
        for x in range(1010, 1640, 82):
            if not 1140 < x < 1575:
                mulberry(sheet, x, 636, 74)
        mulberry(sheet, 660, 368, 120)
        mulberry(sheet, 790, 368, 150)
        mulberry(sheet, 1090, 636, 96)
    sheet.line([(-20, 430), (560, 430)], sheet.light, width=3)
    sheet.run(
        [
            (-20, 330),
            (300, 340),
            (560, 352),
            (725, 348),
            (900, 380),
            (1050, 590),
            (1200, 612),
            (1400, 612),
            (1620, 600),
        ],
        width=6,
    )
    sheet.knot(725, 348, 20)


def mulberry(sheet: Sheet, x: float, y: float, size: float, *, seed: int = 2) -> None:
    """A pollarded mulberry: knuckled trunk, straight shoots, leaves."""
    rng = random.Random(seed + int(x))
    sheet.line([(x, y), (x - size * 0.04, y - size * 0.34)], _LEAF, width=size * 0.07)
    leaves = []
    for k in range(7):
        lean = (k - 3) * 0.26 + rng.uniform(-0.06, 0.06)
        tip = (
            x + math.sin(lean) * size * 0.8,
            y - size * 0.34 - math.cos(lean) * size * rng.uniform(0.55, 0.75),
        )
        sheet.line([(x - size * 0.04, y - size * 0.34), tip], _LEAF, width=max(1.5, size * 0.022))
        for t in (0.45, 0.62, 0.79, 0.96):
            px, py = x + (tip[0] - x) * t, y - size * 0.34 + (tip[1] - y + size * 0.34) * t
            leaf = shapes.disc(
                px + size * 0.05 * (1 if k % 2 else -1), py, size * 0.062, size * 0.038
            )
            leaves.append(shapes.spun(leaf, math.degrees(lean) + (40 if k % 2 else -40), (px, py)))
    sheet.fill(shapes.all_of(leaves), "#6FA37C", opacity=0.95)


def _fish(sheet: Sheet, x: float, y: float, side: int) -> None:
    body = shapes.soft(
        [
            (x - 46 * side, y),
            (x - 10 * side, y - 17),
            (x + 34 * side, y - 4),
            (x + 34 * side, y + 4),
            (x - 10 * side, y + 17),
        ],
        8,
    )
    tail = shapes.face(
        [(x + 30 * side, y), (x + 62 * side, y - 18), (x + 54 * side, y), (x + 62 * side, y + 18)]
    )
    sheet.fill(shapes.all_of([body, tail]), "#CFE2DD", opacity=0.92)
    sheet.hatch(body, angle=75, gap=6, bow=10, colour="#1F535C", opacity=0.8)
    sheet.dots([(x - 34 * side, y - 4)], 3, "#0B1A1E")


def dyke_ring(sheet: Sheet) -> None:
    """The ring of the dyke in plan, rivers on both sides, a sluice opened on the thread."""
    ponds.ponds(sheet, Frame(1600, 1200, 640, 560, 2.0), cell=86, seed=14, thread=False)
    inside = shapes.soft(
        [
            (800, 130),
            (1080, 220),
            (1250, 420),
            (1270, 640),
            (1150, 880),
            (940, 1050),
            (680, 1060),
            (440, 900),
            (330, 660),
            (380, 380),
            (560, 200),
        ],
        14,
    )
    outer = shapes.bar(-20, -20, 1620, 1220).difference(inside.buffer(46))
    sheet.fill(outer, "#123740", opacity=0.96)
    sheet.water(outer, gap=20, length=150, height=6, opacity=0.6)
    bank = inside.buffer(46).difference(inside)
    sheet.fill(bank, "#274C3F", edge=sheet.light, width=4)
    sheet.line(inside.buffer(23), _LEAF, width=3, opacity=0.9, dash="3 15")
    for k in range(1, 5):
        sheet.line(inside.buffer(46 + k * 17), width=1.8, opacity=0.4 - k * 0.07)
    for x, y in ((336, 560), (1262, 566)):
        gate = shapes.bar(x - 60, y - 56, x + 60, y + 56)
        sheet.fill(gate, sheet.material.mid, edge=sheet.light, width=4)
        for k in range(-2, 3):
            sheet.line([(x + k * 20, y - 44), (x + k * 20, y + 44)], sheet.light, width=3)
    sheet.run(
        [
            (-20, 640),
            (160, 600),
            (336, 560),
            (520, 600),
            (640, 480),
            (800, 440),
            (930, 560),
            (1060, 640),
            (1262, 566),
            (1420, 520),
            (1620, 560),
        ],
        width=6,
    )
    sheet.knot(336, 560, 22)
    sheet.knot(1262, 566, 22)


def pond_map(
    sheet: Sheet, *, points: tuple[tuple[float, float], ...] = (), zoom: float = 1
) -> None:
    """The district as ponds and dykes, rings for its towns; schematic, without boundaries."""
    w, h = sheet.width, sheet.height
    ponds.ponds(sheet, Frame(w, h, h * 0.62, h * 0.48, 2.0), cell=66 * zoom, seed=33, thread=False)
    courses = ((_river_west(w, h), 70), (_river_north(w, h), 44), (_river_middle(w, h), 30))
    rivers = shapes.all_of(
        shapes.strip(pen.smooth(run, 22), wide * zoom, flat=False) for run, wide in courses
    )
    sheet.fill(rivers.buffer(10), sheet.material.mid)
    sheet.fill(rivers, "#1B4A53", edge=_WATER, width=2)
    sheet.water(rivers, gap=12, length=90, height=3, opacity=0.45)
    hill = [
        (x * w, y * h)
        for x, y in ((0.30, 0.66), (0.345, 0.63), (0.38, 0.67), (0.36, 0.72), (0.31, 0.73))
    ]
    for k in range(5):
        sheet.line(
            shapes.sized(shapes.soft(hill), 1 - k * 0.19, 1 - k * 0.19, (0.345 * w, 0.68 * h)),
            sheet.light,
            width=2,
            opacity=0.65,
        )
    for x, y in points:
        sheet.knot(x * w, y * h, 17)


def _river_west(w: float, h: float) -> list[tuple[float, float]]:
    return [
        (x * w, y * h)
        for x, y in (
            (0.10, -0.03),
            (0.13, 0.22),
            (0.09, 0.45),
            (0.15, 0.68),
            (0.24, 0.84),
            (0.30, 1.03),
        )
    ]


def _river_north(w: float, h: float) -> list[tuple[float, float]]:
    return [
        (x * w, y * h)
        for x, y in (
            (0.12, 0.36),
            (0.28, 0.44),
            (0.50, 0.47),
            (0.66, 0.60),
            (0.86, 0.66),
            (1.03, 0.60),
        )
    ]


def _river_middle(w: float, h: float) -> list[tuple[float, float]]:
    return [(x * w, y * h) for x, y in ((0.50, 0.47), (0.60, 0.28), (0.84, 0.26), (1.03, 0.30))]


def stone_and_dyke(sheet: Sheet) -> None:
    """A stone tool in section above a long dyke between ponds."""
    ponds.ponds(sheet, Frame(1600, 1200, 900, 860, 2.0), cell=92, seed=3)
    sheet.fill(shapes.bar(-20, -20, 1620, 560), sheet.material.deep, opacity=0.94)
    outline = [
        (420, 200),
        (640, 190),
        (680, 208),
        (1010, 196),
        (1190, 250),
        (1262, 310),
        (1190, 372),
        (1010, 430),
        (690, 424),
        (640, 440),
        (424, 430),
        (400, 320),
    ]
    tool = shapes.soft(outline, 6)
    sheet.fill(tool, "#2A5A60", edge=sheet.light, width=4)
    sheet.hatch(tool, angle=52, gap=11, opacity=0.7)
    core = shapes.sized(tool, 0.72, 0.62, (800, 315))
    sheet.line(core, sheet.light, width=2, opacity=0.8)
    sheet.hatch(core, angle=-52, gap=11, opacity=0.6)
    sheet.line([(330, 315), (1330, 315)], sheet.light, width=1.8, opacity=0.7, dash="30 8 4 8")
    for x in (400, 1262):
        sheet.line([(x, 470), (x, 520)], sheet.light, width=2)
    sheet.line([(400, 495), (1262, 495)], sheet.light, width=2)
