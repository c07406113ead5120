"""One worker thread: jobs in order, answers on the GUI thread, failures in words."""

from contextlib import contextmanager
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QThread

from hall_app import bootstrap
from hall_app.errors import Cancelled, LibraryUnusable, Refused
from hall_app.qt.tasks import Tasks
from hall_app.settings import Settings

SECONDS_TO_LISTEN = 30.0


@pytest.fixture
def tasks(paths, qtbot):
    bootstrap.open_store(paths.library).close()
    made = Tasks(lambda: bootstrap.open_hall(paths, Settings()))
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_its_answer_comes_back_here(tasks, qtbot) -> None:
    here = QThread.currentThread()
    answers = []
    task = tasks.run(
        "look",
        lambda hall, _task: (hall.store.version, QThread.currentThread() is here),
        then=lambda value: answers.append((value, QThread.currentThread() is here)),
    )
    with qtbot.waitSignal(task.ended):
        pass
    assert answers == [((0, False), True)]


def test_jobs_are_done_in_the_order_they_were_given(tasks, qtbot) -> None:
    done = []
    jobs = [tasks.run(f"job {n}", lambda _hall, _task, n=n: n, then=done.append) for n in range(5)]
    with qtbot.waitSignal(jobs[-1].ended):
        pass
    assert done == [0, 1, 2, 3, 4]


def test_a_failure_goes_to_whoever_asked_and_else_to_the_signal(tasks, qtbot) -> None:
    def refuse(_hall, _task) -> None:
        raise Refused("No.", "Ask again.")

    told = []
    task = tasks.run("asked", refuse, failed=told.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert [str(problem) for problem in told] == ["No. Ask again."]
    with qtbot.waitSignal(tasks.failed) as heard:
        tasks.run("unasked", refuse)
    assert str(heard.args[0]) == "No. Ask again."


def test_a_cancelled_job_stops_at_its_next_report_and_is_no_failure(tasks, qtbot) -> None:
    failures = []

    def work(_hall, task) -> None:
        task.report(1, 3)
        task.cancel()
        with pytest.raises(Cancelled):
            task.report(2, 3)
        task.report(3, 3)

    task = tasks.run("long", work, then=failures.append, failed=failures.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert failures == []


def test_progress_is_told_on_the_way_also_in_bytes_of_a_large_package(tasks, qtbot) -> None:
    heard, somebody_listens = [], Event()

    def work(_hall, task) -> None:
        assert somebody_listens.wait(SECONDS_TO_LISTEN)
        task.report(1, 2)
        task.report(5_000_000_000, 6_000_000_000)

    task = tasks.run("steps", work)
    task.progressed.connect(lambda done, total: heard.append((done, total)))
    somebody_listens.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert heard == [(1, 2), (5_000_000_000, 6_000_000_000)]


def test_whoever_follows_a_task_late_still_sees_how_far_it_is(tasks, qtbot) -> None:
    task = tasks.run("steps", lambda _hall, task: task.report(2, 3))
    with qtbot.waitSignal(task.ended):
        pass
    assert task.progress == (2, 3)


def test_when_the_hall_will_not_open_every_job_learns_why(paths, qtbot) -> None:
    @contextmanager
    def closed(is_there: bool):
        if not is_there:
            raise LibraryUnusable("There is no library.")
        yield

    tasks = Tasks(partial(closed, is_there=paths.library.exists()))
    told = []
    task = tasks.run("look", lambda hall, _task: hall, failed=told.append)
    with qtbot.waitSignal(task.ended):
        pass
    tasks.close()
    assert [str(problem) for problem in told] == ["There is no library."]
