"""The door of the desk: who is at it, and that nobody else finds it open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.review.login import Login
from hall_app.domain.changes import Changes
from hall_app.domain.people import Permit
from hall_app.editing import accounts
from hall_app.qt.tasks import Task
from hall_app.store import people

_A_HAND = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
)
_MINUTE_MS = 60_000


class Gate(QObject):
    """Asks who is there where the library keeps people, and again after a time without a hand."""

    # The desk is about to lock: what was typed is to be written.
    locking = Signal()

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.login: Login | None = None
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self.lock)
        app = QApplication.instance()
        assert app is not None  # a window has its application
        app.installEventFilter(self)
        desk.feed.changed.connect(self._follow)
        self.look()

    @property
    def is_locked(self) -> bool:
        """Whether it waits for somebody to say who they are."""
        return self.login is not None

    def look(self) -> None:
        """Lock where people are kept and nobody has said who they are."""
        permit = self._desk.store.permit
        if permit.is_open or permit.login:
            self._wind()
        else:
            self.lock()

    def lock(self) -> None:
        """Write what was typed, be nobody, hide everything, and ask."""
        if self.is_locked or self._desk.store.permit.is_open:
            return
        before = self._desk.store.login
        self.locking.emit()
        self._be(None)
        self._show_content(is_shown=False)
        self.login = Login(self._desk, self._window, login=before)
        self.login.signed_in.connect(self._be)
        self.login.accepted.connect(self._open)
        self.login.rejected.connect(self._window.close)
        self.login.open()

    def leave(self) -> None:
        """The desk is closing."""
        self.idle.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._desk.feed.changed.disconnect(self._follow)
        if self.login is not None:
            self.login.rejected.disconnect(self._window.close)
            self.login.close()
            self.login = None
        if self._desk.store.login:
            self._be(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _A_HAND and self.idle.isActive():
            self.idle.start()
        return super().eventFilter(watched, event)

    def _be(self, permit: Permit | None) -> None:
        """Be this person, or nobody; the worker's library is told in its turn."""
        self._desk.store.login = permit.login if permit else ""
        if permit is None:
            self._desk.tasks.run("sign out", _sign_out)

    def _open(self) -> None:
        self.login = None
        self._show_content(is_shown=True)
        self._wind()
        # Every panel asks anew what may be done; nothing has been touched.
        self._desk.feed.changed.emit(Changes("Sign in", frozenset()), self)

    def _show_content(self, *, is_shown: bool) -> None:
        content = self._window.centralWidget()
        if content is not None:
            content.setVisible(is_shown)

    def _wind(self) -> None:
        minutes = self._desk.store.ask(people.chain).idle_minutes
        if minutes and self._desk.store.login:
            self.idle.start(minutes * _MINUTE_MS)
        else:
            self.idle.stop()

    def _follow(self, _changes: Changes, initiator: object) -> None:
        if initiator is not self and not self.is_locked:
            self.look()


def _sign_out(hall: Hall, _task: Task) -> None:
    accounts.sign_out(hall.store)
