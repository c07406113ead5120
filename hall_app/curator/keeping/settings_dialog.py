"""The settings of the desk: how it speaks and looks, and where its backups go."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.keeping.chip import told
from hall_app.curator.keeping.nights import Nights
from hall_app.curator.keeping.number import Number
from hall_app.curator.parts import button, label, row, rule, tab
from hall_app.domain.people import Role
from hall_app.editing.nightly.sealing import Lock
from hall_app.errors import HallError
from hall_app.settings import Appearance, Language, Settings

SECTIONS = ("general", "backup")
SCALES = (100, 110, 125, 150, 175, 200)
_SIZE = (700, 660)


class SettingsDialog(QDialog):
    """Two pages; nothing changes before it is kept."""

    # What was kept; the dialog is gone by then.
    kept = Signal(Settings)

    def __init__(
        self, desk: Desk, nights: Nights, parent: QWidget, *, section: str = "general"
    ) -> None:
        super().__init__(parent)
        self._desk, self._nights = desk, nights
        self.setWindowTitle(desk.say("settings"))
        self.resize(*_SIZE)
        self._make_general()
        self._make_backup()
        self.tabs = {name: tab(desk.say(f"settings-{name}")) for name in SECTIONS}
        self.pages = QStackedWidget()
        for page in (self._general_page(), self._backup_page()):
            self.pages.addWidget(page)
        for at, made in enumerate(self.tabs.values()):
            made.clicked.connect(partial(self._show_page, at))
        self.told = label("", "understood")
        self.told.setWordWrap(True)
        self.told.hide()
        self.keep = button(desk.say("settings-keep"), self.save, name="primary")
        self._lay_out()
        for other in self.findChildren(QPushButton):
            other.setAutoDefault(False)
        self.keep.setDefault(True)
        self.tabs[section].click()
        nights.changed.connect(self.show_standing)
        nights.progressed.connect(self._show_progress)
        self.show_standing()

    def save(self) -> None:
        """Keep what was chosen, unless something is not right."""
        try:
            settings = self._chosen()
        except HallError as problem:
            self._complain(" ".join(self._desk.problem_words(problem)).strip())
            return
        if settings is not None:
            self.accept()
            self.kept.emit(settings)

    def show_standing(self) -> None:
        """Say how the backups stand."""
        words, more = told(self._desk, self._nights)
        self.standing.setText(f"{words}　{more}".strip())
        standing = self._nights.standing
        self.make_now.setEnabled(standing.has_place and not standing.is_running)

    def choose_folder(self) -> None:
        """Ask for the place of the backups."""
        chosen = QFileDialog.getExistingDirectory(
            self, self._desk.say("backup-choose"), self.folder.text()
        )
        if chosen:
            self.folder.setText(str(Path(chosen)))

    def _make_general(self) -> None:
        desk, settings = self._desk, self._desk.settings
        self.language = self._combo(
            [(desk.say(f"language-{one}"), one) for one in Language], settings.language
        )
        self.appearance = self._combo(
            [(desk.say(f"appearance-{one}"), one) for one in Appearance], settings.appearance
        )
        scales = sorted({*SCALES, settings.scale})
        self.scale = self._combo([(f"{one} %", one) for one in scales], settings.scale)
        self.author = QLineEdit(settings.author)
        self.author.setPlaceholderText(desk.say("settings-author-hint"))
        self.idle = Number(desk, 5, 3600, settings.idle_seconds, step=5)

    def _make_backup(self) -> None:
        desk, settings = self._desk, self._desk.settings
        self.folder = QLineEdit(settings.backup_folder)
        self.folder.setPlaceholderText(desk.say("backup-folder-hint"))
        self.choose = button(desk.say("backup-choose"), self.choose_folder)
        self.hour = Number(desk, 0, 23, settings.backup_hour)
        self.daily = Number(desk, 1, 365, settings.backup_daily)
        self.weekly = Number(desk, 0, 520, settings.backup_weekly)
        self.monthly = Number(desk, 0, 240, settings.backup_monthly)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        hint = "backup-passphrase-set" if settings.backup_lock else "backup-passphrase-none"
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(desk.say(hint))
        self.standing = label("", "note")
        self.standing.setWordWrap(True)
        self.make_now = button(desk.say("backup-now"), self._nights.make_now)

    def _general_page(self) -> QWidget:
        say = self._desk.say
        return self._form(
            (say("language"), self.language, ""),
            (say("appearance"), self.appearance, ""),
            (say("settings-scale"), self.scale, say("settings-scale-note")),
            (say("settings-author"), self.author, say("settings-author-note")),
            (say("settings-idle"), self.idle, say("settings-idle-note")),
        )

    def _backup_page(self) -> QWidget:
        say = self._desk.say
        place, keep, now = QWidget(), QWidget(), QWidget()
        place.setLayout(row(self.folder, self.choose))
        parts: list[QWidget] = []
        for key, number in (
            ("daily", self.daily), ("weekly", self.weekly), ("monthly", self.monthly),
        ):  # fmt: skip
            number.setAccessibleName(f"{say('backup-keep')} {say(f'backup-{key}')}")
            parts += [number, label(say(f"backup-{key}"), "meta")]
        keep.setLayout(row(*parts, None))
        now.setLayout(row(self.make_now, self.standing))
        self.standing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.folder.setAccessibleName(say("backup-folder"))
        page = self._form(
            (say("backup-folder"), place, say("backup-folder-note")),
            (say("backup-hour"), self.hour, ""),
            (say("backup-keep"), keep, ""),
            (say("backup-passphrase"), self.passphrase, say("backup-passphrase-note")),
            (say("backup-again"), self.again, ""),
            (say("backup"), now, ""),
        )
        may = self._desk.store.permit.may(Role.ADMINISTRATOR)
        page.setEnabled(may)
        page.setToolTip("" if may else say("review-why-administrator"))
        return page

    def _form(self, *lines: tuple[str, QWidget, str]) -> QWidget:
        page = QWidget()
        page.setObjectName("form")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 14, 0, 6)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (words, field, note) in enumerate(lines):
            named = label(words, "label")
            named.setBuddy(field)
            if not field.accessibleName() and not field.layout():
                field.setAccessibleName(words)
            grid.addWidget(named, at * 2, 0)
            grid.addWidget(field, at * 2, 1)
            grid.setRowMinimumHeight(at * 2, 40)
            if note:
                said = label(note, "note")
                said.setWordWrap(True)
                grid.addWidget(said, at * 2 + 1, 1)
        grid.setRowStretch(len(lines) * 2, 1)
        return page

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(28, 22, 28, 18)
        down.setSpacing(8)
        down.addWidget(label(self._desk.say("settings"), "title"))
        down.addLayout(row(*self.tabs.values(), None, spacing=0))
        down.addWidget(rule())
        down.addWidget(self.pages, 1)
        down.addWidget(self.told)
        down.addLayout(row(None, button(self._desk.say("cancel"), self.reject), self.keep))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(panel)

    def _combo(self, choices: list[tuple[str, object]], chosen: object) -> Combo:
        made = Combo(self._desk)
        made.setMinimumContentsLength(14)
        for words, value in choices:
            made.addItem(words, value)
        made.setCurrentIndex([value for _, value in choices].index(chosen))
        return made

    def _chosen(self) -> Settings | None:
        """What is chosen, None where the passphrase was not typed the same twice.

        Raises:
            UsageError: The passphrase is too short.
        """
        lock = self._desk.settings.backup_lock
        if self.passphrase.text() or self.again.text():
            if self.passphrase.text() != self.again.text():
                self._complain(self._desk.say("backup-not-the-same"))
                return None
            lock = Lock.made(self.passphrase.text()).words
        folder = self.folder.text().strip()
        if folder and not Path(folder).is_dir():
            self._complain(self._desk.say("error-backup-place-missing", subject=folder))
            return None
        home, place = self._desk.paths.home.resolve(), Path(folder).resolve()
        if folder and (place == home or home in place.parents):
            self._complain(self._desk.say("error-backup-inside", subject=folder))
            return None
        return replace(
            self._desk.settings,
            language=Language(self.language.currentData()),
            appearance=Appearance(self.appearance.currentData()),
            scale=self.scale.currentData(), author=self.author.text().strip(),
            idle_seconds=self.idle.value(), backup_folder=folder, backup_hour=self.hour.value(),
            backup_daily=self.daily.value(), backup_weekly=self.weekly.value(),
            backup_monthly=self.monthly.value(), backup_lock=lock,
        )  # fmt: skip

    def _complain(self, words: str) -> None:
        self.told.setProperty("state", "wrong")
        self.told.setText(words)
        self.told.style().polish(self.told)
        self.told.show()

    def _show_page(self, at: int, _checked: object = None) -> None:
        self.pages.setCurrentIndex(at)

    def _show_progress(self, done: int, total: int) -> None:
        self.standing.setText(self._desk.say("backup-running", share=done * 100 // max(total, 1)))
