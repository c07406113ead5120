"""Shapes the drawings are cut from: polygons that can be joined, holed and moved."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from scipy.spatial import Voronoi
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from hall_app.publishing.plates import pen

Points = Sequence[tuple[float, float]]


def disc(x: float, y: float, r: float, ry: float | None = None) -> BaseGeometry:
    """A circle or an upright ellipse."""
    round_ = Point(x, y).buffer(r, quad_segs=16)
    return round_ if ry is None else affinity.scale(round_, 1, ry / r)


def tube(x: float, y: float, r: float, inner: float) -> BaseGeometry:
    """A disc with a hole."""
    return disc(x, y, r).difference(disc(x, y, inner))


def bar(x0: float, y0: float, x1: float, y1: float) -> BaseGeometry:
    """A rectangle by two corners."""
    return box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def face(points: Points) -> BaseGeometry:
    """A polygon by its corners; crossing lines are mended."""
    return Polygon(points).buffer(0)


def soft(points: Points, steps: int = 10) -> BaseGeometry:
    """A polygon whose outline runs smoothly through its corners."""
    round_trip = [*points[-2:], *points, *points[:2]]
    curve = pen.smooth(round_trip, steps)
    return face(curve[2 * steps : (len(points) + 2) * steps])


def turned(profile: Points, axis: float) -> BaseGeometry:
    """A vessel: the right-hand profile and its mirror image about x = axis."""
    right = pen.smooth(list(profile))
    return face(right + [(2 * axis - x, y) for x, y in reversed(right)])


def strip(points: Points, width: float, *, flat: bool = True) -> BaseGeometry:
    """A band of even width along a line."""
    style = "flat" if flat else "round"
    return LineString(points).buffer(
        width / 2, cap_style=style, join_style="mitre" if flat else "round"
    )


def all_of(shapes: Iterable[BaseGeometry]) -> BaseGeometry:
    """Several shapes as one."""
    return unary_union(list(shapes))


def along(points: Points) -> BaseGeometry:
    """A line as a geometry, to be cut by shapes."""
    return LineString(points)


def point(at: tuple[float, float]) -> BaseGeometry:
    """A point as a geometry, to ask whether a shape holds it."""
    return Point(at)


def moved(shape: BaseGeometry, dx: float, dy: float) -> BaseGeometry:
    return affinity.translate(shape, dx, dy)


def spun(shape: BaseGeometry, degrees: float, at: tuple[float, float]) -> BaseGeometry:
    return affinity.rotate(shape, degrees, origin=at)


def sized(shape: BaseGeometry, fx: float, fy: float, at: tuple[float, float]) -> BaseGeometry:
    return affinity.scale(shape, fx, fy, origin=at)


def arc(
    x: float,
    y: float,
    r: float,
    start: float,
    stop: float,
    steps: int = 40,
    ry: float | None = None,
) -> list[tuple[float, float]]:
    """Points of an arc in degrees, clockwise on the page."""
    turns = np.radians(np.linspace(start, stop, steps))
    tall = r if ry is None else ry
    return [(x + r * math.cos(t), y + tall * math.sin(t)) for t in turns]


def wave(
    x0: float, x1: float, y: float, *, height: float, length: float, phase: float = 0
) -> list[tuple[float, float]]:
    """A sine line from x0 to x1."""
    n = max(8, int(abs(x1 - x0) / length * 12))
    return [
        (x, y + height * math.sin(2 * math.pi * x / length + phase)) for x in np.linspace(x0, x1, n)
    ]


def gear(
    x: float, y: float, r: float, teeth: int, *, bore: float = 0.3, depth: float = 0.14
) -> BaseGeometry:
    """A spur gear in section."""
    corners = []
    for i in range(teeth):
        for lag, reach in ((-0.27, 1 - depth), (-0.14, 1.0), (0.14, 1.0), (0.27, 1 - depth)):
            t = 2 * math.pi * (i + lag) / teeth
            corners.append((x + r * reach * math.cos(t), y + r * reach * math.sin(t)))
    return face(corners).difference(disc(x, y, r * bore))


def lines_of(shape: BaseGeometry) -> Iterator[list[tuple[float, float]]]:
    """The lines a geometry is made of, outlines of faces included."""
    if shape.is_empty:
        return
    if isinstance(shape, LineString):
        yield list(shape.coords)
    elif isinstance(shape, Polygon):
        yield list(shape.exterior.coords)
        for hole in shape.interiors:
            yield list(hole.coords)
    else:
        for part in getattr(shape, "geoms", ()):
            yield from lines_of(part)


def hatching(shape: BaseGeometry, *, angle: float, gap: float, bow: float = 0) -> BaseGeometry:
    """Parallel lines inside a shape; `bow` bends them as an engraver follows a form."""
    x0, y0, x1, y1 = shape.bounds
    cx, cy, reach = (x0 + x1) / 2, (y0 + y1) / 2, math.hypot(x1 - x0, y1 - y0) / 2 + 2
    lines = []
    for k in range(int(-reach / gap), int(reach / gap) + 1):
        at = k * gap
        steps = 16 if bow else 2
        run = [(t, at + bow * (1 - (t / reach) ** 2)) for t in np.linspace(-reach, reach, steps)]
        lines.append(run)
    net = affinity.rotate(MultiLineString(lines), angle, origin=(0, 0))
    return affinity.translate(net, cx, cy).intersection(shape)


def round_hatching(
    shape: BaseGeometry, *, count: int, light: float = 0.36, upright: bool = True
) -> BaseGeometry:
    """Lines that crowd toward the edges and open at the light: an engraved cylinder."""
    x0, y0, x1, y1 = shape.bounds
    low, high, start, stop = (x0, x1, y0, y1) if upright else (y0, y1, x0, x1)
    lines = []
    for k in range(1, count):
        t = -math.pi / 2 + math.pi * k / count
        share = (math.sin(t) + 1) / 2
        if abs(share - light) < 0.09:
            continue
        at = low + (high - low) * share
        lines.append([(at, start), (at, stop)] if upright else [(start, at), (stop, at)])
    return MultiLineString(lines).intersection(shape)


def scattered(shape: BaseGeometry, count: int, rng: random.Random) -> list[tuple[float, float]]:
    """Random points inside a shape."""
    x0, y0, x1, y1 = shape.bounds
    found: list[tuple[float, float]] = []
    while len(found) < count:
        p = (rng.uniform(x0, x1), rng.uniform(y0, y1))
        if shape.contains(Point(p)):
            found.append(p)
    return found


def crackle(shape: BaseGeometry, *, size: float, seed: int, rough: float = 0.1) -> BaseGeometry:
    """The crackle of a glaze: cells of about `size` inside a shape."""
    x0, y0, x1, y1 = shape.bounds
    rng = np.random.default_rng(seed)
    jitter = random.Random(seed)
    margin = size * 1.5
    wide, tall = x1 - x0 + 2 * margin, y1 - y0 + 2 * margin
    seeds = rng.random((max(12, int(wide * tall / size**2)), 2)) * [wide, tall] + [
        x0 - margin,
        y0 - margin,
    ]
    cells = Voronoi(seeds)
    lines = []
    for a, b in cells.ridge_vertices:
        if a < 0 or b < 0:
            continue
        one, other = cells.vertices[a], cells.vertices[b]
        length = float(np.hypot(*(other - one)))
        if length < size * 2.2:
            lines.append(_jagged(one, other, jitter, rough * length))
    return MultiLineString(lines).intersection(shape)


def _jagged(
    one: np.ndarray, other: np.ndarray, rng: random.Random, amount: float
) -> list[tuple[float, float]]:
    step = other - one
    across = np.array([-step[1], step[0]]) / (float(np.hypot(*step)) or 1)
    points = [one]
    points += [one + step * t + across * (rng.random() - 0.5) * amount for t in (0.25, 0.5, 0.75)]
    return [(float(x), float(y)) for x, y in [*points, other]]
