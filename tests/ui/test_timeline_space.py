"""The timeline worked by hand: sixty events pasted, dragged, stretched, undone, by mouse and keys."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hall_app.curator.timeline.paste_dialog import PasteDialog
from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.reckoning import ordinal
from hall_app.editing import dates, fields, records, timeline
from hall_app.editing.shifting import Unit
from hall_app.settings import Language

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
YEAR = 365.2425
HEADERS = {
    Language.ZH_HANS: "日期\t标题\t展厅\t重要程度",
    Language.ZH_HANT: "日期\t標題\t展廳\t重要程度",
    Language.EN: "Date\tTitle\tGallery\tImportance",
}


class Canvas:
    """Hands on the canvas."""

    def __init__(self, qtbot, window):
        window.show_workspace("timeline")
        self.space = window.timeline
        self.canvas = self.space.canvas
        self.store = window._desk.store
        self._window = window
        self._qtbot = qtbot

    def settle(self):
        self._qtbot.waitUntil(lambda: not self._window._desk.is_saving, timeout=10_000)

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.canvas, key, held)
        self.settle()

    def look(self, first, years):
        self.canvas.show_days(ordinal(Day(first)), years * YEAR)

    def place(self, record_id):
        box = self.canvas.scene.box(record_id)
        assert box is not None
        return QPointF(max(box.left(), 150) + 8, box.center().y())

    def click(self, record_id, held=Qt.KeyboardModifier.NoModifier):
        at = self.place(record_id).toPoint()
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, held, at)

    def drag(self, start, end, *, held=Qt.KeyboardModifier.NoModifier, lets_go=True):
        self._send(QEvent.Type.MouseButtonPress, start, held)
        for share in (0.25, 0.5, 1.0):
            self._send(QEvent.Type.MouseMove, start + (end - start) * share, held)
        if lets_go:
            self._send(QEvent.Type.MouseButtonRelease, end, held)
            self.settle()

    def _send(self, kind, point, held):
        left = Qt.MouseButton.LeftButton
        pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
        where = self.canvas.mapToGlobal(point)
        QApplication.sendEvent(self.canvas, QMouseEvent(kind, point, where, left, pressed, held))

    def date(self, record_id):
        return self.store.get(record_id).date.edtf

    def paste(self, block):
        QGuiApplication.clipboard().setText(block)
        QTest.keyClick(self.canvas, Qt.Key.Key_V, CONTROL)
        return self._window.findChild(PasteDialog)


@pytest.fixture
def canvas(open_desk, qtbot):
    with open_desk() as window:
        yield Canvas(qtbot, window)


def _event(hall, words, **values):
    changes = timeline.add(hall.store, [{"title.zh-Hans": words, **values}])
    return next(iter(changes.ids))


@pytest.mark.parametrize("language", list(Language))
def test_sixty_events_are_pasted_dragged_stretched_and_undone(open_desk, qtbot, hall, language):
    with open_desk() as window:
        window.speak(language)
        hands = Canvas(qtbot, window)
        rows = [f"{1900 + n}\t样例事件{n}\tone-gallery\t{n % 3 + 1}" for n in range(59)]
        rows.append("1870/1880\t一段时间\tone-gallery\t3")
        dialog = hands.paste("\n".join([HEADERS[language], *rows]))
        assert len(dialog.block.good) == 60
        with qtbot.waitSignal(dialog.finished, timeout=10_000):
            dialog.take.click()
        hands.settle()
        assert hands.store.count(Kind.EVENT) == 61
        assert len(hands.canvas.selection) == 60

        by_title = {one.title["zh-Hans"]: one.id for one in hands.store.all(Kind.EVENT)}
        landmark, period = by_title["样例事件29"], by_title["一段时间"]
        hands.look(1860, 120)
        hands.click(landmark)
        assert hands.canvas.selection == (landmark,)
        start = hands.place(landmark)
        hands.drag(start, start + QPointF(10 * YEAR * hands.canvas.scale.pitch, 0))
        assert hands.date(landmark) == "1939"
        hands.key(Qt.Key.Key_Left)
        assert hands.date(landmark) == "1938"

        hands.click(period)
        end = QPointF(hands.canvas.scale.x(ordinal(Day(1881))), hands.place(period).y())
        hands.drag(end, end + QPointF(5 * YEAR * hands.canvas.scale.pitch, 0))
        assert hands.date(period) == "1870/1885"
        hands.key(Qt.Key.Key_Left, CONTROL | SHIFT)
        assert hands.date(period) == "1869/1885"

        for _ in range(4):
            window.bar.undo.click()
            hands.settle()
        assert (hands.date(landmark), hands.date(period)) == ("1929", "1870/1880")
        window.bar.undo.click()
        hands.settle()
        assert hands.store.count(Kind.EVENT) == 1


def test_several_events_move_as_one_step_and_escape_leaves_them(canvas, hall, qtbot):
    first, second = (_event(hall, f"第{n}件", date=dates.parse(f"19{n}0")) for n in (1, 3))
    qtbot.waitUntil(lambda: second in canvas.space.book.marks, timeout=10_000)
    canvas.look(1890, 80)
    canvas.click(first)
    canvas.click(second, CONTROL)
    assert set(canvas.canvas.selection) == {first, second}
    start = canvas.place(first)
    there = start + QPointF(6 * YEAR * canvas.canvas.scale.pitch, 0)
    canvas.drag(start, there, lets_go=False)
    QTest.keyClick(canvas.canvas, Qt.Key.Key_Escape)
    canvas._send(QEvent.Type.MouseButtonRelease, there, Qt.KeyboardModifier.NoModifier)
    assert (canvas.date(first), canvas.date(second)) == ("1910", "1930")
    steps = len(canvas.store.outlines())
    canvas.drag(start, there)
    assert (canvas.date(first), canvas.date(second)) == ("1916", "1936")
    assert len(canvas.store.outlines()) == steps + 1


def test_event_is_dragged_and_keyed_into_another_gallery(canvas, hall, qtbot):
    other = records.create(
        hall.store, Kind.GALLERY, "other", {"title.zh-Hans": "另一厅", "order": 2}
    )
    home = hall.store.find(Kind.GALLERY, "one-gallery").id
    event = _event(hall, "换厅", date=dates.parse("1950"), gallery=home)
    qtbot.waitUntil(lambda: event in canvas.space.book.marks, timeout=10_000)
    canvas.look(1900, 100)
    lane = next(one for one in canvas.canvas.scene.lanes if one.track.gallery == other.id)
    start = canvas.place(event)
    canvas.drag(start, QPointF(start.x(), lane.top + 20))
    moved = canvas.store.get(event)
    assert (moved.gallery, moved.date.edtf) == (other.id, "1950")
    canvas.click(event)
    canvas.key(Qt.Key.Key_Up)
    assert canvas.store.get(event).gallery == home


def test_keys_rank_remove_and_make_events(canvas, hall, qtbot):
    event = _event(hall, "有分量", date=dates.parse("1950-03"))
    qtbot.waitUntil(lambda: event in canvas.space.book.marks, timeout=10_000)
    canvas.look(1900, 100)
    canvas.key(Qt.Key.Key_PageDown)
    assert canvas.canvas.selection == (event,)
    canvas.key(Qt.Key.Key_3)
    assert canvas.store.get(event).importance == 3
    canvas.key(Qt.Key.Key_Right, SHIFT)
    assert canvas.date(event) == "1951-01"
    canvas.key(Qt.Key.Key_Delete)
    assert not canvas.store.exists(event)
    assert canvas.canvas.selection == ()
    canvas.key(Qt.Key.Key_N)
    (made,) = canvas.canvas.selection
    assert canvas.store.get(made).date.precision == "year"
    assert canvas.space.inspector.forms[Kind.EVENT].isVisible()


def test_wording_of_a_date_goes_with_the_move_and_comes_back_with_undo(canvas, hall, qtbot):
    event = _event(hall, "说法", date=dates.parse("清同治十一年"))
    qtbot.waitUntil(lambda: event in canvas.space.book.marks, timeout=10_000)
    canvas.look(1850, 60)
    canvas.click(event)
    canvas.key(Qt.Key.Key_Right)
    assert canvas.date(event) == "1873"
    assert not canvas.store.get(event).date.words
    QTest.keyClick(canvas._window, Qt.Key.Key_Z, CONTROL)
    canvas.settle()
    assert canvas.store.get(event).date.words["zh-Hans"] == "清同治十一年"


def test_era_is_moved_and_stretched_on_its_band(canvas, hall, qtbot):
    era = hall.store.find(Kind.ERA, "one-era").id
    fields.set_field(hall.store, era, "date", "1900/1949")
    qtbot.waitUntil(
        lambda: (one := canvas.space.book.marks.get(era)) is not None and one.date is not None,
        timeout=10_000,
    )
    canvas.look(1880, 100)
    pitch = canvas.canvas.scale.pitch
    middle = canvas.canvas.scene.box(era).center()
    canvas.drag(middle, middle + QPointF(3 * YEAR * pitch, 0))
    assert canvas.date(era) == "1903/1952"
    box = canvas.canvas.scene.box(era)
    canvas.drag(box.center() - QPointF(box.width() / 2 - 1, 0), box.center())
    assert canvas.store.get(era).date.earliest.year > 1920


def test_bad_rows_are_named_and_the_good_ones_taken_alone(canvas, qtbot):
    dialog = canvas.paste("日期\t标题\t展厅\n1950\t好的\t\n不久\t坏的\t无此厅\n")
    model = dialog.table.model()
    why = model.index(1, model.columnCount() - 1).data()
    assert "不久" in why
    assert "无此厅" in why
    with qtbot.waitSignal(dialog.finished, timeout=10_000):
        dialog.take.click()
    canvas.settle()
    assert [one.title["zh-Hans"] for one in canvas.store.all(Kind.EVENT) if one.date] == ["好的"]


def test_clipboard_without_rows_offers_nothing_to_take(canvas):
    dialog = canvas.paste("   ")
    assert not dialog.take.isVisibleTo(dialog)
    dialog.reject()
    assert canvas.store.count(Kind.EVENT) == 1


def test_copied_events_can_be_pasted_again(canvas, hall, qtbot):
    event = _event(hall, "抄一份", date=dates.parse("1950"), importance=2)
    qtbot.waitUntil(lambda: event in canvas.space.book.marks, timeout=10_000)
    canvas.look(1900, 100)
    canvas.key(Qt.Key.Key_A, CONTROL)
    canvas.key(Qt.Key.Key_C, CONTROL)
    dialog = canvas.paste(QGuiApplication.clipboard().text())
    assert [one["title.zh-Hans"] for one in dialog.block.good] == ["抄一份"]
    dialog.reject()


def test_change_of_another_hand_while_dragging_is_told_and_nothing_is_lost(canvas, hall, qtbot):
    event = _event(hall, "抢先", date=dates.parse("1950"))
    qtbot.waitUntil(lambda: event in canvas.space.book.marks, timeout=10_000)
    canvas.look(1900, 100)
    start = canvas.place(event)
    canvas.drag(start, start + QPointF(60, 0), lets_go=False)
    records.remove(hall.store, event)
    with qtbot.waitSignal(canvas._window._desk.noticed, timeout=10_000):
        canvas._send(
            QEvent.Type.MouseButtonRelease, start + QPointF(60, 0), Qt.KeyboardModifier.NoModifier
        )
    qtbot.waitUntil(lambda: event not in canvas.space.book.marks, timeout=10_000)
    assert canvas.canvas.scene.box(event) is None


def test_filters_jump_and_zoom_keep_what_is_asked_for(canvas, hall, qtbot):
    events = [
        _event(hall, f"第{n}件", date=dates.parse(f"1{n}50"), importance=n % 3 + 1)
        for n in (4, 5, 9)
    ]
    qtbot.waitUntil(lambda: events[-1] in canvas.space.book.marks, timeout=10_000)
    filters = canvas.space.filters
    filters.importance.setCurrentIndex(2)
    filters.importance.activated.emit(2)
    qtbot.waitUntil(lambda: canvas.space.book.events == 1)
    filters.search.setText("查无此事")
    qtbot.waitUntil(canvas.space.empty.isVisible)
    canvas.space._clear()
    qtbot.waitUntil(lambda: canvas.space.book.events == 3)
    QTest.keyClick(canvas.canvas, Qt.Key.Key_G, CONTROL)
    assert filters.jump.hasFocus()
    QTest.keyClicks(filters.jump, "1955")
    QTest.keyClick(filters.jump, Qt.Key.Key_Return)
    scale = canvas.canvas.scale
    assert scale.first < ordinal(Day(1955)) < scale.last
    assert scale.span <= 61 * YEAR
    canvas.key(Qt.Key.Key_Home)
    assert canvas.canvas.scale.first < ordinal(Day(1450))


def test_nudge_that_leaves_the_calendar_is_refused_in_words(canvas, hall, qtbot):
    event = _event(hall, "尽头", date=dates.parse("9999"))
    qtbot.waitUntil(lambda: event in canvas.space.book.marks, timeout=10_000)
    canvas.canvas.reveal(event)
    with qtbot.waitSignal(canvas._window._desk.noticed, timeout=10_000):
        canvas.key(Qt.Key.Key_Right)
    assert canvas.date(event) == "9999"
    timeline.move(hall.store, [event], count=-1, unit=Unit.YEAR)
    qtbot.waitUntil(lambda: canvas.date(event) == "9998", timeout=10_000)
