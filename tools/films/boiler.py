"""The boiler of the filature, cut open: brick setting, fire, water, dome, and the pipe to the basin."""

from __future__ import annotations

import math
from functools import lru_cache

from shapely.geometry import LineString, Point, box

from tools.drawing import shapes
from tools.films.curves import bend
from tools.films.motion import cycle, spread, swing
from tools.films.stage import XY, Stage, trace, traced

FLOOR = 905.0
CENTRE, RADIUS, WALL = (270.0, 600.0), 152.0, 13.0
PIPE: tuple[XY, ...] = ((270, 448), (270, 392), (440, 392), (440, 846), (1052, 846))
METAL = "#C98B4F"
PALE = "#F6EEDF"
_FLAMES = (56, 74, 50, 82, 64, 84, 54, 70, 48)


@lru_cache(maxsize=1)
def _still() -> dict[str, str]:
    x, y = CENTRE
    shell = shapes.tube(x, y, RADIUS, RADIUS - WALL)
    setting = (
        box(84, 640, 456, FLOOR)
        .difference(Point(x, y).buffer(RADIUS + 4, 48))
        .difference(box(166, 690, 374, 884))
    )
    rows = range(13)
    courses = [LineString([(84, 640 + 21 * k), (456, 640 + 21 * k)]) for k in rows]
    joints = [
        LineString([(at, 640 + 21 * k), (at, 661 + 21 * k)])
        for k in rows
        for at in range(84 + 21 * (k % 2), 470, 42)
    ]
    return {
        "shell": traced(shell),
        "shell hatch": traced(shapes.hatching(shell, angle=45, gap=6)),
        "room": trace(shapes.arc(x, y, RADIUS - WALL, 0, 360, 90), closed=True),
        "setting": traced(setting),
        "bricks": " ".join(traced(part.intersection(setting)) for part in [*courses, *joints]),
        "pipe": traced(LineString(PIPE).buffer(9, cap_style="flat", quad_segs=8)),
    }


def draw(stage: Stage, t: float) -> None:
    """The boiler at one moment."""
    still, deep, line = _still(), stage.material.deep, stage.material.line
    stage.fill(still["setting"], deep, opacity=0.55, edge=line, width=1.8)
    stage.line(still["bricks"], width=1, opacity=0.38)
    _fire(stage, t)
    stage.circle(*CENTRE, RADIUS, fill=deep)
    with stage.within(still["room"]):
        _water(stage, t)
        _vapour(stage, t)
    stage.fill(still["shell"], deep, edge=line, width=1.8)
    stage.line(still["shell hatch"], METAL, width=1.1, opacity=0.8)
    _rivets(stage)
    _pipe(stage, t)


def _water(stage: Stage, t: float) -> None:
    x, y = CENTRE
    for k in range(7):
        way = 1 if k % 2 else -1
        run = [
            (u, y + 12 + 20 * k + 2.6 * math.sin(u / 23 + k * 1.7 + way * math.tau * t / 2.5))
            for u in range(110, 436, 6)
        ]
        if k == 0:
            stage.fill([*run, (430, 800), (110, 800)], stage.material.high, opacity=0.5)
        stage.line(
            run,
            PALE if k == 0 else None,
            width=1.9 if k == 0 else 1.1,
            opacity=0.8 if k == 0 else 0.44 - 0.02 * k,
        )
    for k, (place, phase) in enumerate(zip(spread(22, 3), spread(22, 8), strict=True)):
        rise = cycle(t, 2.5 if k % 2 else 3.0, phase * 7.3)
        stage.circle(
            x - 112 + 224 * place + 5 * swing(t, 3, place),
            y + 136 - 122 * rise,
            1.6 + 4.2 * rise,
            stage.material.line,
            width=1.3,
            opacity=0.85 * (1 - rise**6),
        )


def _vapour(stage: Stage, t: float) -> None:
    """Short strokes that leave the water and draw together under the dome."""
    x, y = CENTRE
    for k, (place, phase) in enumerate(zip(spread(22, 6), spread(22, 1), strict=True)):
        rise = cycle(t, 3.0 if k % 2 else 2.5, phase * 5.1)
        at = x + (place * 2 - 1) * 118 * (1 - rise) ** 0.8 + 4 * swing(t, 2.5, place)
        low = y - 2 - 128 * rise
        stage.line(
            [(at, low), (at + (x - at) * 0.12, low - 11)],
            PALE,
            width=1.2,
            opacity=0.62 * math.sin(math.pi * rise) ** 0.7,
        )


def _rivets(stage: Stage) -> None:
    x, y = CENTRE
    for k in range(36):
        a = math.tau * k / 36
        r = RADIUS - WALL / 2
        stage.circle(x + r * math.cos(a), y + r * math.sin(a), 2.6, fill="#E9C492")


def _fire(stage: Stage, t: float) -> None:
    stage.lines([[(166 + 16 * k, 842), (166 + 16 * k, 852)] for k in range(14)], width=3)
    stage.line([(166, 842), (374, 842)], width=2)
    for k, tall in enumerate(_FLAMES):
        x = 186 + 21 * k
        for size, colour in ((1.0, "#DDA468"), (0.66, "#F0D9A8"), (0.34, "#FFF8E8")):
            sway = (7 * swing(t, 1.5, k * 0.37) + 4 * swing(t, 1.0, k * 0.21)) * size
            high = tall * size * (0.9 + 0.1 * swing(t, 1.25, k * 0.53))
            half, tip = 12 * size, (x + sway, 838 - high)
            left = bend((x - half * 0.5, 838), (x - half * 1.5, 838 - high * 0.42), tip)
            right = bend(tip, (x + half * 1.3, 838 - high * 0.46), (x + half * 0.5, 838))
            stage.line(left + right, colour, width=1.5, opacity=0.85)


def _pipe(stage: Stage, t: float) -> None:
    """Steam leaves the dome and runs to the coil below the water."""
    deep, line = stage.material.deep, stage.material.line
    stage.fill([(238, 452), (238, 430), (302, 430), (302, 452)], deep, edge=line, width=1.8)
    stage.fill(_still()["pipe"], deep, edge=line, width=1.6)
    stage.line(PIPE, PALE, width=2.4, opacity=0.9, dash=(14, 24), run=t * 114)
    for x, y in ((270, 416), (440, 470), (440, 780)):
        stage.lines([[(x - 15, y + d), (x + 15, y + d)] for d in (-4, 4)], width=1.8)
    with stage.placed(440, 585, turn=24 * t):
        stage.circle(0, 0, 25, line, width=2, fill=deep)
        stage.lines([[(-25, 0), (25, 0)], [(0, -25), (0, 25)]], width=1.6)
        stage.circle(0, 0, 6, line, width=2, fill=deep)
