"""The pen: points in, SVG text out. Plain paths only, since QtSvg knows no clip, mask or filter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from hall_app.publishing.plates.palette import Material

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def trace(points: Iterable[Point], *, closed: bool = False) -> str:
    """The `d` of a polyline, in steps from point to point to keep files small."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    (x, y), *rest = tenths
    d = f"M{number(x / 10)},{number(y / 10)}"
    steps = []
    for to_x, to_y in rest:
        if (to_x, to_y) != (x, y):
            steps.append(f"{number((to_x - x) / 10)},{number((to_y - y) / 10)}")
        x, y = to_x, to_y
    return d + ("l" + " ".join(steps) if steps else "") + ("Z" if closed else "")


def path(
    d: str,
    *,
    stroke: str = "none",
    width: float = 1,
    fill: str = "none",
    opacity: float = 1,
    dash: str = "",
) -> str:
    """One path element; strokes have round ends."""
    parts = [f'<path d="{d}" fill="{fill}"']
    if fill != "none":
        parts.append(' fill-rule="evenodd"')
    if stroke != "none":
        parts.append(f' stroke="{stroke}" stroke-width="{number(width)}"')
        parts.append(' stroke-linecap="round" stroke-linejoin="round"')
    if dash:
        parts.append(f' stroke-dasharray="{dash}"')
    if opacity < 1:
        parts.append(f' opacity="{opacity:.2f}"')
    return "".join(parts) + "/>"


def circle(
    x: float,
    y: float,
    r: float,
    *,
    stroke: str = "none",
    width: float = 1,
    fill: str = "none",
    opacity: float = 1,
) -> str:
    """One circle element."""
    line = f' stroke="{stroke}" stroke-width="{width:.1f}"' if stroke != "none" else ""
    pale = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}"{line}{pale}/>'


def ring(x: float, y: float, r: float, steps: int = 60, phase: float = 0) -> list[Point]:
    """The corners of a regular polygon, fine enough to be a circle."""
    turns = (phase + 2 * math.pi * i / steps for i in range(steps))
    return [(x + r * math.cos(t), y + r * math.sin(t)) for t in turns]


def smooth(points: Sequence[Point], steps: int = 12) -> list[Point]:
    """A curve through all points (Catmull-Rom), as a dense polyline."""
    run = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(run, run[1:], run[2:], run[3:], strict=False):
        curve += [
            (_spline(a[0], b[0], c[0], d[0], i / steps), _spline(a[1], b[1], c[1], d[1], i / steps))
            for i in range(steps)
        ]
    return [*curve, points[-1]]


def beside(points: Sequence[Point], distance: float) -> list[Point]:
    """The line that runs beside a polyline, to its left for a positive distance."""
    moved = []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1
        moved.append((x - dy / length * distance, y + dx / length * distance))
    return moved


def strand(
    points: Sequence[Point], ends: int, *, gap: float, colour: str, width: float, opacity: float = 1
) -> str:
    """A thread of `ends` ends side by side."""
    d = " ".join(trace(beside(points, (k - (ends - 1) / 2) * gap)) for k in range(ends))
    return path(d, stroke=colour, width=width, opacity=opacity)


def rounded(points: Sequence[Point], radius: float, *, closed: bool = True) -> str:
    """The `d` of a polygon or polyline with its corners rounded."""
    n, d = len(points), ""
    corners = range(n) if closed else range(1, n - 1)
    if not closed:
        d = trace(points[:1])
    for i in corners:
        (x, y), a, b = points[i], points[i - 1], points[(i + 1) % n]
        start, end = _toward((x, y), a, radius), _toward((x, y), b, radius)
        lift = "M" if closed and i == 0 else "L"
        d += f"{lift}{number(start[0])},{number(start[1])} Q{number(x)},{number(y)} {number(end[0])},{number(end[1])} "
    last = points[-1]
    return d + ("Z" if closed else f"L{number(last[0])},{number(last[1])}")


def ground(material: Material, width: float, height: float) -> str:
    """The cloth of a gallery: its gradient and a faint warp."""
    stops = ((0, material.deep), (0.55, material.mid), (1, material.high))
    colours = "".join(f'<stop offset="{at}" stop-color="{c}"/>' for at, c in stops)
    warp = " ".join(f"M{x},0V{number(height)}" for x in range(5, int(width), 11))
    return (
        f'<defs><linearGradient id="ground-{material.key}" x1="0" y1="0" x2="0" y2="1">{colours}'
        f'</linearGradient></defs><rect width="{number(width)}" height="{number(height)}" '
        f'fill="url(#ground-{material.key})"/>'
    ) + path(warp, stroke="#FFFFFF", width=0.8, opacity=0.035)


def document(width: float, height: float, body: str) -> str:
    """A whole SVG file."""
    w, h = number(width), number(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" '
        f'viewBox="0 0 {w} {h}">{body}</svg>\n'
    )


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    flat = 2 * b + (c - a) * t
    bent = (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
    return (flat + bent) / 2


def _toward(corner: Point, other: Point, radius: float) -> Point:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = math.hypot(dx, dy) or 1
    reach = min(radius, length / 2) / length
    return corner[0] + dx * reach, corner[1] + dy * reach
