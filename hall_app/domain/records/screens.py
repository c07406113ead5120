"""The hall's screens, and what has been published to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.ids import GalleryId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record


class Orientation(StrEnum):
    """How a screen hangs."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


class PowerControl(StrEnum):
    """How a screen is switched on and off from afar."""

    NONE = "none"
    WAKE_ON_LAN = "wake-on-lan"
    PJLINK = "pjlink"
    CEC = "cec"


@dataclass(frozen=True, slots=True, kw_only=True)
class Display(Record):
    """A screen in the hall.

    Attributes:
        plan_x, plan_y: Its place on the floor plan, in metres from the plan's top left.
        mounting_height_mm: From the floor to the lower edge of the picture.
        viewing_distance_mm: Where its readers stand.
        is_foreign: We feed and watch it only: an LED wall, a media server, a signage box.
    """

    kind: ClassVar[Kind] = Kind.DISPLAY

    gallery: GalleryId | None = None
    group: str = ""
    plan_x: float = 0
    plan_y: float = 0
    width_px: int = 1920
    height_px: int = 1080
    width_mm: int = 0
    height_mm: int = 0
    mounting_height_mm: int = 0
    viewing_distance_mm: int = 0
    orientation: Orientation = Orientation.LANDSCAPE
    is_touch: bool = True
    is_foreign: bool = False
    power: PowerControl = PowerControl.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Record):
    """A published edition of the hall; only its title and remark are a curator's to change.

    Attributes:
        number: Counts up by one and is never used twice.
        published_at: ISO 8601 with offset.
        manifest: sha-256 of the root of its hash tree.
        note: What the publisher said about it.
    """

    kind: ClassVar[Kind] = Kind.RELEASE

    number: int = 0
    published_at: str = ""
    published_by: str = ""
    manifest: str = ""
    note: str = ""
