"""六个轮子: one belt takes up six wheels one after another, then they turn together."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from tools.drawing.motifs import belt
from tools.films import wheels
from tools.films.curves import cubic
from tools.films.film import Cue, Film
from tools.films.motion import Keyed, eased
from tools.films.stage import XY, Camera, Stage, trace

LENGTH = 30
PERIOD = 3280.0  # how far it is from one set of six wheels to the next
ENTRY = 833.0  # where the straight thread lies: it leaves level and comes in level
GROUND = "#5A0F0F"
BELT = 11.0
# Where each wheel stands, how large it is, and its make.
WHEELS: tuple[tuple[XY, float, str], ...] = (
    ((280.0, 690.0), 132.0, "toothed"),
    ((560.0, 350.0), 168.0, "spoked"),
    ((850.0, 700.0), 138.0, "bladed"),
    ((1140.0, 345.0), 190.0, "wire"),
    ((1440.0, 695.0), 126.0, "armed"),
    ((1690.0, 390.0), 134.0, "grooved"),
)
GUIDE, GUIDE_R = (1905.0, ENTRY - 43.0), 32.0
SPEED = (
    192.0  # pixels a second; over the film the lights on the belt come round to where they began
)
FIRST = 1
TIGERS = tuple(2230.0 + 150 * k for k in range(4))
OURS = 2
JOINING = 2850.0

_CAMERA = Keyed(
    (0, 560, 585, 1300),
    (1.4, 590, 575, 1290),
    (4.0, 640, 520, 1180),
    (6.4, 850, 590, 1080),
    (8.6, 1130, 470, 1080),
    (10.8, 1430, 580, 1080),
    (12.8, 1600, 560, 1120),
    (15.2, 960, 545, 1960),
    (18.6, 960, 545, 1960),
    (21.6, 2330, 745, 1180),
    (23.6, 2540, 755, 1100),
    (26.6, 3120, 715, 1180),
    (29.4, 3829, 585, 1300),
    (30, 3840, 585, 1300),
)


def camera(t: float) -> Camera:
    return Camera(*_CAMERA(t))


@lru_cache(maxsize=1)
def _pulleys() -> list[tuple[XY, float, int]]:
    discs = [*((at, r) for at, r, _ in WHEELS), (GUIDE, GUIDE_R)]
    return [(at, r + BELT, FIRST if k % 2 == 0 else -FIRST) for k, (at, r) in enumerate(discs)]


@lru_cache(maxsize=8)
def _lane(off: float) -> tuple[np.ndarray, np.ndarray]:
    """One end of the belt through a whole period, and how far along it each point lies."""
    points = belt(_pulleys(), (-500.0, ENTRY), (2150.0, ENTRY), off)[:-1]
    run = np.array([*points, (PERIOD - 500.0, points[-1][1])], float)
    steps = np.hypot(*np.diff(run, axis=0).T)
    return run, np.concatenate([[0.0], np.cumsum(steps)])


@lru_cache(maxsize=1)
def _meetings() -> list[tuple[float, float]]:
    """How far along the belt it meets each wheel, and where it leaves it."""
    run, along = _lane(0.0)
    found = []
    for (x, y), r, _ in WHEELS:
        near = np.abs(np.hypot(run[:, 0] - x, run[:, 1] - y) - r - BELT) < 0.5
        found.append((float(along[near].min()), float(along[near].max())))
    return found


@lru_cache(maxsize=1)
def _tip_run() -> Keyed:
    """How far along the belt its tip has come; a film later it stands one period further."""
    meets = _meetings()
    whole = float(_lane(0.0)[1][-1])
    keys = [(-1.0, meets[0][0]), (0.0, meets[0][1] + 60)]
    keys += [
        (2.2 * k + 1.75, meets[k][0] + 0.55 * (meets[k][1] - meets[k][0])) for k in range(1, 6)
    ]
    keys += [(14.6, _straight(1950)), (16.0, _straight(2060)), (19.8, _straight(2130))]
    keys += [(23.0, _straight(2700)), (26.6, _straight(3240))]
    keys += [(LENGTH - 1.0, whole + meets[0][0]), (LENGTH, whole + meets[0][1] + 60)]
    return Keyed(*keys)


def _straight(x: float) -> float:
    """How far along the belt a place on its level part is."""
    return float(_lane(0.0)[1][-1]) - (PERIOD - 500.0 - x)


def _tip(t: float) -> float:
    if t < 0:
        return _tip(t + LENGTH) - float(_lane(0.0)[1][-1])
    return _tip_run()(t)[0]


def draw(stage: Stage, t: float) -> None:
    """This set of wheels, and the next one to which the thread leads."""
    _rules(stage)
    half = stage.camera.width / 2
    for ahead in (0, 1):
        shift = PERIOD * ahead
        if stage.camera.x - half < shift + 2050 and stage.camera.x + half > shift - 500:
            with stage.placed(shift, 0):
                for k in range(6):
                    _wheel(stage, k, t - LENGTH * ahead)
    _fine_ends(stage, t)
    for ahead in (0, 1):
        with stage.placed(PERIOD * ahead, 0):
            _belt(stage, t - LENGTH * ahead)
            stage.circle(*GUIDE, GUIDE_R, "#F6EEDF", width=3.2, fill=stage.material.deep)
            stage.circle(*GUIDE, GUIDE_R * 0.3, fill="#F6EEDF")
    _tigers(stage, t)


def _rules(stage: Stage) -> None:
    """The faint lines of a drawing sheet."""
    left, right = stage.camera.x - stage.camera.width, stage.camera.x + stage.camera.width
    rows = [[(left, 40 + 80.0 * k), (right, 40 + 80.0 * k)] for k in range(-2, 17)]
    stage.lines(rows, width=1, opacity=0.13)
    columns = range(int(left // 80), int(right // 80) + 1)
    stage.lines([[(80.0 * k, -200), (80.0 * k, 1300)] for k in columns], width=1, opacity=0.07)


# --- the belt ----------------------------------------------------------------------------------


def _belt(stage: Stage, t: float) -> None:
    """Three ends side by side as far as the tip has come; before the film the last belt's tail."""
    reach = _tip(t)
    lights = t * SPEED
    for lane in (-1, 0, 1):
        run, along = _lane(lane * 6.6)
        share = float(along[-1] / _lane(0.0)[1][-1])
        upto = min(reach * share, float(along[-1]))
        if upto <= 0:
            continue
        points = _cut(run, along, upto)
        stage.silk(points, width=3, travel=lights + lane * 71)
    if 0 < reach < _lane(0.0)[1][-1]:
        x, y = _at(*_lane(0.0), reach)
        stage.circle(x, y, 15, stage.material.thread, width=4, fill=stage.material.deep)


def _cut(run: np.ndarray, along: np.ndarray, upto: float) -> list[XY]:
    n = int(np.searchsorted(along, upto))
    points = [(float(x), float(y)) for x, y in run[:n]]
    return [*points, _at(run, along, upto)]


def _at(run: np.ndarray, along: np.ndarray, reach: float) -> XY:
    return (
        float(np.interp(reach, along, run[:, 0])),
        float(np.interp(reach, along, run[:, 1])),
    )


# --- the wheels --------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _start(k: int) -> float:
    """When the tip meets this wheel, found on its run."""
    low, high = -6.0, 16.0
    aim = _meetings()[k][0] + 30
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _tip(middle) < aim else (low, middle)
    return low


def _turn(k: int, t: float) -> float:
    """Degrees this wheel has turned: from rest when the belt takes it up, then evenly."""
    since, ramp = t - _start(k), 1.4
    if since <= 0:
        return 0.0
    run = since**2 / (2 * ramp) if since < ramp else since - ramp / 2
    sign = 1 if (k % 2 == 0) == (FIRST > 0) else -1
    return -sign * math.degrees(SPEED * run / WHEELS[k][1])


def _wheel(stage: Stage, k: int, t: float) -> None:
    (x, y), r, make = WHEELS[k]
    awake = eased(t, _start(k) - 0.1, _start(k) + 0.9)
    stage.lines(
        [[(x - r - 46, y), (x + r + 46, y)], [(x, y - r - 46), (x, y + r + 46)]],
        width=1,
        opacity=0.30,
    )
    stage.circle(x, y, r, fill=GROUND, opacity=awake)
    with stage.placed(x, y, turn=_turn(k, t), opacity=0.46 + 0.54 * awake):
        stage.circle(0, 0, r, stage.material.line, width=2.6)
        wheels.MAKES[make](stage, r)
    stage.circle(x, y, r * 0.06, fill=stage.material.thread, opacity=0.3 + 0.7 * awake)
    ring = eased(t, _start(k), _start(k) + 1.3)
    if 0 < ring < 1:
        stage.circle(
            x, y, r + BELT + 34 * ring, stage.material.thread, width=2.4, opacity=0.8 * (1 - ring)
        )


# --- on the straight thread --------------------------------------------------------------------


def _passed(t: float, x: float, over: float) -> float:
    """From 0 to 1 while the tip goes the last `over` pixels to x."""
    return eased(_tip(t), _straight(x - over), _straight(x))


def _tigers(stage: Stage, t: float) -> None:
    """Four rings on the thread, one of them ours; each opens as the tip comes by."""
    for k, x in enumerate(TIGERS):
        grown = _passed(t, x + 40, 80)
        fill = stage.material.thread if k == OURS else stage.material.deep
        stage.circle(x, ENTRY, 42 * grown, stage.material.thread, width=5, fill=fill)


@lru_cache(maxsize=1)
def _ends() -> tuple[tuple[str, float, float], ...]:
    """Many fine ends that come to the thread and run on in it, each with its place and length."""
    found = []
    for k in range(72):
        join, side = JOINING + 6 * k, -1 if k % 3 else 1
        y = ENTRY + side * (11 + 2.3 * (k * 7 % 11))
        start = (join - 420 - 9 * (k * 5 % 13), ENTRY + side * 660)
        curve = cubic(start, (start[0] + 170, ENTRY + side * 330), (join - 210, y), (join, y))
        close = (join + 240, ENTRY + side * 6.6)
        tail = cubic(curve[-1], (join + 90, y), (join + 130, close[1]), close, 12)
        run = np.array([*curve, *tail])
        found.append((trace([*curve, *tail]), join, float(np.hypot(*np.diff(run, axis=0).T).sum())))
    return tuple(found)


def _fine_ends(stage: Stage, t: float) -> None:
    for d, join, length in _ends():
        shown = _passed(t, join + 320, 700)
        if shown > 0:
            stage.line(
                d,
                stage.material.thread,
                width=1.3,
                opacity=0.8,
                dash=(length * shown, length + 10),
            )


CUES = (
    Cue(
        0.4,
        4.4,
        "1984年，南海。县办的、公社办的企业，",
        "1984年，南海。縣辦的、公社辦的企業，",
        "Nanhai, 1984. Firms of the county and of the communes,",
    ),
    Cue(
        4.6,
        8.8,
        "村里的、生产队的企业，",
        "村裏的、生產隊的企業，",
        "of the villages and the production teams,",
    ),
    Cue(
        9.0,
        13.4,
        "还有个体户和联合体，一个接一个转起来。",
        "還有個體戶和聯合體，一個接一個轉起來。",
        "of households and of partners start up one after another.",
    ),
    Cue(
        14.2,
        19.4,
        "六类企业齐头并进，人称“六个轮子一起转”。",
        "六類企業齊頭並進，人稱「六個輪子一起轉」。",
        'All six kinds went ahead side by side: "six wheels turning together".',
    ),
    Cue(
        19.8,
        24.9,
        "1987年，东莞、顺德、南海、中山被并称“广东四小虎”。",
        "1987年，東莞、順德、南海、中山被並稱「廣東四小虎」。",
        "1987: Dongguan, Shunde, Nanhai and Zhongshan are called the Four Little Tigers of Guangdong.",
    ),
    Cue(
        25.2,
        29.4,
        "到2001年底，南海的非公有制工商企业超过7万户。",
        "到2001年底，南海的非公有制工商企業超過7萬戶。",
        "By the end of 2001 Nanhai had more than 70,000 private businesses.",
    ),
)

FILM = Film("film-six-wheels", "era", LENGTH, draw, camera, CUES, quality=30)
