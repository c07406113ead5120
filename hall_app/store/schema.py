"""The tables of the library, as numbered migrations that are only ever added to.

A record is one row of `record`, its fields one JSON document, the form it has everywhere
else too; `reference` repeats every link inside the document as a real foreign key; one
view a kind lays the fields out as columns for any SQLite tool. `step` and `change` are
the journal. `search` is a contentless index, rebuilt at will.
"""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database, Migrations

from hall_app.domain.fields import fields_of
from hall_app.domain.records import RECORD_TYPES
from hall_app.errors import LibraryUnusable
from hall_app.store import backup
from hall_app.store.connection import APPLICATION_ID, spoken, transaction

migrations = Migrations("hall")

FORMAT = 1


@migrations()
def m0001_records_and_journal(db: Database) -> None:
    """Records, their links, the journal and the search index."""
    for statement in _M0001:
        db.execute(statement)


def require_format(db: Database, path: Path) -> None:
    """Refuse a file whose format this program cannot read without writing to it.

    Raises:
        LibraryUnusable: It is empty, or another program than this one wrote it.
    """
    found = _format_of(db, path)
    if found < FORMAT:
        raise LibraryUnusable(
            f"The library {path} has format {found} and cannot be read before it has {FORMAT}.",
            "Open it once for writing, for instance in the desk.",
            subject=str(path),
        )


def migrate(db: Database, path: Path) -> None:
    """Bring the file to this program's format; an old file is copied aside first.

    Raises:
        LibraryUnusable: The file was written by a newer program.
    """
    found = _format_of(db, path)
    if found == FORMAT:
        return
    if found:
        backup.copy(db, path, path.with_name(f"{path.stem}.format-{found}{path.suffix}"))
    with transaction(db, path), spoken(path):
        if db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            migrations.apply(db)
            _lay_out_views(db)
            db.execute(f"PRAGMA user_version = {FORMAT}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _format_of(db: Database, path: Path) -> int:
    with spoken(path):
        found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found > FORMAT:
        raise LibraryUnusable(
            f"The library {path} has format {found}; this program reads up to {FORMAT}.",
            "Install the newer program to open it.",
            subject=str(path),
        )
    return found


def _lay_out_views(db: Database) -> None:
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


_M0001 = (
    """CREATE TABLE library (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        version INTEGER NOT NULL)""",
    "INSERT INTO library VALUES (1, 0)",
    """CREATE TABLE record (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        slug TEXT NOT NULL,
        title TEXT NOT NULL,
        position INTEGER NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        UNIQUE (kind, slug))""",
    "CREATE INDEX record_in_order ON record (kind, position, slug)",
    """CREATE TABLE reference (
        from_id TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        to_id TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (from_id, path)) WITHOUT ROWID""",
    "CREATE INDEX reference_to ON reference (to_id)",
    """CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        author TEXT NOT NULL,
        at TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('edit', 'undo', 'redo')),
        target INTEGER REFERENCES step (id),
        merge_key TEXT NOT NULL DEFAULT '',
        is_undone INTEGER NOT NULL DEFAULT 0,
        is_redoable INTEGER NOT NULL DEFAULT 0)""",
    "CREATE INDEX step_undone ON step (mode, is_undone, is_redoable)",
    """CREATE TABLE change (
        step INTEGER NOT NULL REFERENCES step (id),
        place INTEGER NOT NULL,
        record_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (step, place)) WITHOUT ROWID""",
    "CREATE INDEX change_of ON change (record_id, step)",
    """CREATE VIRTUAL TABLE search USING fts5 (
        title, words, pinyin, initials,
        content='', tokenize='unicode61 remove_diacritics 0', prefix='1')""",
)
