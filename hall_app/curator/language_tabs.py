"""The languages of a record as tabs, each with how far it has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import EVERY_LANGUAGE, beside
from hall_app.curator.parts import button, row, tab, tool
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.domain.wordings import State, state
from hall_app.editing.translation import DRAFT_SOURCES

_TONES = {State.MISSING: "error", State.STALE: "warn", State.DRAFTED: "warn", State.READ: "ok"}


class LanguageTabs(QWidget):
    """Chooses which wording the form shows, and brings a language on."""

    chosen = Signal(str)
    draft_wanted = Signal(str)
    read_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._states: dict[str, State] = {}
        self.language = ZH_HANS
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.tabs: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 2, 12, 0)
        down.setSpacing(2)
        across = QHBoxLayout()
        across.setSpacing(2)
        for number, language in enumerate(LANGUAGES, start=1):
            made = tab(desk.say(f"short-{language}"), keys=f"Ctrl+{number}")
            self._add(made, language, group, across)
        across.addStretch()
        self.draft = button("", self._draft, name="link", keys="Ctrl+D")
        self.read = button(
            desk.say("mark-read"), self._read, name="link", tip=desk.say("mark-read-tip"),
            keys="Ctrl+R",
        )  # fmt: skip
        self.draft.hide()
        self.read.hide()
        every = tab(desk.say("side-by-side"), tip=desk.say("side-by-side-tip"), keys="Ctrl+4")
        self._add(every, EVERY_LANGUAGE, group, across)
        self.beside = tool(desk, "columns", desk.say("beside-tip"), self._turn, keys="Ctrl+5")
        self.beside.setCheckable(True)
        self.beside.setChecked(desk.settings.side_by_side)
        across.addWidget(self.beside)
        self.tabs[ZH_HANS].setChecked(True)
        down.addLayout(across)
        down.addLayout(row(self.draft, self.read, None))

    @property
    def shown(self) -> str:
        """What the form has to show: a language, all of them, or one beside the source."""
        return beside(self.language) if self.beside.isChecked() else self.language

    def show_record(self, record: Record) -> None:
        """Tell how far the wordings of a record have come."""
        for language in LANGUAGES:
            found = state(record, language)
            self._states[language] = found
            made = self.tabs[language]
            words = self._desk.say(f"state-{found}")
            made.setText(f"{self._desk.say(f'short-{language}')}  {words}")
            made.setToolTip(self._desk.say(f"state-{found}-tip"))
            made.setProperty("tone", _TONES[found])
        self._offer()

    def choose(self, language: str) -> None:
        """Show this language, if it is one."""
        if language in self.tabs and self.language != EVERY_LANGUAGE:
            self.tabs[language].click()

    def _add(
        self, made: QPushButton, language: str, group: QButtonGroup, across: QHBoxLayout
    ) -> None:
        made.setAutoExclusive(False)
        made.clicked.connect(partial(self._choose, language))
        group.addButton(made)
        self.tabs[language] = made
        across.addWidget(made)

    def _choose(self, language: str, _checked: object = None) -> None:
        self.language = language
        self._offer()
        self.chosen.emit(self.shown)

    def _turn(self) -> None:
        """Put the source beside the language, or take it away; the desk remembers it."""
        self._desk.show_beside(is_beside=self.beside.isChecked())
        self.chosen.emit(self.shown)

    def _offer(self) -> None:
        """Offer what would bring the language on the screen forward."""
        found = self._states.get(self.language)
        source = DRAFT_SOURCES.get(self.language)
        can_draft = source is not None and found in (State.MISSING, State.STALE)
        self.draft.setVisible(can_draft)
        if source is not None and can_draft:
            say = self._desk.say
            self.draft.setText(say("draft", tongue=say(f"short-{self.language}")))
            self.draft.setToolTip(say("draft-tip", source=say(f"short-{source}")))
        self.read.setVisible(found in (State.DRAFTED, State.STALE))

    def _draft(self) -> None:
        self.draft_wanted.emit(self.language)

    def _read(self) -> None:
        self.read_wanted.emit(self.language)
