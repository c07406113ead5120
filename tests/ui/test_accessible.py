"""The desk for every hand and eye: names, focus without traps, and sizes up to 200 %."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hall_app.curator import app
from hall_app.curator.theme import CONTRAST
from hall_app.curator.topbar import WORKSPACES
from hall_app.domain.kinds import Kind
from hall_app.settings import Appearance, Language, Settings
from tests.ui.test_fit import _cut

NAMED = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
)  # fmt: skip
MOST_STOPS = 400


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.ENTERPRISE, Kind.MEDIA, Kind.HALL])
def test_every_control_has_a_name_to_be_read_aloud(open_desk, qtbot, kind):
    with open_desk() as window:
        nameless = []
        for space in WORKSPACES:
            window.show_workspace(space)
            qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
            nameless += [f"{space}: {one}" for one in _nameless(window)]
        window.open_record(window._desk.store.all(kind)[0].id)
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
        nameless += [f"{kind}: {one}" for one in _nameless(window)]
        for section in ("general", "backup"):
            dialog = window.keeping.open_settings(section)
            nameless += [f"{section}: {one}" for one in _nameless(dialog)]
            dialog.reject()
        assert not nameless


def test_tab_goes_round_the_settings_and_is_caught_nowhere(open_desk, qtbot):
    with open_desk() as window:
        for section in ("general", "backup"):
            dialog = window.keeping.open_settings(section)
            dialog.setFocus()
            reached = _walk(dialog)
            asked = {
                one
                for one in dialog.findChildren(QWidget)
                if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
                and isinstance(one, NAMED) and one.objectName() != "tab"
                and not isinstance(one.parent(), (QAbstractSpinBox, QComboBox))
            }  # fmt: skip
            assert asked <= reached
            dialog.reject()
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)


@pytest.mark.parametrize("language", list(Language))
def test_at_twice_the_size_no_word_is_cut_off_on_a_common_screen(home, qtbot, language):
    app.application()
    settings = Settings(appearance=Appearance.CONTRAST, author="test", scale=200, language=language)
    with app.desk_window(home, settings) as window:
        window.show()
        # 1920 × 1080 points of a screen are 960 × 540 of a desk that is drawn twice as large.
        window.setMinimumSize(0, 0)
        window.resize(960, 540)
        assert (window.width(), window.height()) == (960, 540)
        cut = []
        for space in WORKSPACES:
            window.show_workspace(space)
            qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
            cut += [(space, words) for words in _cut(window)]
        assert not cut


def test_high_contrast_is_black_white_and_one_yellow():
    assert {CONTRAST.window, CONTRAST.panel, CONTRAST.sunk} == {"#000000"}
    for colour in (CONTRAST.text, CONTRAST.quiet, CONTRAST.accent, CONTRAST.error, CONTRAST.line):
        assert _contrast(colour, "#000000") >= 7
    assert _contrast(CONTRAST.text, CONTRAST.selection) >= 7
    assert _contrast(CONTRAST.on_accent, CONTRAST.accent) >= 7


def _nameless(window: QWidget) -> list[str]:
    QApplication.processEvents()
    return [
        f"{type(one).__name__} {one.objectName()} in {type(one.parent()).__name__}"
        for one in window.findChildren(QWidget)
        if isinstance(one, NAMED) and one.isVisible() and not _name(one)
        and not isinstance(one.parent(), (QAbstractSpinBox, QComboBox))
        and "qt_" not in one.objectName()
        and not isinstance(one, QHeaderView)  # read aloud as part of its table
    ]  # fmt: skip


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _walk(dialog: QWidget) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _ in range(MOST_STOPS):
        focus = dialog.focusWidget() or dialog
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if dialog.focusWidget() in reached:
            return reached
        reached.add(dialog.focusWidget())
    return reached


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
