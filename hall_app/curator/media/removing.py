"""Media that are to leave: what uses them is named first, and they can come back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.curator.question import Question
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.editing import media_shelf

_MOST_SHOWN = 200
_HEIGHT = 260


class Removing(Question):
    """Names every record that loses a medium; each leads there."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, ids: tuple[RecordId, ...]) -> None:
        super().__init__(desk, parent, desk.say("remove-media-title", count=len(ids)), width=560)
        self._ids = ids
        self.users = self._users()
        say = desk.say
        key = "remove-media-used" if self.users else "remove-media-unused"
        words = label(say(key, count=len(self.users)))
        words.setWordWrap(True)
        self.body.addWidget(words)
        if self.users:
            self.body.addWidget(self._list())
        note = label(say("remove-media-note"), "note")
        note.setWordWrap(True)
        self.body.addWidget(note)
        self.add_way(say("cancel"), self.reject)
        self.go = self.add_way(say("remove-media-go"), self._remove, name="primary")

    def _users(self) -> list[Record]:
        found = (use for one in self._ids for use in self._desk.store.references_to(one))
        ids = dict.fromkeys(use.from_id for use in found)
        return [record for one in ids if (record := self._desk.record(one)) is not None]

    def _list(self) -> QScrollArea:
        held = QWidget()
        held.setObjectName("form")
        down = QVBoxLayout(held)
        down.setContentsMargins(4, 4, 4, 4)
        down.setSpacing(2)
        for record in self.users[:_MOST_SHOWN]:
            open_it = partial(self._open, record.id)
            name = button(
                self._desk.title_of(record),
                open_it,
                name="link",
                tip=self._desk.say("open-record-tip"),
            )
            name.setAutoDefault(False)
            down.addLayout(row(name, None, label(self._desk.say(f"kind-{record.kind}"), "meta")))
        down.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(held)
        area.setFixedHeight(min(_HEIGHT, 16 + 28 * len(self.users)))
        return area

    def _open(self, record_id: str) -> None:
        self.record_chosen.emit(record_id)
        self.reject()

    def _remove(self) -> None:
        self._desk.change(
            self._desk.say("remove-media-go"), partial(_remove, self._ids), by=self.parent()
        )
        self.accept()


def _remove(ids: tuple[RecordId, ...], hall: Hall) -> Changes:
    return media_shelf.remove_all(hall.store, ids, author=hall.author)
