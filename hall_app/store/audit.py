"""The audit log: a table that is only added to, each line sealed with the hash of the one before.

A line's hash is the SHA-256 of the hash before it and of the line's own canonical JSON, so a line
that is changed, taken out or moved breaks every seal after it. Lines cut off at the end leave no
broken seal; the number and hash of the last line stand, signed, in every release
(`publishing.anchor`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from hall_app.store.codec import canonical_json, read_json
from hall_app.store.connection import Connection

_COLUMNS = "number, at, who, act, subject, detail, hash"
_BEFORE_ALL = "0" * 64


@dataclass(frozen=True, slots=True)
class Line:
    """Who did what, when, to what; `detail` holds plain words by name."""

    number: int
    at: datetime
    who: str
    act: str
    subject: str
    detail: dict[str, str]
    hash: str


def append(
    db: Connection, act: str, *, at: datetime, who: str, subject: str = "", **detail: str
) -> None:
    """Add a line, inside the transaction of what it tells of."""
    last = db.execute("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    number, before = (last[0] + 1, last[1]) if last else (1, _BEFORE_ALL)
    row = (number, at.isoformat(), who, act, subject, canonical_json(detail).decode())
    db.execute(
        f"INSERT INTO audit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, _seal(before, row))
    )


def lines(db: Connection, *, limit: int = -1, words: str = "", act: str = "") -> tuple[Line, ...]:
    """The lines, newest first; with `words`, those that hold them; with `act`, those of one kind."""
    found = db.execute(
        f"SELECT {_COLUMNS} FROM audit WHERE (? = '' OR act = ?)"
        " AND (? = '' OR instr(lower(who || ' ' || subject || ' ' || act || ' ' || detail), lower(?)))"
        " ORDER BY number DESC LIMIT ?",
        (act, act, words, words, limit),
    ).fetchall()
    return tuple(_line(row) for row in found)


def acts(db: Connection) -> tuple[str, ...]:
    """Which kinds of line there are."""
    return tuple(row[0] for row in db.execute("SELECT DISTINCT act FROM audit ORDER BY act"))


def head(db: Connection) -> tuple[int, str]:
    """The number and hash of the last line; (0, "") before the first."""
    row = db.execute("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def seal_of(db: Connection, number: int) -> str:
    """The hash of one line; nothing where there is none."""
    row = db.execute("SELECT hash FROM audit WHERE number = ?", (number,)).fetchone()
    return str(row[0]) if row else ""


def faults(db: Connection) -> Iterator[str]:
    """What is wrong with the log, in words; the first broken seal, since all after it are broken."""
    before, expected = _BEFORE_ALL, 1
    for *row, seal in db.execute(f"SELECT {_COLUMNS} FROM audit ORDER BY number"):
        if row[0] != expected:
            yield f"the audit log lacks line {expected}"
            return
        if _seal(before, tuple(row)) != seal:
            yield f"the audit log was changed from outside at line {expected}"
            return
        before, expected = seal, expected + 1


def _seal(before: str, row: tuple[int, str, str, str, str, str]) -> str:
    number, at, who, act, subject, detail = row
    line = {
        "number": number,
        "at": at,
        "who": who,
        "act": act,
        "subject": subject,
        "detail": detail,
    }
    return sha256(before.encode() + canonical_json(line)).hexdigest()


def _line(row: tuple[int, str, str, str, str, str, str]) -> Line:
    number, at, who, act, subject, detail, seal = row
    return Line(number, datetime.fromisoformat(at), who, act, subject, read_json(detail), seal)
