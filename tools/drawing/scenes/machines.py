"""Sections of enterprises: fans, rolls, cores, cells, cables."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.scenes.board import BRASS, CX, CY, DEEP, INK, MID, PALE, setting
from tools.drawing.sheet import Sheet


def axial_fan(sheet: Sheet) -> None:
    """An axial fan seen into: casing, guide, twisted blades."""
    setting(sheet, until=310)
    sheet.fill(shapes.tube(CX, CY, 490, 440), INK)
    for k in range(24):
        t = math.radians(k * 15)
        sheet.fill(shapes.disc(CX + 466 * math.cos(t), CY + 466 * math.sin(t), 10), "#C3D1DB")
    sheet.line(shapes.disc(CX, CY, 426), INK, width=2)
    for k in range(12):
        t = math.radians(k * 30)
        lead = [
            (
                CX + r * math.cos(t + (r - 130) / 290 * 0.5),
                CY + r * math.sin(t + (r - 130) / 290 * 0.5),
            )
            for r in range(126, 417, 10)
        ]
        trail = [
            (
                CX + r * math.cos(t + 0.4 + (r - 130) / 290 * 0.22),
                CY + r * math.sin(t + 0.4 + (r - 130) / 290 * 0.22),
            )
            for r in range(416, 125, -10)
        ]
        blade = shapes.face(lead + trail)
        sheet.fill(blade, "#DCE8EF", edge=INK, width=4)
        sheet.hatch(blade, angle=k * 30 + 70, gap=10, bow=14, colour=INK, width=1.8, opacity=0.7)
        sheet.line(lead, INK, width=9)
    sheet.fill(shapes.disc(CX, CY, 134), INK, edge=DEEP, width=4)
    for r in (112, 88, 60):
        sheet.line(shapes.disc(CX, CY, r), "#9DB3C3", width=2.5)
    sheet.dots(
        [
            (CX + 88 * math.cos(t), CY + 88 * math.sin(t))
            for t in (i * math.pi / 4 for i in range(8))
        ],
        10,
        "#C3D1DB",
    )
    sheet.fill(shapes.disc(CX, CY, 30), BRASS)


def corrugator(sheet: Sheet) -> None:
    """Paper is fluted between two toothed rolls and glued to its liners."""
    setting(sheet, y=560, until=190)
    for y, turn in ((330, 0.0), (810, 8.0)):
        roll = shapes.spun(shapes.gear(CX, y, 262, 26, bore=0.22, depth=0.17), turn, (CX, y))
        sheet.fill(roll, INK, edge=DEEP, width=3)
        sheet.hatch(roll, angle=45, gap=15, colour="#9DB3C3", width=1.8, opacity=0.6)
        sheet.line(shapes.disc(CX, y, 190), "#C3D1DB", width=3)
        sheet.fill(shapes.tube(CX, y, 58, 30), "#C3D1DB", edge=DEEP, width=3)
    sheet.line([(190, 570), (500, 570), (620, 568)], "#C9935A", width=12)
    flute = [(x, 572 + 40 * math.sin((x - 700) / 30.4)) for x in range(690, 1610, 5)]
    sheet.line(flute, "#A8693C", width=13)
    for y in (522, 622):
        sheet.line([(1090, y), (1620, y)], "#C9935A", width=14)
        roll = shapes.tube(1110, y + (-90 if y < 570 else 90), 74, 22)
        sheet.fill(roll, "#9DB3C3", edge=INK, width=3)
        sheet.line(
            [
                (1110 - 200, y + (-150 if y < 570 else 150)),
                (1060, y + (-144 if y < 570 else 144)),
                (1098, y - 4 if y < 570 else y + 4),
                (1160, y),
            ],
            "#C9935A",
            width=10,
        )
    for k in range(9):
        sheet.dots([(1138 + k * 48, 540 if k % 2 else 604)], 7, BRASS)


def transformer(sheet: Sheet) -> None:
    """A laminated core and its two windings in section."""
    setting(sheet, until=290)
    core = (
        shapes.bar(300, 190, 1300, 1010)
        .difference(shapes.bar(450, 340, 725, 860))
        .difference(shapes.bar(875, 340, 1150, 860))
    )
    sheet.swept(core, 90, -70)
    sheet.hatch(core, angle=90, gap=12, colour="#7E99AD", width=1.6, opacity=0.6)
    for x0, x1 in ((470, 565), (575, 710), (890, 1025), (1035, 1130)):
        for i in range(int((x1 - x0) / 32)):
            for j in range(15):
                x, y = x0 + 17 + i * 32, 366 + j * 33.5
                copper = x0 in {575, 890}
                sheet.fill(
                    shapes.disc(x, y, 14),
                    "#C98A4E" if copper else "#E8CFA8",
                    edge="#6E4520",
                    width=2.4,
                )
    for x in (570, 1030):
        sheet.line([(x, 345), (x, 855)], PALE, width=5)
    for x in (360, 1240):
        for y in (260, 940):
            sheet.fill(shapes.face(pen.ring(x, y, 34, 6)), "#C3D1DB", edge=DEEP, width=3)
            sheet.line(shapes.disc(x, y, 18), DEEP, width=3)


def stack(sheet: Sheet) -> None:
    """A fuel-cell stack drawn apart: plates with channels, membranes between."""
    setting(sheet, until=220)
    for k in range(7):
        x = 1160 - k * 150
        plate = shapes.face([(x, 330), (x + 230, 210), (x + 230, 850), (x, 970)])
        membrane = k % 2 == 1
        sheet.fill(
            shapes.face(
                [
                    (x - (8 if membrane else 30), 330),
                    (x, 330),
                    (x, 970),
                    (x - (8 if membrane else 30), 970),
                ]
            ),
            DEEP,
        )
        sheet.fill(plate, "#E6EEF3" if membrane else INK, edge=DEEP, width=3)
        if membrane:
            sheet.dots(
                [
                    p
                    for p in (
                        (x + 14 + i * 24, 330 + j * 26 - i * 12)
                        for i in range(9)
                        for j in range(25)
                    )
                    if plate.buffer(-14).contains(shapes.point(p))
                ],
                4.5,
                "#2B7F9C",
            )
        else:
            run = []
            for n in range(11):
                y = 390 + n * 50
                a, b = (x + 36, y - 19 + 10), (x + 196, y - 102 + 10)
                run += [a, b] if n % 2 == 0 else [b, a]
            sheet.line(run, "#8FC3D6", width=11)
        for cy in (0, 1):
            for cx in (0, 1):
                px, py = x + 26 + cx * 178, 372 - cx * 93 + cy * 556
                sheet.fill(shapes.disc(px, py, 13, 17), "#C3D1DB" if not membrane else INK)
    for y0 in (372, 928):
        sheet.line([(150, y0 + 25), (1500, y0 - 110)], BRASS, width=7, opacity=0.8)


def hydrogen_bottle(sheet: Sheet) -> None:
    """A wound hydrogen bottle in section, with the brush it turns for the street."""
    setting(sheet, y=420, until=290)
    shell = (
        shapes.bar(420, 250, 1080, 590)
        .union(shapes.disc(420, 420, 120, 170))
        .union(shapes.disc(1080, 420, 120, 170))
    )
    liner, wound = shell.buffer(-58), shell.buffer(-44)
    sheet.fill(shell, INK, edge=DEEP, width=3)
    for angle in (34, -34):
        sheet.hatch(shell.difference(wound), angle=angle, gap=11, colour="#C9DAE6", width=2.2)
    sheet.fill(wound, "#C98A4E")
    sheet.fill(liner, "#E3F0F4", edge=DEEP, width=3)
    rng = random.Random(2)
    pairs = shapes.scattered(liner.buffer(-18), 66, rng)
    sheet.dots(pairs, 9, "#2B7F9C")
    sheet.dots([(x + 13, y + 6) for x, y in pairs], 9, "#2B7F9C")
    neck = shapes.bar(1190, 376, 1330, 464)
    sheet.fill(neck, "#9DB3C3", edge=DEEP, width=3)
    sheet.hatch(neck, angle=90, gap=14, colour=DEEP)
    sheet.line(
        pen.smooth([(1330, 420), (1430, 430), (1450, 600), (1300, 700), (1120, 800)], 14),
        DEEP,
        width=15,
    )
    cx, cy = 980.0, 900.0
    tufts = [
        [
            (cx + 70 * math.cos(t), cy + 70 * math.sin(t)),
            (cx + 230 * math.cos(t + 0.24), cy + 230 * math.sin(t + 0.24)),
        ]
        for t in (i * math.pi / 60 for i in range(120))
    ]
    sheet.lines(tufts, INK, width=4, opacity=0.85)
    sheet.fill(shapes.disc(cx, cy, 96), "#C3D1DB", edge=DEEP, width=4)
    sheet.dots(
        [
            (cx + 62 * math.cos(t), cy + 62 * math.sin(t))
            for t in (i * math.pi / 4 for i in range(8))
        ],
        10,
        INK,
    )
    sheet.fill(shapes.disc(cx, cy, 24), BRASS)
    for k in range(6):
        sheet.line(
            shapes.arc(560, 900, 60 + k * 40, 150, 400, 40), MID, width=4, opacity=0.8 - k * 0.1
        )


def power_cable(sheet: Sheet) -> None:
    """A cable stripped step by step: sheath, armour, filler, cores, strands."""
    setting(sheet, y=740, until=300)
    dx, dy = 0.86, -0.40
    front = (560.0, 740.0)
    back = (front[0] + 330 * dx, front[1] + 330 * dy)
    sheet.swept(shapes.disc(*back, 316), 900, -420, ink="#2A3A46", low="#1E2B34", high="#6F8796")
    sheet.fill(shapes.tube(*back, 316, 274), "#15242E", edge=DEEP, width=3)
    sheet.swept(
        shapes.disc(*front, 264), 330 * dx, 330 * dy, ink="#9DB3C3", low="#6C8799", high="#E8EFF4"
    )
    for k in range(15):
        hoop = shapes.arc(front[0] + k * 22 * dx, front[1] + k * 22 * dy, 264, 180, 335, 50)
        sheet.line(hoop, DEEP, width=2, opacity=0.4)
    armour = [
        (front[0] + 247 * math.cos(t), front[1] + 247 * math.sin(t))
        for t in (i * 2 * math.pi / 52 for i in range(52))
    ]
    for x, y in armour:
        sheet.fill(shapes.disc(x, y, 14), "#7E99AD", edge=DEEP, width=2)
    sheet.fill(shapes.disc(*front, 230), "#44667F", edge=DEEP, width=3)
    sheet.hatch(shapes.disc(*front, 230), angle=45, gap=12, colour="#9DB3C3", opacity=0.5)
    for k, tone in enumerate(("#B4432F", "#C9A020", "#2B7F5C")):
        t = math.radians(90 + k * 120)
        x, y = front[0] + 118 * math.cos(t), front[1] + 118 * math.sin(t)
        sheet.fill(shapes.disc(x, y, 96), tone, edge=DEEP, width=3)
        sheet.fill(shapes.disc(x, y, 72), "#F3E3C2", edge=DEEP, width=2)
        strands = (
            [(x, y)]
            + [
                (x + 24 * math.cos(a), y + 24 * math.sin(a))
                for a in (i * math.pi / 3 for i in range(6))
            ]
            + [
                (x + 47 * math.cos(a), y + 47 * math.sin(a))
                for a in (i * math.pi / 6 for i in range(12))
            ]
        )
        for sx, sy in strands:
            sheet.fill(shapes.disc(sx, sy, 12.4), "#C98A4E", edge="#6E4520", width=2)
