"""What a hand on the canvas asks for; the workspace carries it out."""

from __future__ import annotations

from dataclasses import dataclass

from hall_app.domain.ids import RecordId
from hall_app.editing.shifting import Unit


@dataclass(frozen=True, slots=True)
class Move:
    """Records moved in time, into another gallery, or both."""

    ids: tuple[RecordId, ...]
    count: int = 0
    unit: Unit = Unit.DAY
    gallery: RecordId | None = None
    is_nudged: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """One end of a period moved."""

    id: RecordId
    end: int
    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Rank:
    """Events made more or less important."""

    ids: tuple[RecordId, ...]
    importance: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Records into the bin."""

    ids: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class Make:
    """A new event, its date as it would be typed."""

    date: str
    gallery: RecordId | None


@dataclass(frozen=True, slots=True)
class Open:
    """A record in the content workspace."""

    id: RecordId


@dataclass(frozen=True, slots=True)
class Copy:
    """Events as a block for a spreadsheet."""

    ids: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class Paste:
    """The block that the clipboard holds."""


Wish = Move | Stretch | Rank | Remove | Make | Open | Copy | Paste
