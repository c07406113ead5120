"""Reviews: the rounds a record went through, and the revision that was approved last."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import msgspec

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.review import Round, Sign
from hall_app.store.codec import Document, canonical_json, read_json
from hall_app.store.connection import Connection

_ROUND = "id, record_id, revision, reviews, has_proofs, signs, fields"


@dataclass(frozen=True, slots=True)
class Approval:
    """The revision of a record that passed its chain last.

    Attributes:
        step: The last step of history it holds.
    """

    record_id: RecordId
    kind: Kind
    document: Document
    step: int


def revision_of(document: Document) -> str:
    """The hash by which a review names the words it read."""
    return sha256(canonical_json(document)).hexdigest()


def rounds(db: Connection, record_id: RecordId) -> tuple[Round, ...]:
    """The rounds of a record, newest first."""
    found = db.execute(
        f"SELECT {_ROUND} FROM review_round WHERE record_id = ? ORDER BY id DESC", (record_id,)
    ).fetchall()
    return tuple(_round(row) for row in found)


def open_rounds(db: Connection) -> tuple[Round, ...]:
    """The rounds of living records in which it is somebody's turn, oldest first."""
    found = db.execute(
        f"SELECT {', '.join(f'r.{name}' for name in _ROUND.split(', '))}"
        " FROM review_round AS r JOIN record ON record.id = r.record_id"
        " WHERE r.is_open = 1 ORDER BY r.id"
    ).fetchall()
    return tuple(_round(row) for row in found)


def begin(db: Connection, first: Round) -> None:
    """Begin a round; the one before it is over, whatever came of it."""
    db.execute("UPDATE review_round SET is_open = 0 WHERE record_id = ?", (first.record_id,))
    db.execute(
        "INSERT INTO review_round (record_id, revision, reviews, has_proofs, signs, fields, is_open)"
        " VALUES (?, ?, ?, ?, ?, ?, 1)",
        (
            first.record_id,
            first.revision,
            first.reviews,
            first.has_proofs,
            _signs(first),
            canonical_json(list(first.fields)).decode(),
        ),
    )


def go_on(db: Connection, further: Round) -> None:
    """Write a round with one more line."""
    db.execute(
        "UPDATE review_round SET signs = ?, is_open = ? WHERE id = ?",
        (_signs(further), further.is_open, further.id),
    )


def approval(db: Connection, record_id: RecordId) -> Approval | None:
    """The approved revision of a record."""
    row = db.execute(
        "SELECT record_id, kind, document, step FROM approval WHERE record_id = ?", (record_id,)
    ).fetchone()
    return _approval(row) if row else None


def approvals(db: Connection) -> dict[RecordId, Document]:
    """Every approved revision, by record."""
    found = db.execute("SELECT record_id, document FROM approval").fetchall()
    return {RecordId(record_id): read_json(packed) for record_id, packed in found}


def approve(db: Connection, record_id: RecordId, kind: Kind, document: Document) -> None:
    """Let a revision be the approved one."""
    db.execute(
        "INSERT OR REPLACE INTO approval VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM step))",
        (record_id, str(kind), canonical_json(document).decode()),
    )


def unapproved(db: Connection) -> tuple[RecordId, ...]:
    """The records whose words are not those that were approved, by kind and place."""
    found = db.execute(
        "SELECT record.id FROM record LEFT JOIN approval ON approval.record_id = record.id"
        " WHERE approval.document IS NULL OR approval.document <> record.document"
        " ORDER BY record.kind, record.position, record.slug"
    ).fetchall()
    return tuple(RecordId(row[0]) for row in found)


def authors_since(db: Connection, record_id: RecordId, step: int) -> frozenset[str]:
    """Who wrote in a record after a step: logins, or names where the library keeps no people."""
    found = db.execute(
        "SELECT DISTINCT CASE step.login WHEN '' THEN step.author ELSE step.login END"
        " FROM change JOIN step ON step.id = change.step WHERE record_id = ? AND step.id > ?",
        (record_id, step),
    ).fetchall()
    return frozenset(row[0] for row in found)


def _signs(one: Round) -> str:
    return canonical_json(msgspec.to_builtins(one.signs)).decode()


def _round(row: tuple[int, str, str, int, int, str, str]) -> Round:
    number, record_id, revision, reviews, has_proofs, signs, fields = row
    return Round(
        number,
        RecordId(record_id),
        revision,
        reviews,
        bool(has_proofs),
        msgspec.json.decode(signs, type=tuple[Sign, ...]),
        tuple(read_json(fields)),
    )


def _approval(row: tuple[str, str, str, int]) -> Approval:
    record_id, kind, packed, step = row
    return Approval(RecordId(record_id), Kind(kind), read_json(packed), step)
