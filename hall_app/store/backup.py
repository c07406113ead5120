"""A live copy of the library to a second place, checked before it gets its name."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from hall_app.errors import LibraryUnusable, UsageError
from hall_app.store.connection import spoken, sqlite3

_PAGES_AT_ONCE = 256


def copy(
    db: Database, path: Path, to: Path, on_progress: Callable[[int, int], None] | None = None
) -> None:
    """Copy the library as it stands while others go on writing.

    Args:
        db: An open connection to the library.
        path: The library, for words.
        to: The copy's final name.
        on_progress: Called with pages done and pages in all; what it raises ends the copy.

    Raises:
        UsageError: `to` is the library itself.
        LibraryUnusable: The copy does not pass its check; nothing is left under `to`.
        DiskFull, MachineFailed: As said.
    """
    if to.resolve() == path.resolve():
        raise UsageError(f"{to} is the library itself.", "Name a second place.", subject=str(to))
    # A name of its own, so that two copies to one place do not meet.
    aside = to.with_name(f".{to.name}-{secrets.token_hex(6)}.part")
    with spoken(to):
        to.parent.mkdir(parents=True, exist_ok=True)
    try:
        with spoken(to):
            target = sqlite3.connect(aside)
            try:
                db.conn.backup(target, pages=_PAGES_AT_ONCE, progress=_progress(on_progress))
                target.execute("PRAGMA journal_mode = DELETE")
                verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
            finally:
                target.close()
        if verdict != "ok":
            raise LibraryUnusable(
                f"The copy of {path} is damaged: {verdict}.", "Check the disk.", subject=str(to)
            )
        with spoken(to), aside.open("rb") as written:
            os.fsync(written.fileno())
        with spoken(to):
            aside.replace(to)
    finally:
        aside.unlink(missing_ok=True)


def _progress(on_progress: Callable[[int, int], None] | None) -> Callable[[int, int, int], None]:
    def report(_status: int, remaining: int, total: int) -> None:
        if on_progress:
            on_progress(total - remaining, total)

    return report
