"""One drag from press to release: what it would make of the dates, in whole steps of their precision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from hall_app.curator.timeline.lane import Entry, entry_of
from hall_app.curator.timeline.scene import Part, Scene
from hall_app.curator.timeline.wishes import Move, Stretch
from hall_app.domain.dates import HallDate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.shifting import Unit, in_units, shifted, stretched, unit_of
from hall_app.errors import InvalidRecord

Ghosts = dict[str, tuple[Entry, RecordId | None]]


@dataclass(frozen=True, slots=True)
class Pan:
    """The days are drawn along."""

    at: QPointF


@dataclass(frozen=True, slots=True)
class Band:
    """A rubber band; `kept` stays selected with what it takes in."""

    origin: QPointF
    at: QPointF
    kept: tuple[RecordId, ...] = ()

    @property
    def box(self) -> QRectF:
        return QRectF(self.origin, self.at).normalized()


@dataclass(frozen=True, slots=True)
class Drag:
    """Entries under way.

    Attributes:
        lead: The one under the hand, whose precision sets the step.
        home: The gallery it comes from.
        held: Every entry that moves, by its id.
        wish: What would be done if the hand let go now; None for nothing.
        ghosts: Where the entries would come to lie.
    """

    part: Part
    origin: QPointF
    lead: Entry
    home: RecordId | None
    held: Mapping[str, Entry]
    wish: Move | Stretch | None = None
    ghosts: Ghosts | None = None

    def moved(self, scene: Scene, point: QPointF) -> Drag:
        """The same drag with the hand elsewhere; a date that cannot go there stays where it was."""
        days = round((point.x() - self.origin.x()) / scene.scale.pitch)
        try:
            return (
                self._stretched(days) if self.part in _ENDS else self._carried(scene, point, days)
            )
        except InvalidRecord:
            return self

    def _stretched(self, days: int) -> Drag:
        end = 0 if self.part is Part.FIRST else 1
        unit = end_unit(self.lead.date, end)
        count = in_units(days, Unit.DAY, unit)
        date = stretched(self.lead.date, end, count, unit)
        wish = Stretch(self.lead.mark.id, end, count, unit) if date != self.lead.date else None
        return self._with(wish, {self.lead.mark.id: date}, None)

    def _carried(self, scene: Scene, point: QPointF, days: int) -> Drag:
        unit = unit_of(self.lead.date)
        count = in_units(days, Unit.DAY, unit)
        lane = scene.lane_at(point.y())
        gallery = lane.track.gallery if lane and self.lead.mark.kind is Kind.EVENT else None
        gallery = gallery if gallery != self.home else None
        dates = {key: shifted(one.date, count, unit) for key, one in self.held.items()}
        ids = tuple(RecordId(one) for one in self.held)
        wish = Move(ids, count, unit, gallery) if count or gallery else None
        return self._with(wish, dates, gallery)

    def _with(
        self, wish: Move | Stretch | None, dates: dict[str, HallDate], gallery: RecordId | None
    ) -> Drag:
        ghosts: Ghosts = {}
        for key, date in dates.items():
            mark = self.held[key].mark
            if (entry := entry_of(mark, date)) is not None:
                ghosts[key] = (entry, gallery or mark.gallery)
        return Drag(self.part, self.origin, self.lead, self.home, self.held, wish, ghosts)


_ENDS = (Part.FIRST, Part.LAST)


def end_unit(date: HallDate, end: int) -> Unit:
    """The step of one end of a period."""
    ends = date.edtf.split("/")
    known = ends[min(end, len(ends) - 1)]
    alone = HallDate(known, date.earliest, date.latest, date.precision)
    return unit_of(alone)
