"""The library: opened, edited, read, closed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from hall_app.domain.changes import Changes
from hall_app.domain.ids import IdMaker, RecordId, is_id
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaQuery
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.errors import Ambiguous, InvalidRecord, NotFound, UsageError
from hall_app.store import (
    backup,
    comments,
    finding,
    guard,
    journal,
    listing,
    mappings,
    people,
    rows,
    schema,
    shelf,
)
from hall_app.store.codec import read_json
from hall_app.store.connection import connect, spoken, transaction
from hall_app.store.edit import Edit
from hall_app.store.finding import Reference
from hall_app.store.index import Hit
from hall_app.store.listing import Listing
from hall_app.store.mappings import KeptMapping
from hall_app.store.open_library import OpenLibrary
from hall_app.store.place import refuse_network_share
from hall_app.store.shelf import Shelved

MERGE_WITHIN = timedelta(seconds=1)

_BARE_SLUG_MATCHES = 2


class Store(OpenLibrary):
    """One library file. Records are written only inside `edit`, `undo` and `redo`.

    A connection belongs to the thread that opened it.
    """

    @classmethod
    def open(
        cls, path: Path, *, now: Callable[[], datetime], new_id: IdMaker, read_only: bool = False
    ) -> Self:
        """Open a library, made empty where there is none.

        Raises:
            NotFound: Read-only, and there is no file.
            LibraryUnusable: No library, a newer one, a damaged one, or on a network share.
            Busy, DiskFull: As said.
        """
        refuse_network_share(path)
        if read_only and not path.is_file():
            raise NotFound(
                f"There is no library at {path}.",
                "Make one with “hall init”.",
                subject=str(path),
                code="library-none",
            )
        with spoken(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        db = connect(path, read_only=read_only)
        try:
            if read_only:
                schema.require_format(db, path)
            else:
                schema.migrate(db, path)
        except BaseException:
            db.close()
            raise
        return cls(db, path, now, new_id)

    # -- writing ---------------------------------------------------------------

    @contextmanager
    def edit(self, label: str, *, author: str = "", merge_key: str = "") -> Iterator[Edit]:
        """The one door for writing: one transaction, one step of history.

        Args:
            label: What the undo menu says.
            author: Who edits; stands in the history.
            merge_key: Edits with the same key, label and author within a second of each
                other become one step (typing into one field).

        Raises:
            Conflict: A link would dangle, or a slug is taken. Nothing is written.
            NotPermitted: Whoever is at work may not do this. Nothing is written.
        """
        with transaction(self._db, self.path):
            edit = Edit(self._db, label)
            with spoken(self.path):
                yield edit
                self._record(edit, author, merge_key)

    def undo(self, *, author: str = "", step: int | None = None) -> Changes:
        """Undo the last edit, or one chosen step if nothing it touched has changed since.

        Raises:
            NotFound: There is nothing to undo.
            Conflict: Somebody changed the same record since.
        """
        return self._turn("undo", author, step)

    def redo(self, *, author: str = "") -> Changes:
        """Redo the edit that was undone last.

        Raises:
            NotFound: There is nothing to redo.
            Conflict: Somebody changed the same record since.
        """
        return self._turn("redo", author, None)

    def backup(
        self,
        to: Path,
        on_progress: Callable[[int, int], None] | None = None,
        *,
        replaces: bool = True,
    ) -> None:
        """Copy the library as it stands, live, and check the copy."""
        backup.copy(self._db, self.path, to, on_progress, replaces=replaces)

    def keep_mapping(self, mapping: KeptMapping) -> None:
        """Keep a mapping of tables by its name."""
        with transaction(self._db, self.path), spoken(self.path):
            mappings.write(self._db, mapping)

    def rebuild_index(self) -> None:
        """Make the search index anew."""
        with transaction(self._db, self.path):
            rows.rebuild_index(self._db)

    # -- reading ---------------------------------------------------------------

    @property
    def version(self) -> int:
        """Moves with every commit of any process."""
        with spoken(self.path):
            return int(self._db.execute("SELECT version FROM library").fetchone()[0])

    def get(self, record_id: RecordId) -> Record:
        """A record by its id.

        Raises:
            NotFound: There is none.
        """
        with spoken(self.path):
            document = rows.read(self._db, record_id)
        if document is None:
            raise NotFound(
                f"There is no record {record_id}.", subject=record_id, code="record-gone"
            )
        return rows.record_of(document)

    def exists(self, record_id: RecordId) -> bool:
        """Whether there is a record with this id."""
        return bool(self._rows("SELECT 1 FROM record WHERE id = ?", record_id))

    def find(self, kind: Kind, slug: str) -> Record | None:
        """A record by its kind and slug."""
        found = self._rows("SELECT id FROM record WHERE kind = ? AND slug = ?", str(kind), slug)
        return self.get(found[0][0]) if found else None

    def resolve(self, reference: str) -> Record:
        """A record by its id, `kind:slug`, or a slug that only one record has.

        Raises:
            NotFound: Nothing answers to it.
            Ambiguous: More than one record has the slug.
        """
        kind, _, slug = reference.rpartition(":")
        if is_id(reference):
            found = self._rows("SELECT id FROM record WHERE id = ?", reference)
        elif kind:
            found = self._rows("SELECT id FROM record WHERE kind = ? AND slug = ?", kind, slug)
        else:
            found = self._rows("SELECT id, kind FROM record WHERE slug = ?", slug)
        if not found:
            raise NotFound(
                f"There is no record “{reference}”.",
                "Find its name with “hall search”.",
                subject=reference,
                code="record-unknown",
            )
        if len(found) >= _BARE_SLUG_MATCHES:
            names = ", ".join(f"{row[1]}:{slug}" for row in found)
            raise Ambiguous(f"“{reference}” may mean {names}.", "Say which.", subject=reference)
        return self.get(found[0][0])

    def all(self, kind: Kind) -> tuple[Record, ...]:
        """Every record of a kind, in order: by its place, else by date, then by slug."""
        found = self._rows(
            "SELECT document FROM record WHERE kind = ? ORDER BY position, slug", str(kind)
        )
        return tuple(rows.record_of(read_json(row[0])) for row in found)

    def listed(self, wanted: Listing, start: int, most: int) -> tuple[Record, ...]:
        """A stretch of a list: at the most so many records, from the place `start` on."""
        with spoken(self.path):
            found = listing.page(self._db, wanted, start, most)
        return tuple(rows.record_of(document) for document in found)

    def count_listed(self, wanted: Listing) -> int:
        """How many records a list holds."""
        with spoken(self.path):
            return listing.count(self._db, wanted)

    def ids_listed(self, wanted: Listing) -> list[RecordId]:
        """The ids of every record of a list, in its order."""
        with spoken(self.path):
            return listing.ids(self._db, wanted)

    def place_listed(self, wanted: Listing, record_id: RecordId) -> int | None:
        """At which place of a list a record stands; None where it is not in it."""
        with spoken(self.path):
            return listing.place_of(self._db, wanted, record_id)

    def media_ids(self, query: MediaQuery) -> list[RecordId]:
        """The ids of the media that are looked for, in the order asked for."""
        today = self.now().astimezone().date()
        with spoken(self.path):
            return shelf.ids(self._db, query, today)

    def media_page(self, wanted: Collection[RecordId]) -> dict[RecordId, Shelved]:
        """Those of these media that are there, with how many records use each."""
        with spoken(self.path):
            return shelf.page(self._db, wanted)

    def media_by_content(self, hashes: Collection[str]) -> dict[str, Media]:
        """The media that hold files with these SHA-256."""
        with spoken(self.path):
            return shelf.by_content(self._db, hashes)

    def media_alike(self, look: str) -> list[RecordId]:
        """The media that look like this, the most alike first."""
        with spoken(self.path):
            return shelf.alike(self._db, look)

    def media_tags(self) -> dict[str, int]:
        """Every tag of the media and how many have it, the most used first."""
        with spoken(self.path):
            return shelf.tags(self._db)

    def count(self, kind: Kind) -> int:
        """How many records of a kind there are."""
        return int(self._rows("SELECT count(*) FROM record WHERE kind = ?", str(kind))[0][0])

    def references_to(self, record_id: RecordId) -> tuple[Reference, ...]:
        """Who links to a record, and from which field."""
        found = self._rows(
            "SELECT from_id, kind, path FROM reference JOIN record ON record.id = from_id"
            " WHERE to_id = ? ORDER BY kind, slug, path",
            record_id,
        )
        return tuple(Reference(row[0], Kind(row[1]), row[2]) for row in found)

    def search(
        self,
        text: str,
        *,
        limit: int = 20,
        kinds: frozenset[Kind] = frozenset(),
        language: str = "zh-Hans",
    ) -> tuple[Hit, ...]:
        """Records that hold these words, in 简, 繁, English, pinyin or initials; best first."""
        with spoken(self.path):
            return finding.search(self._db, text, limit=limit, kinds=kinds, language=language)

    def history(
        self, record_id: RecordId | None = None, *, limit: int = 100
    ) -> tuple[journal.Step, ...]:
        """The steps of the library, or those that touched one record, newest first."""
        with spoken(self.path):
            if record_id is None:
                return journal.recent(self._db, limit)
            return journal.of_record(self._db, record_id, limit)

    def outlines(
        self, record_id: RecordId | None = None, *, limit: int = 100
    ) -> tuple[journal.Step, ...]:
        """The history with few changes of each step, as many as a list has room to name."""
        with spoken(self.path):
            return journal.outlines(self._db, limit, record_id)

    def touched(self, *, limit: int) -> tuple[Changes, ...]:
        """What each of the last steps touched, newest first."""
        with spoken(self.path):
            return journal.touched(self._db, limit)

    def step(self, number: int) -> journal.Step:
        """One step of history.

        Raises:
            NotFound: There is none of that number.
        """
        with spoken(self.path):
            step = journal.get(self._db, number)
        if step is None:
            raise NotFound(f"There is no step {number}.", subject=str(number), code="step-none")
        return step

    def next_undo(self) -> journal.Step | None:
        """The outline of what undo would undo."""
        with spoken(self.path):
            return journal.last_edit(self._db, self.login, is_outline=True)

    def next_redo(self) -> journal.Step | None:
        """The outline of what redo would redo."""
        with spoken(self.path):
            return journal.first_undone(self._db, self.login, is_outline=True)

    def bin(self) -> tuple[tuple[journal.Step, journal.Change], ...]:
        """What was removed and can be restored, newest first."""
        with spoken(self.path):
            return journal.removals(self._db)

    def mappings(self) -> tuple[KeptMapping, ...]:
        """The mappings of tables that were kept, newest first."""
        with spoken(self.path):
            return mappings.read(self._db)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file: damage, dangling links, rows changed from outside."""
        with spoken(self.path):
            return finding.faults(self._db)

    # -- inside ----------------------------------------------------------------

    def _record(self, edit: Edit, author: str, merge_key: str) -> None:
        changes = edit.journal
        if not changes and not edit.remarks:
            return
        permit = people.permit_of(self._db, self.login)
        guard.check(self._db, permit, changes)
        author = permit.name or author
        if wrong := rows.misdirected(self._db, {c.record_id for c in changes}):
            raise InvalidRecord(f"A link goes astray: {wrong}.", code="link-astray")
        now = self.now()
        joined = merge_key and journal.mergeable(
            self._db, merge_key=merge_key, label=edit.label, author=author, since=now - MERGE_WITHIN
        )
        if (
            joined
            and not edit.remarks
            and {c.record_id for c in joined.changes} >= {c.record_id for c in changes}
        ):
            journal.extend(self._db, joined, changes, at=now)
        else:
            self._db.execute("UPDATE step SET is_redoable = 0 WHERE is_redoable = 1")
            step = journal.append(
                self._db, label=edit.label, author=author, at=now, mode="edit", merge_key=merge_key,
                login=permit.login,
            )  # fmt: skip
            journal.write_changes(self._db, step, changes)
            comments.write_changes(self._db, step, edit.remarks)
        self._db.execute("UPDATE library SET version = version + 1")

    def _turn(self, mode: str, author: str, number: int | None) -> Changes:
        undoing = mode == "undo"
        with transaction(self._db, self.path), spoken(self.path):
            if number is not None:
                step = self.step(number)
            else:
                turn = journal.last_edit if undoing else journal.first_undone
                found = turn(self._db, self.login)
                if found is None:
                    raise NotFound(f"There is nothing to {mode}.", code="nothing-to-undo")
                step = found
            if step.mode != "edit" or (undoing and step.is_undone):
                what = f"Step {step.id} cannot be undone; it is no edit that stands."
                raise UsageError(what, code="step-not-undoable")
            edit = Edit(self._db, step.label)
            edit.replay(step, backwards=undoing)
            permit = people.permit_of(self._db, self.login)
            guard.check(self._db, permit, edit.journal)
            line = journal.append(
                self._db, label=step.label, author=permit.name or author, at=self.now(), mode=mode,
                target=step.id, login=permit.login,
            )  # fmt: skip
            journal.write_changes(self._db, line, edit.journal)
            comments.write_changes(self._db, line, edit.remarks)
            self._db.execute(
                "UPDATE step SET is_undone = ?, is_redoable = ? WHERE id = ?",
                (undoing, undoing, step.id),
            )
            self._db.execute("UPDATE library SET version = version + 1")
            return edit.changes
