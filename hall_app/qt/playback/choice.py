"""Which engine plays: the one a person asked for where it works, else QtMultimedia."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QLoggingCategory, QObject

from hall_app.qt.playback.player import Player
from hall_app.qt.playback.qt_player import QtPlayer


class Engine(StrEnum):
    """What can turn a film."""

    AUTO = "auto"
    QT = "qt"
    VLC = "vlc"


def make_player(engine: Engine = Engine.AUTO, parent: QObject | None = None) -> Player:
    """A player; libVLC only when asked for and installed, since Qt's loops are frame-exact."""
    # What FFmpeg says of a film it opens is no news; what fails comes as a signal.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    if engine is Engine.VLC and has_vlc():
        from hall_app.qt.playback.vlc_player import VlcPlayer  # noqa: PLC0415 (libVLC is optional)

        return VlcPlayer(parent)
    return QtPlayer(parent)


@cache
def has_vlc() -> bool:
    """Whether libVLC is installed and answers."""
    try:
        from hall_app.qt.playback import vlc_player  # noqa: PLC0415 (libVLC is optional)
    except (OSError, ImportError, NameError):
        return False
    return vlc_player.is_usable()
