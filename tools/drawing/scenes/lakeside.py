"""Plates of Shouldering the Times: lake, laboratory, art among the ponds."""

from __future__ import annotations

import math
import random

from tools.drawing import ponds, shapes
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

_DEEP = "#4A0C0D"
_ROSE = "#F2A08C"


def lake(sheet: Sheet) -> None:
    """A lake's outline with lamps, a laboratory in plan, a hydrogen bottle in section."""
    water = shapes.soft(
        [
            (120, 420),
            (340, 250),
            (640, 280),
            (760, 420),
            (700, 560),
            (820, 700),
            (700, 900),
            (420, 960),
            (190, 860),
            (250, 660),
            (90, 560),
        ],
        12,
    )
    for k in range(6):
        sheet.line(water.buffer(14 + k * 17), width=1.6, opacity=0.45 - k * 0.06)
    sheet.fill(water, "#12292F", edge="#F0D9A8", width=3)
    sheet.water(water, gap=22, length=110, colour="#7FB0B0", opacity=0.8)
    edge = water.buffer(26).exterior
    for k in range(34):
        p = edge.interpolate(k / 34, normalized=True)
        sheet.dots([(p.x, p.y)], 8, "#F0D9A8")
        sheet.line(shapes.disc(p.x, p.y, 17), "#F0D9A8", width=1.4, opacity=0.5)
    plan = shapes.bar(930, 200, 1500, 560)
    rooms = [
        shapes.bar(950 + i * 134, 220 + j * 170, 950 + i * 134 + 118, 220 + j * 170 + 150)
        for i in range(4)
        for j in range(2)
    ]
    sheet.fill(plan.difference(shapes.all_of(rooms)), _ROSE, edge=sheet.light, width=3)
    for k, room in enumerate(rooms):
        sheet.fill(room, "#6B1414")
        sheet.hatch(room, angle=(0, 45, 90)[k % 3], gap=16, opacity=0.45)
    bottle(sheet, 1210, 830, 520, 210)
    sheet.run(
        [(-20, 1040), (300, 1080), (700, 1060), (950, 1090), (1210, 1040), (1620, 1060)], width=5
    )


def bottle(sheet: Sheet, cx: float, cy: float, wide: float, tall: float) -> None:
    """A wound hydrogen bottle in section: liner, winding, boss."""
    r = tall / 2
    shell = (
        shapes.bar(cx - wide / 2 + r, cy - r, cx + wide / 2 - r, cy + r)
        .union(shapes.disc(cx - wide / 2 + r, cy, r))
        .union(shapes.disc(cx + wide / 2 - r, cy, r))
    )
    liner = shell.buffer(-30)
    sheet.fill(shell, sheet.dark, edge=sheet.light, width=3)
    for angle in (32, -32):
        sheet.hatch(shell.difference(liner.buffer(12)), angle=angle, gap=9, width=2, opacity=0.9)
    sheet.line(liner.buffer(12), sheet.light, width=3)
    sheet.fill(liner, sheet.material.mid, edge=sheet.light, width=3)
    sheet.dots(
        shapes.scattered(liner.buffer(-16), 90, random.Random(1)),
        5,
        sheet.material.thread,
        opacity=0.85,
    )
    neck = shapes.bar(cx + wide / 2 - 12, cy - 26, cx + wide / 2 + 66, cy + 26)
    sheet.fill(neck, sheet.line_colour, edge=sheet.light, width=3)
    sheet.hatch(neck, angle=90, gap=9, colour=sheet.dark)


def land_art(sheet: Sheet) -> None:
    """Works of art set among ponds and hills: arches of bamboo on the water."""
    ponds.ponds(sheet, Frame(1600, 1200, 840, 760, 2.0), cell=104, seed=18, thread=False)
    sheet.fill(shapes.bar(-20, -20, 1620, 540), _DEEP)
    for k in range(3):
        hill = [
            (
                x,
                330
                + 70 * k
                - 130 * math.sin(x / (300 - 50 * k) + k * 1.9) * 0.7
                - 30 * math.sin(x / 97 + k),
            )
            for x in range(-20, 1640, 20)
        ]
        mass = shapes.face([(-20, 560), *hill, (1640, 560)])
        sheet.fill(mass, ("#4A0C0D", "#5E1110", "#7A1615")[k], edge=_ROSE, width=2)
        sheet.hatch(mass, angle=70 - 10 * k, gap=12, opacity=0.3)
    for n, (cx, size) in enumerate(((300, 190), (800, 280), (1310, 215))):
        foot = 860 + 30 * (n % 2)
        for k in range(13):
            lean = (k - 6) / 6
            arch = [
                (
                    cx + lean * size * 0.3 + size * math.cos(t) * (1 - 0.04 * k),
                    foot + size * 1.25 * math.sin(t) * (1 - 0.055 * abs(lean)),
                )
                for t in (math.pi + i * math.pi / 40 for i in range(41))
            ]
            sheet.line(arch, "#F0D9A8", width=3, opacity=0.4 + 0.5 * (1 - abs(lean)))
        for k in range(7):
            ry = size * (0.2 + 0.14 * k)
            hoop = [
                (
                    cx + ry * 0.98 * math.cos(t),
                    foot - size * 1.22 + ry * 0.24 * math.sin(t) + k * size * 0.18,
                )
                for t in (i * math.pi / 20 for i in range(41))
            ]
            sheet.line(hoop, "#F0D9A8", width=1.8, opacity=0.45)
        sheet.line(
            shapes.arc(cx, foot + 8, size * 1.06, 0, 180, 30, ry=30),
            "#F0D9A8",
            width=2,
            opacity=0.5,
        )
    sheet.run(
        [(-20, 960), (330, 930), (570, 990), (820, 900), (1060, 980), (1310, 930), (1620, 960)],
        width=5,
    )
