"""The media workspace."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hall_app.curator.desk import Desk


class MediaSpace(QWidget):
    """The media library."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
