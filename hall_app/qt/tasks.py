"""One worker thread for everything that takes time; the library is opened, used and closed there.

A SQLite connection belongs to the thread that opened it, and a hall has one writer, so there
is one thread. A job is a function of the open hall; what it returns, and what it raises,
comes back on the GUI thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

from hall_app.bootstrap import Hall
from hall_app.errors import Cancelled, HallError
from hall_app.qt.garbage import Garbage

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Task(QObject):
    """A job under way; `report` is handed to it for its progress.

    Runs nothing by itself: `Tasks.run` makes it and carries it out.
    """

    # Done and total, on the GUI thread, while the job reports; 64 bits, since both may be bytes.
    progressed = Signal("qlonglong", "qlonglong")  # type: ignore[arg-type]
    # The job has ended: done, failed or cancelled. Always the last signal.
    ended = Signal()

    def __init__(self, label: str, job: Callable[[Hall, Task], Any]) -> None:
        super().__init__()
        self.label = label
        self.job = job
        # Done and total of the last report, for whoever follows the task from later on.
        self.progress: tuple[int, int] | None = None
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next report; nothing it began is kept."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether a person has asked it to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """Called by the job as it goes.

        Raises:
            Cancelled: A person asked it to stop.
        """
        if self._cancelled.is_set():
            raise Cancelled
        self.progress = (done, total)
        self.progressed.emit(done, total)


class Tasks(QObject):
    """The queue of jobs and the thread that does them, one after another."""

    # A job began or the last one ended; the number of jobs that are not done yet.
    busy = Signal(int)
    # A job failed and its caller had no use for the failure.
    failed = Signal(HallError)

    _returned = Signal(object)

    def __init__(
        self, open_hall: Callable[[], AbstractContextManager[Hall]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[tuple[Task, Callable[[Any], None]] | None] = SimpleQueue()
        self._count = 0
        self._callbacks: dict[
            Task, tuple[Callable[[Any], None] | None, Callable[[HallError], None] | None]
        ] = {}
        self._returned.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._garbage = Garbage(self)
        self._thread = _Worker(open_hall, self._waiting)
        self._thread.start()

    def run(
        self,
        label: str,
        job: Callable[[Hall, Task], T],
        *,
        then: Callable[[T], None] | None = None,
        failed: Callable[[HallError], None] | None = None,
    ) -> Task:
        """Put a job in the queue.

        Args:
            label: What a progress line calls it.
            job: Runs on the worker thread with the open hall.
            then: Gets what the job returned, on the GUI thread.
            failed: Gets what went wrong; without it the `failed` signal does.
        """
        task = Task(label, job)
        self._callbacks[task] = (then, failed)
        self._count += 1
        self.busy.emit(self._count)
        self._waiting.put((task, self._returned.emit))
        return task

    def close(self) -> None:
        """Finish what is queued and end the thread."""
        self._waiting.put(None)
        self._thread.wait()
        self._garbage.release()

    def _hand_over(self, outcome: tuple[Task, Any, Exception | None]) -> None:
        task, value, problem = outcome
        then, failed = self._callbacks.pop(task)
        self._count -= 1
        match problem:
            case None if then:
                then(value)
            case None | Cancelled():
                pass
            case HallError() if failed:
                failed(problem)
            case HallError():
                self.failed.emit(problem)
            case _:
                # A bug: let Qt's exception hook show it on the GUI thread, with its trace.
                raise problem
        task.ended.emit()
        self.busy.emit(self._count)


class _Worker(QThread):
    """Opens the hall, does job after job, closes it."""

    def __init__(
        self,
        open_hall: Callable[[], AbstractContextManager[Hall]],
        waiting: SimpleQueue[tuple[Task, Callable[[Any], None]] | None],
    ) -> None:
        super().__init__()
        self._open_hall = open_hall
        self._waiting = waiting

    def run(self) -> None:
        try:
            with self._open_hall() as hall:
                self._work(lambda task: _outcome(task, hall))
        except HallError as problem:
            # The hall would not open: every job learns why.
            why = problem
            self._work(lambda task: (task, None, why))

    def _work(self, outcome: Callable[[Task], tuple[Task, Any, Exception | None]]) -> None:
        while (next_job := self._waiting.get()) is not None:
            task, hand_back = next_job
            hand_back(outcome(task))


def _outcome(task: Task, hall: Hall) -> tuple[Task, Any, Exception | None]:
    try:
        if task.is_cancelled:
            return task, None, Cancelled()
        return task, task.job(hall, task), None
    except Exception as problem:  # noqa: BLE001 (carried to the GUI thread and raised or shown there)
        _log.info("%s ended with %r", task.label, problem)
        return task, None, problem
