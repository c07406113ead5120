"""Reviews at the desk: signing in, submitting, passing, sending back, remarking; and the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from hall_app import bootstrap
from hall_app.curator.review.marks import FieldMarks
from hall_app.domain.kinds import Kind
from hall_app.domain.people import NOBODY, Grant, Role
from hall_app.domain.review import Act, Chain, State
from hall_app.editing import accounts, fields, review
from hall_app.settings import Settings
from tests.ui.hands import Hands

WORD = "three silk threads"


@pytest.fixture
def reviewed(home):
    """The small hall with one review, everything in it approved."""
    with bootstrap.open_hall(home, Settings(author="chief")) as hall:
        review.set_chain(hall.store, Chain(reviews=1), takes_present=True)
    return home


@pytest.fixture
def peopled(reviewed):
    """And with an administrator, an editor and a reviewer."""
    with bootstrap.open_hall(reviewed, Settings(author="chief")) as hall:
        accounts.add(hall.store, "chief", "主管", WORD, [Grant(Role.ADMINISTRATOR)])
        accounts.sign_in(hall.store, "chief", WORD)
        accounts.add(hall.store, "pen", "编者甲", WORD, [Grant(Role.EDITOR)])
        accounts.add(hall.store, "eye", "审者乙", WORD, [Grant(Role.REVIEWER)])
    return reviewed


@pytest.fixture
def desk(reviewed, open_desk, qtbot):
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        yield window, event, Hands(qtbot, window, reviewed.home)


def sign_in(qtbot, window, login, password=WORD):
    page = window.gate.login
    page.login.setText(login)
    page.password.setText(password)
    page.go.click()
    qtbot.waitUntil(lambda: window.gate.login is not page or bool(page.told.text()), timeout=10_000)


def state(window, event):
    return review.standing(window._desk.store, event.id).state


def visible_acts(window):
    return {act for act, made in window.content.review.acts.items() if not made.isHidden()}


def test_edit_of_an_approved_record_reopens_it_and_the_panel_shows_what_changed(desk):
    window, event, hands = desk
    panel = window.content.review
    assert panel.state.text() == "已核准"
    assert visible_acts(window) == set()
    field = window.content.editor.form.findChild(object, "title.zh-Hans")
    hands.type_chinese(field, "改过的题目")
    field.flush()
    hands.settle()
    assert state(window, event) is State.DRAFT
    assert "改过的题目" in panel.difference.toPlainText()
    assert visible_acts(window) == {Act.SUBMIT}
    panel.acts[Act.SUBMIT].click()
    hands.settle()
    assert panel.state.text() == "待初审"
    assert not panel.acts[Act.PASS].isEnabled()
    assert panel.acts[Act.PASS].toolTip() == "不能审自己写的内容"


def test_reviewer_sends_back_with_a_reason_that_becomes_a_comment(desk, hall):
    window, event, hands = desk
    fields.set_field(hall.store, event.id, "title.zh-Hans", "别人写的", author="other")
    review.submit(hall.store, [event.id], author="other")
    window._desk.feed.look()
    panel = window.content.review
    reject = panel.acts[Act.REJECT]
    assert (reject.isEnabled(), reject.toolTip()) == (False, "请先写退回的理由")
    QTest.keyClicks(panel.reason, "2026?")
    reject.click()
    hands.settle()
    assert panel.state.text().startswith("已退回")
    assert window.content.side.tabs["comments"].text() == "批注 1"


def test_reviewer_passes_from_the_worklist_and_the_history_names_them(desk, hall, qtbot):
    window, event, hands = desk
    fields.set_field(hall.store, event.id, "title.zh-Hans", "别人写的", author="other")
    review.submit(hall.store, [event.id], author="other")
    window._desk.feed.look()
    assert window.content.navigator.work.text() == "待审 1"
    window.content.navigator.work.click()
    worklist = window.content.worklist
    assert [row.id for row in worklist.model.rows] == [event.id]
    worklist.list.selectAll()
    worklist.acts[Act.PASS].click()
    hands.settle()
    assert state(window, event) is State.APPROVED
    assert window.content.navigator.work.text() == "待审"
    window.content.show_record(event.id)
    top = window.content.history.model.steps[0]
    assert (top.label, top.author) == ("初审通过", "test")


def test_comment_is_left_and_undone_and_its_mark_with_it(desk):
    window, _, hands = desk
    panel = window.content.comments
    window.content.show_comments("title")
    QTest.keyClicks(panel.input, "which year?")
    QTest.keyClick(panel.input, Qt.Key.Key_Return)
    hands.settle()
    (marks,) = window.content.editor.form.editors["title"].findChildren(FieldMarks)
    assert marks.findChild(QToolButton).text() == "1"
    assert window.content.side.turns["comments"].text() == "批注 1"
    window.bar.undo.click()
    hands.settle()
    assert window.content.side.turns["comments"].text() == "批注"
    assert marks.findChild(QToolButton).isHidden()


def test_comments_panel_offers_each_field_and_follows_the_keys(desk):
    window, _, _ = desk
    names = set(window.content.editor.form.editors)
    combo = window.content.comments.field
    offered = {combo.itemData(at) for at in range(combo.count())}
    assert offered == {"", *names}
    window.content.editor.field_entered.emit("text")
    assert combo.currentData() == "text"


def test_desk_of_a_peopled_hall_shows_nothing_before_somebody_signs_in(peopled, open_desk, qtbot):
    with open_desk() as window:
        assert window.gate.is_locked
        assert not window.centralWidget().isVisible()
        sign_in(qtbot, window, "pen", "wrong password")
        assert "对不上" in window.gate.login.told.text()
        QTest.keyClick(window.gate.login, Qt.Key.Key_Escape)
        assert window.gate.is_locked
        sign_in(qtbot, window, "pen")
        assert not window.gate.is_locked
        assert window.centralWidget().isVisible()


def test_edit_at_the_desk_is_by_whoever_signed_in(peopled, open_desk, qtbot):
    with open_desk() as window:
        sign_in(qtbot, window, "pen")
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        hands = Hands(qtbot, window, peopled.home)
        field = window.content.editor.form.findChild(object, "title.zh-Hans")
        hands.type_chinese(field, "编者甲写的")
        field.flush()
        hands.settle()
        assert window._desk.store.history(event.id)[0].author == "编者甲"


def test_who_may_not_edit_reads_and_is_told_why(peopled, open_desk, qtbot):
    with open_desk() as window:
        sign_in(qtbot, window, "eye")
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        assert not window.content.editor.form.isEnabled()
        assert "只读" in window.content.editor.saved.text()
        assert not window.publishing.go.isEnabled()
        assert "发布" in window.publishing.go.toolTip()


def test_desk_locks_when_no_hand_moves_and_what_was_typed_is_kept(peopled, open_desk, qtbot):
    with open_desk() as window:
        sign_in(qtbot, window, "pen")
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        hands = Hands(qtbot, window, peopled.home)
        hands.type_chinese(
            window.content.editor.form.findChild(object, "title.zh-Hans"), "锁前写的"
        )
        assert window.gate.idle.isActive()
        window.gate.idle.timeout.emit()
        assert window.gate.is_locked
        hands.settle()
        newest = window._desk.store.history(event.id)[0]
        assert (newest.author, window._desk.store.get(event.id).title["zh-Hans"]) == (
            "编者甲", "锁前写的",
        )  # fmt: skip
        assert window._desk.store.permit == NOBODY


def test_hall_without_people_has_no_door_and_no_worklist(open_desk):
    with open_desk() as window:
        assert not window.gate.is_locked
        assert not window.gate.idle.isActive()
        assert window.content.navigator.work.isHidden()
