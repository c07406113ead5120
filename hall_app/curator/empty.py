"""What stands where there is nothing: one sentence and one way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hall_app.curator.parts import button, label


class Empty(QWidget):
    """A sentence in the hall's own voice, and a button where there is a way out."""

    def __init__(self, words: str, way: str = "", act: Callable[[], object] | None = None) -> None:
        super().__init__()
        down = QVBoxLayout(self)
        down.setSpacing(12)
        down.addStretch()
        self.words = label(words, "empty")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        down.addWidget(self.words)
        if act is not None:
            down.addWidget(button(way, act), 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch()
