"""The colours of the five galleries' materials, and how many ends the thread has in each."""

from __future__ import annotations

from dataclasses import dataclass

SILK = "#F0D9A8"
BRASS = "#8A5B18"
STEEL = "#1E3B54"


@dataclass(frozen=True, slots=True)
class Material:
    """What a gallery's plates are drawn on and with: ground top to bottom, line, thread."""

    key: str
    deep: str
    mid: str
    high: str
    line: str
    thread: str
    ends: int


MATERIALS = {
    m.key: m
    for m in (
        Material("preface", "#0B1A1E", "#12292F", "#1F444B", "#7FB0B0", SILK, 1),
        Material("century", "#2A140C", "#4A2615", "#74401F", "#DDA468", SILK, 2),
        Material("era", "#4A0C0D", "#7A1615", "#8F1D18", "#F2A08C", SILK, 3),
        Material("craft", "#072B25", "#0E4439", "#14594A", "#8FD3B6", SILK, 4),
        Material("brand", "#DCE5EB", "#C3D1DB", "#9DB3C3", STEEL, BRASS, 5),
    )
}
LANES = {
    "preface": "#7FB0B0",
    "century": "#DDA468",
    "era": "#FF9A84",
    "craft": "#62BD9A",
    "brand": "#BFD0DC",
}


def mixed(one: str, other: str, share: float) -> str:
    """The colour that is `share` of the way from one to the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
