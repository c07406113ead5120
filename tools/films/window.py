"""The window: four bars meet, more follow, and one pane leads back to the press."""

from __future__ import annotations

from tools.films import press
from tools.films.motion import Keyed, eased
from tools.films.stage import HEIGHT, WIDTH, XY, Camera, Stage

# One pane has the shape of the picture, so that the film can pass through it.
PANE_W = 1040.0
PANE_H = PANE_W * HEIGHT / WIDTH
SEEN = PANE_W - 10  # a little less, so that no edge of the frame stays in the last picture
BAR = 62.0
STEP = (PANE_W + BAR, PANE_H + BAR)
INK, FACE, SHADE, LIGHT = "#0C2233", "#DDE7ED", "#9FB4C4", "#FFFFFF"
MIRRORED = (24.6, 26.4)  # the press comes to stand behind the glass
ROWS, COLUMNS = (-1, 0, 1), (-2, -1, 0, 1, 2)

_CAMERA = Keyed(
    (20.6, 60, 30, 1560),
    (21.8, 60, 30, 1560),
    (24.0, 0, 0, 1660),
    (26.8, 0, 0, 3420),
    (27.2, 0, 0, 3420),
    (29.8, 0, 0, SEEN),
    (30.0, 0, 0, SEEN),
)


def draw(stage: Stage, t: float) -> None:
    """The frame grows into a wall of windows; then the camera goes in through the middle one."""
    with stage.through(Camera(*_CAMERA(t))):
        stage.lines(
            [[(-2600, -1200 + 24.0 * k), (2600, -1200 + 24.0 * k)] for k in range(100)],
            LIGHT,
            width=1.1,
            opacity=0.3 * (1 - eased(t, *MIRRORED)),
        )
        _middle(stage, t)
        for row in ROWS:
            for column in COLUMNS:
                start = 20.5 if row == column == 0 else 23.2 + 0.22 * (abs(row) + abs(column))
                _window(stage, column, row, t - start)


def _middle(stage: Stage, t: float) -> None:
    """Behind the middle pane stands the press, as the film began."""
    shown = eased(t, *MIRRORED)
    if shown <= 0:
        return
    w, h = PANE_W / 2, PANE_H / 2
    size = SEEN / press.START.width
    with stage.within([(-w, -h), (w, -h), (w, h), (-w, h)]):
        x, y = press.START.x * size, press.START.y * size
        with stage.placed(-x, -y, size=size, opacity=shown):
            press.scene(stage, t - 30)


def _window(stage: Stage, column: int, row: int, since: float) -> None:
    """Four mitred bars close round a pane; a neighbour comes in whole from outside."""
    if since <= 0:
        return
    is_first = (column, row) == (0, 0)
    w, h, b = PANE_W / 2, PANE_H / 2, BAR
    far = 560 * (1 - eased(since, 0.0, 1.6))
    clear = eased(since, 1.1, 2.2)
    x, y = column * STEP[0], row * STEP[1]
    if not is_first:
        x, y, far = x + far * _sign(column), y + far * _sign(row), 0.0
    with stage.placed(x, y, opacity=min(1.0, since / 0.5)):
        if not is_first:
            stage.fill([(-w, -h), (w, -h), (w, h), (-w, h)], "#B4C6D3", opacity=0.55 * clear)
        _glints(stage, clear * (1 - is_first * eased(since, 4.0, 6.0)), 34 * since)
        for (dx, dy), corners in (
            ((0, -far), [(-w - b, -h - b), (w + b, -h - b), (w, -h), (-w, -h)]),
            ((0, far), [(-w - b, h + b), (w + b, h + b), (w, h), (-w, h)]),
            ((-far, 0), [(-w - b, -h - b), (-w, -h), (-w, h), (-w - b, h + b)]),
            ((far, 0), [(w + b, -h - b), (w, -h), (w, h), (w + b, h + b)]),
        ):
            with stage.placed(dx, dy):
                _mitred(stage, corners)


def _sign(of: int) -> int:
    return (of > 0) - (of < 0)


def _mitred(stage: Stage, corners: list[XY]) -> None:
    """A bar of the frame with the long lines of its profile."""
    stage.fill(corners, FACE, edge=INK, width=2.6)
    (a, b, c, d) = (
        corners
        if corners[0][1] == corners[1][1]
        else (corners[0], corners[3], corners[2], corners[1])
    )
    for share, colour, width in (
        (0.16, INK, 1.2),
        (0.28, LIGHT, 5),
        (0.42, INK, 2.2),
        (0.48, SHADE, 4),
        (0.72, INK, 1.2),
        (0.86, INK, 1.6),
    ):
        start = (a[0] + (d[0] - a[0]) * share, a[1] + (d[1] - a[1]) * share)
        stop = (b[0] + (c[0] - b[0]) * share, b[1] + (c[1] - b[1]) * share)
        stage.line([start, stop], colour, width=width, opacity=0.9)


def _glints(stage: Stage, shown: float, gone: float) -> None:
    """Glass: a few slanting lines that pass slowly."""
    w, h = PANE_W / 2, PANE_H / 2
    with stage.within([(-w, -h), (w, -h), (w, h), (-w, h)]):
        for k, x in enumerate((-420, -382, -356, -10, 90, 116)):
            reach, at = h * (1 - 0.25 * (k % 3)), x + gone
            stage.line(
                [(at - reach * 0.7, reach), (at + reach * 0.7, -reach)],
                LIGHT,
                width=3 if k % 3 else 6,
                opacity=0.75 * shown,
            )
