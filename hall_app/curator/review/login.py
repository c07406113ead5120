"""Saying who one is, before the desk shows anything."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.domain.people import Permit
from hall_app.editing import accounts
from hall_app.errors import HallError
from hall_app.qt.tasks import Task

_WIDTH = 420


class Login(QDialog):
    """Login and password; closing it closes the desk."""

    # Whoever they say they are, they are.
    signed_in = Signal(Permit)

    def __init__(self, desk: Desk, parent: QWidget, *, login: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.say
        self.setWindowTitle(say("login-title"))
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        self.login = QLineEdit(login)
        self.login.setAccessibleName(say("login-login"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(say("login-password"))
        self.told = label("", "understood")
        self.told.setWordWrap(True)
        self.go = button(say("login-go"), self.try_it, name="primary")
        self.go.setDefault(True)
        card = QFrame()
        card.setObjectName("panel")
        down = QVBoxLayout(card)
        down.setContentsMargins(32, 28, 32, 24)
        down.setSpacing(8)
        down.addWidget(label(say("desk"), "meta"))
        down.addWidget(label(say("login-title"), "title"))
        down.addSpacing(10)
        for words, field in (("login-login", self.login), ("login-password", self.password)):
            made = label(say(words), "label")
            made.setBuddy(field)
            down.addWidget(made)
            down.addWidget(field)
        down.addWidget(self.told)
        down.addSpacing(6)
        down.addLayout(row(button(say("quit"), self.reject, name="link"), None, self.go))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 14, 14, 14)
        whole.addWidget(card)
        (self.password if login else self.login).setFocus()

    def try_it(self) -> None:
        """Ask the library; the password is forgotten at once."""
        words = self.password.text()
        self.password.clear()
        self.told.clear()
        self.go.setEnabled(False)
        job = partial(_sign_in, self.login.text().strip(), words)
        self._desk.tasks.run(
            self._desk.say("login-title"), job, then=self._done, failed=self._refused
        )

    def keyPressEvent(self, event: object) -> None:
        # Escape must not close the desk under a hand that only meant to clear a field.
        if getattr(event, "key", lambda: None)() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def _done(self, permit: Permit) -> None:
        self.signed_in.emit(permit)
        self.accept()

    def _refused(self, problem: HallError) -> None:
        self.go.setEnabled(True)
        self.told.setProperty("state", "wrong")
        self.told.style().polish(self.told)
        self.told.setText(" ".join(self._desk.problem_words(problem)).strip())
        self.password.setFocus()


def _sign_in(login: str, password: str, hall: Hall, _task: Task) -> Permit:
    return accounts.sign_in(hall.store, login, password)
