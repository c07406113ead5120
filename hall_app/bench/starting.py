"""`kiosk-start`: from nothing to a drawn window, beside an empty window from Python."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from hall_app.bench.exporting import ensure_release
from hall_app.bench.measure import hall, in_turn, process_seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import Workplace

_EMPTY_QUICK = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication([]); view = QQuickView()
view.setSource(QUrl.fromLocalFile(sys.argv[1])); view.show(); app.processEvents()
view.grabWindow().save(sys.argv[2])
"""
_EMPTY_QML = "import QtQuick\nRectangle { width: 1920; height: 1080; Text { text: 'a' } }\n"


def bench_kiosk(place: Workplace) -> Iterator[Row]:
    """Seconds from the start of the process to its end, the timeline drawn and saved between."""
    ensure_release(place)
    out = place.fresh("kiosk-start")
    (out / "empty.qml").write_text(_EMPTY_QML, "utf-8")
    ours = hall(
        "--home", str(place.hall.home), "kiosk", "--page", "timeline", "--size", "1920x1080"
    )
    ours += ["--screenshot", str(out / "ours.png")]
    peer = [sys.executable, "-c", _EMPTY_QUICK, str(out / "empty.qml"), str(out / "peer.png")]
    our_s, peer_s = in_turn(lambda: _run(ours), lambda: _run(peer))
    yield compared(
        "kiosk-start", our_s, peer_s, unit="s", bar=None,
        note="floor: an empty Qt Quick window from Python; ours verifies the release and draws the timeline",
    )  # fmt: skip


def _run(command: list[str]) -> float:
    headless = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    # A machine that forbids compiled modules would measure Python's compiler, not the program.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return process_seconds(command, {**kept, **headless})
