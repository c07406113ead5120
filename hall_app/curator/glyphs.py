"""QtAwesome's Phosphor icons, read from its files.

Importing QtAwesome reads its twelve faces and every name of Qt, 0.2 s and 20 MB before the first
window; the desk draws from one of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPixmap

from hall_app.errors import MachineFailed

# What QtAwesome leaves around a sign, for its bearings.
_SHARE = 0.875


@dataclass(frozen=True, slots=True)
class _Family:
    face: str
    signs: dict[str, str]


def glyph(name: str, side: int, colour: str) -> QPixmap:
    """An icon as a square picture, as sharp as the screen is.

    Raises:
        KeyError: The family has no icon of that name.
    """
    family = _family()
    sign = family.signs[name]
    density = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    picture = QPixmap(round(side * density), round(side * density))
    picture.fill(Qt.GlobalColor.transparent)
    font = QFont(family.face)
    font.setPixelSize(round(_SHARE * picture.height()))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    here = QRect(0, 0, picture.width(), picture.height())
    painter.drawText(here, Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    picture.setDevicePixelRatio(density)
    return picture


@cache
def _family() -> _Family:
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise MachineFailed("The icons are missing.", "Install the program again.")
    fonts = Path(found.origin).parent / "fonts"
    face, names = (
        next(fonts.glob("phosphor-[0-9]*.ttf")),
        next(fonts.glob("phosphor-charmap*.json")),
    )
    number = QFontDatabase.addApplicationFont(str(face))
    signs = json.loads(names.read_text("utf-8"))
    return _Family(
        QFontDatabase.applicationFontFamilies(number)[0],
        {name: chr(int(code, 16)) for name, code in signs.items()},
    )
