"""Where everything on the canvas lies, and what lies under a point. No widget."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF

from hall_app.curator.timeline.lane import Entry, Lane
from hall_app.curator.timeline.placing import Drawn, Measure, Placed, place
from hall_app.curator.timeline.scale import Scale, Tick, ticks
from hall_app.domain.ids import RecordId
from hall_app.editing.shifting import can_stretch

GUTTER = 144.0
AXIS = 28.0
ERA = 22.0
ROW = 26.0
STRIP = 26.0
_HANDLE = 6.0


class Part(StrEnum):
    """What of a thing lies under a point."""

    BODY = "body"
    FIRST = "first"
    LAST = "last"
    KNOT = "knot"


@dataclass(frozen=True, slots=True)
class Hit:
    """The entries under a point and which part of them; none where a lane is empty."""

    part: Part
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A gallery's lane: its name, its place on the walk, what it holds."""

    gallery: RecordId | None
    title: str
    order: int
    lane: Lane


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane as it lies on the canvas."""

    track: Track
    top: float
    height: float
    drawn: Drawn

    @property
    def strip(self) -> float:
        """The height at which its knots hang."""
        return self.top + self.height - STRIP / 2

    def baseline(self, row: int) -> float:
        """The top of a row of labels; the first stands just above the knots."""
        return self.top + self.height - STRIP - (row + 1) * ROW


@dataclass(frozen=True, slots=True)
class EraBox:
    """An era's band."""

    entry: Entry
    box: QRectF


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be laid out: the content, what is selected, and what a hand is moving.

    Attributes:
        eras: Each era and how deep it is nested.
        ghosts: Where the moved entries would come to lie, with their gallery.
    """

    tracks: Sequence[Track]
    eras: Sequence[tuple[Entry, int]]
    selected: Collection[str] = ()
    ghosts: Mapping[str, tuple[Entry, RecordId | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """The canvas laid out for a size and a scale."""

    width: float
    height: float
    scale: Scale
    lanes: tuple[LaneBox, ...]
    eras: tuple[EraBox, ...]
    ticks: tuple[Tick, ...]
    axis: float

    def lane_at(self, y: float) -> LaneBox | None:
        """The lane at a height."""
        return next((one for one in self.lanes if one.top <= y < one.top + one.height), None)

    def hit(self, point: QPointF) -> Hit | None:
        """What lies under a point."""
        for era in self.eras:
            if era.box.contains(point):
                return Hit(
                    _part(era.entry, era.box.left(), era.box.right(), point.x()), (era.entry,)
                )
        lane = self.lane_at(point.y())
        if lane is None:
            return None
        for one in reversed(lane.drawn.placed):
            if box_of(one, lane).contains(point):
                return Hit(_part(one.entry, one.left, one.right, point.x()), (one.entry,))
        if abs(point.y() - lane.strip) <= STRIP / 2:
            near = [one for one in lane.drawn.knots if abs(one.x - point.x()) <= 13]
            if near:
                knot = min(near, key=lambda one: abs(one.x - point.x()))
                return Hit(Part.KNOT, knot.entries)
        return None

    def within(self, band: QRectF) -> list[Entry]:
        """Everything that a rubber band takes in."""
        found: list[Entry] = []
        for lane in self.lanes:
            placed = lane.drawn.placed
            found += [one.entry for one in placed if box_of(one, lane).intersects(band)]
            for knot in lane.drawn.knots:
                if band.contains(QPointF(knot.x, lane.strip)):
                    found += knot.entries
        return found

    def box(self, record_id: str) -> QRectF | None:
        """Where a record is drawn, whether with its words or as a knot."""
        for era in self.eras:
            if era.entry.mark.id == record_id:
                return era.box
        for lane in self.lanes:
            for one in lane.drawn.placed:
                if one.entry.mark.id == record_id:
                    return box_of(one, lane)
            for knot in lane.drawn.knots:
                if knot.holds_any({record_id}):
                    return QRectF(knot.x - 9, lane.strip - 9, 18, 18)
        return None


def box_of(placed: Placed, lane: LaneBox) -> QRectF:
    """The room of a label with its sign."""
    left = placed.left - 7 if placed.is_knot else min(placed.left, placed.words) - 5
    right = max(placed.right + 5, placed.words + placed.width + 4)
    return QRectF(left, lane.baseline(placed.row), right - left, ROW)


def lay_out(width: float, height: float, scale: Scale, shown: Shown, measure: Measure) -> Scene:
    """Lay everything out: eras above, the axis, then the lanes as high as there is room for."""
    scale = scale.over(GUTTER, width)
    depth = max((level for _, level in shown.eras), default=-1) + 1
    axis = depth * ERA + 4
    top = axis + AXIS
    each = max((height - top) / max(len(shown.tracks), 1), STRIP + ROW)
    lanes = tuple(
        _lane_box(track, top + number * each, each, scale, shown, measure)
        for number, track in enumerate(shown.tracks)
    )
    eras = tuple(
        box
        for entry, level in shown.eras
        if (box := _era_box(shown.ghosts.get(entry.mark.id, (entry, None))[0], level, scale))
    )
    return Scene(width, height, scale, lanes, eras, tuple(ticks(scale)), axis)


def _lane_box(
    track: Track, top: float, height: float, scale: Scale, shown: Shown, measure: Measure
) -> LaneBox:
    ours = [
        entry
        for entry, gallery in shown.ghosts.values()
        if gallery == track.gallery and entry.mark.kind == "event"
    ]
    selected = shown.selected if len(shown.selected) <= 200 else ()
    first = ours + [
        one
        for one in (track.lane.find(record_id) for record_id in selected)
        if one is not None and one.mark.id not in shown.ghosts
    ]
    first.sort(key=lambda one: -one.mark.importance)
    rows = max(1, int((height - STRIP - 6) / ROW))
    drawn = place(track.lane, scale, rows, measure, first=first, without=shown.ghosts.keys())
    return LaneBox(track, top, height, drawn)


def _era_box(entry: Entry, level: int, scale: Scale) -> EraBox | None:
    left = max(scale.x(entry.start), scale.left - 8)
    right = min(scale.x(entry.end), scale.right + 8)
    if right <= scale.left or left >= scale.right:
        return None
    return EraBox(entry, QRectF(left, 2 + level * ERA, max(right - left, 3), ERA - 3))


def _part(entry: Entry, left: float, right: float, x: float) -> Part:
    if not can_stretch(entry.date) or right - left < 3 * _HANDLE:
        return Part.BODY
    if abs(x - left) <= _HANDLE:
        return Part.FIRST
    return Part.LAST if abs(x - right) <= _HANDLE and not entry.is_open else Part.BODY
