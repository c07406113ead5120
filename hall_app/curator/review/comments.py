"""The comments on the open record: threads by field, answered and settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hall_app import bootstrap
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.forms.layout import groups_of
from hall_app.curator.forms.tick import Tick
from hall_app.curator.labels import field_label, moment, path_label
from hall_app.curator.parts import button, label, row
from hall_app.curator.review.acts import say, settle
from hall_app.curator.side import SidePanel
from hall_app.domain.changes import Changes
from hall_app.domain.comments import Comment
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import comments


class CommentsPanel(SidePanel):
    """Threads of the open record; a new remark goes to the field that is chosen below."""

    # How many threads are open.
    counted = Signal(int)
    # A field of the open record to look at.
    field_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "comments")
        self._desk = desk
        self._id = RecordId("")
        self._kind: Kind | None = None
        self._answers = ""
        self.settled = Tick(desk, desk.say("comments-settled"))
        self.settled.toggled.connect(self.refresh)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field = Combo(desk, self)
        self.field.setAccessibleName(desk.say("comments-field"))
        self.field.setToolTip(desk.say("comments-field"))
        self.input = QLineEdit(self)
        self.input.returnPressed.connect(self.send)
        self.input.textChanged.connect(self._offer)
        self.go = button(desk.say("comments-send"), self.send, tip=desk.say("comments-send-tip"))
        self.to = label("", "meta")
        self.leave = button(desk.say("comments-no-answer"), self._stop_answering, name="link")
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 4, 8, 8)
        down.setSpacing(6)
        down.addLayout(row(self.heading, None, self.settled))
        down.addWidget(self._scroll, 1)
        down.addLayout(row(self.to, self.leave, None))
        write = row(self.field, self.input, self.go)
        write.setStretch(0, 1)
        write.setStretch(1, 3)
        down.addLayout(write)
        desk.feed.changed.connect(self._follow)
        self._stop_answering()
        self._offer()

    def show_record(self, record_id: RecordId) -> None:
        """Show the comments on this record."""
        record = self._desk.record(record_id)
        self._id = record_id if record is not None else RecordId("")
        kind = record.kind if record is not None else None
        if kind is not None and kind is not self._kind:
            self._name_fields(kind)
        self._kind = kind
        self._stop_answering()
        self.refresh()

    def aim(self, path: str) -> None:
        """Let the next remark be about this field."""
        at = self.field.findData(path.split(".", 1)[0])
        self.field.setCurrentIndex(max(at, 0))

    def write_about(self, path: str) -> None:
        """Aim at a field and take the keys."""
        self._stop_answering()
        self.aim(path)
        self.input.setFocus()

    def send(self) -> None:
        """Leave what is written."""
        words = self.input.text().strip()
        if not words or not self._id:
            return
        job = partial(say, self._id, self.field.currentData() or "", words, self._answers)
        self._desk.change("comment", job, by=self)
        self.input.clear()
        self._stop_answering()

    def refresh(self, *_: object) -> None:
        """Read the comments anew."""
        desk = self._desk
        found = desk.store.ask(comments.of_record, self._id) if self._id else ()
        openings = [one for one in found if not one.answers]
        self.counted.emit(sum(not one.resolved_by for one in openings))
        holder = QWidget()
        holder.setObjectName("form")
        down = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 6, 0)
        down.setSpacing(8)
        shown = [one for one in openings if self.settled.isChecked() or not one.resolved_by]
        for one in shown:
            down.addWidget(self._thread(one, [two for two in found if two.answers == one.id]))
        if not shown:
            none = label(desk.say("comments-none"), "meta")
            none.setWordWrap(True)
            down.addWidget(none)
        down.addStretch()
        self._scroll.setWidget(holder)

    def _thread(self, opening: Comment, answers: list[Comment]) -> QWidget:
        desk = self._desk
        card = QFrame()
        card.setObjectName("card")
        down = QVBoxLayout(card)
        down.setContentsMargins(10, 8, 8, 6)
        down.setSpacing(4)
        for one in (opening, *answers):
            when = moment(desk, one.at, bootstrap.now())
            down.addWidget(label(f"{one.author}　{when}", "meta"))
            words = label(one.words)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            down.addWidget(words)
        where = self._where(opening)
        is_settled = bool(opening.resolved_by)
        turn = desk.say("comments-reopen" if is_settled else "comments-resolve")
        feet = [
            button(where, partial(self.field_wanted.emit, opening.field), name="link"),
            None,
            button(desk.say("comments-answer"), partial(self._answer, opening), name="link"),
            button(turn, partial(self._settle, opening.id, not is_settled), name="link"),
        ]
        if is_settled:
            down.addWidget(label(desk.say("comments-by", name=opening.resolved_by), "meta"))
        down.addLayout(row(*feet))
        return card

    def _where(self, one: Comment) -> str:
        if not one.field:
            return self._desk.say("comments-whole")
        return path_label(self._desk, one.kind, one.field) or one.field

    def _name_fields(self, kind: Kind) -> None:
        self.field.clear()
        self.field.addItem(self._desk.say("comments-whole"), "")
        for group in groups_of(kind):
            for name in (name for names in group.rows for name in names):
                self.field.addItem(field_label(self._desk, name, str(kind)), name)

    def _answer(self, opening: Comment) -> None:
        self._answers = opening.id
        self.to.setText(self._desk.say("comments-answering", name=opening.author))
        self.to.show()
        self.leave.show()
        self.field.setEnabled(False)
        self.input.setFocus()

    def _stop_answering(self) -> None:
        self._answers = ""
        self.to.hide()
        self.leave.hide()
        self.field.setEnabled(True)

    def _settle(self, comment_id: str, is_settled: bool) -> None:  # noqa: FBT001 (a partial's argument)
        self._desk.change("comment", partial(settle, comment_id, is_settled), by=self)

    def _offer(self, *_: object) -> None:
        permit = self._desk.store.permit
        may = permit.is_open or bool(permit.login)
        self.input.setEnabled(may)
        hint = "comments-hint" if may else "review-why-nobody"
        self.input.setPlaceholderText(self._desk.say(hint))
        self.go.setEnabled(may and bool(self.input.text().strip()))

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self._offer()
        self.refresh()
