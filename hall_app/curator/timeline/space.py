"""The timeline workspace: filters, canvas, mini-map, and at the side what is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.parts import Elided, button, label, row
from hall_app.curator.timeline.book import Book, Wanted
from hall_app.curator.timeline.canvas import Canvas
from hall_app.curator.timeline.filters import Filters
from hall_app.curator.timeline.inspector import Inspector
from hall_app.curator.timeline.minimap import MiniMap
from hall_app.curator.timeline.paste_dialog import PasteDialog
from hall_app.curator.timeline.scale import YEAR
from hall_app.curator.timeline.wishes import (
    Copy,
    Make,
    Move,
    Open,
    Paste,
    Rank,
    Remove,
    Stretch,
    Wish,
)
from hall_app.domain.changes import Changes
from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.reckoning import ordinal
from hall_app.domain.records import Event
from hall_app.domain.text import LANGUAGES
from hall_app.editing import batch, dates, records, timeline
from hall_app.editing.pasting import COPIED, write
from hall_app.errors import HallError

_MARGIN = 10
_FIRST = float(ordinal(Day(1400)))
_LEVELS = ((300 * YEAR, 0), (30 * YEAR, 1), (3 * YEAR, 2))
_NARROW = 1400


class TimelineSpace(QWidget):
    """Carries out what the canvas asks for, each as one step of history."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.say
        self.book = Book(desk, self)
        self.canvas = Canvas(desk)
        self.minimap = MiniMap(desk, self.book)
        self.inspector = Inspector(desk)
        self.filters = Filters(desk)
        self.count = label("", "meta")
        self.density = Elided("")
        self.density.setObjectName("meta")
        self.empty = Empty(say("timeline-empty"), say("timeline-clear"), self._clear)
        self.paste = button(say("timeline-paste"), self._paste, tip=say("timeline-paste-tip"))
        self.add = button(
            say("add", kind=say("kind-event")), self.canvas.make_here, name="primary",
            tip=say("timeline-add-tip"), keys="Ctrl+Shift+N",
        )  # fmt: skip
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(12, 12, 12, 8)
        down.setSpacing(8)
        head = row(
            label(say("workspace-timeline"), "title"), self.count, None, self.paste, self.add
        )
        down.addLayout(head)
        down.addWidget(self.filters)
        down.addWidget(self.canvas, 1)
        down.addWidget(self.empty, 1)
        down.addWidget(self.minimap)
        down.addWidget(self.density)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(_MARGIN)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(panel)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        self.inspector.setMinimumWidth(280)
        around = QVBoxLayout(self)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addWidget(self._splitter)
        self.empty.hide()
        self._connect()

    def flush(self) -> None:
        """Save at once what was typed."""
        self.inspector.flush()

    def reveal(self, record_id: str) -> None:
        """Select a record and bring it into view."""
        self.canvas.reveal(RecordId(record_id))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.book.marks:
            self.book.read()
            first, last = self.book.whole
            first = max(first, _FIRST)
            room = max((last - first) * 0.02, 20.0)
            self.canvas.show_days(first - room, last - first + 2 * room)
        self.canvas.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size())

    def _fold(self, size: QSize) -> None:
        side = 290 if size.width() < _NARROW else 340
        self._splitter.setSizes([size.width() - side - 3 * _MARGIN, side])

    def _connect(self) -> None:
        self.book.changed.connect(self._show)
        self.canvas.wanted.connect(self._carry_out)
        self.canvas.selected.connect(self.inspector.show_selection)
        self.canvas.view_changed.connect(self._tell_view)
        self.minimap.looked.connect(self._look)
        self.filters.wanted.connect(self.book.want)
        self.filters.jumped.connect(self._jump)
        self.filters.zoomed.connect(self.canvas.zoom)
        self.filters.whole_wanted.connect(self.canvas.show_all)
        self.inspector.opened.connect(self.record_chosen)
        self.inspector.chosen.connect(self.reveal)
        # After the book, which has read what was made by then.
        self._desk.feed.changed.connect(self._meet)
        keys = QShortcut(QKeySequence("Ctrl+G"), self)
        keys.activated.connect(self._go)

    def _show(self) -> None:
        book, say = self.book, self._desk.say
        self.canvas.show_content(book.tracks, book.eras, book.words, book.whole)
        words = say("timeline-count", count=book.events)
        if book.undated:
            words += "　" + say("timeline-undated", count=book.undated)
        self.count.setText(words)
        is_empty = not book.events and book.wanted != Wanted()
        self.canvas.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self._tell_view()

    def _tell_view(self) -> None:
        """Say what the kiosk would show of these days: which zoom it is, how much it names."""
        scale = self.canvas.scale
        self.minimap.show_view(scale)
        level = next((n for least, n in _LEVELS if scale.span > least), 3)
        count = sum(one.lane.count(scale.first, scale.last) for one in self.book.tracks)
        named = sum(one.lane.count_landmarks(scale.first, scale.last) for one in self.book.tracks)
        self.density.setText(self._desk.say(f"timeline-level-{level}", count=count, named=named))

    def _go(self) -> None:
        self.filters.jump.setFocus()
        self.filters.jump.selectAll()

    def _jump(self, day: float) -> None:
        span = min(self.canvas.scale.span, 60 * YEAR)
        self.canvas.show_days(day - span / 2, span)
        self.canvas.setFocus()

    def _look(self, day: float) -> None:
        span = self.canvas.scale.span
        self.canvas.show_days(day - span / 2, span)

    def _clear(self) -> None:
        self.filters.search.clear()
        self.filters.gallery.setCurrentIndex(0)
        self.filters.importance.setCurrentIndex(0)
        self.book.want(Wanted())

    def _paste(self) -> None:
        self.inspector.flush()
        dialog = PasteDialog(self._desk, self.window(), QGuiApplication.clipboard().text())
        dialog.pasted.connect(self._show_pasted)
        dialog.open()

    def _show_pasted(self, changes: Changes) -> None:
        """The new events are selected, and the view takes all of them in."""
        made = tuple(changes.ids)
        entries = [e for e in map(self.canvas.entry, made) if e is not None]
        if entries:
            first, last = min(e.start for e in entries), max(e.start for e in entries)
            room = max((last - first) * 0.06, YEAR)
            self.canvas.show_days(first - room, last - first + 2 * room)
        self.canvas.select(made)
        self.canvas.setFocus()

    def _copy(self, ids: tuple[RecordId, ...]) -> None:
        found = [one for one in map(self._desk.record, ids) if isinstance(one, Event)]
        found.sort(key=lambda one: one.date.sort_key if one.date else 0)
        headings = {one: self._desk.say(f"timeline-column-{one}") for one in COPIED}
        if found:
            QGuiApplication.clipboard().setText(write(self._desk.store, found, headings))
            self._desk.tell(self._desk.say("timeline-copied", count=len(found)))

    def _carry_out(self, wish: Wish) -> None:
        self.inspector.flush()
        match wish:
            case Move() | Stretch() | Rank():
                self._desk.change("timeline", partial(_edit, wish), by=self, failed=self._refused)
            case Remove(ids):
                self._desk.change("remove", partial(_remove, ids), by=self, failed=self._refused)
                self._desk.tell(self._desk.say("timeline-removed", count=len(ids)))
            case Make(date, gallery):
                self._make(date, gallery)
            case Open(record_id):
                self.record_chosen.emit(record_id)
            case Copy(ids):
                self._copy(ids)
            case Paste():
                self._paste()

    def _make(self, date: str, gallery: RecordId | None) -> None:
        say = self._desk.words.say
        titles = {
            f"title.{language}": say("new-title", language, kind=say("kind-event", language))
            for language in LANGUAGES
        }
        values = {**titles, "date": dates.parse(date)}
        if gallery is not None:
            values["gallery"] = gallery
        job = partial(_add, values)
        self._desk.change("make", job, by=self, failed=self._refused)

    def _meet(self, changes: Changes, initiator: object) -> None:
        """What was just made is selected, and its title waits for words."""
        if initiator is self and changes.label.startswith("Add ") and len(changes.ids) == 1:
            (made,) = changes.ids
            self.canvas.reveal(made)
            self.inspector.enter(f"title.{self._desk.language}")

    def _refused(self, problem: HallError) -> None:
        self.canvas.let_go()
        self._desk.tell_problem(problem)


def _edit(wish: Move | Stretch | Rank, hall: Hall) -> Changes:
    store, author = hall.store, hall.author
    match wish:
        case Move(ids, count, unit, gallery, is_nudged):
            return timeline.move(
                store,
                ids,
                count=count,
                unit=unit,
                gallery=gallery,
                is_nudged=is_nudged,
                author=author,
            )
        case Stretch(record_id, end, count, unit):
            return timeline.stretch(store, record_id, end, count, unit, author=author)
        case Rank(ids, importance):
            return batch.change_many(store, ids, "importance", importance, author=author)


def _remove(ids: tuple[RecordId, ...], hall: Hall) -> Changes:
    return records.remove(hall.store, *ids, author=hall.author)


def _add(values: dict[str, object], hall: Hall) -> Changes:
    return timeline.add(hall.store, [values], author=hall.author)
