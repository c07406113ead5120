"""Plates of A Century's Journey: camera, match, first light."""

from __future__ import annotations

import math
import random

from tools.drawing import reels, shapes
from tools.drawing.sheet import Sheet

_IRON = "#2A140C"
_BRICK = "#6B3419"
_CREAM = "#F3E3C2"


def camera(sheet: Sheet, *, mirrored: bool = False) -> None:
    """A wooden box camera in section; the light of a pagoda stands on its head inside."""
    if mirrored:
        _studio(sheet)
        return
    base = 1010
    sheet.line([(-20, base), (1620, base)], sheet.light, width=4)
    sheet.hatch(shapes.bar(-20, base, 1620, 1220), angle=0, gap=20, opacity=0.35)
    pagoda(sheet, 250, base, 700)
    outer = shapes.bar(800, 330, 1480, 910)
    inner = shapes.bar(846, 376, 1434, 864)
    hole = shapes.bar(780, 590, 850, 650)
    wood = outer.difference(inner).difference(hole)
    sheet.fill(inner, "#15080A")
    cone = shapes.face([(822, 620), (1300, 440), (1300, 800)])
    sheet.fill(cone, "#F0D9A8", opacity=0.16)
    sheet.lines(
        [
            [(250, base - 690), (822, 620), (1300, 800)],
            [(250, base - 8), (822, 620), (1300, 440)],
            [(250, base - 350), (1300, 620)],
        ],
        sheet.light,
        width=2.2,
        opacity=0.75,
        dash="18 10",
    )
    sheet.fill(wood, "#8A5A30", edge=sheet.light, width=4)
    for box in (
        shapes.bar(800, 330, 1480, 376),
        shapes.bar(800, 864, 1480, 910),
        shapes.bar(1434, 376, 1480, 864),
        shapes.bar(800, 376, 846, 864),
    ):
        sheet.hatch(
            box.intersection(wood),
            angle=0 if box.bounds[2] - box.bounds[0] > 100 else 90,
            gap=8,
            bow=10,
            colour=_IRON,
            width=1.6,
        )
    barrel = shapes.bar(700, 560, 806, 680).difference(shapes.bar(700, 588, 806, 652))
    sheet.fill(barrel, "#D9A26A", edge=_IRON, width=3)
    sheet.rounding(barrel, count=22, upright=False, colour=_IRON)
    lens = (
        shapes.disc(760, 620, 60)
        .intersection(shapes.disc(790, 620, 60))
        .intersection(shapes.bar(700, 586, 850, 654))
    )
    sheet.fill(lens, "#DCEFF0", edge=_IRON, width=2, opacity=0.95)
    screen = shapes.bar(1296, 390, 1312, 850)
    sheet.fill(screen, _CREAM)
    _upside_down(sheet, 1300, 440, 0.52)
    sheet.fill(
        shapes.face([(1000, 330), (1180, 330), (1160, 290), (1020, 290)]),
        "#8A5A30",
        edge=sheet.light,
        width=3,
    )
    for x in (880, 1400):
        sheet.line([(x, 910), (x - 30 if x < 1000 else x + 30, base)], "#D9A26A", width=16)
    sheet.run(
        [
            (-20, 860),
            (120, 700),
            (250, 330),
            (480, 470),
            (690, 618),
            (822, 620),
            (1060, 690),
            (1304, 796),
            (1480, 840),
            (1620, 800),
        ],
        width=4.5,
    )
    sheet.knot(822, 620, 13)


def _studio(sheet: Sheet) -> None:
    """The lens alone, large: rays from a tower cross in the glass and stand on their heads."""
    base = 1030
    pagoda(sheet, 240, base, 800)
    lens = shapes.disc(560, 600, 420).intersection(shapes.disc(1080, 600, 420))
    for k in range(9):
        y = base - 40 - k * 92
        sheet.line(
            [(240, y), (820, 600 + (y - 600) * 0.34), (1400, 600 - (y - 600) * 0.62)],
            "#F0D9A8",
            width=2.4,
            opacity=0.65,
        )
    sheet.fill(lens, "#CFE3E4", edge=sheet.light, width=4, opacity=0.42)
    sheet.hatch(lens, angle=90, gap=13, bow=30, colour=_CREAM, opacity=0.6)
    sheet.line([(60, 600), (1540, 600)], width=2, opacity=0.7, dash="40 8 6 8")
    sheet.fill(shapes.bar(1394, 260, 1420, 940), _CREAM, edge=_IRON, width=3)
    _upside_down(sheet, 1400, 336, 0.72)
    for x in (700, 940):
        sheet.fill(shapes.bar(x - 16, 190, x + 16, 300), "#8A5A30", edge=sheet.light, width=3)
        sheet.fill(shapes.bar(x - 16, 900, x + 16, 1010), "#8A5A30", edge=sheet.light, width=3)
    sheet.run([(-20, 1130), (400, 1110), (820, 1090), (1200, 1120), (1620, 1100)], width=5)


def pagoda(sheet: Sheet, x: float, ground: float, tall: float) -> None:
    """A tower of seven eaves."""
    step = tall / 8
    for k in range(7):
        half, y = 110 - k * 11, ground - k * step
        body = shapes.face(
            [
                (x - half * 0.78, y),
                (x - half * 0.7, y - step * 0.76),
                (x + half * 0.7, y - step * 0.76),
                (x + half * 0.78, y),
            ]
        )
        sheet.fill(body, _BRICK, edge=sheet.line_colour, width=2.5)
        sheet.rounding(body, count=16, colour=_IRON, opacity=0.7)
        sheet.fill(
            shapes.all_of(
                [
                    shapes.disc(x, y - step * 0.44, half * 0.17),
                    shapes.bar(x - half * 0.17, y - step * 0.44, x + half * 0.17, y - step * 0.08),
                ]
            ),
            _IRON,
            edge=sheet.light,
            width=1.6,
        )
        eave = shapes.soft(
            [
                (x - half * 1.12, y - step * 0.84),
                (x - half * 0.7, y - step * 0.78),
                (x + half * 0.7, y - step * 0.78),
                (x + half * 1.12, y - step * 0.84),
                (x + half * 0.62, y - step),
                (x - half * 0.62, y - step),
            ],
            6,
        )
        sheet.fill(eave, "#D9A26A", edge=_IRON, width=2)
        sheet.hatch(eave, angle=90, gap=9, colour=_IRON, opacity=0.7)
    top = ground - 7 * step
    sheet.lines([[(x, top), (x, top - step * 0.9)]], sheet.material.thread, width=5)
    sheet.dots([(x, top - step * 0.5), (x, top - step * 0.78)], 9, sheet.material.thread)


def _upside_down(sheet: Sheet, x: float, top: float, s: float) -> None:
    parts = []
    for k in range(7):
        half, y = (110 - k * 11) * s, top + k * 88 * s
        parts.append(shapes.bar(x - half * 0.7, y, x + half * 0.7, y + 70 * s))
        parts.append(
            shapes.face(
                [
                    (x - half * 1.1, y + 76 * s),
                    (x - half * 0.6, y + 88 * s),
                    (x + half * 0.6, y + 88 * s),
                    (x + half * 1.1, y + 76 * s),
                    (x + half * 0.7, y + 68 * s),
                    (x - half * 0.7, y + 68 * s),
                ]
            )
        )
    tower = shapes.all_of(parts)
    sheet.fill(tower, "#D9A26A", edge=_IRON, width=1.5)
    sheet.hatch(tower, angle=0, gap=8, colour=_IRON, opacity=0.6)


def matches(sheet: Sheet) -> None:
    """A matchbox drawn from its sleeve, and one match alight on the thread."""
    sleeve = shapes.face([(300, 520), (1010, 520), (1010, 860), (300, 860)])
    depth = [(300, 520), (440, 400), (1150, 400), (1010, 520)]
    side = [(1010, 520), (1150, 400), (1150, 740), (1010, 860)]
    sheet.fill(shapes.face(depth), "#B87D45", edge=sheet.light, width=3)
    sheet.hatch(shapes.face(depth), angle=0, gap=11, colour=_IRON, opacity=0.5)
    sheet.fill(shapes.face(side), "#3A1C0E", edge=sheet.light, width=3)
    sheet.dots(shapes.scattered(shapes.face(side), 520, random.Random(3)), 2.6, "#8A5A30")
    tray = shapes.bar(326, 546, 984, 834)
    sheet.fill(sleeve, "#D9A26A", edge=sheet.light, width=3)
    sheet.fill(tray, "#15080A", edge=_IRON, width=4)
    for row in range(5):
        for k in range(13):
            x, y = 358 + k * 49.5 + (row % 2) * 14, 584 + row * 54
            stick = shapes.bar(x - 13, y - 13, x + 13, y + 13)
            sheet.fill(stick, "#E8CE9C", edge=_IRON, width=1.6)
            sheet.line(shapes.arc(x - 6, y + 3, 12, -80, 60, 8), "#B08248", width=1.6)
            sheet.line(shapes.arc(x - 8, y + 5, 20, -70, 40, 8), "#B08248", width=1.4)
    label = shapes.face([(500, 486), (604, 398 + 8), (960, 406), (856, 486)])
    sheet.line(label, _IRON, width=3, opacity=0.8)
    sheet.hatch(label, angle=35, gap=14, colour=_IRON, opacity=0.5)
    start, end = (1030, 1010), (1330, 420)
    match_ = shapes.strip([start, end], 30)
    sheet.fill(match_, "#E8CE9C", edge=_IRON, width=3)
    sheet.hatch(match_, angle=-63, gap=7, colour="#8A5A30", opacity=0.8)
    fx, fy = end
    for k, tone in enumerate(("#B4521E", "#E08A34", "#F0C878", "#FFF3D6")):
        s = 1 - k * 0.24
        flame = shapes.soft(
            [
                (fx - 74 * s, fy + 10),
                (fx - 58 * s, fy - 90 * s),
                (fx + 6 * s, fy - 270 * s),
                (fx + 46 * s, fy - 130 * s),
                (fx + 70 * s, fy),
                (fx + 10, fy + 60 * s),
                (fx - 44 * s, fy + 52 * s),
            ],
            12,
        )
        sheet.fill(flame, tone, opacity=0.9)
    sheet.fill(shapes.spun(shapes.disc(fx, fy, 26, 38), 27, (fx, fy)), "#3A1210")
    for k in range(26):
        t = math.radians(k * 360 / 26)
        sheet.line(
            [
                (fx + 190 * math.cos(t), fy - 80 + 230 * math.sin(t)),
                (
                    fx + (235 + 24 * (k % 2)) * math.cos(t),
                    fy - 80 + (285 + 24 * (k % 2)) * math.sin(t),
                ),
            ],
            sheet.material.thread,
            width=2.4,
            opacity=0.5,
        )
    sheet.run(
        [(-20, 1000), (300, 985), (700, 1030), (1030, 1010), (1330, 980), (1620, 990)], width=5
    )


def first_light(sheet: Sheet) -> None:
    """First light over the fields and the river."""
    sun, horizon = (800, 560), 640
    for k in range(46):
        t = math.radians(-180 + k * 180 / 45)
        inner, outer = 250, 420 + 190 * (k % 3)
        sheet.line(
            [
                (sun[0] + inner * math.cos(t), sun[1] + inner * math.sin(t)),
                (sun[0] + outer * math.cos(t), sun[1] + outer * math.sin(t)),
            ],
            "#F0D9A8",
            width=3,
            opacity=0.55,
        )
    disc = shapes.disc(*sun, 218)
    sheet.fill(disc, "#F0C878")
    sheet.hatch(
        disc.intersection(shapes.bar(0, 380, 1600, horizon)),
        angle=0,
        gap=12,
        colour="#B4521E",
        width=2,
        opacity=0.55,
    )
    for k, (tone, y, amp) in enumerate((("#6B3419", 610, 90), ("#4A2615", 640, 60))):
        hill = [
            (x, y - amp * abs(math.sin(x / 330 + k * 1.3)) - 12 * math.sin(x / 80))
            for x in range(-20, 1640, 20)
        ]
        ridge = shapes.face([(-20, 700), *hill, (1640, 700)])
        sheet.fill(ridge, tone, edge=sheet.line_colour, width=2)
        sheet.hatch(ridge, angle=68, gap=10, opacity=0.35)
    field = shapes.bar(-20, horizon + 10, 1620, 1220)
    sheet.fill(field, "#3A1C0E")
    sheet.lines(
        [[(800 + (k - 24) * 26, horizon + 10), (800 + (k - 24) * 190, 1220)] for k in range(49)],
        width=2.2,
        opacity=0.6,
    )
    river = shapes.face(
        [
            (700, horizon + 10),
            (760, horizon + 10),
            (900, 780),
            (760, 930),
            (1080, 1220),
            (560, 1220),
            (520, 960),
            (720, 800),
        ]
    )
    sheet.fill(river, "#74401F", edge=sheet.light, width=3)
    sheet.water(river, gap=18, length=80, colour="#F0D9A8", opacity=0.8)
    for k in range(24):
        _rice(sheet, 30 + k * 68 + 20 * math.sin(k), 1215, 230 - 120 * abs(math.cos(k * 0.9)))
    sheet.run([(-20, 780), (300, 800), (640, 760), (980, 820), (1300, 770), (1620, 790)], width=5)


def _rice(sheet: Sheet, x: float, y: float, tall: float) -> None:
    if 540 < x < 1060:
        return
    stem = reels.cubic(
        (x, y), (x, y - tall * 0.6), (x + 10, y - tall), (x + tall * 0.34, y - tall * 0.82), 20
    )
    sheet.line(stem, "#F0D9A8", width=3)
    grains = [
        shapes.spun(shapes.disc(px, py + 5, 5, 10), -30 + i * 8, (px, py))
        for i, (px, py) in enumerate(stem[9:])
    ]
    sheet.fill(shapes.all_of(grains), "#F0D9A8")
    for side in (-1, 1):
        sheet.line(
            reels.cubic(
                (x, y),
                (x + side * 10, y - tall * 0.4),
                (x + side * 34, y - tall * 0.6),
                (x + side * 60, y - tall * 0.34),
                14,
            ),
            width=2.4,
        )
