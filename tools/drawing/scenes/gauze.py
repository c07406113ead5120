"""Plates of Foshan Craftsmanship: gauze, rattan, stitch."""

from __future__ import annotations

import math
import random

from shapely.geometry import MultiPolygon, Polygon, box

from hall_app.publishing.plates import pen
from tools.drawing import reels, shapes
from tools.drawing.sheet import Sheet

_SILK = "#F0D9A8"


def drying_field(sheet: Sheet, *, raw: bool = False, finished: bool = False) -> None:
    """Gauze laid out to dry on the grass, running to the hills."""
    w, h, horizon, vx = 1600, 1200, 430, 990
    sky = sheet.gradient([(0, "#0B3A31"), (1, "#7FB48E")], start=(0, 0), stop=(0, horizon))
    sheet.fill(shapes.bar(0, 0, w, horizon + 4), sky)
    sheet.fill(shapes.disc(1150, 270, 96), _SILK, opacity=0.92)
    for j, (amp, y, tone) in enumerate(
        ((110, 370, "#3F7F66"), (80, 398, "#2C6A54"), (46, 420, "#1D5543"))
    ):
        hills = [
            (
                x,
                y
                - amp * max(0.0, math.sin(x / (280 - j * 46) + j * 1.9))
                - amp * 0.4 * math.sin(x / 97 + j),
            )
            for x in range(-20, w + 40, 16)
        ]
        mass = shapes.face([(-20, horizon + 6), *hills, (w + 20, horizon + 6)])
        sheet.fill(mass, tone)
        sheet.hatch(mass, angle=74, gap=9, colour="#8FD3B6", opacity=0.18)
    field = sheet.gradient(
        [(0, "#4F8A5E"), (0.35, "#1C5B45"), (1, "#07271F")], start=(0, horizon), stop=(0, h)
    )
    sheet.fill(shapes.bar(0, horizon, w, h), field)
    mud = sheet.gradient(
        [(0, "#5A4A40"), (0.35, "#1D1512"), (1, "#0B0706")], start=(0, horizon), stop=(0, h)
    )
    stops = (
        [(0, "#EFE3C8"), (0.3, "#E6D6B4"), (1, "#BBA67C")]
        if raw
        else [(0, "#D08A52"), (0.3, "#8A4521"), (1, "#34170B")]
    )
    cloth = sheet.gradient(stops, start=(0, horizon), stop=(0, h))
    for i in range(-16, 17):
        left, right = vx + i * 13.5, vx + i * 13.5 + 9.6
        tone = mud if finished or (i % 5 == 2 and not raw) else cloth
        _cloth(sheet, (left, right), vx, horizon, tone)
        if finished:
            edge = left + 2.2
            _cloth(sheet, (left, edge), vx, horizon, cloth)


def _cloth(sheet: Sheet, sides: tuple[float, float], vx: float, horizon: float, tone: str) -> None:
    left, right = sides
    k, y0, h = 17.5, horizon + 7, 1200
    corners = [
        (left, y0),
        (right, y0),
        (vx + (right - vx) * k, h + 10),
        (vx + (left - vx) * k, h + 10),
    ]
    sheet.fill(shapes.face(corners).intersection(shapes.bar(-20, 0, 1620, 1220)), tone)
    sheet.line([corners[0], corners[3]], "#F2C08A", width=1.6, opacity=0.55)
    t, folds = 1.0, []
    for _ in range(20):
        t *= 0.80
        y, wide = y0 + (h - y0) * t, 1 + (k - 1) * t
        a, b = vx + (left - vx) * wide, vx + (right - vx) * wide
        if b > -60 and a < 1660:
            folds.append([(a, y), ((a + b) / 2, y + 3 * wide / 6), (b, y)])
    sheet.lines(folds, "#F0B878", width=1.6, opacity=0.32)


def leno(sheet: Sheet, *, pattern: bool = True, half: bool = False, dyed: bool = False) -> None:
    """Leno gauze seen close: warps cross between wefts; a pattern where they cross otherwise."""
    ground = "#2A140C"
    sheet.fill(shapes.bar(-20, -20, 1620, 1220), ground)
    if dyed or half:
        sheet.fill(shapes.bar(800 if half else -20, -20, 1620, 1220), "#C98A54")
    step = 76
    columns, rows = 22, 17
    dark = ("#8A4E2A", "#17100D", "#2E1D14")
    raw = ("#F3E3C2", "#D9B27A", "#F0D9A8")
    zones = ((-20, 800, raw), (800, 1620, dark)) if half else ((-20, 1620, dark if dyed else raw),)
    for x0, x1, tones in zones:
        for j in range(rows):
            y = j * step + 10
            sheet.line([(x0, y), (x1, y)], tones[0], width=17)
            sheet.line(
                [(x0, y - 5), (x1, y - 5)],
                "#FFFFFF",
                width=1.6,
                opacity=0.35 if tones is raw else 0.14,
            )
        for sign, tone in ((1, tones[1]), (-1, tones[2])):
            runs = []
            for i in range(columns):
                x = i * step + 20
                if not x0 - 10 <= x < x1 - 10:
                    continue
                runs.append(
                    [
                        (
                            x
                            + sign
                            * _swing(i, j / 8, pattern=pattern)
                            * math.sin(math.pi * (j / 8) + math.pi / 2),
                            j * step / 8 + 10,
                        )
                        for j in range(-2, rows * 8)
                    ]
                )
            for width, colour, opacity in ((13, ground, 0.5), (9, tone, 1), (2, "#FFFFFF", 0.3)):
                sheet.lines(runs, colour, width=width, opacity=opacity)
    sheet.thread([(-20, 600), (1620, 600)], gap=11, width=5)


def _swing(column: int, row: float, *, pattern: bool) -> float:
    if not pattern:
        return 17
    flower = math.hypot((column - 10.5) / 1.1, row - 8) % 6.5
    return 30 if flower < 2.2 else 15


def weave(sheet: Sheet) -> None:
    """Rattan woven over and under, with one strand left to weave."""
    rng = random.Random(4)
    step = 112
    for pass_ in (0, 1):
        places = [(i, j) for j in range(13) for i in range(16) if (i + j) % 2 == pass_]
        canes = [_cane(i * step - 40, j * step - 40, step, upright=pass_ == 1) for i, j in places]
        sheet.fill(MultiPolygon(canes), "#C9A060", edge="#3A2A10", width=3)
        for tone in ("#D6B070", "#BE9452"):
            sheet.fill(
                MultiPolygon(rng.sample(canes, len(canes) // 3)), tone, edge="#3A2A10", width=3
            )
        grain = [run for cane in canes for run in _grain(cane)]
        sheet.lines(grain, "#5A4018", width=1.5, opacity=0.5)
    diagonal = reels.cubic((-40, 1180), (500, 900), (700, 420), (1640, 260), 60)
    sheet.line(diagonal, sheet.dark, width=44)
    sheet.thread(diagonal, gap=9, width=4.5)


def _cane(x: float, y: float, step: float, *, upright: bool) -> Polygon:
    half = step * 0.36
    reach = step * 0.74
    return (
        box(x - half, y - reach, x + half, y + reach)
        if upright
        else box(x - reach, y - half, x + reach, y + half)
    )


def _grain(cane: Polygon) -> list[list[tuple[float, float]]]:
    x0, y0, x1, y1 = cane.bounds
    shares = [k / 6 for k in range(1, 6)]
    if y1 - y0 > x1 - x0:
        return [[(x0 + (x1 - x0) * s, y0), (x0 + (x1 - x0) * s, y1)] for s in shares]
    return [[(x0, y0 + (y1 - y0) * s), (x1, y0 + (y1 - y0) * s)] for s in shares]


def embroidery(sheet: Sheet) -> None:
    """Cantonese embroidery: a kapok branch in laid stitches under the needle."""
    sheet.fill(shapes.disc(800, 590, 520), "#F6EEDF", edge="#8A5A2E", width=26)
    sheet.line(shapes.disc(800, 590, 540), _SILK, width=4)
    weave_ = shapes.disc(800, 590, 505)
    sheet.hatch(weave_, angle=0, gap=8, colour="#D8C6A8", opacity=0.55)
    sheet.hatch(weave_, angle=90, gap=8, colour="#D8C6A8", opacity=0.55)
    branch = pen.smooth([(330, 800), (520, 720), (700, 640), (880, 520), (1110, 400)], 14)
    sheet.line(branch, "#5A3A22", width=20)
    for x, y, r in ((560, 560, 120), (880, 700, 140), (1010, 350, 104)):
        for k in range(5):
            t = k * 72 + x
            petal = shapes.spun(
                shapes.soft(
                    [
                        (x + 18, y),
                        (x + r * 0.6, y - r * 0.36),
                        (x + r, y - r * 0.1),
                        (x + r * 0.95, y + r * 0.2),
                        (x + r * 0.5, y + r * 0.3),
                    ],
                    8,
                ),
                t,
                (x, y),
            )
            sheet.fill(petal, "#D8483A", edge="#8F1D18", width=2)
            sheet.hatch(petal, angle=t, gap=5, bow=10, colour="#F6B09A", width=2, opacity=0.8)
            sheet.hatch(
                petal.intersection(shapes.disc(x, y, r * 0.55)),
                angle=t,
                gap=5,
                colour="#8F1D18",
                width=2,
                opacity=0.8,
            )
        sheet.lines(
            [
                [(x, y), (x + 44 * math.cos(t), y + 44 * math.sin(t))]
                for t in (i * 0.45 for i in range(14))
            ],
            "#F0C878",
            width=3,
        )
        sheet.dots(
            [(x + 46 * math.cos(t), y + 46 * math.sin(t)) for t in (i * 0.45 for i in range(14))],
            5,
            "#F0C878",
        )
    for x, y, tilt in (
        (430, 700, -60),
        (700, 520, -100),
        (760, 760, 40),
        (1130, 480, 30),
        (960, 480, -70),
    ):
        leaf = shapes.spun(shapes.disc(x, y, 76, 26), tilt, (x, y))
        sheet.fill(leaf, "#2B8F75", edge="#0B4A3D", width=2)
        sheet.hatch(leaf, angle=tilt + 60, gap=5, colour="#8FD3B6", width=2, opacity=0.8)
    needle = shapes.face([(1150, 600), (1420, 300), (1436, 316)])
    sheet.fill(needle, "#DCE5EB", edge=sheet.dark, width=2)
    sheet.run([(-20, 1080), (160, 1000), (330, 880), (380, 850)], width=3.4, gap=6)
    on_cloth = [(380, 850), (560, 816), (800, 800), (1010, 740), (1150, 604)]
    sheet.run(on_cloth, width=3.4, gap=6, colour="#A8742E")
    sheet.run([(1424, 306), (1500, 420), (1560, 360), (1640, 420)], width=3.4, gap=6)
