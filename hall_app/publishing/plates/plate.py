"""A plate for a record that has no picture: chosen by what it is, drawn from its id."""

from __future__ import annotations

import random

from hall_app.publishing.plates.crops import HEIGHT, WIDTH, crop
from hall_app.publishing.plates.palette import MATERIALS
from hall_app.publishing.plates.pen import circle, document, ground, path, smooth, trace
from hall_app.publishing.plates.sections import section
from hall_app.publishing.plates.skein import seeded_ends, skein

_CUT_OPEN = {"enterprise", "product", "honour"}
_IN_TIME = {"timeline", "era", "statistic"}
_GAUZE = "#15110E"


def plate_for(kind: str, seed: str, gallery: str, sector: str = "") -> str:
    """Draw a plate as SVG text; the same arguments always give the same drawing.

    Args:
        kind: Of the record: makers are drawn as a section of their industry, what lies in time
            as a skein, everything else as a crop of its gallery's motif.
        seed: The record's id, so that two records of one kind differ.
        gallery: Its gallery's slug; one that is not known is drawn as the Preface.
        sector: An enterprise's industry.
    """
    if kind in _CUT_OPEN:
        marks = _cut_open(seed, sector)
    elif kind in _IN_TIME:
        backdrop = path(f"M0,0H{WIDTH}V{HEIGHT}H0Z", fill=_GAUZE)
        marks = backdrop + skein(seeded_ends(seed, gallery), width=WIDTH, height=HEIGHT)
    else:
        marks = crop(gallery, seed)
    return document(WIDTH, HEIGHT, marks)


def _cut_open(seed: str, sector: str) -> str:
    material = MATERIALS["brand"]
    variant = random.Random(f"section {seed}").randrange(12)  # noqa: S311 - a drawing is no secret
    rules = "".join(f"M0,{y}H{WIDTH}" for y in range(3, HEIGHT, 30))
    axes = path(
        f"M60,600H{WIDTH - 60}M800,70V1130",
        stroke=material.line,
        width=1.6,
        dash="46 9 6 9",
        opacity=0.4,
    )
    marks = (
        ground(material, WIDTH, HEIGHT)
        + path(rules, stroke="#FFFFFF", width=1.6, opacity=0.3)
        + axes
    )
    marks += f'<g transform="translate(830,600) scale(3.7)">{section(sector, material.line, variant)}</g>'
    for k in range(material.ends):
        off = k - (material.ends - 1) / 2
        run = smooth(
            [
                (-20, 600 + off * 10),
                (140, 600 + off * 10),
                (250, 600 + off * 56),
                (360, 600 + off * 62),
            ],
            14,
        )
        marks += path(trace(run), stroke=material.thread, width=5.5) + circle(
            *run[-1], 9, fill=material.thread
        )
    return marks
