"""Whether there is a screen to draw on, asked before Qt is loaded: without one Qt ends the process."""

from __future__ import annotations

import os
import sys

from hall_app.errors import MachineFailed

_PLATFORM = "QT_QPA_PLATFORM"


def has_display() -> bool:
    """Whether a window can be shown; Windows and macOS always have a desktop."""
    if os.environ.get(_PLATFORM) or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draw_offscreen() -> None:
    """Let Qt draw into memory where there is no screen."""
    if not has_display():
        os.environ[_PLATFORM] = "offscreen"


def require_display() -> None:
    """Raise `MachineFailed` where there is no screen."""
    if not has_display():
        raise MachineFailed(
            "There is no display here to open a window on.",
            "Start it in a desktop session, or see the whole job in pictures with “hall tour --out DIR”.",
        )
