"""Plates of A Century's Journey: steam, basin and reel."""

from __future__ import annotations

import math
import random

from tools.drawing import reels, shapes
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

_IRON = "#2A140C"
_BRICK = "#6B3419"
_CREAM = "#F3E3C2"


def filature(sheet: Sheet) -> None:
    """A steam filature cut open: boiler, pipe, basins, and the reels they turn."""
    ground = 1060
    sheet.lines(
        [[(0, 150 + 62 * k), (1600, 150 + 62 * k)] for k in range(15)], width=1, opacity=0.10
    )
    for k in range(4):
        x = 470 + k * 300
        truss = [
            [(x - 150, 250), (x, 120), (x + 150, 250)],
            [(x - 150, 250), (x + 150, 250)],
            [(x, 120), (x, 250)],
            [(x - 75, 185), (x, 250), (x + 75, 185)],
        ]
        sheet.lines(truss, width=5, opacity=0.75)
    sheet.hatch(shapes.bar(320, 96, 1520, 120), angle=60, gap=12)
    _boiler(sheet, ground)
    main = [(300, 470), (300, 372), (1560, 372)]
    sheet.line(main, _IRON, width=26)
    sheet.line(main, "#C98A4E", width=16)
    sheet.line([(300, 366), (1560, 366)], "#F6DDB0", width=3, opacity=0.8)
    for k in range(3):
        x = 620 + k * 370
        _basin(sheet, x, ground, k)
    sheet.line([(-20, ground), (1620, ground)], sheet.light, width=5)
    sheet.hatch(shapes.bar(-20, ground, 1620, 1220), angle=0, gap=22, opacity=0.4)
    sheet.lines(
        [
            [
                (k * 70 - 20 + (j % 2) * 35, ground + j * 22),
                (k * 70 - 20 + (j % 2) * 35, ground + 22 + j * 22),
            ]
            for k in range(25)
            for j in range(7)
        ],
        width=1.4,
        opacity=0.35,
    )


def _boiler(sheet: Sheet, ground: float) -> None:
    house = shapes.bar(40, 700, 400, ground)
    sheet.fill(house, _BRICK, edge=sheet.line_colour, width=3)
    for row in range(15):
        y = 700 + row * 24
        sheet.lines([[(40, y), (400, y)]], _IRON, width=2, opacity=0.7)
        sheet.lines(
            [
                [(40 + k * 48 + (row % 2) * 24, y), (40 + k * 48 + (row % 2) * 24, y + 24)]
                for k in range(8)
            ],
            _IRON,
            width=2,
            opacity=0.6,
        )
    stack = shapes.face([(66, 700), (80, 120), (150, 120), (164, 700)])
    sheet.fill(stack, _BRICK, edge=sheet.line_colour, width=3)
    sheet.rounding(stack, count=20, colour=_IRON, opacity=0.8)
    sheet.fill(shapes.bar(70, 96, 160, 124), sheet.line_colour)
    for k in range(5):
        puff = reels.cubic(
            (115, 96), (90 - k * 8, 50), (200 + k * 30, 60 - k * 6), (270 + k * 60, 6 - k * 10), 24
        )
        sheet.line(puff, sheet.light, width=2.2, opacity=0.55 - k * 0.08)
    drum = shapes.bar(170, 500, 392, 760).buffer(24)
    sheet.fill(drum, "#8A5A30", edge=sheet.light, width=3)
    sheet.rounding(drum, count=46, colour=_IRON, opacity=0.75)
    for y in (540, 632, 724):
        sheet.dots([(160 + k * 22, y) for k in range(12)], 4, sheet.light, opacity=0.9)
    gauge = shapes.disc(281, 590, 40)
    sheet.fill(gauge, _CREAM, edge=_IRON, width=5)
    sheet.lines([[(281, 590), (304, 566)]], _IRON, width=5)
    sheet.lines(
        [
            [
                (281 + 30 * math.cos(t / 4), 590 - 30 * math.sin(t / 4)),
                (281 + 36 * math.cos(t / 4), 590 - 36 * math.sin(t / 4)),
            ]
            for t in range(-2, 15)
        ],
        _IRON,
        width=2,
    )
    fire = shapes.all_of([shapes.bar(196, 930, 330, ground - 10), shapes.disc(263, 930, 67)])
    sheet.fill(fire, "#15080A", edge=sheet.light, width=4)
    for k in range(5):
        x = 216 + k * 24
        flame = shapes.soft(
            [
                (x - 14, 1045),
                (x - 9, 1000),
                (x + 3, 950 - 22 * (k % 2)),
                (x + 10, 1000),
                (x + 14, 1045),
            ],
            8,
        )
        sheet.fill(flame, "#F0A94E" if k % 2 else "#F0D9A8")


def _basin(sheet: Sheet, x: float, ground: float, index: int) -> None:
    sheet.line([(x + 90, 372), (x + 90, 900)], _IRON, width=16)
    sheet.line([(x + 90, 372), (x + 90, 900)], "#C98A4E", width=9)
    sheet.fill(shapes.disc(x + 90, 430, 22), "#C98A4E", edge=_IRON, width=4)
    sheet.lines([[(x + 62, 430), (x + 118, 430)]], sheet.light, width=5)
    reels.reel_body(sheet, (x - 20, 560), 128, 1.3, angle=30 + index * 17)
    sheet.lines(
        [[(x - 170, 560), (x - 20, 560), (x + 40, ground)], [(x - 150, ground), (x - 20, 560)]],
        width=6,
        opacity=0.8,
    )
    eye = (x - 20, 770)
    bowl = shapes.face([(x - 150, 880), (x + 150, 880), (x + 110, 985), (x - 110, 985)])
    sheet.fill(bowl, "#8A5A30", edge=sheet.light, width=3)
    sheet.rounding(bowl, count=30, colour=_IRON, opacity=0.7)
    sheet.fill(shapes.disc(x, 880, 150, 26), "#C9A06A", edge=sheet.light, width=3)
    rng = random.Random(index)
    for k in range(6):
        reels.cocoon(sheet, (x - 105 + k * 42, 872 + 8 * (k % 2)), eye, rng, 0.95)
    for k in range(3):
        vapour = [(x + 60 + k * 30 + 14 * math.sin(t / 3 + k), 850 - t * 9) for t in range(20)]
        sheet.line(vapour, sheet.light, width=2.4, opacity=0.4)
    sheet.lines([[(x - 110, 985), (x - 124, ground)], [(x + 110, 985), (x + 124, ground)]], width=7)
    for side in (-1, 1):
        run = [eye, (x - 20 + side * 128, 600)] if side > 0 else [eye, (x - 150, 590)]
        sheet.thread(run, ends=1, width=4)
    sheet.knot(*eye, 13)


def reeling(sheet: Sheet) -> None:
    """One basin and its reel, steam rising."""
    _boiler(sheet, 1060)
    main = [(300, 470), (300, 330), (1560, 330)]
    sheet.line(main, _IRON, width=26)
    sheet.line(main, "#C98A4E", width=16)
    reels.reel_body(sheet, (1060, 520), 300, 2.2, angle=42)
    bowl = shapes.face([(620, 900), (1360, 900), (1270, 1100), (710, 1100)])
    sheet.fill(bowl, "#8A5A30", edge=sheet.light, width=4)
    sheet.rounding(bowl, count=60, colour=_IRON, opacity=0.7)
    sheet.fill(shapes.disc(990, 900, 370, 52), "#C9A06A", edge=sheet.light, width=4)
    rng = random.Random(4)
    for k in range(8):
        reels.cocoon(sheet, (710 + k * 80, 886 + 14 * (k % 2)), (700, 640), rng, 1.7)
    for k in range(6):
        vapour = [(760 + k * 100 + 24 * math.sin(t / 3 + k), 850 - t * 14) for t in range(26)]
        sheet.line(vapour, sheet.light, width=3, opacity=0.4)
    for side in (-1, 1):
        sheet.thread([(700, 640), (1060 - 40 + side * 8, 226)], ends=1, width=4.5)
        sheet.run(
            [
                (1060 + side * 8, 218),
                (1340, 300 + side * 8),
                (1480, 520 + side * 8),
                (1640, 560 + side * 8),
            ],
            ends=1,
            width=4.5,
        )
    sheet.knot(700, 640, 20)


def opening(sheet: Sheet) -> None:
    """The reel close by, two ends entering."""
    reels.reel(
        sheet,
        Frame(1600, 1200, 800, 520, 2.0),
        radius=360,
        centre=(980, 560),
        eye=380,
        cocoons=(0.08, 0.94, 8),
    )
