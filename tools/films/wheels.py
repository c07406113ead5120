"""The six makes of wheel, each drawn about the origin so that it can be turned."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from shapely.geometry import Point

from tools.drawing import shapes
from tools.films.curves import polar
from tools.films.stage import Stage, trace, traced


def _rings(stage: Stage, r: float, *shares: tuple[float, float]) -> None:
    for share, width in shares:
        stage.circle(0, 0, r * share, stage.material.line, width=width)


@lru_cache(maxsize=4)
def _gear(r: float) -> tuple[str, str]:
    body = shapes.gear(0, 0, r * 0.94, 30, depth=0.09, bore=0.24)
    for k in range(6):
        x, y = polar(r * 0.55, 60 * k)
        body = body.difference(Point(x, y).buffer(r * 0.165, 24))
    rim = Point(0, 0).buffer(r * 0.36, 32).difference(Point(0, 0).buffer(r * 0.24, 32))
    return traced(body), traced(shapes.hatching(rim, angle=45, gap=r * 0.045))


def _toothed(stage: Stage, r: float) -> None:
    body, hatch = _gear(r)
    stage.line(body, width=1.8)
    stage.line(hatch, width=1.1, opacity=0.7)
    _rings(stage, r, (0.78, 1.0), (0.36, 1.4), (0.12, 2))


def _spoked(stage: Stage, r: float) -> None:
    _rings(stage, r, (0.90, 1.2), (0.84, 2.2), (0.24, 2.2), (0.15, 1.2))
    for k in range(12):
        a, b = 30 * k - 2.2, 30 * k + 2.2
        stage.lines(
            [
                [polar(r * 0.24, a - 4), polar(r * 0.84, a)],
                [polar(r * 0.24, b + 4), polar(r * 0.84, b)],
            ],
            width=1.7,
        )
    stage.lines(
        [[polar(r * 0.90, 6 * k), polar(r * 0.97, 6 * k)] for k in range(60)],
        width=1.3,
        opacity=0.8,
    )


def _bladed(stage: Stage, r: float) -> None:
    _rings(stage, r, (0.86, 1.8), (0.80, 1.0), (0.22, 2.2), (0.12, 1.2))
    for k in range(7):
        turn = 360 / 7 * k
        front = [polar(r * (0.22 + 0.58 * u), turn + 62 * u**1.5) for u in np.linspace(0, 1, 14)]
        back = [
            polar(r * (0.22 + 0.58 * u), turn + 17 + 52 * u**1.5) for u in np.linspace(0, 1, 14)
        ]
        stage.line([*front, *reversed(back)], width=1.7, closed=True)
        for share in (0.25, 0.5, 0.75):
            stage.line(
                [
                    (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)
                    for p, q in zip(front, back, strict=True)
                ],
                width=0.9,
                opacity=0.6,
            )


def _wire(stage: Stage, r: float) -> None:
    _rings(stage, r, (0.93, 1.2), (0.89, 2.2), (0.13, 2.2), (0.08, 1.2))
    spokes = [
        [polar(r * 0.13, 20 * k + 78 * side), polar(r * 0.89, 20 * k)]
        for k in range(18)
        for side in (-1, 1)
    ]
    stage.lines(spokes, width=1.1, opacity=0.9)
    for k in range(18):
        stage.circle(*polar(r * 0.91, 20 * k), r * 0.012, fill=stage.material.line)


def _armed(stage: Stage, r: float) -> None:
    _rings(stage, r, (0.90, 1.0), (0.84, 2.6), (0.28, 2.2), (0.17, 1.2))
    for k in range(5):
        a = 72 * k
        arm = [polar(r * 0.27, a - 24), polar(r * 0.55, a - 7), polar(r * 0.82, a - 10)]
        other = [polar(r * 0.82, a + 10), polar(r * 0.55, a + 7), polar(r * 0.27, a + 24)]
        stage.fill([*arm, *other], stage.material.line, opacity=0.9)
        stage.circle(*polar(r * 0.64, a + 36), r * 0.08, stage.material.line, width=1.4)


def _grooved(stage: Stage, r: float) -> None:
    _rings(
        stage,
        r,
        *((0.92 - 0.062 * k, 1.0 + 0.5 * (k % 2)) for k in range(7)),
        (0.40, 2.4),
        (0.2, 2),
    )
    for k in range(3):
        stage.line(
            trace(shapes.arc(0, 0, r * 0.30, 120 * k, 120 * k + 74, 20)), width=5, opacity=0.95
        )
    for k in range(6):
        stage.circle(*polar(r * 0.46, 60 * k + 30), r * 0.03, fill=stage.material.line)


MAKES = {
    "toothed": _toothed,
    "spoked": _spoked,
    "bladed": _bladed,
    "wire": _wire,
    "armed": _armed,
    "grooved": _grooved,
}
