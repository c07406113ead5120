"""The files that were not taken in: each with its reason and what to do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row, tool
from hall_app.media.refusal import Refusal

_HEIGHT = 168
_MOST_SHOWN = 300


class Refusals(QFrame):
    """A list that stays until it has been read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", "error")
        self._desk = desk
        self._told: list[str] = []
        self.heading = label("", "heading")
        copy = button(
            desk.say("refused-copy"), self._copy, name="link", tip=desk.say("refused-copy-tip")
        )
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        held = QWidget()
        held.setLayout(self._list)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(held)
        for ground in (held, self._area.viewport()):
            ground.setAutoFillBackground(False)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 8, 8, 8)
        down.setSpacing(6)
        down.addLayout(
            row(self.heading, None, copy, tool(desk, "x", desk.say("dismiss"), self.hide))
        )
        down.addWidget(self._area)
        self.hide()

    @property
    def told(self) -> tuple[str, ...]:
        """What is on the screen, a line a file."""
        return tuple(self._told)

    def show_refused(self, refused: dict[Path, Refusal]) -> None:
        """List these; nothing leaves the place free."""
        self.setVisible(bool(refused))
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._told = [
            " ".join(part for part in self._desk.problem_words(one) if part)
            for one in refused.values()
        ]
        self.heading.setText(self._desk.say("refused-count", count=len(refused)))
        for path, words in zip(refused, self._told[:_MOST_SHOWN], strict=False):
            self._list.addWidget(self._line(path, words))
        self._list.addStretch()
        self._area.setFixedHeight(min(_HEIGHT, 26 * len(refused) + 8))

    def _line(self, path: Path, words: str) -> QLabel:
        made = label(words)
        made.setWordWrap(True)
        made.setToolTip(str(path))
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._told))
