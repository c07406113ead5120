"""Comments in their own table, and their part of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from hall_app.domain.comments import Comment
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store.codec import canonical_json
from hall_app.store.connection import Connection


@dataclass(frozen=True, slots=True)
class CommentChange:
    """One comment before and after a step; None where it was not there."""

    before: Comment | None
    after: Comment | None

    @property
    def comment(self) -> Comment:
        """The comment, in whichever form there is."""
        found = self.after or self.before
        assert found is not None  # a change has at least one side
        return found

    @property
    def touched(self) -> tuple[Kind, RecordId]:
        """The record it is about."""
        return self.comment.kind, self.comment.record_id


def of_record(db: Connection, record_id: RecordId) -> tuple[Comment, ...]:
    """The comments on a record, oldest first."""
    found = db.execute(
        "SELECT document FROM comment WHERE record_id = ? ORDER BY rowid", (record_id,)
    ).fetchall()
    return tuple(_unpacked(row[0]) for row in found)


def get(db: Connection, comment_id: str) -> Comment | None:
    """One comment."""
    row = db.execute("SELECT document FROM comment WHERE id = ?", (comment_id,)).fetchone()
    return _unpacked(row[0]) if row else None


def mentioning(db: Connection, login: str) -> tuple[Comment, ...]:
    """The open comments that call somebody by @login, newest first."""
    found = db.execute(
        "SELECT document FROM comment WHERE json_extract(document, '$.resolved_by') = ''"
        " AND instr(document, ?) ORDER BY rowid DESC",
        (f"@{login}",),
    ).fetchall()
    return tuple(one for row in found if login in (one := _unpacked(row[0])).mentions)


def write(db: Connection, comment: Comment) -> Comment | None:
    """Put a comment in place of what stands under its id, and give what stood there."""
    before = get(db, comment.id)
    db.execute(
        "INSERT INTO comment (id, record_id, document) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET document = excluded.document",
        (comment.id, comment.record_id, _packed(comment)),
    )
    return before


def erase(db: Connection, comment_id: str) -> None:
    """Take a comment out."""
    db.execute("DELETE FROM comment WHERE id = ?", (comment_id,))


def write_changes(db: Connection, step: int, changes: list[CommentChange]) -> None:
    """Write what a step changed."""
    db.executemany(
        "INSERT INTO comment_change VALUES (?, ?, ?, ?)",
        [
            (
                step,
                one.comment.id,
                _packed(one.before) if one.before else None,
                _packed(one.after) if one.after else None,
            )
            for one in changes
        ],
    )


def changes_of(db: Connection, step: int) -> tuple[CommentChange, ...]:
    """What a step changed."""
    found = db.execute("SELECT before, after FROM comment_change WHERE step = ?", (step,))
    return tuple(
        CommentChange(_unpacked(b) if b else None, _unpacked(a) if a else None) for b, a in found
    )


def _packed(comment: Comment) -> str:
    return canonical_json(msgspec.to_builtins(comment)).decode()


def _unpacked(packed: str) -> Comment:
    plain: Any = msgspec.json.decode(packed)
    return msgspec.convert({**plain, "at": datetime.fromisoformat(plain["at"])}, Comment)
