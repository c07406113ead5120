"""The first window of a home without a hall: language, name, and where the hall comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.first_run import problem_words
from hall_app.curator.parts import button, label, row, tab
from hall_app.curator.stylesheet import stylesheet
from hall_app.curator.theme import palette, tokens_for
from hall_app.editing.nightly import restoring
from hall_app.editing.nightly.place import SUFFIX
from hall_app.errors import HallError
from hall_app.kiosk.words import WordTable
from hall_app.resources import asset
from hall_app.settings import Language, Settings

_WIDTH = 700


class Origin(Enum):
    """Where a hall comes from."""

    SAMPLE = "sample"
    EMPTY = "empty"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a person chose."""

    settings: Settings
    origin: Origin
    backup: Path | None = None
    passphrase: str = ""


class Welcome(QDialog):
    """Asks three things; `beginning` is the answer once it is accepted."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._words = WordTable.load(asset("i18n", "desk"))
        self._backup: Path | None = None
        self.beginning: Beginning | None = None
        tokens = tokens_for(settings.appearance)
        self.setPalette(palette(tokens))
        self.setStyleSheet(stylesheet(tokens))
        self.setMinimumWidth(_WIDTH)
        self.languages = {one: tab("") for one in Language}
        self.name = QLineEdit(settings.author)
        self.cards = {one: _Card() for one in Origin}
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.told = label("", "understood")
        self.told.setWordWrap(True)
        self.go = button("", self._restore, name="primary")
        self.folder = button("", self._choose_folder, name="link")
        self._lay_out()
        for one, made in self.languages.items():
            made.clicked.connect(partial(self._speak, one))
        for origin, card in self.cards.items():
            card.clicked.connect(partial(self._choose, origin))
        for one_button in self.findChildren(QPushButton):
            one_button.setAutoDefault(False)
        self.passphrase.returnPressed.connect(self._restore)
        self.restore_row.hide()
        self._speak(settings.language)
        self.cards[Origin.SAMPLE].setFocus()

    def say(self, key: str, **parts: object) -> str:
        """The words for a key in the language that is chosen."""
        return self._words.say(key, str(self._settings.language), **parts)

    def take_backup(self, source: Path) -> None:
        """A backup was chosen: ask for its passphrase where it has one, else begin."""
        try:
            backup = restoring.backup_at(source)
            is_sealed = restoring.needs_passphrase(backup)
        except HallError as problem:
            self.tell(problem)
            return
        self._backup = backup
        if is_sealed:
            self.told.setText(self.say("welcome-sealed", file=backup.name))
            self.told.show()
            self.restore_row.show()
            self.passphrase.setFocus()
        else:
            self._restore()

    def tell(self, problem: HallError) -> None:
        """Say what went wrong."""
        self.told.setText(problem_words(self._words, str(self._settings.language), problem))
        self.told.show()

    def _lay_out(self) -> None:
        self.title, self.lead = label("", "title"), label("", "empty")
        self.name_label, self.origin_label = label("", "label"), label("", "label")
        self.lead.setWordWrap(True)
        self.name_label.setBuddy(self.name)
        self.restore_row = QWidget()
        self.restore_row.setLayout(row(self.passphrase, self.go))
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(36, 26, 36, 28)
        down.setSpacing(8)
        down.addLayout(row(None, *self.languages.values(), spacing=0))
        down.addWidget(self.title)
        down.addWidget(self.lead)
        down.addSpacing(12)
        down.addWidget(self.name_label)
        down.addWidget(self.name)
        down.addSpacing(12)
        down.addWidget(self.origin_label)
        for card in self.cards.values():
            down.addWidget(card)
        down.addLayout(row(None, self.folder))
        down.addWidget(self.told)
        down.addWidget(self.restore_row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(panel)
        self.told.hide()

    def _speak(self, language: Language, _checked: object = None) -> None:
        self._settings = replace(self._settings, language=language)
        say = self.say
        self.setWindowTitle(say("desk"))
        self.title.setText(say("welcome"))
        self.lead.setText(say("welcome-lead"))
        self.name_label.setText(say("welcome-name"))
        self.name.setPlaceholderText(say("settings-author-hint"))
        self.name.setAccessibleName(say("welcome-name"))
        self.origin_label.setText(say("welcome-origin"))
        self.folder.setText(say("welcome-folder"))
        self.go.setText(say("welcome-restore"))
        self.passphrase.setPlaceholderText(say("backup-passphrase"))
        self.passphrase.setAccessibleName(say("backup-passphrase"))
        for one, made in self.languages.items():
            made.setText(say(f"language-{one}"))
            made.setChecked(one is language)
        for origin, card in self.cards.items():
            card.show_words(say(f"welcome-{origin.value}"), say(f"welcome-{origin.value}-note"))

    def _choose(self, origin: Origin, _checked: object = None) -> None:
        if origin is not Origin.BACKUP:
            self._begin(origin)
            return
        chosen, _ = QFileDialog.getOpenFileName(self, self.say("welcome-backup"), "", f"*{SUFFIX}")
        if chosen:
            self.take_backup(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.say("welcome-folder"))
        if chosen:
            self.take_backup(Path(chosen))

    def _restore(self) -> None:
        if self._backup is not None:
            self._begin(Origin.BACKUP)

    def _begin(self, origin: Origin) -> None:
        settings = replace(self._settings, author=self.name.text().strip())
        self.beginning = Beginning(
            settings=settings, origin=origin, backup=self._backup,
            passphrase=self.passphrase.text(),
        )  # fmt: skip
        self.accept()


class _Card(QPushButton):
    """A way to begin: its name, and what it means."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name, self._note = label("", "heading"), label("", "note")
        self._note.setWordWrap(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(18, 8, 18, 8)
        down.setSpacing(2)
        for part in (self._name, self._note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            down.addWidget(part)

    def show_words(self, name: str, note: str) -> None:
        """Say what it is."""
        self._name.setText(name)
        self._note.setText(note)
        self.setAccessibleName(f"{name}: {note}")
        self.setToolTip(note)
