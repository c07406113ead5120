"""What can be done with the records that are chosen in a list; it shows when there are several."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from hall_app.curator.desk import Desk
from hall_app.curator.flow import Flow
from hall_app.curator.parts import button, label

_FROM = 2


class Chosen(QFrame):
    """How many are chosen, and a button for each thing to do with them."""

    cleared = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self.words = label("", "heading")
        # In a narrow list the buttons go on in the next line rather than lose their words.
        self._acts = Flow(spacing=8)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 6, 8, 6)
        across.setSpacing(8)
        across.addWidget(self.words)
        across.addLayout(self._acts, 1)
        across.addWidget(button(desk.say("chosen-none"), self.cleared.emit, name="link"))
        self.hide()

    def offer(self, words: str, act: Callable[[], object], *, tip: str = "") -> QPushButton:
        """Add a thing to do with what is chosen."""
        made = button(words, act, tip=tip)
        self._acts.addWidget(made)
        return made

    def show_count(self, count: int) -> None:
        """Show how many are chosen; one alone needs no words."""
        self.words.setText(self._desk.say("chosen-count", count=count))
        self.setVisible(count >= _FROM)
