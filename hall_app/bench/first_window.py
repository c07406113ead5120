"""The desk up to its first drawn window, and ended again: what `hall bench desk-start` times.

python -m hall_app.bench.first_window HOME
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEventLoop, QTimer

from hall_app.curator.app import application, desk_window
from hall_app.paths import Paths
from hall_app.settings import Settings

_LOOK_EVERY_MS = 2


def main() -> None:
    """Open the desk, wait until nothing is being done, draw it once."""
    application()
    with desk_window(Paths.of(sys.argv[1]), Settings()) as window:
        window.resize(1600, 960)
        window.show()
        loop, timer = QEventLoop(), QTimer()
        timer.setInterval(_LOOK_EVERY_MS)

        def look() -> None:
            if window.is_idle:
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        window.grab()


if __name__ == "__main__":
    main()
