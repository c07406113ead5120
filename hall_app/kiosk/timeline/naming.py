"""Which ends of a stretch are called by their names, and where the names stand."""

from __future__ import annotations

from collections.abc import Sequence

from hall_app.domain.records import Gallery
from hall_app.kiosk.measure import text_width
from hall_app.kiosk.timeline import rows
from hall_app.kiosk.timeline.frame import Frame
from hall_app.kiosk.timeline.labels import Label, Wish, place
from hall_app.kiosk.timeline.skein import End
from hall_app.kiosk.timeline.view import WHOLE, View
from hall_app.kiosk.visit import Visit

_LANDMARKS_APART = 180.0
_NAMES_APART = 24.0


def named(
    ends: Sequence[End], frame: Frame, view: View, galleries: Sequence[Gallery], visit: Visit
) -> list[Label]:
    """The labels of a stretch: every end that has room, but only landmarks in the whole of it.

    A gallery alone has room for all of its ends at every zoom.
    """
    only_landmarks = view.level == WHOLE and not frame.is_alone
    has_note = frame.is_alone or (view.level > 1 and frame.lane_gap >= 100)
    wishes = [
        Wish(
            end,
            visit.short(end.event.date),
            rows.short_title(end.event, visit),
            rows.first_line(end.event, visit) if has_note else "",
        )
        for end in ends
        if not end.joins_before and (not only_landmarks or end.event.importance == 3)
    ]
    return place(
        wishes,
        frame.field(has_note=has_note),
        text_width,
        taken=frame.taken(ends, [visit.gallery_title(gallery.slug) for gallery in galleries]),
        spacing=_LANDMARKS_APART if only_landmarks else _NAMES_APART,
    )
