"""Cycles die on the GUI thread, whoever allocates."""

import gc
import threading

from PySide6.QtCore import QObject

from hall_app.qt.garbage import Garbage


class Knot:
    """A cycle that tells on which thread it died."""

    def __init__(self, died_on: list[str]) -> None:
        self.itself, self.widget, self.died_on = self, QObject(), died_on

    def __del__(self) -> None:
        self.died_on.append(threading.current_thread().name)


def allocate_until(died: threading.Event) -> None:
    while not died.is_set():
        [[] for _ in range(10_000)]


def test_cycle_dies_on_the_gui_thread_while_another_allocates(qtbot):
    garbage, died_on, is_over = Garbage(), [], threading.Event()
    other = threading.Thread(target=allocate_until, args=(is_over,), name="other")
    other.start()
    try:
        for _ in range(2_000):
            Knot(died_on)
        qtbot.waitUntil(lambda: len(died_on) == 2_000, timeout=20_000)
    finally:
        is_over.set()
        other.join()
        garbage.release()
    assert set(died_on) == {threading.main_thread().name}


def test_python_collects_by_itself_again_when_nobody_holds_it(qapp):
    first, second = Garbage(), Garbage()
    assert not gc.isenabled()
    first.release()
    assert not gc.isenabled()
    second.release()
    assert gc.isenabled()
