"""A night's backup holds the whole hall, is found sound before old ones go, and comes back."""

import functools
import io
import shutil
import tarfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Rendition
from hall_app.editing.nightly import making, restoring, snapshot
from hall_app.editing.nightly.place import Place
from hall_app.editing.nightly.plan import Plan
from hall_app.editing.nightly.sealing import Lock
from hall_app.errors import (
    Cancelled,
    DiskFull,
    LibraryUnusable,
    MachineFailed,
    NotFound,
    NotTrusted,
    PackageRefused,
    Refused,
    UsageError,
)
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.store.making import added, picture_of

PASSPHRASE = "silk holds the thread"
LOCK = Lock.made(PASSPHRASE, cost=4).words
NIGHT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
open_store = functools.partial(Store.open, now=Clock(), new_id=Ids(3))
BESIDE = ("trust/root.json", "keys/publisher.pem", "settings.toml")


@pytest.fixture
def home(tmp_path):
    return Paths(tmp_path / "home")


@pytest.fixture
def store(home):
    """A hall with three media, trust, keys and settings."""
    vault = Vault(home.vault)
    with Store.open(home.library, now=Clock(), new_id=Ids()) as store:
        added(store, Kind.HALL, "ours", "本馆")
        for name in ("reel", "loom", "vat"):
            small = Rendition(
                name="small", sha256=vault.put(b"small " + name.encode()), width=8, height=8
            )
            added(store, Kind.MEDIA, name, sha256=vault.put(name.encode() * 9), renditions=(small,))
        for name in (*BESIDE, "keys/put-away/root.pem"):
            (home.home / name).parent.mkdir(parents=True, exist_ok=True)
            (home.home / name).write_text(name, "utf-8")
        yield store


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "away").mkdir()
    return Plan(folder=tmp_path / "away", lock=LOCK)


@pytest.fixture
def back_up(home, store, plan):
    def make(night=NIGHT, plan=plan, **how):
        return making.back_up(home, plan, open_store, now=night, **how)

    return make


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_sealed_backup_comes_back_with_every_record_medium_and_key(
    home, store, plan, back_up, tmp_path
):
    made = back_up()
    assert (made.records, made.media, made.copied, made.holds_keys) == (4, 6, 6, True)
    new = Paths(tmp_path / "new")
    restoring.bring_back(plan.folder, new, open_store, passphrase=PASSPHRASE)
    with open_store(new.library) as again:
        assert picture_of(again) == picture_of(store)
        assert again.history() == store.history()
    assert list(Vault(new.vault)) == list(Vault(home.vault))
    assert all(Vault(new.vault).verify(sha256) for sha256 in Vault(new.vault))
    assert [(new.home / name).read_text("utf-8") for name in BESIDE] == list(BESIDE)
    assert not (new.keys / "put-away").exists()
    assert names(new.home) == ["keys", "library.db", "settings.toml", "trust", "vault"]
    assert not list(home.cache.iterdir())


def test_without_a_passphrase_the_keys_stay_at_home(plan, back_up, tmp_path):
    made = back_up(plan=replace(plan, lock=""))
    assert not made.holds_keys
    assert not restoring.needs_passphrase(made.kept.path)
    assert b"publisher.pem" not in made.kept.path.read_bytes()
    restoring.bring_back(made.kept.path, Paths(tmp_path / "new"), open_store)
    assert names(tmp_path / "new") == ["library.db", "settings.toml", "trust", "vault"]


def test_a_second_night_copies_no_medium_again(home, store, back_up):
    back_up()
    added(store, Kind.MEDIA, "wheel", sha256=Vault(home.vault).put(b"wheel"))
    made = back_up(NIGHT + timedelta(days=1))
    assert (made.media, made.copied) == (7, 1)


def test_old_ones_go_with_the_media_that_only_they_named(home, store, plan, back_up):
    lone = Vault(home.vault).put(b"taken back")
    added(store, Kind.MEDIA, "lone", sha256=lone)
    few = replace(plan, daily=2, weekly=0, monthly=0)
    back_up(NIGHT, few)
    with store.edit("remove") as edit:
        edit.remove(store.resolve("media:lone").id)
    for night in range(1, 4):
        made = back_up(NIGHT + timedelta(days=night), few)
    assert made.removed == 1
    assert [each.made_at.day for each in Place(plan.folder).backups()] == [27, 26]
    # Younger than a day by the disk's own clock, it might be on its way into a backup just now.
    Place(plan.folder).thin_out(few, datetime.now(UTC) + timedelta(days=2))
    assert not Vault(plan.folder / "vault").has(lone)
    assert len(list(Vault(plan.folder / "vault"))) == 6


def test_nothing_old_goes_when_the_new_one_is_not_sound(home, store, plan, back_up, monkeypatch):
    few = replace(plan, daily=1, weekly=0, monthly=0)
    back_up(NIGHT, few)
    before = names(plan.folder)
    added(store, Kind.EVENT, "silk")
    monkeypatch.setattr(Store, "check", lambda _: ("row 7 is missing",))
    with pytest.raises(LibraryUnusable, match="row 7 is missing"):
        back_up(NIGHT + timedelta(days=1), few)
    assert names(plan.folder) == before


def test_a_medium_gone_bad_in_the_place_is_copied_again(plan, back_up):
    back_up()
    away = Vault(plan.folder / "vault")
    bad = next(iter(away))
    away.path(bad).write_bytes(b"mould")
    back_up(NIGHT + timedelta(days=1))
    assert away.verify(bad)


def test_a_medium_the_hall_lost_does_not_hinder_the_rest(home, back_up, tmp_path):
    lost = next(iter(Vault(home.vault)))
    Vault(home.vault).path(lost).unlink()
    made = back_up()
    assert (made.media, made.lost) == (5, 1)
    restoring.bring_back(made.kept.path, Paths(tmp_path / "new"), open_store, passphrase=PASSPHRASE)
    assert (tmp_path / "new" / "library.db").is_file()


def test_a_disk_that_is_not_plugged_in_is_told_and_not_made_up(plan, back_up):
    plan.folder.rmdir()
    with pytest.raises(MachineFailed, match="is not there"):
        back_up()
    assert not plan.folder.exists()


def test_no_place_the_home_itself_and_another_halls_place_are_refused(home, plan, back_up):
    with pytest.raises(UsageError, match="No place"):
        back_up(plan=replace(plan, folder=None))
    home.backups.mkdir()
    for inside in (home.home, home.backups):
        with pytest.raises(UsageError, match="in the hall itself"):
            back_up(plan=replace(plan, folder=inside))
    (plan.folder / "backup.json").write_text('{"hall": "theirs"}', "utf-8")
    with pytest.raises(Refused, match="another hall"):
        back_up()


def test_a_full_disk_leaves_what_was_there(plan, back_up, monkeypatch):
    back_up()
    before = names(plan.folder)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshot, "write", full)
    with pytest.raises(DiskFull):
        back_up(NIGHT + timedelta(days=1))
    assert names(plan.folder) == before


def test_work_that_is_stopped_leaves_no_backup(plan, back_up):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(on_progress=stop)
    assert Place(plan.folder).backups() == []


@pytest.mark.parametrize("at", [20, 60, 105, 300, -1])
def test_a_damaged_backup_makes_no_hall(plan, back_up, tmp_path, at):
    file = back_up().kept.path
    whole = bytearray(file.read_bytes())
    whole[at] ^= 1
    file.write_bytes(whole)
    new = Paths(tmp_path / "new")
    with pytest.raises(PackageRefused, match="damaged"):
        restoring.bring_back(file, new, open_store, passphrase=PASSPHRASE)
    assert names(new.home) == []


def test_a_wrong_passphrase_makes_no_hall(plan, back_up, tmp_path):
    back_up()
    with pytest.raises(NotTrusted, match="does not open"):
        restoring.bring_back(plan.folder, Paths(tmp_path / "new"), open_store, passphrase="silk")
    assert names(tmp_path / "new") == []


def test_a_medium_that_is_missing_or_a_stop_half_way_makes_no_hall(plan, back_up, tmp_path):
    made = back_up()
    new = Paths(tmp_path / "new")

    def stop(done, _total):
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        restoring.bring_back(
            made.kept.path, new, open_store, passphrase=PASSPHRASE, on_progress=stop
        )
    assert names(new.home) == []
    shutil.rmtree(plan.folder / "vault")
    with pytest.raises(LibraryUnusable, match="missing or damaged"):
        restoring.bring_back(made.kept.path, new, open_store, passphrase=PASSPHRASE)
    assert names(new.home) == []


def test_a_backup_never_takes_the_place_of_a_hall(home, back_up):
    made = back_up()
    with pytest.raises(Refused, match="already"):
        restoring.bring_back(made.kept.path, home, open_store, passphrase=PASSPHRASE)


def test_what_a_killed_restore_left_is_swept_by_the_next(back_up, tmp_path):
    made = back_up()
    left = tmp_path / "new" / ".restoring-0123"
    left.mkdir(parents=True)
    (left / "library.db").write_bytes(b"half")
    restoring.bring_back(made.kept.path, Paths(tmp_path / "new"), open_store, passphrase=PASSPHRASE)
    assert not left.exists()


@pytest.mark.parametrize("name", ["../out", "keys/../../out", "/out", "vault/x", "trust/a/b"])
def test_an_archive_that_reaches_out_of_its_folder_is_refused(tmp_path, name):
    about = snapshot.About(
        hall="", made_at="", records=0, media=(), files={"library.db": "0", name: "0"}
    )
    evil = tmp_path / "evil"
    evil.write_bytes(b"evil")
    file = tmp_path / "hall-20261124T020000Z.hallbackup"
    with file.open("wb") as out:
        snapshot.write(out, about, {name: evil}, None)
    with pytest.raises(PackageRefused, match="no backup"):
        restoring.bring_back(file, Paths(tmp_path / "new" / "home"), open_store)
    assert names(tmp_path) == ["evil", file.name, "new"]
    assert names(tmp_path / "new") == ["home"]


@pytest.mark.parametrize("data", [b"", b"HALLSEAL", b"PK\3\4", b"\x1f\x8b\x08", bytes(9999)])
def test_a_file_that_is_no_backup_is_told(tmp_path, data):
    file = tmp_path / "hall-20261124T020000Z.hallbackup"
    file.write_bytes(data)
    with pytest.raises(PackageRefused):
        restoring.bring_back(file, Paths(tmp_path / "new"), open_store, passphrase=PASSPHRASE)
    with pytest.raises(NotFound, match="no backup"):
        restoring.backup_at(tmp_path / "nothing")


def test_the_archive_is_a_plain_tape_archive_that_other_tools_read(plan, back_up):
    made = back_up(plan=replace(plan, lock=""))
    with tarfile.open(fileobj=io.BytesIO(made.kept.path.read_bytes()), mode="r:gz") as archive:
        assert archive.getnames() == [
            "about.json",
            "library.db",
            "trust/root.json",
            "settings.toml",
        ]
