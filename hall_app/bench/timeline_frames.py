"""The timeline's canvas moved along at every zoom: what `hall bench timeline-canvas` times.

python -m hall_app.bench.timeline_frames HOME
"""

from __future__ import annotations

import json
import statistics
import sys
from functools import partial

from PySide6.QtCore import QEventLoop, QTimer

from hall_app.bench.measure import seconds
from hall_app.curator.app import application, desk_window
from hall_app.curator.timeline.canvas import Canvas
from hall_app.curator.window import DeskWindow
from hall_app.domain.dates import Day
from hall_app.domain.reckoning import ordinal
from hall_app.paths import Paths
from hall_app.settings import Settings

_YEARS = (600, 100, 10, 1)
_FRAMES = 40
_LOOK_EVERY_MS = 5


def main() -> None:
    """Write the median milliseconds of a frame at each zoom, and the number of events, as JSON."""
    application()
    with desk_window(Paths.of(sys.argv[1]), Settings()) as window:
        window.resize(1600, 960)
        window.show()
        _rest(window)
        window.show_workspace("timeline")
        _rest(window)
        canvas = window.timeline.canvas
        found = {str(years): _median_ms(canvas, years) for years in _YEARS}
        found["events"] = float(window.timeline.book.events)
        sys.stdout.write(json.dumps(found))


def _median_ms(canvas: Canvas, years: int) -> float:
    start = 1420 if years > 100 else 1900
    canvas.show_days(float(ordinal(Day(start))), years * 365.2425)
    frames = [seconds(partial(_frame, canvas)) for _ in range(_FRAMES)]
    return statistics.median(frames) * 1000


def _frame(canvas: Canvas) -> None:
    canvas.pan(-7.0)
    canvas.repaint()


def _rest(window: DeskWindow) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.setInterval(_LOOK_EVERY_MS)

    def look() -> None:
        if window.is_idle:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()


if __name__ == "__main__":
    main()
