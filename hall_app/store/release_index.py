"""A kiosk's index of one release: its records as rows and as words, made again whenever it is lost.

The file belongs to one manifest. The index of the next release starts as a copy of it and takes
in what changed; it gets its name when it is whole, while the old one is still being read.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.store import finding, rows, schema
from hall_app.store.codec import Document, read_json
from hall_app.store.connection import Connection, connect, in_memory, spoken, transaction
from hall_app.store.index import Hit

_RELEASE_TABLE = "CREATE TABLE IF NOT EXISTS release (manifest TEXT NOT NULL)"


class ReleaseIndex:
    """The records of one release, open for reading.

    A connection belongs to the thread that opened it.
    """

    def __init__(self, path: Path, db: Connection | None = None) -> None:
        self.path = path
        self._db = db or connect(path, read_only=True)

    @classmethod
    def in_memory(cls, manifest: str, documents: Iterable[Document]) -> Self:
        """An index that needs no disk, for a screen that may not write or has no room."""
        nowhere, db = Path(":memory:"), in_memory()
        schema.migrate(db, nowhere)
        _fill(db, nowhere, manifest, list(documents), ())
        return cls(nowhere, db)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def manifest(self) -> str:
        """The hash of the manifest it was made for."""
        with spoken(self.path):
            return str(self._db.execute("SELECT manifest FROM release").fetchone()[0])

    def get(self, record_id: str) -> Record | None:
        """A record by its id."""
        with spoken(self.path):
            document = rows.read(self._db, RecordId(record_id))
        return rows.record_of(document) if document else None

    def find(self, kind: Kind, slug: str) -> Record | None:
        """A record by its kind and slug."""
        found = self._documents(
            "SELECT document FROM record WHERE kind = ? AND slug = ?", str(kind), slug
        )
        return found[0] if found else None

    def all(self, kind: Kind) -> tuple[Record, ...]:
        """Every record of a kind: by its place, else by date, then by slug."""
        return self._documents(
            "SELECT document FROM record WHERE kind = ? ORDER BY position, slug", str(kind)
        )

    def search(self, text: str, limit: int, language: str) -> tuple[Hit, ...]:
        """Records that hold these words, best first."""
        with spoken(self.path):
            return finding.search(self._db, text, limit=limit, kinds=frozenset(), language=language)

    def _documents(self, query: str, *values: str) -> tuple[Record, ...]:
        with spoken(self.path):
            found = self._db.execute(query, values).fetchall()
        return tuple(rows.record_of(read_json(row[0])) for row in found)


def make_index(
    path: Path,
    manifest: str,
    changed: Iterable[Document],
    removed: Iterable[RecordId] = (),
    *,
    base: Path | None = None,
) -> None:
    """Make the index of a release.

    Args:
        path: Its final name; it stands there only when it is whole.
        manifest: The hash of the release's manifest.
        changed: The documents that are not in `base` as they are now; all of them without one.
        removed: The ids that are in `base` and not in the release.
        base: The index of an earlier release.
    """
    with spoken(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}-{secrets.token_hex(6)}.part")
    try:
        with spoken(path):
            if base is not None:
                shutil.copyfile(base, part)
        db = connect(part, read_only=False)
        try:
            schema.migrate(db, part, keeps_old=False)
            _fill(db, part, manifest, list(changed), removed)
            with spoken(part):
                # One plain file: a reader needs no files beside it, and copying it copies all.
                db.execute("PRAGMA journal_mode = DELETE")
        finally:
            db.close()
        with spoken(path):
            part.replace(path)
    finally:
        for leftover in path.parent.glob(f"{part.name}*"):
            leftover.unlink()


def _fill(
    db: Connection, path: Path, manifest: str, changed: list[Document], removed: Iterable[RecordId]
) -> None:
    with transaction(db, path), spoken(path):
        db.execute(_RELEASE_TABLE)
        db.execute("DELETE FROM release")
        db.execute("INSERT INTO release VALUES (?)", (manifest,))
        # All out before any comes in: two records may have changed slugs with each other.
        for record_id in (*removed, *(RecordId(document["id"]) for document in changed)):
            rows.erase(db, record_id)
        for document in changed:
            rows.write(db, document)
