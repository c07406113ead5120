"""The desk's colours in light and dark, as the tables of the visual system state them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from hall_app.settings import Appearance

SANS = "Noto Sans SC"
SERIF = "Noto Serif SC"
KAI = "LXGW WenKai"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One lighting of the desk; every colour passes WCAG against the grounds it stands on."""

    is_dark: bool
    window: str
    panel: str
    sunk: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    selection: str
    warn: str
    error: str
    ok: str
    galleries: tuple[str, ...]

    def gallery(self, order: int) -> str:
        """The colour of a gallery by its place on the walk, the quiet one for none."""
        return self.galleries[order - 1] if 1 <= order <= len(self.galleries) else self.quiet


LIGHT = Tokens(
    is_dark=False,
    window="#ECEFF1", panel="#FFFFFF", sunk="#F6F8F9", line="#D3DADE",
    text="#18222A", quiet="#44525C", accent="#1F4E6B", on_accent="#FFFFFF",
    selection="#DDE9F0", warn="#8A5A00", error="#A6261E", ok="#1B6B57",
    galleries=("#2F6B70", "#8A4B1F", "#A3231F", "#14594A", "#3F6A8A"),
)  # fmt: skip

DARK = Tokens(
    is_dark=True,
    window="#14181B", panel="#1C2226", sunk="#171C1F", line="#323B41",
    text="#E7ECEF", quiet="#A5B1B9", accent="#E3C078", on_accent="#1A1409",
    selection="#2C363D", warn="#F0C060", error="#FF8A70", ok="#6FCFA8",
    galleries=("#7FB0B0", "#DDA468", "#FF9A84", "#62BD9A", "#BFD0DC"),
)  # fmt: skip

# Every gallery is white here: its number of lines and its name tell it, not its colour.
CONTRAST = Tokens(
    is_dark=True,
    window="#000000", panel="#000000", sunk="#000000", line="#FFFFFF",
    text="#FFFFFF", quiet="#FFFFFF", accent="#FFE14A", on_accent="#000000",
    selection="#4A4000", warn="#FFE14A", error="#FFB4A3", ok="#FFFFFF",
    galleries=("#FFFFFF",) * 5,
)  # fmt: skip


def tokens_for(appearance: Appearance) -> Tokens:
    """The lighting a setting asks for; the system's own where it leaves it open."""
    match appearance:
        case Appearance.LIGHT:
            return LIGHT
        case Appearance.DARK:
            return DARK
        case Appearance.CONTRAST:
            return CONTRAST
        case Appearance.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """The palette behind the style sheet: what it does not name, and what painters ask for."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, tokens.window), (role.WindowText, tokens.text),
        (role.Base, tokens.panel), (role.AlternateBase, tokens.sunk), (role.Text, tokens.text),
        (role.Button, tokens.panel), (role.ButtonText, tokens.text),
        (role.Highlight, tokens.selection), (role.HighlightedText, tokens.text),
        (role.ToolTipBase, tokens.panel), (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.quiet), (role.Link, tokens.accent),
        (role.Accent, tokens.accent), (role.Mid, tokens.line), (role.Dark, tokens.line),
    ):  # fmt: skip
        made.setColor(which, QColor(colour))
    faded = QColor(tokens.text)
    faded.setAlphaF(0.38)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return made
