"""The plan of an import: what each row would do, and why a row would not be taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing.tables.faults import Fault
from hall_app.editing.tables.mapping import Source
from hall_app.media.sheets import Cell


class RowState(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Known(StrEnum):
    """By what a row and a record are known to be the same."""

    ID = "id"
    SLUG = "slug"
    TITLE = "title"
    NOTHING = "new"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as cells."""

    path: str
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One row of one sheet.

    Attributes:
        place: The sheet and the row in it, from 0.
        number: What the row is called in its file.
        before: The record as it stands; None for a new one.
        after: The record as it would be; None where the row is refused.
    """

    place: tuple[int, int]
    sheet: str
    number: int
    kind: Kind
    title: str
    state: RowState
    known_by: Known
    record_id: RecordId
    changes: tuple[FieldChange, ...] = ()
    faults: tuple[Fault, ...] = ()
    before: Record | None = None
    after: Record | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What taking a file in would do; nothing is written yet.

    Attributes:
        pictures: Files to take in, with the ids by which the rows know them.
        said: What the file says of pictures: the words by their paths, by the same ids.
    """

    source: Source
    rows: tuple[PlannedRow, ...]
    pictures: Mapping[Path, RecordId]
    said: Mapping[RecordId, Mapping[str, str]] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[RowState, int]:
        """How many rows would do what."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in RowState}

    @property
    def faults(self) -> tuple[tuple[PlannedRow, Fault], ...]:
        """Every reason, with its row."""
        return tuple((row, fault) for row in self.rows for fault in row.faults)
