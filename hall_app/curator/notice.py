"""The quiet bar: what was done, or what went wrong and what to do; it never stops the work."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from hall_app.curator.desk import Desk
from hall_app.curator.parts import label, tint, tool

_STAYS_MS = 6000


class Notice(QFrame):
    """One line above the panels; good news leaves by itself, bad news waits to be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.words = label()
        self.words.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STAYS_MS)
        self._timer.timeout.connect(self.hide)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 6, 6, 6)
        across.addWidget(self.words, 1)
        across.addWidget(tool(desk, "x", desk.say("dismiss"), self.hide))
        desk.noticed.connect(self.tell)
        self.hide()

    def tell(self, tone: str, what: str, remedy: str) -> None:
        """Say it."""
        self._timer.stop()
        tint(self, "tone", tone)
        self.words.setText(f"{what}　{remedy}".strip())
        self.show()
        if tone != "error":
            self._timer.start()
