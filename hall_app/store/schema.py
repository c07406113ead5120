"""The format of the library: which one a file has, and how it gets this program's.

`migrations` makes the tables; one view a kind lays the fields out as columns for any SQLite tool.
"""

from __future__ import annotations

from pathlib import Path

from hall_app.domain.fields import fields_of
from hall_app.domain.records import RECORD_TYPES
from hall_app.errors import LibraryOld, LibraryUnusable
from hall_app.store import backup
from hall_app.store.connection import APPLICATION_ID, Connection, spoken, transaction

FORMAT = 7


def require_format(db: Connection, path: Path) -> None:
    """Refuse a file whose format this program cannot read without writing to it.

    Raises:
        LibraryOld: It is empty, or an earlier program wrote it.
        LibraryUnusable: A newer program wrote it.
    """
    found = _format_of(db, path)
    if found < FORMAT:
        raise LibraryOld(
            f"The library {path} has format {found} and cannot be read before it has {FORMAT}.",
            "Open it once for writing, for instance in the desk.",
            subject=str(path),
        )


def migrate(db: Connection, path: Path, *, keeps_old: bool = True) -> None:
    """Bring the file to this program's format; an old file is copied aside first if `keeps_old`.

    Raises:
        LibraryUnusable: The file was written by a newer program.
    """
    found = _format_of(db, path)
    if found == FORMAT:
        return
    if found and keeps_old:
        backup.copy(db, path, path.with_name(f"{path.stem}.format-{found}{path.suffix}"))
    with transaction(db, path), spoken(path):
        if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            # 0.1 s to load, which only a file of another format need pay.
            from hall_app.store import migrations  # noqa: PLC0415

            migrations.apply(db)
            _lay_out_views(db)
            db.execute(f"PRAGMA user_version = {FORMAT}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _format_of(db: Connection, path: Path) -> int:
    with spoken(path):
        found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found > FORMAT:
        raise LibraryUnusable(
            f"The library {path} has format {found}; this program reads up to {FORMAT}.",
            "Install the newer program to open it.",
            subject=str(path),
            code="library-newer",
        )
    return found


def _lay_out_views(db: Connection) -> None:
    """One view a kind, `v_event` and so on, with a column for each field."""
    for kind, record_type in RECORD_TYPES.items():
        columns = ", ".join(
            f"json_extract(document, '$.{field.name}') AS \"{field.name}\""
            for field in fields_of(record_type)
        )
        db.execute(f'DROP VIEW IF EXISTS "v_{kind}"')
        db.execute(
            f"CREATE VIEW \"v_{kind}\" AS SELECT {columns} FROM record WHERE kind = '{kind}'"
        )
