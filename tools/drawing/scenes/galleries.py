"""The five galleries: opening plate, bolt of the hall home, fold of the upright home."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hall_app.publishing.plates.palette import BRASS, MATERIALS, SILK
from tools.drawing import glazes, motifs, ponds, reels
from tools.drawing.motifs import Frame
from tools.drawing.sheet import Sheet

Draw = Callable[[Sheet, Frame], None]

KEYS = tuple(MATERIALS)
HEIGHTS = {
    "preface": (786, 770),
    "century": (770, 540),
    "era": (540, 850),
    "craft": (850, 705),
    "brand": (705, 705),
}
_FOLD = 236

_OPENINGS: dict[str, Draw] = {
    "preface": partial(ponds.ponds, cell=140),
    "century": partial(reels.reel, radius=262, centre=(840, 400), eye=300, cocoons=(0.16, 0.93, 9)),
    "era": partial(
        motifs.wheels,
        first=1,
        layout=[
            (0.14, 0.7796, 0.070),
            (0.29, 0.40, 0.095),
            (0.44, 0.76, 0.080),
            (0.60, 0.36, 0.115),
            (0.755, 0.76, 0.072),
            (0.89, 0.42, 0.080),
        ],
    ),
    "craft": partial(glazes.glaze, jar=(0.55, 0.08, 0.50, 0.90)),
    "brand": partial(
        motifs.die,
        section=(0.40, 0.25, 0.85, -0.30),
        rise=190,
        parts=[("window", 0.66, 0.22, 0.22, 0.6, -0.20), ("tube", 0.80, 0.84, 0.14, 0.5, -0.14)],
    ),
}
_BOLTS: dict[str, Draw] = {
    "preface": partial(ponds.ponds, cell=88, seed=11),
    "century": partial(reels.reel, radius=128, centre=(232, 296), eye=384 * 0.2),
    "era": partial(
        motifs.wheels,
        layout=[
            (0.68, 0.16, 0.19),
            (0.28, 0.33, 0.15),
            (0.72, 0.46, 0.13),
            (0.27, 0.62, 0.19),
            (0.72, 0.72, 0.14),
            (0.34, 0.90, 0.12),
        ],
    ),
    "craft": partial(glazes.glaze, jar=(0.52, 0.10, 0.86, 0.84)),
    "brand": partial(
        motifs.die,
        section=(0.46, 0.46, 0.95, -0.20),
        parts=[
            ("window", 0.60, 0.20, 0.42, 0.9, -0.21),
            ("sink", 0.30, 0.84, 0.34, 1.0, -0.19),
            ("tube", 0.80, 0.93, 0.22, 0.6, -0.115),
        ],
    ),
}
_FOLDS: dict[str, Draw] = {
    "preface": partial(ponds.ponds, cell=96, seed=9),
    "century": partial(reels.reel, radius=98, centre=(850, 152), eye=600, cocoons=(0.54, 0.93, 9)),
    "era": partial(
        motifs.wheels,
        first=1,
        layout=[
            (0.50, 0.64, 0.046),
            (0.588, 0.28, 0.038),
            (0.676, 0.64, 0.050),
            (0.764, 0.28, 0.042),
            (0.846, 0.64, 0.042),
            (0.918, 0.30, 0.036),
        ],
    ),
    "craft": partial(glazes.glaze, jar=(0.72, 0.06, 0.28, 0.90)),
    "brand": partial(
        motifs.die,
        section=(0.60, 0.115, 0.55, -0.46),
        parts=[("window", 0.80, 0.27, 0.12, 0.5, -0.34)],
    ),
}
_ART_AT, _ART_WIDE, _ART_TALL, _THREAD_AT, _EXIT_AT = 600, 1320, 760, 700, 560


def opening(key: str) -> Sheet:
    """The whole screen behind a gallery's title, 1920 × 1080: art in the right two thirds."""
    sheet = Sheet(key, width=1920, height=1080)
    frame = Frame(_ART_WIDE, _ART_TALL, _THREAD_AT, _EXIT_AT, 1.5)
    with sheet.shifted(_ART_AT, 0):
        _OPENINGS[key](sheet, frame)
    sheet.thread([(-10, _THREAD_AT), (_ART_AT + 2, _THREAD_AT)], width=4.2)
    return sheet


def bolt(key: str) -> Sheet:
    """The gallery's bolt of cloth on the hall home, 384 × 1080."""
    sheet = Sheet(key, width=384, height=1080)
    enter, leave = HEIGHTS[key]
    with sheet.shifted(0, 400):
        _BOLTS[key](sheet, Frame(384, 550, enter - 400, leave - 400))
    return sheet


def fold(key: str) -> Sheet:
    """The gallery's fold on the upright hall home, 1080 × 300; every thread at one height."""
    sheet = Sheet(key, width=1080, height=300)
    _FOLDS[key](sheet, Frame(1080, 300, _FOLD, _FOLD))
    return sheet


def crop(key: str, *, variant: int = 0) -> Sheet:
    """A quiet crop of the motif for a plate of 1600 × 1200."""
    sheet = Sheet(key)
    frame = Frame(1600, 1200, 760, 640, 2.0)
    match key:
        case "preface":
            ponds.ponds(sheet, frame, cell=150, seed=21 + variant)
        case "century":
            reels.reel(sheet, frame, radius=330, centre=(930, 560), eye=390, seed=7 + variant)
        case "era":
            layout = [
                (0.16, 0.72, 0.095),
                (0.36, 0.34, 0.125),
                (0.56, 0.74, 0.110),
                (0.80, 0.40, 0.150),
            ]
            motifs.wheels(sheet, frame, layout=layout, first=1, turn=variant)
        case "craft":
            glazes.glaze(sheet, frame, jar=(0.52, 0.10, 0.56, 0.82), seed=3 + variant)
        case _:
            parts = [("window", 0.72, 0.26, 0.26, 0.6, -0.2), ("sink", 0.66, 0.90, 0.24, 0.8, -0.2)]
            motifs.die(sheet, frame, section=(0.42, 0.27, 0.85, -0.28), parts=parts)
    return sheet


def hall() -> Sheet:
    """The hall's own plate: five bolts side by side, one thread through all."""
    sheet = Sheet("preface", width=1920, height=1080)
    for i, key in enumerate(KEYS):
        part = bolt(key).body()
        for name in ("ground", "tone"):
            part = part.replace(f'id="{name}', f'id="bolt-{key}-{name}')
            part = part.replace(f"url(#{name}", f"url(#bolt-{key}-{name}")
        sheet.put(f'<g transform="translate({i * 384},0)">{part}</g>')
    return sheet


def five_grounds(*, gap: float = 22, y: float = 560) -> Sheet:
    """One thread over five grounds, gaining one end in each."""
    sheet = Sheet("preface")
    for i, key in enumerate(MATERIALS):
        ground = Sheet(key, width=320).body().replace("ground-", "band-")
        sheet.put(f'<g transform="translate({i * 320},0)">{ground}</g>')
    for end in range(5):
        _one_end(sheet, end, gap, y)
    for i in range(1, 5):
        sheet.knot(i * 320, y + i / 2 * gap, 17)
    return sheet


def _one_end(sheet: Sheet, end: int, gap: float, y: float) -> None:
    def height(band: int) -> float:
        return y + (end - band / 2) * gap

    run = [(-20.0, height(0)), (0.0, height(0))]
    if end:
        x, at = end * 320.0, height(end)
        run = reels.cubic((x - 290, 1230), (x - 270, at + 260), (x - 170, at), (x, at))
    for band in range(end, 5):
        before = height(max(end, band - 1))
        x = band * 320.0
        run += reels.cubic(
            (x, before), (x + 60, before), (x + 60, height(band)), (x + 120, height(band)), 12
        )
    run.append((1640.0, height(4)))
    silk, brass = [p for p in run if p[0] <= 1280], [p for p in run if p[0] >= 1280]
    for part, colour in ((silk, SILK), (brass, BRASS)):
        if len(part) > 1:
            sheet.thread(part, ends=1, width=5, colour=colour)
