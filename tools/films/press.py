"""The press in long section: ram, container, billet, die, and the table the profile runs out on."""

from __future__ import annotations

import math
from functools import lru_cache

from shapely.geometry import Point, box

from hall_app.publishing.plates.palette import mixed
from tools.drawing import shapes
from tools.films.motion import Keyed, cycle, eased, spread, swing
from tools.films.stage import Camera, Stage, trace, traced

AXIS = 500.0
BORE = 70.0
CONTAINER = (500.0, 930.0)
DIE = (930.0, 990.0)
FLOOR = 800.0
ROLLER_R = 19.0
HOT = "#B8682A"
FACE = "#C9D6DF"
INK = "#0C2233"
FIVE = (-2, -1, 0, 1, 2)

START = Camera(890, 530, 1660)
_CAMERA = Keyed(
    (0, START.x, START.y, START.width),
    (1.4, START.x - 16, START.y, START.width - 50),
    (4.6, 690, 505, 830),
    (5.8, 740, 505, 830),
    (8.0, 930, 520, 780),
    (9.4, 1250, 545, 1000),
    (13.0, 2760, 575, 1120),
    (14.6, 3000, 575, 1120),
)
_RAM = Keyed((0, 512), (5.2, 512), (6.4, 530), (13.6, 800), (14.6, 822))
_FRONT = Keyed(
    (0, 1150), (5.3, 1150), (6.6, 1172), (8.2, 1290), (9.4, 1560), (13.0, 3010), (14.6, 3330)
)


def draw(stage: Stage, t: float) -> None:
    """The press at one moment of its own part of the film."""
    with stage.through(Camera(*_CAMERA(t))):
        scene(stage, t)


def scene(stage: Stage, t: float) -> None:
    """Everything there is of it, in its own coordinates."""
    _ground(stage)
    _table(stage, t)
    _profile(stage, t)
    _block(stage, t)
    _billet(stage, t)
    _ram(stage, t)
    _die(stage)
    _feed(stage, t)


@lru_cache(maxsize=1)
def _still() -> dict[str, str]:
    left, right = CONTAINER
    outer = [box(left, AXIS - 196, right, AXIS - 96), box(left, AXIS + 96, right, AXIS + 196)]
    liner = [box(left, AXIS - 96, right, AXIS - BORE), box(left, AXIS + BORE, right, AXIS + 96)]
    coils = shapes.all_of(
        [
            Point(left + 36 + 51.2 * k, AXIS + s * 146).buffer(17, 24)
            for k in range(8)
            for s in (-1, 1)
        ]
    )
    body = shapes.all_of(outer).difference(coils)
    hole = 24.0
    die = shapes.all_of(
        [box(DIE[0], AXIS - 150, DIE[1], AXIS - hole), box(DIE[0], AXIS + hole, DIE[1], AXIS + 150)]
    )
    die = die.difference(
        shapes.face(
            [
                (DIE[0] + 22, AXIS - hole - 1),
                (DIE[1] + 1, AXIS - hole - 20),
                (DIE[1] + 1, AXIS + hole + 20),
                (DIE[0] + 22, AXIS + hole + 1),
            ]
        )
    )
    ring = shapes.all_of(
        [
            box(DIE[0], AXIS - 196, DIE[1] + 64, AXIS - 150),
            box(DIE[0], AXIS + 150, DIE[1] + 64, AXIS + 196),
        ]
    )
    bolster = shapes.all_of(
        [
            box(DIE[1], AXIS - 150, DIE[1] + 64, AXIS - 56),
            box(DIE[1], AXIS + 56, DIE[1] + 64, AXIS + 150),
        ]
    )
    feet = shapes.all_of([box(540, AXIS + 196, 620, FLOOR), box(850, AXIS + 196, 1054, FLOOR)])
    return {
        "body": traced(body),
        "body hatch": traced(shapes.hatching(body, angle=45, gap=11)),
        "liner": traced(shapes.all_of(liner)),
        "liner hatch": traced(shapes.hatching(shapes.all_of(liner), angle=-45, gap=6)),
        "die": traced(die),
        "ring": traced(ring),
        "ring hatch": traced(shapes.hatching(ring, angle=45, gap=9)),
        "bolster": traced(bolster),
        "bolster hatch": traced(shapes.hatching(bolster, angle=-45, gap=8)),
        "feet": traced(feet),
        "feet hatch": traced(shapes.hatching(feet, angle=-60, gap=16)),
        "ticks": " ".join(
            trace([(-600 + 26 * k, FLOOR + 2), (-616 + 26 * k, FLOOR + 18)]) for k in range(190)
        ),
    }


def _ground(stage: Stage) -> None:
    stage.lines(
        [[(-800, 40 + 24.0 * k), (4400, 40 + 24.0 * k)] for k in range(42)],
        "#FFFFFF",
        width=1.1,
        opacity=0.3,
    )
    stage.line([(-600, FLOOR), (4300, FLOOR)], width=2.4)
    stage.line(_still()["ticks"], width=1.2, opacity=0.45)
    stage.line([(-600, AXIS), (4300, AXIS)], width=1, opacity=0.4, dash=(30, 9, 4, 9))


def _heat(t: float) -> float:
    return eased(t, 1.8, 5.6) * (1 - eased(t, 13.0, 14.0))


def _block(stage: Stage, t: float) -> None:
    """The container with its heating coils, cut open."""
    still = _still()
    stage.fill(still["feet"], FACE, edge=stage.material.line, width=2)
    stage.line(still["feet hatch"], width=1, opacity=0.35)
    left, right = CONTAINER
    stage.fill(
        [(left, AXIS - 96), (right, AXIS - 96), (right, AXIS + 96), (left, AXIS + 96)], "#E6EDF1"
    )
    for name, width in (("body", 2.2), ("liner", 1.6)):
        stage.fill(still[name], FACE, edge=stage.material.line, width=width)
        stage.line(still[f"{name} hatch"], width=1.1, opacity=0.6)
    for k in range(8):
        for side in (-1, 1):
            warm = eased(_heat(t), 0.08 * k, 0.08 * k + 0.4)
            x, y = left + 36 + 51.2 * k, AXIS + side * 146
            stage.circle(x, y, 17, mixed(stage.material.line, HOT, warm), width=2, fill="#E6EDF1")
            with stage.placed(x, y, turn=360 * t / 6 * side):
                turns = [
                    (13 * u * math.cos(14 * u), 13 * u * math.sin(14 * u))
                    for u in [i / 40 for i in range(41)]
                ]
                stage.line(turns, mixed(stage.material.line, HOT, warm), width=1.7)


def _billet(stage: Stage, t: float) -> None:
    """An engraved cylinder; its lines warm from the outside in, and it grows shorter."""
    start, end, heat = _RAM(t)[0], DIE[0], _heat(t)
    top, low = AXIS - BORE + 3, AXIS + BORE - 3
    stage.fill(
        [(start, top), (end, top), (end, low), (start, low)],
        mixed("#EEF3F6", "#EBC79C", heat),
        edge=stage.material.line,
        width=1.8,
    )
    for k in range(1, 30):
        a = -math.pi / 2 + math.pi * k / 30
        share = (math.sin(a) + 1) / 2
        if abs(share - 0.34) < 0.06:
            continue
        warm = eased(heat, 0.55 * math.cos(a), 0.55 * math.cos(a) + 0.45)
        y = top + (low - top) * share
        stage.line(
            [(start + 2, y), (end - 2, y)],
            mixed(stage.material.line, HOT, warm),
            width=1.25,
            opacity=0.75,
        )
    _flow(stage, start, end, t)
    for k, phase in enumerate(spread(26, 2)):
        age = cycle(t, 2.0 if k % 2 else 2.5, phase)
        side = 1 if k % 2 else -1
        y = AXIS + side * (128 - 52 * age)
        x = CONTAINER[0] + 30 + (CONTAINER[1] - CONTAINER[0] - 60) * phase
        wisp = [(x + 4 * math.sin(u * 5 + k), y + side * 13 * u) for u in [i / 8 for i in range(9)]]
        stage.line(wisp, HOT, width=1.6, opacity=heat * 0.8 * math.sin(math.pi * age))


def _flow(stage: Stage, start: float, end: float, t: float) -> None:
    """Where the metal crowds into the die its lines draw together."""
    moved = _FRONT(t)[0] - 1150
    for k in range(-5, 6):
        y = k * (BORE - 12) / 5
        far = max(start + 10, end - 170)
        run = [
            (far + (end + 26 - far) * u, AXIS + y * (1 - u**3) + (18 * k / 5) * u**3)
            for u in [i / 20 for i in range(21)]
        ]
        stage.line(
            run,
            HOT if moved else stage.material.line,
            width=1.4,
            opacity=0.5 if moved else 0.25,
            dash=(18, 20),
            run=moved * 0.35,
        )


def _ram(stage: Stage, t: float) -> None:
    x = _RAM(t)[0]
    back = x - 300
    line = stage.material.line
    stage.fill(
        [(back + 44, AXIS - 48), (x - 34, AXIS - 48), (x - 34, AXIS + 48), (back + 44, AXIS + 48)],
        "#E6EDF1",
        edge=line,
        width=2,
    )
    for k in range(1, 20):
        share = (math.sin(-math.pi / 2 + math.pi * k / 20) + 1) / 2
        if abs(share - 0.34) > 0.08:
            y = AXIS - 48 + 96 * share
            stage.line([(back + 44, y), (x - 34, y)], width=1.1, opacity=0.7)
    stage.fill(
        [
            (x - 34, AXIS - BORE + 4),
            (x, AXIS - BORE + 4),
            (x, AXIS + BORE - 4),
            (x - 34, AXIS + BORE - 4),
        ],
        line,
        edge=INK,
        width=2,
    )
    stage.fill(
        [(back, AXIS - 150), (back + 44, AXIS - 150), (back + 44, AXIS + 150), (back, AXIS + 150)],
        line,
        edge=INK,
        width=2,
    )
    for side in (-1, 1):
        y = AXIS + side * 122
        stage.fill(
            [
                (back - 130, y - 13),
                (CONTAINER[0], y - 13),
                (CONTAINER[0], y + 13),
                (back - 130, y + 13),
            ],
            FACE,
            edge=line,
            width=1.8,
        )
        stage.lines(
            [[(back - 126, y - d), (CONTAINER[0], y - d)] for d in (-8, -5, 6, 9)],
            width=1,
            opacity=0.6,
        )
        stage.fill(
            [(back - 8, y - 24), (back + 52, y - 24), (back + 52, y + 24), (back - 8, y + 24)],
            line,
            edge=INK,
            width=2,
        )
        stage.lines(
            [[(back - 2, y + d), (back + 46, y + d)] for d in (-14, 0, 14)],
            "#FFFFFF",
            width=1,
            opacity=0.5,
        )


def _die(stage: Stage) -> None:
    still, line = _still(), stage.material.line
    for name in ("ring", "bolster"):
        stage.fill(still[name], FACE, edge=line, width=2)
        stage.line(still[f"{name} hatch"], width=1.1, opacity=0.65)
    stage.fill(still["die"], line, edge=INK, width=2)


def _profile(stage: Stage, t: float) -> None:
    """The bar that has left the die: long lines, because it is the same all along."""
    front, heat = _FRONT(t)[0], _heat(t)
    start = DIE[0] - 1
    stage.fill(
        [(start, AXIS - 22), (front, AXIS - 22), (front, AXIS + 22), (start, AXIS + 22)],
        "#EEF3F6",
        edge=INK,
        width=2.2,
    )
    for y, width, opacity in (
        (-16, 1.2, 0.8),
        (-6, 2.4, 0.9),
        (-2, 1, 0.6),
        (2, 1, 0.6),
        (6, 2.4, 0.9),
        (16, 1.2, 0.8),
    ):
        stage.line([(start, AXIS + y), (front, AXIS + y)], width=width, opacity=opacity)
    stage.line([(start, AXIS - 11), (front, AXIS - 11)], "#FFFFFF", width=3.4)
    reach = min(front, DIE[1] + 420)
    for k in range(14):
        stage.line(
            [
                (start, AXIS - 19 + 2.9 * k),
                (start + (reach - start) * (1 - 0.05 * (k * 5 % 7)), AXIS - 19 + 2.9 * k),
            ],
            HOT,
            width=1.3,
            opacity=0.6 * heat,
        )
    for x in _marks(front, start):
        stage.line([(x, AXIS + 11), (x + 26, AXIS + 11)], stage.material.thread, width=3)


def _marks(front: float, start: float) -> list[float]:
    """Marks that travel with the bar, so that it is seen to move."""
    first = front - 60
    return [
        first - 150 * k for k in range(int((first - start) // 150) + 1) if first - 150 * k > start
    ]


def _table(stage: Stage, t: float) -> None:
    """Rollers that turn under the bar."""
    line = stage.material.line
    moved = _FRONT(t)[0] - 1150
    y = AXIS + 22 + ROLLER_R + 2
    for x in (1210 + 360 * k for k in range(9)):
        stage.fill(
            [(x - 9, y + 40), (x + 9, y + 40), (x + 9, FLOOR), (x - 9, FLOOR)],
            FACE,
            edge=line,
            width=1.6,
        )
        stage.lines(
            [[(x - 9, y + 130), (x - 84, y + 52)], [(x + 9, y + 130), (x + 84, y + 52)]],
            width=1.6,
            opacity=0.8,
        )
        stage.line([(x - 26, FLOOR), (x + 26, FLOOR)], width=5)
    stage.fill(
        [(1080, y + 30), (4200, y + 30), (4200, y + 50), (1080, y + 50)], FACE, edge=line, width=1.8
    )
    stage.line([(1080, y + 36), (4200, y + 36)], "#FFFFFF", width=1.6)
    for k in range(34):
        x = 1120 + 90 * k
        stage.lines([[(x - 7, y), (x - 7, y + 30)], [(x + 7, y), (x + 7, y + 30)]], width=1.4)
        with stage.placed(x, y, turn=math.degrees(moved / ROLLER_R)):
            stage.circle(0, 0, ROLLER_R, line, width=2.2, fill="#E6EDF1")
            stage.circle(0, 0, ROLLER_R - 6, line, width=1)
            stage.lines([[(-9, 0), (9, 0)], [(0, -9), (0, 9)]], width=1.4)


def _feed(stage: Stage, t: float) -> None:
    """Five ends of the thread come in from the left and set to the crosshead."""
    until = _RAM(t)[0] - 300
    for lane in FIVE:
        near, far = AXIS + lane * 8, AXIS + lane * 42
        run = [
            (x, near + (far - near) / (1 + math.exp(-0.042 * (x - (until - 130)))))
            for x in [-420 + (until + 420) * u / 40 for u in range(41)]
        ]
        tremble = 1.2 * swing(t, 1.5, lane * 0.2)
        stage.silk(
            [(x, y + tremble * math.sin(x / 60)) for x, y in run[:-1]] + [(until, far)],
            width=3.2,
            travel=t * 168,
        )
        stage.circle(until, far, 6, fill=stage.material.thread)
