"""The night's backup while the desk is open: made when its hour has passed, on a thread of its own.

It may take minutes where a place is new, and the one worker thread is for what is being typed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.editing.nightly.place import Place
from hall_app.editing.nightly.plan import WORRY_AFTER, Plan, is_due
from hall_app.errors import Cancelled, HallError
from hall_app.paths import Paths

if TYPE_CHECKING:
    from hall_app.editing.nightly.making import Made

_LOOK_MS = 10 * 60_000
_FIRST_MS = 3_000


@dataclass(frozen=True, slots=True)
class Standing:
    """How the backups stand.

    Attributes:
        newest: When the newest sound one was made, as far as is known.
        problem: Why the last could not be made, or why nobody can look.
        made: The last one that this desk made.
    """

    has_place: bool = False
    newest: datetime | None = None
    is_running: bool = False
    problem: HallError | None = None
    made: Made | None = None

    def is_worrying(self, now: datetime) -> bool:
        """Whether a curator should be told."""
        is_old = self.newest is None or now - self.newest > WORRY_AFTER
        return self.has_place and not self.is_running and (self.problem is not None or is_old)


class Nights(QObject):
    """Looks after the backups; `standing` is what is known of them."""

    # The standing has changed.
    changed = Signal()
    # How far the backup under way is.
    progressed = Signal(int, int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.standing = Standing(has_place=bool(desk.settings.backup_folder))
        self._night: _Night | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        if self.standing.has_place:
            self._timer.start(_FIRST_MS)

    def look(self) -> None:
        """Look at the place, and make the night's backup if it is due."""
        self._begin(is_forced=False)

    def make_now(self) -> None:
        """Make a backup now, due or not."""
        self._begin(is_forced=True)

    def follow_settings(self) -> None:
        """Another place, hour or passphrase was set."""
        folder = self._desk.settings.backup_folder
        self._tell(Standing(has_place=bool(folder)))
        self._timer.stop()
        if folder:
            self._timer.start(_LOOK_MS)
            self.look()

    def leave(self) -> None:
        """Stop; what is half made leaves nothing behind."""
        self._timer.stop()
        if self._night is not None:
            self._night.stop()
            self._night.wait()
            self._night = None

    def _begin(self, *, is_forced: bool) -> None:
        if self._timer.isActive():
            self._timer.setInterval(_LOOK_MS)
        if self._night is not None or not self.standing.has_place:
            return
        self._night = _Night(self._desk.paths, Plan.of(self._desk.settings), is_forced=is_forced)
        self._night.began.connect(self._show_running)
        self._night.progressed.connect(self.progressed)
        self._night.finished.connect(self._end)
        self._night.start()

    def _show_running(self) -> None:
        self._tell(replace(self.standing, is_running=True, problem=None))

    def _end(self) -> None:
        night = self._night
        if night is None:
            return
        self._night = None
        night.wait()
        made = night.made or self.standing.made
        newest = night.newest or self.standing.newest
        self._tell(Standing(has_place=True, newest=newest, problem=night.problem, made=made))
        if isinstance(night.problem, HallError):
            self._desk.tell_problem(night.problem)
        night.deleteLater()

    def _tell(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit()


class _Night(QThread):
    """One look at the place, and one backup where it is due."""

    began = Signal()
    progressed = Signal(int, int)

    def __init__(self, paths: Paths, plan: Plan, *, is_forced: bool) -> None:
        super().__init__()
        self._paths, self._plan, self._is_forced = paths, plan, is_forced
        self._stopped = Event()
        self.newest: datetime | None = None
        self.made: Made | None = None
        self.problem: HallError | None = None

    def stop(self) -> None:
        """End it at its next step."""
        self._stopped.set()

    def run(self) -> None:
        try:
            self._work()
        except Cancelled:
            return
        except HallError as problem:
            self.problem = problem

    def _work(self) -> None:
        assert self._plan.folder is not None  # `Nights` begins none without a place
        place, now = Place(self._plan.folder), bootstrap.now().astimezone()
        place.require()
        newest = place.newest()
        self.newest = newest.made_at if newest else None
        if not (self._is_forced or is_due(self.newest, now, self._plan.hour)):
            return
        from hall_app.editing.nightly import making  # noqa: PLC0415 (once a night)

        self.began.emit()
        self.made = making.back_up(
            self._paths, self._plan, bootstrap.open_store, now=now, on_progress=self._report
        )
        self.newest = self.made.kept.made_at

    def _report(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Cancelled
        self.progressed.emit(done, total)
