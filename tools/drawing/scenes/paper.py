"""Plates of Foshan Craftsmanship: paper, print, lantern, parade."""

from __future__ import annotations

import math
from functools import partial

from tools.drawing import reels, shapes
from tools.drawing.scenes.festive import lantern, rosette
from tools.drawing.sheet import Sheet

_SILK = "#F0D9A8"
_RED = "#C63A2A"
_BAMBOO = "#E0C078"
_BROWN = "#7A3D1D"


def paper_cut(sheet: Sheet) -> None:
    """A paper-cut unfolding: pond, fish, lotus, cut from one sheet."""
    sheet.fill(shapes.bar(330, 110, 1270, 1090), "#F6EEDF")
    rosette(sheet, 800, 600, 455, colour=_RED)
    corners = [(420, 200, 0), (1180, 200, 90), (1180, 1000, 180), (420, 1000, 270)]
    for x, y, turn in corners:
        leaf = shapes.all_of(
            [
                shapes.soft(
                    [
                        (x - 50, y - 50),
                        (x + 90, y - 40),
                        (x + 60, y + 20),
                        (x + 20, y + 60),
                        (x - 40, y + 90),
                    ],
                    8,
                )
            ]
        )
        cuts = [
            shapes.spun(shapes.disc(x + 12 + k * 14, y - 10 + k * 10, 24 - 4 * k, 5), 38, (x, y))
            for k in range(3)
        ]
        sheet.fill(shapes.spun(leaf.difference(shapes.all_of(cuts)), turn, (x, y)), _RED)
    sheet.run([(-20, 700), (160, 690), (330, 640), (440, 600)], width=4.5)
    sheet.run([(1160, 600), (1270, 560), (1440, 520), (1620, 540)], width=4.5)
    blade = shapes.face([(1270, 860), (1500, 1010), (1480, 1046), (1262, 880)])
    sheet.fill(blade, "#DCE5EB", edge=sheet.dark, width=3)
    handle = shapes.strip([(1490, 1028), (1640, 1130)], 52)
    sheet.fill(handle, _BROWN, edge=sheet.dark, width=3)
    sheet.hatch(handle, angle=-50, gap=13, colour=_SILK)


def woodblock(sheet: Sheet) -> None:
    """A carved block and the print pulled from it: a peony vase, no figure copied."""
    block = shapes.bar(150, 230, 720, 1010)
    sheet.fill(shapes.face([(150, 1010), (720, 1010), (760, 1060), (190, 1060)]), "#3A2210")
    sheet.fill(shapes.face([(720, 230), (760, 280), (760, 1060), (720, 1010)]), "#2A170A")
    sheet.fill(block, "#8A5A2E", edge=_SILK, width=3)
    sheet.hatch(block, angle=90, gap=9, bow=24, colour="#4A2A12", opacity=0.6)
    paper = shapes.face(
        [(880, 170), (1440, 170), (1440, 1010), (1390, 1080), (1350, 1010), (880, 1010)]
    )
    sheet.fill(paper, "#F6EEDF", edge=sheet.dark, width=2)
    curl = shapes.face([(1440, 1010), (1390, 1080), (1350, 1010)])
    sheet.fill(curl, "#D8C6A8", edge=sheet.dark, width=2)
    for x, mirrored, colour in ((435, -1, "#2A170A"), (1160, 1, "#15110E")):
        _vase_print(sheet, x, 620, mirrored, colour, printed=mirrored > 0)
    sheet.line(shapes.bar(185, 265, 685, 975), "#2A170A", width=6)
    sheet.line(shapes.bar(910, 265, 1410, 975), "#15110E", width=5)
    sheet.run([(-20, 1130), (400, 1110), (800, 1120), (1160, 1130), (1620, 1100)], width=4.5)


def _vase_print(sheet: Sheet, x: float, y: float, side: int, colour: str, *, printed: bool) -> None:
    vase = shapes.turned(
        [
            (x + a, y + b)
            for a, b in ((52, 20), (44, 60), (36, 90), (104, 180), (110, 250), (70, 330), (76, 345))
        ],
        x,
    )
    if printed:
        sheet.fill(vase, "#3E7F9C", opacity=0.85)
        for k in range(3):
            sheet.fill(
                shapes.disc(x + (k - 1) * 130 * side, y - 130 - 70 * (k == 1), 84),
                "#D8483A",
                opacity=0.85,
            )
    sheet.line(vase, colour, width=6)
    sheet.hatch(
        vase.intersection(shapes.bar(x - 200, y + 150, x + 200, y + 260)),
        angle=45,
        gap=19,
        colour=colour,
        width=3,
    )
    for k in range(3):
        cx, cy = x + (k - 1) * 130 * side, y - 130 - 70 * (k == 1)
        for r, n in ((86, 9), (58, 7), (32, 5)):
            petals = [
                shapes.arc(
                    cx + r * 0.72 * math.cos(t),
                    cy + r * 0.72 * math.sin(t),
                    r * 0.36,
                    math.degrees(t) - 95,
                    math.degrees(t) + 95,
                    12,
                )
                for t in (i * 2 * math.pi / n + k for i in range(n))
            ]
            sheet.lines(petals, colour, width=4.5)
        sheet.line(
            reels.cubic((x, y + 20), (x, y - 60), (cx, cy + 140), (cx, cy + 80), 20),
            colour,
            width=6,
        )
    for k in range(4):
        lx, ly = x + (150 if k % 2 else -150) * side, y - 10 + 40 * (k // 2)
        leaf = shapes.spun(shapes.disc(lx, ly, 64, 24), (35 if k % 2 else -35) * side, (lx, ly))
        if printed:
            sheet.fill(leaf, "#4E8F5E", opacity=0.85)
        sheet.line(leaf, colour, width=4)
        sheet.hatch(leaf, angle=70, gap=12, colour=colour, width=2)


def lanterns(sheet: Sheet) -> None:
    """A lantern of bamboo and paper in section, others lit behind it."""
    for x, y, s, tone in (
        (230, 200, 0.8, "#A3241C"),
        (1390, 170, 0.86, "#B98A3E"),
        (420, 640, 0.6, "#2B8F75"),
        (1240, 690, 0.62, "#A3241C"),
        (130, 700, 0.5, "#B98A3E"),
        (1500, 640, 0.5, "#2B8F75"),
    ):
        lantern(sheet, x, y, s, colour=tone)
    cx, top, w = 800.0, 170.0, 300.0
    sides = 6
    for k in range(sides):
        a, b = -w + 2 * w * k / sides, -w + 2 * w * (k + 1) / sides
        panel = shapes.face(
            [
                (cx + a * 0.72, top + 90),
                (cx + b * 0.72, top + 90),
                (cx + b, top + 230),
                (cx + b, top + 560),
                (cx + b * 0.72, top + 690),
                (cx + a * 0.72, top + 690),
                (cx + a, top + 560),
                (cx + a, top + 230),
            ]
        )
        open_ = k >= 3
        sheet.fill(
            panel,
            sheet.dark if open_ else ("#C63A2A", "#D8483A", "#A3241C")[k],
            edge=_SILK,
            width=4,
        )
        if not open_:
            sheet.hatch(panel, angle=(0, 45, 90)[k], gap=15, colour=_SILK, opacity=0.5)
        else:
            sheet.hatch(panel, angle=58, gap=46, colour=_BAMBOO, width=4, opacity=1)
            sheet.hatch(panel, angle=-58, gap=46, colour=_BAMBOO, width=4, opacity=1)
    candle = shapes.bar(cx + 84, top + 440, cx + 124, top + 640)
    sheet.fill(candle, "#F6EEDF", edge=sheet.dark, width=2)
    for r, o in ((130, 0.10), (90, 0.16), (56, 0.24)):
        sheet.fill(shapes.disc(cx + 104, top + 390, r), "#F0C878", opacity=o)
    sheet.fill(
        shapes.soft(
            [
                (cx + 88, top + 430),
                (cx + 92, top + 390),
                (cx + 106, top + 340),
                (cx + 118, top + 390),
                (cx + 120, top + 430),
            ],
            8,
        ),
        "#FFF3D6",
    )
    for rim in (top + 60, top + 690):
        sheet.fill(shapes.bar(cx - 240, rim, cx + 240, rim + 34), _SILK, edge=sheet.dark, width=3)
    sheet.line([(cx, -20), (cx, top + 60)], _SILK, width=5)
    sheet.lines(
        [
            [(cx - 220 + k * 22, top + 724), (cx - 220 + k * 22, top + 820 + 26 * (k % 3))]
            for k in range(21)
        ],
        _RED,
        width=5,
    )
    sheet.run([(-20, 1110), (400, 1080), (800, 1100), (1200, 1070), (1620, 1100)], width=4.5)


def parade(sheet: Sheet, *, full: bool = True) -> None:
    """The autumn parade: lanterns on poles go along the thread."""
    ground = 1010
    for k in range(60):
        sheet.dots([(((k * 271) % 1600), 60 + (k * 97) % 300)], 2 + k % 3, _SILK, opacity=0.5)
    sheet.fill(shapes.disc(1330, 210, 110), _SILK, opacity=0.95)
    for i in range(8):
        x = 110 + i * 200
        top = 320 + 70 * math.sin(i * 1.4)
        sheet.line([(x, top), (x + 20, ground)], "#8A5A2E", width=8)
        kind = i % 4
        if kind == 0:
            lantern(sheet, x, top, 0.62)
        elif kind == 1:
            _fish_lantern(sheet, x, top + 90)
        elif kind == 2:
            rosette(sheet, x, top + 80, 100, colour="#D8483A")
            sheet.line(shapes.disc(x, top + 80, 108), _SILK, width=4)
        else:
            lantern(sheet, x, top, 0.62, colour="#2B8F75")
    if full:
        for i in range(26):
            x = 30 + i * 64
            tall = 92 + 16 * math.sin(i * 2.3)
            body = shapes.soft(
                [
                    (x - 22, ground),
                    (x - 17, ground - tall * 0.6),
                    (x, ground - tall * 0.72),
                    (x + 17, ground - tall * 0.6),
                    (x + 22, ground),
                ],
                6,
            )
            sheet.fill(
                shapes.all_of([body, shapes.disc(x, ground - tall * 0.86, 15)]),
                sheet.dark,
                edge=sheet.line_colour,
                width=1.6,
            )
    sheet.line([(-20, ground), (1620, ground)], sheet.light, width=4)
    sheet.run([(-20, 1090), (300, 1070), (700, 1100), (1100, 1070), (1620, 1090)], width=4.5)


def parade_signs(sheet: Sheet) -> None:
    """Lantern, paper-cut, cymbals and a printing block, in a row on the thread."""
    lantern(sheet, 220, 330, 1.25)
    rosette(sheet, 610, 540, 190)
    for side in (-1, 1):
        disc = shapes.spun(
            shapes.disc(1000 + side * 60, 540, 60, 190), side * 14, (1000 + side * 60, 540)
        )
        sheet.fill(disc, "#C9935A", edge=_SILK, width=4)
        for k in range(1, 8):
            sheet.line(
                shapes.sized(disc, 1 - k * 0.12, 1 - k * 0.12, (1000 + side * 60, 540)),
                "#4A2615",
                width=2,
                opacity=0.7,
            )
        sheet.fill(
            shapes.spun(
                shapes.disc(1000 + side * 84, 540, 24, 60), side * 14, (1000 + side * 84, 540)
            ),
            _SILK,
        )
    block = shapes.bar(1250, 330, 1520, 760)
    sheet.fill(block, "#8A5A2E", edge=_SILK, width=3)
    sheet.hatch(block, angle=90, gap=9, bow=24, colour="#4A2A12", opacity=0.6)
    print_ = partial(_vase_print, x=435, y=620, side=-1, colour="#2A170A", printed=False)
    sheet.inset(print_, 1385 + (800 - 435) * 0.5, 545 + (600 - 620) * 0.5, 0.5)
    sheet.line(shapes.bar(1272, 352, 1498, 738), "#2A170A", width=5)
    sheet.run(
        [(-20, 930), (220, 900), (610, 950), (1000, 900), (1385, 950), (1620, 920)], width=4.5
    )
    for k, x in enumerate((220, 610, 1000, 1385)):
        sheet.knot(x, 900 if k % 2 == 0 else 948, 19)


def _fish_lantern(sheet: Sheet, x: float, y: float) -> None:
    body = shapes.soft(
        [
            (x - 120, y),
            (x - 40, y - 62),
            (x + 60, y - 30),
            (x + 84, y),
            (x + 60, y + 30),
            (x - 40, y + 62),
        ],
        10,
    )
    tail = shapes.face([(x + 70, y), (x + 140, y - 62), (x + 120, y), (x + 140, y + 62)])
    sheet.fill(shapes.all_of([body, tail]), "#D9A26A", edge=_SILK, width=3)
    scales = [
        shapes.arc(x - 30 + i * 26, y - 36 + j * 24, 14, -90, 90, 8)
        for i in range(4)
        for j in range(4)
    ]
    for scale in scales:
        sheet.line(shapes.along(scale).intersection(body), "#7A3D1D", width=2)
    sheet.fill(shapes.disc(x - 80, y - 14, 12), "#F6EEDF", edge="#15110E", width=3)
