"""The settings of the desk: chosen, kept, refused with the reason; and the backups it makes."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_app import bootstrap
from hall_app.curator.keeping.nights import Standing
from hall_app.editing.nightly import restoring
from hall_app.editing.nightly.place import Place
from hall_app.errors import MachineFailed
from hall_app.paths import Paths
from hall_app.settings import Appearance, Language, load_settings
from tests.store.making import picture_of


@pytest.fixture
def window(open_desk):
    with open_desk() as window:
        yield window


@pytest.fixture
def away(tmp_path):
    (tmp_path / "away").mkdir()
    return tmp_path / "away"


def chip(window):
    return next(one for one in window.status.children() if type(one).__name__ == "BackupChip")


def test_what_is_kept_shows_at_once_and_stands_in_the_file(window, home, qtbot):
    dialog = window.keeping.open_settings()
    dialog.language.setCurrentIndex(dialog.language.findData(Language.EN))
    dialog.appearance.setCurrentIndex(dialog.appearance.findData(Appearance.CONTRAST))
    dialog.scale.setCurrentIndex(dialog.scale.findData(150))
    dialog.author.setText("甲")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.bar.publish.text() == "Publish", timeout=10_000)
    assert window._desk.tokens.window == "#000000"
    qtbot.waitUntil(lambda: window.is_idle, timeout=20_000)
    kept = load_settings(home.settings, {})
    assert (kept.language, kept.appearance, kept.scale, kept.author) == (
        Language.EN, Appearance.CONTRAST, 150, "甲",
    )  # fmt: skip


def test_leaving_without_keeping_changes_nothing(window, home):
    dialog = window.keeping.open_settings()
    dialog.author.setText("甲")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window._desk.settings.author == "test"
    assert not home.settings.exists()


def test_a_place_chosen_is_backed_up_to_at_once_sealed_and_comes_back(
    window, away, tmp_path, qtbot
):
    assert chip(window).text() == window._desk.say("backup-none-set")
    dialog = window.keeping.open_backups()
    dialog.folder.setText(str(away))
    for field in (dialog.passphrase, dialog.again):
        QTest.keyClicks(field, "silk holds the thread")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.keeping.nights.standing.made is not None, timeout=60_000)
    assert "完好" in chip(window).text()
    assert chip(window).property("tone") == ""
    new = Paths(tmp_path / "new")
    restoring.bring_back(away, new, bootstrap.open_store, passphrase="silk holds the thread")
    with bootstrap.open_store(new.library, read_only=True) as again:
        assert picture_of(again) == picture_of(window._desk.store)


@pytest.mark.parametrize(
    ("folder", "passphrase", "again", "words"),
    [
        ("away", "silk holds", "silk holds?", "backup-not-the-same"),
        ("away", "silk", "silk", "error-backup-passphrase-short"),
        ("nowhere", "", "", "error-backup-place-missing"),
        ("home", "", "", "error-backup-inside"),
    ],
)
def test_what_is_not_right_is_said_and_not_kept(
    window, home, away, folder, passphrase, again, words
):
    place = home.home if folder == "home" else away.with_name(folder)
    dialog = window.keeping.open_backups()
    dialog.folder.setText(str(place))
    dialog.passphrase.setText(passphrase)
    dialog.again.setText(again)
    dialog.save()
    assert dialog.told.text() == window._desk.say(words, subject=str(place))
    assert dialog.isVisible()
    assert window._desk.settings.backup_folder == ""
    dialog.reject()


def test_a_disk_that_was_unplugged_is_told_and_the_last_backup_remembered(window, away, qtbot):
    nights, desk = window.keeping.nights, window._desk
    dialog = window.keeping.open_backups()
    dialog.folder.setText(str(away))
    dialog.save()
    qtbot.waitUntil(lambda: nights.standing.made is not None, timeout=60_000)
    first = nights.standing.made
    away.rename(away.with_name("unplugged"))
    nights.look()
    qtbot.waitUntil(lambda: nights.standing.problem is not None, timeout=10_000)
    assert chip(window).text() == desk.say("backup-failed")
    assert chip(window).property("tone") == "error"
    assert str(away) in chip(window).toolTip()
    away.with_name("unplugged").rename(away)
    nights.make_now()
    qtbot.waitUntil(lambda: nights.standing.made is not first, timeout=60_000)
    assert nights.standing.problem is None
    assert Place(away).newest() == nights.standing.made.kept


def test_backups_older_than_three_days_worry():
    now = bootstrap.now()
    fresh, stale = now - timedelta(days=2), now - timedelta(days=4)
    assert not Standing(has_place=True, newest=fresh).is_worrying(now)
    assert Standing(has_place=True, newest=stale).is_worrying(now)
    assert Standing(has_place=True, newest=fresh, problem=MachineFailed("x")).is_worrying(now)
    assert not Standing(has_place=False).is_worrying(now)


def test_closing_while_a_backup_is_made_leaves_no_half(open_desk, away):
    with open_desk() as window:
        dialog = window.keeping.open_backups()
        dialog.folder.setText(str(away))
        dialog.save()
    assert not list(away.glob(".*.part"))
    assert len(Place(away).backups()) in (0, 1)


def test_settings_open_by_keys_and_stand_in_the_menu(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    opened = [one for one in window.children() if type(one).__name__ == "SettingsDialog"]
    assert len(opened) == 1
    assert opened[0].isVisible()
    opened[0].reject()
