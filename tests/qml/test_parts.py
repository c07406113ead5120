"""The parts of the kiosk's pages, tested in QML."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_parts_keep_their_promises():
    done = subprocess.run(
        [sys.executable, HERE / "run_parts.py", HERE],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 failed" in done.stdout
    assert "QWARN" not in done.stdout
