"""待审: what waits for whoever is at the desk, what came back to them, and what was never sent."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QFrame, QListView, QVBoxLayout

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.labels import kind_label, moment
from hall_app.curator.models.rows import ROW, Row, RowModel
from hall_app.curator.parts import button, label, row, tab
from hall_app.curator.review.acts import take
from hall_app.curator.review.panel import stage_words
from hall_app.curator.row_delegate import RowDelegate
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.review import Act
from hall_app.editing import review
from hall_app.store import comments

LISTS = ("waiting", "returned", "mentions", "drafts")


class Worklist(QFrame):
    """Four short lists; several chosen records are sent or passed at once."""

    record_chosen = Signal(str)
    # How many records wait for whoever is at the desk.
    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.tabs = {name: tab(desk.say(f"worklist-{name}")) for name in LISTS}
        group = QButtonGroup(self)
        for made in self.tabs.values():
            group.addButton(made)
            made.toggled.connect(self._turn)
        self.model = RowModel(desk.tokens, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(desk, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(desk.say("worklist"))
        self.list.doubleClicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.none = Empty(desk.say("worklist-none"))
        self.acts = {
            Act.SUBMIT: button(desk.say("worklist-submit"), partial(self._take, Act.SUBMIT)),
            Act.PROOFREAD: button(
                desk.say("worklist-proofread"), partial(self._take, Act.PROOFREAD)
            ),
            Act.PASS: button(
                desk.say("worklist-pass"), partial(self._take, Act.PASS), name="primary"
            ),
        }
        self.list.selectionModel().selectionChanged.connect(self._offer)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 12, 8)
        down.setSpacing(10)
        down.addLayout(row(label(desk.say("worklist"), "title"), None))
        down.addLayout(row(*self.tabs.values(), None, *self.acts.values()))
        down.addWidget(self.list, 1)
        down.addWidget(self.none, 1)
        self.tabs["waiting"].setChecked(True)
        desk.feed.changed.connect(self._follow)

    @property
    def shown(self) -> str:
        """Which of the lists is on the screen."""
        return next(name for name, made in self.tabs.items() if made.isChecked())

    def refresh(self) -> None:
        """Read anew what there is to do."""
        desk, author = self._desk, bootstrap.author_of(self._desk.settings)
        waiting = review.waiting_for(desk.store, author=author)
        self.counted.emit(len(waiting))
        if not self.isVisible():
            return
        match self.shown:
            case "waiting":
                rows = [self._waiting_row(one) for one in waiting]
            case "returned":
                rows = [self._row(one) for one in review.returned_to(desk.store, author=author)]
            case "mentions":
                called = desk.store.ask(comments.mentioning, desk.store.login or author)
                rows = [self._row(one) for one in dict.fromkeys(c.record_id for c in called)]
            case _:
                rows = [self._row(one) for one in review.drafts(desk.store)]
        shown = [one for one in rows if one is not None]
        self.model.show_rows(shown)
        self.list.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self._offer()

    def _turn(self, is_on: bool) -> None:  # noqa: FBT001 (a signal's argument)
        if is_on:
            self.refresh()

    def _waiting_row(self, one: review.Waiting) -> Row | None:
        desk = self._desk
        when = moment(desk, one.submitted.at, bootstrap.now())
        what = desk.say("review-state-in-review", review=stage_words(desk, one.turn, one.needed))
        return self._row(one.record_id, f"{what}　{one.submitted.name}　{when}")

    def _row(self, record_id: RecordId, tail: str = "") -> Row | None:
        record = self._desk.record(record_id)
        if record is None:
            return None
        order = self._desk.order_of(self._desk.gallery_of(record))
        words = tail or kind_label(self._desk, record.kind)
        return Row(record.id, record.kind, self._desk.title_of(record), words, order)

    def _chosen(self) -> tuple[RecordId, ...]:
        return tuple(RecordId(i.data(ROW).id) for i in self.list.selectionModel().selectedRows())

    def _offer(self, *_: object) -> None:
        author, chosen = bootstrap.author_of(self._desk.settings), self._chosen()
        for act, made in self.acts.items():
            reasons = [review.why_not(self._desk.store, one, act, author=author) for one in chosen]
            why = next(filter(None, reasons), "" if chosen else "none-chosen")
            made.setVisible((act is Act.SUBMIT) is (self.shown != "waiting"))
            made.setEnabled(not why)
            made.setToolTip(self._desk.say(f"review-why-{why}" if why else f"review-{act}-tip"))

    def _take(self, act: Act) -> None:
        self._desk.change("review", partial(take, act, self._chosen(), ""), by=self)

    def _open(self, index: QModelIndex) -> None:
        self.record_chosen.emit(index.data(ROW).id)

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self.refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()
