"""The skeins of the timeline page: a stretch with its ends, one year's thread, the mini-map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hall_app.domain.dates import Day
from hall_app.domain.records import Event, Gallery
from hall_app.kiosk.timeline.frame import Frame, lanes_of
from hall_app.kiosk.timeline.scale import FIRST_YEAR, Scale
from hall_app.kiosk.timeline.skein import End, Lane, Winding, first_moment, wind


def lane_of(galleries: Sequence[Gallery], lanes: Sequence[Lane]) -> Mapping[str, Lane]:
    """The lane of each gallery id."""
    return {gallery.id: lane for gallery, lane in zip(galleries, lanes, strict=False)}


def mini_winding(
    events: Sequence[Event],
    galleries: Sequence[Gallery],
    frame: Frame,
    scale: Scale,
    *,
    limit: float,
    today: Day,
) -> Winding:
    """The whole skein, small, with dots and no brackets."""
    lanes = lanes_of(galleries, frame.mini_lanes)
    thread = frame.mini_thread(len(events))
    ends = wind(
        events,
        lane_of(galleries, lanes),
        scale,
        thread,
        view=(FIRST_YEAR, limit),
        today=today,
    )
    return Winding(tuple(ends), lanes, thread, frozenset(), 0.7, 0.9, dot=2.4)


def year_winding(
    events: Sequence[Event], galleries: Sequence[Gallery], frame: Frame, year: int
) -> Winding:
    """The thread as it was when a year began: bands of strands, no joining ends."""
    lanes = lanes_of(galleries, frame.mini_lanes)
    order = [lane for lane in lanes if lane.is_above] + [x for x in lanes if not x.is_above]
    ids = {gallery.slug: gallery.id for gallery in galleries}
    before = [e for e in events if e.date and first_moment(e.date) < year]
    rows = [(event, lane) for lane in order for event in before if event.gallery == ids[lane.slug]]
    pitch = min(1.5, 100 / max(1, len(rows)))
    ends = tuple(
        End(
            event,
            lane,
            left=0,
            right=0,
            slot=frame.year_middle + (number - len(rows) / 2) * pitch,
            joins_before=True,
            is_open=False,
            is_dashed=False,
        )
        for number, (event, lane) in enumerate(rows)
    )
    return Winding(ends, (), frame.thread(len(rows)), frozenset(), 1.2, 0.55)
