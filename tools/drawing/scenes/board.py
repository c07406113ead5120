"""The drawing board under every section of an enterprise: rules, centre lines, five ends."""

from __future__ import annotations

from tools.drawing import motifs
from tools.drawing.sheet import Sheet

INK = "#1E3B54"
DEEP = "#0C2233"
PALE = "#F4F8FA"
MID = "#7E99AD"
BRASS = "#8A5B18"
CX, CY = 800.0, 600.0


def setting(sheet: Sheet, *, y: float = CY, until: float = 250) -> None:
    """The drawing board: fine rules, a centre line, five ends that come to the work."""
    if sheet.is_bare:
        return
    sheet.lines(
        [[(0, 30 * k + 3), (1600, 30 * k + 3)] for k in range(40)],
        "#FFFFFF",
        width=1.4,
        opacity=0.28,
    )
    sheet.line([(60, CY), (1540, CY)], INK, width=1.5, opacity=0.4, dash="46 9 6 9")
    sheet.line([(CX, 70), (CX, 1130)], INK, width=1.5, opacity=0.4, dash="46 9 6 9")
    motifs.feed(sheet, y, until, 60, 1.6)


def measure(sheet: Sheet, x0: float, x1: float, y: float) -> None:
    """A dimension line; it carries no number, for it measures no real product."""
    if sheet.is_bare:
        return
    sheet.lines(
        [[(x0, y), (x1, y)], [(x0, y - 18), (x0, y + 18)], [(x1, y - 18), (x1, y + 18)]],
        INK,
        width=2.2,
        opacity=0.8,
    )
    sheet.lines(
        [
            [(x0 + 22, y - 8), (x0, y), (x0 + 22, y + 8)],
            [(x1 - 22, y - 8), (x1, y), (x1 - 22, y + 8)],
        ],
        INK,
        width=2.2,
        opacity=0.8,
    )
