"""hall backup --nightly and hall restore, as cron and a person with an empty machine give them."""

import subprocess
import sys

import pytest


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "backup-passphrase"
    file.write_text("silk holds the thread\n", "utf-8")
    return file


@pytest.fixture
def away(tmp_path):
    (tmp_path / "away").mkdir()
    return tmp_path / "away"


def test_the_night_is_backed_up_once_and_comes_back_onto_an_empty_machine(
    furnished, paths, away, secret, tmp_path
):
    before = furnished("list", "event", "--json").json
    said = furnished("backup", away, "--nightly", "--passphrase-file", secret)
    assert said.status == 0, said.err
    assert "found sound" in said.out
    assert "made already" in furnished("backup", away, "--nightly").out
    paths.home.rename(tmp_path / "burnt")
    asked = furnished("restore", away)
    assert (asked.status, "sealed with a passphrase" in asked.err) == (2, True)
    (tmp_path / "wrong").write_text("another thread", "utf-8")
    assert furnished("restore", away, "--passphrase-file", tmp_path / "wrong").status == 1
    assert not paths.library.exists()
    assert furnished("restore", away, "--passphrase-file", secret).status == 0
    assert furnished("list", "event", "--json").json == before
    assert furnished("restore", away, "--passphrase-file", secret).status == 1


def test_the_settings_say_where_to_and_without_a_passphrase_no_key_leaves(furnished, paths, away):
    assert furnished("backup", "--nightly").status == 2
    paths.settings.write_text(f'backup_folder = "{away.as_posix()}"\n', "utf-8")
    said = furnished("backup", "--nightly")
    assert (said.status, "hold none" in said.out) == (0, True)
    away.rename(away.with_name("unplugged"))
    said = furnished("backup", "--nightly")
    assert (said.status, "is not there" in said.err) == (3, True)


@pytest.mark.parametrize("lines", [1, 3])
def test_a_restore_that_is_killed_leaves_no_half_hall_and_can_be_begun_again(
    furnished, paths, away, tmp_path, lines
):
    assert furnished("backup", away, "--nightly").status == 0
    new = tmp_path / "new"
    # A process that ends itself without a word, as by a power cut, when so many media are in.
    script = (
        "import os, sys; from pathlib import Path; from hall_app import bootstrap;"
        "from hall_app.paths import Paths; from hall_app.editing.nightly import restoring;"
        "restoring.bring_back(Path(sys.argv[1]), Paths(Path(sys.argv[2])), bootstrap.open_store,"
        " on_progress=lambda done, total: os._exit(9) if done >= min(int(sys.argv[3]), total) else None)"
    )
    ended = subprocess.run([sys.executable, "-c", script, away, new, str(lines)], check=False)
    assert ended.returncode == 9
    assert not (new / "library.db").exists()
    again = subprocess.run(
        [sys.executable, "-m", "hall_app", "--home", new, "restore", away], check=True,
        capture_output=True,
    )  # fmt: skip
    assert b"library.db" in again.stdout
    assert not list(new.glob(".restoring-*"))
