"""The content workspace: navigator, list or editor, and at the side preview, problems, history."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from hall_app.curator.bin import Bin
from hall_app.curator.desk import Desk
from hall_app.curator.editor import Editor
from hall_app.curator.fitting import Fitting
from hall_app.curator.history import History
from hall_app.curator.languages.panel import Languages
from hall_app.curator.lists.panel import Listing
from hall_app.curator.navigator import Navigator
from hall_app.curator.preview import Preview
from hall_app.curator.problems import Problems
from hall_app.curator.review.comments import CommentsPanel
from hall_app.curator.review.panel import ReviewPanel
from hall_app.curator.review.worklist import Worklist
from hall_app.curator.side import Side
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind

_MARGIN = 10
_NARROW = 1500
_LOW = 820


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is in the content: what a rebuilt window goes back to."""

    record_id: str = ""
    kind: Kind = Kind.EVENT
    is_bin: bool = False
    is_languages: bool = False
    expanded: frozenset[str] | None = None


class ContentSpace(QWidget):
    """Puts the panels side by side and carries what one says to the others."""

    add_wanted = Signal(QToolButton)
    add_kind_wanted = Signal(str)
    # What the middle shows now: a record's id, or nothing.
    shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.navigator = Navigator(desk)
        self.listing = Listing(desk)
        self.editor = Editor(desk)
        self.bin = Bin(desk)
        self.preview = Preview(desk)
        self.problems = Problems(desk)
        self.fitting = Fitting(desk, self.preview)
        self.history = History(desk)
        self.review = ReviewPanel(desk)
        self.comments = CommentsPanel(desk)
        self.worklist = Worklist(desk)
        self.languages = Languages(desk)
        self.middle = QStackedWidget(self)
        for panel in (self.listing, self.editor, self.bin, self.worklist, self.languages):
            self.middle.addWidget(panel)
        self.side = Side(
            desk,
            (
                ("preview", self.preview), ("problems", self.problems), ("history", self.history),
                ("review", self.review), ("comments", self.comments),
            ),
            sharing=("history", "review", "comments"),
        )  # fmt: skip
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(_MARGIN)
        self._splitter.setChildrenCollapsible(False)
        for part, stretch in ((self.navigator, 0), (self.middle, 1), (self.side, 0)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self.navigator.setMinimumWidth(200)
        self.middle.setMinimumWidth(400)
        self.side.setMinimumWidth(340)
        down = QVBoxLayout(self)
        down.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        down.addWidget(self._splitter)
        self._connect()
        self.show_kind(Kind.EVENT)

    @property
    def place(self) -> Place:
        """Where one is."""
        is_editing = self.middle.currentWidget() is self.editor
        record_id = str(self.editor.record_id) if is_editing else ""
        is_bin = self.middle.currentWidget() is self.bin
        is_languages = self.middle.currentWidget() is self.languages
        expanded = frozenset(self.navigator.expanded)
        return Place(record_id, self.listing.kind, is_bin, is_languages, expanded)

    @property
    def is_waiting(self) -> bool:
        """Whether a panel has yet to follow the last edit."""
        return self.preview.is_waiting or self.problems.is_waiting

    def leave(self) -> None:
        """Let the scenes go before what they stand on."""
        self.editor.leave()
        self.fitting.leave()
        self.preview.leave()
        self.problems.leave()

    def go(self, place: Place) -> None:
        """Go back to where one was."""
        if place.expanded is not None:
            self.navigator.expand(set(place.expanded))
        self.show_kind(place.kind)
        if place.is_bin:
            self.show_bin()
        elif place.is_languages:
            self.show_languages()
        elif place.record_id:
            self.show_record(place.record_id)

    def show_record(self, record_id: str) -> None:
        """Open a record in the editor."""
        record = self._desk.record(RecordId(record_id))
        if record is None:
            return
        self.editor.show_record(record.id)
        self.middle.setCurrentWidget(self.editor)
        self.navigator.show_current(record.id, f"kind:{record.kind}")
        self.history.show_record(record.id)
        self.review.show_record(record.id)
        self.comments.show_record(record.id)
        self.problems.show_record(record.id)
        self.preview.show_record(record)
        self.shown.emit(record.id)

    def show_kind(self, kind: str) -> None:
        """Open the list of a kind; the hall, of which there is one, opens itself."""
        self.editor.flush()
        self.listing.show_kind(Kind(kind))
        self.middle.setCurrentWidget(self.listing)
        self.navigator.show_current(f"kind:{kind}")
        self.shown.emit("")

    def show_list(self, kind: str, gallery: str) -> None:
        """Open the list of a kind in one gallery."""
        self.show_kind(Kind(kind))
        self.listing.filters.choose("gallery", gallery)

    def show_bin(self) -> None:
        """Open the bin."""
        self.editor.flush()
        self.bin.refresh()
        self.middle.setCurrentWidget(self.bin)
        self.shown.emit("")

    def show_worklist(self) -> None:
        """Open the list of what waits for review."""
        self.editor.flush()
        self.middle.setCurrentWidget(self.worklist)
        self.navigator.show_current("")
        self.shown.emit("")

    def show_languages(self) -> None:
        """Open the table of every record's languages."""
        self.editor.flush()
        self.middle.setCurrentWidget(self.languages)
        self.navigator.show_current("")
        self.shown.emit("")

    def show_comments(self, path: str) -> None:
        """Bring the comments to the front, aimed at a field."""
        self.side.bring("comments")
        self.comments.write_about(path)

    def mend(self, record_id: str, path: str) -> None:
        """Open a record at the field that needs a hand."""
        self.show_record(record_id)
        if path:
            self.editor.reveal(path)

    def go_back(self) -> None:
        """From a record to the list of its kind."""
        record = self.editor.record
        self.show_kind(record.kind if record else self.listing.kind)

    def step(self, by: int) -> None:
        """To the next or the previous record of the list."""
        record = self.editor.record
        if record is None:
            return
        if self.listing.kind is not record.kind:
            self.listing.show_kind(record.kind)
        neighbour = self.listing.neighbour(record.id, by)
        if neighbour:
            self.show_record(neighbour)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size())

    def _fold(self, size: QSize) -> None:
        """Narrow or low windows show the side panels behind tabs."""
        is_small = size.width() < _NARROW or size.height() < _LOW
        if self.side.is_folded is not is_small or _is_new(self._splitter):
            self.side.fold(is_small=is_small)
            side = 384 if is_small else 560
            navigator = 244 if is_small else 270
            middle = max(400, size.width() - side - navigator - 4 * _MARGIN)
            self._splitter.setSizes([navigator, middle, side])

    def _connect(self) -> None:
        self.navigator.record_chosen.connect(self.show_record)
        self.navigator.kind_chosen.connect(self.show_kind)
        self.navigator.list_wanted.connect(self.show_list)
        self.navigator.add_wanted.connect(self.add_wanted)
        self.navigator.bin_wanted.connect(self.show_bin)
        self.listing.record_chosen.connect(self.show_record)
        self.listing.add_wanted.connect(self.add_kind_wanted)
        self.bin.record_chosen.connect(self.show_record)
        self.editor.record_chosen.connect(self.show_record)
        self.editor.kind_chosen.connect(self.show_kind)
        self.editor.lost.connect(self.go_back)
        self.editor.language_changed.connect(self.preview.speak)
        self.preview.record_chosen.connect(self.show_record)
        self.problems.mend_wanted.connect(self.mend)
        self.problems.make_wanted.connect(self.add_kind_wanted)
        self.navigator.work_wanted.connect(self.show_worklist)
        self.navigator.languages_wanted.connect(self.show_languages)
        self.languages.field_wanted.connect(self.mend)
        self.worklist.record_chosen.connect(self.show_record)
        self.worklist.counted.connect(self.navigator.show_work)
        self.comments.counted.connect(partial(self.side.show_count, "comments"))
        self.comments.field_wanted.connect(self.editor.reveal)
        self.editor.remark_wanted.connect(self.show_comments)
        self.editor.field_entered.connect(self.comments.aim)
        self.worklist.refresh()
        self.fitting.measured.connect(self.problems.take_misfits)


def _is_new(splitter: QSplitter) -> bool:
    """Whether the splitter has not been laid out yet."""
    return splitter.sizes()[0] == 0
