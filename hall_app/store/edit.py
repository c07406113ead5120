"""The inside of `with store.edit(…)`: the only hand that writes records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hall_app.domain.changes import Changes
from hall_app.domain.comments import Comment
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.errors import Conflict, NotFound
from hall_app.store import comments, rows
from hall_app.store.codec import Document
from hall_app.store.comments import CommentChange
from hall_app.store.connection import Connection
from hall_app.store.journal import Change, Step


@dataclass(slots=True)
class Edit:
    """One open transaction; `changes` holds what was touched, also after the block."""

    db: Connection
    label: str
    _found: dict[RecordId, Document | None] = field(default_factory=dict)
    _left: dict[RecordId, Document | None] = field(default_factory=dict)
    _kinds: dict[RecordId, Kind] = field(default_factory=dict)
    remarks: list[CommentChange] = field(default_factory=list)

    def put(self, record: Record) -> None:
        """Write a record, new or in place of the one with its id.

        Raises:
            InvalidRecord: A name has the wrong form.
            Conflict: Another record of its kind has its slug.
        """
        self.put_document(rows.document_of(record))

    def put_document(self, document: Document) -> None:
        """Write a record that is already a document."""
        before = rows.write(self.db, document)
        self._note(Kind(document["kind"]), RecordId(document["id"]), before, document)

    def change(self, before: Record, after: Record) -> None:
        """Write a record in place of one that was read in this edit; both came from documents.

        That spares reading each of them once more, which is a third of what a write costs.

        Raises:
            InvalidRecord, Conflict: As `put`.
        """
        document = rows.document_of(after)
        held = rows.write(self.db, document, rows.Turn(before, after))
        self._note(after.kind, after.id, held, document)

    def put_all(self, records: Iterable[Record]) -> None:
        """Write many records, among which slugs may go from one to another."""
        coming = list(records)
        rows.give_up_slugs(self.db, [record.id for record in coming])
        for record in coming:
            self.put(record)

    def remove(self, record_id: RecordId) -> None:
        """Take a record out; links to it must be gone by the end of the block.

        Raises:
            NotFound: There is no such record.
        """
        before = rows.erase(self.db, record_id)
        if before is None:
            raise NotFound(
                f"There is no record {record_id}.", subject=record_id, code="record-gone"
            )
        self._note(Kind(before["kind"]), record_id, before, None)

    def put_comment(self, comment: Comment) -> None:
        """Write a comment, new or in place of the one with its id."""
        self.remarks.append(CommentChange(comments.write(self.db, comment), comment))

    def replay(self, step: Step, *, backwards: bool) -> None:
        """Put every record and comment of a step back to how it was before it, or after it.

        Raises:
            Conflict: A record or comment has been changed since.
        """
        self._replay_remarks(step.comments, backwards=backwards)
        changes = step.changes
        turns = [
            (change, change.after, change.before)
            if backwards
            else (change, change.before, change.after)
            for change in (reversed(changes) if backwards else changes)
        ]
        for change, expected, wanted in turns:
            if rows.read(self.db, change.record_id) != expected:
                name = (expected or wanted or {}).get("slug", change.record_id)
                raise Conflict(
                    f"{change.kind} “{name}” has been changed since.",
                    "Open its history and restore the revision you want.",
                    subject=change.record_id,
                    code="changed-since",
                )
        # Two records of the step may have taken each other's slugs.
        rows.give_up_slugs(self.db, [change.record_id for change in changes])
        for change, expected, wanted in turns:
            if wanted is None:
                rows.erase(self.db, change.record_id)
            else:
                rows.write(self.db, wanted)
            self._note(change.kind, change.record_id, expected, wanted)

    @property
    def journal(self) -> list[Change]:
        """What differs, one change a record; a record put back as it was is no change."""
        return [
            Change(self._kinds[i], i, before, self._left[i])
            for i, before in self._found.items()
            if before != self._left[i]
        ]

    @property
    def changes(self) -> Changes:
        """What was touched, for views."""
        records = ((c.kind, c.record_id) for c in self.journal)
        return Changes(self.label, frozenset((*records, *(c.touched for c in self.remarks))))

    def _replay_remarks(self, remarks: tuple[CommentChange, ...], *, backwards: bool) -> None:
        for one in remarks:
            expected, wanted = (one.after, one.before) if backwards else (one.before, one.after)
            if comments.get(self.db, one.comment.id) != expected:
                raise Conflict(
                    "The comment has been changed since.",
                    "Answer it instead.",
                    subject=one.comment.record_id,
                    code="comment-changed",
                )
            if wanted is None:
                comments.erase(self.db, one.comment.id)
            else:
                comments.write(self.db, wanted)
            self.remarks.append(CommentChange(expected, wanted))

    def _note(
        self, kind: Kind, record_id: RecordId, before: Document | None, after: Document | None
    ) -> None:
        self._found.setdefault(record_id, before)
        self._left[record_id] = after
        self._kinds[record_id] = kind
