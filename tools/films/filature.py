"""缫丝: a boiler gives steam, cocoons give their ends, the reel winds them into one thread."""

from __future__ import annotations

import math

from tools.drawing import shapes
from tools.films import basin, boiler, reel
from tools.films.boiler import FLOOR, PALE
from tools.films.curves import cubic, polar
from tools.films.film import Cue, Film
from tools.films.motion import Keyed, eased, swing, there_and_back
from tools.films.stage import XY, Camera, Stage, trace

LENGTH = 30
EYES: tuple[XY, XY] = ((690.0, 425.0), (872.0, 425.0))
PULLEYS: tuple[XY, XY] = ((700.0, 166.0), (862.0, 178.0))
PULLEY_R = 27.0
CROSSING = (781.0, 366.0, 236.0)
# When the fresh end rises, when it is joined, and when it is let go out of sight.
RISES, JOINED, LET_GO = 14.6, 17.4, 22.5

_CAMERA = Keyed(
    (0, 985, 530, 1870),
    (2.6, 985, 530, 1870),
    (6.4, 372, 612, 800),
    (8.4, 392, 640, 800),
    (11.2, 640, 742, 840),
    (13.2, 700, 716, 860),
    (14.6, 700, 650, 900),
    (17.6, 745, 410, 900),
    (20.0, 812, 268, 840),
    (23.0, 1330, 440, 1060),
    (25.2, 1428, 505, 980),
    (28.8, 985, 530, 1870),
    (LENGTH, 985, 530, 1870),
)


def camera(t: float) -> Camera:
    return Camera(*_CAMERA(t))


def draw(stage: Stage, t: float) -> None:
    """The whole filature; everything in it turns a whole number of times in the film."""
    _floor(stage)
    boiler.draw(stage, t)
    basin.draw(stage, t)
    _frame(stage)
    reel.draw(stage, t)
    _filaments(stage, t)
    _taking_up(stage, t)
    for side in (0, 1):
        stage.silk(_course(side, t), width=3.2, travel=t * 240)
    _eyes_and_pulleys(stage, t)
    basin.steam(stage, t)


def _floor(stage: Stage) -> None:
    stage.line([(-60, FLOOR), (2000, FLOOR)], width=2.2, opacity=0.8)
    ticks = [[(-60 + 22 * k, FLOOR + 2), (-72 + 22 * k, FLOOR + 15)] for k in range(95)]
    stage.lines(ticks, width=1.1, opacity=0.38)
    (rx, ry), (bx, by) = reel.CENTRE, boiler.CENTRE
    for line in (
        [(rx, 196), (rx, 930)],
        [(rx - 352, ry), (rx + 352, ry)],
        [(bx, 360), (bx, 930)],
        [(bx - 200, by), (bx + 200, by)],
    ):
        stage.line(line, width=0.9, opacity=0.36, dash=(26, 8, 3, 8))


def _frame(stage: Stage) -> None:
    """The post and rails that carry eyes and pulleys."""
    stage.lines([[(x, 118), (x, FLOOR)] for x in (1118, 1134)], width=1.8, opacity=0.85)
    for left, top, low in ((590, 418, 432), (636, 118, 130)):
        rail = [(1118, top), (left, top), (left, low), (1118, low)]
        stage.line(rail, width=1.6, opacity=0.85)
    for x, y in PULLEYS:
        stage.lines([[(x + d, 130), (x + d, y)] for d in (-4, 4)], width=1.4, opacity=0.85)
    stage.lines([[(1106, y), (1146, y)] for y in (106, 118)], width=1.8, opacity=0.85)
    stage.lines([[(1118, 505), (1050, 432)], [(1118, 522), (1034, 432)]], width=1.4, opacity=0.7)
    stage.lines([[(1118, 203), (1050, 130)], [(1118, 220), (1034, 130)]], width=1.4, opacity=0.7)


# --- silk --------------------------------------------------------------------------------------


def _filament(at: XY, eye: XY, t: float, k: float) -> list[XY]:
    """A filament from its cocoon to the eye, trembling a little."""
    (x, y), sway = at, 1.6 * swing(t, 3, k * 0.27)
    b = (x + sway * 2 + (6 if k % 2 else -6), y - (y - eye[1]) * 0.42)
    c = (eye[0] + (x - eye[0]) * 0.2 - sway, eye[1] + (y - eye[1]) * 0.36)
    return cubic(at, b, c, eye)


def _filaments(stage: Stage, t: float) -> None:
    for k, x in enumerate(basin.COCOONS):
        eye = EYES[0] if k < 5 else EYES[1]
        y = basin.surface(x, t) - 25
        for m in (-3.0, 3.0):
            run = trace(_filament((x + 3 + m, y), (eye[0], eye[1] + 8), t, k + m / 9))
            stage.line(run, width=1.2, opacity=0.7)
            run_by = t * 120 + k * 37 + m * 9
            stage.line(run, stage.light, width=1.4, opacity=0.9, dash=(14, 106), run=run_by)


def _taking_up(stage: Stage, t: float) -> None:
    """添緒: the fresh cocoon's loose end rises to the eye and joins the others there."""
    x, y = basin.fresh(t)
    base, eye = (x + 5, y - 21), (EYES[0][0], EYES[0][1] + 8)
    share = eased(t, RISES, JOINED) if t < LET_GO else 0.0
    loose = []
    for u in (i / 30 for i in range(31)):
        curl = 15 * math.sin(u * 4 + 0.8 * swing(t, 3))
        loose.append((base[0] + 26 * u + curl, base[1] - 46 * u + 9 * math.sin(u * 7)))
    run = [
        (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        for a, b in zip(loose, _filament(base, eye, t, 3.3), strict=True)
    ]
    shown = 1 - there_and_back(t, LET_GO - 0.9, LET_GO + 0.9, rise=0.8)
    thread, deep = stage.material.thread, stage.material.deep
    stage.line(run, thread, width=2.4, opacity=shown)
    tip = shown if t > LET_GO else 1 - eased(t, JOINED, JOINED + 0.5)
    stage.circle(*run[-1], 5.5, thread, width=2.4, fill=deep, opacity=tip)
    ring = eased(t, JOINED - 0.3, JOINED + 1.1)
    if 0 < ring < 1:
        stage.circle(*EYES[0], 13 + 30 * ring, thread, width=3, opacity=1 - ring)


def _course(side: int, t: float) -> list[XY]:
    """One end of the thread: eye, crossing, pulley, reel, and out to the right."""
    x, low, high = CROSSING
    sign = 1 if side else -1
    twist = []
    for u in (i / 60 for i in range(61)):
        reach = 11 * math.sin(math.pi * u) ** 0.6
        turn = 5 * math.pi * u + 0.35 * swing(t, 1.5)
        twist.append((x + sign * reach * math.cos(turn), low + (high - low) * u))
    px, py = PULLEYS[side]
    over = shapes.arc(px, py, PULLEY_R + 2, 180, 272, 14)
    return [EYES[side], *twist, *over, *reel.over(over[-1], side, t)]


def _eyes_and_pulleys(stage: Stage, t: float) -> None:
    line, deep = stage.material.line, stage.material.deep
    for x, y in EYES:
        stage.circle(x, y, 13, PALE, width=3.2, fill=deep)
        stage.circle(x, y, 4, fill=PALE)
    for x, y in PULLEYS:
        with stage.placed(x, y, turn=120 * t):
            stage.circle(0, 0, PULLEY_R, line, width=2.2, fill=deep)
            stage.circle(0, 0, PULLEY_R - 6, line, width=1.1)
            stage.lines([[polar(7, 72 * k), polar(20, 72 * k)] for k in range(5)], width=1.8)
            stage.circle(0, 0, 6, fill=stage.material.thread)


CUES = (
    Cue(
        0.6,
        4.4,
        "陈启沅由越南回到西樵简村。",
        "陳啟沅由越南回到西樵簡村。",
        "Chen Qiyuan came home from Vietnam to Jiancun in Xiqiao.",
    ),
    Cue(
        5.0,
        9.6,
        "清同治年间，他引用蒸汽，办起继昌隆缫丝厂。",
        "清同治年間，他引用蒸汽，辦起繼昌隆繅絲廠。",
        "In the reign of Tongzhi he founded the Jichanglong filature, with steam.",
    ),
    Cue(
        10.2,
        14.2,
        "茧在热水里松开，丝头一根根提起来。",
        "繭在熱水裏鬆開，絲頭一根根提起來。",
        "Cocoons loosen in hot water, and their ends are lifted one by one.",
    ),
    Cue(
        14.8,
        18.8,
        "一根新的丝头接上去，线就不断。",
        "一根新的絲頭接上去，線就不斷。",
        "A fresh end is taken up, and the thread goes on.",
    ),
    Cue(
        20.0,
        24.6,
        "民族资本机器缫丝，由此开先。",
        "民族資本機器繅絲，由此開先。",
        "So began machine reeling by Chinese private capital.",
    ),
    Cue(
        25.0,
        29.6,
        "1881年停工迁澳门，1885年迁回，改名世昌纶。",
        "1881年停工遷澳門，1885年遷回，改名世昌綸。",
        "Stopped in 1881 and moved to Macao, it came back in 1885 as Shichanglun.",
    ),
)

FILM = Film("film-filature", "century", LENGTH, draw, camera, CUES, quality=32.5)
