"""The motif of A Century's Journey: cocoons, eye and reel."""

from __future__ import annotations

import math
import random

import numpy as np

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.motifs import Frame, belt
from tools.drawing.sheet import Sheet

XY = tuple[float, float]


def reel(
    sheet: Sheet,
    frame: Frame,
    *,
    radius: float,
    centre: XY,
    eye: float,
    cocoons: tuple[float, float, int] = (0.07, 0.93, 9),
    seed: int = 7,
    angle: float = 30,
) -> None:
    """Cocoons in the basin give their ends to the eye; the reel winds them."""
    rng, u, cy = random.Random(seed), frame.unit, centre[1]
    eye_at = (eye, max(cy - radius * 1.28, frame.height * 0.05))
    basin = frame.height - 40 * u
    left, right, count = cocoons
    for k in range(count):
        x = frame.width * (left + (right - left) * k / max(1, count - 1)) + rng.uniform(-6, 6) * u
        cocoon(sheet, (x, basin + rng.uniform(-8, 8) * u), eye_at, rng, u)
    for k in range(4):
        y = basin + (24 + k * 8) * u
        surface = shapes.wave(0, frame.width, y, height=3 * u, length=frame.width / 2)
        sheet.line(surface, width=u, opacity=0.36 - k * 0.06)
    reel_body(sheet, centre, radius, u, angle=angle)
    lead = _rise((0.0, frame.enter), eye_at, u)
    for lane in sheet.lanes:
        over = belt(
            [(centre, radius + 6 * u, -1)], eye_at, (frame.width, frame.leave), lane * 6 * u
        )
        sheet.thread([*pen.beside(lead, lane * 6 * u), *over[1:]], ends=1, width=2.8 * u)
    sheet.put(pen.circle(*eye_at, 12 * u, stroke="#F6EAD2", width=3 * u, fill=sheet.material.deep))
    sheet.put(pen.circle(*eye_at, 4 * u, fill="#F6EAD2"))


def cocoon(sheet: Sheet, at: XY, eye: XY, rng: random.Random, u: float) -> None:
    """One cocoon and the three filaments that leave it."""
    x, y = at
    filaments = []
    for m in (-3, 0, 3):
        bend = rng.uniform(-15, 15) * u
        points = ((x + m * u, y - 22 * u), (x + bend, y - (y - eye[1]) * 0.42))
        turn = (eye[0] + (x - eye[0]) * 0.18, eye[1] + (y - eye[1]) * 0.34)
        filaments.append(cubic(points[0], points[1], turn, eye))
    sheet.lines(filaments, width=u, opacity=0.5)
    lean = rng.uniform(-20, 20)
    body = shapes.spun(shapes.disc(x, y, 15 * u, 23 * u), lean, at)
    sheet.fill(body, "#F3E3C2", opacity=0.95)
    wound = shapes.hatching(body, angle=lean, gap=5.5 * u, bow=7 * u)
    sheet.line(wound, "#8A5A30", width=0.9 * u, opacity=0.5)


def reel_body(sheet: Sheet, centre: XY, radius: float, u: float, *, angle: float = 30) -> None:
    """Six arms and the silk wound on them."""
    (cx, cy), line = centre, sheet.line_colour
    for k in range(26):
        r = radius * (0.80 + 0.20 * k / 25)
        corners = pen.ring(cx, cy, r, 6, math.radians(angle + k * 0.25))
        sheet.put(
            pen.path(
                pen.rounded(corners, r * 0.34),
                stroke=sheet.material.thread,
                width=1.1 * u,
                opacity=0.20 + 0.5 * (k / 25) ** 1.5,
            )
        )
    for i in range(6):
        t = math.radians(60 * i + angle)
        c, s = math.cos(t), math.sin(t)
        rails = [
            [
                (cx + c * r - s * d * u, cy + s * r + c * d * u)
                for r in (radius * 0.13, radius * 0.985)
            ]
            for d in (-4.5, 4.5)
        ]
        sheet.lines(rails, width=1.8 * u)
        tip = [
            (cx + c * radius * 0.985 + s * d * u, cy + s * radius * 0.985 - c * d * u)
            for d in (-20, 20)
        ]
        sheet.line(tip, width=4 * u)
    sheet.put(pen.circle(cx, cy, radius * 0.13, stroke=line, width=2 * u, fill=sheet.material.deep))
    sheet.put(pen.circle(cx, cy, radius * 0.05, stroke=line, width=2 * u, fill=line))


def _rise(start: XY, eye: XY, u: float) -> list[XY]:
    flat = max(0.0, eye[0] - 250 * u) if u < 1.2 and eye[0] > 250 else 0.0
    reach = eye[0] - flat
    curve = cubic(
        (flat, start[1]), (flat + reach * 0.72, start[1]), (flat + reach * 0.42, eye[1]), eye
    )
    lead = [(-20.0, start[1])] + ([(flat * 0.5, start[1])] if flat else [])
    return lead + curve


def cubic(a: XY, b: XY, c: XY, d: XY, steps: int = 50) -> list[XY]:
    """A Bézier curve as points."""
    found = []
    for t in np.linspace(0, 1, steps):
        w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        found.append(
            tuple(
                float(sum(k * p[i] for k, p in zip(w, (a, b, c, d), strict=True))) for i in (0, 1)
            )
        )
    return [(x, y) for x, y in found]
