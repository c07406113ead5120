"""The motif of the Preface: mulberry dykes and fish ponds, the thread on the dykes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from hall_app.publishing.plates import pen
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

XY = tuple[float, float]


def ponds(
    sheet: Sheet, frame: Frame, *, cell: float = 118, seed: int = 4, thread: bool = True
) -> None:
    """Mulberry dykes and fish ponds; the thread runs on the dykes and never cuts a pond."""
    rng, u = random.Random(seed), frame.unit
    grid = _dykes(frame, cell * u, rng)
    first, last = _row_at(grid, 0, frame.enter), _row_at(grid, frame.width, frame.leave)
    if thread:
        for _ in range(4):  # each leaning moves the place where a dyke meets the edge
            grid = _leaned(grid, frame, first, last)
    _water(sheet, grid, frame, rng)
    shoots = []
    for row in grid:
        for a, b in pairwise(row):
            if rng.random() < 0.62 and a[0] > -60 * u and max(a[1], b[1]) < frame.height * 1.16:
                shoots += _mulberries(a, b, u)
    sheet.lines(shoots, "#9CC4A2", width=1.2 * u, opacity=0.55)
    if thread:
        route = _route(grid, frame, first, last, rng)
        sheet.thread_path(pen.rounded(route, 22 * u, closed=False), width=3.4 * u)


def _dykes(frame: Frame, cell: float, rng: random.Random) -> list[list[XY]]:
    nx, ny = int(frame.width / cell) + 4, int(frame.height / (cell * 0.74)) + 3
    return [
        [
            (
                (i - 1.5) * cell + (rng.random() - 0.5) * cell * 0.44 + (j % 2) * cell * 0.3,
                (j - 1) * cell * 0.74
                + (rng.random() - 0.5) * cell * 0.34
                + (i - nx / 2) * cell * 0.10,
            )
            for i in range(nx + 1)
        ]
        for j in range(ny + 1)
    ]


def _height_at(row: Sequence[XY], x: float) -> float:
    return float(np.interp(x, [p[0] for p in row], [p[1] for p in row]))


def _row_at(grid: list[list[XY]], x: float, y: float) -> int:
    return min(range(1, len(grid) - 1), key=lambda j: abs(_height_at(grid[j], x) - y))


def _leaned(grid: list[list[XY]], frame: Frame, first: int, last: int) -> list[list[XY]]:
    """Lean the dykes a little, so that one starts at the thread's height and one ends there."""
    left = frame.enter - _height_at(grid[first], 0)
    right = frame.leave - _height_at(grid[last], frame.width)
    return [
        [(x, y + left + (right - left) * min(1, max(0, x / frame.width))) for x, y in row]
        for row in grid
    ]


def _route(
    grid: list[list[XY]], frame: Frame, first: int, last: int, rng: random.Random
) -> list[XY]:
    inner = [i for i, p in enumerate(grid[first]) if 0.06 < p[0] / frame.width < 0.92]
    row, points = first, [(-30.0, frame.enter), (0.0, frame.enter)]
    low, high = 1, len(grid) - 2
    for k, i in enumerate(inner):
        points.append(grid[row][i])
        left = len(inner) - 1 - k
        wanted = row
        if abs(last - row) >= left:
            wanted = row + (1 if last > row else -1 if last < row else 0)
        elif rng.random() < 0.62:
            wanted = min(high, max(low, row + rng.choice((-1, 1))))
        if (
            wanted != row
            and abs(last - wanted) <= max(left, 0)
            and 0 < grid[wanted][i][1] < frame.height
        ):
            row = wanted
            points.append(grid[row][i])
    points += [p for p in grid[row] if grid[row][inner[-1]][0] < p[0] < frame.width]
    return [*points, (frame.width, frame.leave), (frame.width + 30, frame.leave)]


def _water(sheet: Sheet, grid: list[list[XY]], frame: Frame, rng: random.Random) -> None:
    """The ponds in four depths; some rippled, some drained to their contours."""
    u, line = frame.unit, sheet.line_colour
    depths: dict[int, list[str]] = {k: [] for k in range(4)}
    ripples: list[list[XY]] = []
    contours = ""
    for upper, lower in pairwise(grid):
        for i in range(len(upper) - 1):
            corners = [upper[i], upper[i + 1], lower[i + 1], lower[i]]
            cx, cy = (sum(p[k] for p in corners) / 4 for k in (0, 1))
            if not (-80 * u < cx < frame.width + 80 * u and cy < frame.height * 1.16):
                continue
            mood = rng.random()
            depths[int(mood * 4)].append(pen.rounded(_inset(corners, 0.84), 15 * u))
            if mood > 0.62:
                ripples += _ripples(
                    cx, cy, u * min(1.0, abs(upper[i + 1][0] - upper[i][0]) / (100 * u))
                )
            elif mood < 0.2:
                contours += pen.rounded(_inset(corners, 0.68), 12 * u)
                contours += pen.rounded(_inset(corners, 0.48), 9 * u)
    for k, ponds_ in depths.items():
        if ponds_:
            sheet.put(
                pen.path(
                    " ".join(ponds_),
                    stroke=line,
                    width=1.2 * u,
                    fill=sheet.material.high,
                    opacity=0.36 + 0.1 * k,
                )
            )
    sheet.lines(ripples, width=1.2 * u, opacity=0.55)
    if contours:
        sheet.put(pen.path(contours, stroke=line, width=u, opacity=0.34))


def _inset(corners: list[XY], share: float) -> list[XY]:
    cx, cy = (sum(p[k] for p in corners) / 4 for k in (0, 1))
    return [(cx + (x - cx) * share, cy + (y - cy) * share) for x, y in corners]


def _ripples(cx: float, cy: float, u: float) -> list[list[XY]]:
    found = []
    for k in (-1, 0, 1):
        half = (20 - 5 * abs(k)) * u
        found.append(
            pen.smooth(
                [
                    (cx - half, cy + k * 11 * u),
                    (cx - half / 2, cy + (k * 11 - 3) * u),
                    (cx, cy + k * 11 * u),
                    (cx + half / 2, cy + (k * 11 + 3) * u),
                    (cx + half, cy + k * 11 * u),
                ],
                3,
            )
        )
    return found


def _mulberries(a: XY, b: XY, u: float) -> list[list[XY]]:
    runs: list[list[XY]] = []
    for t in np.arange(0.16, 0.9, 0.115):
        x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        runs += [[(x, y + 3 * u), (x, y - 3 * u)]]
        runs += [[(x - 3 * u, y - 2 * u), (x, y + u), (x + 3 * u, y - 2 * u)]]
    return runs
