"""Profiles cut open: each shows its section, then its bar runs back into the picture."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from shapely.geometry import Polygon

from hall_app.publishing.plates.palette import STEEL, mixed
from tools.drawing import profiles, shapes
from tools.films.motion import Keyed, eased
from tools.films.stage import XY, Camera, Stage, trace, traced

LOW, HIGH, INK = "#7E99AD", "#EEF4F7", "#0C2233"
BAR = (1330.0, -720.0)
# Section, where its face stands, its size, and when it is cut.
BARS = (
    ("t-slot", (560.0, 600.0), 470.0, 13.0),
    ("window", (1420.0, 620.0), 520.0, 15.4),
    ("mullion", (2230.0, 590.0), 560.0, 16.8),
    ("tube", (2960.0, 610.0), 430.0, 18.2),
)
_CAMERA = Keyed(
    (13.0, 840, 540, 1560),
    (14.6, 840, 540, 1560),
    (16.6, 1560, 540, 1500),
    (19.2, 2720, 540, 1560),
    (22.2, 3160, 530, 1700),
)

Wall = tuple[float, XY, XY, float]


def draw(stage: Stage, t: float) -> None:
    """The row of sections, the camera going along it."""
    with stage.through(Camera(*_CAMERA(t))):
        stage.lines(
            [[(-900, -200 + 24.0 * k), (4900, -200 + 24.0 * k)] for k in range(62)],
            "#FFFFFF",
            width=1.1,
            opacity=0.3,
        )
        for name, at, size, since in BARS:
            _bar(stage, name, at, size, t - since)


@lru_cache(maxsize=8)
def _section(
    name: str, size: float
) -> tuple[str, str, tuple[Wall, ...], tuple[tuple[str, tuple[Wall, ...]], ...]]:
    """Its face, its hatching, the walls outside, and each hole with the walls in it."""
    section = profiles.SECTIONS[name](size)
    parts = [p for p in getattr(section, "geoms", [section]) if isinstance(p, Polygon)]
    outer = tuple(sorted(w for p in parts for w in _walls(list(p.exterior.coords), inside=False)))
    holes = tuple(
        (
            trace(list(hole.coords), closed=True),
            tuple(sorted(_walls(list(hole.coords), inside=True))),
        )
        for p in parts
        for hole in p.interiors
    )
    hatch = traced(shapes.hatching(section, angle=45, gap=size / 46))
    return traced(section), hatch, outer, holes


def _walls(loop: list[tuple[float, ...]], *, inside: bool) -> list[Wall]:
    """The sides of a swept loop that face the eye, with how light each is."""
    dx, dy = BAR
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(loop))
    sign = (1 if area > 0 else -1) * (-1 if inside else 1)
    found = []
    for a, b in pairwise(loop):
        nx, ny = sign * (b[1] - a[1]), -sign * (b[0] - a[0])
        length = math.hypot(nx, ny) or 1
        if nx * dx + ny * dy > 0:
            depth = -((a[0] + b[0]) * dx + (a[1] + b[1]) * dy)
            tone = max(0.0, min(1.0, 0.5 + (-ny * 0.62 - nx * 0.30) / length))
            found.append((depth, (a[0], a[1]), (b[0], b[1]), tone))
    return found


def _bar(stage: Stage, name: str, at: XY, size: float, since: float) -> None:
    """The face is drawn first, is filled with ink, and then its bar runs back."""
    face, hatch, outer, holes = _section(name, size)
    length = eased(since, 0.9, 3.4)
    drawn, inked = eased(since, -0.4, 0.9), eased(since, 0.5, 1.5)
    with stage.placed(*at):
        _axes(stage, size, drawn)
        if length > 0:
            _sweep(stage, outer, holes, length)
        stage.fill(face, "#DCE5EB", opacity=drawn * (1 - inked))
        stage.line(hatch, STEEL, width=1.4, opacity=drawn * (1 - inked))
        stage.fill(face, STEEL, opacity=inked)
        stage.line(face, INK, width=2.4, opacity=drawn)
        stage.line(hatch, "#5F7F97", width=1, opacity=0.5 * inked)


def _axes(stage: Stage, size: float, shown: float) -> None:
    reach = size * 0.62
    for line in ([(-reach, 0), (reach, 0)], [(0, -reach), (0, reach)]):
        stage.line(line, stage.material.thread, width=1.4, opacity=0.8 * shown, dash=(26, 8, 4, 8))


def _sweep(
    stage: Stage,
    outer: tuple[Wall, ...],
    holes: tuple[tuple[str, tuple[Wall, ...]], ...],
    length: float,
) -> None:
    dx, dy = BAR[0] * length, BAR[1] * length
    for _, a, b, tone in outer:
        wall = [a, b, (b[0] + dx, b[1] + dy), (a[0] + dx, a[1] + dy)]
        stage.fill(wall, mixed(LOW, HIGH, tone), edge=mixed(LOW, "#4F6C82", 0.5), width=0.9)
        if tone > 0.8 and math.dist(a, b) > 24:
            x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            stage.line([(x, y), (x + dx, y + dy)], "#FFFFFF", width=2.6, opacity=0.85)
    for outline, walls in holes:
        stage.fill(outline, mixed(LOW, "#2E4A61", 0.6))
        with stage.within(outline):
            for _, a, b, tone in walls:
                wall = [a, b, (b[0] + dx, b[1] + dy), (a[0] + dx, a[1] + dy)]
                stage.fill(wall, mixed(mixed(LOW, "#2E4A61", 0.35), HIGH, tone * 0.7))
