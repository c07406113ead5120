"""The kiosk as a program: one picture of a page, or a window until it is closed."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hall_app.errors import NotFound
from hall_app.kiosk.app import Options, run
from tests.kiosk.small_hall import SmallHall, furnished


def now():
    return datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def test_screenshot_is_one_settled_frame(qapp, tmp_path):
    file = tmp_path / "out" / "gallery.png"
    options = Options(page="gallery:craft", language="en", size=(1080, 1920), screenshot=file)
    assert run(SmallHall(furnished()), options, now=now) == 0
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (1080, 1920)
    assert picture.pixelColor(4, 700).green() > picture.pixelColor(4, 700).red()


def test_screenshot_without_a_release_is_the_plain_plate(qapp, tmp_path):
    file = tmp_path / "plain.png"
    assert run(None, Options(screenshot=file), now=now) == 0
    assert not QImage(str(file)).isNull()


def test_unknown_page_is_refused_by_name(qapp, tmp_path):
    with pytest.raises(NotFound, match="never-happened"):
        run(SmallHall(), Options(page="event:never-happened"), now=now)


ONE_WINDOW = """
from datetime import UTC, datetime
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from hall_app.kiosk.app import Options, make_application, run
from tests.kiosk.small_hall import SmallHall, furnished

app = make_application()

def close():
    window = QGuiApplication.topLevelWindows()[0]
    print(window.width(), window.height())
    window.close()

QTimer.singleShot(0, close)
options = Options(page="home", size=(1280, 720))
raise SystemExit(run(SmallHall(furnished()), options, now=lambda: datetime(2026, 11, 23, tzinfo=UTC)))
"""


def test_window_runs_until_it_is_closed():
    # In a process of its own: an application that has quit once plays no film afterwards.
    done = subprocess.run(
        [sys.executable, "-c", ONE_WINDOW],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1280 720\n", "")
