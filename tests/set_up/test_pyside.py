"""The held Qt version does what the hall needs of it."""

import subprocess
import sys
from importlib.metadata import version

EMITS = 2_000

# PySide6 6.12.0 on Python 3.11 loses a reference at each emit and ends the process after some 570.
TRIAL = f"""
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

heard = []
bell = Bell()
for _ in range({EMITS}):
    bell.rung.connect(heard.append)
    bell.rung.emit(True)
    bell.rung.disconnect(heard.append)
print(len(heard))
"""


def test_thousands_of_signals_leave_the_program_alive():
    done = subprocess.run(
        [sys.executable, "-c", TRIAL], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == EMITS


def test_qt_is_the_held_version():
    assert version("pyside6-essentials") == version("pyside6-addons") == "6.11.3"
