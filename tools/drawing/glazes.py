"""The motif of Foshan Craftsmanship: a crackled jar, mended by the thread."""

from __future__ import annotations

import math
import random

from shapely.geometry.base import BaseGeometry

from hall_app.publishing.plates import pen
from tools.drawing import shapes
from tools.drawing.motifs import Frame
from tools.drawing.reels import cubic
from tools.drawing.sheet import Sheet

JAR = [(0.20, 0), (0.205, 0.045), (0.155, 0.085), (0.165, 0.13), (0.40, 0.235), (0.5, 0.40)]
JAR += [(0.475, 0.58), (0.36, 0.80), (0.27, 0.93), (0.265, 1.0)]


def glaze(
    sheet: Sheet,
    frame: Frame,
    *,
    jar: tuple[float, float, float, float],
    seed: int = 3,
    mended: bool = True,
    crazed: bool = True,
) -> None:
    """A jar whose cracks are mended by the thread; behind it the crackle of the ground."""
    u, w, h = frame.unit, frame.width, frame.height
    for size, width, tone in ((190, 1.8, 0.30), (82, 1.0, 0.14)):
        sheet.line(
            shapes.crackle(sheet.whole, size=size * u, seed=seed), width=width * u, opacity=tone
        )
    cx, top, jw, jh = jar[0] * w, jar[1] * h, jar[2] * w, jar[3] * h
    glazed_jar(sheet, cx, top, jw, jh, u, seed=seed, crazed=crazed)
    if mended:
        _mend(sheet, frame, (cx, top, jw, jh), seed)


def glazed_jar(
    sheet: Sheet,
    cx: float,
    top: float,
    jw: float,
    jh: float,
    u: float,
    *,
    seed: int,
    crazed: bool = True,
) -> BaseGeometry:
    """A shoulder jar, glazed green over brown clay."""
    body = shapes.turned([(cx + x * jw, top + y * jh) for x, y in JAR], cx)
    clay = sheet.gradient(
        [(0, "#4A2615"), (0.35, "#A8693C"), (1, "#2F170C")],
        start=(cx - jw * 0.3, 0),
        stop=(cx + jw * 0.3, 0),
    )
    sheet.fill(body, clay)
    coat = _coat(body, cx, top, jw, jh, seed)
    rings = [
        [
            (
                cx - jw * 0.5 + jw * t / 20,
                top + jh * (0.85 + 0.021 * k) + math.sin(math.pi * t / 20) * 8 * u,
            )
            for t in range(21)
        ]
        for k in range(7)
    ]
    for ring in rings:
        sheet.line(shapes.along(ring).intersection(body), "#2A150A", width=1.1 * u, opacity=0.55)
    green = sheet.gradient(
        [(0, "#0B4A3D"), (0.28, "#2B8F75"), (0.38, "#6CC7A8"), (0.56, "#1F7A63"), (1, "#062F27")],
        start=(cx - jw * 0.5, 0),
        stop=(cx + jw * 0.5, 0),
    )
    sheet.fill(coat, green, edge="#06281F", width=1.8 * u)
    if crazed:
        inner = coat.buffer(-1.5 * u)
        for size, width, tone in ((150, 2.2, 0.6), (64, 1.1, 0.36), (30, 0.7, 0.2)):
            sheet.line(
                shapes.crackle(inner, size=size * u, seed=seed + 5),
                "#05231D",
                width=width * u,
                opacity=tone,
            )
    for y, half in ((0.045, 0.205), (0.13, 0.165), (0.235, 0.40)):
        sheet.line(
            shapes.arc(cx, top + jh * y, jw * half, 180, 0, ry=-7 * u),
            "#D9F2E6",
            width=1.4 * u,
            opacity=0.5,
        )
    sheet.fill(shapes.disc(cx, top, jw * 0.205, 7 * u), "#052019", edge="#CFEBDD", width=1.4 * u)
    return coat


def _coat(
    body: BaseGeometry, cx: float, top: float, jw: float, jh: float, seed: int
) -> BaseGeometry:
    rng, base, n = random.Random(seed), top + jh * 0.80, 11
    drips = [
        (
            cx - jw * 0.55 + jw * 1.1 * i / n,
            base + rng.uniform(0.25, 1) * jh * 0.085 * (1 if i % 2 else -0.45),
        )
        for i in range(n + 1)
    ]
    above = [
        (cx - jw * 0.6, top - 10),
        (cx - jw * 0.6, base),
        *pen.smooth(drips),
        (cx + jw * 0.6, base),
        (cx + jw * 0.6, top - 10),
    ]
    return shapes.face(above).intersection(body)


def _mend(sheet: Sheet, frame: Frame, jar: tuple[float, float, float, float], seed: int) -> None:
    rng, u = random.Random(seed + 1), frame.unit
    cx, top, jw, jh = jar
    left, right, y = cx - jw * 0.485, cx + jw * 0.485, top + jh * 0.44
    climb = min(jw * 0.16, left * 0.5)
    lead = cubic(
        (-20, frame.enter),
        (left * 0.62, frame.enter),
        (left - climb, frame.enter + (y - frame.enter) * 0.5),
        (left, y),
    )
    room = frame.width - right
    tail = cubic(
        (right, y),
        (right + room * 0.3, y + (frame.leave - y) * 0.4),
        (right + room * 0.5, frame.leave),
        (frame.width + 20, frame.leave),
    )
    for lane in sheet.lanes:
        cracks = []
        for i in range(1, 9):
            t = i / 9
            rise = math.sin(math.pi * t)
            spread = lane * (7 * u + rise * jh * 0.105)
            cracks.append(
                (
                    left + (right - left) * t,
                    y + rise * jh * 0.05 + spread + rng.uniform(-0.5, 0.5) * jh * 0.05,
                )
            )
        before, behind = pen.beside(lead, lane * 6 * u)[:-3], pen.beside(tail, lane * 6 * u)[3:]
        middle = pen.rounded([before[-1], *cracks, behind[0]], 10 * u, closed=False)
        sheet.thread_path(pen.trace(before) + " " + middle + " " + pen.trace(behind), width=2.6 * u)
