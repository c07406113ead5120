"""A kiosk fills its screen, also on a bare X server that has no window manager."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PATIENCE = 60

KIOSK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from hall_app.kiosk import app

def look():
    for window in QGuiApplication.topLevelWindows():
        if window.isExposed():
            size = window.size()
            sys.stdout.write(f"{size.width()}x{size.height()}")
            QGuiApplication.exit()

qt = app.make_application()
timer = QTimer()
timer.setInterval(50)
timer.timeout.connect(look)
timer.start()
app.run(None, app.Options(page="attract"))
"""


def test_the_window_is_as_large_as_the_screen_without_a_window_manager(gl_environment) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KIOSK],
        env={**gl_environment, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout == "1920x1080"
