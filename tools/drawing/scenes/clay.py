"""Plates of Foshan Craftsmanship: clay, wine, jade, the lists."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import glazes, shapes
from tools.drawing.scenes.festive import lantern, rosette
from tools.drawing.scenes.kiln import flames
from tools.drawing.sheet import Sheet

_CLAY = "#A8693C"
_CLAY_DARK = "#4A2615"
_SILK = "#F0D9A8"


def clay_figure(sheet: Sheet) -> None:
    """Shiwan ware: a roof-ridge lion dog of clay, half glazed, on its turntable."""
    cx = 790
    body = shapes.soft(
        [
            (600, 930),
            (560, 760),
            (610, 600),
            (700, 520),
            (860, 500),
            (980, 560),
            (1040, 720),
            (1050, 930),
            (930, 950),
            (900, 860),
            (780, 850),
            (740, 950),
        ],
        12,
    )
    head = shapes.soft(
        [
            (560, 560),
            (520, 430),
            (560, 300),
            (690, 240),
            (820, 280),
            (870, 400),
            (840, 520),
            (760, 600),
            (640, 620),
        ],
        12,
    )
    tail = shapes.soft(
        [
            (1020, 700),
            (1120, 620),
            (1150, 480),
            (1090, 380),
            (1190, 420),
            (1240, 560),
            (1180, 720),
            (1060, 790),
        ],
        10,
    )
    whole = shapes.all_of([body, head, tail])
    sheet.fill(whole, _CLAY, edge=_CLAY_DARK, width=3)
    glazed = whole.intersection(
        shapes.soft(
            [
                (300, 200),
                (1300, 200),
                (1300, 640),
                (1080, 700),
                (980, 640),
                (860, 740),
                (740, 660),
                (640, 760),
                (540, 680),
                (300, 720),
            ],
            10,
        )
    )
    green = sheet.gradient(
        [(0, "#6CC7A8"), (0.4, "#2B8F75"), (1, "#0B4A3D")], start=(560, 240), stop=(1100, 760)
    )
    sheet.fill(glazed, green, edge="#06281F", width=2.5)
    sheet.hatch(body.difference(glazed), angle=20, gap=10, bow=60, colour=_CLAY_DARK, opacity=0.8)
    sheet.line(shapes.crackle(glazed, size=74, seed=5), "#05231D", width=1.8, opacity=0.45)
    rng = random.Random(3)
    curls = []
    for k in range(17):
        t = math.radians(-40 + k * 17)
        curls.append((740 - 190 * math.cos(t) * 0.86, 430 - 210 * math.sin(t) * 0.86))
    for x, y in curls:
        _curl(sheet, x + rng.uniform(-8, 8), y + rng.uniform(-8, 8), 40)
    for x in (640, 760):
        sheet.fill(shapes.disc(x, 410, 34), "#F6EEDF", edge="#06281F", width=4)
        sheet.fill(shapes.disc(x - 5, 416, 15), "#15110E")
        sheet.line(shapes.arc(x, 400, 52, 200, 330, 16), "#06281F", width=10)
    nose = shapes.soft([(650, 480), (700, 452), (750, 480), (740, 512), (660, 512)], 8)
    sheet.fill(nose, "#0B4A3D", edge="#06281F", width=3)
    mouth = shapes.soft([(600, 540), (700, 522), (800, 540), (770, 590), (630, 590)], 8)
    sheet.fill(mouth, "#3A1210", edge="#06281F", width=4)
    sheet.fill(
        shapes.all_of(
            [
                shapes.face([(630 + k * 28, 536), (654 + k * 28, 533), (642 + k * 28, 560)])
                for k in range(6)
            ]
        ),
        "#F6EEDF",
    )
    for k in range(5):
        _curl(sheet, 640 + k * 88, 650 + 16 * (k % 2), 30)
        _curl(sheet, 1110 + 18 * k, 470 + 50 * k, 24)
    sheet.fill(shapes.disc(cx + 20, 972, 400, 56), "#2A170A", edge=_CLAY, width=4)
    sheet.fill(shapes.bar(cx - 70, 1000, cx + 110, 1120), "#2A170A", edge=_CLAY, width=3)
    for k in range(4):
        sheet.line(
            shapes.arc(cx + 20, 972, 380 - k * 50, 0, 180, 40, ry=50 - k * 7),
            _CLAY,
            width=1.8,
            opacity=0.7,
        )
    sheet.run(
        [(-20, 780), (220, 800), (420, 960), (810, 1010), (1200, 960), (1400, 820), (1620, 800)],
        width=4.5,
    )


def _curl(sheet: Sheet, x: float, y: float, r: float) -> None:
    run = [
        (x + r * (1 - t / 26) * math.cos(t * 0.52), y + r * (1 - t / 26) * math.sin(t * 0.52))
        for t in range(25)
    ]
    sheet.fill(shapes.disc(x, y, r), "#2B8F75", edge="#06281F", width=3)
    sheet.line(run, "#06281F", width=4)


def wine(sheet: Sheet) -> None:
    """A rice-wine still in section: steam up, cold water over the cap, a second drop falls."""
    cx, floor = 690.0, 1060
    hearth = shapes.bar(420, 820, 960, floor).difference(
        shapes.all_of([shapes.bar(600, 910, 780, floor), shapes.disc(690, 910, 90)])
    )
    sheet.fill(hearth, "#5A3A22", edge=sheet.light, width=3)
    for row in range(10):
        y = 820 + row * 24
        sheet.line(shapes.along([(420, y), (960, y)]).intersection(hearth), "#2A170A", width=2)
    flames(sheet, 690, 1056, 120)
    pot = shapes.turned(
        [(cx + a, b) for a, b in ((250, 700), (240, 780), (190, 860), (60, 900), (0, 902))], cx
    )
    sheet.fill(pot, "#C9935A", edge=sheet.light, width=3)
    mash = pot.buffer(-16).intersection(shapes.bar(0, 742, 1600, 1000))
    sheet.fill(mash, "#F3E3C2")
    sheet.dots(shapes.scattered(mash, 150, random.Random(4)), 6, "#C9A878")
    drum = shapes.face([(470, 700), (520, 330), (860, 330), (910, 700)])
    sheet.fill(drum, "#8A5A2E", edge=sheet.light, width=3)
    inner = shapes.face([(496, 700), (542, 350), (838, 350), (884, 700)])
    sheet.fill(inner, "#0A2A24")
    sheet.hatch(drum.difference(inner), angle=86, gap=7, colour="#2A170A")
    for y in (420, 560, 660):
        sheet.line([(500 - (y - 330) * 0.08, y), (880 + (y - 330) * 0.08, y)], "#2A170A", width=9)
    for k in range(8):
        x = 560 + k * 38
        steam = [(x + 10 * math.sin(t / 2.2 + k), 690 - t * 13) for t in range(22)]
        sheet.line(steam, sheet.light, width=2.6, opacity=0.6)
    bowl = shapes.face(
        [(470, 210), (910, 210), (860, 330), (740, 392), (690, 410), (640, 392), (520, 330)]
    )
    sheet.fill(bowl, "#4E6B62", edge=sheet.light, width=3)
    water = bowl.buffer(-14).intersection(shapes.bar(0, 240, 1600, 420))
    sheet.fill(water, "#2B8F75")
    sheet.water(water, gap=16, length=70, colour=sheet.light)
    sheet.dots([(690, 430 + k * 34) for k in range(3)], 8, _SILK)
    spoon = [(690, 540), (760, 556), (1010, 640), (1150, 668)]
    sheet.fill(
        shapes.soft([(640, 520), (740, 520), (730, 560), (650, 560)], 8),
        "#C9935A",
        edge=sheet.light,
        width=2,
    )
    for lane in (-1.5, -0.5, 0.5, 1.5):
        sheet.thread(pen.beside(pen.smooth(spoon, 20), lane * 9), ends=1, width=4)
    jar_x = 1180.0
    jar = shapes.turned(
        [
            (jar_x + a, b)
            for a, b in (
                (70, 690),
                (76, 716),
                (62, 740),
                (150, 830),
                (164, 940),
                (110, 1050),
                (100, floor),
            )
        ],
        jar_x,
    )
    sheet.fill(jar, "#8A5A2E", edge=sheet.light, width=3)
    sheet.rounding(jar, count=34, colour="#2A170A", opacity=0.8)
    diamond = shapes.spun(shapes.bar(jar_x - 58, 860, jar_x + 58, 976), 45, (jar_x, 918))
    sheet.fill(diamond, "#B4432F", edge=_SILK, width=3)
    sheet.line(diamond.buffer(-13, join_style="mitre"), _SILK, width=2)
    for x, s in ((1440, 0.8), (180, 0.9)):
        pot2 = shapes.turned(
            [
                (x + a * s, floor + (b - floor) * s)
                for a, b in (
                    (70, 690),
                    (76, 716),
                    (62, 740),
                    (150, 830),
                    (164, 940),
                    (110, 1050),
                    (100, floor),
                )
            ],
            x,
        )
        sheet.fill(pot2, "#5A3A22", edge=_CLAY, width=2)
        sheet.rounding(pot2, count=26, colour=_CLAY, opacity=0.5)
    sheet.line([(-20, floor), (1620, floor)], sheet.light, width=4)
    sheet.run([(-20, 1140), (400, 1120), (800, 1150), (1200, 1120), (1620, 1140)], width=4.5)


def jade(sheet: Sheet) -> None:
    """A jade bangle under the wheel, the rough stone cut beside it."""
    rough = shapes.soft(
        [
            (120, 760),
            (170, 560),
            (330, 470),
            (520, 520),
            (600, 680),
            (560, 880),
            (380, 980),
            (190, 930),
        ],
        12,
    )
    sheet.fill(rough, "#5C5240", edge=sheet.light, width=3)
    sheet.hatch(rough, angle=28, gap=13, bow=60, colour="#2A2418", width=2)
    cut = shapes.soft(
        [
            (230, 740),
            (270, 610),
            (380, 550),
            (490, 600),
            (540, 700),
            (500, 830),
            (380, 890),
            (270, 850),
        ],
        12,
    )
    tone = sheet.gradient(
        [(0, "#DCF3E4"), (0.5, "#8FD3B6"), (1, "#3E9C7C")], start=(240, 540), stop=(540, 900)
    )
    sheet.fill(cut, tone, edge=sheet.light, width=3)
    for k in range(9):
        vein = [
            (240 + t * 32, 700 + 60 * math.sin(t / 2.4 + k * 0.7) + (k - 4) * 34) for t in range(10)
        ]
        sheet.line(
            shapes.along(pen.smooth(vein, 6)).intersection(cut),
            "#1F7A63",
            width=2,
            opacity=0.45,
        )
    for r in (118, 70):
        sheet.line(shapes.disc(385, 720, r), "#0B4A3D", width=2.5, opacity=0.9, dash="14 9")
    ring = shapes.tube(1010, 610, 300, 206)
    ring_tone = sheet.gradient(
        [(0, "#EAF9F0"), (0.35, "#A8DFC6"), (0.7, "#4FAE8C"), (1, "#1F7A63")],
        start=(760, 330),
        stop=(1260, 900),
    )
    sheet.fill(ring, ring_tone, edge="#0B4A3D", width=3)
    for k in range(9):
        sheet.line(
            shapes.arc(1010, 610, 214 + k * 10, 200 + 4 * k, 258 - 3 * k, 30),
            "#FFFFFF",
            width=3,
            opacity=0.55 - 0.05 * k,
        )
    rng = random.Random(7)
    for _ in range(13):
        start = rng.uniform(0, 330)
        sheet.line(
            shapes.arc(1010, 610, rng.uniform(222, 288), start, start + rng.uniform(14, 50), 14),
            "#1F7A63",
            width=2.5,
            opacity=0.35,
        )
    wheel = shapes.bar(980, -20, 1040, 250)
    sheet.fill(wheel, "#4E6B62", edge=sheet.light, width=3)
    sheet.rounding(wheel, count=13, colour=sheet.dark)
    sheet.fill(shapes.disc(1010, 300, 90, 26), "#C9D6CF", edge=sheet.dark, width=3)
    sheet.fill(shapes.disc(1010, 290, 90, 26), "#E8F1EC", edge=sheet.dark, width=3)
    for _ in range(16):
        t = rng.uniform(0.1, 3.0)
        sheet.line(
            [
                (1010 + 96 * math.cos(t), 312 + 30 * math.sin(t)),
                (
                    1010 + rng.uniform(120, 190) * math.cos(t),
                    318 + rng.uniform(40, 90) * math.sin(t),
                ),
            ],
            sheet.light,
            width=2,
            opacity=0.7,
        )
    sheet.run(
        [
            (-20, 1060),
            (300, 1050),
            (640, 980),
            (800, 760),
            (905, 610),
            (1010, 590),
            (1110, 610),
            (1240, 800),
            (1400, 960),
            (1620, 980),
        ],
        width=4,
    )


def heritage_dots(sheet: Sheet) -> None:
    """77 knots in four groups: 2, 14, 24 and 37."""
    x0 = 150
    for group, (count, y, columns) in enumerate(
        ((2, 200, 13), (14, 372, 13), (24, 600, 13), (37, 850, 13))
    ):
        for n in range(count):
            x, row = x0 + (n % columns) * 104, n // columns
            sheet.knot(x, y + row * 96, 30 - group * 3, filled=group == 0)
            inner = 16 - group * 2
            if group:
                sheet.line(shapes.disc(x, y + row * 96, inner), width=2, opacity=0.9)
    for k, y in enumerate((110, 286, 514, 764)):
        sheet.thread([(x0 - 40, y), (1500, y)], ends=4 - k, gap=8, width=3, opacity=0.75)


def heritage_four(sheet: Sheet) -> None:
    """Four windows, four crafts: jar, lion's frame, cut paper, lantern."""
    boxes = [(140, 110), (830, 110), (140, 640), (830, 640)]
    for x, y in boxes:
        sheet.fill(
            shapes.bar(x, y, x + 630, y + 470), sheet.material.deep, edge=sheet.line_colour, width=3
        )
    glazes.glazed_jar(sheet, 455, 150, 330, 390, 1.3, seed=4)
    for k in range(11):
        sheet.line(
            shapes.arc(1145, 560, 250 - k * 6, 180 + k * 4, 360 - k * 4, 40, ry=400 - k * 34),
            _SILK,
            width=4,
            opacity=0.9,
        )
    for k in range(7):
        sheet.line(
            shapes.arc(1145, 540 - k * 52, 245 - k * 20, 10, 170, 40, ry=34),
            _SILK,
            width=3,
            opacity=0.8,
        )
    rosette(sheet, 455, 875, 205)
    lantern(sheet, 1145, 690, 1.25)
    sheet.run([(-20, 612), (400, 606), (800, 612), (1200, 606), (1620, 612)], width=4.5)
    sheet.knot(800, 612, 20)
