"""The canvas of the timeline: drawn whole by one hand, since an item an event would be too slow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.labels import understood
from hall_app.curator.timeline import keys
from hall_app.curator.timeline.gesture import Band, Drag, Ghosts, Pan
from hall_app.curator.timeline.lane import Entry, label_of
from hall_app.curator.timeline.painting import Brush
from hall_app.curator.timeline.scale import Scale, date_words, unit_for
from hall_app.curator.timeline.scene import GUTTER, Hit, Part, Scene, Shown, Track, lay_out
from hall_app.curator.timeline.wishes import Make, Open, Wish
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind

_NEAR = 5.0
_WHEEL = 1.0018
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Canvas(QWidget):
    """Shows lanes, eras and events; tells what a hand wants and changes nothing itself."""

    wanted = Signal(object)
    # The selected ids, the one under the hand last.
    selected = Signal(object)
    # Other days are in view.
    view_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._brush = Brush(desk.tokens)
        self.tracks: Sequence[Track] = ()
        self.selection: tuple[RecordId, ...] = ()
        self._eras: Sequence[tuple[Entry, int]] = ()
        self._entries: dict[str, Entry] = {}
        self._words: dict[str, str] = {}
        self._ghost_words: dict[str, str] = {}
        self._scale = Scale(0.0, 1000.0)
        self._whole = (0.0, 1000.0)
        self._scene: Scene | None = None
        self._gesture: Pan | Band | Drag | None = None
        self._settling: Ghosts = {}
        self._pressed: QPointF | None = None
        self._pointer = QPointF(-1, -1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(desk.say("workspace-timeline"))
        self.setAccessibleDescription(desk.say("timeline-keys"))
        self.setMinimumSize(480, 300)

    # -- what is shown ---------------------------------------------------------------

    def show_content(
        self,
        tracks: Sequence[Track],
        eras: Sequence[tuple[Entry, int]],
        words: dict[str, str],
        whole: tuple[float, float],
    ) -> None:
        """Show these lanes and eras; what is selected and still there stays so."""
        self.tracks, self._eras, self._words, self._whole = tracks, eras, words, whole
        self._entries = {one.mark.id: one for track in tracks for one in track.lane.entries}
        self._entries |= {one.mark.id: one for one, _ in eras}
        self._settling = {}
        kept = tuple(one for one in self.selection if one in self._entries)
        if kept != self.selection:
            self.select(kept)
        self.refresh()

    def refresh(self) -> None:
        """Lay everything out anew at the next sight of it."""
        self._scene = None
        self.update()

    def let_go(self) -> None:
        """What was dragged could not be moved: show it where it is."""
        self._settling = {}
        self.refresh()

    @property
    def scale(self) -> Scale:
        """Which days are in view."""
        return self._scale.over(GUTTER, max(self.width(), int(GUTTER) + 1))

    @property
    def scene(self) -> Scene:
        """Where everything lies now."""
        if self._scene is None:
            ghosts = self._gesture.ghosts if isinstance(self._gesture, Drag) else None
            moving = ghosts or self._settling
            self._ghost_words = {
                key: label_of(entry, self._desk.language) for key, (entry, _) in moving.items()
            }
            shown = Shown(self.tracks, self._eras, self.selection, moving)
            self._scene = lay_out(self.width(), self.height(), self._scale, shown, self._measure)
        return self._scene

    @property
    def lead(self) -> Entry | None:
        """The entry that was selected last."""
        return self._entries.get(self.selection[-1]) if self.selection else None

    def entry(self, record_id: str) -> Entry | None:
        """Where a record lies on the axis, if it is on the canvas."""
        return self._entries.get(record_id)

    def show_days(self, first: float, span: float) -> None:
        """Bring a stretch of days into view."""
        self._look(self.scale.showing(first, span))

    def show_all(self) -> None:
        """Everything there is, with a little room at its ends."""
        first, last = self._whole
        room = max((last - first) * 0.03, 20.0)
        self.show_days(first - room, last - first + 2 * room)

    def zoom(self, factor: float, x: float = -1.0) -> None:
        """Nearer or farther about a place; without one about the pointer, or the middle."""
        if x < 0:
            inside = self.rect().contains(self._pointer.toPoint()) and self._pointer.x() > GUTTER
            x = self._pointer.x() if inside else (GUTTER + self.width()) / 2
        self._look(self.scale.zoomed(factor, x))

    def pan(self, pixels: float) -> None:
        """Move the days along."""
        self._look(self.scale.moved(pixels))

    def select(self, ids: Sequence[RecordId]) -> None:
        """Select these records."""
        self.selection = tuple(dict.fromkeys(ids))
        self.refresh()
        lead = self.lead
        said = (
            f"{self._words.get(lead.mark.id, '')} {understood(self._desk, lead.date)}"
            if lead
            else ""
        )
        self.setAccessibleDescription(said or self._desk.say("timeline-keys"))
        self.selected.emit(self.selection)

    def select_all(self) -> None:
        """Select every event in view."""
        scale = self.scale
        events = (one for track in self.tracks for one in track.lane.entries)
        self.select([e.mark.id for e in events if e.start <= scale.last and e.end > scale.first])

    def choose_next(self, step: int) -> None:
        """Select the event after, or before, the one selected last; it comes into view."""
        order = sorted(self._entries.values(), key=lambda one: (one.start, one.mark.id))
        order = [one for one in order if one.mark.kind is Kind.EVENT]
        if not order:
            return
        ids = [one.mark.id for one in order]
        if self.selection and self.selection[-1] in ids:
            at = min(max(ids.index(self.selection[-1]) + step, 0), len(ids) - 1)
        else:
            at = next((n for n, one in enumerate(order) if one.start >= self.scale.first), 0)
        self.reveal(ids[at])

    def reveal(self, record_id: RecordId) -> None:
        """Select a record and bring it into view."""
        entry = self._entries.get(record_id)
        if entry is None:
            return
        scale = self.scale
        if not scale.first <= entry.start <= scale.last:
            self.show_days(entry.start - scale.span / 2, scale.span)
        self.select((record_id,))

    def make_here(self) -> None:
        """Ask for an event at the pointer, or in the middle of the view."""
        inside = self.rect().contains(self._pointer.toPoint()) and self._pointer.x() > GUTTER
        middle = QPointF((GUTTER + self.width()) / 2, self.scene.axis + 60)
        self._make(self._pointer if inside else middle)

    def wish(self, wish: Wish) -> None:
        """Ask for something, by a key."""
        self.wanted.emit(wish)

    def leave_off(self) -> None:
        """Stop a drag without doing it; without one, select nothing."""
        if self._gesture is not None:
            self._gesture = None
            self._pressed = None
            self.refresh()
        elif self.selection:
            self.select(())

    # -- hands -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = point = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._gesture = Pan(point)
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        hit = self.scene.hit(point)
        held = event.modifiers()
        is_adding = bool(held & (_CONTROL | _SHIFT))
        if hit is None:
            if is_adding:
                self._gesture = Band(point, point, self.selection)
            return
        ids = tuple(one.mark.id for one in hit.entries)
        if is_adding:
            are_in = all(one in self.selection for one in ids)
            kept = tuple(one for one in self.selection if one not in ids)
            self.select(kept if are_in and held & _CONTROL else (*kept, *ids))
        elif not all(one in self.selection for one in ids):
            self.select(ids)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._pointer = event.position()
        if self._pressed is None:
            self._show_cursor(point)
            return
        if self._gesture is None:
            if (point - self._pressed).manhattanLength() < _NEAR:
                return
            self._gesture = self._begin(self._pressed)
        match self._gesture:
            case Pan(at):
                self.pan(point.x() - at.x())
                self._gesture = Pan(point)
            case Band(origin, _, kept):
                self._gesture = Band(origin, point, kept)
                self.update()
            case Drag() as drag:
                self._gesture = drag.moved(self.scene, point)
                self.refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, pressed = self._gesture, self._pressed
        self._gesture = self._pressed = None
        match gesture:
            case Band() as band:
                found = tuple(one.mark.id for one in self.scene.within(band.box))
                self.select((*band.kept, *found))
            case Drag(wish=wish, ghosts=ghosts) if wish is not None:
                self._settling = ghosts or {}
                self.wanted.emit(wish)
            case None if pressed is not None and event.button() is Qt.MouseButton.LeftButton:
                self._clicked(event)
        self.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.scene.hit(event.position())
        if hit is None:
            if event.position().x() > GUTTER:
                self._make(event.position())
        elif len(hit.entries) > 1:
            self._zoom_to(hit)
        else:
            self.wanted.emit(Open(hit.entries[0].mark.id))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if turned.x() or event.modifiers() & _SHIFT:
            self.pan((turned.x() or turned.y()) / 2)
        else:
            self.zoom(_WHEEL ** turned.y(), event.position().x())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.press(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position().x())
            return True
        if isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().event(event)

    def resizeEvent(self, _event: QEvent) -> None:
        self.refresh()
        self.view_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._brush.draw(painter, self.scene, frozenset(self.selection), self._called)
        tokens = self._desk.tokens
        match self._gesture:
            case Band() as band:
                fill = QColor(tokens.accent)
                fill.setAlphaF(0.12)
                painter.fillRect(band.box, fill)
                painter.setPen(QPen(QColor(tokens.accent), 1))
                painter.drawRect(band.box)
            case Drag(ghosts=ghosts, lead=lead) if ghosts:
                self._say_date(painter, ghosts[lead.mark.id][0], lead)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    # -- inside --------------------------------------------------------------------------

    def _called(self, record_id: str) -> str:
        return self._ghost_words.get(record_id) or self._words.get(record_id, "")

    def _measure(self, entry: Entry) -> float:
        words = self._called(entry.mark.id)
        return self._brush.measure(words, is_strong=entry.mark.importance == 3)

    def _look(self, scale: Scale) -> None:
        self._scale = scale
        self.refresh()
        self.view_changed.emit()

    def _begin(self, point: QPointF) -> Pan | Band | Drag:
        hit = self.scene.hit(point)
        if hit is None:
            return Pan(point)
        lead = hit.entries[0]
        is_end = hit.part in (Part.FIRST, Part.LAST)
        ids = (lead.mark.id,) if is_end else self.selection
        held: dict[str, Entry] = {one: self._entries[one] for one in ids if one in self._entries}
        held[lead.mark.id] = lead
        return Drag(hit.part, point, lead, lead.mark.gallery, held)

    def _clicked(self, event: QMouseEvent) -> None:
        hit = self.scene.hit(event.position())
        if event.modifiers() & (_CONTROL | _SHIFT):
            return
        ids = tuple(one.mark.id for one in hit.entries) if hit else ()
        if ids != self.selection:
            self.select(ids)

    def _make(self, point: QPointF) -> None:
        lane = self.scene.lane_at(point.y())
        scale = self.scale
        date = date_words(scale.day(point.x()), unit_for(scale))
        self.wanted.emit(Make(date, lane.track.gallery if lane else None))

    def _zoom_to(self, hit: Hit) -> None:
        first, last = hit.entries[0].start, hit.entries[-1].start
        room = max((last - first) * 0.3, 20.0)
        self.show_days(first - room, last - first + 2 * room)

    def _show_cursor(self, point: QPointF) -> None:
        hit = self.scene.hit(point)
        is_end = hit is not None and hit.part in (Part.FIRST, Part.LAST)
        shape = Qt.CursorShape.SizeHorCursor if is_end else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape if hit else Qt.CursorShape.ArrowCursor)

    def _explain(self, event: QHelpEvent) -> None:
        hit = self.scene.hit(QPointF(event.pos()))
        if hit is None:
            QToolTip.hideText()
            return
        lines = [
            f"{self._words.get(one.mark.id, '')}　{understood(self._desk, one.date)}"
            for one in hit.entries[:6]
        ]
        if len(hit.entries) > 6:
            lines.append(self._desk.say("timeline-more", count=len(hit.entries) - 6))
        QToolTip.showText(event.globalPos(), "\n".join(lines), self)

    def _say_date(self, painter: QPainter, entry: Entry, before: Entry) -> None:
        """The date as it would be understood, beside the hand."""
        words = understood(self._desk, entry.date)
        if before.mark.has_words and entry.date.edtf != before.date.edtf:
            words += "　·　" + self._desk.say("timeline-words-go")
        width = painter.fontMetrics().horizontalAdvance(words) + 24
        left = min(max(self._pointer.x() + 14, GUTTER), self.width() - width - 6)
        top = min(max(self._pointer.y() - 40, 6), self.height() - 34)
        box = QRectF(left, top, width, 28)
        painter.setPen(QPen(QColor(self._desk.tokens.accent), 1))
        painter.setBrush(QColor(self._desk.tokens.panel))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(self._desk.tokens.text))
        painter.drawText(box, _CENTRE, words)


_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
