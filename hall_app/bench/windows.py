"""`desk-start`: from nothing to a drawn list, and what the process takes three seconds after."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hall_app.bench.first_window import SHOWN
from hall_app.bench.measure import in_turn
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import RECORDS, SMALL, Workplace

# OpenLP 3.0 and Calibre 6 open an empty library in 1.32 and 1.37 s; a third of that is the bar.
_BAR_S = 0.44
_BAR_MB = 150.0
_AFTER_S = 3.0
_EMPTY_WIDGETS = f"""
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication([]); window = QMainWindow(); window.setCentralWidget(QTableView())
window.resize(1600, 960); window.show(); app.processEvents(); window.grab()
print("{SHOWN}", flush=True); sys.stdin.read()
"""


def bench(place: Workplace) -> Iterator[Row]:
    """Seconds until the list of a hundred thousand records is drawn, and of a thousand."""
    place.renew()
    large, small = (_desk(place, records) for records in (RECORDS, SMALL))
    floor = [sys.executable, "-c", _EMPTY_WIDGETS]
    large_s, small_s, floor_s = in_turn(
        lambda: _shown_s(large), lambda: _shown_s(small), lambda: _shown_s(floor)
    )
    yield compared(
        "desk-start", large_s, _BAR_S, unit="s", bar=1.0,
        note=f"the peer is the bar; {RECORDS:,} records, until the list is drawn",
    )  # fmt: skip
    yield compared(
        "desk-start and size", large_s, small_s, unit="s", bar=round(1 / 1.2, 2),
        note=f"the peer is our own start on {SMALL:,} records",
    )  # fmt: skip
    yield compared(
        "desk-start and floor", large_s, floor_s, unit="s", bar=None,
        note="an empty Qt Widgets window from Python",
    )  # fmt: skip
    if Path("/proc/self/smaps_rollup").exists():
        yield compared(
            "desk memory", _settled_mb(large), _BAR_MB, unit="MB", bar=1.0,
            note=f"PSS {_AFTER_S:g} s after the list is drawn; {RECORDS:,} records; the peer is the bar",
        )  # fmt: skip


def _desk(place: Workplace, records: int) -> list[str]:
    home = place.generated(records).home
    return [sys.executable, "-m", "hall_app.bench.first_window", str(home)]


def _shown_s(command: list[str]) -> float:
    started = time.perf_counter()
    child = _start(command)
    took = time.perf_counter() - started
    _end(child)
    return took


def _settled_mb(command: list[str]) -> float:
    child = _start(command)
    time.sleep(_AFTER_S)
    lines = Path(f"/proc/{child.pid}/smaps_rollup").read_text("ascii").splitlines()
    _end(child)
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def _start(command: list[str]) -> subprocess.Popen[str]:
    """Start a program and come back when it says that it is shown."""
    # A machine that forbids compiled modules would measure Python's compiler, not the program.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    child = subprocess.Popen(
        command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    if child.stdout.readline().strip() != SHOWN:
        _end(child)
        raise RuntimeError(f"{command} ended before it was shown")
    return child


def _end(child: subprocess.Popen[str]) -> None:
    # It only reads; there is nothing to be written before it goes.
    child.kill()
    child.communicate()
