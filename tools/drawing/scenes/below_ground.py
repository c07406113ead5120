"""Plates of things cut open below the ground and the glaze: the storage jar, the hall itself."""

from __future__ import annotations

import random

from tools.drawing import shapes
from tools.drawing.sheet import Sheet

_CLAY = "#B98A58"


def jar_trade(sheet: Sheet) -> None:
    """A storage jar cut open, rows of jars behind, the sea's line under all."""
    for row, (y, size) in enumerate(((500, 150), (640, 190))):
        for k in range(11):
            _small_jar(sheet, 40 + k * 152 + row * 76, y, size, opacity=0.35 + 0.2 * row)
    sea = shapes.bar(-20, 850, 1620, 1220)
    sheet.fill(sea, "#133A42")
    sheet.water(sea, gap=25, length=170, height=6)
    cx, top, w, h = 800.0, 190.0, 620.0, 860.0
    outside = [
        (cx + a * w, top + b * h)
        for a, b in (
            (0.26, 0),
            (0.28, 0.03),
            (0.22, 0.07),
            (0.42, 0.19),
            (0.5, 0.36),
            (0.47, 0.62),
            (0.36, 0.86),
            (0.30, 0.98),
            (0.30, 1.0),
        )
    ]
    inside = [
        (cx + a * w, top + b * h)
        for a, b in (
            (0.205, -0.01),
            (0.215, 0.03),
            (0.165, 0.08),
            (0.36, 0.205),
            (0.44, 0.36),
            (0.41, 0.61),
            (0.30, 0.85),
            (0.22, 0.945),
            (0, 0.95),
        )
    ]
    jar, hollow = shapes.turned(outside, cx), shapes.turned(inside, cx)
    brown = sheet.gradient(
        [(0, "#3A2210"), (0.3, "#9C6A38"), (0.42, "#C9935A"), (0.7, "#6E4520"), (1, "#2A170A")],
        start=(cx - w / 2, 0),
        stop=(cx + w / 2, 0),
    )
    half = shapes.bar(cx, 0, 1600, 1200)
    sheet.fill(jar, brown, edge="#2A170A", width=3)
    sheet.rounding(jar.difference(half), count=54, light=0.7, colour="#2A170A", opacity=0.4)
    sheet.fill(jar.intersection(half), _CLAY, edge=sheet.light, width=3)
    sheet.hatch(
        jar.intersection(half).difference(hollow), angle=45, gap=9, colour="#4A2615", width=2
    )
    sheet.fill(hollow.intersection(half), "#0B1A1E", edge=sheet.light, width=3)
    for share in (0.30, 0.34, 0.60):
        sheet.line(
            shapes.arc(cx, top + share * h - 20, w * 0.48, 172, 90, ry=26),
            "#2A170A",
            width=3,
            opacity=0.7,
        )
    for k in range(4):
        ear = shapes.tube(cx - w * (0.44 - 0.10 * k), top + h * (0.20 - 0.012 * k), 25, 13)
        if k % 2 == 0:
            sheet.fill(ear, "#8A5A2E", edge="#2A170A", width=2)
    sheet.run(
        [(-20, 820), (200, 800), (440, 830), (cx, 830), (1160, 826), (1400, 790), (1620, 800)],
        width=6,
    )
    sheet.knot(cx, 830, 22)


def _small_jar(sheet: Sheet, x: float, y: float, size: float, *, opacity: float) -> None:
    body = shapes.turned(
        [
            (x + a * size, y + b * size)
            for a, b in (
                (0.16, 0),
                (0.18, 0.05),
                (0.14, 0.1),
                (0.36, 0.3),
                (0.4, 0.55),
                (0.28, 0.95),
                (0.24, 1.1),
            )
        ],
        x,
    )
    sheet.fill(body, "#5E4222", opacity=opacity, edge=_CLAY, width=2)
    net = shapes.round_hatching(body, count=15, light=0.3)
    sheet.line(net, _CLAY, width=1.2, opacity=opacity)


def underground_hall(sheet: Sheet, *, leaving: bool = False) -> None:
    """The hall in section: one long low level below ground, five bays."""
    dark = sheet.material.key != "brand"
    earth_tone = "#16343A" if dark else "#A9BCC9"
    earth = shapes.bar(-20, 560, 1620, 1220)
    room = shapes.bar(150, 700, 1450, 960)
    sheet.fill(earth.difference(room), earth_tone)
    for k in range(12):
        layer = shapes.wave(-20, 1620, 600 + k * 56, height=7, length=420, phase=k * 0.8)
        sheet.line(shapes.along(layer).difference(room.buffer(26)), width=2, opacity=0.4)
    sheet.dots(
        shapes.scattered(earth.difference(room.buffer(40)), 300, random.Random(4)), 2.4, opacity=0.4
    )
    shell = room.buffer(26, join_style="mitre").difference(room)
    sheet.fill(shell, sheet.line_colour, edge=sheet.light if dark else sheet.dark, width=2)
    sheet.hatch(
        shell, angle=45, gap=10, colour=sheet.dark if dark else "#F4F8FA", width=1.6, opacity=0.8
    )
    grounds = ("#12292F", "#4A2615", "#7A1615", "#0E4439", "#C3D1DB")
    for i, tone in enumerate(grounds):
        bay = shapes.bar(158 + i * 257, 708, 158 + i * 257 + 256, 952)
        sheet.fill(bay, tone)
        for c in range(3):
            column = shapes.bar(170 + i * 257 + c * 90, 708, 182 + i * 257 + c * 90, 952)
            sheet.fill(column, "#FFFFFF", opacity=0.12)
    _towers(sheet, dark=dark)
    sheet.line([(-20, 560), (1620, 560)], sheet.light if dark else sheet.dark, width=5)
    _stairs(sheet)
    y = 846
    for i in range(5):
        runs = [
            [(158 + i * 257, y + (k - i / 2) * 9), (158 + (i + 1) * 257, y + (k - i / 2) * 9)]
            for k in range(i + 1)
        ]
        sheet.lines(runs, "#F0D9A8" if i < 4 else "#8A5B18", width=4)
    sheet.run([(-20, 780), (60, 800), (158, y)], ends=1, width=5)
    if leaving or not dark:
        out = [(1443, y), (1500, y - 6), (1560, 790), (1640, 730)]
        for lane in range(5):
            shift = (lane - 2) * 9
            spread = (lane - 2) * (60 if leaving else 9)
            sheet.run(
                [
                    (out[0][0], y + shift),
                    (out[1][0], y + shift * 1.1),
                    (1560, 800 + spread * 0.7),
                    (1640, 760 + spread * 1.4),
                ],
                ends=1,
                width=4,
            )


def _towers(sheet: Sheet, *, dark: bool) -> None:
    rng = random.Random(77)
    x = 60.0
    while x < 1540:
        wide, tall = rng.uniform(70, 130), rng.uniform(90, 430)
        tower = shapes.bar(x, 560 - tall, x + wide, 560)
        sheet.fill(tower, "#12292F" if dark else "#CBD8E1", edge=sheet.line_colour, width=2.5)
        sheet.hatch(tower, angle=0, gap=15, opacity=0.55)
        sheet.hatch(tower, angle=90, gap=22, opacity=0.3)
        x += wide + rng.uniform(16, 70)


def _stairs(sheet: Sheet) -> None:
    steps = [(238.0, 560.0)]
    for k in range(10):
        steps += [(238 + k * 17, 560 + (k + 1) * 15.0), (255 + k * 17, 560 + (k + 1) * 15.0)]
    well = shapes.face([*steps, (408, 706), (230, 706), (230, 560)])
    sheet.fill(
        well,
        sheet.material.deep if sheet.material.key != "brand" else "#F4F8FA",
        edge=sheet.light,
        width=2,
    )
    sheet.line(steps, sheet.light if sheet.material.key != "brand" else sheet.dark, width=4)
