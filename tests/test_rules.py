"""The rules of tests/conftest.py and pyproject.toml do fail the tests that break them."""

import os
import re
import subprocess
import sys

import pytest

from tests.architecture.sources import PROJECT

BREAKING = """
import logging
import socket
import threading
import warnings

import pytest


def test_plain():
    assert True is not False


def test_python_warning():
    warnings.warn("old", DeprecationWarning)


def test_log():
    logging.getLogger("hall_app").warning("something is odd")


def test_expected_log(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("hall_app").warning("something is odd")
    assert caplog.messages == ["something is odd"]


def test_log_worse_than_expected(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("hall_app").error("something is wrong")


def test_thread_left():
    threading.Thread(target=threading.Event().wait, args=(60,), name="forgotten", daemon=True).start()


def test_network():
    socket.create_connection(("192.0.2.1", 80))


def test_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()) as client:
            assert client.getpeername() == server.getsockname()


def test_qt_message():
    from PySide6.QtCore import qInfo
    qInfo("said to nobody")


def test_window_left(qapp):
    from PySide6.QtGui import QWindow
    test_window_left.window = QWindow(title="forgotten")
    test_window_left.window.show()


def test_error_in_a_slot(qtbot):
    from PySide6.QtCore import QTimer
    def fail():
        raise ValueError("in a slot")
    QTimer.singleShot(0, fail)
    with qtbot.waitSignal(QTimer(interval=1).timeout, raising=False, timeout=50):
        pass


def test_that_skips():
    pytest.skip("something is missing here")


@pytest.mark.long
def test_of_minutes():
    raise AssertionError
"""

PYTEST = [sys.executable, "-m", "pytest", "-n0", "-v", "-p", "no:cacheprovider"]

RIGHT = {"test_plain", "test_expected_log", "test_loopback"}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    file = tmp_path_factory.mktemp("rules") / "test_breaking.py"
    file.write_text(BREAKING, "utf-8")
    done = subprocess.run(
        [*PYTEST, "-c", str(PROJECT / "pyproject.toml"), "-p", "tests.conftest", str(file)],
        cwd=PROJECT,
        env=os.environ | {"CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"::(test_\w+) (PASSED|FAILED|ERROR)", done.stdout)
    assert found, done.stdout + done.stderr
    return {name: {word for test, word in found if test == name} for name, _ in found}


def test_what_breaks_a_rule_fails(outcomes):
    broken = set(re.findall(r"def (test_\w+)", BREAKING)) - RIGHT - {"test_of_minutes"}
    assert {name for name, words in outcomes.items() if words & {"FAILED", "ERROR"}} == broken


def test_what_keeps_the_rules_passes(outcomes):
    assert {name for name, words in outcomes.items() if words == {"PASSED"}} == RIGHT


def test_test_of_minutes_runs_only_when_asked_for(outcomes):
    assert "test_of_minutes" not in outcomes
