"""The bin: what was removed, when and by whom, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.icons import kind_icon
from hall_app.curator.labels import kind_label, moment
from hall_app.curator.parts import button, label, row, rule
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.text import Text
from hall_app.editing import records
from hall_app.store.codec import from_document
from hall_app.store.journal import Change, Step

_ICON = QSize(18, 18)


class Bin(QFrame):
    """A line for each removed record, newest first."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.buttons: dict[str, QWidget] = {}
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 12, 8)
        down.setSpacing(10)
        down.addLayout(row(label(desk.say("bin"), "title"), None))
        down.addWidget(self._scroll, 1)
        desk.feed.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read what lies in the bin."""
        found = self._desk.store.bin()
        if not found:
            self._scroll.setWidget(Empty(self._desk.say("bin-empty")))
            return
        holder = QWidget()
        holder.setObjectName("form")
        down = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 8, 0)
        down.setSpacing(0)
        self.buttons = {}
        for step, change in found:
            down.addWidget(self._line(step, change))
            down.addWidget(rule())
        down.addStretch()
        self._scroll.setWidget(holder)

    def _line(self, step: Step, change: Change) -> QWidget:
        desk = self._desk
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(4, 4, 0, 4)
        across.setSpacing(10)
        picture = label()
        picture.setPixmap(kind_icon(change.kind, desk.tokens).pixmap(_ICON))
        across.addWidget(picture)
        title = from_document(change.before).title if change.before else Text()
        across.addWidget(label(title.best(desk.language)))
        across.addWidget(label(kind_label(desk, change.kind), "meta"))
        across.addStretch()
        when = moment(desk, step.at, bootstrap.now())
        who = f"{desk.say('removed-at', when=when)}　{step.author}".strip()
        across.addWidget(label(who, "meta"))
        act = partial(self._restore, change.record_id)
        back = button(desk.say("restore"), act, name="link", tip=desk.say("restore-tip"))
        self.buttons[change.record_id] = back
        across.addWidget(back)
        return line

    def _restore(self, record_id: RecordId) -> None:
        self._desk.change("restore", partial(_restore, record_id), by=self)

    def _follow(self, _changes: Changes, initiator: object) -> None:
        if self.isVisible():
            self.refresh()
        if initiator is self:
            self._desk.tell(self._desk.say("restored"))


def _restore(record_id: RecordId, hall: Hall) -> Changes:
    return records.restore(hall.store, record_id, author=hall.author)
