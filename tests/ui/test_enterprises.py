"""Enterprises at the desk: what belongs to them, their leave, their proof and its sign-off."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_app.curator.forms.authorisation import AuthorisationEditor, state_of
from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Authorisation
from hall_app.editing import fields
from hall_app.publishing import revisions
from hall_app.publishing.public import public_records
from tests.ui.conftest import PICTURE


@pytest.fixture
def desk(open_desk, hall, qtbot):
    """A desk with the one enterprise open."""
    with open_desk() as window:
        window.open_record(hall.store.find(Kind.ENTERPRISE, "one-enterprise").id)
        qtbot.waitUntil(lambda: window.is_idle, timeout=10_000)
        yield window


@pytest.fixture
def card(desk) -> AuthorisationEditor:
    return desk.content.editor.form.editors["authorisation"]


def _groups(desk):
    return {one.relation.kind: one for one in desk.content.editor.pages.page.related.groups}


def _firm(hall):
    return hall.store.find(Kind.ENTERPRISE, "one-enterprise")


def _make(group, qtbot, title, **more):
    group.new.click()
    QTest.keyClicks(group.maker.titles["en"], title)
    if year := more.get("year"):
        QTest.keyClicks(group.maker.date, year)
    before = len(group.ids)
    QTest.keyClick(group.maker.titles["en"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(group.ids) == before + 1, timeout=10_000)


def test_products_are_made_in_place_put_in_order_let_go_and_brought_back(desk, hall, qtbot):
    products = _groups(desk)[Kind.PRODUCT]
    _make(products, qtbot, "Sample A")
    _make(products, qtbot, "Sample B")
    first, second = products.ids
    products._list.itemAt(1).widget().up.click()
    qtbot.waitUntil(lambda: products.ids == (second, first), timeout=10_000)
    products._list.itemAt(0).widget().out.click()
    qtbot.waitUntil(lambda: products.ids == (first,), timeout=10_000)
    assert hall.store.get(second).enterprise is None
    desk.bar.undo.click()
    qtbot.waitUntil(lambda: products.ids == (second, first), timeout=10_000)


def test_honour_made_in_place_has_its_year(desk, hall, qtbot):
    honours = _groups(desk)[Kind.HONOUR]
    _make(honours, qtbot, "Sample Prize", year="2021")
    assert hall.store.get(honours.ids[0]).date.edtf == "2021"


def test_date_that_nobody_understands_is_said_and_nothing_typed_is_lost(desk, hall, qtbot):
    honours = _groups(desk)[Kind.HONOUR]
    honours.new.click()
    QTest.keyClicks(honours.maker.titles["en"], "Sample Prize")
    QTest.keyClicks(honours.maker.date, "someday")
    honours.maker.add.click()
    qtbot.waitUntil(lambda: not honours.told.isHidden(), timeout=10_000)
    assert honours.maker.titles["en"].text() == "Sample Prize"
    assert honours.ids == ()
    assert hall.store.count(Kind.HONOUR) == 1


def test_event_that_is_there_is_linked_by_the_search(desk, hall, qtbot):
    events = _groups(desk)[Kind.EVENT]
    event = hall.store.find(Kind.EVENT, "one-event")
    events._link(event.id)
    qtbot.waitUntil(lambda: events.ids == (event.id,), timeout=10_000)
    assert hall.store.get(event.id).related == (_firm(hall).id,)


def test_card_says_how_the_leave_stands(desk, card):
    today = Day(2026, 11, 24)
    told = {
        tone: state_of(desk._desk, paper, today)[1]
        for tone, paper in {
            "none": None,
            "open": Authorisation(given_by="某人"),
            "soon": Authorisation(given_by="某人", until=Day(2026, 12, 1)),
            "over": Authorisation(given_by="某人", until=Day(2026, 11, 23)),
        }.items()
    }
    assert told == {"none": "warn", "open": "ok", "soon": "warn", "over": "error"}
    assert card.state.text() == desk._desk.say("leave-none")


def test_sign_off_is_recorded_and_later_changes_are_named(desk, hall, card, qtbot):
    dialog = card.ask_signoff()
    dialog.lines["given_by"].setText("某人")
    dialog.lines["until"].setText("三月初")
    dialog.go.click()
    assert not dialog.told.isHidden()
    dialog.lines["until"].setText("2030-01-01")
    with qtbot.waitSignal(dialog.finished, timeout=10_000):
        dialog.go.click()
    qtbot.waitUntil(lambda: desk.is_idle, timeout=10_000)
    assert _firm(hall).authorisation.signed == revisions.standing(hall.store, _firm(hall)).lines
    assert card.changed.text() == desk._desk.say("signed-same")
    fields.set_fields(hall.store, _firm(hall).id, {"text.zh-Hans": "改过。"})
    qtbot.waitUntil(lambda: "正文" in card.changed.text(), timeout=10_000)


def test_unknown_revision_is_said_in_the_dialog_and_nothing_is_written(desk, hall, card, qtbot):
    dialog = card.ask_signoff()
    dialog.lines["given_by"].setText("某人")
    dialog.revision.setText("0" * 12)
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.told.isHidden(), timeout=10_000)
    assert "0" * 12 in dialog.told.text()
    assert _firm(hall).authorisation is None
    dialog.reject()


def test_dropped_scan_is_kept_and_never_published(desk, hall, card, qtbot, tmp_path):
    file = tmp_path / "scan.svg"
    file.write_text(PICTURE.replace("#DDA468", "#123456"), "utf-8")
    card.take_scan(file)
    qtbot.waitUntil(lambda: bool(_firm(hall).authorisation), timeout=20_000)
    scan = _firm(hall).authorisation.scan
    assert not hall.store.get(scan).is_public
    fields.set_fields(hall.store, scan, {"is_public": True})
    assert scan not in public_records(one for kind in Kind for one in hall.store.all(kind))


def test_picture_that_is_shown_elsewhere_is_no_scan(desk, hall, card, qtbot, tmp_path):
    file = tmp_path / "wall-again.svg"
    file.write_text(PICTURE.replace("#DDA468", "#7FB0B0"), "utf-8")
    with qtbot.waitSignal(desk._desk.noticed, timeout=20_000) as told:
        card.take_scan(file)
    assert told.args[0] == "error"
    assert _firm(hall).authorisation is None
    assert hall.store.find(Kind.MEDIA, "wall").is_public


def test_proof_is_written_from_the_desk(desk, hall, card, qtbot, tmp_path):
    out = tmp_path / "proof.pdf"
    with qtbot.waitSignal(desk._desk.noticed, timeout=60_000) as told:
        card.make_proof(out)
    assert told.args[0] == "ok", told.args
    document = pypdfium2.PdfDocument(out)
    assert (
        revisions.standing(hall.store, _firm(hall)).number
        in document[0].get_textpage().get_text_range()
    )
    document.close()
