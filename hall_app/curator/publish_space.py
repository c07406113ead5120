"""The publishing workspace."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hall_app.curator.desk import Desk


class PublishSpace(QWidget):
    """Publish and export."""

    record_chosen = Signal(str)
    problems_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()

    def show_count(self, blocking: int, advice: int) -> None:
        """Know what stands in the way."""
