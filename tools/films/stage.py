"""The stage of a film: marks in the world's own coordinates, seen through a camera."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from hall_app.publishing.plates.palette import MATERIALS
from tools.drawing import shapes

WIDTH, HEIGHT = 1920, 1080
_THINNING = 0.45
XY = tuple[float, float]
Points = Sequence[XY]


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the picture's centre lies, and how much of the world it sees across."""

    x: float
    y: float
    width: float


def trace(points: Points, *, closed: bool = False) -> str:
    """The `d` of a line, in hundredths so that slow movement stays even."""
    (x, y), *rest = points
    d = f"M{x:.2f},{y:.2f}" + "".join(f"L{x:.2f},{y:.2f}" for x, y in rest)
    return d + ("Z" if closed else "")


def traced(shape: BaseGeometry) -> str:
    """The `d` of a geometry, worked out once for what never moves."""
    return " ".join(trace(line) for line in shapes.lines_of(shape))


def looped(loops: Iterable[Points]) -> str:
    """The `d` of a face and its holes."""
    return " ".join(trace(loop, closed=True) for loop in loops)


class Stage:
    """One frame being drawn; marks lie in the order they are made.

    Lines grow less than the things they draw when the camera comes near.
    """

    def __init__(self, gallery: str, camera: Camera) -> None:
        self.material = MATERIALS[gallery]
        self.camera = camera
        self.zoom = WIDTH / camera.width
        self._fine = self.zoom**-_THINNING
        self._marks: list[str] = []
        self._clips = 0

    def line(
        self,
        what: str | Points,
        colour: str | None = None,
        *,
        width: float = 2,
        opacity: float = 1,
        dash: Sequence[float] = (),
        run: float = 0,
        closed: bool = False,
    ) -> None:
        """Draw a line; `run` is how far its dashes have moved along it."""
        if opacity <= 0.004 or not what:
            return
        d = what if isinstance(what, str) else trace(what, closed=closed)
        mark = (
            f'<path d="{d}" fill="none" stroke="{colour or self.material.line}" '
            f'stroke-width="{width * self._fine:.2f}" stroke-linecap="round" stroke-linejoin="round"'
        )
        if dash:
            lengths = " ".join(f"{length:.1f}" for length in dash)
            mark += f' stroke-dasharray="{lengths}" stroke-dashoffset="{-run:.2f}"'
        self._marks.append(mark + _pale(opacity, "stroke-") + "/>")

    def lines(
        self,
        runs: Iterable[Points],
        colour: str | None = None,
        *,
        width: float = 2,
        opacity: float = 1,
    ) -> None:
        """Draw many lines of one kind."""
        self.line(" ".join(trace(run) for run in runs), colour, width=width, opacity=opacity)

    def fill(
        self,
        what: str | Points,
        colour: str,
        *,
        opacity: float = 1,
        edge: str | None = None,
        width: float = 2,
    ) -> None:
        """Fill a face; `edge` also draws its outline."""
        if opacity <= 0.004 or not what:
            return
        d = what if isinstance(what, str) else trace(what, closed=True)
        stroke = (
            f' stroke="{edge}" stroke-width="{width * self._fine:.2f}" stroke-linejoin="round"'
            if edge
            else ""
        )
        self._marks.append(
            f'<path d="{d}" fill="{colour}" fill-rule="evenodd"{stroke}{_pale(opacity, "fill-", "stroke-")}/>'
        )

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        colour: str | None = None,
        *,
        width: float = 2,
        fill: str = "none",
        opacity: float = 1,
    ) -> None:
        """Draw a circle; without a colour only its face."""
        if opacity <= 0.004 or r <= 0:
            return
        stroke = f' stroke="{colour}" stroke-width="{width * self._fine:.2f}"' if colour else ""
        self._marks.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r:.2f}" fill="{fill}"{stroke}{_pale(opacity, "fill-", "stroke-")}/>'
        )

    def silk(
        self,
        points: Points,
        *,
        width: float = 3,
        opacity: float = 1,
        travel: float | None = None,
    ) -> None:
        """One end of the thread; with `travel` short lights run along it, so that it is seen to move."""
        d = trace(points)
        self.line(d, self.material.thread, width=width, opacity=opacity)
        if travel is not None:
            self.line(d, self.light, width=width * 0.9, opacity=opacity, dash=(34, 206), run=travel)

    @property
    def light(self) -> str:
        """What catches the eye on this ground."""
        return "#D9A441" if self.material.key == "brand" else "#FFF8E8"

    @contextmanager
    def placed(
        self, x: float = 0, y: float = 0, *, turn: float = 0, size: float = 1, opacity: float = 1
    ) -> Iterator[None]:
        """What is drawn inside lies at (x, y), turned by degrees and sized."""
        how = f"translate({x:.3f},{y:.3f})"
        if turn:
            how += f" rotate({turn:.4f})"
        if size != 1:
            how += f" scale({size:.6f})"
        self._marks.append(f'<g transform="{how}"{_pale(opacity)}>')
        before, self._fine = self._fine, self._fine * size**-_THINNING
        yield
        self._fine = before
        self._marks.append("</g>")

    @contextmanager
    def through(self, camera: Camera) -> Iterator[None]:
        """What is drawn inside is another world, seen through a camera of its own."""
        size = self.camera.width / camera.width
        x, y = self.camera.x - camera.x * size, self.camera.y - camera.y * size
        with self.placed(x, y, size=size):
            yield

    @contextmanager
    def within(self, outline: str | Points) -> Iterator[None]:
        """What is drawn inside shows only within the outline."""
        self._clips += 1
        d = outline if isinstance(outline, str) else trace(outline, closed=True)
        self._marks.append(
            f'<clipPath id="c{self._clips}"><path d="{d}" clip-rule="evenodd"/></clipPath>'
            f'<g clip-path="url(#c{self._clips})">'
        )
        yield
        self._marks.append("</g>")

    def svg(self, size: tuple[int, int]) -> str:
        """The frame without its ground."""
        scale = self.zoom * size[0] / WIDTH
        dx = size[0] / 2 - self.camera.x * scale
        dy = size[1] / 2 - self.camera.y * scale
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}">'
            f'<g transform="translate({dx:.3f},{dy:.3f}) scale({scale:.6f})">'
            + "".join(self._marks)
            + "</g></svg>"
        )


def _pale(opacity: float, *paints: str) -> str:
    """How much shows. Said of paints it costs nothing; said of a whole group it takes a layer."""
    if opacity >= 1:
        return ""
    return "".join(f' {paint}opacity="{opacity:.3f}"' for paint in paints or ("",))
