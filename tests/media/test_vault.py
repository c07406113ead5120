"""The vault: content under its hash, whole or not at all."""

import errno
import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.errors import DiskFull, MachineFailed, MediaRefused, NotFound
from hall_app.media.vault import Vault

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=30)
FAR_AHEAD = datetime(2100, 1, 1, tzinfo=UTC)
NO_LIMIT = 1 << 40


def files_within(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


def test_what_is_put_in_lies_under_its_hash(vault):
    sha256 = vault.put(b"jade bead")

    assert sha256 == hashlib.sha256(b"jade bead").hexdigest()
    assert vault.path(sha256).read_bytes() == b"jade bead"
    assert vault.has(sha256)
    assert vault.verify(sha256)
    assert list(vault) == [sha256]


def test_the_same_content_is_stored_once(vault, tmp_path):
    (tmp_path / "copy.bin").write_bytes(b"loom")
    first = vault.put(b"loom")
    with vault.stage(tmp_path / "copy.bin", most_bytes=NO_LIMIT) as staged:
        second = vault.keep(staged)

    assert first == second
    assert len(files_within(vault)) == 1


@settings(max_examples=25)
@given(contents=st.lists(st.binary(max_size=64), max_size=12))
def test_any_contents_come_back_as_they_went_in(tmp_path_factory, contents):
    vault = Vault(tmp_path_factory.mktemp("vault"))
    names = [vault.put(content) for content in contents]

    assert [vault.path(name).read_bytes() for name in names] == contents
    assert list(vault) == sorted(set(names))
    assert len(files_within(vault)) == len(set(contents))


def test_a_staged_file_that_is_not_kept_is_gone(vault, tmp_path):
    (tmp_path / "a.bin").write_bytes(b"not wanted")
    with vault.stage(tmp_path / "a.bin", most_bytes=NO_LIMIT) as staged:
        assert staged.path.read_bytes() == b"not wanted"

    assert files_within(vault) == []


def test_a_file_beyond_the_limit_is_refused_while_it_is_copied(vault, tmp_path):
    (tmp_path / "large.bin").write_bytes(b"x" * 11)
    with (
        pytest.raises(MediaRefused, match=r"large\.bin"),
        vault.stage(tmp_path / "large.bin", most_bytes=10),
    ):
        pass

    assert files_within(vault) == []


def test_changed_bytes_do_not_verify(vault):
    sha256 = vault.put(b"ceramic tile")
    vault.path(sha256).write_bytes(b"ceramic tilE")

    assert not vault.verify(sha256)
    assert not vault.verify("0" * 64)


def test_a_file_cut_short_by_the_disk_is_replaced_when_it_comes_again(vault):
    sha256 = vault.put(b"whole again")
    vault.path(sha256).write_bytes(b"who")
    vault.put(b"whole again")

    assert vault.verify(sha256)


@pytest.mark.parametrize("name", ["", "abc", "../../etc/passwd", "A" * 64, "0" * 63 + "\n"])
def test_no_other_name_leads_to_a_file(vault, name):
    with pytest.raises(NotFound):
        vault.path(name)


def test_unreferenced_files_are_removed_and_named_ones_stay(vault):
    kept, dropped = vault.put(b"kept"), vault.put(b"dropped")

    assert vault.remove_unreferenced({kept}, older_than=FAR_AHEAD) == (dropped,)
    assert list(vault) == [kept]


def test_what_came_in_just_now_is_not_swept(vault):
    old, asked_for_again = vault.put(b"old"), vault.put(b"old but wanted")
    for sha256 in (old, asked_for_again):
        os.utime(vault.path(sha256), (LONG_AGO.timestamp(),) * 2)
    vault.put(b"old but wanted")
    (vault.folder / ".incoming").mkdir(exist_ok=True)
    leftover = vault.folder / ".incoming" / "half"
    leftover.write_bytes(b"ha")
    os.utime(leftover, (LONG_AGO.timestamp(),) * 2)

    assert vault.remove_unreferenced((), older_than=LONG_AGO + timedelta(days=1)) == (old,)
    assert list(vault) == [asked_for_again]
    assert not leftover.exists()


def test_a_note_is_kept_until_it_is_old(vault):
    assert vault.noted("found") is None
    vault.note("found", b"something")
    vault.note("found", b"something else")
    vault.remove_unreferenced((), older_than=LONG_AGO)

    assert vault.noted("found") == b"something else"
    assert list(vault) == []
    vault.remove_unreferenced((), older_than=FAR_AHEAD)
    assert vault.noted("found") is None


def test_a_file_that_is_claimed_is_not_swept(vault):
    claimed, old = vault.put(b"claimed"), vault.put(b"old")
    for sha256 in (claimed, old):
        os.utime(vault.path(sha256), (LONG_AGO.timestamp(),) * 2)

    assert vault.claim(claimed)
    assert not vault.claim("0" * 64)
    vault.remove_unreferenced((), older_than=LONG_AGO + timedelta(days=1))
    assert list(vault) == [claimed]


def test_a_full_disk_is_said_and_leaves_nothing(vault, monkeypatch):
    def refuse(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(DiskFull, match="No room"):
            vault.put(b"too much")

    assert files_within(vault) == []


@pytest.mark.skipif(os.name == "nt", reason="the limit is POSIX's")
def test_a_disk_that_fails_halfway_leaves_nothing(tmp_path):
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from hall_app.errors import MachineFailed\n"
        "from hall_app.media.vault import Vault\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    Vault(Path(sys.argv[1])).put(bytes(10_000))\n"
        "except MachineFailed:\n"
        "    print('said so')\n"
    )
    child = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "vault")],
        check=True,
        capture_output=True,
        text=True,
    )

    assert child.stdout.strip() == "said so"
    assert files_within(Vault(tmp_path / "vault")) == []


def test_a_vault_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "vault").write_bytes(b"a file where the folder should be")
    with pytest.raises(MachineFailed, match="vault"):
        Vault(tmp_path / "vault").put(b"x")


def test_a_killed_writer_leaves_no_half_file_under_a_final_name(tmp_path):
    """Killed sixteen times in the midst of writing, each time after it has said how far it was."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from hall_app.media.vault import Vault\n"
        "vault = Vault(Path(sys.argv[1]))\n"
        "for at in range(int(sys.argv[2]), 10**9):\n"
        "    print(vault.put(at.to_bytes(4, 'big') * 200_000), flush=True)\n"
    )
    vault, acknowledged = Vault(tmp_path / "vault"), []
    for kill in range(16):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(vault.folder), str(kill * 1000)],
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            acknowledged += [child.stdout.readline().strip() for _ in range(1 + kill % 4)]
            child.kill()

    assert len(set(acknowledged)) == len(acknowledged) == 40
    assert set(acknowledged) <= set(vault)
    assert all(vault.verify(sha256) for sha256 in vault)
    vault.remove_unreferenced(acknowledged, older_than=FAR_AHEAD)
    assert list(vault) == sorted(acknowledged)
    assert len(files_within(vault)) == 40


def test_what_is_asked_for_again_survives_a_sweep_at_the_same_moment(tmp_path):
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from hall_app.media.vault import Vault\n"
        "vault = Vault(Path(sys.argv[1]))\n"
        "for at in range(120):\n"
        "    vault.put(b'%d' % at * 1000)\n"
    )
    vault = Vault(tmp_path / "vault")
    for at in range(120):
        sha256 = vault.put(b"%d" % at * 1000)
        os.utime(vault.path(sha256), (LONG_AGO.timestamp(),) * 2)
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(vault.folder)]) for _ in range(2)
    ]
    while any(writer.poll() is None for writer in writers):
        vault.remove_unreferenced((), older_than=LONG_AGO + timedelta(days=1))

    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(list(vault)) == 120
    assert all(vault.verify(sha256) for sha256 in vault)
