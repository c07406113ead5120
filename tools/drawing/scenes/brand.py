"""Plates of Brand Nanhai: press, sections in a row, figures as marks, roads that meet."""

from __future__ import annotations

import math
import random
from functools import partial

from hall_app.publishing.plates.sections import SECTIONS, section
from tools.drawing import motifs, profiles, reels, shapes
from tools.drawing.motifs import Frame
from tools.drawing.scenes import board, cloths, profiles_cut, vehicles, vessels
from tools.drawing.scenes.board import BRASS, DEEP, INK
from tools.drawing.sheet import Sheet


def opening(sheet: Sheet) -> None:
    """Five wires enter the die."""
    parts = [("window", 0.74, 0.24, 0.22, 0.5, -0.18), ("sink", 0.72, 0.90, 0.20, 0.7, -0.18)]
    motifs.die(
        sheet, Frame(1600, 1200, 620, 620, 2.0), section=(0.44, 0.30, 0.9, -0.32), parts=parts
    )


def press(sheet: Sheet) -> None:
    """An extrusion press in section: ram, billet, die, and the profile that runs out."""
    board.setting(sheet, until=190)
    housing = shapes.bar(470, 350, 1000, 850).difference(shapes.bar(470, 480, 1000, 720))
    sheet.fill(housing, INK, edge=DEEP, width=3)
    sheet.hatch(housing, angle=45, gap=15, colour="#9DB3C3", opacity=0.55)
    heat = sheet.gradient(
        [(0, "#B9C7D1"), (0.45, "#E0A860"), (1, "#F6D9A0")], start=(480, 0), stop=(1000, 0)
    )
    sheet.fill(shapes.bar(540, 490, 1000, 710), heat, edge=DEEP, width=2)
    for k in range(9):
        run = reels.cubic(
            (560, 510 + k * 22.5),
            (820, 510 + k * 22.5),
            (900, 600 + (k - 4) * 9),
            (1070, 600 + (k - 4) * 9),
            24,
        )
        sheet.line(run, "#B4521E", width=2.4, opacity=0.6)
    ram = shapes.bar(190, 540, 470, 660).union(shapes.bar(450, 492, 540, 708))
    sheet.fill(ram, "#7E99AD", edge=DEEP, width=3)
    sheet.rounding(ram, count=26, upright=False, colour=DEEP, opacity=0.6)
    die = shapes.bar(1000, 300, 1090, 900).difference(shapes.bar(1000, 556, 1090, 644))
    sheet.fill(die, DEEP)
    sheet.hatch(die, angle=-45, gap=12, colour="#C3D1DB", opacity=0.7)
    for y in (556, 592, 628):
        sheet.fill(shapes.bar(1000, y, 1640, y + 16), "#DCE8EF", edge=INK, width=2)
    for k in range(5):
        x = 1180 + k * 100
        sheet.fill(shapes.disc(x, 690, 32), "#9DB3C3", edge=INK, width=3)
        sheet.line([(x, 722), (x, 860)], INK, width=8)
    with sheet.shifted(1310, 330):
        sheet.fill(profiles.sliding(300), INK, edge=DEEP)
    sheet.line(shapes.disc(1310, 320, 190), BRASS, width=4)
    sheet.line([(1230, 494), (1180, 560)], BRASS, width=4)
    board.measure(sheet, 540, 1000, 930)


def skyline(sheet: Sheet) -> None:
    """A town of sections: every tower is a profile."""
    sheet.lines(
        [[(0, 30 * k + 3), (1600, 30 * k + 3)] for k in range(40)],
        "#FFFFFF",
        width=1.4,
        opacity=0.28,
    )
    plan = [
        ("rail", 150, 250),
        ("mullion", 330, 560),
        ("window", 590, 300),
        ("tube", 800, 210),
        ("mullion", 985, 700),
        ("t-slot", 1200, 230),
        ("sliding", 1420, 280),
    ]
    for name, x, size in plan:
        shape = profiles.SECTIONS[name](size)
        sheet.swept(shapes.moved(shape, x, 930 - shape.bounds[3]), 54, -60)
    for name, x, size, foot in (
        ("sink", 590, 240, 678),
        ("angle", 800, 250, 712),
        ("t-slot", 1420, 170, 744),
        ("tube", 1200, 190, 692),
        ("window", 150, 240, 732),
    ):
        shape = profiles.SECTIONS[name](size)
        sheet.swept(shapes.moved(shape, x, foot - shape.bounds[3]), 54, -60)
    sheet.fill(shapes.bar(-20, 930, 1620, 946), INK)
    for k in range(26):
        sheet.fill(shapes.bar(20 + k * 62, 960, 66 + k * 62, 974), BRASS, opacity=0.5)
    sheet.run([(-20, 1060), (400, 1080), (800, 1050), (1200, 1080), (1620, 1060)], width=5)


def champions(sheet: Sheet) -> None:
    """Seventy small sections, one for each of the first hidden champions."""
    keys = sorted(key for key in SECTIONS if len(section(key, INK)) < 3000)
    for n in range(70):
        x, y = 150 + (n % 10) * 144, 150 + (n // 10) * 150
        key = keys[(n * 7 + n // 10) % len(keys)]
        sheet.line(shapes.disc(x, y, 64), "#7E99AD", width=2)
        sheet.put(
            f'<g transform="translate({x},{y}) scale(.46)">' + section(key, INK, n % 4) + "</g>"
        )
    for row in range(7):
        y = 150 + row * 150
        if row % 2 == 0:
            sheet.thread([(-20, y + 68), (1620, y + 68)], ends=5, gap=5, width=2, opacity=0.55)


def wall(sheet: Sheet) -> None:
    """A wall of thirty-two sections."""
    keys = list(SECTIONS)
    for n in range(32):
        x, y = 60 + (n % 8) * 187, 120 + (n // 8) * 252
        sheet.fill(shapes.bar(x, y, x + 172, y + 226), "#F4F8FA")
        sheet.put(
            f'<g transform="translate({x + 86},{y + 104}) scale(.66)">'
            + section(keys[n % len(keys)], INK, n // len(keys) + n % 3)
            + "</g>"
        )
        sheet.line(
            [(x + 16, y + 204), (x + 60 + 46 * abs(math.sin(n * 1.7)), y + 204)],
            INK,
            width=6,
            opacity=0.55,
        )
    sheet.thread([(-20, 68), (1620, 68)], gap=9, width=4)


def profile_closeup(sheet: Sheet) -> None:
    """One profile, large."""
    board.setting(sheet, until=330)
    sheet.swept(shapes.moved(profiles.t_slot(620), 650, 680), 1000, -430)


def gearbox_and_car(sheet: Sheet) -> None:
    """A gearbox in section above a saloon's outline."""
    sheet.inset(partial(vehicles.car_body, robots=False), 808, 846, 0.86)
    sheet.inset(vehicles.gearbox, 820, 310, 0.5)
    sheet.run([(-20, 1170), (400, 1172), (800, 1168), (1200, 1172), (1620, 1170)], width=5)


def for_homes(sheet: Sheet) -> None:
    """Tile, joint, cloth and bottle in section, one after the other on the thread."""
    things = (
        (vessels.thin_slabs, 0.262, -4),
        (profiles_cut.dovetail, 0.28, -12),
        (cloths.weft_knit, 0.235, 0),
        (vessels.bottles, 0.25, -2),
    )
    for k, (scene, scale, shift) in enumerate(things):
        x = 230 + k * 380
        sheet.fill(shapes.bar(x - 176, 240, x + 176, 830), "#F4F8FA")
        sheet.line(shapes.bar(x - 164, 252, x + 164, 818), INK, width=2, opacity=0.5)
        sheet.inset(scene, x + shift, 540, scale)
    sheet.run([(-20, 920), (230, 900), (610, 940), (990, 900), (1370, 940), (1620, 910)], width=5)
    for k in range(4):
        sheet.knot(230 + k * 380, 900 if k % 2 == 0 else 938, 19)


def figures(sheet: Sheet) -> None:
    """Rows of dots: 60, 70, 109, 200 and 280."""
    y = 110.0
    for count in (60, 70, 109, 200, 280):
        columns = 50
        rows = -(-count // columns)
        sheet.dots(
            [(100 + (n % columns) * 28.5, y + (n // columns) * 28.5) for n in range(count)],
            10,
            INK,
        )
        sheet.line([(70, y - 18), (70, y + (rows - 1) * 28.5 + 18)], BRASS, width=6)
        y += rows * 28.5 + 76
    sheet.thread([(-20, 1110), (1620, 1110)], width=4)


def skein(sheet: Sheet) -> None:
    """A skein that grows thicker to the right, an end at a time."""
    rng = random.Random(112)
    starts = sorted(rng.uniform(-40, 1400) ** 1 for _ in range(64))
    up = down = 0
    for n, x in enumerate(starts):
        above = n % 2 == 0
        lane = (up if above else down) * 6.4 + 3.2
        target = 600 - lane if above else 600 + lane
        up, down = up + above, down + (not above)
        start = 120 + rng.uniform(0, 230) if above else 1080 - rng.uniform(0, 230)
        run = [
            *reels.cubic((x, start), (x + 150, start), (x + 110, target), (x + 270, target), 26),
            (1640, target),
        ]
        sheet.line(run, (INK, BRASS, "#3E6A8A")[n % 3], width=3.6, opacity=0.9)
        sheet.dots([(x, start)], 8, (INK, BRASS, "#3E6A8A")[n % 3])


def inspection(sheet: Sheet) -> None:
    """A profile with inspection marks, a crate beside it."""
    board.setting(sheet, until=200)
    sheet.swept(shapes.moved(profiles.window(560), 520, 640), 420, -250)
    for x, y in ((300, 500), (520, 470), (700, 560), (420, 800), (640, 800)):
        sheet.line(shapes.disc(x, y, 40), "#B4432F", width=5)
        sheet.line([(x - 16, y), (x - 3, y + 16), (x + 22, y - 18)], "#B4432F", width=7)
    front = shapes.bar(980, 560, 1400, 960)
    sheet.swept(front, 130, -100, ink="#C9935A", low="#8A5F2E", high="#EBD2A6")
    for k in range(5):
        plank = shapes.bar(990, 570 + k * 78, 1390, 640 + k * 78)
        sheet.fill(plank, "#D6A86C", edge="#6E4520", width=3)
        sheet.hatch(plank, angle=0, gap=10, bow=8, colour="#6E4520", opacity=0.6)
    sheet.line([(1000, 950), (1380, 570)], "#6E4520", width=26)
    sheet.line([(1000, 950), (1380, 570)], "#D6A86C", width=18)
    sheet.line([(200, 1000), (1500, 1000)], INK, width=3)


def meeting_table(sheet: Sheet) -> None:
    """Threads from many sides meet at one table."""
    cx, cy = 800.0, 600.0
    for k in range(30):
        t = math.radians(k * 12 + 5)
        far = (cx + 1100 * math.cos(t), cy + 860 * math.sin(t))
        near = (cx + 300 * math.cos(t), cy + 190 * math.sin(t))
        turn = (cx + 560 * math.cos(t + 0.5), cy + 400 * math.sin(t + 0.5))
        sheet.line(
            reels.cubic(far, turn, turn, near, 40),
            INK if k % 5 else BRASS,
            width=3 if k % 5 else 6,
            opacity=0.85,
        )
        sheet.dots([near], 9, BRASS)
    for r, tone in ((1.0, INK), (0.93, "#E8EFF4"), (0.6, "#C3D1DB")):
        sheet.fill(shapes.disc(cx, cy, 290 * r, 182 * r), tone, edge=DEEP, width=3)
    for k in range(8):
        sheet.line(shapes.disc(cx, cy, 170 - k * 20, 106 - k * 12.5), INK, width=1.6, opacity=0.6)
    for k in range(12):
        t = math.radians(k * 30)
        x, y = cx + 232 * math.cos(t), cy + 144 * math.sin(t)
        paper = shapes.spun(
            shapes.bar(x - 28, y - 20, x + 28, y + 20), math.degrees(t) + 90, (x, y)
        )
        sheet.fill(paper, "#FFFFFF", edge=INK, width=2)
        sheet.hatch(paper, angle=math.degrees(t) + 90, gap=8, colour=INK, opacity=0.6)
