"""What the motifs share, and two of them: the belt of six wheels and the die with five wires.

Each motif fills `width` by `height` from the sheet's current origin; the thread comes in on
the left at `enter` and leaves on the right at `leave`, so that plates side by side join.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hall_app.publishing.plates import pen
from tools.drawing import profiles, shapes
from tools.drawing.sheet import Sheet

XY = tuple[float, float]
WHEEL_GROUND = "#5A0F0F"


@dataclass(frozen=True, slots=True)
class Frame:
    """The room a motif has, the heights of the thread, and the size of its strokes."""

    width: float
    height: float
    enter: float
    leave: float
    unit: float = 1.0


def wheels(
    sheet: Sheet,
    frame: Frame,
    *,
    layout: Sequence[tuple[float, float, float]],
    first: int = -1,
    turn: float = 0,
) -> None:
    """Wheels of different makes; one belt drives them all."""
    u, w, h = frame.unit, frame.width, frame.height
    rules = [[(0, h * (0.04 + 0.092 * k)), (w, h * (0.04 + 0.092 * k))] for k in range(11)]
    sheet.lines(rules, width=0.8 * u, opacity=0.14)
    hubs = [((x * w, y * h), r * w) for x, y, r in layout]
    for kind, (centre, r) in zip((1, 0, 4, 2, 3, 5), hubs, strict=False):
        wheel(sheet, kind, centre, r, u, turn=turn * 40 / r)
    pulleys = [(c, r + 10 * u, first if i % 2 == 0 else -first) for i, (c, r) in enumerate(hubs)]
    for k in sheet.lanes:
        run = belt(pulleys, (0, frame.enter), (w, frame.leave), k * 6 * u)
        sheet.thread(run, ends=1, width=2.7 * u)


def wheel(sheet: Sheet, kind: int, at: XY, r: float, u: float, *, turn: float = 0) -> None:
    """One of six makes: spoked, toothed, wire, five-armed, curved, grooved."""
    (x, y), line = at, sheet.line_colour
    sheet.put(pen.circle(x, y, r, stroke=line, width=2.4 * u, fill=WHEEL_GROUND))

    def ring(share: float, width: float = 1.4, opacity: float = 0.9) -> None:
        sheet.put(pen.circle(x, y, r * share, stroke=line, width=width * u, opacity=opacity))

    def spokes(n: int, a: float, b: float, width: float, skew: float = 0) -> None:
        runs = []
        for i in range(n):
            t = turn + 2 * math.pi * i / n
            inner = (x + r * a * math.cos(t + skew), y + r * a * math.sin(t + skew))
            runs.append([inner, (x + r * b * math.cos(t), y + r * b * math.sin(t))])
        sheet.lines(runs, width=width * u)

    match kind:
        case 0:
            ring(0.84, 2)
            ring(0.22, 2)
            spokes(12, 0.22, 0.84, 2.8)
        case 1:
            toothed = shapes.spun(
                shapes.gear(x, y, r * 0.93, 26, depth=0.1, bore=0.2), math.degrees(turn), at
            )
            sheet.line(toothed, width=1.6 * u)
            ring(0.62)
            for i in range(6):
                t = turn + math.pi / 3 * i
                sheet.put(
                    pen.circle(
                        x + r * 0.42 * math.cos(t),
                        y + r * 0.42 * math.sin(t),
                        r * 0.12,
                        stroke=line,
                        width=1.5 * u,
                    )
                )
        case 2:
            ring(0.93, 1)
            ring(0.10, 2)
            spokes(16, 0.10, 0.93, 1, 1.4)
            spokes(16, 0.10, 0.93, 1, -1.4)
        case 3:
            ring(0.86, 3)
            ring(0.74, 1)
            ring(0.26, 2)
            spokes(5, 0.30, 0.70, 9)
        case 4:
            ring(0.80)
            ring(0.18, 2)
            for i in range(5):
                t = turn + 2 * math.pi * i / 5
                blade = [
                    (x + r * a * math.cos(t + s), y + r * a * math.sin(t + s))
                    for a, s in ((0.2, 0), (0.45, 0.36), (0.65, 0.5), (0.8, 0.4))
                ]
                sheet.line(pen.smooth(blade), width=4 * u)
        case _:
            for share in (0.88, 0.76, 0.64, 0.52, 0.40):
                ring(share, 1, 0.8)
            ring(0.2, 2)
            marks = [
                (x + r * 0.3 * math.cos(turn + i * 2.1), y + r * 0.3 * math.sin(turn + i * 2.1))
                for i in range(3)
            ]
            sheet.dots(marks, r * 0.05)
    sheet.put(pen.circle(x, y, r * 0.06, fill=sheet.material.thread))


def belt(pulleys: Sequence[tuple[XY, float, int]], start: XY, end: XY, off: float) -> list[XY]:
    """A taut line from start round each pulley (its side by the sign) to end and past it."""
    stops = [(np.array(start, float), off)]
    stops += [(np.array(c, float), sign * r + off) for c, r, sign in pulleys]
    stops += [(np.array(end, float), off)]
    points: list[np.ndarray] = []
    came: np.ndarray | None = None
    for (c1, r1), (c2, r2) in pairwise(stops):
        a, b = _tangent(c1, r1, c2, r2)
        if came is None:
            points.append(a)
        else:
            points += _around(c1, r1, came, a)
        came = b
    assert came is not None
    step = came - points[-1]
    points += [came, came + step / (float(np.hypot(*step)) or 1) * 60]
    return [(float(x), float(y)) for x, y in points]


def _around(centre: np.ndarray, r: float, came: np.ndarray, goes: np.ndarray) -> list[np.ndarray]:
    t0, t1 = (math.atan2(p[1] - centre[1], p[0] - centre[0]) for p in (came, goes))
    while r > 0 and t1 > t0:
        t1 -= 2 * math.pi
    while r <= 0 and t1 < t0:
        t1 += 2 * math.pi
    turns = np.linspace(t0, t1, max(3, int(abs(t1 - t0) * 24)))
    return [centre + abs(r) * np.array([math.cos(t), math.sin(t)]) for t in turns]


def _tangent(c1: np.ndarray, r1: float, c2: np.ndarray, r2: float) -> tuple[np.ndarray, np.ndarray]:
    d = c2 - c1
    length = float(np.hypot(*d))
    e, k = d / length, (r1 - r2) / length
    normal = k * e + math.sqrt(max(0.0, 1 - k * k)) * np.array([-e[1], e[0]])
    return c1 + r1 * normal, c2 + r2 * normal


def die(
    sheet: Sheet,
    frame: Frame,
    *,
    section: tuple[float, float, float, float],
    parts: Sequence[tuple[str, float, float, float, float, float]] = (),
    rise: float = 0,
) -> None:
    """Five ends enter a section of aluminium, `rise` above where they came; its bar runs back."""
    u, w, h = frame.unit, frame.width, frame.height
    rules = [[(0, h * k / 40 + 3), (w, h * k / 40 + 3)] for k in range(40)]
    sheet.lines(rules, "#FFFFFF", width=0.9 * u, opacity=0.22)
    for name, x, y, size, dx, dy in parts:
        sheet.swept(shapes.moved(profiles.SECTIONS[name](size * w), x * w, y * h), dx * w, dy * h)
    at, size, dx, dy = section
    x, size = at * w, size * w
    sheet.swept(shapes.moved(profiles.t_slot(size), x, frame.enter - rise), dx * w, dy * h)
    feed(sheet, frame.enter, x - size / 2, size * 0.225, u, rise=rise)


def feed(
    sheet: Sheet,
    y: float,
    until: float,
    spread: float,
    u: float,
    *,
    start: float = -20,
    rise: float = 0,
) -> None:
    """The ends of the thread part and touch a face `rise` above them, each in its place."""
    for lane in sheet.lanes:
        near, far = y + lane * 6 * u, y - rise + lane * spread
        run = [
            (x, near + (far - near) / (1 + math.exp(-11 * ((x - start) / (until - start) - 0.58))))
            for x in np.linspace(start, until, 30)
        ]
        sheet.thread(run, ends=1, width=2.8 * u)
        sheet.dots([run[-1]], 5 * u, sheet.material.thread)
