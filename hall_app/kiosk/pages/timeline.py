"""The timeline page: where the visitor stands in six hundred years, and what is drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.dates import Precision
from hall_app.domain.records import Event, Exhibit, Gallery, Record, Timeline
from hall_app.kiosk.dates import year_name
from hall_app.kiosk.pages.page import Face, Page, face_of
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.timeline import rows
from hall_app.kiosk.timeline.frame import Frame, frame_of, lanes_of
from hall_app.kiosk.timeline.naming import named
from hall_app.kiosk.timeline.scale import (
    FIRST_YEAR,
    WHOLE_TICKS,
    FourPieces,
    Linear,
    Scale,
    ticks,
)
from hall_app.kiosk.timeline.skein import NO_WINDING, Winding, last_moment, wind
from hall_app.kiosk.timeline.view import WHOLE, YEAR, View
from hall_app.kiosk.timeline.windings import lane_of, mini_winding, year_winding
from hall_app.kiosk.timeline.year import before_year, of_year
from hall_app.kiosk.timeline.year_rows import BarRow, CardRow, year_rows
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PICK_WITHIN = 36.0
_PICK_AT_MOST = 6


@QmlElement
class TimelinePageModel(Page):
    """Four zooms of one skein. `lay` tells it the room it has; everything else follows."""

    laid = Signal()
    """After anything was placed anew."""

    form: ClassVar[str] = "Timeline"

    def __init__(self, visit: Visit, record: Record | None = None) -> None:
        super().__init__(visit, record)
        if record is None:
            self.ref = "timeline"
        self.changed.connect(self.laid)
        saved = visit.get(record.view) if isinstance(record, Exhibit) else record
        self._saved = saved if isinstance(saved, Timeline) else None
        self._events = self._wanted_events()
        self._galleries = self._wanted_galleries()
        last = float(max(visit.today.year, 2026))
        self._view = View.of(self._saved, last, self._events, visit.today)
        self._frame = Frame()
        self._windings: dict[str, Winding] = {}
        self._ticks, self._eras, self._lanes = (
            Rows(rows.TickRow, self),
            Rows(rows.EraRow, self),
            Rows(rows.LaneRow, self),
        )
        self._labels, self._picked = Rows(rows.LabelRow, self), Rows(rows.PickedRow, self)
        self._earlier_ends = Rows(rows.EarlierRow, self)
        self._cards, self._bars = Rows(CardRow, self), Rows(BarRow, self)

    def _wanted_events(self) -> tuple[Event, ...]:
        saved = self._saved
        return tuple(
            event
            for event in self.visit.all(Event)
            if event.date is not None
            and (saved is None or event.importance >= saved.importance)
            and (saved is None or not saved.galleries or event.gallery in saved.galleries)
        )

    def _wanted_galleries(self) -> list[Gallery]:
        chosen = self._saved.galleries if self._saved is not None else ()
        alone = [gallery for gallery in self.visit.galleries if gallery.id in chosen]
        return alone if len(alone) == 1 else list(self.visit.galleries)

    @property
    def place(self) -> str:
        return self.visit.gallery_slug(self.record) if isinstance(self.record, Exhibit) else ""

    def face(self) -> Face:
        if self.record is not None:
            return face_of(self.record, self.visit)
        return Face(title=self.visit.say("timeline"))

    def fill(self) -> None:
        self._wind()
        self._show_picked([e for row in self._picked.rows if (e := self._event(row.id))])

    # --- room and view ----------------------------------------------------------------

    @Slot(float, float, float)
    def lay(self, width: float, height: float, base: float) -> None:
        """The page has this much room, down to `base`."""
        self._frame = Frame(width=width, height=height, base=base)
        self._again()

    @Slot(int)
    def zoom(self, level: int) -> None:
        """Go to one of the four zooms, about what the visitor looked at last."""
        self._view = self._view.at_level(level, self._focus())
        self._show_picked([])
        self._again()

    @Slot(float, float)
    def pinch(self, factor: float, x: float) -> None:
        """A pinch ended: one zoom in or out about the year under the fingers."""
        step = 1 if factor > 1.25 else -1 if factor < 0.8 else 0
        year = self._scale().year(x)
        self._view = self._view.at_level(self._view.level + step, year)
        self._again()

    @Slot(float)
    def pan(self, dx: float) -> None:
        """The finger moved the years by so many pixels."""
        if self._view.level != WHOLE and self._frame.width > 0:
            self._view = self._view.moved(-dx / self._frame.width)
            self._again()

    @Slot(float)
    def jump(self, x: float) -> None:
        """Look at the year under this place of the mini-map."""
        self._view = self._view.about(self._mini_scale().year(x))
        self._again()

    @Slot(int)
    def turn(self, direction: int) -> None:
        """The stretch before or after this one."""
        self._view = self._view.moved(1.0 * direction)
        self._again()

    def show_year(self, year: int) -> None:
        """One year, whatever was in view."""
        self._view = self._view.at_level(YEAR, year)
        self._again()

    def _focus(self) -> float:
        picked = self._picked.rows
        event = self._event(picked[0].id) if picked else None
        if event is not None and event.date is not None:
            return event.date.earliest.fraction
        return self._view.focus

    def _again(self) -> None:
        self._wind()
        self.laid.emit()

    # --- drawing ----------------------------------------------------------------------

    def winding(self, part: str) -> Winding:
        return self._windings.get(part, NO_WINDING)

    def _scale(self) -> Scale:
        frame, view = self._frame, self._view
        if view.level == WHOLE:
            return FourPieces(frame.left, frame.right, view.limit)
        left, right = (
            (frame.year_left, frame.year_right) if view.level == YEAR else (0, frame.width)
        )
        return Linear(view.first, view.last, left, right)

    def _mini_scale(self) -> FourPieces:
        return FourPieces(self._frame.mini_left, self._frame.mini_right, self._view.limit)

    def _wind(self) -> None:
        if self._frame.width <= 0:
            return
        whole = frame_of(
            self._frame,
            is_whole=self._view.level == WHOLE,
            is_alone=len(self._galleries) == 1,
        )
        self._frame = whole
        self._windings["mini"] = mini_winding(
            self._events,
            self.visit.galleries,
            whole,
            self._mini_scale(),
            limit=self._view.limit,
            today=self.visit.today,
        )
        if self._view.level == YEAR:
            self._show_year()
        else:
            self._show_stretch()

    def _show_stretch(self) -> None:
        view, frame, visit = self._view, self._frame, self.visit
        lanes = lanes_of(self._galleries, frame.lanes)
        thread = frame.thread(len(self._events))
        span = (FIRST_YEAR, view.limit) if view.level == WHOLE else (view.first, view.last)
        ends = wind(
            self._events,
            lane_of(self._galleries, lanes),
            self._scale(),
            thread,
            view=span,
            today=visit.today,
        )
        labels = named(ends, frame, view, self._galleries, visit)
        rings = frozenset(label.end.event.id for label in labels)
        self._windings["whole"] = Winding(tuple(ends), lanes, thread, rings, 1.35, 0.82)
        years = WHOLE_TICKS if view.level == WHOLE else ticks(*span)
        self._ticks.show(rows.tick_rows(years, self._scale(), visit))
        self._eras.show(rows.era_rows(span, self._scale(), frame.width, visit))
        used = {end.lane.slug for end in ends}
        self._lanes.show(
            [
                rows.LaneRow(lane.slug, lane.y, visit.gallery_title(lane.slug))
                for lane in lanes
                if lane.slug in used or self._saved is None
            ]
        )
        self._labels.show([rows.label_row(label) for label in labels])
        # A gallery that is alone has the room to name those that had joined before.
        has_room = view.level == WHOLE and frame.is_alone
        earlier = self._earlier() if has_room else []
        self._earlier_ends.show([rows.earlier_row(event, visit) for event in earlier])
        self._cards.show([])
        self._bars.show([])

    def _show_year(self) -> None:
        frame, visit, year = self._frame, self.visit, int(self._view.first)
        scale = Linear(year, year + 1, frame.year_left, frame.year_right)
        found = of_year(self._events, year, visit.today)
        cards, bars = year_rows(found, year, scale, frame, visit)
        self._cards.show(cards)
        self._bars.show(bars)
        self._labels.show([])
        self._eras.show([])
        self._lanes.show([])
        self._ticks.show(rows.month_rows(year, scale, visit))
        self._windings["whole"] = year_winding(self._events, visit.galleries, frame, year)

    # --- picking ----------------------------------------------------------------------

    @Slot(float, float, result=bool)
    def pick(self, x: float, y: float) -> bool:
        """Take the ends within a fingertip, nearest first; False where there is none."""
        ends = (end for end in self.winding("whole").ends if not end.joins_before)
        near = sorted(
            (distance, end.event.id)
            for end in ends
            if (distance := end.distance(x, y)) <= _PICK_WITHIN
        )
        self._show_picked([e for _, i in near[:_PICK_AT_MOST] if (e := self._event(i))])
        return bool(near)

    @Slot(str)
    def take(self, event_id: str) -> None:
        """Take one event."""
        event = self._event(event_id)
        self._show_picked([event] if event else [])

    @Slot()
    def take_earlier(self) -> None:
        """Take the events that had joined before the whole timeline begins."""
        self._show_picked(self._earlier()[:_PICK_AT_MOST])

    @Slot()
    def drop(self) -> None:
        self._show_picked([])

    def _earlier(self) -> list[Event]:
        early = [
            e for e in self._events if e.date and last_moment(e.date, self.visit.today) < FIRST_YEAR
        ]
        return sorted(early, key=lambda e: e.date.sort_key if e.date else 0)

    def _event(self, event_id: str) -> Event | None:
        record = self.visit.get(event_id)
        return record if isinstance(record, Event) else None

    def _show_picked(self, events: Sequence[Event]) -> None:
        found = [rows.picked_row(event, self.visit) for event in events]
        if found != list(self._picked.rows):
            self._picked.show(found)
            self.laid.emit()

    # --- what QML reads ----------------------------------------------------------------

    @Property(int, notify=laid)
    def level(self) -> int:
        return self._view.level

    @Property(str, notify=laid)
    def yearWords(self) -> str:
        return year_name(int(self._view.first), self.visit.language)

    @Property(str, notify=laid)
    def yearTitle(self) -> str:
        """The landmark of the year, "" where none stands out."""
        events = of_year(self._events, int(self._view.first), self.visit.today)
        landmarks = [e for e in events if e.importance == 3]
        # What happened on a day of this year stands for it before what merely fell into it.
        landmarks.sort(key=lambda e: e.date is not None and e.date.precision is not Precision.DAY)
        best = next(iter(landmarks), None)
        return rows.short_title(best, self.visit) if best else ""

    @Property(str, notify=laid)
    def yearNote(self) -> str:
        year = int(self._view.first)
        before = before_year(self._events, year)
        now = before_year(self._events, year + 1) - before
        if now == 0:
            return self.visit.say("year-none")
        return self.visit.say("year-ends", before=before, now=now)

    @Property(str, notify=laid)
    def span(self) -> str:
        """The years in view, in figures."""
        if self._view.level in (WHOLE, YEAR):
            return ""
        return f"{int(self._view.first)}–{int(self._view.last)}"

    @Property(str, notify=laid)
    def earlier(self) -> str:
        """The sentence about ends that entered before the left edge, "" where there are none."""
        count = len(self._earlier())
        if self._view.level != WHOLE or not count:
            return ""
        return self.visit.say("timeline-before", year=FIRST_YEAR, count=count)

    @Property(float, notify=laid)
    def axisY(self) -> float:
        return self._frame.axis

    @Property(float, notify=laid)
    def topY(self) -> float:
        return self._frame.top

    @Property(float, notify=laid)
    def middleY(self) -> float:
        return self._frame.year_middle if self._view.level == YEAR else self._frame.middle

    @Property(float, notify=laid)
    def openingY(self) -> float:
        return self._frame.opening

    @Property(float, notify=laid)
    def barsY(self) -> float:
        return self._frame.bars_top

    @Property(float, notify=laid)
    def miniX(self) -> float:
        return self._mini_scale().x(self._view.first)

    @Property(float, notify=laid)
    def miniWidth(self) -> float:
        scale = self._mini_scale()
        return max(10.0, scale.x(self._view.last) - scale.x(self._view.first))

    @Property(Rows, constant=True)
    def ticks(self) -> Rows:
        return self._ticks

    @Property(Rows, constant=True)
    def eras(self) -> Rows:
        return self._eras

    @Property(Rows, constant=True)
    def lanes(self) -> Rows:
        return self._lanes

    @Property(Rows, constant=True)
    def labels(self) -> Rows:
        return self._labels

    @Property(Rows, constant=True)
    def earlierEnds(self) -> Rows:
        return self._earlier_ends

    @Property(Rows, constant=True)
    def picked(self) -> Rows:
        return self._picked

    @Property(Rows, constant=True)
    def cards(self) -> Rows:
        return self._cards

    @Property(Rows, constant=True)
    def bars(self) -> Rows:
        return self._bars
