"""Mappings of tables that a person has kept by name: no content, so outside the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hall_app.store.codec import canonical_json, read_json
from hall_app.store.connection import Connection


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """What each sheet of a file holds: its headers, its kind, the field of each column."""

    name: str
    sheets: tuple[dict[str, Any], ...]


def read(db: Connection) -> tuple[KeptMapping, ...]:
    """Every kept mapping, the newest first."""
    found = db.execute("SELECT name, sheets FROM mapping ORDER BY number DESC").fetchall()
    return tuple(KeptMapping(name, tuple(read_json(sheets))) for name, sheets in found)


def write(db: Connection, mapping: KeptMapping) -> None:
    """Keep a mapping, in place of one of the same name."""
    db.execute("DELETE FROM mapping WHERE name = ?", (mapping.name,))
    packed = canonical_json([dict(sheet) for sheet in mapping.sheets]).decode()
    db.execute("INSERT INTO mapping (name, sheets) VALUES (?, ?)", (mapping.name, packed))
