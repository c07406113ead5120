"""Crops of the five galleries' motifs, seeded: no two records get the same, one gets it always."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping

from hall_app.publishing.plates.palette import MATERIALS, Material
from hall_app.publishing.plates.pen import (
    Point,
    beside,
    circle,
    ground,
    path,
    ring,
    rounded,
    smooth,
    strand,
    trace,
)
from hall_app.publishing.plates.sections import section

WIDTH, HEIGHT = 1600, 1200

Motif = Callable[[Material, random.Random], str]


def crop(gallery: str, seed: str) -> str:
    """The gallery's ground with a crop of its motif, as SVG marks."""
    material = MATERIALS.get(gallery, MATERIALS["preface"])
    rng = random.Random(f"{material.key} {seed}")  # noqa: S311 - a drawing is no secret
    return ground(material, WIDTH, HEIGHT) + _MOTIFS[material.key](material, rng)


def _ponds(material: Material, rng: random.Random) -> str:
    """Ponds between dykes; the thread runs on one dyke and steps to the next."""
    cell = rng.uniform(210, 290)
    columns, rows = int(WIDTH / cell) + 4, int(HEIGHT / (cell * 0.74)) + 3
    lean = rng.uniform(-0.16, 0.16)
    grid = [
        [
            (
                (i - 1.5 + (j % 2) * 0.3 + rng.uniform(-0.2, 0.2)) * cell,
                ((j - 1 + rng.uniform(-0.16, 0.16)) * 0.74 + (i - columns / 2) * lean) * cell,
            )
            for i in range(columns + 1)
        ]
        for j in range(rows + 1)
    ]
    ponds, ripples = "", ""
    for j in range(rows):
        for i in range(columns):
            corners = [grid[j][i], grid[j][i + 1], grid[j + 1][i + 1], grid[j + 1][i]]
            cx, cy = (sum(p[k] for p in corners) / 4 for k in (0, 1))
            inset = [(cx + (x - cx) * 0.84, cy + (y - cy) * 0.84) for x, y in corners]
            ponds += rounded(inset, 30)
            if rng.random() < 0.4:
                for k in (-1, 0, 1):
                    half = 38 - 9 * abs(k)
                    ripples += f"M{cx - half:.0f},{cy + k * 22:.0f}q{half / 2:.0f},-8 {half:.0f},0t{half:.0f},0"
    marks = path(ponds, stroke=material.line, width=2.4, fill=material.high, opacity=0.6)
    marks += path(ripples, stroke=material.line, width=2.4, opacity=0.6)
    row, route = rows // 2, []
    for i in range(columns + 1):
        route.append(grid[row][i])
        if 1 < i < columns - 1 and rng.random() < 0.5:
            row = min(rows - 2, max(2, row + rng.choice((-1, 1))))
            route.append(grid[row][i])
    return marks + path(rounded(route, 40, closed=False), stroke=material.thread, width=6)


def _reel(material: Material, rng: random.Random) -> str:
    """A reel, the eye, and the cocoons that feed it."""
    cx, cy, r = rng.uniform(860, 1080), rng.uniform(480, 600), rng.uniform(280, 350)
    eye = (rng.uniform(300, 420), cy - r * 1.1)
    marks, filaments = "", ""
    for k in range(8):
        x, y = 140 + k * 190 + rng.uniform(-20, 20), 1080 + rng.uniform(-18, 18)
        for side in (-6, 0, 6):
            bend = (x + rng.uniform(-40, 40), y - (y - eye[1]) * 0.45)
            filaments += trace(smooth([(x + side, y - 44), bend, eye], 14))
        turn = rng.uniform(-20, 20)
        marks += f'<g transform="translate({x:.0f},{y:.0f}) rotate({turn:.0f})"><ellipse rx="30" ry="46" fill="#F3E3C2"/>'
        wound = "".join(f"M-27,{m * 11}q27,10 54,0" for m in range(-3, 4))
        marks += path(wound, stroke="#8A5A30", width=1.6, opacity=0.5) + "</g>"
    laps = "".join(
        rounded(ring(cx, cy, r * (0.8 + 0.2 * k / 22), 6, 0.5 + k * 0.005), r * 0.3)
        for k in range(23)
    )
    marks += path(filaments, stroke=material.line, width=1.8, opacity=0.55)
    marks += path(laps, stroke=material.thread, width=1.8, opacity=0.45)
    for k in range(6):
        turn = 0.5 + k * math.pi / 3
        tip = (cx + r * math.cos(turn), cy + r * math.sin(turn))
        arm = [(cx + r * 0.13 * math.cos(turn), cy + r * 0.13 * math.sin(turn)), tip]
        marks += strand(arm, 2, gap=17, colour=material.line, width=3.4)
        across = [beside([(cx, cy), tip], d)[1] for d in (-38, 38)]
        marks += path(trace(across), stroke=material.line, width=8)
    marks += circle(cx, cy, r * 0.13, stroke=material.line, width=4, fill=material.deep)
    over = smooth([(-20, 860), (150, 840), (eye[0] - 60, eye[1] + 90), eye], 20)
    over += smooth([eye, (cx, cy - r - 14), (cx + r, cy - r * 0.5), (1640, cy + 160)], 20)
    marks += strand(over, material.ends, gap=11, colour=material.thread, width=5)
    return marks + circle(*eye, 24, stroke="#F6EAD2", width=6, fill=material.deep)


def _wheels(material: Material, rng: random.Random) -> str:
    """Wheels on one belt, over and under."""
    marks, around = "", [(-20.0, rng.uniform(640, 900))]
    count = rng.choice((3, 4))
    for k in range(count):
        r = rng.uniform(120, 200)
        x, y = 230 + k * 1160 / (count - 1), 420 if k % 2 else 780
        side = -1 if k % 2 else 1
        marks += circle(x, y, r, stroke=material.line, width=5, fill="#5A0F0F")
        for share in (0.84, 0.24):
            marks += circle(x, y, r * share, stroke=material.line, width=4)
        spokes, start = rng.choice((8, 12, 16)), rng.random()
        lines = "".join(
            trace([(x + r * q * math.cos(t), y + r * q * math.sin(t)) for q in (0.24, 0.84)])
            for t in (start + 2 * math.pi * i / spokes for i in range(spokes))
        )
        marks += path(lines, stroke=material.line, width=5) + circle(
            x, y, r * 0.08, fill=material.thread
        )
        reach = r + 30
        around += [
            (x + reach * math.cos(t), y + side * reach * math.sin(t))
            for t in (2.7, 2.1, 1.57, 1.04, 0.44)
        ]
    around.append((1640.0, rng.uniform(500, 800)))
    return marks + strand(
        smooth(around, 10), material.ends, gap=12, colour=material.thread, width=5
    )


def _glaze(material: Material, rng: random.Random) -> str:
    """Crackle, and the ends that mend it."""
    marks = ""
    for size, width, tone in ((210, 3, 0.6), (96, 1.6, 0.35)):
        columns, rows = int(WIDTH / size) + 3, int(HEIGHT / size) + 3
        knots = [
            [
                (
                    (i - 1 + (j % 2) * 0.5 + rng.uniform(-0.28, 0.28)) * size,
                    (j - 1 + rng.uniform(-0.28, 0.28)) * size,
                )
                for i in range(columns)
            ]
            for j in range(rows)
        ]
        cracks = ""
        for j in range(rows - 1):
            for i in range(columns - 1):
                here = knots[j][i]
                for other in (knots[j][i + 1], knots[j + 1][i]):
                    if rng.random() < 0.84:
                        cracks += trace(_jagged(here, other, rng))
        marks += path(cracks, stroke=material.line, width=width, opacity=tone)
    middle = rng.uniform(480, 720)
    for k in range(material.ends):
        off = k - (material.ends - 1) / 2
        run: list[Point] = [(-20.0, 640 + off * 14)]
        run += [
            (
                130 + i * 150,
                middle + off * 105 * math.sin(math.pi * (i + 1) / 11) + rng.uniform(-46, 46),
            )
            for i in range(10)
        ]
        run.append((1620.0, 600 + off * 14))
        marks += path(trace(run), stroke="#B98A3E", width=12) + path(
            trace(run), stroke=material.thread, width=7
        )
    return marks


def _profiles(material: Material, rng: random.Random) -> str:
    """Sections of profiles, five wires before them."""
    marks = path(
        "".join(f"M0,{y}H{WIDTH}" for y in range(3, HEIGHT, 30)),
        stroke="#FFFFFF",
        width=1.6,
        opacity=0.3,
    )
    for x, y, size in ((660, 600, 3.2), (1270, 330, 1.5), (1280, 900, 1.7)):
        sign = section("aluminium-profile", material.line, rng.randrange(3))
        marks += f'<g transform="translate({x},{y}) rotate({rng.choice((0, 0, 90))}) scale({size})">{sign}</g>'
    for k in range(material.ends):
        off = k - (material.ends - 1) / 2
        run = smooth(
            [
                (-20, 600 + off * 12),
                (130, 600 + off * 12),
                (240, 600 + off * 52),
                (340, 600 + off * 60),
            ],
            14,
        )
        marks += path(trace(run), stroke=material.thread, width=6) + circle(
            *run[-1], 10, fill=material.thread
        )
    return marks


_MOTIFS: Mapping[str, Motif] = {
    "preface": _ponds,
    "century": _reel,
    "era": _wheels,
    "craft": _glaze,
    "brand": _profiles,
}


def _jagged(here: Point, there: Point, rng: random.Random) -> list[Point]:
    dx, dy = there[0] - here[0], there[1] - here[1]
    bends = [(t, rng.uniform(-0.07, 0.07)) for t in (0.33, 0.66)]
    return [
        here,
        *[(here[0] + dx * t - dy * b, here[1] + dy * t + dx * b) for t, b in bends],
        there,
    ]
