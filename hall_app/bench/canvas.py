"""`timeline-canvas`: a frame of the timeline's canvas over ten thousand events, beside 30 a second."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import Workplace

_RECORDS = 17_000
"""Of which six in ten are events."""
_BAR_MS = 33.0


def bench(place: Workplace) -> Iterator[Row]:
    """Milliseconds to lay out and paint a frame while the view is moved, at each zoom."""
    home = place.generated(_RECORDS)
    command = [sys.executable, "-m", "hall_app.bench.timeline_frames", str(home.home)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    frames: dict[str, float] = json.loads(done.stdout)
    events = frames.pop("events")
    for years, our_ms in frames.items():
        yield compared(
            f"timeline-canvas {years} years", our_ms, _BAR_MS, unit="ms", bar=1.0,
            note=f"the peer is the bar of 33 ms; {events:,.0f} events, software renderer, 1600 × 960",
        )  # fmt: skip
