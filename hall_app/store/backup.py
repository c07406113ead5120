"""A live copy of the library to a second place, checked before it gets its name."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from hall_app.errors import LibraryUnusable, Refused, UsageError
from hall_app.store.connection import Connection, spoken, sqlite3

_PAGES_AT_ONCE = 256


def copy(
    db: Connection,
    path: Path,
    to: Path,
    on_progress: Callable[[int, int], None] | None = None,
    *,
    replaces: bool = True,
) -> None:
    """Copy the library as it stands while others go on writing.

    Args:
        db: An open connection to the library.
        path: The library, for words.
        to: The copy's final name.
        on_progress: Called with pages done and pages in all; what it raises ends the copy.
        replaces: Whether a file that has the name by then gives way.

    Raises:
        UsageError: `to` is the library itself.
        Refused: The name is taken, and the copy replaces nothing.
        LibraryUnusable: The copy does not pass its check; nothing is left under `to`.
        DiskFull, MachineFailed: As said.
    """
    if to.resolve() == path.resolve():
        raise UsageError(
            f"{to} is the library itself.",
            "Name a second place.",
            subject=str(to),
            code="backup-onto-library",
        )
    # A name of its own, so that two copies to one place do not meet.
    aside = to.with_name(f".{to.name}-{secrets.token_hex(6)}.part")
    with spoken(to):
        to.parent.mkdir(parents=True, exist_ok=True)
    try:
        with spoken(to):
            target = sqlite3.connect(aside)
            try:
                db.backup(target, pages=_PAGES_AT_ONCE, progress=_progress(on_progress))
                target.execute("PRAGMA journal_mode = DELETE")
                verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
            finally:
                target.close()
        if verdict != "ok":
            raise LibraryUnusable(
                f"The copy of {path} is damaged: {verdict}.",
                "Check the disk.",
                subject=str(to),
                code="copy-damaged",
            )
        with spoken(to), aside.open("rb") as written:
            os.fsync(written.fileno())
        with spoken(to):
            if replaces:
                aside.replace(to)
            else:
                _name(aside, to)
    finally:
        aside.unlink(missing_ok=True)


def _name(aside: Path, to: Path) -> None:
    """Give a file a name that nobody has taken meanwhile."""
    try:
        if os.name == "nt":
            aside.rename(to)  # which there replaces nothing
        else:
            _link(aside, to)
    except FileExistsError as problem:
        raise Refused(
            f"Another program has made {to} meanwhile; it was left as it is.",
            "Use what is there, or choose another home.",
            subject=str(to),
            code="made-meanwhile",
        ) from problem


def _link(aside: Path, to: Path) -> None:
    try:
        to.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a stick's
        if to.exists():
            raise FileExistsError from None
        aside.replace(to)


def _progress(on_progress: Callable[[int, int], None] | None) -> Callable[[int, int, int], None]:
    def report(_status: int, remaining: int, total: int) -> None:
        if on_progress:
            on_progress(total - remaining, total)

    return report
