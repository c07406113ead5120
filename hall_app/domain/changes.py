"""What an edit touched: the only way a view learns that the library moved."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind


@dataclass(frozen=True, slots=True)
class Changes:
    """The label of an edit and the records it wrote or removed."""

    label: str
    touched: frozenset[tuple[Kind, RecordId]]

    def __bool__(self) -> bool:
        return bool(self.touched)

    @property
    def ids(self) -> frozenset[RecordId]:
        """The touched records' ids."""
        return frozenset(record_id for _, record_id in self.touched)
