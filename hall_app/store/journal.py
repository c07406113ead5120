"""The journal: every step, with each record before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import comments
from hall_app.store.codec import Document, canonical_json, read_json
from hall_app.store.comments import CommentChange
from hall_app.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after a step, as documents; None where it was not there."""

    kind: Kind
    record_id: RecordId
    before: Document | None
    after: Document | None

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        before, after = self.before or {}, self.after or {}
        names = dict.fromkeys((*before, *after))
        return tuple(name for name in names if before.get(name) != after.get(name))


@dataclass(frozen=True, slots=True)
class Step:
    """One line of history.

    Attributes:
        mode: "edit", "undo" or "redo"; the last two name the `target` step.
        is_undone: An edit that has been undone and not redone.
        count: How many records it touched; an outline holds the first few of them only.
        comments: What it changed besides records.
    """

    id: int
    label: str
    author: str
    at: datetime
    mode: str
    target: int | None
    is_undone: bool
    changes: tuple[Change, ...]
    count: int
    comments: tuple[CommentChange, ...] = ()

    @property
    def touched(self) -> Changes:
        """The step as a view needs it."""
        records = ((c.kind, c.record_id) for c in self.changes)
        return Changes(self.label, frozenset((*records, *(c.touched for c in self.comments))))


_OUTLINED = 12
"""So many changes of a step are in its outline."""

_Row = tuple[int, str, str, str, str, int | None, int]

_STEP_COLUMNS = "id, label, author, at, mode, target, is_undone"


def append(
    db: Connection,
    *,
    label: str,
    author: str,
    at: datetime,
    mode: str,
    target: int | None = None,
    merge_key: str = "",
    login: str = "",
) -> int:
    """Write a step's head and give its number."""
    cursor = db.execute(
        "INSERT INTO step (label, author, at, mode, target, merge_key, login)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (label, author, at.isoformat(), mode, target, merge_key, login),
    )
    return int(cursor.lastrowid or 0)


def write_changes(db: Connection, step: int, changes: list[Change]) -> None:
    """Write what a step changed, in order."""
    db.executemany(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                step,
                place,
                change.record_id,
                str(change.kind),
                _packed(change.before),
                _packed(change.after),
            )
            for place, change in enumerate(changes)
        ),
    )


def mergeable(
    db: Connection, *, merge_key: str, label: str, author: str, since: datetime
) -> Step | None:
    """The last step, if a further keystroke in the same field may join it."""
    row = db.execute(
        f"SELECT {_STEP_COLUMNS} FROM step WHERE id = (SELECT max(id) FROM step)"
        " AND mode = 'edit' AND is_undone = 0 AND merge_key = ? AND label = ? AND author = ?",
        (merge_key, label, author),
    ).fetchone()
    step = _step(db, row) if row else None
    return step if step and step.at >= since else None


def extend(db: Connection, step: Step, changes: list[Change], *, at: datetime) -> None:
    """Let a step end where and when these changes end."""
    db.execute("UPDATE step SET at = ? WHERE id = ?", (at.isoformat(), step.id))
    for change in changes:
        db.execute(
            "UPDATE change SET after = ? WHERE step = ? AND record_id = ?",
            (_packed(change.after), step.id, change.record_id),
        )


def last_edit(db: Connection, login: str = "", *, is_outline: bool = False) -> Step | None:
    """The step that undo would undo; that a release went out is a fact and no edit.

    Who has said who they are undoes their own.
    """
    return _one(
        db,
        "mode = 'edit' AND is_undone = 0 AND (? = '' OR login = ?)"
        # The step of a release begins with it; to look at every change would take a while.
        " AND NOT EXISTS (SELECT 1 FROM change WHERE step = step.id AND place = 0"
        f" AND kind = '{Kind.RELEASE}')"
        " ORDER BY id DESC LIMIT 1",
        login,
        login,
        is_outline=is_outline,
    )


def first_undone(db: Connection, login: str = "", *, is_outline: bool = False) -> Step | None:
    """The step that redo would redo: the one that was undone last."""
    return _one(
        db,
        "mode = 'edit' AND is_undone = 1 AND is_redoable = 1 AND (? = '' OR login = ?)"
        " ORDER BY (SELECT max(undo.id) FROM step AS undo WHERE undo.target = step.id) DESC LIMIT 1",
        login,
        login,
        is_outline=is_outline,
    )


def outlines(db: Connection, limit: int, record_id: RecordId | None = None) -> tuple[Step, ...]:
    """The last steps, or those that touched one record, with few changes but always its own."""
    only = "" if record_id is None else " WHERE id IN (SELECT step FROM change WHERE record_id = ?)"
    rows = db.execute(
        f"SELECT {_STEP_COLUMNS} FROM step{only} ORDER BY id DESC LIMIT ?",
        (limit,) if record_id is None else (record_id, limit),
    ).fetchall()
    return tuple(_outline(db, row, record_id) for row in rows)


def touched(db: Connection, limit: int) -> tuple[Changes, ...]:
    """What each of the last steps touched, newest first; no document is read."""
    found = db.execute(
        "SELECT step.id, label, kind, record_id FROM change JOIN step ON step.id = step"
        " WHERE step > (SELECT coalesce(max(id), 0) FROM step) - ? ORDER BY step DESC",
        (limit,),
    ).fetchall()
    steps: dict[int, tuple[str, set[tuple[Kind, RecordId]]]] = {}
    for number, label, kind, record_id in found:
        steps.setdefault(number, (label, set()))[1].add((Kind(kind), RecordId(record_id)))
    return tuple(Changes(label, frozenset(pairs)) for label, pairs in steps.values())


def get(db: Connection, step: int) -> Step | None:
    """One step by its number."""
    return _one(db, "id = ?", step)


def of_record(db: Connection, record_id: RecordId, limit: int) -> tuple[Step, ...]:
    """The steps that touched a record, newest first."""
    rows = db.execute(
        f"SELECT {_STEP_COLUMNS} FROM step WHERE id IN (SELECT step FROM change WHERE record_id = ?)"
        " ORDER BY id DESC LIMIT ?",
        (record_id, limit),
    ).fetchall()
    return tuple(_step(db, row) for row in rows)


def recent(db: Connection, limit: int) -> tuple[Step, ...]:
    """The last steps of the library, newest first."""
    rows = db.execute(
        f"SELECT {_STEP_COLUMNS} FROM step ORDER BY id DESC LIMIT ?", (limit,)
    ).fetchall()
    return tuple(_step(db, row) for row in rows)


def removals(db: Connection) -> tuple[tuple[Step, Change], ...]:
    """What lies in the bin, newest first: removed by an edit, not undone, not there again."""
    rows = db.execute(
        "SELECT step, record_id FROM change JOIN step ON step.id = step"
        " WHERE after IS NULL AND mode = 'edit' AND is_undone = 0"
        " AND record_id NOT IN (SELECT id FROM record)"
        " AND step = (SELECT max(later.step) FROM change AS later"
        "             JOIN step AS s ON s.id = later.step"
        "             WHERE later.record_id = change.record_id AND s.mode = 'edit' AND s.is_undone = 0)"
        " ORDER BY step DESC, place"
    ).fetchall()
    steps = {number: get(db, number) for number in {row[0] for row in rows}}
    return tuple(
        (step, change)
        for number, record_id in rows
        if (step := steps[number])
        for change in step.changes
        if change.record_id == record_id
    )


def last_known(db: Connection, record_id: RecordId) -> bytes | None:
    """The document the journal last wrote for a record, packed; None after a removal."""
    row = db.execute(
        "SELECT after FROM change WHERE record_id = ? ORDER BY step DESC LIMIT 1", (record_id,)
    ).fetchone()
    return row[0].encode() if row and row[0] is not None else None


def _one(db: Connection, where: str, *values: int | str, is_outline: bool = False) -> Step | None:
    row = db.execute(f"SELECT {_STEP_COLUMNS} FROM step WHERE {where}", values).fetchone()
    if row is None:
        return None
    return _outline(db, row) if is_outline else _step(db, row)


def _step(db: Connection, row: _Row) -> Step:
    changes = db.execute(
        "SELECT kind, record_id, before, after FROM change WHERE step = ? ORDER BY place", (row[0],)
    ).fetchall()
    return _made(row, changes, len(changes), comments.changes_of(db, row[0]))


def _outline(db: Connection, row: _Row, record_id: RecordId | None = None) -> Step:
    """The step with its first changes, and with those of one record."""
    # Places count up from 0: the last one tells how many there are, and no other change is read.
    changes = db.execute(
        "SELECT kind, record_id, before, after, place FROM change WHERE step = ?1 AND place < ?2"
        " UNION ALL SELECT kind, record_id, before, after, place FROM change INDEXED BY change_of"
        " WHERE record_id = ?3 AND step = ?1 AND place >= ?2 ORDER BY place",
        (row[0], _OUTLINED, record_id),
    ).fetchall()
    last = db.execute("SELECT max(place) FROM change WHERE step = ?", (row[0],)).fetchone()[0]
    count = 0 if last is None else last + 1
    return _made(row, changes, count, comments.changes_of(db, row[0]))


def _made(
    row: _Row,
    changes: list[tuple[Any, ...]],
    count: int,
    remarks: tuple[CommentChange, ...],
) -> Step:
    number, label, author, at, mode, target, is_undone = row
    return Step(
        number,
        label,
        author,
        datetime.fromisoformat(at),
        mode,
        target,
        bool(is_undone),
        tuple(
            Change(Kind(k), RecordId(i), _unpacked(b), _unpacked(a)) for k, i, b, a, *_ in changes
        ),
        count,
        remarks,
    )


def _packed(document: Document | None) -> str | None:
    return None if document is None else canonical_json(document).decode()


def _unpacked(packed: str | None) -> Document | None:
    return None if packed is None else read_json(packed)
