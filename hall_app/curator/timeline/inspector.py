"""What is selected on the canvas, in a few fields: enough to put a date right without leaving."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.fields import Fields
from hall_app.curator.forms.layout import Rows
from hall_app.curator.forms.shapes import make_editor
from hall_app.curator.parts import Elided, button, label, row, rule
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.editing import fields
from hall_app.errors import HallError

_ROWS: dict[Kind, Rows] = {
    Kind.EVENT: (
        ("title",),
        ("short_title",),
        ("date",),
        ("gallery",),
        ("importance", "certainty"),
    ),
    Kind.ERA: (("title",), ("date",), ("parent",)),
}
_MOST_NAMED = 14


class Inspector(QFrame):
    """Fields of one record, the names of several, or what the keys do."""

    # A record that should be opened in the content workspace.
    opened = Signal(str)
    # A record of the selection that a person wants alone.
    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self._ids: tuple[RecordId, ...] = ()
        self.forms: dict[Kind, Fields] = {}
        self._scrolls: dict[Kind, QScrollArea] = {}
        self.heading = label("", "heading")
        self.sources = label("", "meta")
        self.open = button(
            desk.say("timeline-open"),
            self._open,
            tip=desk.say("timeline-open-tip"),
            keys="Ctrl+Return",
        )
        self._pages = QStackedWidget()
        self._hint = label(desk.say("timeline-keys"), "note")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._names = QWidget()
        self._names_down = QVBoxLayout(self._names)
        self._names_down.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self._names)
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 12, 10, 12)
        down.setSpacing(8)
        down.addLayout(row(self.heading, None, self.sources))
        down.addWidget(rule())
        down.addWidget(self._pages, 1)
        down.addWidget(self.open)
        desk.feed.changed.connect(self._follow)
        self.show_selection(())

    def flush(self) -> None:
        """Save at once what was typed."""
        for form in self.forms.values():
            form.flush()

    def enter(self, path: str) -> None:
        """Give a field the keys, with what it holds selected."""
        for form in self.forms.values():
            place = form.reveal(path) if form.isVisible() else None
            inputs = place.findChildren(QLineEdit, path) if place is not None else []
            for one in inputs[:1]:
                one.setFocus()
                one.selectAll()

    def show_selection(self, ids: tuple[RecordId, ...]) -> None:
        """Show what is selected; what was typed before is saved first."""
        if ids != self._ids:
            self.flush()
        self._ids = ids
        found = [one for one in map(self._desk.record, ids[:_MOST_NAMED]) if one is not None]
        self.open.setVisible(len(ids) == 1 and bool(found))
        self.sources.setVisible(len(ids) == 1 and bool(found))
        if len(ids) == 1 and found:
            self._show_one(found[0])
        elif found:
            self.heading.setText(self._desk.say("timeline-selected", count=len(ids)))
            self._show_names(found)
        else:
            self.heading.setText(self._desk.say("timeline-none-selected"))
            self._pages.setCurrentWidget(self._hint)

    def _show_one(self, record: Record) -> None:
        say = self._desk.say
        self.heading.setText(say(f"kind-{record.kind}"))
        self.sources.setText(say("timeline-sources", count=len(record.citations)))
        form = self.forms.get(record.kind) or self._make(record.kind)
        form.setEnabled(self._desk.may_edit(record))
        form.show_value(record)
        self._pages.setCurrentWidget(self._scrolls[record.kind])

    def _make(self, kind: Kind) -> Fields:
        made = Fields(self._desk, kind, RECORD_TYPES[kind], _ROWS[kind], make=make_editor)
        made.setObjectName("form")
        made.committed.connect(self._commit)
        made.record_chosen.connect(self.opened)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        made.speak(self._desk.language)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(made)
        scroll.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(scroll)
        self.forms[kind], self._scrolls[kind] = made, scroll
        return made

    def _show_names(self, found: list[Record]) -> None:
        while (item := self._names_down.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        metrics, room = self.fontMetrics(), max(self.width() - 48, 220)
        for record in found:
            words = self._desk.title_of(record)
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            self._names_down.addWidget(
                button(short, partial(self.chosen.emit, record.id), name="link", tip=words)
            )
        if len(self._ids) > len(found):
            more = Elided(self._desk.say("timeline-more", count=len(self._ids) - len(found)))
            self._names_down.addWidget(more)
        self._names_down.addStretch()
        self._pages.setCurrentWidget(self._names)

    def _open(self) -> None:
        self.flush()
        if self._ids:
            self.opened.emit(self._ids[-1])

    def _commit(self, path: str, value: Any) -> None:
        if len(self._ids) != 1:
            return
        record_id = self._ids[0]
        edit = partial(_set_field, record_id, path, value)
        what = f"{record_id}:{path}"
        self._desk.unsaved.drop(what)
        self._desk.change(path, edit, by=self, failed=partial(self._refused, path))

    def _refused(self, path: str, problem: HallError) -> None:
        places = (form.reveal(path) for form in self.forms.values() if form.isVisible())
        place = next((one for one in places if isinstance(one, FieldEditor)), None)
        if place is not None:
            place.complain(" ".join(self._desk.problem_words(problem)).strip())
        else:
            self._desk.tell_problem(problem)

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes.ids & set(self._ids) and not self._desk.is_saving:
            self.show_selection(tuple(one for one in self._ids if self._desk.record(one)))


def _set_field(record_id: RecordId, path: str, value: Any, hall: Hall) -> Changes:
    return fields.set_field(hall.store, record_id, path, value, author=hall.author)
