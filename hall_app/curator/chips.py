"""Simple words as chips: each can be taken off, and a line takes new ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.flow import Flow
from hall_app.curator.icons import icon
from hall_app.domain.media_query import tags_of


class Chips(QWidget):
    """Shows words; tells which ones a person adds and takes off."""

    # New words, one or more at once.
    added = Signal(list)
    removed = Signal(str)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.buttons: dict[str, QPushButton] = {}
        self.input = QLineEdit(self)
        self.input.setObjectName(name)
        self.input.setFixedWidth(150)
        self.input.setPlaceholderText(desk.say("tag-add"))
        self.input.setAccessibleName(desk.say("tag-add"))
        self.input.setToolTip(desk.say("tag-add-tip"))
        self.input.returnPressed.connect(self.flush)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.input.setCompleter(completer)
        self._flow = Flow(self)
        self._flow.addWidget(self.input)

    def show_words(self, words: Iterable[str]) -> None:
        """Show these, in their order."""
        wanted = list(words)
        if wanted == list(self.buttons):
            return
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self.input:
                widget.hide()
                widget.deleteLater()
        self.buttons = {word: self._chip(word) for word in wanted}
        for chip in self.buttons.values():
            self._flow.addWidget(chip)
        self._flow.addWidget(self.input)
        self.updateGeometry()

    def offer(self, words: Iterable[str]) -> None:
        """Offer these while one types."""
        self._known.setStringList(list(words))

    def flush(self) -> None:
        """Tell at once what was typed."""
        words = tags_of(self.input.text())
        self.input.clear()
        if new := [word for word in words if word not in self.buttons]:
            self.added.emit(new)

    def _chip(self, word: str) -> QPushButton:
        chip = QPushButton(word, self)
        chip.setObjectName("chip")
        chip.setIcon(icon("x", self._desk.tokens))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        words = self._desk.say("tag-remove", tag=word)
        chip.setToolTip(words)
        chip.setAccessibleName(words)
        chip.clicked.connect(partial(self.removed.emit, word))
        chip.show()
        return chip
