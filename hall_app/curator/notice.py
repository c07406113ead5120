"""The quiet bar: what was done, or what went wrong and what to do; it never stops the work."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, tint, tool
from hall_app.domain.changes import Changes

_STAYS_MS = 6000
_STAYS_TO_UNDO_MS = 20_000


class Notice(QFrame):
    """One line above the panels; good news leaves by itself, bad news waits to be read.

    What was done to many records at once can be undone from here, until something else is done.
    """

    # “Undo” was pressed.
    undo_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.words = label()
        self.words.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 6, 6, 6)
        self.undo = button(desk.say("undo"), self._undo, tip=f"{desk.say('undo')}  (Ctrl+Z)")
        across.addWidget(self.words, 1)
        across.addWidget(self.undo)
        across.addWidget(tool(desk, "x", desk.say("dismiss"), self.hide))
        desk.noticed.connect(self.tell)
        desk.undoable.connect(self.offer_undo)
        desk.feed.changed.connect(self._forget)
        self.hide()

    def tell(self, tone: str, what: str, remedy: str) -> None:
        """Say it."""
        self._timer.stop()
        tint(self, "tone", tone)
        self.words.setText(f"{what}　{remedy}".strip())
        self.undo.hide()
        self.show()
        if tone != "error":
            self._timer.start(_STAYS_MS)

    def offer_undo(self) -> None:
        """Let the hand take back what the bar says; it stays longer then."""
        self.undo.show()
        self._timer.start(_STAYS_TO_UNDO_MS)

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _forget(self, _changes: Changes, _initiator: object) -> None:
        # One press undoes the last step, which is no longer what the bar speaks of.
        self.undo.hide()
