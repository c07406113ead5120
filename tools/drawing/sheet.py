"""A sheet of a gallery's material, and what can be done on it: fill, line, hatch, thread."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import numpy as np
from shapely import transform
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from hall_app.publishing.plates import pen
from hall_app.publishing.plates.palette import MATERIALS, mixed
from tools.drawing import shapes

Points = Sequence[tuple[float, float]]
WIDTH, HEIGHT = 1600, 1200
_OFF_THE_EDGE = -10


class Sheet:
    """One plate being drawn; marks lie in the order they are made."""

    def __init__(
        self,
        gallery: str,
        *,
        width: float = WIDTH,
        height: float = HEIGHT,
        is_bare: bool = False,
    ) -> None:
        self.material = MATERIALS[gallery]
        self.width, self.height = width, height
        self.line_colour = self.material.line
        self.light = "#F6EEDF" if gallery != "brand" else "#F4F8FA"
        self.dark = self.material.deep if gallery != "brand" else "#0C2233"
        self.is_bare = is_bare  # a part of another sheet: without ground and setting
        self._marks = [] if is_bare else [pen.ground(self.material, width, height)]
        self._gradients = 0
        self._insets = 0
        self._origin = (0.0, 0.0)
        self._bleed = 0.0

    @property
    def lanes(self) -> list[float]:
        """The place of each end beside the middle of the thread, in steps of its pitch."""
        ends = self.material.ends
        return [k - (ends - 1) / 2 for k in range(ends)]

    def tint(self, share: float) -> str:
        """A tone between the ground and the line, 0 to 1."""
        return mixed(self.material.mid, self.line_colour, share)

    def fill(
        self,
        shape: BaseGeometry,
        colour: str | None = None,
        *,
        opacity: float = 1,
        edge: str | None = None,
        width: float = 2,
    ) -> None:
        """Fill a shape; `edge` also draws its outline."""
        faces = self._drawn_out(_faces(shape).simplify(0.3))
        d = " ".join(pen.trace(line[:-1], closed=True) for line in shapes.lines_of(faces))
        if d:
            self._marks.append(
                pen.path(
                    d,
                    fill=colour or self.line_colour,
                    stroke=edge or "none",
                    width=width,
                    opacity=opacity,
                )
            )

    def line(
        self,
        what: BaseGeometry | Points,
        colour: str | None = None,
        *,
        width: float = 2,
        opacity: float = 1,
        dash: str = "",
    ) -> None:
        """Draw a line, or the outline of a shape."""
        shape = what if isinstance(what, BaseGeometry) else LineString(what)
        self._stroke(self._drawn_out(shape), colour, width=width, opacity=opacity, dash=dash)

    def lines(
        self,
        runs: Iterable[Points],
        colour: str | None = None,
        *,
        width: float = 2,
        opacity: float = 1,
        dash: str = "",
    ) -> None:
        """Draw many lines of one kind."""
        many = GeometryCollection([LineString(run) for run in runs])
        self._stroke(self._drawn_out(many), colour, width=width, opacity=opacity, dash=dash)

    def hatch(
        self,
        shape: BaseGeometry,
        *,
        angle: float = 45,
        gap: float = 9,
        colour: str | None = None,
        width: float = 1.3,
        opacity: float = 0.7,
        bow: float = 0,
    ) -> None:
        """Engrave a shape with parallel lines."""
        net = shapes.hatching(self._drawn_out(shape), angle=angle, gap=gap, bow=bow)
        self._stroke(net, colour, width=width, opacity=opacity)

    def rounding(
        self,
        shape: BaseGeometry,
        *,
        count: int = 40,
        light: float = 0.36,
        upright: bool = True,
        colour: str | None = None,
        width: float = 1.3,
        opacity: float = 0.6,
    ) -> None:
        """Engrave a shape as a cylinder."""
        net = shapes.round_hatching(shape, count=count, light=light, upright=upright)
        self._stroke(net, colour, width=width, opacity=opacity)

    def gradient(
        self,
        stops: Sequence[tuple[float, str]],
        *,
        start: tuple[float, float],
        stop: tuple[float, float],
    ) -> str:
        """A fill that runs from one point to another; only for a material that has it."""
        self._gradients += 1
        name = f"tone{self._gradients}"
        colours = "".join(f'<stop offset="{at}" stop-color="{c}"/>' for at, c in stops)
        self._marks.append(
            f'<defs><linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{start[0]:.0f}" '
            f'y1="{start[1]:.0f}" x2="{stop[0]:.0f}" y2="{stop[1]:.0f}">{colours}</linearGradient></defs>'
        )
        return f"url(#{name})"

    def thread(
        self,
        points: Points,
        *,
        ends: int | None = None,
        gap: float = 9,
        width: float = 4,
        opacity: float = 1,
        colour: str | None = None,
    ) -> None:
        """The silk: as many ends as the gallery has."""
        if self._bleed and points[0][0] <= _OFF_THE_EDGE:
            points = [(points[0][0] - self._bleed, points[0][1]), *points]
        self._marks.append(
            pen.strand(
                list(points),
                self.material.ends if ends is None else ends,
                gap=gap,
                colour=colour or self.material.thread,
                width=width,
                opacity=opacity,
            )
        )

    def run(
        self,
        points: Points,
        *,
        ends: int | None = None,
        gap: float = 9,
        width: float = 4,
        colour: str | None = None,
    ) -> None:
        """The silk drawn smoothly through a few points."""
        x, y = points[0]
        if self._bleed and x <= _OFF_THE_EDGE:
            points = [(x - self._bleed, y), (x - self._bleed / 2, y), *points]
        self.thread(pen.smooth(list(points), 24), ends=ends, gap=gap, width=width, colour=colour)

    def knot(self, x: float, y: float, r: float = 15, *, filled: bool = False) -> None:
        """A ring on the thread."""
        inside = self.material.thread if filled else self.dark
        if self.material.key == "brand" and not filled:
            inside = "#F4F8FA"
        self._marks.append(pen.circle(x, y, r, stroke=self.material.thread, width=4.5, fill=inside))

    def dots(
        self,
        points: Iterable[tuple[float, float]],
        r: float,
        colour: str | None = None,
        *,
        opacity: float = 1,
    ) -> None:
        """Small discs, as one path."""
        d = "".join(
            f"M{pen.number(x - r)},{pen.number(y)}a{pen.number(r)},{pen.number(r)} 0 1,0 {pen.number(2 * r)},0"
            f"a{pen.number(r)},{pen.number(r)} 0 1,0 {pen.number(-2 * r)},0"
            for x, y in points
        )
        if d:
            self._marks.append(pen.path(d, fill=colour or self.line_colour, opacity=opacity))

    def water(
        self,
        shape: BaseGeometry,
        *,
        gap: float = 16,
        height: float = 3,
        length: float = 70,
        colour: str | None = None,
        width: float = 1.5,
        opacity: float = 0.55,
    ) -> None:
        """Ripples inside a shape."""
        shape = self._drawn_out(shape)
        x0, y0, x1, y1 = shape.bounds
        ripples = [
            LineString(
                shapes.wave(x0, x1, y0 + k * gap, height=height, length=length, phase=k * 1.9)
            ).intersection(shape)
            for k in range(int((y1 - y0) / gap) + 1)
        ]
        self._stroke(GeometryCollection(ripples), colour, width=width, opacity=opacity)

    def swept(
        self,
        section: BaseGeometry,
        dx: float,
        dy: float,
        *,
        ink: str = "#1E3B54",
        low: str = "#7E99AD",
        high: str = "#EEF4F7",
    ) -> None:
        """A section drawn as solid ink, its bar running back by (dx, dy)."""
        section = section.simplify(0.6)
        for part in _polygons(section):
            for hole in part.interiors:
                self.fill(Polygon(hole), mixed(low, "#2E4A61", 0.6))
                self._walls(list(hole.coords), dx, dy, inside=True, low=low, high=high)
        walls = []
        for part in _polygons(section):
            walls += _visible(list(part.exterior.coords), dx, dy, inside=False)
        for _, a, b, tone in sorted(walls):
            wall = shapes.face([a, b, (b[0] + dx, b[1] + dy), (a[0] + dx, a[1] + dy)])
            self.fill(wall, mixed(low, high, tone), edge=mixed(low, "#4F6C82", 0.5), width=0.8)
            if tone > 0.8 and math.dist(a, b) > 30:
                x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
                self.line([(x, y), (x + dx, y + dy)], "#FFFFFF", width=2.4, opacity=0.8)
        self.fill(section, ink, edge="#0C2233", width=2)

    def thread_path(self, d: str, *, width: float = 4) -> None:
        """One end of the silk along a ready path."""
        self.put(pen.path(d, stroke=self.material.thread, width=width))

    def put(self, mark: str) -> None:
        """Add a mark made elsewhere."""
        self._marks.append(mark)

    @contextmanager
    def shifted(self, dx: float, dy: float) -> Iterator[None]:
        """What is drawn inside lies moved by (dx, dy)."""
        self._marks.append(f'<g transform="translate({pen.number(dx)},{pen.number(dy)})">')
        x, y = self._origin
        self._origin = (x + dx, y + dy)
        yield
        self._origin = (x, y)
        self._marks.append("</g>")

    @contextmanager
    def set_right(self, scale: float) -> Iterator[None]:
        """What is drawn inside stands to the right on a wide sheet, scaled.

        What ran off the left edge of a plain sheet still does: it is drawn out to the new edge.
        """
        left = self.width - WIDTH * scale
        self._marks.append(
            f'<g transform="translate({pen.number(left)},0) scale({pen.number(scale)})">'
        )
        self._bleed = left / scale
        yield
        self._bleed = 0.0
        self._marks.append("</g>")

    def inset(self, scene: Callable[[Sheet], None], x: float, y: float, scale: float) -> None:
        """Lay a scene into this one, scaled about its middle, which comes to (x, y)."""
        self._insets += 1
        part = Sheet(self.material.key, is_bare=True)
        scene(part)
        marks = part.body().replace('id="tone', f'id="inset{self._insets}-tone')
        marks = marks.replace("url(#tone", f"url(#inset{self._insets}-tone")
        left, top = x - WIDTH / 2 * scale, y - HEIGHT / 2 * scale
        place = f"translate({pen.number(left)},{pen.number(top)}) scale({scale})"
        self._marks.append(f'<g transform="{place}">{marks}</g>')

    @property
    def whole(self) -> BaseGeometry:
        """All of the sheet, where it lies as seen from the current origin."""
        x, y = self._origin
        return shapes.bar(-x, -y, self.width - x, self.height - y)

    def svg(self) -> str:
        """The finished plate."""
        return pen.document(self.width, self.height, self.body())

    def body(self) -> str:
        """All marks so far, to lay one sheet into another."""
        return "".join(self._marks)

    def _stroke(
        self,
        shape: BaseGeometry,
        colour: str | None,
        *,
        width: float,
        opacity: float,
        dash: str = "",
    ) -> None:
        d = " ".join(pen.trace(run) for run in shapes.lines_of(shape.simplify(0.3)))
        if d:
            ink = colour or self.line_colour
            self._marks.append(pen.path(d, stroke=ink, width=width, opacity=opacity, dash=dash))

    def _drawn_out(self, shape: BaseGeometry) -> BaseGeometry:
        if not self._bleed:
            return shape
        return transform(
            shape,
            lambda xy: np.where((xy[:, :1] <= _OFF_THE_EDGE) & [True, False], xy - self._bleed, xy),
        )

    def _walls(
        self,
        loop: list[tuple[float, float]],
        dx: float,
        dy: float,
        *,
        inside: bool,
        low: str,
        high: str,
    ) -> None:
        hole = Polygon(loop)
        for _, a, b, tone in sorted(_visible(loop, dx, dy, inside=inside)):
            wall = shapes.face([a, b, (b[0] + dx, b[1] + dy), (a[0] + dx, a[1] + dy)])
            self.fill(wall.intersection(hole), mixed(mixed(low, "#2E4A61", 0.35), high, tone * 0.7))


def _visible(
    loop: list[tuple[float, float]], dx: float, dy: float, *, inside: bool
) -> list[tuple[float, tuple[float, float], tuple[float, float], float]]:
    """The sides of a swept loop that face the eye, far ones first, with their tone."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(loop))
    sign = (1 if area > 0 else -1) * (-1 if inside else 1)
    found = []
    for a, b in pairwise(loop):
        nx, ny = sign * (b[1] - a[1]), -sign * (b[0] - a[0])
        length = math.hypot(nx, ny) or 1
        if nx * dx + ny * dy <= 0:
            continue
        depth = -((a[0] + b[0]) * dx + (a[1] + b[1]) * dy)
        tone = max(0.0, min(1.0, 0.5 + (-ny * 0.62 - nx * 0.30) / length))
        found.append((depth, (a[0], a[1]), (b[0], b[1]), tone))
    return found


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [shape]
    return [p for p in getattr(shape, "geoms", ()) if isinstance(p, Polygon)]


def _faces(shape: BaseGeometry) -> BaseGeometry:
    return MultiPolygon(_polygons(shape))
