"""The review of the open record: how far it has come, who signed, what differs, what is next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.curator.difference import difference
from hall_app.curator.labels import moment
from hall_app.curator.parts import button, label, row, tint
from hall_app.curator.review.acts import take
from hall_app.curator.side import SidePanel
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.review import Act, Round, Sign, Standing, State
from hall_app.editing import review
from hall_app.store import reviews, rows
from hall_app.store.journal import Change, Step

_TONES = {State.APPROVED: "ok", State.RETURNED: "error", State.IN_REVIEW: "warn"}
_MOST_ROUNDS = 6
_LINES_A_ROUND = 100

REVIEWED = "review"
"""In place of a step's mode: it is a line of a review."""


class ReviewPanel(SidePanel):
    """State, chain, difference and buttons; a button that may not be pressed says why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "review")
        self._desk = desk
        self._id = RecordId("")
        self.state = label("")
        self.state.setWordWrap(True)
        self.acts: dict[Act, QPushButton] = {
            act: button(desk.say(f"review-{act}"), partial(self._take, act)) for act in Act
        }
        self.acts[Act.SUBMIT].setObjectName("primary")
        self.acts[Act.PASS].setObjectName("primary")
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(desk.say("review-reason"))
        self.reason.setAccessibleName(desk.say("review-reason"))
        self.reason.textChanged.connect(self._offer)
        self.reason.returnPressed.connect(self.acts[Act.REJECT].click)
        self.difference = QTextBrowser(self)
        self.difference.setFrameShape(QFrame.Shape.NoFrame)
        self.difference.setOpenLinks(False)
        self.difference.setMinimumHeight(110)
        self.difference.setAccessibleName(desk.say("review-changed"))
        self.changed = label(desk.say("review-changed"), "label")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        holder = QWidget()
        holder.setObjectName("form")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(8)
        inside.addLayout(self._lines)
        inside.addWidget(self.changed)
        inside.addWidget(self.difference, 1)
        inside.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        self.reject_row = QWidget(self)
        self.reject_row.setLayout(row(self.reason, self.acts[Act.REJECT]))
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 8, 8, 8)
        down.setSpacing(6)
        down.addLayout(row(self.heading, self.state, None))
        down.addWidget(scroll, 1)
        first = (self.acts[act] for act in (Act.SUBMIT, Act.WITHDRAW, Act.PROOFREAD, Act.PASS))
        down.addLayout(row(*first, None))
        down.addWidget(self.reject_row)
        desk.feed.changed.connect(self._follow)
        self.refresh()

    def show_record(self, record_id: RecordId) -> None:
        """Show the review of this record."""
        self._id = record_id
        self.reason.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read anew how far the record has come."""
        desk = self._desk
        is_there = bool(self._id) and desk.record(self._id) is not None
        now = review.standing(desk.store, self._id) if is_there else Standing(State.FREE, 0)
        self.state.setText(state_words(desk, now))
        tint(self.state, "tone", _TONES.get(now.state, ""))
        found = desk.store.ask(reviews.rounds, self._id) if is_there else ()
        self._show_lines(found[:_MOST_ROUNDS])
        self._show_difference(now)
        self._offer()

    def _offer(self, *_: object) -> None:
        desk = self._desk
        is_there = bool(self._id) and desk.record(self._id) is not None
        author = bootstrap.author_of(desk.settings)
        for act, made in self.acts.items():
            why = review.why_not(desk.store, self._id, act, author=author) if is_there else "state"
            if act is Act.REJECT and not why and not self.reason.text().strip():
                why = "no-reason"
            made.setEnabled(not why)
            made.setToolTip(desk.say(f"review-why-{why}" if why else f"review-{act}-tip"))
            # What is not of this moment is out of the way; what lacks a role says so.
            made.setVisible(why not in ("state", "no-proof", "proofread"))
        self.reject_row.setVisible(not self.acts[Act.REJECT].isHidden())

    def _show_lines(self, rounds: tuple[Round, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in rounds:
            for sign in reversed(one.signs):
                made = label(self._sign_words(sign), "meta")
                made.setWordWrap(True)
                self._lines.addWidget(made)

    def _sign_words(self, sign: Sign) -> str:
        desk = self._desk
        when = moment(desk, sign.at, bootstrap.now())
        what = sign_words(desk, sign)
        words = f"{sign.name}　{what}　{when}"
        return f"{words}\n“{sign.words}”" if sign.words else words

    def _show_difference(self, now: Standing) -> None:
        desk = self._desk
        approved = desk.store.ask(reviews.approval, self._id) if now.changed else None
        self.changed.setVisible(approved is not None)
        self.difference.setVisible(approved is not None)
        if approved is None:
            return
        change = Change(
            approved.kind, self._id, approved.document, desk.store.ask(rows.read, self._id)
        )
        step = Step(0, "", "", bootstrap.now(), "edit", None, False, (change,), 1)
        self.difference.setHtml(difference(desk, step, self._id))

    def _take(self, act: Act) -> None:
        words = self.reason.text()
        self._desk.change("review", partial(take, act, (self._id,), words), by=self)
        self.reason.clear()

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self.refresh()


def state_words(desk: Desk, now: Standing) -> str:
    """How far a record has come, in words."""
    if now.state is State.IN_REVIEW:
        return desk.say("review-state-in-review", review=stage_words(desk, now.turn, now.needed))
    words = desk.say(f"review-state-{now.state}")
    return f"{words}　{desk.say('review-is-out')}" if now.changed and now.is_out else words


def stage_words(desk: Desk, stage: int, _of: int) -> str:
    """初审, 复审, 终审."""
    return desk.say(f"review-stage-{stage}")


def sign_words(desk: Desk, sign: Sign) -> str:
    """What a line of a review says."""
    if sign.act in (Act.PASS, Act.PROOFREAD, Act.REJECT):
        return desk.say(f"review-did-{sign.act}-{sign.stage}")
    return desk.say(f"review-did-{sign.act}")


def review_steps(desk: Desk, record_id: RecordId) -> list[Step]:
    """The reviews of a record as lines of its history; they changed nothing and are never undone."""
    return [
        Step(
            -(one.id * _LINES_A_ROUND + place),
            sign_words(desk, sign),
            sign.name,
            sign.at,
            REVIEWED,
            None,
            False,
            (),
            0,
        )
        for one in desk.store.ask(reviews.rounds, record_id)
        for place, sign in enumerate(one.signs)
    ]
