"""Cycles are collected on the GUI thread only.

Python collects them on whichever thread happens to allocate: the worker, the thread that loads
pictures, the one that renders. A widget or QML object that dies there ends the process.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
_THRESHOLDS = gc.get_threshold()


class Garbage(QObject):
    """From when it is made until `release`, this object alone collects, on its own thread."""

    _holders: ClassVar[int] = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        Garbage._holders += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def release(self) -> None:
        """Let Python collect by itself again, once nobody else holds it."""
        self._timer.stop()
        Garbage._holders -= 1
        if not Garbage._holders:
            gc.enable()

    @staticmethod
    def _collect() -> None:
        """Collect the oldest generation whose time has come, as Python would."""
        due = [n for n, count in enumerate(gc.get_count()) if count > _THRESHOLDS[n]]
        if due:
            gc.collect(due[-1])
