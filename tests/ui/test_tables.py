"""Tables at the desk: taken in by plan, mended, taken in again; words replaced; a field of many set."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from hall_app.domain.kinds import Kind
from hall_app.domain.people import Grant, Role
from hall_app.domain.text import Text
from hall_app.editing import accounts
from hall_app.editing.batch import How
from hall_app.store import audit

MANY = 60
WORD = "three silk threads"


@pytest.fixture
def plants(hall):
    """Sixty enterprises of the library."""
    found = hall.store.find(Kind.ENTERPRISE, "one-enterprise")
    with hall.store.edit("Many") as edit:
        for number in range(MANY):
            edit.put(
                type(found)(
                    id=hall.store.new_id(), slug=f"plant-{number}", title=Text.of(f"样例厂{number:02}")
                )
            )  # fmt: skip


def _chosen(window, qtbot, count):
    """Choose the first so many enterprises of their list."""
    window.content.show_kind(Kind.ENTERPRISE)
    qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
    listing = window.content.listing
    listing.table.setFocus()
    listing.table.selectRow(0)
    for row in range(1, count):
        listing.table.selectionModel().select(
            listing.model.index(row, 0),
            listing.table.selectionModel().SelectionFlag.Select
            | listing.table.selectionModel().SelectionFlag.Rows,
        )
    assert len(listing.chosen_ids) == count
    return listing.chosen_ids


def _remarks(store, ids):
    return [store.get(one).remark for one in ids]


def _settled(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.task is None, timeout=30_000)


def test_table_is_planned_taken_in_and_undone_at_the_desk(open_desk, qtbot, tmp_path):
    table = tmp_path / "企业.csv"
    table.write_text("企业名称,镇街\n甲厂,桂城\n乙厂,东城\n", "utf-8")
    with open_desk() as window:
        store = window._desk.store
        dialog = window.tables.open_import(table)
        _settled(qtbot, dialog)
        dialog.make_plan()
        _settled(qtbot, dialog)
        assert [str(row.state) for row in dialog.model.rows] == ["new", "refused"]
        dialog.only_bad.setChecked(True)
        assert "B3" in dialog.model.reason(dialog.model.rows[0])
        dialog.take_in()
        qtbot.waitUntil(lambda: store.count(Kind.ENTERPRISE) == 2, timeout=30_000)
        _settled(qtbot, dialog)
        dialog.reject()
        window.bar.undo.click()
        qtbot.waitUntil(lambda: store.count(Kind.ENTERPRISE) == 1, timeout=30_000)


def test_words_are_replaced_only_where_they_are_ticked(open_desk, qtbot):
    with open_desk() as window:
        store = window._desk.store
        dialog = window.tables.open_replace()
        dialog.old.setText("一座")
        dialog.new.setText("两座")
        dialog.list_hits()
        _settled(qtbot, dialog)
        assert len(dialog.model.hits) > 3
        event = store.find(Kind.EVENT, "one-event")
        hits = tuple(hit for hit in dialog.model.hits if hit.record_id == event.id)
        dialog.model.show_hits(hits)
        dialog.replace()
        _settled(qtbot, dialog)
        assert store.get(event.id).title["zh-Hans"].startswith("两座")
        assert store.find(Kind.CRAFT, "one-craft").title["zh-Hans"].startswith("一座")
        dialog.reject()


@pytest.mark.usefixtures("plants")
def test_one_field_of_chosen_records_is_changed_and_taken_back_from_the_notice(open_desk, qtbot):
    with open_desk() as window:
        store, ids = window._desk.store, _chosen(window, qtbot, 5)
        dialog = window.tables.open_batch()
        dialog.field.setCurrentIndex(dialog.field.findData("town"))
        dialog.value.setText("无此镇")
        dialog.change()
        _settled(qtbot, dialog)
        assert "无此镇" in dialog.told.text()
        dialog.field.setCurrentIndex(dialog.field.findData("remark"))
        dialog.value.setText("同一句")
        dialog.go.click()
        qtbot.waitUntil(window.notice.undo.isVisible, timeout=10_000)
        assert _remarks(store, ids) == ["同一句"] * 5
        window.notice.undo.click()
        qtbot.waitUntil(lambda: _remarks(store, ids) == [""] * 5, timeout=10_000)
        assert not window.notice.undo.isVisible()


@pytest.mark.usefixtures("plants")
def test_notice_offers_no_undo_once_something_else_was_done(hall, open_desk, qtbot):
    with open_desk() as window:
        _chosen(window, qtbot, 2)
        dialog = window.tables.open_batch()
        dialog.field.setCurrentIndex(dialog.field.findData("remark"))
        dialog.how.setCurrentIndex(dialog.how.findData(How.SET))
        dialog.value.setText("一")
        dialog.change()
        qtbot.waitUntil(window.notice.undo.isVisible, timeout=10_000)
        with hall.store.edit("Other hands") as edit:
            edit.remove(hall.store.find(Kind.ENTERPRISE, "plant-59").id)
        qtbot.waitUntil(lambda: not window.notice.undo.isVisible(), timeout=10_000)
        assert window.notice.isVisible()


def test_table_dropped_on_the_window_is_read_and_other_files_are_not(open_desk, qtbot, tmp_path):
    table, words = tmp_path / "企业.csv", tmp_path / "words.txt"
    table.write_text("企业名称,镇街\n甲厂,桂城\n", "utf-8")
    words.write_text("words", "utf-8")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with open_desk() as window:
        for path, is_taken in ((words, False), (table, True)):
            carried = QMimeData()
            carried.setUrls([QUrl.fromLocalFile(str(path))])
            for event in (
                QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, left, none),
                QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, carried, left, none),
            ):
                QApplication.sendEvent(window, event)
            assert (window.tables.dialog is not None) is is_taken
        dialog = window.tables.dialog
        _settled(qtbot, dialog)
        assert dialog.file.text() == table.name
        assert [mapping.kind for mapping in dialog.source.mappings] == [Kind.ENTERPRISE]
        dialog.reject()


def test_taking_in_that_is_cancelled_half_way_writes_nothing(open_desk, qtbot, tmp_path):
    table = tmp_path / "企业.csv"
    lines = (f"样例厂{number},桂城" for number in range(400))
    table.write_text("\n".join(["企业名称,镇街", *lines]), "utf-8")
    with open_desk() as window:
        store = window._desk.store
        dialog = window.tables.open_import(table)
        _settled(qtbot, dialog)
        dialog.make_plan()
        _settled(qtbot, dialog)
        before = (store.count(Kind.ENTERPRISE), store.version)
        dialog.take_in()
        task, reached = dialog.task, []

        def cancel_half_way(done, total):
            reached.append(done)
            if done == total // 2:
                task.cancel()

        task.progressed.connect(cancel_half_way, Qt.ConnectionType.DirectConnection)
        _settled(qtbot, dialog)
        assert max(reached) == 200
        assert (store.count(Kind.ENTERPRISE), store.version) == before
        assert dialog.take.isEnabled()
        assert not dialog.undo.isVisible()
        dialog.reject()


@pytest.mark.usefixtures("plants")
def test_chosen_records_go_out_as_a_workbook_and_come_back_unchanged(open_desk, qtbot, tmp_path):
    out = tmp_path / "out.xlsx"
    with open_desk() as window:
        ids = _chosen(window, qtbot, 3)
        window.tables.export_to(out, ids, ())
        qtbot.waitUntil(lambda: str(out) in window.notice.words.text(), timeout=30_000)
        page = load_workbook(out).worksheets[0]
        assert [line[0].value for line in page.iter_rows(min_row=2)] == list(ids)
        dialog = window.tables.open_import(out)
        _settled(qtbot, dialog)
        dialog.make_plan()
        _settled(qtbot, dialog)
        assert [str(row.state) for row in dialog.model.rows] == ["unchanged"] * 3
        assert not dialog.take.isEnabled()
        dialog.reject()


def test_import_and_export_at_the_desk_stand_in_the_audit_log(hall, open_desk, qtbot, tmp_path):
    accounts.add(hall.store, "chief", "样例主管", WORD, [Grant(role) for role in Role])
    out, table = tmp_path / "out.xlsx", tmp_path / "企业.csv"
    table.write_text("企业名称,镇街\n甲厂,桂城\n", "utf-8")
    with open_desk() as window:
        desk = window._desk
        page = window.gate.login
        page.login.setText("chief")
        page.password.setText(WORD)
        page.go.click()
        qtbot.waitUntil(lambda: not window.gate.is_locked, timeout=10_000)
        window.tables.export_to(out, (), (Kind.ENTERPRISE,))
        qtbot.waitUntil(lambda: str(out) in window.notice.words.text(), timeout=30_000)
        dialog = window.tables.open_import(table)
        _settled(qtbot, dialog)
        dialog.make_plan()
        _settled(qtbot, dialog)
        dialog.take_in()
        qtbot.waitUntil(window.notice.undo.isVisible, timeout=30_000)
        lines = desk.store.ask(audit.lines)
        assert [(line.act, line.subject) for line in lines[:2]] == [
            ("imported", "企业.csv"),
            ("exported", "out.xlsx"),
        ]
        assert {line.who for line in lines[:2]} == {"chief"}
