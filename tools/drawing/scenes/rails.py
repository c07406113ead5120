"""Plates of A Century's Journey: rails, county seat, workshops."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import reels, shapes
from tools.drawing.sheet import Sheet

_IRON = "#2A140C"
_CREAM = "#F3E3C2"


def locomotive(sheet: Sheet, *, cars: int = 1) -> None:
    """A steam engine in side section on its rails."""
    rail = 960
    sheet.fill(
        shapes.face([(-20, rail + 44), (1620, rail + 44), (1620, 1220), (-20, 1220)]), "#3A1C0E"
    )
    for k in range(27):
        sheet.fill(
            shapes.bar(k * 62 - 10, rail + 16, k * 62 + 30, rail + 44),
            "#8A5A30",
            edge=_IRON,
            width=1.6,
        )
    sheet.dots(
        shapes.scattered(shapes.bar(-20, rail + 46, 1620, 1190), 420, random.Random(9)),
        3.4,
        opacity=0.4,
    )
    sheet.fill(shapes.bar(-20, rail, 1620, rail + 16), sheet.light)
    boiler = shapes.all_of([shapes.bar(520, 520, 1130, 740), shapes.disc(1130, 630, 40, 110)])
    sheet.fill(boiler, "#5A2E16", edge=sheet.light, width=4)
    sheet.rounding(
        boiler, count=36, upright=False, light=0.3, colour=sheet.line_colour, opacity=0.7
    )
    for k in range(9):
        tube = [(560, 580 + k * 16), (1000, 580 + k * 16)]
        sheet.line(tube, _CREAM, width=3, opacity=0.7)
    for x in (600, 760, 920, 1070):
        sheet.fill(shapes.bar(x, 516, x + 18, 744), sheet.line_colour, edge=_IRON, width=1.5)
    stack = shapes.face(
        [(1050, 520), (1062, 350), (1030, 310), (1160, 310), (1128, 350), (1140, 520)]
    )
    sheet.fill(stack, "#5A2E16", edge=sheet.light, width=3)
    sheet.rounding(stack, count=16, colour=sheet.line_colour)
    for x, r in ((740, 62), (900, 48)):
        dome = shapes.all_of([shapes.disc(x, 500, r, r * 0.9), shapes.bar(x - r, 500, x + r, 526)])
        sheet.fill(dome, "#D9A26A", edge=_IRON, width=3)
        sheet.rounding(dome, count=16, colour=_IRON)
    cab = shapes.bar(330, 400, 540, 790).difference(shapes.bar(370, 450, 500, 590))
    sheet.fill(cab, "#5A2E16", edge=sheet.light, width=4)
    sheet.hatch(cab, angle=90, gap=14, opacity=0.5)
    sheet.fill(
        shapes.soft([(300, 400), (330, 366), (440, 352), (560, 366), (580, 400)], 8),
        sheet.line_colour,
        edge=_IRON,
        width=2,
    )
    sheet.fill(shapes.bar(300, 780, 1200, 822), sheet.line_colour, edge=_IRON, width=2)
    sheet.fill(
        shapes.face([(1190, 790), (1300, 940), (1190, 940)]), "#5A2E16", edge=sheet.light, width=3
    )
    sheet.hatch(shapes.face([(1190, 790), (1300, 940), (1190, 940)]), angle=54, gap=15)
    cylinder = shapes.bar(1030, 800, 1190, 890)
    sheet.fill(cylinder, "#D9A26A", edge=_IRON, width=3)
    sheet.rounding(cylinder, count=18, upright=False, colour=_IRON)
    hubs = [(440, 848, 112), (680, 848, 112), (920, 848, 112), (1120, 906, 54)]
    for x, y, r in hubs:
        _driver(sheet, x, y, r)
    rod = [(478, 884), (718, 884), (958, 884), (1040, 846)]
    sheet.line(rod, sheet.light, width=15)
    sheet.line(rod, _IRON, width=4)
    for x, y in rod[:3]:
        sheet.fill(shapes.disc(x, y, 14), sheet.material.thread, edge=_IRON, width=3)
    for k in range(cars):
        _wagon(sheet, 70 - k * 360)
    for k in range(7):
        r = 44 + k * 16
        cx, cy = 1080 - k * 118, 250 - 26 * math.sin(k * 0.8) - k * 8
        sheet.line(
            shapes.arc(cx, cy, r, 150, 420, 30, ry=r * 0.62),
            sheet.light,
            width=2.6,
            opacity=0.66 - k * 0.06,
        )
        sheet.line(
            shapes.arc(cx - 8, cy, r * 0.66, 140, 400, 24, ry=r * 0.4),
            sheet.light,
            width=1.8,
            opacity=0.45 - k * 0.05,
        )
    sheet.thread([(-20, rail + 5), (1640, rail + 5)], gap=8, width=3.6)


def _driver(sheet: Sheet, x: float, y: float, r: float) -> None:
    sheet.fill(shapes.tube(x, y, r, r * 0.84), sheet.line_colour, edge=_IRON, width=2)
    sheet.fill(shapes.disc(x, y, r * 0.83), _IRON)
    sheet.lines(
        [
            [(x, y), (x + r * 0.84 * math.cos(t), y + r * 0.84 * math.sin(t))]
            for t in (k * math.pi / 7 for k in range(14))
        ],
        width=5,
    )
    sheet.fill(shapes.disc(x, y, r * 0.2), sheet.line_colour, edge=_IRON, width=2)
    sheet.fill(shapes.face(shapes.arc(x, y, r * 0.82, 200, 310, 16)), sheet.line_colour)


def _wagon(sheet: Sheet, x: float) -> None:
    body = shapes.bar(x - 300, 520, x + 200, 800)
    sheet.fill(body, "#4A2615", edge=sheet.light, width=4)
    sheet.hatch(body, angle=90, gap=13, opacity=0.45)
    for k in range(5):
        sheet.fill(
            shapes.bar(x - 250 + k * 90, 570, x - 190 + k * 90, 680),
            "#F0D9A8",
            edge=_IRON,
            width=3,
            opacity=0.85,
        )
    sheet.fill(shapes.bar(x - 310, 496, x + 210, 524), sheet.line_colour)
    for wx in (x - 200, x + 110):
        _driver(sheet, wx, 896, 62)


def rails(sheet: Sheet) -> None:
    """Rails and sleepers running between two stations, seen from above."""
    centre = reels.cubic((-40, 980), (420, 980), (520, 320), (880, 420), 60)
    centre += reels.cubic((880, 420), (1180, 500), (1180, 220), (1640, 210), 60)
    bed = shapes.strip(centre, 210)
    sheet.fill(bed, "#3A1C0E", edge=sheet.line_colour, width=2)
    sheet.dots(shapes.scattered(bed, 700, random.Random(5)), 3, opacity=0.35)
    line = shapes.along(centre)
    at = 0.0
    while at < line.length - 10:
        a, b = line.interpolate(at), line.interpolate(at + 6)
        dx, dy = (b.x - a.x) / 6, (b.y - a.y) / 6
        sleeper = shapes.strip([(a.x - dy * 92, a.y + dx * 92), (a.x + dy * 92, a.y - dx * 92)], 24)
        sheet.fill(sleeper, "#8A5A30", edge=_IRON, width=1.6)
        at += 44
    for side in (-52, 52):
        edge = pen.beside(centre, side)
        sheet.line(edge, _IRON, width=16)
        sheet.thread(edge, ends=1, width=7)
    for share in (0.3, 0.8):
        a, b = (
            line.interpolate(share, normalized=True),
            line.interpolate(share + 0.01, normalized=True),
        )
        tilt = math.degrees(math.atan2(b.y - a.y, b.x - a.x))
        sheet.put(f'<g transform="translate({a.x:.0f},{a.y:.0f}) rotate({tilt:.1f})">')
        _station(sheet, -240, 36)
        sheet.put("</g>")
    river = reels.cubic((700, 1240), (860, 1080), (1180, 1000), (1640, 980), 40)
    band = shapes.strip(river, 150)
    sheet.fill(band, "#12292F", opacity=0.8, edge="#7FB0B0", width=2)
    sheet.water(band, colour="#7FB0B0", gap=18, length=120)
    for k in range(5):
        sheet.line(pen.beside(river, 100 + k * 22), width=1.6, opacity=0.35 - k * 0.05)


def _station(sheet: Sheet, x: float, y: float) -> None:
    sheet.fill(shapes.bar(x + 60, y + 80, x + 420, y + 130), "#8A5A30", edge=sheet.light, width=3)
    roof = shapes.bar(x + 90, y + 140, x + 390, y + 250)
    sheet.fill(roof, "#74401F", edge=sheet.light, width=3)
    sheet.line([(x + 90, y + 195), (x + 390, y + 195)], sheet.light, width=3)
    sheet.hatch(shapes.bar(x + 90, y + 140, x + 390, y + 195), angle=90, gap=12, opacity=0.8)
    sheet.hatch(
        shapes.bar(x + 90, y + 195, x + 390, y + 250), angle=90, gap=12, colour=_IRON, opacity=0.8
    )
    sheet.knot(x + 240, y + 105, 19)


def county_moves(sheet: Sheet) -> None:
    """The county seat moves along a thread: three gates."""
    sheet.lines(
        [[(0, 180 + 50 * k), (1600, 180 + 50 * k)] for k in range(18)], width=1, opacity=0.14
    )
    for i, (x, s) in enumerate(((290, 0.86), (800, 1.0), (1310, 1.12))):
        _gate(sheet, x, 830, s, i)
    sheet.run(
        [(-20, 900), (290, 880), (545, 800), (800, 880), (1055, 800), (1310, 880), (1620, 840)],
        width=5,
    )
    for x in (290, 800, 1310):
        sheet.knot(x, 880, 20)


def _gate(sheet: Sheet, x: float, foot: float, s: float, kind: int) -> None:
    wall = shapes.face(
        [
            (x - 190 * s, foot),
            (x - 170 * s, foot - 230 * s),
            (x + 170 * s, foot - 230 * s),
            (x + 190 * s, foot),
        ]
    )
    arch = shapes.all_of(
        [
            shapes.bar(x - 46 * s, foot - 90 * s, x + 46 * s, foot),
            shapes.disc(x, foot - 90 * s, 46 * s),
        ]
    )
    sheet.fill(wall.difference(arch), "#6B3419", edge=sheet.light, width=3)
    sheet.fill(arch, "#15080A")
    for row in range(10):
        y = foot - row * 23 * s
        sheet.line(
            shapes.along([(x - 200 * s, y), (x + 200 * s, y)]).intersection(wall.difference(arch)),
            _IRON,
            width=1.6,
            opacity=0.7,
        )
    sheet.fill(
        shapes.all_of(
            [
                shapes.bar(
                    x + (k * 34 - 170) * s, foot - 258 * s, x + (k * 34 - 150) * s, foot - 230 * s
                )
                for k in range(11)
            ]
        ),
        sheet.line_colour,
    )
    if kind == 2:
        tower = shapes.bar(x - 120 * s, foot - 560 * s, x + 120 * s, foot - 258 * s)
        sheet.fill(tower, "#74401F", edge=sheet.light, width=3)
        sheet.hatch(tower, angle=0, gap=24, opacity=0.8)
        sheet.hatch(tower, angle=90, gap=24, opacity=0.5)
        return
    for k in range(2 - kind):
        y = foot - (258 + k * 130) * s
        sheet.fill(
            shapes.bar(x - (120 - k * 20) * s, y - 90 * s, x + (120 - k * 20) * s, y),
            "#4A2615",
            edge=sheet.line_colour,
            width=2,
        )
        sheet.hatch(
            shapes.bar(x - (120 - k * 20) * s, y - 90 * s, x + (120 - k * 20) * s, y),
            angle=90,
            gap=15,
        )
        roof = shapes.soft(
            [
                (x - (180 - k * 20) * s, y - 92 * s),
                (x - 60 * s, y - 150 * s),
                (x + 60 * s, y - 150 * s),
                (x + (180 - k * 20) * s, y - 92 * s),
                (x, y - 84 * s),
            ],
            8,
        )
        sheet.fill(roof, "#D9A26A", edge=_IRON, width=2)
        sheet.hatch(roof, angle=90, gap=11, colour=_IRON)


def workshop_trades(sheet: Sheet) -> None:
    """Matchbox, wine jar and hardware in section, three on one thread."""
    sheet.lines([[(533, 120), (533, 1080)], [(1066, 120), (1066, 1080)]], width=2, opacity=0.4)
    box, tray = shapes.bar(96, 430, 436, 690), shapes.bar(120, 454, 412, 666)
    sheet.fill(box.difference(tray), "#D9A26A", edge=sheet.light, width=3)
    sheet.fill(tray, "#15080A")
    for row in range(4):
        for k in range(6):
            x, y = 150 + k * 46, 486 + row * 49
            sheet.fill(shapes.bar(x - 15, y - 15, x + 15, y + 15), "#E8CE9C", edge=_IRON, width=1.6)
            sheet.line(shapes.arc(x - 6, y + 4, 13, -80, 60, 8), "#B08248", width=1.6)
    sheet.hatch(box.difference(tray), angle=45, gap=8, colour=_IRON)
    cx = 800.0
    out = shapes.turned(
        [
            (cx + a, b)
            for a, b in (
                (70, 260),
                (76, 300),
                (150, 400),
                (180, 560),
                (140, 780),
                (110, 840),
                (110, 850),
            )
        ],
        cx,
    )
    hollow = shapes.turned(
        [
            (cx + a, b)
            for a, b in ((48, 250), (52, 306), (124, 410), (152, 560), (114, 770), (0, 816))
        ],
        cx,
    )
    sheet.fill(out, "#8A5A30", edge=sheet.light, width=3)
    sheet.hatch(out.difference(hollow), angle=45, gap=8, colour=_IRON, width=1.8)
    sheet.fill(hollow, "#15080A", edge=sheet.light, width=2)
    wine = hollow.intersection(shapes.bar(600, 470, 1000, 900))
    sheet.fill(wine, "#C98A4E", opacity=0.55)
    sheet.water(wine, gap=22, length=60, colour="#F0D9A8")
    for side in (-1, 1):
        _hinge(sheet, 1333, 560, side)
    sheet.run(
        [(-20, 900), (266, 880), (533, 920), (800, 900), (1066, 930), (1333, 890), (1620, 880)],
        width=5,
    )
    for x, y in ((266, 880), (800, 900), (1333, 890)):
        sheet.knot(x, y, 20)


def _hinge(sheet: Sheet, x: float, y: float, side: int) -> None:
    leaf = shapes.bar(x + side * 30, y - 190, x + side * 200, y + 190)
    holes = shapes.all_of(
        [shapes.disc(x + side * (80 + 70 * (k % 2)), y - 130 + k * 87, 20) for k in range(4)]
    )
    sheet.fill(leaf.difference(holes), "#B87D45", edge=sheet.light, width=3)
    sheet.hatch(
        leaf.difference(holes), angle=90 if side > 0 else 0, gap=10, colour=_IRON, opacity=0.45
    )
    for k in range(5):
        if (k % 2 == 0) == (side > 0):
            knuckle = shapes.bar(x - 32, y - 190 + k * 76, x + 32, y - 118 + k * 76)
            sheet.fill(knuckle, "#D9A26A", edge=_IRON, width=3)
            sheet.rounding(knuckle, count=14, colour=_IRON)
