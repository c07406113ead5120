"""The reel: six arms turned by a pinion, and the silk that is wound on them."""

from __future__ import annotations

from shapely.geometry import MultiPoint

from tools.films.boiler import FLOOR
from tools.films.curves import polar, soft_hexagon
from tools.films.stage import XY, Stage

CENTRE, RADIUS = (1450.0, 545.0), 292.0
OUT: XY = (2010.0, 655.0)
_STEP = 30.0  # degrees a second
_WHEEL, _PINION, _DEPTH = (92.0, 42), (33.0, 14), 6.5
_LAPS = 20


def angle(t: float) -> float:
    """How far it has turned; after a whole film an arm stands where an arm stood."""
    return 30 + _STEP * t


def over(start: XY, side: int, t: float) -> list[XY]:
    """A taut line from `start` over the turning corners and out to the right."""
    end = (OUT[0], OUT[1] + 10 * side)
    corners = [
        (CENTRE[0] + x, CENTRE[1] + y)
        for x, y in (polar(RADIUS - 7 * side, angle(t) + 60 * k) for k in range(6))
    ]
    below = [(start[0], 1600.0), (end[0], 1600.0)]
    hull = MultiPoint([start, end, *corners, *below]).convex_hull
    above = {(x, y) for x, y in hull.exterior.coords if y < 1500}
    return sorted(above, key=lambda p: p[0])


def draw(stage: Stage, t: float) -> None:
    """The reel on its stand at one moment."""
    (cx, cy), line, deep = CENTRE, stage.material.line, stage.material.deep
    _stand(stage)
    with stage.placed(cx, cy, turn=angle(t)):
        _silk(stage, t)
        for k in range(6):
            with stage.placed(turn=60 * k):
                _arm(stage)
        _gear(stage, *_WHEEL)
        stage.circle(0, 0, 52, line, width=1.4, fill=deep)
        for k in range(6):
            stage.circle(*polar(35, 60 * k + 30), 7, line, width=1.3)
        stage.circle(0, 0, 17, line, width=2, fill=deep)
        stage.circle(0, 0, 7, fill=stage.material.thread)
    (r, teeth), (small, few) = _WHEEL, _PINION
    turn = -angle(t) * teeth / few + 180 / few
    with stage.placed(cx - r - small + _DEPTH - 1.6, cy, turn=turn):
        _gear(stage, small, few)
        stage.circle(0, 0, 10, line, width=1.6, fill=deep)


def _stand(stage: Stage) -> None:
    cx, cy = CENTRE
    for foot in (-132, 132):
        legs = [[(cx + d, cy), (cx + foot + d, FLOOR)] for d in (-7, 7)]
        stage.lines(legs, width=1.8, opacity=0.75)
    stage.lines(
        [[(cx - 92, 778), (cx + 92, 778)], [(cx - 96, 788), (cx + 96, 788)]],
        width=1.6,
        opacity=0.75,
    )


def _silk(stage: Stage, t: float) -> None:
    """Many laps; along some of them the light of the silk runs."""
    for k in range(_LAPS):
        share, inward = k / (_LAPS - 1), _LAPS - 1 - k
        lap = soft_hexagon(RADIUS * (0.78 + 0.215 * share), 0.05 + 0.018 * inward, -0.42 * inward)
        stage.line(lap, stage.material.thread, width=1.5, opacity=0.2 + 0.5 * share**1.4)
    for k in range(6):
        lap = soft_hexagon(RADIUS * (0.85 + 0.026 * k), 0.2 - 0.02 * k, 1.2 * (k - 5))
        stage.line(
            lap, stage.light, width=1.5, opacity=0.75, dash=(46, 340), run=t * 257.3 + k * 67
        )


def _arm(stage: Stage) -> None:
    stage.lines([[(92, d), (RADIUS - 2, d * 0.7)] for d in (-6, 6)], width=2)
    stage.line([(RADIUS - 1, -26), (RADIUS - 1, 26)], width=5)
    stage.lines([[(RADIUS - 26, d), (RADIUS - 8, d * 3.6)] for d in (-6, 6)], width=1.5)


def _gear(stage: Stage, r: float, teeth: int) -> None:
    corners = [
        polar(reach, 360 * (i + lag) / teeth)
        for i in range(teeth)
        for lag, reach in ((-0.30, r - _DEPTH), (-0.15, r), (0.15, r), (0.30, r - _DEPTH))
    ]
    stage.fill(corners, stage.material.deep, edge=stage.material.line, width=1.6)
    stage.circle(0, 0, r - _DEPTH - 6, stage.material.line, width=1)
