"""The basin, cut open: a steam coil under warm water, cocoons that float, wisps above."""

from __future__ import annotations

import math
from functools import lru_cache

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from tools.drawing import shapes
from tools.films.boiler import METAL, PALE
from tools.films.curves import bend
from tools.films.motion import cycle, spread, swing
from tools.films.stage import XY, Stage, trace, traced

WATER = 764.0
LEFT, RIGHT = 482.0, 1078.0
COCOONS = (548, 597, 640, 694, 741, 802, 853, 899, 955, 1006)
_FRESH = 506.0


def surface(x: float, t: float) -> float:
    """How high the water stands at x."""
    long = 2.6 * math.sin(x / 37 + math.tau * t / 3)
    return WATER + long + 1.7 * math.sin(x / 19 - math.tau * t / 2.5)


def fresh(t: float) -> XY:
    """Where the cocoon floats whose end is still loose."""
    return _FRESH + 5 * swing(t, 6), surface(_FRESH, t) - 3


def draw(stage: Stage, t: float) -> None:
    """The basin and what is in it at one moment."""
    still, deep, line = _still(), stage.material.deep, stage.material.line
    stage.fill(still["bowl"], deep, edge=line, width=1.8)
    stage.line(still["bowl hatch"], METAL, width=1.1, opacity=0.85)
    for k, x in enumerate(COCOONS):
        _cocoon(stage, (x, surface(x, t) - 3), 16 * swing(t, 5, k * 0.381) + (k * 47 % 40) - 20)
    _cocoon(stage, fresh(t), -24 + 9 * swing(t, 5, 0.2))
    _water(stage, t)
    for x in range(520, 1060, 40):
        stage.circle(x, 846, 11, line, width=1.5, fill=deep)
        stage.circle(x, 846, 4.5, PALE, width=1.4, opacity=0.85)


def steam(stage: Stage, t: float) -> None:
    """Wisps over the water: lines that move up and thin away."""
    for k, (place, phase) in enumerate(zip(spread(9, 5), spread(9, 2), strict=True)):
        x, period = 496 + 568 * place, 5.0 if k % 2 else 6.0
        for piece in range(2):
            age = cycle(t, period, phase * 3.1 + piece / 2)
            low, long = WATER - 26 - 250 * age, 34 + 90 * age
            wisp = []
            for u in range(19):
                v = long * u / 18
                curl = (4 + 17 * age) * math.sin(v / 31 + k * 2.1 + age * 5)
                wisp.append((x + curl + 10 * age * math.sin(k), low - v))
            stage.line(wisp, PALE, width=1.2, opacity=0.38 * math.sin(math.pi * age) ** 1.4)


@lru_cache(maxsize=1)
def _still() -> dict[str, str]:
    bowl = _bowl(0).difference(_bowl(14)).intersection(box(460, 736, 1110, 900))
    return {
        "bowl": traced(bowl),
        "bowl hatch": traced(shapes.hatching(bowl, angle=-45, gap=5)),
        "inside": traced(_bowl(14).intersection(box(460, WATER - 12, 1110, 900))),
    }


def _bowl(wall: float) -> BaseGeometry:
    """The basin's outline in section, `wall` further in."""
    left, right, bottom = 468 + wall, 1092 - wall, 882 - wall
    corner = 62.0
    return shapes.face(
        [
            (left, 600),
            (left, 810),
            *shapes.arc(left + corner, bottom - corner, corner, 180, 90, 14),
            *shapes.arc(right - corner, bottom - corner, corner, 90, 0, 14),
            (right, 600),
        ]
    )


def _water(stage: Stage, t: float) -> None:
    places = [LEFT + (RIGHT - LEFT) * u / 60 for u in range(61)]
    top = [(x, surface(x, t)) for x in places]
    with stage.within(_still()["inside"]):
        stage.fill([*top, (RIGHT, 900), (LEFT, 900)], stage.material.high, opacity=0.62)
        for k in range(4):
            run = [(x, surface(x + 31 * k, t) + 17 + 19 * k) for x in places]
            stage.line(run, width=1, opacity=0.34 - 0.04 * k)
        for k, phase in enumerate(spread(28, 9)):
            rise = cycle(t, (2.5, 3.0, 2.0)[k % 3], phase * 5.7)
            x = 520 + 40 * (k * 5 % 14) + 5 * swing(t, 2, phase)
            fade = 0.65 * (1 - rise**5)
            stage.circle(x, 832 - 64 * rise, 1.6 + 2.4 * rise, PALE, width=1.1, opacity=fade)
    stage.line(top, PALE, width=1.8, opacity=0.8)


def _cocoon(stage: Stage, at: XY, turn: float) -> None:
    with stage.placed(*at, turn=turn):
        shell = trace(shapes.arc(0, 0, 15.5, 0, 360, 40, ry=23), closed=True)
        stage.fill(shell, "#F3E3C2", edge="#8A5A30", width=1.1)
        for k in range(-3, 4):
            half, y = 15.5 * math.sqrt(1 - (k * 6 / 23) ** 2), k * 6.0
            run = bend((-half, y), (0, y + 6), (half, y), 8)
            stage.line(run, "#8A5A30", width=0.9, opacity=0.55)
