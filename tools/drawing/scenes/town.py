"""Plates of the Preface: temple and mart."""

from __future__ import annotations

import random

from tools.drawing import shapes
from tools.drawing.sheet import Sheet

_CLAY = "#B98A58"


def temple(sheet: Sheet) -> None:
    """An ancestral temple: ridge with ceramic figures, wok-ear gables, cut to show the frame."""
    ground = 1010
    for x in (300, 1300):
        _wok_gable(sheet, x, ground)
    roof = shapes.face([(400, 560), (560, 360), (1040, 360), (1200, 560), (1180, 590), (420, 590)])
    sheet.fill(roof, "#1B464C", edge=sheet.light, width=4)
    for k in range(31):
        top, bottom = 560 + k * 16, 415 + k * 25.7
        tile = shapes.strip([(top, 366), (bottom, 586)], 9)
        sheet.fill(tile.intersection(roof), "#2F6A6F", edge=sheet.line_colour, width=1)
    sheet.dots([(415 + k * 25.7, 592) for k in range(31)], 9, sheet.light)
    ridge = shapes.bar(540, 270, 1060, 362)
    sheet.fill(ridge, sheet.material.deep, edge=sheet.material.thread, width=3)
    for k in range(17):
        _ridge_figure(sheet, 566 + k * 29.4, 352, 34 + 12 * (k % 3))
    for side in (-1, 1):
        fish = shapes.soft(
            [
                (800 + side * 262, 268),
                (800 + side * 300, 226),
                (800 + side * 288, 168),
                (800 + side * 330, 120),
                (800 + side * 268, 150),
                (800 + side * 248, 210),
            ],
            8,
        )
        sheet.fill(fish, "#6FA3A0", edge=sheet.light, width=2)
        sheet.hatch(fish, angle=20, gap=7, colour=sheet.dark, opacity=0.7)
    sheet.fill(shapes.disc(800, 220, 26), sheet.material.thread)
    sheet.lines(
        [[(800, 246), (800, 270)], [(760, 262), (840, 262)]], sheet.material.thread, width=4
    )
    _frame(sheet, ground)
    sheet.lines(
        [[(180, ground + k * 26), (1420, ground + k * 26)] for k in range(4)],
        sheet.light,
        width=3,
        opacity=0.8,
    )
    for k in range(40):
        sheet.line(
            [(190 + k * 31, ground), (190 + k * 31 - 13, ground + 78)], width=1.4, opacity=0.5
        )
    sheet.run(
        [(-20, 900), (170, 880), (430, 905), (800, 900), (1170, 905), (1430, 880), (1620, 860)],
        width=6,
    )
    sheet.knot(800, 900, 24)


def _wok_gable(sheet: Sheet, x: float, ground: float) -> None:
    ear = shapes.all_of(
        [
            shapes.bar(x - 118, 640, x + 118, ground),
            shapes.soft(
                [
                    (x - 118, 660),
                    (x - 118, 560),
                    (x - 92, 520),
                    (x - 80, 440),
                    (x, 380),
                    (x + 80, 440),
                    (x + 92, 520),
                    (x + 118, 560),
                    (x + 118, 660),
                ],
                8,
            ),
        ]
    )
    sheet.fill(ear, "#163A41", edge=sheet.light, width=4)
    inner = ear.buffer(-24)
    sheet.line(inner, sheet.material.thread, width=2, opacity=0.8)
    for row in range(27):
        y = 420 + row * 22
        course = shapes.along([(x - 130, y), (x + 130, y)]).intersection(inner)
        sheet.line(course, width=1.2, opacity=0.5)
        joints = [
            shapes.along(
                [
                    (x - 110 + k * 44 + (row % 2) * 22, y),
                    (x - 110 + k * 44 + (row % 2) * 22, y + 22),
                ]
            ).intersection(inner)
            for k in range(6)
        ]
        sheet.line(shapes.all_of(joints), width=1.2, opacity=0.5)
    window = shapes.disc(x, 560, 30)
    sheet.fill(window, sheet.material.deep, edge=sheet.light, width=3)
    sheet.hatch(window, angle=45, gap=12, colour=sheet.light, width=2)
    sheet.hatch(window, angle=-45, gap=12, colour=sheet.light, width=2)


def _ridge_figure(sheet: Sheet, x: float, foot: float, tall: float) -> None:
    robe = shapes.face(
        [(x - 9, foot), (x - 5, foot - tall * 0.62), (x + 5, foot - tall * 0.62), (x + 9, foot)]
    )
    sheet.fill(
        shapes.all_of([robe, shapes.disc(x, foot - tall * 0.74, tall * 0.13)]), sheet.tint(0.9)
    )


def _frame(sheet: Sheet, ground: float) -> None:
    for x in (470, 640, 960, 1130):
        column = shapes.bar(x - 15, 596, x + 15, ground - 34)
        sheet.fill(column, "#2F6A6F", edge=sheet.light, width=2)
        sheet.rounding(column, count=9, colour=sheet.dark)
        sheet.fill(
            shapes.face(
                [(x - 34, ground), (x - 24, ground - 34), (x + 24, ground - 34), (x + 34, ground)]
            ),
            sheet.light,
        )
    for y, half in ((640, 345), (676, 345)):
        sheet.fill(
            shapes.bar(800 - half, y - 11, 800 + half, y + 11), "#1B464C", edge=sheet.light, width=2
        )
    for x in (555, 1045, 800):
        bracket = [
            shapes.bar(
                x - 14 - 14 * k, 652 + (2 - k) * 7 - 24, x + 14 + 14 * k, 658 + (2 - k) * 7 - 24
            )
            for k in range(4)
        ]
        sheet.fill(shapes.all_of(bracket), sheet.material.thread)
    door = shapes.bar(690, 720, 910, ground)
    sheet.fill(door, sheet.material.deep, edge=sheet.light, width=3)
    sheet.dots(
        [(712 + i * 35.5, 752 + j * 36) for i in range(6) for j in range(7)],
        5,
        sheet.material.thread,
    )
    sheet.line([(800, 720), (800, ground)], sheet.light, width=3)


def mart(sheet: Sheet) -> None:
    """River junks before a row of shop-houses: one of four great marts."""
    rng = random.Random(40)
    x = 20.0
    while x < 1590:
        wide = rng.uniform(96, 150)
        _shop(sheet, x, min(wide, 1590 - x), 330 - rng.uniform(0, 120), rng)
        x += wide + 4
    quay = shapes.bar(-20, 640, 1620, 716)
    sheet.fill(quay, "#1B464C", edge=sheet.light, width=3)
    sheet.lines(
        [
            [(k * 64 + (j % 2) * 32, 640 + j * 25), (k * 64 + (j % 2) * 32, 665 + j * 25)]
            for k in range(26)
            for j in range(3)
        ],
        width=1.4,
        opacity=0.6,
    )
    sheet.lines([[(-20, 665), (1620, 665)], [(-20, 690), (1620, 690)]], width=1.4, opacity=0.6)
    river = shapes.bar(-20, 716, 1620, 1220)
    sheet.fill(river, "#133A42")
    sheet.water(river, gap=27, length=190, height=5)
    for bx, by, s in ((330, 930, 1.0), (900, 1010, 1.35), (1370, 900, 0.8)):
        junk(sheet, bx, by, s)
    sheet.run(
        [(-20, 800), (250, 770), (560, 800), (800, 760), (1100, 790), (1400, 750), (1620, 770)],
        width=6,
    )


def _shop(sheet: Sheet, x: float, wide: float, top: float, rng: random.Random) -> None:
    wall = shapes.bar(x, top, x + wide, 640)
    sheet.fill(wall, sheet.material.deep, edge=sheet.line_colour, width=2.5)
    eave = shapes.face(
        [(x - 8, top + 10), (x + 14, top - 46), (x + wide - 14, top - 46), (x + wide + 8, top + 10)]
    )
    sheet.fill(eave, "#2A5A60", edge=sheet.light, width=2)
    sheet.hatch(eave, angle=90, gap=10, opacity=0.8)
    count = max(2, int(wide // 34))
    for level in range(int((620 - top) // 95)):
        y = top + 40 + level * 95
        for k in range(count):
            pane = shapes.bar(
                x + 12 + k * (wide - 16) / count, y, x + (k + 1) * (wide - 16) / count, y + 56
            )
            if y + 60 < 560:
                sheet.fill(pane, "#163A41", edge=sheet.line_colour, width=1.6)
                sheet.hatch(pane, angle=rng.choice((0, 45, 90)), gap=9, opacity=0.7)
    sheet.fill(shapes.bar(x + 12, 560, x + wide - 12, 640), "#0B1A1E", edge=sheet.light, width=2)
    sheet.fill(
        shapes.bar(x + wide - 34, top + 60, x + wide - 16, 548), sheet.material.thread, opacity=0.85
    )


def junk(sheet: Sheet, x: float, y: float, s: float) -> None:
    """A river junk with battened sails."""
    hull = shapes.soft(
        [
            (x - 190 * s, y - 46 * s),
            (x - 130 * s, y - 18 * s),
            (x + 60 * s, y - 14 * s),
            (x + 180 * s, y - 60 * s),
            (x + 150 * s, y + 30 * s),
            (x + 40 * s, y + 58 * s),
            (x - 120 * s, y + 46 * s),
        ],
        10,
    )
    for mx, tall, lean in ((-50, 330, 1.0), (70, 270, 0.8)):
        foot, top = (x + mx * s, y - 10 * s), (x + (mx + 6) * s, y - tall * s)
        sheet.line([foot, top], sheet.light, width=5 * s)
        sail = shapes.face(
            [
                (x + (mx - 70 * lean) * s, y - 56 * s),
                (x + (mx + 96 * lean) * s, y - 70 * s),
                (x + (mx + 86 * lean) * s, y - (tall - 60) * s),
                (x + (mx + 8) * s, y - (tall - 8) * s),
                (x + (mx - 52 * lean) * s, y - (tall - 90) * s),
            ]
        )
        sheet.fill(sail, "#C9A878", edge=sheet.light, width=2)
        sheet.hatch(sail, angle=-5, gap=26 * s, colour="#4A3218", width=3, opacity=0.9)
        sheet.hatch(sail, angle=86, gap=8 * s, colour="#4A3218", width=1, opacity=0.35)
    sheet.fill(hull, "#3B2A18", edge=_CLAY, width=3)
    sheet.hatch(hull, angle=2, gap=11 * s, bow=14 * s, colour=_CLAY, width=1.6, opacity=0.8)
    cabin = shapes.strip(
        shapes.arc(x - 60 * s, y - 20 * s, 66 * s, 180, 360, 20, ry=44 * s), 10 * s
    )
    sheet.fill(cabin, _CLAY)
