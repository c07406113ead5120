"""The kiosk inside the desk: the same page, at a display's proportions, following the library."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from hall_app.kiosk.preview import KioskPreview
from tests.kiosk.small_hall import TODAY, SmallHall, furnished, words


@pytest.fixture
def hall():
    return SmallHall(furnished())


@pytest.fixture
def preview(qtbot, hall):
    widget = KioskPreview(hall, today=TODAY)
    qtbot.addWidget(widget, before_close_func=KioskPreview.close_scene)
    widget.resize(640, 400)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def view_size(preview) -> QSize:
    return preview._view.size()


def test_preview_keeps_a_displays_proportions(preview):
    assert view_size(preview) == QSize(640, 360)
    preview.set_size(1080, 1920)
    assert view_size(preview) == QSize(225, 400)


def test_preview_shows_the_page_of_a_record_in_a_language(preview):
    assert preview.set_page("event:jichanglong")
    preview.set_language("zh-Hant")
    assert preview.kiosk.page.title == "陳啟沅創辦繼昌隆繅絲廠"
    assert not preview.set_page("event:never-happened")


def test_preview_paints_the_scene(preview):
    preview.set_page("gallery:era")
    picture = preview.picture()
    assert picture.pixelColor(picture.width() // 2, 4).red() > 50


def test_preview_follows_an_edit(preview, hall):
    preview.set_page("event:matches")
    event = hall.records["event-matches"]
    hall.records[event.id] = replace(event, title=words("火柴厂开工"))
    preview.reload()
    assert preview.kiosk.page.title == "火柴厂开工"


def test_preview_tells_where_a_touch_led(preview, qtbot):
    preview.set_page("home")
    with qtbot.waitSignal(preview.page_shown) as shown:
        preview.kiosk.open("gallery:craft")
    assert shown.args == ["gallery-craft"]


def test_preview_of_a_record_that_was_removed_goes_home(preview, hall):
    preview.set_page("event:matches")
    del hall.records["event-matches"]
    preview.reload()
    assert preview.kiosk.form == "Home"


def test_preview_says_what_does_not_fit(preview):
    preview.set_page("event:jichanglong")
    preview.picture()
    assert preview.misfits() == []
