"""A connection to the library file, opened the one safe way, with its failures in our words."""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hall_app.errors import Busy, Conflict, DiskFull, HallError, LibraryUnusable, MachineFailed

# The one SQLite of this process: two copies of the library would drop each other's locks. It is the
# one that sqlite-utils takes, which brings a file to its format and is too large to load for less.
try:
    sqlite3: Any = import_module("pysqlite3")
except ImportError:
    sqlite3 = import_module("sqlite3")

if TYPE_CHECKING:
    import sqlite3 as standard

    Connection = standard.Connection
else:
    Connection = sqlite3.Connection

BUSY_TIMEOUT_MS = 30_000
_COULD_BE_FULL = re.compile("disk i/o|unable to open")
_ROOM_BYTES = 1 << 20
APPLICATION_ID = 0x48414C4C  # "HALL"


def connect(path: Path, *, read_only: bool) -> Connection:
    """Open the file with WAL, foreign keys and a busy timeout; transactions are ours to begin.

    Raises:
        LibraryUnusable: It is no SQLite file, or one of another program, which stays untouched.
    """
    how = "mode=rwc"
    if read_only:
        how = "immutable=1" if _is_still(path) else "mode=ro"
    with spoken(path):
        connection: Connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None
        )
    try:
        with spoken(path):
            _set_up(connection, path, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory() -> Connection:
    """A library that lies on no disk."""
    connection: Connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _is_still(path: Path) -> bool:
    """Whether nobody can be writing: the folder may not be written, and no journal waits in it.

    Reading through a journal takes a file beside the library, which could not be made there.
    """
    journal = path.with_name(f"{path.name}-wal")
    is_waiting = journal.exists() and journal.stat().st_size > 0
    return not is_waiting and not os.access(path.parent, os.W_OK)


def _set_up(connection: Any, path: Path, *, read_only: bool) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    # Tables first: whoever makes a library writes its tables and its name in one transaction.
    has_tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    name = connection.execute("PRAGMA application_id").fetchone()[0]
    if name != APPLICATION_ID and (has_tables or name):
        raise LibraryUnusable(
            f"{path} is a database of another program.",
            "Choose another file.",
            subject=str(path),
            code="foreign-database",
        )
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def transaction(db: Connection, path: Path) -> Iterator[None]:
    """A write transaction that takes its lock at once; any failure leaves no trace."""
    with spoken(path):
        db.execute("BEGIN IMMEDIATE")
    try:
        yield
        with spoken(path):
            db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn SQLite's failures into `HallError`s that say what to do next."""
    try:
        yield
    except sqlite3.IntegrityError as problem:
        raise Conflict(
            "The change would leave a link to a record that is not there, or use a name twice.",
            "Choose another name, or keep the record that is linked to.",
            subject=str(problem),
            code="link-or-name-taken",
        ) from problem
    except sqlite3.DatabaseError as problem:
        raise _in_words(problem, path) from problem
    except OSError as problem:
        raise machine_failure(problem, path) from problem


def machine_failure(problem: OSError, path: Path) -> HallError:
    """The words for a failed read or write of a file."""
    if problem.errno == errno.ENOSPC:
        return DiskFull(
            f"The disk that holds {path} is full.",
            "Free some room and try again.",
            subject=str(path),
        )
    return MachineFailed(
        f"{path} could not be read or written: {problem.strerror or problem}.",
        "Check that it exists and that you may write there.",
        subject=str(path),
        code="file-unreadable",
    )


def _in_words(problem: Exception, path: Path) -> HallError:
    text = str(problem).lower()
    if "locked" in text or "busy" in text:
        return Busy(
            f"Another program has been writing to {path} for too long.",
            "Wait for it to finish, or close it, and try again.",
            subject=str(path),
        )
    if "full" in text or (_COULD_BE_FULL.search(text) and _has_no_room(path)):
        return DiskFull(
            f"The disk that holds {path} is full.",
            "Free some room and try again.",
            subject=str(path),
        )
    if "readonly" in text or ("unable to open" in text and not os.access(path.parent, os.W_OK)):
        return MachineFailed(
            f"The library {path} may not be written here.",
            "See that its file and its folder may be written, or copy the hall elsewhere.",
            subject=str(path),
            code="library-unwritable",
        )
    return LibraryUnusable(
        f"The library {path} cannot be used: {problem}.",
        "Restore the newest backup with “hall restore”, or open another library.",
        subject=str(path),
        code="library-broken",
    )


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_BYTES
    except OSError:
        return False
