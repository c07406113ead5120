"""Opening a library: what is one, what is none, what is too new, and where it may lie."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils.utils

from hall_app.domain.kinds import Kind
from hall_app.errors import LibraryUnusable, MachineFailed, NotFound
from hall_app.store import place, schema
from hall_app.store.connection import sqlite3
from hall_app.store.listing import Listing, Order
from hall_app.store.place import file_system_of, refuse_network_share
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.store.making import added

PROJECT = Path(__file__).parents[2]
FIRST_FORMAT = PROJECT / "tests" / "data" / "libraries" / "format-1.db"


def open_store(path, **options):
    return Store.open(path, now=Clock(), new_id=Ids(), **options)


def run_sql(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_library_is_made_where_there_is_none_but_not_for_reading(tmp_path):
    path = tmp_path / "deep" / "library.db"
    with pytest.raises(NotFound, match="hall init"):
        open_store(path, read_only=True)
    assert not path.parent.exists()
    open_store(path).close()
    with open_store(path, read_only=True) as store:
        assert store.version == 0
        assert store.check() == ()


def test_a_reader_cannot_write(store, path):
    event = added(store, Kind.EVENT, "silk")
    with open_store(path, read_only=True) as reader:
        assert reader.get(event.id) == event
        with pytest.raises(MachineFailed):
            added(reader, Kind.EVENT, "linen")
        with pytest.raises(MachineFailed):
            reader.undo()
        added(store, Kind.EVENT, "steam")
        assert reader.count(Kind.EVENT) == 2


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("name", [0, 7])
def test_a_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path, read_only, name):
    path = tmp_path / "other.db"
    run_sql(
        path,
        "CREATE TABLE bookmark (address TEXT)",
        f"PRAGMA application_id = {name}",
        "PRAGMA user_version = 1",
    )
    before = path.read_bytes()
    with pytest.raises(LibraryUnusable, match="another program"):
        open_store(path, read_only=read_only)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_of_a_newer_program_is_refused(store, path, read_only):
    store.close()
    run_sql(path, f"PRAGMA user_version = {schema.FORMAT + 1}")
    with pytest.raises(LibraryUnusable, match="newer program"):
        open_store(path, read_only=read_only)


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_database_is_refused_and_stays_as_it_is(path, read_only):
    path.write_bytes(b"a letter, not a library" * 50)
    with pytest.raises(LibraryUnusable, match="backup"):
        open_store(path, read_only=read_only)
    assert path.read_bytes() == b"a letter, not a library" * 50


def test_an_empty_file_cannot_be_read_and_becomes_a_library_when_written(path):
    path.touch()
    with pytest.raises(LibraryUnusable, match="for writing"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        added(store, Kind.EVENT, "silk")


def test_damage_inside_the_file_is_told(store, path):
    for number in range(200):
        added(store, Kind.EVENT, f"event-{number}", "丝" * 40)
    store.close()
    run_sql(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    for page in range(4096 * 3, len(data) - 4096, 4096 * 2):
        data[page : page + 400] = b"\xff" * 400
    path.write_bytes(bytes(data))
    assert problem_with(path)


def problem_with(path):
    """What opening and checking a library says is wrong, at whichever of the two it shows."""
    try:
        with open_store(path) as store:
            return " ".join(store.check())
    except LibraryUnusable as problem:
        return str(problem)


def test_a_row_changed_from_outside_is_told(store, path):
    event = added(store, Kind.EVENT, "silk", "丝")
    assert store.check() == ()
    run_sql(
        path, f"UPDATE record SET document = replace(document, '丝', '麻') WHERE id = '{event.id}'"
    )
    assert store.check() == ("event:silk was changed from outside, past the history",)
    run_sql(path, "DELETE FROM change", "DELETE FROM step")
    assert len(store.check()) == 1


def test_a_link_cut_from_outside_is_told(store, path):
    gallery = added(store, Kind.GALLERY, "century")
    added(store, Kind.EVENT, "silk", gallery=gallery.id)
    run_sql(path, f"DELETE FROM record WHERE id = '{gallery.id}'")
    assert any("dangles" in fault for fault in store.check())


def test_any_sqlite_tool_sees_a_kind_as_a_table(store, path):
    added(store, Kind.EVENT, "silk", "丝", importance=3)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT slug, importance FROM v_event").fetchall() == [("silk", 3)]
    connection.close()


def test_an_old_library_is_copied_aside_whole_before_it_is_brought_up_to_date(
    store, path, monkeypatch
):
    event, format_now = added(store, Kind.EVENT, "silk"), schema.FORMAT
    monkeypatch.setattr(schema, "FORMAT", format_now + 1)
    with pytest.raises(LibraryUnusable, match="for writing"):
        open_store(path, read_only=True)
    with open_store(path) as newer:
        assert newer.get(event.id) == event
    monkeypatch.setattr(schema, "FORMAT", format_now)
    with open_store(path.with_name(f"library.format-{format_now}.db")) as aside:
        assert aside.get(event.id) == event
    with pytest.raises(LibraryUnusable, match="newer program"):
        open_store(path)


def test_a_library_of_the_first_format_opens_for_ever(tmp_path):
    path = tmp_path / "library.db"
    shutil.copyfile(FIRST_FORMAT, path)
    with open_store(path) as store:
        assert store.check() == ()
        assert {kind for kind in Kind if store.count(kind)} == set(Kind)
        assert len(store.listed(Listing(kind=Kind.EVENT, order=Order.TITLE), 0, 9)) == store.count(
            Kind.EVENT
        )
        event = store.resolve("event:filature")
        assert event.title["zh-Hant"] == "繼昌隆繅絲廠"
        assert [hit.slug for hit in store.search("缫丝", kinds=frozenset({Kind.EVENT}))] == [
            "filature"
        ]
        assert [step.mode for step in store.history(event.id)] == [
            "redo",
            "undo",
            "edit",
            "edit",
            "edit",
        ]
        store.undo()
        assert store.resolve("event:filature").title["en"] == "Filature"
        assert [change.before["slug"] for _, change in store.bin()] == ["forgotten"]


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/hall /mnt/hall nfs4 rw 0 0
//server/share /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /mnt/hall/disk xfs rw 0 0
tmpfs /run tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/library.db", "ext4"),
        ("/mnt/hall/library.db", "nfs4"),
        ("/mnt/hall-2/library.db", "ext4"),
        ("/mnt/hall/disk/library.db", "xfs"),
        ("/mnt/with space/library.db", "cifs"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="a table of Unix mounts")
def test_the_file_system_of_a_path_is_that_of_its_nearest_mount(path, kind):
    assert file_system_of(Path(path), MOUNTS) == kind
    assert file_system_of(Path(path), "nonsense") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a table of Unix mounts")
def test_a_library_on_a_network_share_is_refused(tmp_path, monkeypatch):
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {tmp_path.resolve()} nfs4 rw 0 0\n", "utf-8")
    monkeypatch.setattr(place, "_MOUNTS", table)
    with pytest.raises(LibraryUnusable, match="network share"):
        open_store(tmp_path / "library.db")
    assert not (tmp_path / "library.db").exists()
    monkeypatch.setattr(place, "_MOUNTS", tmp_path / "gone")
    refuse_network_share(tmp_path / "library.db")
    open_store(tmp_path / "library.db").close()


def test_there_is_one_sqlite_in_the_process_the_one_of_sqlite_utils():
    assert sqlite3 is sqlite_utils.utils.sqlite3


def test_opening_a_library_of_this_format_loads_no_sqlite_utils(store):
    trial = (
        "import sys; from hall_app import bootstrap; from pathlib import Path\n"
        "with bootstrap.open_store(Path(sys.argv[1])) as store:\n"
        "    assert store.version == 0\n"
        "    assert 'sqlite_utils' not in sys.modules"
    )
    command = [sys.executable, "-c", trial, str(store.path)]
    assert subprocess.run(command, check=False, cwd=PROJECT).returncode == 0
