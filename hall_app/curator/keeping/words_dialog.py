"""Words that are not in the library: asked about when leaving, and offered back the next time."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.domain.ids import RecordId
from hall_app.editing.unwritten import RecoveryFile, Unwritten
from hall_app.errors import HallError

_WIDTH = 560
_SHOWN = 6
_LENGTH = 40


class Choice(Enum):
    """What a person wants done with the words."""

    LATER = "later"
    LEAVE = "leave"
    PUT_BACK = "put-back"
    FORGET = "forget"


class WordsDialog(QDialog):
    """Shows the words, saves them elsewhere on the way, and asks; closing it is `LATER`.

    Args:
        occasion: "leaving" or "recovered"; the words it speaks with.
        choices: The buttons from left to right; the last one is the one that Enter means.
    """

    def __init__(
        self,
        desk: Desk,
        words: list[Unwritten],
        parent: QWidget,
        *,
        occasion: str,
        choices: tuple[Choice, ...],
    ) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, words
        say = desk.say
        self.setWindowTitle(say(occasion))
        self.setFixedWidth(_WIDTH)
        self.choice = Choice.LATER
        self.told = label(say(f"{occasion}-words", count=len(words)))
        self.list = label("\n".join(self._line(one) for one in words[:_SHOWN]), "note")
        for part in (self.told, self.list):
            part.setWordWrap(True)
        self.elsewhere = button(say("words-elsewhere"), self.save_elsewhere, name="link")
        self.buttons = {one: self._button(occasion, one) for one in choices}
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(28, 22, 28, 20)
        down.setSpacing(12)
        for widget in (label(say(occasion), "title"), self.told, self.list):
            down.addWidget(widget)
        down.addSpacing(6)
        down.addLayout(row(self.elsewhere, None, *self.buttons.values()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(panel)
        self.elsewhere.setAutoDefault(False)
        last = self.buttons[choices[-1]]
        last.setObjectName("primary")
        last.setDefault(True)
        last.setFocus()

    def save_elsewhere(self) -> None:
        """Write the words to a file of the person's choice."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, self._desk.say("words-elsewhere"), str(Path.home() / "words.txt"), "*.txt"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, to: Path) -> None:
        """Write the words to a file."""
        try:
            RecoveryFile.export(to, self._words)
        except HallError as problem:
            self.told.setText(" ".join(self._desk.problem_words(problem)).strip())
            return
        self.told.setText(self._desk.say("words-saved", file=to.name))

    def _button(self, occasion: str, choice: Choice) -> QPushButton:
        made = button(self._desk.say(f"{occasion}-{choice.value}"), lambda: self._choose(choice))
        made.setAutoDefault(False)
        return made

    def _choose(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()

    def _line(self, one: Unwritten) -> str:
        record = self._desk.record(RecordId(one.record))
        name = self._desk.title_of(record) if record else self._desk.say("words-record-gone")
        words = one.value if isinstance(one.value, str) else "…"
        return f"{name}　·　{words[:_LENGTH]}{'…' if len(words) > _LENGTH else ''}"
