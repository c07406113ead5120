"""The hall's one timeline: saved views, eras and events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import HallDate
from hall_app.domain.ids import EraId, GalleryId, RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Illustrated
from hall_app.domain.text import NO_TEXT, Text


class Certainty(StrEnum):
    """Whether an event is told as fact, as tradition (相傳) or as disputed."""

    FACT = "fact"
    TRADITION = "tradition"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Illustrated):
    """A saved view of the hall's timeline.

    Attributes:
        span: From the first to the last day in view.
        galleries: The lanes in view; none means all.
        importance: Events of at least this importance are in view, 1 to 3.
    """

    kind: ClassVar[Kind] = Kind.TIMELINE

    span: HallDate | None = None
    galleries: tuple[GalleryId, ...] = ()
    importance: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Era(Illustrated):
    """A named stretch of time; eras may nest."""

    kind: ClassVar[Kind] = Kind.ERA

    date: HallDate | None = None
    parent: EraId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Illustrated):
    """One thing that happened: an end of silk that joins the thread on its date.

    Attributes:
        short_title: The few characters that fit a timeline label.
        importance: 3 a landmark, 2 told on its page, 1 seen when zoomed in. An editorial choice.
        related: Enterprises, people, crafts it is about.
    """

    kind: ClassVar[Kind] = Kind.EVENT

    gallery: GalleryId | None = None
    date: HallDate | None = None
    short_title: Text = NO_TEXT
    importance: int = 1
    certainty: Certainty = Certainty.FACT
    related: tuple[RecordId, ...] = ()
