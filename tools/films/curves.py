"""Curves that every film draws with: bends, arms of a wheel, soft polygons."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from tools.films.stage import XY


def bend(a: XY, b: XY, c: XY, steps: int = 12) -> list[XY]:
    """A line bent toward b on its way from a to c."""
    u = np.linspace(0, 1, steps + 1)[:, None]
    weights = np.hstack([(1 - u) ** 2, 2 * u * (1 - u), u * u])
    return [(float(x), float(y)) for x, y in weights @ np.array([a, b, c])]


def cubic(a: XY, b: XY, c: XY, d: XY, steps: int = 30) -> list[XY]:
    """A Bézier curve as points."""
    u = np.linspace(0, 1, steps + 1)[:, None]
    weights = np.hstack([(1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u**3])
    return [(float(x), float(y)) for x, y in weights @ np.array([a, b, c, d])]


def polar(r: float, degrees: float) -> XY:
    """A point on a wheel about the origin."""
    return r * math.cos(math.radians(degrees)), r * math.sin(math.radians(degrees))


@lru_cache(maxsize=128)
def soft_hexagon(r: float, soft: float, turn: float) -> str:
    """The `d` of a hexagon whose corners are cut round by a share of its sides."""
    corners = [polar(r, turn + 60 * k) for k in range(6)]
    d = ""
    for k in range(6):
        a, b, c = corners[k - 1], corners[k], corners[(k + 1) % 6]
        p = (b[0] + (a[0] - b[0]) * soft, b[1] + (a[1] - b[1]) * soft)
        q = (b[0] + (c[0] - b[0]) * soft, b[1] + (c[1] - b[1]) * soft)
        lead = "L" if k else "M"
        d += f"{lead}{p[0]:.2f},{p[1]:.2f}Q{b[0]:.2f},{b[1]:.2f} {q[0]:.2f},{q[1]:.2f}"
    return d + "Z"
