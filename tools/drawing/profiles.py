"""Sections of aluminium profiles, our own drawings: centred, `size` wide."""

from __future__ import annotations

import math
from collections.abc import Callable

from shapely import affinity
from shapely.geometry.base import BaseGeometry

from tools.drawing import shapes


def t_slot(size: float) -> BaseGeometry:
    """A square profile with a slot in each side."""
    side = [
        (-0.5, -0.5),
        (-0.12, -0.5),
        (-0.12, -0.40),
        (-0.26, -0.40),
        (-0.26, -0.33),
        (-0.13, -0.20),
    ]
    side += [(0.13, -0.20), (0.26, -0.33), (0.26, -0.40), (0.12, -0.40), (0.12, -0.5)]
    corners = []
    for k in range(4):
        c, s = round(math.cos(k * math.pi / 2)), round(math.sin(k * math.pi / 2))
        corners += [(x * c - y * s, x * s + y * c) for x, y in side]
    body = shapes.face(corners).difference(shapes.disc(0, 0, 0.095))
    for sx in (-1, 1):
        for sy in (-1, 1):
            pocket = [(0.43, 0.43), (0.33, 0.43), (0.33, 0.345), (0.345, 0.33), (0.43, 0.33)]
            body = body.difference(shapes.face([(sx * x, sy * y) for x, y in pocket]))
    return _to(body, size)


def window(size: float) -> BaseGeometry:
    """A window frame with a thermal break."""
    outline = [
        (-0.5, -0.30),
        (-0.44, -0.30),
        (-0.44, -0.36),
        (-0.36, -0.36),
        (-0.36, -0.30),
        (0.06, -0.30),
    ]
    outline += [
        (0.06, -0.38),
        (0.0, -0.38),
        (0.0, -0.44),
        (0.20, -0.44),
        (0.20, -0.38),
        (0.14, -0.38),
    ]
    outline += [(0.14, -0.30), (0.5, -0.30), (0.5, 0.08), (0.44, 0.08), (0.44, 0.30), (0.5, 0.30)]
    outline += [(0.5, 0.36), (0.30, 0.36), (0.30, 0.30), (-0.5, 0.30)]
    body = shapes.face(outline)
    for x0, y0, x1, y1 in (
        (-0.44, -0.24, -0.16, 0.24),
        (-0.10, -0.24, 0.10, -0.10),
        (-0.10, -0.04, 0.10, 0.08),
        (-0.10, 0.14, 0.10, 0.24),
    ):
        body = body.difference(shapes.bar(x0, y0, x1, y1))
    chamber = [(0.16, -0.24), (0.44, -0.24), (0.44, 0.03), (0.38, 0.08), (0.38, 0.24), (0.16, 0.24)]
    return _to(body.difference(shapes.face(chamber)), size)


def sink(size: float) -> BaseGeometry:
    """A heat sink: nine fins on one plate."""
    body = shapes.bar(-0.5, 0.16, 0.5, 0.30).difference(shapes.bar(-0.12, 0.24, 0.12, 0.31))
    for i in range(9):
        x, top = -0.47 + 0.94 * i / 8, -0.34 + 0.10 * abs(i - 4) / 4
        body = body.union(
            shapes.face([(x - 0.022, 0.17), (x - 0.016, top), (x + 0.016, top), (x + 0.022, 0.17)])
        )
    return _to(body, size)


def tube(size: float) -> BaseGeometry:
    """A round tube of six chambers about a core."""
    body = shapes.disc(0, 0, 0.5).difference(shapes.disc(0, 0, 0.09))
    for k in range(6):
        start = k * 60
        chamber = shapes.arc(0, 0, 0.42, start + 4, start + 56, 14) + shapes.arc(
            0, 0, 0.17, start + 49, start + 11, 8
        )
        body = body.difference(shapes.face(chamber))
    return _to(body, size)


def mullion(size: float) -> BaseGeometry:
    """A curtain-wall mullion: a deep box, a nose for glass, gaskets' grooves."""
    body = shapes.bar(-0.17, -0.12, 0.17, 0.5).difference(shapes.bar(-0.12, -0.06, 0.12, 0.16))
    body = body.difference(shapes.bar(-0.12, 0.21, 0.12, 0.45))
    body = body.union(shapes.bar(-0.035, -0.34, 0.035, -0.12)).union(
        shapes.bar(-0.26, -0.40, 0.26, -0.34)
    )
    for side in (-1, 1):
        body = body.union(shapes.bar(side * 0.26, -0.12, side * 0.12, -0.17)).union(
            shapes.bar(side * 0.26, -0.17, side * 0.21, -0.22)
        )
        body = body.difference(shapes.bar(side * 0.10, -0.39, side * 0.19, -0.36))
        body = body.union(shapes.bar(side * 0.12, -0.02, side * 0.07, 0.02)).union(
            shapes.bar(side * 0.12, 0.41, side * 0.07, 0.45)
        )
    return _to(body, size)


def sliding(size: float) -> BaseGeometry:
    """The rail of a sliding door: two tracks on a hollow sill."""
    body = shapes.bar(-0.5, 0.06, 0.5, 0.28)
    for x in (-0.45, -0.13, 0.19):
        body = body.difference(shapes.bar(x, 0.11, x + 0.26, 0.23))
    for x in (-0.28, 0.12):
        body = body.union(shapes.bar(x - 0.015, -0.18, x + 0.015, 0.06)).union(
            shapes.disc(x, -0.18, 0.032)
        )
    body = body.union(shapes.bar(-0.5, -0.26, -0.46, 0.06)).union(
        shapes.bar(-0.5, -0.26, -0.40, -0.22)
    )
    body = body.union(shapes.bar(0.46, -0.08, 0.5, 0.06)).union(shapes.bar(0.40, -0.08, 0.5, -0.04))
    return _to(body, size)


def rail(size: float) -> BaseGeometry:
    """A handrail: an oval with a screw port and a groove below."""
    body = shapes.disc(0, -0.08, 0.46, 0.30).difference(shapes.disc(0, -0.08, 0.40, 0.24))
    body = body.union(shapes.bar(-0.06, -0.37, 0.06, 0.2)).difference(shapes.disc(0, -0.08, 0.035))
    foot = (
        shapes.bar(-0.2, 0.18, 0.2, 0.36)
        .difference(shapes.bar(-0.14, 0.24, 0.14, 0.30))
        .difference(shapes.bar(-0.08, 0.28, 0.08, 0.37))
    )
    return _to(body.union(foot), size)


def angle(size: float) -> BaseGeometry:
    """A reinforced angle with bulb edges."""
    body = shapes.bar(-0.42, -0.42, -0.32, 0.42).union(shapes.bar(-0.42, 0.32, 0.42, 0.42))
    body = body.union(shapes.disc(-0.37, -0.42, 0.08)).union(shapes.disc(0.42, 0.37, 0.08))
    web = shapes.face([(-0.34, -0.05), (-0.34, 0.34), (0.05, 0.34)]).difference(
        shapes.face([(-0.29, 0.08), (-0.29, 0.28), (-0.09, 0.28)])
    )
    return _to(body.union(web), size)


SECTIONS: dict[str, Callable[[float], BaseGeometry]] = {
    "t-slot": t_slot,
    "window": window,
    "sink": sink,
    "tube": tube,
    "mullion": mullion,
    "sliding": sliding,
    "rail": rail,
    "angle": angle,
}


def _to(shape: BaseGeometry, size: float) -> BaseGeometry:
    return affinity.scale(shape, size, size, origin=(0, 0))
