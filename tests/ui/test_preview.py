"""The live preview: on a chosen display, in a chosen language, with the helps of a visitor."""

import pytest
from PySide6.QtWidgets import QMenu

from hall_app.domain.kinds import Kind
from hall_app.editing import fields, records
from tests.ui.hands import Hands


@pytest.fixture
def desk(hall, open_desk, home, qtbot):
    display = hall.store.find(Kind.DISPLAY, "one-display")
    values = {"width_px": 3840, "height_px": 2160, "orientation": "portrait"}
    fields.set_fields(hall.store, display.id, values)
    with open_desk() as window:
        window.open_record(window._desk.store.find(Kind.EVENT, "one-event").id)
        qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
        yield window, display, Hands(qtbot, window, home.home)


def test_page_takes_the_shape_of_the_chosen_display(desk):
    window, display, _ = desk
    preview = window.content.preview
    preview.show_screen(display.id)
    assert "2160 × 3840" in preview.line.text()
    picture = preview.scene.picture()
    assert picture.height() > picture.width()
    preview.show_screen("landscape")
    assert "1920 × 1080" in preview.line.text()


def test_display_that_comes_or_goes_is_offered_or_not(desk, hall, qtbot):
    window, display, _ = desk
    preview = window.content.preview
    preview.show_screen(display.id)
    records.create(hall.store, Kind.DISPLAY, "lobby", {"title.zh-Hans": "前厅"})
    qtbot.waitUntil(lambda: preview.screens.findText("前厅") > 0, timeout=10_000)
    assert preview.screens.currentData() == display.id
    records.remove(hall.store, display.id)
    qtbot.waitUntil(lambda: preview.screens.currentData() == "landscape", timeout=10_000)
    assert "1920 × 1080" in preview.line.text()


def test_helps_are_those_that_were_chosen_and_no_others(desk):
    window, _, _ = desk
    preview = window.content.preview
    preview.help_visitors(("largest", "contrast"))
    kiosk = preview.scene.kiosk
    assert (kiosk.textScale, kiosk.highContrast, kiosk.lowReach) == (1.5, True, False)
    preview.help_visitors(("low",))
    assert (kiosk.textScale, kiosk.highContrast, kiosk.lowReach) == (1.0, False, True)


def test_menu_of_helps_shows_and_switches_them(desk):
    window, _, _ = desk
    preview = window.content.preview
    preview.help.click()
    menu = preview.findChild(QMenu)
    by_words = {action.text(): action for action in menu.actions() if action.text()}
    assert by_words["平常字号"].isChecked()
    by_words["字更大"].trigger()
    by_words["高对比"].trigger()
    menu.close()
    kiosk = preview.scene.kiosk
    assert (kiosk.textScale, kiosk.highContrast) == (1.25, True)


def test_preview_follows_what_is_typed(desk, qtbot):
    window, _, hands = desk
    page = window.content.preview.scene.kiosk.page
    field = window.content.editor.form.findChild(object, "title.zh-Hans")
    hands.type_chinese(field, "正在打的字")
    qtbot.waitUntil(
        lambda: window.content.preview.scene.kiosk.page.title == "正在打的字", timeout=10_000
    )
    assert page is not window.content.preview.scene.kiosk.page
