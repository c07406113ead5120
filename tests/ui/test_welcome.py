"""A home without a hall: the first window, the three ways to begin, and the tour of five steps."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hall_app import bootstrap
from hall_app.curator import app
from hall_app.curator.first_run import FirstRun
from hall_app.curator.keeping.beginning import begin
from hall_app.curator.keeping.beginning import welcome as welcome_to
from hall_app.curator.keeping.tour import STOPS, Tour
from hall_app.curator.keeping.welcome import Beginning, Origin, Welcome
from hall_app.domain.kinds import Kind
from hall_app.editing.nightly import making
from hall_app.editing.nightly.plan import Plan
from hall_app.editing.nightly.sealing import Lock
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.settings import Appearance, Language, Settings, load_settings
from tests.store.making import picture_of

PASSPHRASE = "silk holds the thread"


@pytest.fixture
def welcome(qtbot):
    app.application()
    made = Welcome(Settings(appearance=Appearance.LIGHT))
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def backup(home, tmp_path):
    """A sealed backup of the small hall."""
    (tmp_path / "away").mkdir()
    plan = Plan(folder=tmp_path / "away", lock=Lock.made(PASSPHRASE, cost=4).words)
    night = bootstrap.now().astimezone()
    return making.back_up(home, plan, bootstrap.open_store, now=night).kept.path


def run(window, qtbot):
    window.show()
    with qtbot.waitSignal(window.finished, timeout=60_000) as finished:
        window.start()
    return finished.args[0]


def beginning(origin, **how):
    return Beginning(settings=Settings(), origin=origin, **how)


def test_language_changes_every_word_at_once_and_the_name_is_kept(welcome):
    welcome.languages[Language.EN].click()
    assert welcome.title.text() == "Welcome"
    QTest.keyClicks(welcome.name, "Jia")
    welcome.cards[Origin.EMPTY].click()
    assert welcome.beginning.origin is Origin.EMPTY
    assert welcome.beginning.settings.language is Language.EN
    assert welcome.beginning.settings.author == "Jia"
    assert welcome.result() == QDialog.DialogCode.Accepted


def test_every_way_to_begin_is_reached_by_keys(welcome, qtbot):
    reached = set()
    welcome.name.setFocus()
    for _ in range(20):
        QTest.keyClick(welcome.focusWidget(), Qt.Key.Key_Tab)
        reached.add(welcome.focusWidget())
    assert set(welcome.cards.values()) <= reached
    # Of the languages, the keys reach the chosen one; arrows lead to the others.
    assert welcome.languages[Language.ZH_HANS] in reached
    assert {welcome.name, welcome.folder} <= reached


def test_a_sealed_backup_asks_for_its_passphrase_and_what_is_none_is_told(
    welcome, backup, tmp_path
):
    welcome.take_backup(tmp_path)
    assert welcome.beginning is None
    assert str(tmp_path) in welcome.told.text()
    welcome.take_backup(backup.parent)
    assert welcome.restore_row.isVisible()
    QTest.keyClicks(welcome.passphrase, PASSPHRASE)
    QTest.keyClick(welcome.passphrase, Qt.Key.Key_Return)
    assert (welcome.beginning.backup, welcome.beginning.passphrase) == (backup, PASSPHRASE)


def test_a_backup_becomes_the_hall_of_an_empty_home_with_every_record_and_medium(
    home, backup, tmp_path, qtbot
):
    app.application()
    new = Paths(tmp_path / "new")
    chosen = beginning(Origin.BACKUP, backup=backup, passphrase=PASSPHRASE)
    assert run(begin(new, chosen), qtbot) == QDialog.DialogCode.Accepted
    with (
        bootstrap.open_store(home.library, read_only=True) as before,
        bootstrap.open_store(new.library, read_only=True) as after,
    ):
        assert picture_of(after) == picture_of(before)
        assert after.history() == before.history()
    assert list(Vault(new.vault)) == list(Vault(home.vault))
    assert all(Vault(new.vault).verify(sha256) for sha256 in Vault(new.vault))
    with app.desk_window(new, Settings(appearance=Appearance.LIGHT)) as window:
        window.show()
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)


def test_a_wrong_passphrase_is_said_in_the_desks_tongue_and_nothing_is_there(
    backup, tmp_path, qtbot
):
    app.application()
    new = Paths(tmp_path / "new")
    window = begin(new, beginning(Origin.BACKUP, backup=backup, passphrase="silk"))
    window.show()
    window.start()
    qtbot.waitUntil(window.bar.isHidden, timeout=30_000)
    assert "口令打不开" in window.words.text()
    window.reject()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert not new.library.exists()


def test_a_restore_that_is_stopped_leaves_an_empty_home(backup, tmp_path, qtbot):
    app.application()
    new = Paths(tmp_path / "new")
    window = begin(new, beginning(Origin.BACKUP, backup=backup, passphrase=PASSPHRASE))
    window.show()
    with qtbot.waitSignal(window.finished, timeout=30_000):
        window.start()
        window.reject()
    assert window.result() == QDialog.DialogCode.Rejected
    assert not new.library.exists()
    assert not list(new.home.glob(".restoring-*"))


def test_an_empty_hall_opens_and_takes_its_first_gallery(tmp_path, qtbot):
    app.application()
    new = Paths(tmp_path / "new")
    assert run(begin(new, beginning(Origin.EMPTY)), qtbot) == QDialog.DialogCode.Accepted
    settings = Settings(appearance=Appearance.LIGHT, author="test")
    with app.desk_window(new, settings) as window:
        window.show()
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
        assert window._desk.store.count(Kind.HALL) == 1
        assert not window.actions_.undo.isEnabled()
        window.actions_.add(Kind.GALLERY)
        qtbot.waitUntil(lambda: window._desk.store.count(Kind.GALLERY) == 1, timeout=10_000)
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)


def test_the_tour_walks_five_steps_by_keys_and_comes_only_once(open_desk, home, qtbot):
    with open_desk() as window:
        window.keeping.begin()
        tour = window.findChild(Tour)
        seen = [tour.stop.key]
        for _ in STOPS[1:]:
            QTest.keyClick(tour, Qt.Key.Key_Right)
            seen.append(tour.stop.key)
            assert window.rect().contains(tour.card.geometry())
            assert tour._hole.width() > 20
            assert not tour._hole.intersects(tour.card.geometry()) or tour.stop.key == "editor"
        assert seen == ["navigator", "editor", "preview", "problems", "publish"]
        QTest.keyClick(tour, Qt.Key.Key_Left)
        assert tour.stop.key == "problems"
        with qtbot.waitSignal(tour.ended):
            QTest.keyClick(tour, Qt.Key.Key_Escape)
        assert load_settings(home.settings, {}).toured
        qtbot.waitUntil(lambda: window.findChild(Tour) is None)
        window.keeping.begin()
        assert window.findChild(Tour) is None
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)


def test_the_tour_can_be_asked_for_again_and_fits_the_smallest_window(open_desk, qtbot):
    with open_desk() as window:
        window._desk.settings = replace(window._desk.settings, toured=True)
        window.resize(1180, 720)
        window.keeping.tour_action.trigger()
        tour = window.findChild(Tour)
        for _ in STOPS:
            assert window.rect().contains(tour.card.geometry())
            QTest.mouseClick(tour.next, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.findChild(Tour) is None)
        qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)


def test_the_way_from_an_empty_home_to_a_hall_asks_again_after_what_failed(tmp_path, backup, qtbot):
    app.application()
    new = Paths(tmp_path / "new")
    answers = [
        lambda one: (one.take_backup(backup), one.passphrase.setText("silk"), one.go.click()),
        lambda one: (one.languages[Language.EN].click(), one.cards[Origin.EMPTY].click()),
    ]

    def answer():
        match QApplication.activeModalWidget():
            case Welcome() as asking:
                answers.pop(0)(asking)
            case FirstRun() as failed if failed.bar.isHidden():
                failed.reject()
        if answers or not new.library.exists():
            QTimer.singleShot(20, answer)

    QTimer.singleShot(0, answer)
    settings = welcome_to(new, Settings(appearance=Appearance.LIGHT))
    assert settings.language is Language.EN
    assert load_settings(new.settings, {}).language is Language.EN
    with bootstrap.open_store(new.library, read_only=True) as store:
        assert store.all(Kind.HALL)[0].title.best("en") == "New hall"


def test_closing_the_first_window_makes_nothing(tmp_path):
    app.application()
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert welcome_to(Paths(tmp_path / "new"), Settings()) is None
    assert not (tmp_path / "new").exists()
