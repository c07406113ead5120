"""Where a record is used: who links to it, and from which field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.icons import gallery_icon, kind_icon
from hall_app.curator.labels import path_label
from hall_app.curator.parts import button, label, rule
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing.relations import RELATIONS

_MOST = 40
_ICON = QSize(18, 18)


class UsedIn(QWidget):
    """A short table below the form, of every link that no list of relations shows."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._listed = {(one.kind, one.field) for one in RELATIONS.get(kind, ())}
        self._desk = desk
        self._id = RecordId("")
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.heading = label("", "heading")
        self._rows = QWidget(self)
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 12, 24)
        down.setSpacing(8)
        down.addWidget(rule())
        down.addWidget(self.heading)
        down.addWidget(self._rows)

    def show_record(self, record_id: RecordId) -> None:
        """Show who links to this record."""
        self._id = record_id
        found = self._desk.store.references_to(record_id)
        told = tuple((one.from_id, one.path) for one in found)
        plain = [
            one for one in found if (one.from_kind, one.path.split(".")[0]) not in self._listed
        ]
        owners = {one.from_id for one in plain}
        key = "used-in" if owners else "used-nowhere"
        self.heading.setText(self._desk.say(key, count=len(owners)))
        if told == self._shown:
            return
        self._shown = told
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in plain[:_MOST]:
            record = self._desk.record(one.from_id)
            if record is not None:
                self._lines.addWidget(self._line(record, one.path))

    def concerns(self, changes: Changes) -> bool:
        """Whether an edit may have changed who links here."""
        now = self._desk.store.references_to(self._id)
        known = {RecordId(owner) for owner, _ in self._shown or ()}
        return bool(changes.ids & known) or tuple((r.from_id, r.path) for r in now) != self._shown

    def _line(self, record: Record, path: str) -> QWidget:
        desk = self._desk
        line = QWidget(self._rows)
        across = QHBoxLayout(line)
        across.setContentsMargins(4, 2, 0, 2)
        across.setSpacing(8)
        order = desk.order_of(desk.gallery_of(record))
        sign = gallery_icon(order, desk.tokens) if order else kind_icon(record.kind, desk.tokens)
        picture = label()
        picture.setPixmap(sign.pixmap(_ICON))
        open_it = partial(self.record_chosen.emit, record.id)
        name = button(desk.title_of(record), open_it, name="link", tip=desk.say("open-record-tip"))
        across.addWidget(picture)
        across.addWidget(name)
        across.addStretch()
        across.addWidget(label(path_label(desk, record.kind, path), "meta"))
        kind = label(desk.say(f"kind-{record.kind}"), "meta")
        kind.setFixedWidth(84)
        kind.setAlignment(Qt.AlignmentFlag.AlignRight)
        across.addWidget(kind)
        return line
