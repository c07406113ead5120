"""The kiosk as a program: one picture of a page, or a window until it is closed."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage

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


def test_window_runs_until_it_is_closed(qapp):
    sizes = []

    def close():
        window = QGuiApplication.topLevelWindows()[0]
        sizes.append((window.width(), window.height()))
        window.close()
        qapp.quit()

    QTimer.singleShot(0, close)
    assert run(SmallHall(furnished()), Options(page="home", size=(1280, 720)), now=now) == 0
    assert sizes == [(1280, 720)]
