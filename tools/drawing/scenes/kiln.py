"""Plates of Foshan Craftsmanship: kiln, glaze, iron."""

from __future__ import annotations

import math
import random

from shapely.geometry.base import BaseGeometry

from tools.drawing import reels, shapes
from tools.drawing.sheet import Sheet

_CLAY = "#A8693C"
_CLAY_DARK = "#4A2615"
_FIRE = ("#B4521E", "#E08A34", "#F0C878", "#FFF3D6")


def mended_glaze(sheet: Sheet) -> None:
    """The glaze seen close: crackle, and four ends of gold that mend it."""
    whole = shapes.bar(-20, -20, 1620, 1220)
    tone = sheet.gradient(
        [(0, "#0B4A3D"), (0.34, "#2B8F75"), (0.44, "#6CC7A8"), (0.62, "#1F7A63"), (1, "#062F27")],
        start=(0, 0),
        stop=(1600, 500),
    )
    sheet.fill(whole, tone)
    for size, width, share in ((260, 4, 0.8), (110, 2, 0.5), (48, 1.1, 0.3)):
        sheet.line(shapes.crackle(whole, size=size, seed=11), "#05231D", width=width, opacity=share)
    rng = random.Random(5)
    for lane in range(4):
        y = 380 + lane * 150
        points = [(-20.0, 600 + (lane - 1.5) * 16)]
        points += [
            (140 + k * 165 + rng.uniform(-40, 40), y + rng.uniform(-70, 70)) for k in range(9)
        ]
        points += [(1620.0, 600 + (lane - 1.5) * 16)]
        sheet.thread(points, ends=1, width=15, colour="#B98A3E")
        sheet.thread(points, ends=1, width=9)
        sheet.thread([(x - 2, y_ - 3) for x, y_ in points], ends=1, width=2.4, colour="#FFF8E6")


def dragon_kiln(sheet: Sheet, *, fired: bool = True) -> None:
    """A dragon kiln in long section: fire mouth below, stoke holes up the slope, pots within."""
    slope = math.radians(-15.5)
    ux, uy = math.cos(slope), math.sin(slope)

    def at(t: float, rise: float) -> tuple[float, float]:
        return 190 + ux * t, 985 + uy * t - rise

    hill = shapes.face(
        [
            (-20, 1050),
            (190, 1030),
            *(at(t, -40 - 6 * math.sin(t / 60)) for t in range(0, 1600, 40)),
            (1640, 1240),
            (-20, 1240),
        ]
    )
    sheet.fill(hill, "#1C3A2A", edge=sheet.line_colour, width=2)
    for k in range(14):
        layer = [at(t, -80 - k * 38 + 8 * math.sin(t / 140 + k)) for t in range(-250, 1640, 50)]
        sheet.line(shapes.along(layer).intersection(hill), width=1.8, opacity=0.4)
    vault = shapes.face(
        [
            at(0, -40),
            *(at(t, 150 + 20 * math.sin(math.pi * t / 1280)) for t in range(0, 1281, 40)),
            at(1290, -40),
        ]
    )
    inside = shapes.face(
        [
            at(34, -14),
            *(at(t, 112 + 20 * math.sin(math.pi * t / 1280)) for t in range(34, 1251, 40)),
            at(1252, -14),
        ]
    )
    sheet.fill(vault, _CLAY, edge=sheet.light, width=3)
    for k in range(66):
        sheet.line(
            shapes.along([at(k * 20, -40), at(k * 20 - 4, 190)]).intersection(
                vault.difference(inside)
            ),
            _CLAY_DARK,
            width=2.4,
            opacity=0.8,
        )
    glow = sheet.gradient(
        [(0, "#F0A94E"), (0.35, "#B4521E"), (1, "#2A0E08")]
        if fired
        else [(0, "#15231E"), (1, "#0A1512")],
        start=at(0, 0),
        stop=at(1250, 0),
    )
    sheet.fill(inside, glow, edge="#15080A", width=3)
    rng = random.Random(21)
    for k in range(27):
        _pot(sheet, *at(96 + k * 43, -16), rng.uniform(0.7, 1.06), rng.randrange(3))
    for k in range(9):
        t = 160 + k * 125
        hole = shapes.face([at(t - 13, 128), at(t + 13, 128), at(t + 10, 200), at(t - 10, 200)])
        sheet.fill(hole, "#15080A", edge=sheet.light, width=2)
        if fired:
            flames(sheet, *at(t, 196), 30 + 14 * (k % 3))
    mouth = shapes.all_of([shapes.bar(112, 900, 210, 1012), shapes.disc(161, 900, 49)])
    sheet.fill(mouth.buffer(20), _CLAY, edge=sheet.light, width=3)
    sheet.fill(mouth, "#2A0E08")
    if fired:
        flames(sheet, 161, 1005, 120)
    top = at(1290, 60)
    stack = shapes.face(
        [
            (top[0] - 20, top[1] + 110),
            (top[0] - 8, top[1] - 190),
            (top[0] + 62, top[1] - 190),
            (top[0] + 76, top[1] + 110),
        ]
    )
    sheet.fill(stack, _CLAY, edge=sheet.light, width=3)
    sheet.rounding(stack, count=16, colour=_CLAY_DARK, opacity=0.8)
    posts = [(420, 260), (760, 260), (1100, 260)]
    for t, _ in posts:
        sheet.line([at(t, -40), at(t, 380)], "#8FD3B6", width=9)
    roof = [at(300, 350), at(760, 410), at(1240, 360)]
    sheet.line(roof, _CLAY, width=24)
    sheet.line(roof, sheet.light, width=3)
    for k in range(40):
        along = 310 + k * 23.4
        rise = 350 + 60 * (1 - abs(along - 760) / 470)
        sheet.line([at(along, rise + 12), at(along + 6, rise - 22)], _CLAY_DARK, width=3)
    sheet.run(
        [(-20, 1120), (160, 1105), (520, 1052), (900, 940), (1260, 850), (1620, 830)], width=4.5
    )


def flames(sheet: Sheet, x: float, y: float, tall: float) -> None:
    """A tongue of fire in four tones."""
    for k, tone in enumerate(_FIRE[: 4 if tall > 60 else 3]):
        s = 1 - k * 0.25
        flame = shapes.soft(
            [
                (x - tall * 0.24 * s, y),
                (x - tall * 0.2 * s, y - tall * 0.4 * s),
                (x + tall * 0.04, y - tall * s),
                (x + tall * 0.15 * s, y - tall * 0.5 * s),
                (x + tall * 0.24 * s, y),
            ],
            8,
        )
        sheet.fill(flame, tone)


def _pot(sheet: Sheet, x: float, y: float, s: float, kind: int) -> None:
    forms = (
        [(9, -64), (10, -58), (7, -52), (20, -34), (17, -10), (12, 0)],
        [(18, -44), (20, -38), (22, -20), (14, 0)],
        [(6, -74), (5, -58), (15, -40), (16, -22), (9, 0)],
    )
    pot = shapes.turned([(x + a * s, y + b * s) for a, b in forms[kind]], x)
    sheet.fill(pot, "#2B8F75" if kind != 1 else "#C98A4E", edge="#15080A", width=1.5)


def old_kiln(sheet: Sheet) -> None:
    """The old kiln asleep under its banyan."""
    dragon_kiln(sheet, fired=False)
    banyan(sheet, 1230, 470, 1.0)


def banyan(sheet: Sheet, x: float, foot: float, s: float) -> None:
    """A banyan: hanging roots, wide crown."""
    rng = random.Random(13)
    for k in range(12):
        lean = (k - 6) * 13 * s
        sheet.line(
            reels.cubic(
                (x + lean * 0.5, foot + 40),
                (x + lean * 0.4, foot - 60),
                (x + lean * 1.6, foot - 120 * s),
                (x + lean * 3, foot - 210 * s),
                16,
            ),
            "#8A6A44",
            width=9,
        )
    crown = shapes.all_of(
        [
            shapes.disc(
                x + rng.uniform(-260, 260) * s,
                foot - 260 * s + rng.uniform(-90, 60) * s,
                rng.uniform(60, 110) * s,
            )
            for _ in range(22)
        ]
    )
    sheet.fill(crown, "#14594A", edge=sheet.line_colour, width=2.5)
    sheet.hatch(crown, angle=32, gap=13, bow=70, opacity=0.6)
    for k in range(22):
        px = x + (k - 11) * 26 * s
        sheet.line(
            [(px, foot - 200 * s), (px + rng.uniform(-6, 6), foot - rng.uniform(20, 130) * s)],
            "#8A6A44",
            width=2,
            opacity=0.9,
        )


def founding(sheet: Sheet) -> None:
    """Iron founding: the furnace pours into the loam mould of a bell, all in section."""
    floor = 1040
    stand = shapes.bar(170, 590, 600, floor)
    sheet.fill(stand, "#5A3A22", edge=sheet.light, width=3)
    for row in range(19):
        y = 590 + row * 24
        sheet.line([(170, y), (600, y)], "#2A170A", width=2)
        sheet.lines(
            [
                [(170 + k * 48 + (row % 2) * 24, y), (170 + k * 48 + (row % 2) * 24, y + 24)]
                for k in range(9)
            ],
            "#2A170A",
            width=2,
            opacity=0.7,
        )
    furnace = shapes.turned(
        [
            (380 + a, b)
            for a, b in ((90, 90), (120, 110), (160, 250), (176, 400), (150, 520), (120, 590))
        ],
        380,
    )
    hollow = shapes.turned(
        [
            (380 + a, b)
            for a, b in ((64, 84), (80, 120), (112, 250), (126, 400), (104, 500), (0, 545))
        ],
        380,
    )
    sheet.fill(furnace, _CLAY_DARK, edge=sheet.light, width=3)
    sheet.hatch(furnace.difference(hollow), angle=45, gap=10, colour=_CLAY, width=2)
    heat = sheet.gradient(
        [(0, "#5A1E10"), (0.5, "#E08A34"), (1, "#FFF3D6")], start=(0, 90), stop=(0, 545)
    )
    sheet.fill(hollow, heat, edge="#15080A", width=3)
    rng = random.Random(2)
    charge = hollow.intersection(shapes.bar(0, 90, 900, 380)).buffer(-16)
    lumps = [
        shapes.spun(shapes.bar(x - 13, y - 9, x + 13, y + 9), rng.uniform(0, 90), (x, y))
        for x, y in shapes.scattered(charge, 46, rng)
    ]
    sheet.fill(shapes.all_of(lumps), "#2A0E08")
    flames(sheet, 380, 100, 130)
    pit = shapes.face(
        [
            (-20, floor),
            (700, floor),
            (760, 1160),
            (1420, 1160),
            (1480, floor),
            (1620, floor),
            (1620, 1240),
            (-20, 1240),
        ]
    )
    sheet.fill(pit, "#1C3A2A", edge=sheet.line_colour, width=2)
    sheet.dots(shapes.scattered(pit, 260, random.Random(7)), 2.6, opacity=0.5)
    outer, inner = _bell(1080, 700, 540, 460), _bell(1080, 770, 420, 400)
    loam = shapes.bar(750, 640, 1410, 1160).difference(outer)
    sheet.fill(loam, "#6B4423", edge=sheet.light, width=3)
    sheet.dots(shapes.scattered(loam, 620, random.Random(8)), 2.4, _CLAY_DARK)
    sheet.hatch(loam, angle=15, gap=26, colour=_CLAY_DARK, width=2, opacity=0.6)
    sheet.fill(outer, "#E08A34", edge="#FFF3D6", width=3)
    core = inner.intersection(shapes.bar(700, 500, 1500, 1160))
    sheet.fill(core, "#6B4423", edge="#FFF3D6", width=3)
    sheet.hatch(core, angle=15, gap=26, colour=_CLAY_DARK, width=2, opacity=0.6)
    sheet.fill(shapes.bar(1056, 636, 1104, 712), "#E08A34")
    trough = shapes.face([(470, 480), (1060, 560), (1066, 606), (466, 534)])
    sheet.fill(trough, _CLAY_DARK, edge=sheet.light, width=3)
    sheet.line([(490, 500), (1056, 576)], "#E08A34", width=20)
    sheet.line([(490, 500), (1056, 576)], "#FFF3D6", width=8)
    fall = reels.cubic((1056, 576), (1076, 580), (1080, 610), (1080, 700), 20)
    sheet.line(fall, "#E08A34", width=26)
    sheet.line(fall, "#FFF3D6", width=10)
    for _ in range(44):
        t = rng.uniform(-2.9, -0.2)
        r0, r1 = rng.uniform(30, 80), rng.uniform(90, 210)
        sheet.line(
            [
                (1080 + r0 * math.cos(t), 640 + r0 * math.sin(t)),
                (1080 + r1 * math.cos(t), 640 + r1 * math.sin(t)),
            ],
            "#F0C878",
            width=2.4,
            opacity=0.8,
        )
    sheet.run(
        [(-20, 1110), (300, 1090), (640, 1100), (1080, 1190), (1500, 1090), (1620, 1080)], width=4.5
    )


def _bell(cx: float, top: float, wide: float, tall: float) -> BaseGeometry:
    return shapes.turned(
        [
            (cx + a * wide, top + b * tall)
            for a, b in (
                (0.0, 0),
                (0.18, 0.02),
                (0.29, 0.12),
                (0.33, 0.34),
                (0.36, 0.62),
                (0.43, 0.88),
                (0.5, 1.0),
            )
        ],
        cx,
    )


def kiln_and_iron(sheet: Sheet) -> None:
    """Dragon kiln in section, an iron bell in section hung beside it."""
    dragon_kiln(sheet)
    outer, inner = _bell(360, 150, 380, 430), _bell(360, 190, 320, 400)
    sheet.line([(360, -20), (360, 120)], sheet.light, width=7)
    sheet.fill(shapes.tube(360, 120, 36, 20), "#4E6B62", edge=sheet.light, width=3)
    sheet.fill(outer, "#2C4A43", edge=sheet.light, width=4)
    half = shapes.bar(360, 0, 700, 640)
    sheet.rounding(outer.difference(half), count=34, colour=sheet.line_colour, opacity=0.8)
    sheet.hatch(
        outer.intersection(half).difference(inner), angle=45, gap=8, colour=sheet.light, width=2
    )
    sheet.fill(inner.intersection(half), "#04150F", edge=sheet.light, width=3)
    for y in (250, 330, 470, 540):
        sheet.line(
            shapes.arc(360, y, 138 + (y - 250) * 0.13, 180, 92, ry=16),
            sheet.light,
            width=2.5,
            opacity=0.8,
        )
    sheet.dots(
        [(258 + k * 32, 292) for k in range(4)] + [(262 + k * 32, 400) for k in range(4)],
        9,
        sheet.light,
    )
