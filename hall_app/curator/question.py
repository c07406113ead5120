"""A small window over the desk that asks one thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label


class Question(QDialog):
    """A title, what it is about, and the ways out at the bottom; Escape changes nothing."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, *, width: int = 720) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self._desk = desk
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.ways = QHBoxLayout()
        self.ways.setSpacing(8)
        self.ways.addStretch()
        heading = label(title, "title")
        heading.setWordWrap(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 18)
        down.setSpacing(14)
        down.addWidget(heading)
        down.addLayout(self.body, 1)
        line = QFrame()
        line.setObjectName("rule")
        line.setFixedHeight(1)
        down.addWidget(line)
        down.addLayout(self.ways)

    def add_way(
        self, words: str, act: Callable[[], object], *, name: str = "", tip: str = ""
    ) -> QPushButton:
        """One way out; the one named “primary” answers to Enter."""
        made = button(words, act, name=name, tip=tip)
        made.setAutoDefault(name == "primary")
        made.setDefault(name == "primary")
        self.ways.addWidget(made)
        return made
