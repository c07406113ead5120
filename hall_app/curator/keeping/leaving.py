"""Nothing typed is lost on the way out: what could not be saved is held beside the library, and asked about."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.keeping.words_dialog import Choice, WordsDialog
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.editing import fields
from hall_app.editing.unwritten import RecoveryFile, Unwritten
from hall_app.errors import HallError


class Leaving(QObject):
    """Holds unsaved words in a file as long as they are unsaved; asks before the window goes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.file = RecoveryFile.beside(desk.paths.library)
        self._held = self.file.held()
        self.recovered = list(self._held)
        desk.pending.connect(self._follow)

    def may_leave(self) -> bool:
        """Whether the window may close; waits for what is being written, and asks about the rest."""
        self._settle()
        unsaved = self._desk.unsaved
        if unsaved and self._window.isVisible():
            unsaved.try_again()
            self._settle()
        if unsaved and self._window.isVisible():
            choices = (Choice.LEAVE, Choice.LATER)
            dialog = WordsDialog(
                self._desk, unsaved.words, self._window, occasion="leaving", choices=choices
            )
            dialog.exec()
            dialog.deleteLater()
            return dialog.choice is Choice.LEAVE
        return True

    def offer(self) -> WordsDialog | None:
        """Take the room for words that a full disk would not, and offer back those of the last time."""
        try:
            self.file.reserve()
        except HallError as problem:
            self._desk.tell_problem(problem)
        if not self.recovered:
            return None
        choices = (Choice.FORGET, Choice.LATER, Choice.PUT_BACK)
        dialog = WordsDialog(
            self._desk, self.recovered, self._window, occasion="recovered", choices=choices
        )
        dialog.finished.connect(partial(self._decide, dialog))
        dialog.open()
        return dialog

    def _decide(self, dialog: WordsDialog, _result: int = 0) -> None:
        words = self.recovered
        dialog.deleteLater()
        match dialog.choice:
            case Choice.PUT_BACK:
                self.recovered = []
                for one in words:
                    edit = partial(_put_back, one)
                    self._desk.change(one.path, edit, failed=partial(self._refused, one, edit))
            case Choice.FORGET:
                self.recovered = []
                self._write()
            case _:
                return

    def _refused(self, one: Unwritten, edit: Any, problem: HallError) -> None:
        self._desk.unsaved.keep(one, edit, problem)
        self._desk.tell_problem(problem)

    def _follow(self, pending: int) -> None:
        if not pending:
            self._write()

    def _write(self) -> None:
        """Hold what is unsaved now, and what was not yet decided on."""
        words = [*self.recovered, *self._desk.unsaved.words]
        if words == self._held:
            return
        try:
            self.file.keep(words)
            self._held = words
        except HallError as problem:
            self._desk.tell_problem(problem)

    def _settle(self) -> None:
        """Wait until what was typed is written or refused; the screen goes on being drawn."""
        if not self._desk.is_saving:
            return
        loop = QEventLoop()
        quits = self._desk.pending.connect(lambda count: None if count else loop.quit())
        loop.exec()
        self._desk.pending.disconnect(quits)


def _put_back(one: Unwritten, hall: Hall) -> Changes:
    return fields.set_field(
        hall.store, RecordId(one.record), one.path, one.value, author=hall.author
    )
