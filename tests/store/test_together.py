"""Several programs on one library, a full disk, and copies in a second place."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.text import Text
from hall_app.editing import keeping
from hall_app.errors import (
    Busy,
    DiskFull,
    LibraryUnusable,
    MachineFailed,
    NotFound,
    Refused,
    UsageError,
)
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.store import connection
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.store.making import added, make, picture_of, put

PROGRAMS, TURNS = 4, 25

COUNTER = """
import sys
from dataclasses import replace
from pathlib import Path
from hall_app import bootstrap
from hall_app.domain.kinds import Kind

sys.stdin.readline()
with bootstrap.open_store(Path(sys.argv[1])) as store:
    for _ in range(int(sys.argv[2])):
        with store.edit("count") as edit:
            counter = store.find(Kind.STATISTIC, "counter")
            edit.put(replace(counter, value=counter.value + 1))
"""

OPENER = """
import sys
from pathlib import Path
from hall_app import bootstrap
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event

sys.stdin.readline()
with bootstrap.open_store(Path(sys.argv[1])) as store, store.edit("add") as edit:
    edit.put(Event(id=RecordId(store.new_id()), slug=f"event-{sys.argv[2]}"))
"""


def run_together(program, arguments):
    """Start them all, let them go at once, and give what each said on its way out."""
    children = [
        subprocess.Popen(
            [sys.executable, "-c", program, *map(str, words)],
            stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        )
        for words in arguments
    ]  # fmt: skip
    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    return [(child.communicate(timeout=120)[1], child.returncode) for child in children]


def test_programs_that_count_together_lose_no_count_and_meet_no_lock(store, path):
    added(store, Kind.STATISTIC, "counter")
    ends = run_together(COUNTER, [(path, TURNS)] * PROGRAMS)
    assert ends == [("", 0)] * PROGRAMS
    assert store.resolve("counter").value == PROGRAMS * TURNS
    assert store.version == PROGRAMS * TURNS + 1
    assert len(store.history(limit=1000)) == PROGRAMS * TURNS + 1
    assert store.check() == ()


def test_programs_that_make_one_library_together_all_find_it(path):
    ends = run_together(OPENER, [(path, number) for number in range(PROGRAMS)])
    assert ends == [("", 0)] * PROGRAMS
    with Store.open(path, now=Clock(), new_id=Ids()) as store:
        assert store.count(Kind.EVENT) == PROGRAMS


def test_two_programs_see_each_others_edits_and_undo_them(store, path):
    event = added(store, Kind.EVENT, "silk", "丝")
    with Store.open(path, now=Clock(), new_id=Ids(2)) as other:
        before = other.version
        put(store, replace(event, title=Text.of("麻")))
        assert other.version > before
        other.undo()
    assert store.get(event.id).title["zh-Hans"] == "丝"


def test_who_waits_too_long_is_told_and_nothing_is_lost(store, path, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_TIMEOUT_MS", 20)
    with Store.open(path, now=Clock(), new_id=Ids(2)) as other:
        with store.edit("long") as edit:
            with pytest.raises(Busy, match="Another program"):
                added(other, Kind.EVENT, "linen")
            edit.put(make(store, Kind.EVENT, "silk"))
        assert [event.slug for event in other.all(Kind.EVENT)] == ["silk"]
        added(other, Kind.EVENT, "linen")


def test_a_full_disk_is_told_and_nothing_is_lost(store, path):
    event = added(store, Kind.EVENT, "silk", "丝")
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    before = picture_of(store), store.version
    with pytest.raises(DiskFull, match="Free some room"):
        put(store, replace(event, text=Text.of("丝绸之路" * 20_000)))
    assert (picture_of(store), store.version) == before
    store._db.execute(f"PRAGMA max_page_count = {pages + 10_000}")
    put(store, replace(event, text=Text.of("丝绸之路" * 20_000)))
    assert store.check() == ()


def test_a_backup_is_the_library_as_it_stood_whole_and_alone(store, path, tmp_path):
    added(store, Kind.EVENT, "silk", "丝")
    before = picture_of(store)
    seen = []
    store.backup(tmp_path / "away" / "copy.db", lambda done, total: seen.append((done, total)))
    added(store, Kind.EVENT, "linen")
    assert [found.name for found in (tmp_path / "away").iterdir()] == ["copy.db"]
    assert seen[-1][0] == seen[-1][1]
    with Store.open(tmp_path / "away" / "copy.db", now=Clock(), new_id=Ids()) as copy:
        assert picture_of(copy) == before
        assert copy.check() == ()
        copy.undo()
        assert copy.count(Kind.EVENT) == 0


def test_a_library_in_a_folder_that_may_not_be_written_is_read(path, monkeypatch):
    with Store.open(path, now=Clock(), new_id=Ids()) as store:
        added(store, Kind.EVENT, "silk")
    # The superuser may write everywhere, so the machine's own "no" is given here.
    monkeypatch.setattr(connection.os, "access", lambda *_: False)
    with Store.open(path, now=Clock(), new_id=Ids(), read_only=True) as still:
        assert [record.slug for record in still.all(Kind.EVENT)] == ["silk"]
    assert [name.name for name in path.parent.glob(f"{path.name}*")] == [path.name]


@pytest.mark.parametrize(
    ("words", "free", "kind"),
    [
        ("disk I/O error", 0, DiskFull),
        ("disk I/O error", 1 << 30, LibraryUnusable),
        ("attempt to write a readonly database", 1 << 30, MachineFailed),
    ],
)
def test_a_sound_library_is_never_called_damaged_for_want_of_room_or_leave(
    path, monkeypatch, words, free, kind
):
    monkeypatch.setattr(connection.shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(kind) as told, connection.spoken(path):
        raise connection.sqlite3.OperationalError(words)
    assert type(told.value) is kind


def test_a_backup_onto_the_library_itself_is_refused(store, path):
    added(store, Kind.EVENT, "silk")
    with pytest.raises(UsageError, match="itself"):
        store.backup(path.parent / "." / path.name)
    assert store.check() == ()


def test_a_first_library_takes_no_name_that_another_program_took_meanwhile(tmp_path):
    home = Paths(tmp_path / "home")
    with_clock = lambda path, **options: Store.open(path, now=Clock(), new_id=Ids(7), **options)  # noqa: E731

    def make_slowly() -> None:
        with keeping.new_library(home, with_clock) as slow:
            added(slow, Kind.EVENT, "slow")
            with Store.open(home.library, now=Clock(), new_id=Ids(8)) as quick:
                added(quick, Kind.EVENT, "quick")

    with pytest.raises(Refused, match="meanwhile"):
        make_slowly()
    with Store.open(home.library, now=Clock(), new_id=Ids(9)) as kept:
        assert [record.slug for record in kept.all(Kind.EVENT)] == ["quick"]
    assert not list(home.home.glob("*.new*"))
    with pytest.raises(Refused, match="already"), keeping.new_library(home, with_clock):
        pytest.fail("there is a library")


def test_a_backup_that_is_stopped_leaves_nothing_behind(store, tmp_path):
    def stop(_done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.backup(tmp_path / "away" / "copy.db", stop)
    assert list((tmp_path / "away").iterdir()) == []


def test_a_backup_comes_back_onto_an_empty_home_and_is_left_as_it_was(store, tmp_path):
    home = Paths(tmp_path)
    sha256 = Vault(home.vault).put(b"the reel")
    added(store, Kind.MEDIA, "reel", sha256=sha256)
    for name in (
        "trust/root.json",
        "keys/publisher.pem",
        "keys/put-away/root.pem",
        "settings.toml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    keeping.back_up(store, home, tmp_path / "away")
    before = sorted(path.name for path in (tmp_path / "away").iterdir())
    with_clock = lambda path, **options: Store.open(path, now=Clock(), new_id=Ids(3), **options)  # noqa: E731
    keeping.restore(tmp_path / "away", Paths(tmp_path / "new"), with_clock)
    with with_clock(tmp_path / "new" / "library.db") as again:
        assert picture_of(again) == picture_of(store)
        assert again.history() == store.history()
    assert Vault(tmp_path / "new" / "vault").verify(sha256)
    for name in ("trust/root.json", "keys/publisher.pem", "settings.toml"):
        assert (tmp_path / "new" / name).read_text("utf-8") == name
    assert not (tmp_path / "new" / "keys" / "put-away").exists()
    assert sorted(path.name for path in (tmp_path / "away").iterdir()) == before
    keeping.back_up(store, home, tmp_path / "away")


def test_a_backup_leaves_alone_what_is_no_backup_of_this_hall(store, path, tmp_path):
    added(store, Kind.HALL, "ours")
    with Store.open(tmp_path / "other" / "library.db", now=Clock(), new_id=Ids(3)) as other:
        added(other, Kind.HALL, "theirs")
        with pytest.raises(Refused, match="a library in use"):
            keeping.back_up(store, Paths(path.parent), tmp_path / "other")
        keeping.back_up(other, Paths(tmp_path / "other"), tmp_path / "away")
    with pytest.raises(Refused, match="backup of another hall"):
        keeping.back_up(store, Paths(path.parent), tmp_path / "away")
    with Store.open(tmp_path / "away" / "library.db", now=Clock(), new_id=Ids(4)) as kept:
        assert [record.slug for record in kept.all(Kind.HALL)] == ["theirs"]


def test_a_folder_without_a_backup_and_a_tampered_one_are_told(store, tmp_path):
    added(store, Kind.EVENT, "silk", "丝")
    new = tmp_path / "new"

    def bring_back():
        keeping.restore(
            tmp_path / "away",
            Paths(new),
            lambda path, **options: Store.open(path, now=Clock(), new_id=Ids(), **options),
        )

    with pytest.raises(NotFound, match="no backup"):
        bring_back()
    keeping.back_up(store, Paths(tmp_path), tmp_path / "away")
    kept = connection.sqlite3.connect(tmp_path / "away" / "library.db")
    kept.execute("UPDATE record SET document = replace(document, '丝', '麻')")
    kept.commit()
    kept.close()
    with pytest.raises(LibraryUnusable, match="changed from outside"):
        bring_back()
    assert not (new / "library.db").exists()


def test_a_backup_without_its_media_is_told_and_makes_no_library(store, tmp_path):
    vault = Vault(tmp_path / "vault")
    added(store, Kind.MEDIA, "reel", sha256=vault.put(b"the reel"))
    keeping.back_up(store, Paths(tmp_path), tmp_path / "away")
    for file in (tmp_path / "away" / "vault").rglob("*"):
        if file.is_file():
            file.write_bytes(b"the reeL")
    new = tmp_path / "new"
    with pytest.raises(LibraryUnusable, match="missing or damaged"):
        keeping.restore(
            tmp_path / "away",
            Paths(new),
            lambda path, **options: Store.open(path, now=Clock(), new_id=Ids(), **options),
        )
    assert not (new / "library.db").exists()
