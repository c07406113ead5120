"""Plates of Shouldering the Times: wheels, shares, the knot of quality."""

from __future__ import annotations

import math
import random

from hall_app.publishing.plates import pen
from tools.drawing import motifs, reels, shapes
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

_DEEP = "#4A0C0D"
_ROSE = "#F2A08C"


def six_wheels(sheet: Sheet, *, turn: float = 0, flipped: bool = False) -> None:
    """Six wheels, one belt."""
    layout = [
        (0.13, 0.70, 0.080),
        (0.285, 0.36, 0.105),
        (0.45, 0.72, 0.095),
        (0.63, 0.36, 0.135),
        (0.80, 0.74, 0.085),
        (0.915, 0.40, 0.070),
    ]
    first, frame = 1, Frame(1600, 1200, 900, 640, 1.9)
    if flipped:
        layout = [(x, 1.06 - y, r) for x, y, r in layout]
        first, frame = -1, Frame(1600, 1200, 380, 700, 1.9)
    motifs.wheels(sheet, frame, layout=layout, first=first, turn=turn)


def one_wheel(sheet: Sheet) -> None:
    """One wheel takes up the belt."""
    sheet.lines(
        [[(0, 60 + 110 * k), (1600, 60 + 110 * k)] for k in range(11)], width=1.4, opacity=0.14
    )
    motifs.wheel(sheet, 1, (870, 580), 330, 2.6)
    for k in (-1, 0, 1):
        run = motifs.belt([((870, 580), 352, 1)], (0, 860), (1600, 500), k * 12)
        sheet.thread(run, ends=1, width=5)
    for k in range(5):
        sheet.line(
            shapes.arc(870, 580, 400 + k * 26, 150 + k * 6, 215 - k * 4, 30),
            width=4,
            opacity=0.5 - k * 0.08,
        )


def drum(sheet: Sheet) -> None:
    """A village drum, cymbals, and a string of crackers for good news."""
    cx, cy = 800.0, 660.0
    body = shapes.face(
        [
            *shapes.arc(cx, cy - 150, 330, 180, 360, 40, ry=84),
            *shapes.arc(cx, cy + 210, 300, 0, 180, 40, ry=76),
        ]
    )
    body = shapes.all_of(
        [
            body,
            shapes.soft(
                [
                    (cx - 330, cy - 150),
                    (cx - 372, cy + 20),
                    (cx - 300, cy + 210),
                    (cx + 300, cy + 210),
                    (cx + 372, cy + 20),
                    (cx + 330, cy - 150),
                ],
                10,
            ),
        ]
    )
    sheet.fill(body, "#A3241C", edge=sheet.light, width=4)
    sheet.rounding(body, count=60, colour=_DEEP, width=1.8, opacity=0.7)
    sheet.fill(shapes.disc(cx, cy - 150, 330, 84), "#F3E3C2", edge=_DEEP, width=4)
    for k in range(1, 5):
        sheet.line(
            shapes.arc(cx, cy - 150, 330 - k * 60, 0, 360, 60, ry=84 - k * 15),
            "#B98A58",
            width=2,
            opacity=0.7,
        )
    for ry, y in ((84, cy - 122), (76, cy + 186)):
        sheet.dots(
            [
                (
                    cx + (336 if y < cy else 312) * math.cos(t / 24 * math.pi),
                    y + ry * math.sin(t / 24 * math.pi),
                )
                for t in range(25)
            ],
            10,
            "#F0D9A8",
        )
    ring = shapes.tube(cx, cy + 60, 52, 40)
    sheet.fill(ring, "#F0D9A8")
    sheet.fill(shapes.disc(cx, cy + 8, 15), "#F0D9A8")
    stand: list[list[tuple[float, float]]] = [
        [(cx - 300, cy + 150), (cx - 210, 1130)],
        [(cx + 300, cy + 150), (cx + 210, 1130)],
        [(cx - 250, 1020), (cx + 250, 1020)],
    ]
    sheet.lines(stand, _ROSE, width=22)
    sheet.lines(stand, _DEEP, width=4, opacity=0.7)
    for (x0, y0), (x1, y1) in (((420, 120), (690, 480)), ((1230, 90), (930, 500))):
        stick = shapes.strip([(x0, y0), (x1, y1)], 26, flat=False)
        sheet.fill(stick, "#E8CE9C", edge=_DEEP, width=3)
        sheet.fill(shapes.disc(x1, y1, 26), "#E8CE9C", edge=_DEEP, width=3)
    for x, tilt in ((190, -24), (1350, 22)):
        disc = shapes.spun(shapes.disc(x, 560, 190, 74), tilt, (x, 560))
        sheet.fill(disc, "#D9A26A", edge=sheet.light, width=3)
        for k in range(1, 8):
            sheet.line(
                shapes.sized(disc, 1 - k * 0.12, 1 - k * 0.12, (x, 560)),
                _DEEP,
                width=1.5,
                opacity=0.6,
            )
        sheet.fill(
            shapes.spun(shapes.disc(x, 552, 54, 32), tilt, (x, 560)), "#F0D9A8", edge=_DEEP, width=2
        )
    for k in range(17):
        y = 180 + k * 44
        for side in (-1, 1):
            cracker = shapes.strip([(1560, y), (1560 + side * 44, y + 34)], 20)
            sheet.fill(cracker, "#C63A2A", edge="#F0D9A8", width=2)
    sheet.line([(1560, 0), (1560, 940)], "#F0D9A8", width=4)
    sheet.run(
        [(-20, 1010), (300, 980), (600, 960), (cx, cy + 60), (1060, 950), (1300, 990), (1620, 960)],
        width=4.5,
    )


def shares(sheet: Sheet) -> None:
    """Narrow field strips turn into equal shares."""
    rng = random.Random(6)
    x = 20.0
    while x < 620:
        wide = rng.uniform(22, 70)
        top, foot = 210 + 46 * math.sin(x / 120), 1010 + 40 * math.sin(x / 150 + 1)
        lean = rng.uniform(-14, 14)
        strip = shapes.face(
            [
                (x, top),
                (x + wide - 8, top + lean),
                (x + wide - 8 + lean, foot),
                (x + lean, foot + lean),
            ]
        )
        sheet.fill(strip, "#6B1414" if rng.random() < 0.5 else "#8F1D18", edge=_ROSE, width=2)
        sheet.hatch(strip, angle=rng.choice((0, 88, 60, 120)), gap=rng.uniform(9, 16), opacity=0.6)
        x += wide
    for i in range(6):
        for j in range(6):
            px, py = 880 + i * 116, 240 + j * 132
            share = shapes.bar(px, py, px + 100, py + 116)
            sheet.fill(share, "#8F1D18", edge="#F0D9A8", width=3)
            sheet.hatch(share, angle=(0, 45, 90, 135)[(i * 3 + j) % 4], gap=12, opacity=0.55)
            sheet.fill(shapes.tube(px + 50, py + 58, 26, 19), "#F0D9A8")
    for k in range(9):
        y = 300 + k * 85
        run = reels.cubic(
            (640, y + 30 * math.sin(k)), (720, y), (780, 330 + k * 78), (872, 330 + k * 78), 26
        )
        sheet.line(run, "#F0D9A8", width=2, opacity=0.5)
    sheet.run(
        [(-20, 640), (300, 620), (620, 650), (800, 640), (930, 610), (1260, 620), (1620, 580)],
        width=5,
    )
    sheet.knot(750, 646, 22)


def district(sheet: Sheet) -> None:
    """Ends taken up into a stronger thread: one becomes part of five."""
    names = 5
    for k in range(names):
        y = 200 + k * 200
        town = shapes.soft(
            [
                (
                    170 + 90 * math.cos(t) * (1 + 0.22 * math.sin(3 * t + k)),
                    y + 74 * math.sin(t) * (1 + 0.2 * math.cos(2 * t + k)),
                )
                for t in (i * math.pi / 5 for i in range(10))
            ],
            8,
        )
        sheet.fill(
            town,
            "#8F1D18" if k != 2 else "#B4432F",
            edge="#F0D9A8" if k == 2 else _ROSE,
            width=4 if k == 2 else 2,
        )
        sheet.hatch(town, angle=20 + 34 * k, gap=11, opacity=0.7)
        run = reels.cubic(
            (250, y), (560, y), (600, 600 + (k - 2) * 34), (900, 600 + (k - 2) * 34), 50
        )
        for lane in (-1, 0, 1):
            sheet.thread(pen.beside(run, lane * 9), ends=1, width=4, opacity=1 if k == 2 else 0.5)
        tail = [(900, 600 + (k - 2) * 34), (1640, 600 + (k - 2) * 34)]
        for lane in (-1, 0, 1):
            sheet.thread(pen.beside(tail, lane * 9), ends=1, width=4, opacity=1 if k == 2 else 0.5)
    for k in range(22):
        x = 980 + k * 30
        sheet.line([(x, 500), (x + 30, 700)], _DEEP, width=3, opacity=0.35)
    ring = shapes.tube(950, 600, 132, 112)
    sheet.fill(ring, "#F0D9A8")
    sheet.line(shapes.disc(950, 600, 150), "#F0D9A8", width=2, opacity=0.6)
    sheet.line(shapes.disc(950, 600, 96), "#F0D9A8", width=2, opacity=0.6)


def quality(sheet: Sheet, *, close: bool = False) -> None:
    """Five ends pulled from five sides into one knot; close, the knot's own turns."""
    if close:
        _knot_close(sheet)
        return
    cx, cy = 800.0, 610.0
    for k in range(9):
        sheet.line(shapes.disc(cx, cy, 150 + k * 62), width=1.5, opacity=0.34 - k * 0.03)
    starts = [(-40, 240), (420, -40), (1230, -40), (1640, 300), (-40, 980)]
    sides = [(0.5, 0.2), (0.3, 0.4), (0.3, 0.4), (0.5, 0.2), (0.5, -0.2)]
    for k, ((x, y), _) in enumerate(zip(starts, sides, strict=True)):
        t = math.atan2(y - cy, x - cx)
        bend = (cx + 420 * math.cos(t + 0.35), cy + 330 * math.sin(t + 0.35))
        run = reels.cubic(
            (x, y),
            (x + (bend[0] - x) * 0.5, y + (bend[1] - y) * 0.5),
            bend,
            (cx + 96 * math.cos(t + 0.9), cy + 96 * math.sin(t + 0.9)),
            50,
        )
        for lane in (-1, 0, 1):
            sheet.thread(pen.beside(run, lane * 10), ends=1, width=4.6)
        sheet.dots([run[14 + 3 * (k % 3)]], 15, "#F0D9A8")
    for k in range(5):
        t = math.radians(k * 72 - 90)
        loop = [
            (
                cx + (84 + 62 * math.cos(s)) * math.cos(t) - 58 * math.sin(s) * math.sin(t),
                cy + (84 + 62 * math.cos(s)) * math.sin(t) + 58 * math.sin(s) * math.cos(t),
            )
            for s in (i * math.pi / 18 for i in range(37))
        ]
        sheet.line(loop, _DEEP, width=34)
        for lane in (-1, 0, 1):
            sheet.thread(pen.beside(loop, lane * 10), ends=1, width=4.6)
    sheet.fill(shapes.disc(cx, cy, 40), _DEEP, edge="#F0D9A8", width=6)
    out = reels.cubic((cx + 60, cy + 90), (cx + 180, 900), (1300, 960), (1640, 860), 40)
    for lane in range(-2, 3):
        sheet.thread(pen.beside(out, lane * 10), ends=1, width=4.6)


def _knot_close(sheet: Sheet) -> None:
    cx, cy = 800.0, 600.0
    for r in range(7):
        sheet.line(shapes.disc(cx, cy, 190 + r * 64), width=1.6, opacity=0.34 - r * 0.04)
    for k in range(5):
        t = math.radians(k * 72 - 90)
        away = [(cx + r * math.cos(t), cy + r * math.sin(t)) for r in (1100, 700, 420, 300)]
        for lane in (-1, 0, 1):
            sheet.thread(pen.beside(away, lane * 17), ends=1, width=8)
    for k in range(5):
        t = math.radians(k * 72 - 90)
        turns = [i * math.pi / 24 for i in range(49)]
        loop = [
            (
                cx + (190 + 130 * math.cos(s)) * math.cos(t) - 150 * math.sin(s) * math.sin(t),
                cy + (190 + 130 * math.cos(s)) * math.sin(t) + 150 * math.sin(s) * math.cos(t),
            )
            for s in turns
        ]
        sheet.line(loop, _DEEP, width=72)
        for lane in (-1, 0, 1):
            sheet.thread(pen.beside(loop, lane * 19), ends=1, width=9)
    sheet.fill(shapes.disc(cx, cy, 74), _DEEP, edge="#F0D9A8", width=10)


def field_to_shares(sheet: Sheet) -> None:
    """Reform years on one thread: field strips, workshop, town, lake."""
    ground = 700
    for k in range(9):
        strip = shapes.face(
            [(20 + k * 42, ground), (54 + k * 42, ground), (30 + k * 30, 430), (10 + k * 30, 430)]
        )
        sheet.fill(strip, "#6B1414" if k % 2 else "#8F1D18", edge=_ROSE, width=2)
        sheet.hatch(strip, angle=(88, 20, 120)[k % 3], gap=11, opacity=0.6)
    for k in range(3):
        x = 450 + k * 112
        shed = shapes.face(
            [(x, ground), (x, 520), (x + 80, 450), (x + 80, 520), (x + 104, 520), (x + 104, ground)]
        )
        sheet.fill(shed, "#7A1615", edge=_ROSE, width=3)
        sheet.hatch(shed, angle=90, gap=13, opacity=0.5)
    motifs.wheel(sheet, 1, (610, 610), 74, 1.6)
    for k, tall in enumerate((250, 380, 300, 460)):
        x = 850 + k * 96
        tower = shapes.bar(x, ground - tall, x + 80, ground)
        sheet.fill(tower, "#A3241C", edge="#F0D9A8", width=3)
        sheet.hatch(tower, angle=0, gap=26, colour="#F0D9A8", width=3, opacity=0.7)
    lake = shapes.soft(
        [(1290, 640), (1400, 590), (1540, 610), (1580, 670), (1470, 698), (1330, 694)], 10
    )
    sheet.fill(lake, "#12292F", edge="#F0D9A8", width=3)
    sheet.water(lake, gap=14, length=70, colour="#7FB0B0")
    for x in (1270, 1350, 1440, 1530):
        sheet.line([(x, 590), (x, 510)], "#F0D9A8", width=4)
        sheet.fill(shapes.disc(x, 500, 14), "#F0D9A8")
    sheet.line([(-20, ground), (1620, ground)], sheet.light, width=5)
    sheet.hatch(shapes.bar(-20, ground, 1620, 1220), angle=160, gap=18, opacity=0.3)
    sheet.run([(-20, 900), (200, 860), (610, 910), (1030, 850), (1430, 900), (1620, 860)], width=5)
    for x, y in ((200, 860), (610, 910), (1030, 850), (1430, 900)):
        sheet.knot(x, y, 22)
        sheet.line([(x, y - 24), (x, ground)], "#F0D9A8", width=2, opacity=0.7)
