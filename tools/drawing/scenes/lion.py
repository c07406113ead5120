"""Plates of Foshan Craftsmanship: lion, percussion, horn, stance."""

from __future__ import annotations

import math

from hall_app.publishing.plates import pen
from tools.drawing import reels, shapes
from tools.drawing.sheet import Sheet

_SILK = "#F0D9A8"
_RED = "#C63A2A"
_BAMBOO = "#E0C078"


def lion_frame(sheet: Sheet, *, papered: float = 0.5, dance: bool = False) -> None:
    """A lion head: bamboo frame on one side, paper, paint and fur on the other."""
    cx, cy = 800.0, 600.0
    outline = [
        (540, 840),
        (440, 700),
        (430, 520),
        (520, 340),
        (660, 240),
        (800, 200),
        (940, 240),
        (1080, 340),
        (1170, 520),
        (1160, 700),
        (1060, 840),
        (930, 900),
        (670, 900),
    ]
    head = shapes.soft(outline, 14)
    edge = 430 + 740 * (1 - papered)
    paper = head.intersection(shapes.bar(edge, 0, 1600, 1200))
    horn = shapes.soft([(740, 230), (760, 110), (830, 40), (862, 100), (860, 230)], 10)
    sheet.line(horn, _BAMBOO, width=7)
    sheet.hatch(horn, angle=0, gap=24, colour=_BAMBOO, width=3, opacity=1)
    for k in range(11):
        sheet.line(shapes.sized(head, abs(1 - k * 0.2), 1, (cx, cy)), _BAMBOO, width=4, opacity=0.9)
    for k in range(10):
        y = 260 + k * 66
        ring = shapes.along(shapes.arc(cx, y - 30, 420, 0, 180, 60, ry=50)).intersection(head)
        sheet.line(ring, _BAMBOO, width=4, opacity=0.9)
        sheet.dots([(x, yy) for line in shapes.lines_of(ring) for x, yy in line[::9]], 5, "#8A5A2E")
    if not paper.is_empty:
        sheet.fill(paper, "#C63A2A", edge=_SILK, width=4)
        for k in range(7):
            tone = ("#F0C878", "#F6EEDF", "#15110E")[k % 3]
            for start, stop in ((-80, 80), (100, 260)):
                flame = shapes.arc(cx, cy + 20, 350 - k * 22, start, stop, 50, ry=390 - k * 26)
                sheet.line(shapes.along(flame).intersection(paper), tone, width=7)
        brow = shapes.soft(
            [(720, 330), (800, 270), (880, 330), (850, 400), (800, 372), (750, 400)], 10
        )
        sheet.fill(brow.intersection(paper), "#F0C878", edge="#15110E", width=4)
        sheet.fill(
            shapes.disc(800, 330, 26).intersection(paper), "#DCE5EB", edge="#15110E", width=4
        )
    for side in (-1, 1):
        _lion_eye(sheet, cx + side * 165, 500, painted=cx + side * 165 > edge)
        ear = shapes.soft(
            [
                (cx + side * 330, 380),
                (cx + side * 450, 300),
                (cx + side * 480, 380),
                (cx + side * 390, 470),
            ],
            10,
        )
        sheet.line(ear, _BAMBOO, width=6)
        if cx + side * 330 > edge:
            sheet.fill(ear, "#D8483A", edge=_SILK, width=4)
    nose = shapes.soft([(720, 640), (800, 590), (880, 640), (900, 700), (800, 730), (700, 700)], 10)
    sheet.fill(nose.intersection(shapes.bar(edge, 0, 1600, 1200)), "#4E8F5E", edge=_SILK, width=4)
    sheet.line(nose, _BAMBOO, width=6)
    mouth = shapes.soft(
        [(560, 770), (800, 740), (1040, 770), (980, 930), (800, 980), (620, 930)], 12
    )
    sheet.fill(mouth, sheet.dark, edge=_BAMBOO, width=7)
    for k in range(9):
        x = 600 + k * 50
        sheet.line([(x, 772), (x, 800)], _SILK, width=16, opacity=0.95 if x > edge else 0.25)
    _fur(sheet, edge)
    if dance:
        for k in range(9):
            swish = reels.cubic(
                (1160, 700 + k * 22),
                (1320, 620 + k * 34),
                (1400, 900 + k * 12),
                (1640, 760 + k * 44),
                30,
            )
            sheet.line(swish, (_RED, "#F0C878", "#F6EEDF")[k % 3], width=9)
    sheet.run(
        [
            (-20, 1080),
            (300, 1050),
            (620, 1000),
            (800, 980),
            (1000, 1010),
            (1320, 1060),
            (1620, 1040),
        ],
        width=4.5,
    )


def _lion_eye(sheet: Sheet, x: float, y: float, *, painted: bool) -> None:
    sheet.line(shapes.disc(x, y, 86), _BAMBOO, width=7)
    if painted:
        sheet.fill(shapes.disc(x, y, 80), "#F6EEDF", edge="#15110E", width=5)
        sheet.fill(shapes.disc(x, y, 44), "#F0C878", edge="#15110E", width=4)
        sheet.fill(shapes.disc(x, y, 25), "#15110E")
        sheet.fill(shapes.disc(x - 10, y - 12, 8), "#FFFFFF")
    else:
        sheet.lines([[(x - 86, y), (x + 86, y)], [(x, y - 86), (x, y + 86)]], _BAMBOO, width=4)


def _fur(sheet: Sheet, edge: float) -> None:
    tufts = []
    for k in range(100):
        t = math.radians(90 + (k - 50) * 3.5)
        x, y = 800 - 372 * math.sin(t + math.pi / 2), 570 - 372 * math.cos(t + math.pi / 2)
        if x > edge + 1 and not (y < 330 and abs(x - 800) < 120) and edge < 1160:
            away = math.atan2(y - 570, x - 800)
            tufts.append([(x, y), (x + 74 * math.cos(away + 0.3), y + 74 * math.sin(away + 0.3))])
    sheet.lines(tufts, "#F6EEDF", width=7)


def shifan(sheet: Sheet) -> None:
    """Shifan percussion: cymbals flying on their cords, drum and gongs in section."""
    for k in range(12):
        sheet.line(
            shapes.arc(800, 560, 180 + k * 52, 200, 340, 60), width=2, opacity=0.4 - k * 0.028
        )
    for side in (-1, 1):
        x, y, tilt = 800 + side * 330, 430 - 70 * (side > 0), side * 26
        disc = shapes.spun(shapes.disc(x, y, 250, 66), tilt, (x, y))
        sheet.fill(disc, "#C9935A", edge=_SILK, width=4)
        for k in range(1, 9):
            sheet.line(
                shapes.sized(disc, 1 - k * 0.1, 1 - k * 0.1, (x, y)),
                "#4A2615",
                width=2,
                opacity=0.7,
            )
        sheet.fill(
            shapes.spun(shapes.disc(x, y - 20, 74, 46), tilt, (x, y)),
            _SILK,
            edge="#4A2615",
            width=3,
        )
        cord = reels.cubic(
            (x, y), (x + side * 220, y + 260), (x - side * 60, y + 330), (800 + side * 210, 930), 40
        )
        sheet.line(cord, _RED, width=12)
    drum = shapes.soft(
        [(560, 820), (1040, 820), (1080, 900), (1040, 1060), (560, 1060), (520, 900)], 10
    )
    sheet.fill(drum, "#A3241C", edge=_SILK, width=4)
    sheet.rounding(drum, count=48, colour="#2A0808", opacity=0.7)
    sheet.fill(shapes.disc(800, 822, 246, 54), "#F3E3C2", edge="#4A2615", width=4)
    sheet.dots([(560 + k * 24, 862 + 46 * math.sin(math.pi * k / 20)) for k in range(21)], 7, _SILK)
    for x, r in ((250, 130), (1350, 130)):
        gong = shapes.disc(x, 860, r)
        sheet.lines(
            [
                [(x - r, 620), (x + r, 620)],
                [(x - r * 0.6, 620), (x - r * 0.6, 770)],
                [(x + r * 0.6, 620), (x + r * 0.6, 770)],
            ],
            "#8A5A2E",
            width=9,
        )
        sheet.fill(gong, "#C9935A", edge=_SILK, width=4)
        for k in range(1, 7):
            sheet.line(shapes.disc(x, 860, r * (1 - k * 0.13)), "#4A2615", width=2, opacity=0.7)
        sheet.fill(shapes.disc(x, 860, r * 0.2), _SILK)
    sheet.run([(-20, 1120), (400, 1130), (800, 1110), (1200, 1130), (1620, 1110)], width=4.5)


def suona(sheet: Sheet) -> None:
    """A suona in long section: reed, bore, holes, bell; its sound as rings."""
    y = 600
    wood = shapes.face([(430, y - 26), (1010, y - 62), (1010, y + 62), (430, y + 26)])
    bore = shapes.face([(430, y - 10), (1010, y - 40), (1010, y + 40), (430, y + 10)])
    sheet.fill(wood, "#7A3D1D", edge=_SILK, width=3)
    sheet.hatch(wood.difference(bore), angle=8, gap=6, colour="#2A140C", width=1.6)
    sheet.fill(bore, sheet.dark, edge=_SILK, width=2)
    for k in range(8):
        x = 520 + k * 58
        half = 26 + (x - 430) * 36 / 580
        side = 1 if k == 6 else -1
        inner = 10 + (x - 430) * 30 / 580
        sheet.fill(
            shapes.bar(x - 12, y + side * half * 1.02, x + 12, y + side * inner * 0.96),
            sheet.dark,
            edge=_SILK,
            width=2,
        )
        sheet.line(
            shapes.arc(x, y, half + 10, 240 if side < 0 else 60, 300 if side < 0 else 120, 10),
            _SILK,
            width=3,
        )
    bell = shapes.face(
        pen.smooth([(990, y - 70), (1120, y - 104), (1240, y - 190), (1300, y - 300)], 12)
        + pen.smooth([(1300, y + 300), (1240, y + 190), (1120, y + 104), (990, y + 70)], 12)
    )
    hollow = shapes.face(
        pen.smooth([(990, y - 52), (1120, y - 84), (1226, y - 168), (1300, y - 284)], 12)
        + pen.smooth([(1300, y + 284), (1226, y + 168), (1120, y + 84), (990, y + 52)], 12)
    )
    sheet.fill(bell, "#D9A24E", edge=_SILK, width=3)
    sheet.fill(hollow, sheet.dark)
    sheet.hatch(hollow, angle=0, gap=26, colour="#8A6A2E", opacity=0.6)
    sheet.fill(shapes.bar(370, y - 14, 436, y + 14), "#D9A24E", edge=_SILK, width=2)
    sheet.fill(shapes.tube(350, y, 62, 14), "#F3E3C2", edge="#4A2615", width=3)
    sheet.fill(
        shapes.face(
            [(350, y - 5), (270, y - 16), (236, y - 13), (236, y + 13), (270, y + 16), (350, y + 5)]
        ),
        "#E0C078",
        edge="#4A2615",
        width=2,
    )
    for k in range(9):
        sheet.line(
            shapes.arc(1100, y, 320 + k * 44, -40, 40, 40), width=3.4, opacity=0.7 - k * 0.07
        )
    sheet.thread([(-20, y), (236, y)], width=4)
    sheet.thread([(236, y), (1640, y)], width=3, gap=7)


def boxing(sheet: Sheet) -> None:
    """The stance of Hung boxing as a plan of steps, and the staff's circle."""
    cx, cy = 800.0, 600.0
    for k in range(5):
        sheet.line(shapes.disc(cx, cy, 130 + k * 92), width=2, opacity=0.5 - k * 0.07)
    for k in range(8):
        t = math.radians(k * 45)
        sheet.line(
            [
                (cx + 60 * math.cos(t), cy + 60 * math.sin(t)),
                (cx + 520 * math.cos(t), cy + 520 * math.sin(t)),
            ],
            width=2,
            opacity=0.4,
        )
    steps = [
        (0, 190, 20),
        (200, 190, -30),
        (50, 330, 70),
        (250, 330, 40),
        (120, 430, 150),
        (300, 430, 110),
        (160, 500, 200),
        (340, 500, 180),
    ]
    for n, (angle, r, turn) in enumerate(steps):
        t = math.radians(angle)
        x, y = cx + r * math.cos(t), cy + r * math.sin(t)
        foot = shapes.soft(
            [
                (x - 20, y + 62),
                (x - 28, y + 16),
                (x - 30, y - 36),
                (x, y - 66),
                (x + 30, y - 36),
                (x + 22, y + 16),
                (x + 20, y + 62),
                (x, y + 74),
            ],
            8,
        )
        sheet.fill(
            shapes.spun(foot, turn, (x, y)),
            _SILK if n % 2 == 0 else "#D9A26A",
            edge=sheet.dark,
            width=3,
        )
        sheet.hatch(
            shapes.spun(foot, turn, (x, y)), angle=turn, gap=9, colour="#4A2615", opacity=0.6
        )
    path_ = [
        (cx + r * math.cos(math.radians(a)), cy + r * math.sin(math.radians(a)))
        for a, r, _ in steps
    ]
    sheet.line(pen.smooth(path_, 20), _RED, width=4, dash="16 14")
    staff = [(220, 1010), (1380, 190)]
    sheet.line(staff, "#4A2615", width=34)
    sheet.line(staff, "#C9935A", width=24)
    sheet.line([(226, 1000), (1374, 190)], "#FFF3D6", width=3, opacity=0.7)
    for t in (0.3, 0.5, 0.7):
        x, y = 220 + 1160 * t, 1010 - 820 * t
        sheet.line([(x - 26, y - 18), (x + 10, y + 34)], "#4A2615", width=6)
    sheet.run(
        [(-20, 640), (200, 620), (500, 720), (cx, cy), (1100, 500), (1400, 580), (1620, 560)],
        width=4.5,
    )
