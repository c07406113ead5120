"""The audit log as the acts write it, and as an auditor carries it away."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from hall_app.store import audit
from hall_app.store.audit import Line
from hall_app.store.connection import Connection
from hall_app.store.store import Store


def note(
    store: Store, db: Connection, act: str, *, author: str, subject: str = "", **detail: str
) -> None:
    """Add a line inside a ledger or edit that is open."""
    who = store.login or author
    audit.append(db, act, at=store.now(), who=who, subject=subject, **detail)


def tell(store: Store, act: str, *, author: str, subject: str = "", **detail: str) -> None:
    """Add a line about what was done outside the library: an export, a restore."""
    with store.ledger() as db:
        note(store, db, act, author=author, subject=subject, **detail)


def tell_if_kept(store: Store, act: str, *, author: str, subject: str = "", **detail: str) -> None:
    """Add the line where the library keeps people; a lone curator's keeps no such book."""
    if not store.permit.is_open:
        tell(store, act, author=author, subject=subject, **detail)


def plain(line: Line) -> dict[str, Any]:
    """A line as JSON values."""
    return {
        "number": line.number,
        "at": line.at.isoformat(),
        "who": line.who,
        "act": line.act,
        "subject": line.subject,
        "detail": line.detail,
        "hash": line.hash,
    }


def as_csv(lines: Sequence[Line]) -> str:
    """The lines as a table for a spreadsheet; no cell of it can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("number", "at", "who", "act", "subject", "detail", "hash"))
    for line in lines:
        detail = "; ".join(f"{name}={words}" for name, words in sorted(line.detail.items()))
        cells = (line.who, line.act, line.subject, detail)
        writer.writerow((line.number, line.at.isoformat(), *map(_safe, cells), line.hash))
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
