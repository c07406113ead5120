"""How wide words are in the kiosk's faces."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF

_ROLES = {
    "year": ("Noto Serif SC", 30, QFont.Weight.DemiBold),
    "label": ("Noto Sans SC", 23, QFont.Weight.Medium),
    "note": ("Noto Sans SC", 21, QFont.Weight.Normal),
    "card": ("Noto Serif SC", 32, QFont.Weight.DemiBold),
}


@cache
def _metrics(role: str) -> QFontMetricsF:
    family, size, weight = _ROLES[role]
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(weight)
    return QFontMetricsF(font)


@cache
def text_width(words: str, role: str) -> float:
    """The advance of one line of words in a role, in stage pixels."""
    return _metrics(role).horizontalAdvance(words)
