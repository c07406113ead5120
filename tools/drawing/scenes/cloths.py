"""Sections of enterprises: fibres, loops, layers."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.scenes.board import BRASS, CX, CY, DEEP, INK, MID, PALE, measure, setting
from tools.drawing.sheet import Sheet


def spunmelt(sheet: Sheet) -> None:
    """A nonwoven of three beds in section: spunbond, meltblown, spunbond."""
    setting(sheet, until=210)
    rng = random.Random(9)
    for y0, y1, count, width, tone in (
        (360, 500, 40, 9, INK),
        (510, 690, 190, 2.6, "#44667F"),
        (700, 840, 40, 9, INK),
    ):
        runs = []
        for _ in range(count):
            x, y = rng.uniform(200, 1250), rng.uniform(y0, y1)
            length = rng.uniform(180, 420)
            runs.append(
                pen.smooth(
                    [
                        (x, y),
                        (x + length * 0.35, rng.uniform(y0, y1)),
                        (x + length * 0.7, rng.uniform(y0, y1)),
                        (x + length, rng.uniform(y0, y1)),
                    ],
                    8,
                )
            )
        sheet.lines(runs, tone, width=width, opacity=0.85)
        if width > 4:
            sheet.lines(
                [[(x, y - 2) for x, y in run] for run in runs], "#C9DAE6", width=2, opacity=0.7
            )
        ends = shapes.scattered(shapes.bar(210, y0, 1560, y1), count, rng)
        sheet.dots(ends, width * 0.9, DEEP)
    for x in (450, 800, 1150):
        bond = shapes.soft(
            [
                (x - 60, 340),
                (x + 60, 340),
                (x + 34, 560),
                (x + 34, 640),
                (x + 60, 860),
                (x - 60, 860),
                (x - 34, 640),
                (x - 34, 560),
            ],
            8,
        )
        sheet.fill(bond, "#C3D1DB", edge=INK, width=3)
        sheet.hatch(bond, angle=90, gap=8, colour=INK, opacity=0.6)
    measure(sheet, 210, 1560, 960)


def spinneret(sheet: Sheet) -> None:
    """Fibres leave a spinneret, are drawn, and fall on the belt as cloth."""
    setting(sheet, y=220, until=420)
    head = shapes.face([(420, 130), (1180, 130), (1180, 260), (1090, 340), (510, 340), (420, 260)])
    sheet.fill(head, INK, edge=DEEP, width=3)
    cavity = shapes.face([(520, 170), (1080, 170), (1030, 270), (570, 270)])
    sheet.fill(cavity, "#C98A4E")
    holes = [560 + k * 20 for k in range(25)]
    sheet.lines([[(x, 270), (x, 340)] for x in holes], "#F0D9A8", width=4)
    rng = random.Random(12)
    runs = []
    for x in holes:
        drift = rng.uniform(-90, 90)
        runs.append(
            pen.smooth(
                [
                    (x, 340),
                    (CX + (x - CX) * 0.55, 520),
                    (CX + (x - CX) * 0.5, 680),
                    (CX + (x - CX) * 1.1 + drift, 820),
                    (CX + (x - CX) * 1.5 + drift * 2, 940),
                ],
                10,
            )
        )
    sheet.lines(runs, INK, width=2.6, opacity=0.9)
    for side in (-1, 1):
        jet = shapes.face(
            [
                (CX + side * 200, 470),
                (CX + side * 330, 430),
                (CX + side * 330, 640),
                (CX + side * 180, 700),
            ]
        )
        sheet.fill(jet, "#9DB3C3", edge=INK, width=3)
        sheet.hatch(jet, angle=45, gap=12, colour=INK)
    web = []
    for left in [rng.uniform(180, 1400) for _ in range(150)]:
        heights = [948 + rng.uniform(-20, 12) for _ in range(4)]
        places = (0, 60, 130, 200)
        web.append(pen.smooth([(left + x, y) for x, y in zip(places, heights, strict=True)], 5))
    sheet.lines(web, INK, width=2, opacity=0.7)
    sheet.line([(120, 974), (1480, 974)], BRASS, width=8)
    for x in (200, 600, 1000, 1400):
        sheet.fill(shapes.tube(x, 1030, 52, 14), INK)
        sheet.lines(
            [[(x, 1030), (x + 50 * math.cos(t), 1030 + 50 * math.sin(t))] for t in (0.4, 2.5, 4.6)],
            "#C3D1DB",
            width=4,
        )


def weft_knit(sheet: Sheet) -> None:
    """Weft knit: loops drawn through loops."""
    setting(sheet, until=160)
    _loops(sheet, rows=6, columns=8, size=150, colours=(INK, "#3E6A8A"))


def _loops(sheet: Sheet, *, rows: int, columns: int, size: float, colours: tuple[str, str]) -> None:
    x0, y0 = CX - columns * size / 2 + size / 2, CY - rows * size * 0.44
    for r in range(rows):
        for c in range(columns):
            x, y = x0 + c * size, y0 + r * size * 0.92
            loop = pen.smooth(
                [
                    (x - size * 0.5, y + size * 1.16),
                    (x - size * 0.24, y + size * 1.02),
                    (x - size * 0.16, y + size * 0.66),
                    (x - size * 0.32, y + size * 0.3),
                    (x - size * 0.22, y + size * 0.03),
                    (x, y - size * 0.08),
                    (x + size * 0.22, y + size * 0.03),
                    (x + size * 0.32, y + size * 0.3),
                    (x + size * 0.16, y + size * 0.66),
                    (x + size * 0.24, y + size * 1.02),
                    (x + size * 0.5, y + size * 1.16),
                ],
                8,
            )
            tone = colours[r % 2]
            sheet.line(loop, PALE, width=size * 0.22)
            sheet.line(loop, tone, width=size * 0.16)
            sheet.line(
                [(px - 3, py - 3) for px, py in loop], "#A9C4D6", width=size * 0.025, opacity=0.9
            )


def warp_lace(sheet: Sheet) -> None:
    """Warp-knit lace: zigzag wales, a hexagonal ground, a flower left dense."""
    setting(sheet, until=160)
    area = shapes.bar(190, 190, 1410, 1010)
    runs, dense = [], []
    for j in range(19):
        for i in range(25):
            x, y = 190 + i * 52 + (j % 2) * 26, 190 + j * 45
            hexagon = shapes.face(pen.ring(x, y, 28, 6, math.pi / 6))
            petal = math.hypot(x - CX, y - CY)
            wave = 230 + 90 * math.cos(5 * math.atan2(y - CY, x - CX))
            if petal < wave and petal > 60:
                dense.append(hexagon)
            else:
                runs += list(shapes.lines_of(hexagon.intersection(area)))
    sheet.lines(runs, INK, width=3.4, opacity=0.75)
    flower = shapes.all_of(dense).intersection(area)
    sheet.fill(flower, INK)
    for angle in (40, -40):
        sheet.hatch(flower, angle=angle, gap=11, colour="#C9DAE6", width=2, opacity=0.8)
    scallop = [
        pen.smooth(
            [
                (190 + k * 122, 1010),
                (220 + k * 122, 1062),
                (251 + k * 122, 1078),
                (282 + k * 122, 1062),
                (312 + k * 122, 1010),
            ],
            8,
        )
        for k in range(10)
    ]
    sheet.lines(scallop, INK, width=12)
    for k in range(10):
        sheet.fill(shapes.tube(251 + k * 122, 1036, 17, 8), INK)


def rib_knit(sheet: Sheet) -> None:
    """A rib stretched over the finger of a form: ribs close, then open."""
    setting(sheet, until=300)
    for k in range(21):
        t = -1 + 2 * k / 20
        x = CX + t * 420
        bulge = 140 * math.cos(t * math.pi / 2)
        rib = pen.smooth(
            [
                (x - t * 150, 130),
                (x - t * 30, 330),
                (x + t * bulge, 600),
                (x - t * 30, 870),
                (x - t * 150, 1070),
            ],
            14,
        )
        wide = 15 + 16 * math.cos(t * math.pi / 2)
        sheet.line(rib, INK if k % 2 == 0 else "#9DB3C3", width=wide)
        for n in range(0, len(rib) - 2, 2):
            (ax, ay), (bx, by) = rib[n], rib[n + 2]
            mark = [
                (ax - wide * 0.42, ay),
                ((ax + bx) / 2, (ay + by) / 2 + 8),
                (ax + wide * 0.42, ay),
            ]
            sheet.line(mark, "#C9DAE6" if k % 2 == 0 else INK, width=2.2, opacity=0.85)
    for y in (130, 1070):
        sheet.line([(CX - 300, y), (CX + 300, y)], BRASS, width=12)


def hook_and_eye(sheet: Sheet) -> None:
    """Hook and eye on a bound edge, elastic drawn open to show its rubber."""
    setting(sheet, until=210)
    left = shapes.bar(220, 330, 720, 870).buffer(26)
    right = shapes.bar(960, 330, 1390, 870).buffer(26)
    for cloth in (left, right):
        sheet.fill(cloth, "#DDE7EE", edge=INK, width=4)
        sheet.hatch(cloth, angle=45, gap=10, colour=MID, opacity=0.7)
        sheet.hatch(cloth, angle=-45, gap=10, colour=MID, opacity=0.7)
        sheet.line(cloth.buffer(-22), INK, width=3, dash="18 12")
    for y in (420, 600, 780):
        hook = pen.smooth(
            [(610, y - 22), (740, y - 22), (856, y - 20), (886, y), (856, y + 18), (800, y + 14)],
            10,
        )
        eye = shapes.arc(900, y, 62, 40, 320, 30, ry=50)
        for run in (hook, [(980, y - 32), *eye, (980, y + 32)]):
            sheet.line(run, DEEP, width=19)
            sheet.line(run, "#B9CAD6", width=9)
        for dy in (-22, 22):
            sheet.line(shapes.disc(620, y + dy, 20), DEEP, width=7)
            sheet.line(shapes.disc(1000, y + dy, 20), DEEP, width=7)
        sheet.lines(
            [[(600, y - 30 + k * 12), (650, y - 34 + k * 12)] for k in range(6)], BRASS, width=4
        )
    band = shapes.bar(220, 960, 1390, 1060)
    sheet.fill(band, INK)
    for k in range(13):
        x = 290 + k * 86
        sheet.fill(shapes.disc(x, 1010, 30), "#E0CBA0", edge=PALE, width=3)
        sheet.dots([(x, 1010)], 4, INK)
    sheet.lines(
        [shapes.wave(230, 1380, 1010, height=38, length=172, phase=p) for p in (0, math.pi)],
        "#C9DAE6",
        width=5,
    )


def nappy(sheet: Sheet, *, fluff: bool = True) -> None:
    """Layers of a nappy pulled apart: cover, flow, core, film."""
    setting(sheet, until=230)
    rng = random.Random(8 if fluff else 9)
    tones = ("#F4F8FA", "#DCE8EF", "#F4F8FA", "#C9D8E2", "#8FB8C9", "#DCE8EF")
    for k in range(6):
        y = 930 - k * 140
        sheet_ = shapes.face([(250, y), (960, y + 80), (1390, y - 110), (700, y - 180)])
        thick = 64 if k == 2 else 16
        sheet.fill(
            shapes.face([(250, y), (960, y + 80), (960, y + 80 + thick), (250, y + thick)]),
            "#9DB3C3",
            edge=INK,
            width=2,
        )
        sheet.fill(
            shapes.face(
                [(960, y + 80), (1390, y - 110), (1390, y - 110 + thick), (960, y + 80 + thick)]
            ),
            "#7E99AD",
            edge=INK,
            width=2,
        )
        sheet.fill(sheet_, tones[k], edge=INK, width=3)
        if k == 2:
            sheet.dots(shapes.scattered(sheet_.buffer(-10), 260, rng), 6, "#5F8FA8")
        elif k in {1, 5}:
            sheet.hatch(sheet_, angle=7, gap=18, colour=INK, opacity=0.5)
            sheet.hatch(sheet_, angle=-24, gap=18, colour=INK, opacity=0.5)
        elif k == 3:
            sheet.dots(
                [
                    p
                    for p in (
                        (300 + i * 44 + j * 30, y + 20 - j * 22 + i * 3)
                        for i in range(26)
                        for j in range(9)
                    )
                    if sheet_.contains(shapes.point(p))
                ],
                5,
                INK,
                opacity=0.6,
            )
        elif k == 4:
            sheet.water(sheet_, gap=18, length=120, colour=INK)
    for k in range(5):
        x = 600 + k * 120
        sheet.line([(x, 60), (x, 140 + 10 * k)], BRASS, width=5, dash="16 12")
        sheet.line(
            [(x - 14, 116 + 10 * k), (x, 142 + 10 * k), (x + 14, 116 + 10 * k)], BRASS, width=5
        )


def embossed_roll(sheet: Sheet) -> None:
    """Soft sheet wound on a roll after an embossing cylinder, seen from its end."""
    setting(sheet, y=860, until=250)
    spiral = [
        (560 + (60 + t * 2.28) * math.cos(t * 0.32), 620 + (60 + t * 2.28) * math.sin(t * 0.32))
        for t in range(138)
    ]
    sheet.fill(shapes.disc(560, 620, 376), PALE, edge=INK, width=3)
    for k in range(15):
        sheet.line(shapes.disc(560, 620, 84 + k * 20), INK, width=2.4, opacity=0.8)
    sheet.line(spiral, MID, width=3)
    sheet.fill(shapes.tube(560, 620, 66, 48), "#C9935A", edge=DEEP, width=3)
    drum = shapes.gear(1120, 560, 210, 44, bore=0.2, depth=0.08)
    sheet.fill(drum, INK, edge=DEEP, width=3)
    sheet.hatch(drum, angle=45, gap=14, colour="#9DB3C3", opacity=0.5)
    lower = shapes.tube(1120, 930, 158, 34)
    sheet.fill(lower, "#9DB3C3", edge=INK, width=3)
    sheet.rounding(lower, count=20, colour=INK, opacity=0.5)
    web = pen.smooth(
        [(1640, 700), (1380, 764), (1120, 771), (900, 800), (760, 900), (600, 996)], 14
    )
    sheet.line(web, INK, width=9)
    bumps = [(x, y - 11) for x, y in web[30::3]]
    sheet.dots(bumps, 7, BRASS)
