"""One section for each industry: the sign of a kind of product, drawn about (0, 0) within ±110."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence

from hall_app.publishing.plates.pen import Point, circle, path, ring, rounded, smooth, trace

Section = Callable[[str, int], str]


def section(sector: str, ink: str, variant: int = 0) -> str:
    """The section of a sector in one ink; a sector that is not known gets the plain profile."""
    return SECTIONS.get(sector, aluminium)(ink, variant)


def aluminium(ink: str, variant: int) -> str:
    """A hollow profile of as many chambers as the variant asks for."""
    chambers = 2 + variant % 3
    outline = [
        (-96, -58),
        (-30, -58),
        (-30, -82),
        (30, -82),
        (30, -58),
        (96, -58),
        (96, 58),
        (70, 58),
    ]
    outline += [(70, 78), (20, 78), (20, 58), (-96, 58)]
    wide = 168 / chambers
    holes: list[list[Point]] = []
    for k in range(chambers):
        left = -84 + k * wide
        holes.append([(left, -44), (left + wide - 12, -44), (left + wide - 12, 44), (left, 44)])
    return _solid([outline, *holes], ink)


def furniture(ink: str, variant: int) -> str:
    """Dovetails: tails filled, pins in line with the grain."""
    count = 3 + variant % 2
    step = 184 / count
    tails: list[Point] = []
    for k in range(count):
        y = -92 + step * (k + 0.5)
        tails += [
            (-10, y - step * 0.25),
            (44, y - step * 0.4),
            (44, y + step * 0.4),
            (-10, y + step * 0.25),
        ]
    board = path(
        trace([(-104, -92), (-10, -92), *tails, (-10, 92), (-104, 92)], closed=True), fill=ink
    )
    grain = " ".join(f"M{x},-84 q6,84 0,168" for x in (60, 72, 85, 96))
    frame = path(trace([(-4, -92), (104, -92), (104, 92), (-4, 92)]), stroke=ink, width=3)
    return board + frame + path(grain, stroke=ink, width=1.4, opacity=0.7)


def home_appliances(ink: str, variant: int) -> str:
    """Fins and tubes of a heat exchanger."""
    fins = " ".join(f"M{x},-86V86" for x in range(-104, 105, 13))
    tubes = [(x, y) for y in (-60, -20, 20, 60) for x in range(-78, 100, 52 - 8 * (variant % 2))]
    return path(fins, stroke=ink, width=2, opacity=0.8) + "".join(
        circle(x, y, 14, stroke=ink, width=6) for x, y in tubes
    )


def car_making(ink: str, variant: int) -> str:
    """A wheel: tyre, rim, double spokes."""
    count = 5 + variant % 3
    marks = circle(0, 0, 96, stroke=ink, width=12) + circle(0, 0, 74, stroke=ink, width=2)
    spokes = ""
    for k in range(count):
        turn = 2 * math.pi * k / count - math.pi / 2
        for lag in (-0.13, 0.13):
            spokes += trace([_polar(22, turn + lag * 2), _polar(74, turn + lag)])
    return marks + path(spokes, stroke=ink, width=5) + circle(0, 0, 20, stroke=ink, width=5)


def environmental_services(ink: str, variant: int) -> str:
    """A pipe half full of water."""
    marks = circle(0, 0, 92, stroke=ink, width=10) + circle(0, 0, 70, stroke=ink, width=2)
    ripples = ""
    for k in range(5 + variant % 2):
        y = -6 + k * 14
        reach = math.sqrt(max(0, 64**2 - y * y))
        ripples += trace([(x * reach / 30, y + 4 * math.sin(x / 4 + k)) for x in range(-30, 31)])
    return marks + path(ripples, stroke=ink, width=2.6)


def nonwoven(ink: str, variant: int) -> str:
    """Fibres laid without order inside a round field."""
    fibres = ""
    rng = random.Random(variant + 3)  # noqa: S311 - a drawing is no secret
    for _ in range(70):
        turn, off = rng.random() * math.pi, (rng.random() - 0.5) * 150
        across, along = (-math.sin(turn), math.cos(turn)), (math.cos(turn), math.sin(turn))
        reach = math.sqrt(max(0, 92**2 - off * off))
        ends = [
            (across[0] * off + along[0] * s, across[1] * off + along[1] * s)
            for s in (-reach, 0, reach)
        ]
        bend = rng.uniform(-9, 9)
        ends[1] = (ends[1][0] + across[0] * bend, ends[1][1] + across[1] * bend)
        fibres += trace(smooth(ends, 4))
    return path(fibres, stroke=ink, width=1.6, opacity=0.85) + circle(
        0, 0, 94, stroke=ink, width=2.4
    )


def building_ceramics(ink: str, variant: int) -> str:
    """Thin slabs in a stack."""
    marks = ""
    for k in range(6 - variant % 2):
        y, lean = -78 + k * 29, k * 7
        marks += path(f"M{-104 + lean},{y}H{70 + lean}l18,-12H{-86 + lean}Z", stroke=ink, width=1.8)
        marks += path(f"M{-104 + lean},{y}H{70 + lean}v11H{-104 + lean}Z", fill=ink)
        marks += path(f"M{70 + lean},{y}l18,-12v11l-18,12Z", fill=ink, opacity=0.55)
    return marks


def underwear(ink: str, variant: int) -> str:
    """Knitted cloth, four ways: weft loops, warp lace, rib, hook and eye."""
    match variant % 4:
        case 0:
            loops = ""
            for row in range(5):
                for column in range(6):
                    x, y = -95 + column * 38, -84 + row * 40
                    loops += f"M{x - 12},{y + 36}C{x - 2},{y + 22} {x - 16},{y + 2} {x},{y - 4}C{x + 16},{y + 2} {x + 2},{y + 22} {x + 12},{y + 36}"
            return path(loops, stroke=ink, width=4.4)
        case 1:
            cells = "".join(
                trace(
                    ring(-96 + i * 24 + (j % 2) * 12, -84 + j * 21, 13, 6, math.pi / 6), closed=True
                )
                for i in range(9)
                for j in range(9)
            )
            return path(cells, stroke=ink, width=2.6)
        case 2:
            ribs = ""
            for k in range(13):
                t = -1 + k / 6
                ribs += trace(
                    smooth([(t * 70, -96), (t * (70 + 34 * math.cos(t)), 0), (t * 70, 96)], 10)
                )
            return path(ribs, stroke=ink, width=7) + path(
                "M-76,-96H76M-76,96H76", stroke=ink, width=4
            )
        case _:
            hooks = "".join(
                f"M-90,{y}H8q24,0 24,12t-24,12M100,{y - 14}H52q-34,0 -34,26t34,26H100"
                for y in (-72, -6, 60)
            )
            return path(hooks, stroke=ink, width=6) + path(
                "M-104,-96V96M106,-96V96", stroke=ink, width=8
            )


def container_glass(ink: str, variant: int) -> str:
    """A bottle in section beside its outline."""
    wide = 48 + 6 * (variant % 3)
    outer = [
        (14, -98),
        (14, -60),
        (20, -44),
        (wide - 4, -18),
        (wide, 10),
        (wide, 86),
        (wide - 8, 98),
    ]
    inner = [
        (7, -98),
        (7, -58),
        (12, -40),
        (wide - 12, -14),
        (wide - 8, 10),
        (wide - 8, 80),
        (wide - 18, 88),
    ]
    cut = _solid([_mirrored(outer), _mirrored(inner)], ink)
    whole = path(trace(_mirrored(outer), closed=True), stroke=ink, width=2.4)
    level = path("M-44,20q22,6 44,0t44,0", stroke=ink, width=2.4)
    return f'<g transform="translate(-54,0)">{cut}</g><g transform="translate(56,10) scale(.9)">{whole}{level}</g>'


def fan(ink: str, variant: int) -> str:
    """An axial fan: casing and twisted blades."""
    count = 11 + 2 * (variant % 2)
    blades = ""
    for k in range(count):
        turn = 2 * math.pi * k / count
        lead = [_polar(r, turn + (r - 28) / 66 * 0.62) for r in range(28, 90, 5)]
        trail = [_polar(r, turn + 0.07 + (r - 28) / 66 * 0.66) for r in range(88, 27, -5)]
        blades += trace(lead + trail, closed=True)
    rings = circle(0, 0, 96, stroke=ink, width=6) + circle(0, 0, 26, stroke=ink, width=5)
    return rings + path(blades, fill=ink) + circle(0, 0, 8, fill=ink)


def smart_machinery(ink: str, variant: int) -> str:
    """Corrugated board of three flutes."""
    marks = ""
    for y, height, waves in ((-52, 20, 7), (0, 14, 11 + variant % 2), (44, 9, 17)):
        marks += path(f"M-106,{y - height - 4}H106M-106,{y + height + 4}H106", stroke=ink, width=4)
        run = [
            (x, y + height * math.sin((x + 106) / 212 * waves * 2 * math.pi))
            for x in range(-106, 107, 2)
        ]
        marks += path(trace(run), stroke=ink, width=3)
    return marks


def car_parts(ink: str, variant: int) -> str:
    """Two gears in mesh."""
    teeth = 18 + 2 * (variant % 2)
    large, small = _gear(-36, -8, 64, teeth, 0), _gear(58, 34, 42, 12, 0.12)
    return _solid([large, ring(-36, -8, 19)], ink) + _solid([small, ring(58, 34, 13)], ink)


def mould(ink: str, variant: int) -> str:
    """Three cavities for preforms."""
    deep = 52 + 4 * (variant % 2)
    cavity = [(16, -60), (16, -44), (20, -38), (20, 30), (12, deep), (0, deep + 4)]
    shape = [*cavity, *[(-x, y) for x, y in reversed(cavity)]]
    marks = ""
    for x in (-70, 0, 70):
        block = [(x - 32, -84), (x + 32, -84), (x + 32, 84), (x - 32, 84)]
        marks += _solid([block, [(x + a, b) for a, b in shape]], ink)
    return marks


def chinese_medicine(ink: str, variant: int) -> str:
    """Granules in a round dish."""
    marks = ""
    for j in range(-7, 8):
        for i in range(-7, 8):
            x, y = i * 15 + (j % 2) * 7.5, j * 13
            if x * x + y * y < 86**2:
                size = abs(math.sin(i * 1.7 + j * 2.3 + variant))
                marks += circle(x, y, 3.2 + 3 * size, fill=ink, opacity=0.5 + 0.5 * size)
    return marks + circle(0, 0, 97, stroke=ink, width=3)


def footwear(ink: str, variant: int) -> str:
    """A shoe cut lengthwise."""
    heel = 92 - 22 * (variant % 2)
    upper = smooth(
        [
            (-98, 34),
            (-92, -4),
            (-80, -34),
            (-52, -38),
            (-18, -8),
            (30, 16),
            (78, 30),
            (100, 44),
            (98, 56),
        ]
    )
    marks = path(
        trace([*upper, (60, 58), (10, 44), (-40, 36), (-60, 40)], closed=True), stroke=ink, width=3
    )
    marks += path(trace([(-98, 34), (-60, 40), (-72, heel), (-84, heel)], closed=True), fill=ink)
    marks += path(
        trace(smooth([(-60, 42), (-40, 38), (10, 46), (60, 61), (98, 60)])), stroke=ink, width=6
    )
    stitches = "".join(f"M{-84 + k * 26},{-20 + k * 8}q8,24 6,46" for k in range(5))
    return marks + path(stitches, stroke=ink, width=1.4, opacity=0.7)


def transformer(ink: str, variant: int) -> str:
    """A core with two windows of windings."""
    windows = [
        [(-66, -54), (-16, -54), (-16, 54), (-66, 54)],
        [(16, -54), (66, -54), (66, 54), (16, 54)],
    ]
    marks = _solid([[(-96, -84), (96, -84), (96, 84), (-96, 84)], *windows], ink)
    rows = range(-44, 50, 14 + 2 * (variant % 2))
    turns = [(x, y) for x in (-56, -41, -26, 26, 41, 56) for y in rows]
    return marks + "".join(circle(x, y, 5.2, stroke=ink, width=1.8) for x, y in turns)


def special_vehicle(ink: str, variant: int) -> str:
    """A chain and its hook."""
    links = ""
    for k in range(4):
        x, y = -100 + k * 36, -60 + k * 10 - 6 * (variant % 2)
        links += rounded([(x, y), (x + 36, y + 10), (x + 36, y + 34), (x, y + 24)], 12)
    hook = trace(smooth([(44, 0), (74, 10), (88, 40), (70, 74), (34, 78), (14, 54), (20, 38)]))
    return (
        path(links, stroke=ink, width=6)
        + path(hook, stroke=ink, width=13)
        + circle(44, 0, 10, stroke=ink, width=6)
    )


def distilling(ink: str, variant: int) -> str:
    """A still with mash and steam."""
    still = smooth([(20, -92), (30, -70), (74, -20), (82, 30), (58, 84), (40, 92)])
    marks = path(trace(_mirrored(still), closed=True), stroke=ink, width=6)
    waves = ""
    for k in range(6):
        y, reach = -2 + k * 15, 74 - abs(k - 2) * 4
        waves += trace(
            [(x * reach / 24, y + 3 * math.sin(x / 3 + k + variant)) for x in range(-24, 25)]
        )
    steam = "".join(f"M{-22 + k * 22},-28q-8,-14 0,-26t0,-24" for k in range(3))
    return marks + path(waves, stroke=ink, width=2.2) + path(steam, stroke=ink, width=2.6)


def hygiene_products(ink: str, variant: int) -> str:
    """Soft layers, each of its own kind."""
    marks = ""
    widths = ((7, 1.6, 3, 1.6, 10, 1.6, 5), (3, 1.6, 9, 1.6, 4, 1.6, 8))[variant % 2]
    for k, width in enumerate(widths):
        y = -66 + k * 22
        run = [(x, y + 9 * math.sin(x / 212 * math.pi * 2 + k * 0.25)) for x in range(-106, 107, 4)]
        marks += path(trace(run), stroke=ink, width=width)
    return marks


def hydrogen(ink: str, variant: int) -> str:
    """Plates of a fuel cell drawn apart."""
    marks = ""
    for k in range(4):
        x = -84 + k * 50
        filled = (k + variant) % 2 == 0
        marks += path(
            f"M{x},-86l34,-12v170l-34,12Z", stroke=ink, width=2.4, fill=ink if filled else "none"
        )
        if not filled:
            steps = "".join(
                f"L{x + 5},{y}L{x + 29},{y - 8}L{x + 29},{y + 4}L{x + 5},{y + 12}"
                for y in range(-66, 60, 24)
            )
            marks += path(f"M{x + 5},-70{steps}", stroke=ink, width=2.4)
    return marks


def cable(ink: str, variant: int) -> str:
    """A cable: sheath and stranded cores."""
    cores = 6 if variant % 2 == 0 else 4
    marks = circle(0, 0, 96, stroke=ink, width=9) + circle(0, 0, 82, stroke=ink, width=1.8)
    centres = [_polar(52, k * 2 * math.pi / cores) for k in range(cores)] + [(0.0, 0.0)]
    for x, y in centres:
        marks += circle(x, y, 24, stroke=ink, width=3)
        marks += "".join(circle(a, b, 5.2, fill=ink) for a, b in [(x, y), *ring(x, y, 12, 6)])
    return marks


SECTIONS: Mapping[str, Section] = {
    "aluminium-profile": aluminium,
    "furniture": furniture,
    "home-appliances": home_appliances,
    "car-making": car_making,
    "environmental-services": environmental_services,
    "nonwoven": nonwoven,
    "building-ceramics": building_ceramics,
    "underwear": underwear,
    "container-glass": container_glass,
    "fan": fan,
    "smart-machinery": smart_machinery,
    "car-parts": car_parts,
    "mould": mould,
    "chinese-medicine": chinese_medicine,
    "footwear": footwear,
    "transformer": transformer,
    "special-vehicle": special_vehicle,
    "distilling": distilling,
    "hygiene-products": hygiene_products,
    "hydrogen": hydrogen,
    "cable": cable,
}


def _solid(loops: Sequence[Sequence[Point]], ink: str) -> str:
    return path(" ".join(trace(loop, closed=True) for loop in loops), fill=ink)


def _polar(r: float, turn: float) -> Point:
    return r * math.cos(turn), r * math.sin(turn)


def _mirrored(right: Sequence[Point]) -> list[Point]:
    run = smooth(right, 8)
    return [*run, *[(-x, y) for x, y in reversed(run)]]


def _gear(cx: float, cy: float, r: float, teeth: int, phase: float) -> list[Point]:
    corners = []
    for k in range(teeth):
        for lag, reach in ((-0.27, 0.86), (-0.15, 1.0), (0.15, 1.0), (0.27, 0.86)):
            turn = 2 * math.pi * (k + lag) / teeth + phase
            corners.append((cx + r * reach * math.cos(turn), cy + r * reach * math.sin(turn)))
    return corners
