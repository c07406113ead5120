"""Sections of enterprises: car bodies, gears, castings, tow hooks; no real model."""

from __future__ import annotations

import math
from functools import partial

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.scenes.board import DEEP, INK, MID, PALE, setting
from tools.drawing.sheet import Sheet


def car_body(sheet: Sheet, *, robots: bool = True, line: bool = False) -> None:
    """A saloon's body side in section lines; no maker's form."""
    if line:
        _car_line(sheet)
        return
    setting(sheet, y=760, until=170)
    outline = pen.smooth(
        [
            (170, 800),
            (180, 690),
            (300, 630),
            (470, 596),
            (640, 440),
            (800, 404),
            (960, 410),
            (1120, 470),
            (1250, 590),
            (1390, 622),
            (1440, 700),
            (1430, 800),
        ],
        14,
    )
    body = shapes.face([*outline, (1430, 830), (170, 830)])
    for x in (420, 1170):
        body = body.difference(shapes.disc(x, 830, 122))
    glass = shapes.face(
        pen.smooth([(540, 590), (668, 466), (800, 434), (950, 438), (1080, 488), (1190, 590)], 12)
    )
    sheet.fill(body, "#E8EFF4", edge=INK, width=5)
    sheet.fill(glass, "#A9BFCE", edge=INK, width=4)
    sheet.hatch(glass, angle=62, gap=22, colour="#FFFFFF", width=3, opacity=0.8)
    for x in (800, 1010):
        pillar = shapes.face([(x - 16, 420), (x + 16, 420), (x + 26, 600), (x - 22, 600)])
        sheet.fill(pillar, INK)
    for k in range(14):
        level = [(x, 640 + k * 13 + 10 * math.sin(x / 260 + k * 0.2)) for x in range(170, 1440, 30)]
        sheet.line(
            shapes.along(level).intersection(body.difference(glass)),
            MID,
            width=1.6,
            opacity=0.85,
        )
    sheet.lines(
        [[(560, 600), (570, 826)], [(800, 600), (806, 826)], [(1030, 600), (1010, 760)]],
        INK,
        width=3,
    )
    sheet.fill(shapes.all_of([shapes.bar(600, 668, 664, 682), shapes.bar(846, 668, 910, 682)]), INK)
    for x in (420, 1170):
        sheet.fill(shapes.tube(x, 838, 104, 66), INK)
        sheet.fill(shapes.disc(x, 838, 64), "#C3D1DB", edge=DEEP, width=3)
        spokes = [
            [
                (x + 16 * math.cos(t), 838 + 16 * math.sin(t)),
                (x + 60 * math.cos(t), 838 + 60 * math.sin(t)),
            ]
            for t in (i * math.pi / 5 for i in range(10))
        ]
        sheet.lines(spokes, INK, width=6)
    sheet.line([(60, 944), (1540, 944)], INK, width=4)
    if robots:
        for x, side in ((330, 1), (1290, -1)):
            _robot(sheet, x, side)


def _car_line(sheet: Sheet) -> None:
    """Bodies one behind another on the line, arms above them."""
    setting(sheet, y=1080, until=90)
    sheet.inset(partial(car_body, robots=False), 456, 342, 0.52)
    sheet.inset(partial(car_body, robots=False), 1152, 574, 0.64)
    sheet.inset(car_body, 840, 840, 0.9)


def _robot(sheet: Sheet, x: float, side: int) -> None:
    joints = [(x, 60.0), (x + side * 20, 200.0), (x + side * 190, 250.0), (x + side * 270, 380.0)]
    for a, b, w in zip(joints, joints[1:], (58, 44, 30), strict=False):
        arm = shapes.strip([a, b], w, flat=False)
        sheet.fill(arm, "#C98A2E", edge=DEEP, width=3)
        sheet.hatch(arm, angle=30, gap=10, colour=DEEP, opacity=0.35)
    for px, py in joints[:3]:
        sheet.fill(shapes.disc(px, py, 27), PALE, edge=DEEP, width=4)
        sheet.fill(shapes.disc(px, py, 9), DEEP)
    tip = joints[-1]
    sheet.lines([[tip, (tip[0] + side * 16, tip[1] + 46)]], DEEP, width=9)
    for k in range(11):
        t = math.radians(k * 33)
        sheet.line(
            [
                (tip[0] + side * 18 + 16 * math.cos(t), tip[1] + 56 + 16 * math.sin(t)),
                (tip[0] + side * 18 + 44 * math.cos(t), tip[1] + 56 + 44 * math.sin(t)),
            ],
            "#C9781E",
            width=4,
        )


def die_casting(sheet: Sheet) -> None:
    """A die casting in section between the halves of its die, ribs and bosses."""
    setting(sheet, y=560, until=230)
    left = shapes.bar(240, 200, 780, 1000)
    right = shapes.bar(820, 200, 1360, 1000)
    part = shapes.all_of(
        [
            shapes.bar(740, 300, 800, 900),
            shapes.bar(560, 300, 760, 350),
            shapes.bar(560, 850, 760, 900),
            *[shapes.bar(610, 430 + k * 120, 760, 456 + k * 120) for k in range(4)],
            shapes.bar(800, 420, 1010, 470),
            shapes.bar(800, 730, 1010, 780),
            shapes.bar(960, 420, 1010, 780),
        ]
    )
    part = part.buffer(9).buffer(-9).difference(shapes.disc(985, 600, 0.1))
    for die in (left, right):
        solid = die.difference(part.buffer(2))
        sheet.fill(solid, "#B6C7D3", edge=INK, width=4)
        sheet.hatch(solid, angle=45 if die is left else -45, gap=15, colour=INK, opacity=0.55)
    sheet.fill(part, INK, edge=DEEP, width=3)
    sheet.hatch(part, angle=0, gap=11, colour="#C9DAE6", width=1.6, opacity=0.6)
    sheet.line([(800, 200), (800, 290)], PALE, width=6)
    for y in (270, 560, 930):
        for x in (330, 430, 1130, 1260):
            sheet.fill(shapes.tube(x, y, 27, 16), "#8FB8C9", edge=INK, width=2)
    for k in range(4):
        pin = shapes.bar(1060, 340 + k * 170, 1500, 362 + k * 170)
        sheet.fill(pin, "#DCE8EF", edge=INK, width=3)
    sheet.fill(shapes.bar(1400, 260, 1450, 940), INK)
    sheet.lines([[(560, 220), (760, 220)], [(840, 220), (1040, 220)]], INK, width=3)


def gearbox(sheet: Sheet) -> None:
    """Gears in mesh on their shafts, teeth and bearings in section."""
    setting(sheet, until=230)
    for x, y, r, n, turn in (
        (560, 600, 300, 32, 0.0),
        (1000, 500, 146, 16, 5.0),
        (1180, 800, 178, 20, 4.0),
    ):
        wheel = shapes.spun(shapes.gear(x, y, r, n, bore=0.2, depth=42 / r * 0.9), turn, (x, y))
        windows = [
            shapes.disc(x + r * 0.55 * math.cos(t), y + r * 0.55 * math.sin(t), r * 0.16)
            for t in (i * math.pi / 3 for i in range(6))
        ]
        if r > 200:
            wheel = wheel.difference(shapes.all_of(windows))
        sheet.fill(wheel, INK, edge=DEEP, width=3)
        for k in range(4):
            sheet.line(shapes.disc(x, y, r * (0.8 - k * 0.1)), "#9DB3C3", width=1.6, opacity=0.7)
        sheet.fill(shapes.disc(x, y, r * 0.2), "#DCE8EF", edge=DEEP, width=3)
        sheet.hatch(shapes.disc(x, y, r * 0.2), angle=45, gap=9, colour=INK)
        balls = [
            (x + r * 0.27 * math.cos(t), y + r * 0.27 * math.sin(t))
            for t in (i * math.pi / 7 for i in range(14))
        ]
        sheet.dots(balls, r * 0.045, "#C3D1DB")
    case = [(300, 230), (600, 180), (900, 230), (1230, 340), (1400, 700), (1360, 980), (1000, 1040)]
    sheet.line(shapes.soft([*case, (500, 990), (270, 880), (200, 560)], 14), INK, width=14)


def tow_hook(sheet: Sheet) -> None:
    """A recovery hook on its wire rope, with the boom it hangs from."""
    setting(sheet, y=300, until=230)
    boom = shapes.face([(180, 420), (1180, 130), (1220, 190), (220, 520)])
    sheet.fill(boom, "#C98A2E", edge=DEEP, width=4)
    for k in range(13):
        x = 240 + k * 74
        y = 420 - (x - 180) * 0.29
        sheet.lines(
            [
                [(x, y + 84 - (x - 180) * 0.02), (x + 40, y - 10)],
                [(x + 40, y - 10), (x + 74, y + 60)],
            ],
            DEEP,
            width=4,
            opacity=0.75,
        )
    sheet.fill(shapes.tube(1190, 190, 86, 30), INK, edge=DEEP, width=3)
    for r in (70, 54):
        sheet.line(shapes.disc(1190, 190, r), "#9DB3C3", width=3)
    for k in range(3):
        rope = pen.smooth([(1276 - k * 7, 190), (1276 - k * 7, 420), (1276 - k * 7, 640)], 20)
        sheet.line(rope, (DEEP, "#9DB3C3", DEEP)[k], width=8)
    sheet.hatch(shapes.bar(1254, 200, 1284, 640), angle=35, gap=13, colour=PALE, width=3)
    body = pen.smooth(
        [
            (1270, 700),
            (1330, 760),
            (1350, 880),
            (1290, 1000),
            (1170, 1030),
            (1070, 960),
            (1060, 870),
        ],
        14,
    )
    sheet.line(body, DEEP, width=86)
    sheet.line(body, INK, width=74)
    sheet.line([(x - 14, y - 14) for x, y in body], "#9DB3C3", width=6, opacity=0.9)
    sheet.fill(shapes.tube(1270, 672, 62, 30), INK, edge=DEEP, width=4)
    sheet.line([(1070, 850), (1240, 760)], "#9DB3C3", width=16)
    for k in range(5):
        link = shapes.spun(
            shapes.disc(330 + k * 120, 880 - k * 6, 84, 40).difference(
                shapes.disc(330 + k * 120, 880 - k * 6, 54, 15)
            ),
            24 * (1 if k % 2 else -1),
            (330 + k * 120, 880),
        )
        sheet.fill(link, INK if k % 2 else "#44667F", edge=DEEP, width=3)
