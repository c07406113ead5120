"""Tables at the desk: taken in by plan, mended, taken in again; words replaced; a field of many set."""

from hall_app.domain.kinds import Kind


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
