"""Whether there is a screen, asked before Qt would end the process."""

import os
import subprocess
import sys

import pytest

from hall_app.cli.display import has_display
from hall_app.errors import MachineFailed

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X is Linux's")


def without_a_screen(**named: str) -> dict[str, str]:
    names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in names} | named


@linux_only
@pytest.mark.parametrize(
    "display", [":65001", "65001", "nonsense", "localhost:59000", "unix:65001.0"]
)
def test_a_display_that_nobody_serves_is_told_and_ends_no_process(display, tmp_path):
    said = subprocess.run(
        [sys.executable, "-m", "hall_app", "--home", tmp_path, "kiosk"],
        env=without_a_screen(DISPLAY=display),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert said.returncode == MachineFailed.exit_status
    assert "no display here" in said.stderr


def test_a_display_that_is_served_is_one(gl_environment, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", gl_environment["DISPLAY"])
    assert has_display()
