"""The desk up to its first drawn list, and on until it is told to end: what `desk-start` times.

python -m hall_app.bench.first_window HOME
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QSocketNotifier

from hall_app.curator.app import application, desk_window
from hall_app.curator.window import DeskWindow
from hall_app.paths import Paths
from hall_app.settings import Settings

SHOWN = "shown"
"""What it says when the list has been drawn."""


def main() -> None:
    """Open the desk, say when its list is drawn, end when standard input does."""
    app = application()
    with desk_window(Paths.of(sys.argv[1]), Settings()) as window:
        watch = _Watch(window)
        window.resize(1600, 960)
        window.show()
        ending = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        ending.activated.connect(window.close)
        app.exec()
        watch.deleteLater()


class _Watch(QObject):
    """Looks at what is painted where the list is."""

    def __init__(self, window: DeskWindow) -> None:
        super().__init__(window)
        self._listing = window.content.listing
        self._listing.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest or event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The event that follows this one finds it painted.
            if self._listing.model.rowCount():
                sys.stdout.write(f"{SHOWN}\n")
                sys.stdout.flush()
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    main()
