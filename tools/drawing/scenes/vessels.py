"""Sections of enterprises: beds, slabs, bottles, stills."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.scenes.board import BRASS, CX, CY, DEEP, INK, PALE, setting
from tools.drawing.sheet import Sheet


def filter_bed(sheet: Sheet) -> None:
    """Water goes down through sand and gravel, and leaves clear."""
    setting(sheet, y=300, until=310)
    tank = shapes.bar(330, 210, 1270, 1010)
    shell = (
        tank.buffer(34, join_style="mitre")
        .difference(tank)
        .difference(shapes.bar(280, 100, 1320, 210))
    )
    layers = [
        (210, 420, "#B9D3DC"),
        (420, 610, "#E0CBA0"),
        (610, 740, "#C9AE80"),
        (740, 870, "#A98F68"),
        (870, 1010, "#8FB8C9"),
    ]
    rng = random.Random(6)
    for n, (y0, y1, tone) in enumerate(layers):
        layer = shapes.bar(330, y0, 1270, y1)
        sheet.fill(layer, tone)
        if n in {0, 4}:
            sheet.water(layer, gap=20, length=120, colour=INK, opacity=0.55)
        elif n == 1:
            sheet.dots(shapes.scattered(layer, 900, rng), 2.6, "#8A6A38")
        else:
            r = 8 if n == 2 else 17
            stones = [
                shapes.disc(x, y, r * rng.uniform(0.7, 1.15), r * rng.uniform(0.6, 0.9))
                for x, y in shapes.scattered(layer.buffer(-r), 240 if n == 2 else 90, rng)
            ]
            sheet.line(shapes.all_of(stones), "#5A4526", width=2)
    sheet.fill(shell, INK)
    sheet.hatch(shell, angle=45, gap=12, colour="#9DB3C3", width=1.6)
    for k in range(8):
        x = 400 + k * 114
        sheet.fill(shapes.bar(x, 948, x + 60, 978), PALE, edge=INK, width=3)
        sheet.line([(x + 30, 470), (x + 30 + 16 * math.sin(k), 880)], BRASS, width=3, dash="18 14")
        sheet.line([(x + 16, 858), (x + 30, 884), (x + 44, 858)], BRASS, width=3)
    pipe = shapes.bar(1304, 930, 1640, 990)
    sheet.fill(pipe, INK)
    sheet.fill(shapes.bar(1290, 944, 1640, 976), "#8FB8C9")
    sheet.dots([(1360 + k * 62, 960) for k in range(5)], 9, PALE)


def thin_slabs(sheet: Sheet) -> None:
    """Thin ceramic slabs leaning in a stack: glaze, body, and a fine ribbed back."""
    setting(sheet, until=250)
    tones = ("#F4F8FA", "#E6DCCB", "#D5DEE4", "#EFE7DA", "#CBD6DD", "#F4F0E8")
    for k in range(6):
        x, y = 260 + k * 78, 760 - k * 66
        slab = shapes.face([(x, y), (x + 640, y - 190), (x + 900, y + 60), (x + 260, y + 250)])
        sheet.fill(shapes.moved(slab, 0, 20), "#9A7E5C", edge=DEEP, width=2)
        sheet.fill(slab, tones[k], edge=DEEP, width=3)
    x, y = 260 + 5 * 78, 760 - 5 * 66
    slab = shapes.face([(x, y), (x + 640, y - 190), (x + 900, y + 60), (x + 260, y + 250)])
    for n in range(7):
        vein = pen.smooth(
            [
                (x + 40 + n * 90, y + 20 - n * 20),
                (x + 220 + n * 60, y + 30 + n * 8),
                (x + 330 + n * 66, y + 130 - n * 30),
                (x + 560 + n * 40, y + 110),
            ],
            12,
        )
        sheet.line(
            shapes.along(vein).intersection(slab),
            "#7E99AD",
            width=3 if n % 2 else 1.5,
            opacity=0.6,
        )
    edge = shapes.bar(330, 930, 1270, 1040)
    for y0, y1, tone, angle in (
        (930, 952, "#2B5F86", 0),
        (952, 1018, "#C9AE88", 45),
        (1018, 1040, "#A98F68", 90),
    ):
        layer = shapes.bar(330, y0, 1270, y1)
        sheet.fill(layer, tone, edge=DEEP, width=2)
        sheet.hatch(layer, angle=angle, gap=10, colour=DEEP, opacity=0.5)
    sheet.line(edge, DEEP, width=3)
    for k in range(38):
        sheet.fill(shapes.disc(345 + k * 24.6, 1040, 8), "#C3D1DB")


def bottles(sheet: Sheet) -> None:
    """A bottle in section among its sisters, glass of even wall."""
    setting(sheet, y=830, until=330)
    forms = [
        (
            430.0,
            ((44, 300), (44, 470), (58, 520), (120, 610), (128, 700), (128, 1000), (104, 1040)),
            16,
        ),
        (
            800.0,
            (
                (40, 130),
                (44, 190),
                (40, 400),
                (60, 470),
                (150, 570),
                (164, 680),
                (164, 980),
                (136, 1040),
            ),
            24,
        ),
        (
            1180.0,
            ((100, 420), (104, 470), (96, 500), (156, 570), (160, 660), (160, 980), (136, 1040)),
            18,
        ),
    ]
    for x, profile, wall in forms:
        glass = shapes.turned([(x + a, b) for a, b in profile] + [(x, 1040)], x)
        inside = shapes.turned(
            [
                (x + max(6, a - wall), b - (0 if n < len(profile) - 1 else wall * 1.6))
                for n, (a, b) in enumerate(profile)
            ]
            + [(x, 990)],
            x,
        )
        if x == CX:
            sheet.fill(glass.difference(inside), INK, edge=DEEP, width=3)
            sheet.hatch(glass.difference(inside), angle=45, gap=9, colour="#C9DAE6", width=1.8)
            fill = inside.intersection(shapes.bar(0, 620, 1600, 1100))
            sheet.fill(fill, "#8FB8C9", opacity=0.55)
            sheet.water(fill, gap=22, length=90, colour=INK)
            for k in range(5):
                sheet.line([(x - 44, 150 + k * 20), (x + 44, 162 + k * 20)], DEEP, width=5)
        else:
            sheet.fill(glass, "#BFD6DC", edge=INK, width=4, opacity=0.9)
            sheet.rounding(glass, count=26, colour=INK, opacity=0.5)
            shine = shapes.strip([(x - 76, 620), (x - 76, 960)], 17, flat=False)
            sheet.fill(shine, "#FFFFFF", opacity=0.8)
    sheet.line([(180, 1044), (1420, 1044)], INK, width=4)


def preform_mould(sheet: Sheet) -> None:
    """A row of preforms in their mould, cooled by water; one pulled out."""
    setting(sheet, until=230)
    blocks = shapes.bar(240, 250, 1360, 950)
    cavities, cores = [], []
    for k in range(5):
        x = 360 + k * 220
        cavities.append(
            shapes.turned(
                [
                    (x + a, b)
                    for a, b in (
                        (62, 250),
                        (62, 380),
                        (72, 390),
                        (72, 420),
                        (60, 430),
                        (60, 760),
                        (40, 850),
                        (0, 872),
                    )
                ],
                x,
            )
        )
        cores.append(
            shapes.turned(
                [(x + a, b) for a, b in ((38, 120), (38, 380), (36, 740), (22, 810), (0, 826))], x
            )
        )
    steel = blocks.difference(shapes.all_of(cavities))
    sheet.fill(steel, INK, edge=DEEP, width=3)
    sheet.hatch(steel, angle=45, gap=15, colour="#9DB3C3", opacity=0.45)
    for k, (cavity, core) in enumerate(zip(cavities, cores, strict=True)):
        x = 360 + k * 220
        sheet.fill(cavity, "#BFE0E6")
        sheet.fill(core, "#7E99AD", edge=DEEP, width=2)
        sheet.rounding(core, count=11, colour=DEEP, opacity=0.7)
        sheet.line([(x, 140), (x, 770)], "#8FB8C9", width=12)
        for n in range(4):
            sheet.lines(
                [
                    [(x - 72, 280 + n * 20), (x - 60, 286 + n * 20)],
                    [(x + 60, 280 + n * 20), (x + 72, 286 + n * 20)],
                ],
                DEEP,
                width=5,
            )
        for y in (520, 640, 760):
            if k < 4:
                sheet.fill(shapes.disc(x + 110, y, 20), "#8FB8C9", edge=PALE, width=3)
    sheet.fill(shapes.bar(240, 150, 1360, 210), "#7E99AD", edge=DEEP, width=3)
    sheet.hatch(shapes.bar(240, 150, 1360, 210), angle=-45, gap=14, colour=DEEP, opacity=0.6)
    sheet.fill(shapes.bar(240, 990, 1360, 1050), BRASS)
    sheet.lines([[(360 + k * 220, 880), (360 + k * 220, 990)] for k in range(5)], BRASS, width=9)


def granules(sheet: Sheet) -> None:
    """From leaf and root to granules: each grain a small structure."""
    setting(sheet, until=300)
    disc = shapes.disc(CX + 130, CY, 470)
    sheet.fill(disc, "#EFE3CC", edge=INK, width=7)
    rng = random.Random(16)
    placed: list[tuple[float, float, float]] = []
    for _ in range(4000):
        r = rng.uniform(24, 62)
        t, d = rng.uniform(0, 6.28), 440 * math.sqrt(rng.random())
        x, y = CX + 130 + d * math.cos(t), CY + d * math.sin(t)
        if math.hypot(x - CX - 130, y - CY) + r < 458 and all(
            math.hypot(x - a, y - b) > r + c - 4 for a, b, c in placed
        ):
            placed.append((x, y, r))
    for x, y, r in placed:
        grain = shapes.soft(
            [
                (
                    x + r * rng.uniform(0.82, 1.08) * math.cos(a),
                    y + r * rng.uniform(0.82, 1.08) * math.sin(a),
                )
                for a in (i * 0.9 for i in range(7))
            ],
            6,
        )
        sheet.fill(grain, rng.choice(("#A87B42", "#8A5F2E", "#C09558")), edge="#4A3214", width=2.5)
        sheet.hatch(
            grain,
            angle=rng.uniform(0, 180),
            gap=8,
            bow=r * 0.5,
            colour="#4A3214",
            width=1.4,
            opacity=0.7,
        )
    leaf = shapes.soft(
        [(130, 980), (150, 760), (260, 560), (330, 420), (360, 600), (330, 800), (220, 930)], 10
    )
    sheet.fill(leaf, "#4E8F6E", edge="#14432F", width=4)
    vein = pen.smooth([(130, 990), (230, 760), (332, 430)], 16)
    sheet.line(vein, "#14432F", width=5)
    for k in range(9):
        x, y = vein[3 + k * 3]
        sheet.line(
            shapes.along([(x, y), (x + 110, y - 96)]).intersection(leaf), "#14432F", width=2.5
        )
        sheet.line(
            shapes.along([(x, y), (x - 90, y - 70)]).intersection(leaf), "#14432F", width=2.5
        )


def wine_still(sheet: Sheet) -> None:
    """Still, worm and receiver for rice wine, in section."""
    setting(sheet, y=860, until=230)
    cx = 560.0
    pot = shapes.turned(
        [
            (cx + a, b)
            for a, b in (
                (60, 230),
                (90, 300),
                (230, 430),
                (310, 620),
                (310, 800),
                (220, 960),
                (120, 1000),
                (0, 1000),
            )
        ],
        cx,
    )
    inside = pot.buffer(-26)
    sheet.fill(pot.difference(inside), INK, edge=DEEP, width=3)
    sheet.hatch(pot.difference(inside), angle=45, gap=9, colour="#C9DAE6")
    mash = inside.intersection(shapes.bar(0, 640, 1600, 1100))
    sheet.fill(mash, "#EADBB8")
    sheet.dots(shapes.scattered(mash, 220, random.Random(5)), 7, "#C0A468")
    for k in range(7):
        x = 400 + k * 54
        sheet.line(
            [(x + 12 * math.sin(t / 2.5 + k), 620 - t * 12) for t in range(20)],
            INK,
            width=3,
            opacity=0.6,
        )
    neck = pen.smooth([(560, 240), (580, 130), (760, 120), (960, 200), (1080, 320)], 14)
    sheet.line(neck, DEEP, width=76)
    sheet.line(neck, "#DCE8EF", width=54)
    tub = shapes.face([(930, 380), (1400, 380), (1370, 850), (960, 850)])
    sheet.fill(tub, "#9CC3D2", edge=INK, width=8)
    sheet.water(tub, gap=26, length=120, colour=INK, opacity=0.5)
    worm = [
        (1165 + 160 * math.cos(t), 420 + t * 18 + 34 * math.sin(t))
        for t in (i * 0.15 for i in range(140))
    ]
    sheet.line([(1080, 320), *worm], DEEP, width=22)
    sheet.line([(1080, 320), *worm], "#C98A4E", width=13)
    end = worm[-1]
    sheet.line([end, (1330, 880), (1330, 920)], "#C98A4E", width=13)
    sheet.dots([(1330, 946), (1330, 978)], 9, BRASS)
    jar = shapes.turned(
        [(1330 + a, b) for a, b in ((46, 985), (52, 1000), (90, 1040), (84, 1120), (0, 1124))], 1330
    )
    sheet.fill(jar, "#8A5A2E", edge=DEEP, width=3)
    for k in range(5):
        motifs_x = 420 + k * 70
        flame = shapes.soft(
            [(motifs_x - 24, 1090), (motifs_x, 1020 + 14 * (k % 2)), (motifs_x + 24, 1090)], 8
        )
        sheet.fill(flame, "#C9781E" if k % 2 else "#E0A040")
