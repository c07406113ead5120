"""Plates of Shouldering the Times: renewal, lifts, standards, villages."""

from __future__ import annotations

import math
import random

from tools.drawing import motifs, shapes
from tools.drawing.sheet import Sheet

_DEEP = "#4A0C0D"
_ROSE = "#F2A08C"


def renewal(sheet: Sheet) -> None:
    """Saw-tooth sheds on the left turn, bay by bay, into new halls and greens on the right."""
    ground = 960
    for i in range(8):
        x, t = 30 + i * 196, i / 7
        old = t < 0.5
        if old:
            shed = shapes.face(
                [
                    (x, ground),
                    (x, 640 + 30 * i),
                    (x + 150, 560 + 26 * i),
                    (x + 150, 660 + 26 * i),
                    (x + 180, 660 + 26 * i),
                    (x + 180, ground),
                ]
            )
            sheet.line([(x + 60, 700 + 20 * i), (x + 60, 430 + 50 * i)], _ROSE, width=22 - i * 3)
            sheet.fill(shed, "#6B1414", edge=_ROSE, width=3)
            sheet.hatch(shed, angle=90 if i % 2 else 0, gap=15, opacity=0.5)
            cracks = shapes.crackle(shed, size=90, seed=i + 2)
            sheet.line(cracks, _DEEP, width=2, opacity=0.7)
        else:
            tall = 220 + (i - 3) * 120
            tower = shapes.bar(x + 14, ground - tall, x + 158, ground)
            sheet.fill(tower, "#A3241C", edge="#F0D9A8", width=3)
            for k in range(int(tall // 34)):
                sheet.lines(
                    [
                        [
                            (x + 28, ground - tall + 22 + k * 34),
                            (x + 144, ground - tall + 22 + k * 34),
                        ]
                    ],
                    "#F0D9A8",
                    width=3,
                    opacity=0.75,
                )
            sheet.lines(
                [[(x + 52 + c * 34, ground - tall), (x + 52 + c * 34, ground)] for c in range(3)],
                _DEEP,
                width=3,
                opacity=0.6,
            )
            tree(sheet, x + 176, ground, 110)
    sheet.line([(-20, ground), (1620, ground)], sheet.light, width=5)
    foot = shapes.bar(-20, ground, 1620, 1220)
    sheet.hatch(foot, angle=160, gap=16, opacity=0.35)
    sheet.run(
        [(-20, 1050), (300, 1060), (700, 1030), (1000, 1070), (1300, 1040), (1620, 1050)], width=5
    )
    sheet.knot(800, 1042, 22)


def tree(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A small round tree in section: trunk and rings of leaves."""
    sheet.line([(x, y), (x, y - size * 0.6)], "#F0D9A8", width=4)
    crown = shapes.disc(x, y - size * 0.8, size * 0.3, size * 0.38)
    sheet.fill(crown, "#14594A", edge="#8FD3B6", width=2)
    sheet.hatch(crown, angle=60, gap=8, colour="#8FD3B6", opacity=0.7)


def lift(sheet: Sheet) -> None:
    """A lift in its shaft, cut open: ropes, sheave, car, counterweight."""
    left = shapes.bar(430, -20, 500, 1220)
    right = shapes.bar(1100, -20, 1170, 1220)
    for wall in (left, right):
        sheet.fill(wall, "#6B1414", edge=sheet.light, width=3)
        sheet.hatch(wall, angle=45, gap=11, opacity=0.8)
    for k, y in enumerate((210, 560, 910)):
        for x0, x1 in ((-20, 430), (1170, 1620)):
            slab = shapes.bar(x0, y, x1, y + 44)
            sheet.fill(slab, "#6B1414", edge=sheet.light, width=3)
            sheet.hatch(slab, angle=45, gap=11, opacity=0.8)
            sheet.lines(
                [
                    [(x0 + 70, y + 44), (x0 + 70, y + 306)],
                    [(x0 + 380, y + 44), (x0 + 380, y + 306)],
                ],
                width=3,
                opacity=0.35,
            )
        door = shapes.bar(404, y - 232, 430, y)
        sheet.fill(door, "#F0D9A8" if k == 1 else _ROSE, opacity=0.9)
    motifs.wheel(sheet, 0, (875, 130), 138, 2)
    sheet.lines(
        [
            [(548, -20), (548, 1220)],
            [(912, -20), (912, 1220)],
            [(968, -20), (968, 1220)],
            [(1072, -20), (1072, 1220)],
        ],
        width=4,
        opacity=0.7,
    )
    for lane in (-1, 0, 1):
        over = motifs.belt([((875, 130), 145, -1)], (730, 445), (1020, 722), lane * 9)
        sheet.thread(over[:-1], ends=1, width=4.4)
    car = shapes.bar(560, 470, 900, 900)
    sheet.fill(car, "#7A1615", edge="#F0D9A8", width=7)
    sheet.fill(shapes.bar(600, 520, 860, 870), _DEEP, edge=_ROSE, width=3)
    sheet.line([(730, 520), (730, 870)], _ROSE, width=3)
    sheet.hatch(shapes.bar(600, 520, 728, 870), angle=64, gap=15, opacity=0.5)
    sheet.hatch(shapes.bar(732, 520, 860, 870), angle=64, gap=15, opacity=0.5)
    sheet.line([(620, 470), (730, 440), (840, 470)], "#F0D9A8", width=7)
    weight = shapes.bar(980, 720, 1060, 1040)
    sheet.fill(weight, _ROSE, edge=sheet.light, width=3)
    sheet.hatch(weight, angle=0, gap=22, colour=_DEEP, width=4)
    spring = [(730 + 46 * (1 if k % 2 else -1), 1190 - k * 17) for k in range(12)]
    sheet.line(spring, _ROSE, width=7)
    for k in range(13):
        sheet.lines(
            [[(1210, 110 + k * 84), (1250 if k % 3 else 1290, 110 + k * 84)]], "#F0D9A8", width=4
        )
    sheet.line([(1210, 110), (1210, 1118)], "#F0D9A8", width=4)


def caliper(sheet: Sheet) -> None:
    """A caliper measures one thread."""
    sheet.thread([(-20, 800), (1640, 800)], gap=13, width=6)
    scale = shapes.bar(150, 260, 1450, 380)
    jaw = shapes.face([(560, 380), (560, 760), (700, 800), (716, 760), (650, 700), (650, 380)])
    slide = shapes.face(
        [
            (760, 230),
            (1150, 230),
            (1150, 420),
            (850, 420),
            (850, 700),
            (784, 760),
            (800, 800),
            (726, 788),
            (760, 700),
        ]
    )
    fixed = shapes.all_of([scale, jaw])
    sheet.fill(fixed, "#F2D9CC", edge=_DEEP, width=4)
    sheet.fill(slide, "#E3B7A6", edge=_DEEP, width=4)
    sheet.hatch(jaw, angle=90, gap=11, colour="#8F1D18", opacity=0.6)
    sheet.hatch(shapes.bar(760, 420, 850, 700), angle=90, gap=11, colour="#8F1D18", opacity=0.6)
    ticks = [
        [
            (190 + k * 12, 380),
            (190 + k * 12, 380 - (64 if k % 10 == 0 else 44 if k % 5 == 0 else 26)),
        ]
        for k in range(47)
    ]
    ticks += [
        [
            (1166 + k * 12, 380),
            (1166 + k * 12, 380 - (64 if k % 10 == 0 else 44 if k % 5 == 0 else 26)),
        ]
        for k in range(23)
    ]
    sheet.lines(ticks, _DEEP, width=3)
    sheet.lines(
        [
            [(800 + k * 11.6, 420), (800 + k * 11.6, 420 - (54 if k % 5 == 0 else 32))]
            for k in range(29)
        ],
        _DEEP,
        width=3,
    )
    screw = shapes.bar(960, 184, 1030, 230)
    sheet.fill(screw, "#E3B7A6", edge=_DEEP, width=3)
    sheet.hatch(screw, angle=90, gap=9, colour=_DEEP)
    sheet.lines([[(716, 800), (716, 1000)], [(726, 800), (726, 1000)]], "#F0D9A8", width=2)
    for k, r in enumerate((210, 176, 140)):
        sheet.line(
            shapes.disc(721, 800, r),
            "#F0D9A8",
            width=3 if k == 0 else 1.6,
            opacity=0.8 - k * 0.2,
            dash="" if k == 0 else "10 12",
        )


def village_squares(sheet: Sheet) -> None:
    """685 small squares, one for each village industrial zone."""
    rng = random.Random(685)
    columns = 31
    for n in range(685):
        i, j = n % columns, n // columns
        x, y = 88 + i * 46 + rng.uniform(-3, 3), 80 + j * 47 + rng.uniform(-3, 3)
        lot = shapes.spun(shapes.bar(x, y, x + 34, y + 35), rng.uniform(-4, 4), (x + 17, y + 17))
        near = abs(y - (640 + 180 * math.sin(x / 260))) < 70
        if near:
            sheet.fill(lot, "#B4432F", edge="#F0D9A8", width=2.4)
        else:
            sheet.fill(lot, "#8F1D18", edge=_ROSE, width=1.4, opacity=0.75)
    sheet.run([(x, 660 + 180 * math.sin(x / 260)) for x in range(-40, 1680, 80)], width=4.4)


def method(sheet: Sheet) -> None:
    """Village lots on a sheet: counted, listed, marked on the map."""
    sheet.run(
        [(-20, 760), (200, 740), (560, 720), (1130, 724), (1400, 660), (1620, 690)], width=4.4
    )
    paper = shapes.face([(160, 170), (1400, 120), (1450, 1040), (210, 1090)])
    sheet.fill(paper, "#F6E7DA", edge=_DEEP, width=3)
    tilt = math.degrees(math.atan2(-50, 1240))
    rng = random.Random(15)
    for i in range(7):
        for j in range(6):
            x, y = 250 + i * 108 + rng.uniform(-8, 8), 235 + j * 132 + rng.uniform(-8, 8) - i * 4
            w, h = rng.uniform(58, 92), rng.uniform(60, 104)
            lot = shapes.spun(shapes.bar(x, y, x + w, y + h), tilt + rng.uniform(-6, 6), (x, y))
            sheet.line(lot, "#7A1615", width=3)
            if (i * 5 + j) % 3 != 2:
                sheet.hatch(
                    lot, angle=35 + 25 * ((i + j) % 3), gap=10, colour="#7A1615", opacity=0.6
                )
            if i + j < 8:
                sheet.line(
                    [
                        (x + w * 0.2, y + h * 0.5),
                        (x + w * 0.42, y + h * 0.72),
                        (x + w * 0.86, y + h * 0.12),
                    ],
                    "#B4432F",
                    width=7,
                )
    for k in range(14):
        y = 220 + k * 60
        sheet.line(
            [(1090, y), (1110, y + 17), (1138, y - 16)]
            if k < 9
            else shapes.spun(shapes.bar(1094, y - 14, 1126, y + 16), tilt, (1100, y)),
            "#7A1615",
            width=5,
        )
        sheet.line(
            [(1160, y - 2), (1160 + 150 + 60 * math.sin(k * 2.1), y - 10)],
            "#7A1615",
            width=6,
            opacity=0.55,
        )


def bean_curd(sheet: Sheet) -> None:
    """A block of bean curd cut open and measured in squares."""
    x0, y0, w, h, dx, dy = 430.0, 520.0, 620.0, 380.0, 250.0, -170.0
    front = shapes.bar(x0, y0, x0 + w, y0 + h)
    top = shapes.face([(x0, y0), (x0 + dx, y0 + dy), (x0 + w + dx, y0 + dy), (x0 + w, y0)])
    side = shapes.face(
        [(x0 + w, y0), (x0 + w + dx, y0 + dy), (x0 + w + dx, y0 + h + dy), (x0 + w, y0 + h)]
    )
    board = shapes.face([(250, 930), (470, 760), (1450, 760), (1250, 930)])
    sheet.fill(board, "#6B1414", edge=_ROSE, width=3)
    sheet.fill(shapes.bar(250, 930, 1250, 970), "#5A0F0F", edge=_ROSE, width=3)
    sheet.hatch(board, angle=0, gap=13, bow=10, opacity=0.6)
    sheet.fill(side, "#D8C6B0", edge=_DEEP, width=3)
    sheet.fill(front, "#FBF3E6", edge=_DEEP, width=3)
    sheet.fill(top, "#FFFBF2", edge=_DEEP, width=3)
    rng = random.Random(2)
    pores = shapes.all_of(
        [
            shapes.disc(x, y, rng.uniform(2.5, 9), rng.uniform(2, 6))
            for x, y in shapes.scattered(front.buffer(-12), 170, rng)
        ]
    )
    sheet.fill(pores, "#D9C3A6")
    for k in range(1, 4):
        sheet.lines(
            [
                [(x0 + w * k / 4, y0), (x0 + w * k / 4 + dx, y0 + dy)],
                [(x0 + dx * k / 4, y0 + dy * k / 4), (x0 + w + dx * k / 4, y0 + dy * k / 4)],
            ],
            "#B4432F",
            width=3,
        )
        sheet.lines(
            [
                [(x0 + w * k / 4, y0), (x0 + w * k / 4, y0 + h)],
                [(x0, y0 + h * k / 4), (x0 + w, y0 + h * k / 4)],
            ],
            "#B4432F",
            width=2,
            opacity=0.55,
            dash="14 10",
        )
    slice_ = shapes.bar(180, 560, 300, 900)
    sheet.fill(slice_, "#FBF3E6", edge=_DEEP, width=3)
    sheet.fill(
        shapes.face([(180, 560), (240, 520), (360, 520), (300, 560)]),
        "#FFFBF2",
        edge=_DEEP,
        width=3,
    )
    sheet.fill(
        shapes.face([(300, 560), (360, 520), (360, 860), (300, 900)]),
        "#D8C6B0",
        edge=_DEEP,
        width=3,
    )
    sheet.lines(
        [
            [(x0, 300), (x0 + w + dx, 300)],
            [(x0, 282), (x0, 318)],
            [(x0 + w + dx, 282), (x0 + w + dx, 318)],
        ],
        "#F0D9A8",
        width=3,
    )
    sheet.lines(
        [[(x0 + k * 43.5, 300), (x0 + k * 43.5, 312)] for k in range(21)], "#F0D9A8", width=2
    )
    sheet.run([(-20, 1080), (400, 1050), (800, 1080), (1200, 1040), (1620, 1070)], width=5)
