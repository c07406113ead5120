"""What may play on a display, and the fixed layers in which one claim goes before another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum

from hall_app.domain.ids import GalleryId, RecordId


class Layer(IntEnum):
    """Who speaks for a display; the higher one is heard."""

    GALLERY_DEFAULT = 0
    SCHEDULE = 1
    PRESET = 2
    OVERRIDE = 3
    DOCENT = 4
    EMERGENCY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which displays a claim speaks for; empty everywhere means all of the hall."""

    displays: frozenset[RecordId] = frozenset()
    groups: frozenset[str] = frozenset()
    galleries: frozenset[GalleryId] = frozenset()

    @property
    def breadth(self) -> int:
        """How wide it is: a claim for one display goes before one for its gallery."""
        return next(
            (n for n, part in enumerate((self.displays, self.groups, self.galleries)) if part), 3
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A weekly recurrence within a span of days, in the hall's own time.

    Attributes:
        weekdays: 0 is Monday.
        opens, closes: A stretch that closes before it opens runs past midnight.
        except_on: Days on which it does not apply (holidays, closures).
    """

    weekdays: frozenset[int] = frozenset(range(7))
    opens: time = time(0, 0)
    closes: time = time(0, 0)
    first: date | None = None
    last: date | None = None
    except_on: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A wish to show a page on some displays for some time.

    Attributes:
        page: A record to show, or one of the kiosk's own pages by name.
        hours: When it recurs; None means all the time between `since` and `until`.
        since, until: Aware moments; `until` is the first at which it no longer holds.
    """

    layer: Layer
    name: str
    page: RecordId | str
    scope: Scope = Scope()
    hours: Hours | None = None
    since: datetime | None = None
    until: datetime | None = None
