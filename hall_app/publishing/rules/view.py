"""What the rules of preflight look at, and what they tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.publishing.rules.names import Names
from hall_app.publishing.rules.watched import Watched


class View(Protocol):
    """The hall around one record.

    A rule may ask for what the record links to and for who links to the record, no further:
    that is what `Standing` looks at again after an edit.
    """

    @property
    def today(self) -> Day: ...

    @property
    def names(self) -> Names: ...

    @property
    def watched(self) -> tuple[Watched, ...]: ...

    def has_file(self, name: str, /) -> bool: ...

    def get(self, record_id: RecordId, /) -> Record | None: ...

    def is_held(self, record_id: RecordId, /) -> bool:
        """Whether the record would be published."""
        ...

    def referrers(self, record_id: RecordId, /) -> Iterable[RecordId]:
        """Who links to a record."""
        ...

    def answers(self, kind: Kind, slug: str, /) -> bool:
        """Whether there is a record of that kind and short name."""
        ...

    def twins(self, record: Record, /) -> int:
        """How many other records of its kind have its title in Simplified Chinese."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found in a record, and in which of its fields."""

    code: str
    record: Record
    field: str = ""
    parts: tuple[tuple[str, str], ...] = ()
