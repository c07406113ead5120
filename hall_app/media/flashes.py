"""How often a film flashes within any second, by the general flash threshold of WCAG 2.2, 2.3.1.

There a flash is a pair of opposing changes in relative luminance of 10 % or more of the maximum,
where the darker image is below 0.80; more than three within one second are too many, unless
they fill less than a quarter of any ten degrees of sight
(https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds).

Simplified here: a screen of the hall is seen whole, so that a quarter of the ten degrees is taken
for a quarter of the picture; the picture is looked at in cells of a small grid, each with its
mean colour; changes of as many cells belong together where they come within a twentieth of a
second. The threshold for saturated red is not measured.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import av
from av.container import InputContainer
from av.video.reformatter import ColorRange
from av.video.stream import VideoStream

from hall_app.media.limits import Limits

COLUMNS, ROWS = 16, 9
LEAD_S = 2.0
"""A part of a film is read from so much earlier: a second of flashes may lie across its edge."""

_CELLS = COLUMNS * ROWS
_AREA = _CELLS / 4
_CHANGE = 0.1
_DARKER_BELOW = 0.8
_TOGETHER_S = 0.05
# Times of frames are binary fractions: a second that is exactly over counts as over.
_SECOND_S = 1.0 - 1e-6
_UNKNOWN_RATE = 30.0


def _linear(value: int) -> float:
    """One channel of sRGB as light."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


_RED = tuple(0.2126 * _linear(value) for value in range(256))
_GREEN = tuple(0.7152 * _linear(value) for value in range(256))
_BLUE = tuple(0.0722 * _linear(value) for value in range(256))


class Cell:
    """One place of the picture: its luminance at the last turn, and since when it turned how often."""

    __slots__ = ("extreme", "rises", "turns")

    def __init__(self, luminance: float) -> None:
        self.extreme = luminance
        self.rises: bool | None = None
        self.turns: deque[float] = deque()

    def turn(self, luminance: float) -> bool | None:
        """Take the next luminance; tells which way it turned, None where it did not."""
        change = luminance - self.extreme
        if self.rises is not None and (change > 0) is self.rises:
            self.extreme = luminance
            return None
        if abs(change) < _CHANGE or min(luminance, self.extreme) >= _DARKER_BELOW:
            return None
        self.extreme, self.rises = luminance, change > 0
        return self.rises

    def count(self, at: float) -> int:
        """Keep a turn; tells how many there were in the second that ends here."""
        self.turns.append(at)
        while self.turns[0] < at - _SECOND_S:
            self.turns.popleft()
        return len(self.turns)


def most_flashes(frames: Iterable[tuple[float, bytes]]) -> int:
    """The most flashes within any second of frames: the time and the RGB bytes of the grid of each."""
    cells: list[Cell] = []
    turned: dict[bool, deque[tuple[float, list[Cell]]]] = {True: deque(), False: deque()}
    most = 0
    for at, pixels in frames:
        luminances = _luminances(pixels)
        if not cells:
            cells = [Cell(one) for one in luminances]
            continue
        now: dict[bool, list[Cell]] = {True: [], False: []}
        for cell, luminance in zip(cells, luminances, strict=True):
            way = cell.turn(luminance)
            if way is not None:
                now[way].append(cell)
        for way, some in now.items():
            if some:
                most = max(most, _take(turned[way], at, some))
    return most


def count_flashes(path: Path, form: str, *, since: float = 0.0, until: float | None = None) -> int:
    """The most flashes within any second of a film, or of a part of it, in seconds."""
    options = {"protocol_whitelist": "file"}
    with av.open(path, format=form, options=options, metadata_errors="replace") as container:
        return most_flashes(_frames(container, container.streams.video[0], since, until))


def is_cheap(film: VideoStream, duration_s: float, limits: Limits) -> bool:
    """Whether a film is short and small enough to be looked at whole when it is taken in."""
    rate = float(film.average_rate or _UNKNOWN_RATE)
    size = film.codec_context.width * film.codec_context.height
    return duration_s * rate * size <= limits.flash_pixels


def _take(waiting: deque[tuple[float, list[Cell]]], at: float, some: list[Cell]) -> int:
    """Let cells that turned wait for others; with enough of them it is a change of the picture.

    Returns:
        How often a quarter of the picture has flashed within the second that ends here, where it
        changed just now.
    """
    while waiting and waiting[0][0] < at - _TOGETHER_S:
        waiting.popleft()
    waiting.append((at, some))
    together = [cell for _, cells in waiting for cell in cells]
    if len(together) < _AREA:
        return 0
    waiting.clear()
    counts = sorted((cell.count(at) for cell in together), reverse=True)
    return counts[int(_AREA) - 1] // 2


def _luminances(pixels: bytes) -> list[float]:
    return [
        _RED[red] + _GREEN[green] + _BLUE[blue]
        for red, green, blue in zip(pixels[::3], pixels[1::3], pixels[2::3], strict=True)
    ]


def _frames(
    container: InputContainer, film: VideoStream, since: float, until: float | None
) -> Iterator[tuple[float, bytes]]:
    film.codec_context.thread_count = 1
    begin = (container.start_time or 0) / av.time_base
    since = max(0.0, since - LEAD_S)
    if since:
        container.seek(round((begin + since) * av.time_base), backward=True)
    for frame in container.decode(film):
        at = (frame.time or 0.0) - begin
        if at < since:
            continue
        if until is not None and at > until:
            return
        small = frame.reformat(
            COLUMNS, ROWS, "rgb24", dst_color_range=ColorRange.JPEG, interpolation="AREA", threads=1
        )
        plane = small.planes[0]
        data, width = bytes(plane), plane.line_size
        yield at, b"".join(data[row * width : row * width + 3 * COLUMNS] for row in range(ROWS))
