"""The command palette offers what can be done now and does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_app.curator.palette import Palette, commands
from hall_app.domain.kinds import Kind
from hall_app.settings import Language


@pytest.fixture
def window(open_desk, qtbot):
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
        yield window


def palette_of(window):
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    return next(one for one in window.findChildren(Palette) if one.isVisible())


@pytest.mark.parametrize("typed", ["媒体", "meiti", "mt"])
def test_workspace_is_reached_by_its_words_pinyin_or_initials(window, typed):
    palette = palette_of(window)
    palette.input.insert(typed)
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    assert window.spaces.currentWidget() is window.media


@pytest.mark.parametrize("language", list(Language))
def test_every_command_has_words_of_its_own_in_every_language(window, language, qtbot):
    window.speak(language)
    qtbot.waitUntil(lambda: window.is_idle and window.bar.isVisible(), timeout=10_000)
    offered = commands(window)
    assert len(offered) > 12
    assert len({one.words for one in offered}) == len(offered)
    say = window._desk.say
    assert {say("duplicate"), say("remove"), say("publish")} <= {one.words for one in offered}


def test_what_cannot_be_done_now_is_not_offered(window):
    window.content.show_kind(Kind.HALL)
    words = {one.words for one in commands(window)}
    assert window._desk.say("duplicate") not in words


def test_nothing_that_answers_is_said_and_escape_leaves(window, qtbot):
    palette = palette_of(window)
    QTest.keyClicks(palette.input, "qqqq")
    assert palette.none.isVisible()
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    QTest.keyClick(palette.input, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(p.isVisible() for p in window.findChildren(Palette)))


def test_arrows_choose_another_command(window, hall):
    palette = palette_of(window)
    palette.input.insert(window._desk.say("duplicate"))
    first = palette.list.currentIndex().row()
    QTest.keyClick(palette.input, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() >= first
    palette.close()


def test_what_stands_in_the_menu_is_offered_too_and_done(window, qtbot):
    palette = palette_of(window)
    palette.input.insert(window._desk.say("appearance-dark"))
    QTest.keyClick(palette.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(window._desk.settings.appearance) == "dark")
