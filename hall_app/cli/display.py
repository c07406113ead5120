"""Whether there is a screen to draw on, asked before Qt is loaded: without one Qt ends the process."""

from __future__ import annotations

import os
import socket
import sys

from hall_app.errors import MachineFailed

_PLATFORM = "QT_QPA_PLATFORM"
_X_SOCKETS = "/tmp/.X11-unix/X"  # noqa: S108 (where every X server listens)
_X_SECONDS = 5.0


def has_display() -> bool:
    """Whether a window can be shown; Windows and macOS always have a desktop."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get(_PLATFORM, "")
    if platform and not platform.startswith("xcb"):
        return True
    if os.environ.get("WAYLAND_DISPLAY") and not platform:
        return True
    return _x_answers(os.environ.get("DISPLAY", ""))


def _hush() -> None:
    """Keep Qt from telling which sound libraries a machine does not have: nothing is amiss."""
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver.warning=false")


def _x_answers(display: str) -> bool:
    """Whether an X server listens under this name, such as `:0`, `unix:1.0` or `host:10.0`."""
    host, colon, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    try:
        if host in {"", "unix"}:
            return _listens(f"\0{_X_SOCKETS}{number}") or _listens(f"{_X_SOCKETS}{number}")
        with socket.create_connection((host, 6000 + int(number)), timeout=_X_SECONDS):
            return True
    except OSError:
        return False


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(path) == 0


def draw_offscreen() -> None:
    """Let Qt draw into memory where there is no screen."""
    _hush()
    if not has_display():
        os.environ[_PLATFORM] = "offscreen"


def require_display() -> None:
    """Raise `MachineFailed` where there is no screen."""
    _hush()
    if not has_display():
        raise MachineFailed(
            "There is no display here to open a window on.",
            "Start it in a desktop session, or see the whole job in pictures with “hall tour --out DIR”.",
        )
