"""Crafts and their keepers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import HallDate
from hall_app.domain.ids import GalleryId, PersonId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Illustrated
from hall_app.domain.text import NO_TEXT, Text


class HeritageLevel(StrEnum):
    """On whose list of intangible heritage a craft stands."""

    WORLD = "world"
    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True, kw_only=True)
class Craft(Illustrated):
    """A craft; `steps` is how it is done, first step first."""

    kind: ClassVar[Kind] = Kind.CRAFT

    gallery: GalleryId | None = None
    place: Text = NO_TEXT
    level: HeritageLevel | None = None
    steps: tuple[Text, ...] = ()
    keepers: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Illustrated):
    """A person of the hall's story."""

    kind: ClassVar[Kind] = Kind.PERSON

    gallery: GalleryId | None = None
    role: Text = NO_TEXT
    place: Text = NO_TEXT
    born: HallDate | None = None
    died: HallDate | None = None
