"""Points of a map: set by a double click, dragged, and moved by the keys, each one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hall_app.domain.kinds import Kind
from hall_app.editing import fields
from tests.ui.hands import Hands


@pytest.fixture
def drawn(hall, open_desk, home, qtbot):
    """A map with a picture, its editor on the screen."""
    record = hall.store.find(Kind.MAP, "one-map")
    fields.set_field(hall.store, record.id, "image", "picture")
    with open_desk() as window:
        window.open_record(record.id)
        editor = window.content.editor.form.editors["points"]
        window.content.editor.pages.page.ensureWidgetVisible(editor.canvas)
        yield window, record, editor, Hands(qtbot, window, home.home)


def _points(window, record):
    return [(point.x, point.y) for point in window._desk.store.get(record.id).points]


def _at(canvas, x, y) -> QPoint:
    return canvas.on_screen((x, y)).toPoint()


def test_double_click_sets_a_point_and_dragging_moves_it(drawn):
    window, record, editor, hands = drawn
    canvas = editor.canvas
    left = Qt.MouseButton.LeftButton
    QTest.mouseDClick(canvas, left, pos=_at(canvas, 0.25, 0.5))
    hands.settle()
    assert _points(window, record) == [
        (pytest.approx(0.25, abs=0.01), pytest.approx(0.5, abs=0.01))
    ]
    QTest.mousePress(canvas, left, pos=_at(canvas, 0.25, 0.5))
    QTest.mouseMove(canvas, _at(canvas, 0.75, 0.2))
    QTest.mouseRelease(canvas, left, pos=_at(canvas, 0.75, 0.2))
    hands.settle()
    assert _points(window, record) == [
        (pytest.approx(0.75, abs=0.01), pytest.approx(0.2, abs=0.01))
    ]
    window.bar.undo.click()
    hands.settle()
    assert _points(window, record) == [
        (pytest.approx(0.25, abs=0.01), pytest.approx(0.5, abs=0.01))
    ]
    assert canvas.points == _points(window, record)


def test_keys_set_choose_and_move_points_within_the_map(drawn):
    window, record, editor, hands = drawn
    canvas = editor.canvas
    for _ in range(2):
        QTest.keyClick(canvas, Qt.Key.Key_Insert)
        hands.settle()
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.current == 0
    for _ in range(12):
        QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        hands.settle()
    assert _points(window, record) == [(0.0, 0.5), (0.5, 0.5)]


def test_map_without_a_picture_is_written_in_numbers_only(open_desk):
    with open_desk() as window:
        window.open_record(window._desk.store.find(Kind.MAP, "one-map").id)
        assert not window.content.editor.form.editors["points"].canvas.isVisible()
