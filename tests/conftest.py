"""What every test may use, and what no test may leave behind.

A test fails on any Python warning and any Qt message (pyproject.toml), and here on any log of
WARNING or worse, any thread or window left open, and any word to the network. A test that
expects a log says so: `with caplog.at_level(logging.WARNING):`.
"""

import logging
import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

from hall_app.paths import Paths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine may be slow at any moment; slowness is measured by `hall bench`, not here.
hypothesis.settings.register_profile("hall", deadline=None, database=None)
hypothesis.settings.load_profile("hall")

SECONDS_TO_END = 5.0
"""How long a thread may take to end after the test that started it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="with the tests that take minutes")


def pytest_configure(config: pytest.Config) -> None:
    _keep_to_loopback()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("gui")
    if not config.getoption("--long"):
        short = [item for item in items if "long" not in item.keywords]
        config.hook.pytest_deselected(items=[item for item in items if item not in short])
        items[:] = short


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A check that nobody watches leaves nothing out: there a test that skips has failed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI may not: {report.longrepr}"
    return report


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The places of an empty home."""
    return Paths(tmp_path / "home")


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees this person's settings, nor touches this person's hall."""
    for name in list(os.environ):
        if name.startswith("HALL_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HALL_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    # Threads that Qt started appear as dummies; Qt's own tools look after those.
    started = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in started:
        thread.join(SECONDS_TO_END)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def _no_window_left_open() -> Iterator[None]:
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is None or gui.QGuiApplication.instance() is None:
        return
    left = [window for window in gui.QGuiApplication.topLevelWindows() if window.isVisible()]
    names = [window.title() or window.objectName() or repr(window) for window in left]
    for window in left:
        window.close()
    assert not names, f"windows left open: {names}"


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    watch = _LogWatch(caplog.handler)
    logging.getLogger().addHandler(watch)
    yield
    logging.getLogger().removeHandler(watch)
    assert not watch.unexpected, "\n".join(["unexpected log:", *watch.unexpected])


class _LogWatch(logging.Handler):
    """Remembers warnings and worse, but those of a level that the test has asked for."""

    def __init__(self, caplog_handler: logging.Handler) -> None:
        super().__init__(logging.WARNING)
        self._caplog_handler = caplog_handler
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno not in {
            self._caplog_handler.level,
            logging.getLogger(record.name).level,
        }:
            self.unexpected.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session")
def gl_environment() -> Iterator[dict[str, str]]:
    """The environment of a child program that draws through OpenGL, under a screen of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end, encoding="ascii") as report:
            display = report.readline().strip()
        yield os.environ | {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def _keep_to_loopback() -> None:
    """Make every way out of this machine an error for all tests."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def checked(address: object) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            message = f"a test wants to reach {address}"
            raise AssertionError(message)

    def checked_connect(self: socket.socket, address: object) -> None:
        checked(address)
        connect(self, address)

    def checked_connect_ex(self: socket.socket, address: object) -> int:
        checked(address)
        return connect_ex(self, address)

    socket.socket.connect = checked_connect
    socket.socket.connect_ex = checked_connect_ex
