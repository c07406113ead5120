"""Plates of Foshan Craftsmanship: furniture, fry, things of every day."""

from __future__ import annotations

import random

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.sheet import Sheet

_SILK = "#F0D9A8"
_BAMBOO = "#E0C078"


def furniture(sheet: Sheet) -> None:
    """A rosewood armchair in line, its mortise drawn open beside it."""
    wood, dark = "#7A3D1D", "#2A140C"
    for x0, y0, x1, y1 in (
        (230, 330, 262, 1020),
        (640, 330, 672, 1020),
        (230, 330, 672, 366),
        (200, 690, 702, 740),
        (236, 900, 668, 926),
    ):
        part = shapes.bar(x0, y0, x1, y1)
        sheet.fill(part, wood, edge=_SILK, width=3)
        sheet.hatch(part, angle=90 if x1 - x0 < 60 else 0, gap=7, bow=6, colour=dark, opacity=0.8)
    back = shapes.soft([(390, 366), (400, 500), (386, 690), (516, 690), (502, 500), (512, 366)], 8)
    sheet.fill(back, wood, edge=_SILK, width=3)
    sheet.fill(shapes.disc(451, 500, 46), "#C9D6CF", edge=_SILK, width=3)
    sheet.line([(420, 520), (451, 470), (480, 520)], "#4E6B62", width=3)
    top = shapes.strip(
        pen.smooth([(190, 330), (330, 290), (451, 250), (572, 290), (712, 330)], 12), 40
    )
    sheet.fill(top, wood, edge=_SILK, width=3)
    for side in (-1, 1):
        arm = shapes.strip(
            pen.smooth(
                [(451 + side * 205, 520), (451 + side * 290, 540), (451 + side * 300, 690)], 10
            ),
            26,
        )
        sheet.fill(arm, wood, edge=_SILK, width=3)
    apron = shapes.soft(
        [(236, 742), (668, 742), (640, 800), (540, 772), (451, 806), (362, 772), (262, 800)], 8
    )
    sheet.fill(apron, wood, edge=_SILK, width=2)
    _mortise(sheet, 1170, 600)
    sheet.line([(-20, 1022), (1620, 1022)], sheet.light, width=3)
    sheet.run([(-20, 1100), (400, 1080), (800, 1100), (1170, 1080), (1620, 1100)], width=4.5)


def _mortise(sheet: Sheet, cx: float, cy: float) -> None:
    wood, dark = "#8A4A24", "#2A140C"
    post = shapes.bar(cx - 240, cy - 380, cx - 20, cy + 380).difference(
        shapes.bar(cx - 150, cy - 66, cx - 20, cy + 66)
    )
    sheet.fill(post, wood, edge=_SILK, width=3)
    sheet.hatch(post, angle=90, gap=9, bow=16, colour=dark, opacity=0.7)
    rail = shapes.all_of(
        [
            shapes.bar(cx + 150, cy - 120, cx + 400, cy + 120),
            shapes.bar(cx + 20, cy - 62, cx + 150, cy + 62),
        ]
    )
    sheet.fill(rail, wood, edge=_SILK, width=3)
    sheet.hatch(rail, angle=0, gap=9, bow=16, colour=dark, opacity=0.7)
    for y in (-62, 62):
        sheet.line([(cx + 16, cy + y), (cx - 148, cy + y)], _SILK, width=2.4, dash="14 10")
    peg = shapes.bar(cx - 96, cy - 480, cx - 62, cy - 400)
    sheet.fill(peg, _SILK, edge=dark, width=3)
    sheet.line([(cx - 79, cy - 396), (cx - 79, cy - 70)], _SILK, width=2.4, dash="14 10")


def fish_fry(sheet: Sheet) -> None:
    """Fish fry: fine nets set across the spring river, the fry like dashes."""
    sheet.fill(shapes.bar(-20, 240, 1620, 1220), "#0E4A44")
    sheet.water(shapes.bar(-20, 240, 1620, 1220), gap=30, length=240, height=8, opacity=0.5)
    rng = random.Random(30)
    for n in range(3):
        x, y, s = 340 + n * 470, 470 + 120 * (n % 2), 1.0
        mouth = shapes.arc(x - 170 * s, y, 150, 90, 270, 30, ry=190)
        cone = [
            (x - 170 * s, y - 190),
            (x + 250 * s, y - 34),
            (x + 250 * s, y + 34),
            (x - 170 * s, y + 190),
        ]
        net = shapes.all_of([shapes.face(cone), shapes.face(mouth)])
        sheet.fill(net, "#8FD3B6", opacity=0.16)
        sheet.hatch(net, angle=38, gap=15, width=1.5, opacity=0.8)
        sheet.hatch(net, angle=-38, gap=15, width=1.5, opacity=0.8)
        sheet.line(net, _BAMBOO, width=5)
        trap = shapes.bar(x + 250, y - 56, x + 350, y + 56)
        sheet.fill(trap, "#0B2E29", edge=_BAMBOO, width=5)
        sheet.lines(
            [[(x + 262 + k * 19, y - 54), (x + 262 + k * 19, y + 54)] for k in range(5)],
            _BAMBOO,
            width=2,
        )
        for px, py in ((x - 170, y - 190), (x - 170, y + 190)):
            sheet.line([(px, py - 130), (px, py + 60)], "#8A6A44", width=11)
        for fx, fy in shapes.scattered(net, 64, rng):
            sheet.line([(fx, fy), (fx + 17, fy + rng.uniform(-3, 3))], _SILK, width=3.4)
            sheet.dots([(fx + 18, fy)], 3.6, _SILK)
    for _ in range(120):
        fx, fy = rng.uniform(0, 1600), rng.uniform(280, 1180)
        sheet.line([(fx, fy), (fx + 13, fy + rng.uniform(-2, 2))], _SILK, width=2.4, opacity=0.6)
    bank = shapes.face(
        [(-20, 260), (300, 240), (800, 256), (1300, 236), (1640, 262), (1640, 150), (-20, 150)]
    )
    sheet.fill(bank, "#1C3A2A", edge=sheet.light, width=3)
    sheet.hatch(bank, angle=70, gap=10)
    sheet.run([(-20, 1060), (300, 1020), (800, 1080), (1200, 1010), (1620, 1040)], width=4.5)


def every_day(sheet: Sheet) -> None:
    """Seven small sections: bangle, rattan, joint, reed, net, still, stitch."""
    for k in range(7):
        x, y = (290 + (k % 4) * 340, 360) if k < 4 else (460 + (k - 4) * 340, 800)
        sheet.fill(shapes.disc(x, y, 150), sheet.material.deep, edge=_SILK, width=5)
        _small_section(sheet, x, y, k)
    sheet.run([(-20, 640), (290, 520), (630, 580), (970, 520), (1310, 590), (1620, 560)], width=4)


def _small_section(sheet: Sheet, x: float, y: float, kind: int) -> None:
    match kind:
        case 0:
            sheet.fill(shapes.tube(x, y, 100, 66), "#8FD3B6", edge=sheet.light, width=3)
            sheet.line(shapes.arc(x, y, 84, 200, 280), "#FFFFFF", width=5)
        case 1:
            for i in range(4):
                for j in range(4):
                    part = shapes.bar(
                        x - 86 + i * 46, y - 86 + j * 46, x - 50 + i * 46, y - 50 + j * 46
                    )
                    sheet.fill(part, "#C9A060", edge="#3A2A10", width=2)
                    sheet.hatch(part, angle=0 if (i + j) % 2 else 90, gap=7, colour="#5A4018")
        case 2:
            sheet.fill(
                shapes.bar(x - 100, y - 50, x - 10, y + 50).difference(
                    shapes.bar(x - 50, y - 20, x, y + 20)
                ),
                "#8A4A24",
                edge=_SILK,
                width=3,
            )
            sheet.fill(
                shapes.all_of(
                    [
                        shapes.bar(x + 20, y - 50, x + 100, y + 50),
                        shapes.bar(x - 20, y - 17, x + 30, y + 17),
                    ]
                ),
                "#8A4A24",
                edge=_SILK,
                width=3,
            )
        case 3:
            sheet.fill(
                shapes.face(
                    [
                        (x - 110, y - 8),
                        (x + 30, y - 24),
                        (x + 90, y - 84),
                        (x + 90, y + 84),
                        (x + 30, y + 24),
                        (x - 110, y + 8),
                    ]
                ),
                "#D9A24E",
                edge=_SILK,
                width=3,
            )
            sheet.dots([(x - 80 + i * 22, y) for i in range(5)], 6, sheet.dark)
        case 4:
            net = shapes.face(
                [(x - 90, y - 84), (x + 90, y - 20), (x + 90, y + 20), (x - 90, y + 84)]
            )
            sheet.hatch(net, angle=40, gap=13, width=2)
            sheet.hatch(net, angle=-40, gap=13, width=2)
            sheet.line(net, _BAMBOO, width=4)
        case 5:
            pot = shapes.turned(
                [(x + a, y + b) for a, b in ((40, -90), (50, -60), (84, 0), (70, 70), (0, 90))], x
            )
            sheet.fill(pot, "#C9935A", edge=_SILK, width=3)
            sheet.water(
                pot.buffer(-10).intersection(shapes.bar(x - 100, y, x + 100, y + 100)),
                gap=12,
                length=40,
                colour="#4A2615",
            )
        case _:
            for i in range(5):
                petal = shapes.spun(shapes.disc(x + 56, y, 44, 24), i * 72, (x, y))
                sheet.fill(petal, "#D8483A", edge="#8F1D18", width=2)
                sheet.hatch(petal, angle=i * 72, gap=5, colour="#F6B09A", width=2)
            sheet.fill(shapes.disc(x, y, 18), "#F0C878")
