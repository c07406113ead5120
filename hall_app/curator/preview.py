"""The live preview beside the editor: the kiosk's own scene over the library as it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hall_app.curator.desk import Desk
from hall_app.curator.parts import label, row
from hall_app.domain.records.record import Record


class Preview(QFrame):
    """Shows the page of a record as a visitor would see it."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        down = QVBoxLayout(self)
        down.addLayout(row(label(desk.say("preview"), "heading"), None))
        down.addStretch()

    def show_record(self, record: Record) -> None:
        """Show its page."""

    def speak(self, language: str) -> None:
        """Speak the language of the wording that is being edited."""

    def leave(self) -> None:
        """Let the scene go."""
