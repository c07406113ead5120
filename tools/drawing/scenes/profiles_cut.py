"""Sections of enterprises: profiles, boards, coils, a shoe."""

from __future__ import annotations

from hall_app.publishing.plates import pen
from tools.drawing import profiles, shapes
from tools.drawing.scenes.board import BRASS, DEEP, INK, MID, measure, setting
from tools.drawing.sheet import Sheet


def _profile(
    sheet: Sheet, name: str, size: float, at: tuple[float, float], sweep: tuple[float, float]
) -> None:
    setting(sheet, y=at[1], until=at[0] - size * 0.5)
    sheet.swept(shapes.moved(profiles.SECTIONS[name](size), *at), *sweep)
    measure(sheet, at[0] - size / 2, at[0] + size / 2, min(1140, at[1] + size * 0.5 + 60))


def window_frame(sheet: Sheet) -> None:
    _profile(sheet, "window", 680, (700, 690), (1000, -560))


def curtain_wall(sheet: Sheet) -> None:
    _profile(sheet, "mullion", 800, (640, 620), (1000, -420))


def sliding_door(sheet: Sheet) -> None:
    _profile(sheet, "sliding", 780, (690, 740), (900, -620))


def tube_profile(sheet: Sheet) -> None:
    _profile(sheet, "tube", 520, (620, 700), (900, -420))


def dovetail(sheet: Sheet) -> None:
    """A dovetail pulled half apart, grain drawn as it runs."""
    setting(sheet, until=330)
    left, right = shapes.bar(330, 330, 700, 890), shapes.bar(860, 330, 1290, 890)
    tails = [
        shapes.face(
            [
                (690, 400 + k * 176 + 14),
                (870, 400 + k * 176 - 14),
                (870, 400 + k * 176 + 84),
                (690, 400 + k * 176 + 56),
            ]
        )
        for k in range(3)
    ]
    tailed = shapes.all_of([left, *tails])
    pinned = right.difference(shapes.moved(shapes.all_of(tails), 150, 0))
    lift = (150, -130)
    for board in (pinned, tailed):
        sheet.swept(board, *lift, ink="#C9935A", low="#A8693C", high="#F3E3C2")
    sheet.hatch(tailed, angle=0, gap=11, bow=22, colour="#6E4520", width=2, opacity=0.75)
    for r in range(9):
        rings = shapes.along(
            shapes.arc(1560, 610, 300 + r * 58, 120, 240, 50, ry=330 + r * 30)
        ).intersection(pinned)
        sheet.line(rings, "#6E4520", width=2.4, opacity=0.8)
    for tail in tails:
        sheet.line(shapes.moved(tail, 150, 0), "#6E4520", width=2, dash="12 9")


def panel_furniture(sheet: Sheet) -> None:
    """Made-to-measure panels: a cabinet exploded into boards, holes bored by plan."""
    setting(sheet, until=300)
    boards = [
        (360, 300, 400, 960),
        (620, 300, 660, 960),
        (880, 300, 920, 960),
        (1140, 300, 1180, 960),
    ]
    for x0, y0, x1, y1 in reversed(boards):
        sheet.swept(
            shapes.bar(x0, y0, x1, y1), 190, -150, ink="#C9935A", low="#A8693C", high="#F6EEDF"
        )
        side = shapes.face([(x1, y0), (x1 + 190, y0 - 150), (x1 + 190, y1 - 150), (x1, y1)])
        holes = [
            (x1 + 40 + c * 110, y0 - 32 - c * 87 + 60 + k * 64) for c in (0, 1) for k in range(9)
        ]
        sheet.dots([p for p in holes if side.contains(shapes.point(p))], 7, "#6E4520")
    for y in (470, 720):
        for x0, x1 in ((408, 612), (668, 872), (928, 1132)):
            sheet.line([(x0, y), (x1, y)], INK, width=2, dash="14 9")
            sheet.fill(
                shapes.bar((x0 + x1) / 2 - 34, y - 10, (x0 + x1) / 2 + 34, y + 10),
                "#F6EEDF",
                edge=INK,
                width=3,
            )
            sheet.hatch(
                shapes.bar((x0 + x1) / 2 - 34, y - 10, (x0 + x1) / 2 + 34, y + 10),
                angle=60,
                gap=8,
                colour=INK,
            )
    measure(sheet, 360, 1180, 1050)


def coil(sheet: Sheet) -> None:
    """Fins and tubes of a heat exchanger, tubes in section, bends at the end."""
    setting(sheet, until=300)
    for k in range(27):
        x = 330 + k * 30
        fin = shapes.face([(x, 300), (x + 150, 190), (x + 150, 830), (x, 940)])
        sheet.fill(fin, "#DCE8EF" if k % 2 else "#C6D6E1", edge=MID, width=1.4)
    rows = [(400 + j * 160, 370 + (j % 2) * 18 + i * 130) for j in range(5) for i in range(4)]
    for x, y in rows:
        sheet.swept(
            shapes.tube(x + 60, y + 60, 44, 31),
            90,
            -66,
            ink="#B87333",
            low="#8A5320",
            high="#F0C9A0",
        )
    for j in range(5):
        for i in (0, 2):
            x, y = 460 + j * 160, 430 + (j % 2) * 18 + i * 130
            bend = shapes.strip(shapes.arc(x, y + 65, 65, 90, 270, 24, ry=65), 40)
            sheet.fill(bend, "#C98A4E", edge="#6E4520", width=2.5)
    for k in range(6):
        y = 330 + k * 120
        sheet.line(
            pen.smooth([(1230, y), (1330, y - 26), (1420, y + 14), (1540, y - 20)], 14),
            INK,
            width=3,
            opacity=0.6,
        )
        sheet.line([(1516, y - 34), (1542, y - 20), (1520, y + 4)], INK, width=3, opacity=0.6)


def shoe(sheet: Sheet) -> None:
    """A high-heeled shoe cut lengthwise: shank, insole, lift, lining."""
    setting(sheet, y=760, until=250)
    outer = pen.smooth(
        [
            (290, 620),
            (280, 500),
            (330, 400),
            (440, 372),
            (560, 470),
            (720, 620),
            (920, 700),
            (1140, 730),
            (1300, 800),
            (1330, 860),
        ],
        12,
    )
    under = pen.smooth(
        [(1330, 872), (1180, 884), (960, 880), (760, 800), (560, 690), (400, 640), (300, 640)], 12
    )
    upper = shapes.face(outer + under)
    inner = shapes.face(
        pen.smooth(
            [
                (330, 600),
                (320, 510),
                (360, 430),
                (440, 410),
                (540, 500),
                (700, 650),
                (900, 730),
                (1130, 764),
                (1270, 820),
                (1290, 846),
            ],
            12,
        )
        + pen.smooth([(1280, 852), (1140, 852), (970, 842), (780, 764), (580, 654), (410, 604)], 12)
    )
    sheet.fill(upper, INK, edge=DEEP, width=4)
    sheet.fill(inner, "#EADFCF", edge=DEEP, width=3)
    sheet.hatch(inner, angle=70, gap=13, colour=MID, opacity=0.5)
    sole = shapes.strip(
        pen.smooth(
            [(320, 650), (420, 656), (580, 712), (760, 824), (960, 902), (1180, 906), (1340, 890)],
            12,
        ),
        22,
    )
    sheet.fill(sole, BRASS, edge=DEEP, width=3)
    heel = shapes.face(
        pen.smooth([(296, 650), (330, 820), (350, 1030)], 10)
        + pen.smooth([(390, 1030), (400, 840), (470, 690)], 10)
    )
    sheet.fill(heel, "#9DB3C3", edge=DEEP, width=4)
    sheet.hatch(heel, angle=86, gap=10, colour=INK)
    sheet.fill(shapes.bar(342, 1030, 398, 1056), DEEP)
    sheet.line(pen.smooth([(360, 628), (520, 680), (720, 790), (880, 856)], 12), "#DCE8EF", width=9)
    sheet.line([(362, 670), (372, 1010)], DEEP, width=5)
    for k in range(26):
        x, y = outer[10 + k * 3] if 10 + k * 3 < len(outer) else outer[-1]
        sheet.line([(x - 4, y + 14), (x + 10, y + 24)], "#E0CBA0", width=3)
    sheet.line([(200, 1062), (1450, 1062)], INK, width=3)
