"""The tables of the library, as numbered migrations that are only ever added to.

A record is one row of `record`, its fields one JSON document, the form it has everywhere
else too; `reference` repeats every link inside the document as a real foreign key. `step` and
`change` are the journal. `search` is a contentless index, rebuilt at will. `account`,
`review_rule`, `review_round`, `approval`, `comment` and `audit` are no records: they never leave
the library.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from hall_app.store import listing
from hall_app.store.codec import from_document, read_json
from hall_app.store.connection import Connection

_MIGRATIONS = Migrations("hall")


def apply(db: Connection) -> None:
    """Run every migration that the file has not seen, inside the transaction that is open."""
    _MIGRATIONS.apply(Database(db, execute_plugins=False))


@_MIGRATIONS()
def m0001_records_and_journal(db: Database) -> None:
    """Records, their links, the journal and the search index."""
    for statement in _M0001:
        db.execute(statement)


@_MIGRATIONS()
def m0002_columns_of_lists(db: Database) -> None:
    """What lists are sorted and filtered by, as columns beside each document."""
    for statement in _M0002:
        db.execute(statement)
    names = ", ".join(f"{name} = ?" for name in listing.COLUMNS)
    held = db.execute("SELECT number, document FROM record").fetchall()
    db.conn.executemany(
        f"UPDATE record SET {names} WHERE number = ?",
        (
            (*listing.columns_of(from_document(read_json(packed))), number)
            for number, packed in held
        ),
    )


@_MIGRATIONS()
def m0003_looks_of_pictures(db: Database) -> None:
    """The bands of what pictures look like, and the content of media, to find them by."""
    for statement in _M0003:
        db.execute(statement)


@_MIGRATIONS()
def m0004_mappings_of_tables(db: Database) -> None:
    """Mappings of tables, kept by name."""
    db.execute(
        """CREATE TABLE mapping (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            sheets TEXT NOT NULL CHECK (json_valid(sheets)))"""
    )


@_MIGRATIONS()
def m0005_people_reviews_comments_audit(db: Database) -> None:
    """Who may do what, what has been reviewed, what was remarked, and what was done."""
    for statement in _M0005:
        db.execute(statement)


@_MIGRATIONS()
def m0006_rulings_and_approvals(_db: Database) -> None:
    """Rulings, the hall's lists and map numbers in documents; only the views must know of them."""


@_MIGRATIONS()
def m0007_glossary(_db: Database) -> None:
    """The hall's glossary in its document; only the views must know of it."""


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

_M0002 = (
    "ALTER TABLE record ADD COLUMN owner TEXT",
    "ALTER TABLE record ADD COLUMN pinyin TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record ADD COLUMN english TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record ADD COLUMN day INTEGER",
    "ALTER TABLE record ADD COLUMN states TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE record ADD COLUMN confidence INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE record ADD COLUMN is_public INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE record ADD COLUMN is_cited INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX record_by_owner ON record (owner, kind, position, slug)",
    "CREATE INDEX record_by_states ON record (kind, states, position, slug)",
    "CREATE INDEX record_by_pinyin ON record (kind, pinyin, slug)",
    "CREATE INDEX record_by_english ON record (kind, english, slug)",
    "CREATE INDEX record_by_day ON record (kind, coalesce(day, 99999999), slug)",
)

_M0003 = (
    """CREATE TABLE look (
        place INTEGER NOT NULL,
        band INTEGER NOT NULL,
        id TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
        PRIMARY KEY (place, band, id)) WITHOUT ROWID""",
    "CREATE INDEX look_of ON look (id)",
    """CREATE INDEX record_by_content ON record (json_extract(document, '$.sha256'))
        WHERE kind = 'media'""",
)

_M0005 = (
    "ALTER TABLE step ADD COLUMN login TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE account (
        login TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        secret TEXT NOT NULL,
        grants TEXT NOT NULL CHECK (json_valid(grants)),
        is_active INTEGER NOT NULL,
        failures INTEGER NOT NULL,
        locked_until TEXT)""",
    """CREATE TABLE review_rule (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        document TEXT NOT NULL CHECK (json_valid(document)))""",
    # Rounds, approvals and comments outlive their record: it may come back from the bin.
    """CREATE TABLE review_round (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        record_id TEXT NOT NULL,
        revision TEXT NOT NULL,
        reviews INTEGER NOT NULL,
        has_proofs INTEGER NOT NULL,
        signs TEXT NOT NULL CHECK (json_valid(signs)),
        fields TEXT NOT NULL CHECK (json_valid(fields)),
        is_open INTEGER NOT NULL)""",
    "CREATE INDEX review_round_of ON review_round (record_id, id)",
    "CREATE INDEX review_round_open ON review_round (is_open) WHERE is_open = 1",
    """CREATE TABLE approval (
        record_id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)),
        step INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE comment (
        id TEXT NOT NULL UNIQUE,
        record_id TEXT NOT NULL,
        document TEXT NOT NULL CHECK (json_valid(document)))""",
    "CREATE INDEX comment_on ON comment (record_id)",
    """CREATE TABLE comment_change (
        step INTEGER NOT NULL REFERENCES step (id),
        comment_id TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (step, comment_id)) WITHOUT ROWID""",
    """CREATE TABLE audit (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        act TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL CHECK (json_valid(detail)),
        hash TEXT NOT NULL)""",
    """CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END""",
    """CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END""",
)
