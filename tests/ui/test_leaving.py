"""Words that the library would not take are held, asked about on the way out, and offered back."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hall_app.curator.keeping.words_dialog import Choice, WordsDialog
from hall_app.domain.kinds import Kind
from hall_app.editing import fields
from hall_app.editing.unwritten import RecoveryFile
from hall_app.errors import DiskFull
from tests.ui.hands import Hands

WORDS = "不能丢的字"


@pytest.fixture
def full_disk(monkeypatch):
    """The library takes nothing until the block is left."""

    def full(*_args, **_named):
        raise DiskFull("The disk is full.", "Free some room and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(fields, "set_field", full)
        yield patch


def type_unsaved(window, qtbot, home):
    event = window._desk.store.find(Kind.EVENT, "one-event")
    window.open_record(event.id)
    hands = Hands(qtbot, window, home.home)
    editor = window.content.editor.form.editors["title"]
    hands.type_chinese(editor.inputs["zh-Hans"], WORDS)
    qtbot.waitUntil(lambda: bool(window._desk.unsaved), timeout=10_000)
    hands.settle()
    return event


def answer(choice, tmp_path=None):
    """Press a button of the question as soon as it stands; what it said."""
    said = []

    def press():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WordsDialog):
            QTimer.singleShot(20, press)
            return
        said.append(dialog.list.text())
        if tmp_path is not None:
            dialog.save_to(tmp_path / "words.txt")
        dialog.buttons[choice].click()

    QTimer.singleShot(0, press)
    return said


def title(window, event):
    return window._desk.store.get(event.id).title.best("zh-Hans")


def test_leaving_asks_and_staying_keeps_the_window_and_the_words(
    open_desk, home, qtbot, full_disk, tmp_path
):
    with open_desk() as window:
        event = type_unsaved(window, qtbot, home)
        said = answer(Choice.LATER, tmp_path)
        assert not window.close()
        assert WORDS in said[0]
        assert WORDS in (tmp_path / "words.txt").read_text("utf-8")
        assert window.isVisible()
        full_disk.undo()
        window._desk.unsaved.try_again()
        qtbot.waitUntil(lambda: title(window, event) == WORDS, timeout=10_000)
        Hands(qtbot, window, home.home).settle()
        assert RecoveryFile.beside(home.library).held() == []


def test_words_left_behind_are_offered_and_put_back_the_next_time(
    open_desk, home, qtbot, full_disk
):
    with open_desk() as window:
        event = type_unsaved(window, qtbot, home)
        answer(Choice.LEAVE)
        assert window.close()
    assert [one.value for one in RecoveryFile.beside(home.library).held()] == [WORDS]
    full_disk.undo()
    with open_desk() as window:
        assert title(window, event) != WORDS
        dialog = window.keeping.leaving.offer()
        assert WORDS in dialog.list.text()
        dialog.buttons[Choice.PUT_BACK].click()
        qtbot.waitUntil(lambda: title(window, event) == WORDS, timeout=10_000)
        Hands(qtbot, window, home.home).settle()
        assert RecoveryFile.beside(home.library).held() == []
        window.actions_.undo.trigger()
        qtbot.waitUntil(lambda: title(window, event) != WORDS, timeout=10_000)
        assert window.keeping.leaving.offer() is None


@pytest.mark.parametrize(("choice", "left"), [(Choice.LATER, 1), (Choice.FORGET, 0)])
def test_words_put_off_are_offered_again_and_discarded_ones_are_not(
    open_desk, home, qtbot, full_disk, choice, left
):
    with open_desk() as window:
        type_unsaved(window, qtbot, home)
        answer(Choice.LEAVE)
        assert window.close()
    full_disk.undo()
    with open_desk() as window:
        window.keeping.leaving.offer().buttons[choice].click()
    assert len(RecoveryFile.beside(home.library).held()) == left


def test_words_typed_in_the_last_moment_before_closing_are_asked_about_too(
    open_desk, home, qtbot, full_disk
):
    with open_desk() as window:
        event = window._desk.store.find(Kind.EVENT, "one-event")
        window.open_record(event.id)
        editor = window.content.editor.form.editors["title"]
        Hands(qtbot, window, home.home).type_chinese(editor.inputs["zh-Hans"], WORDS)
        said = answer(Choice.LEAVE)
        assert window.close()
        assert WORDS in said[0]
    assert len(RecoveryFile.beside(home.library).held()) == 1
