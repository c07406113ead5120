"""One relation from its far end: its records in order, and the ways to make, link and let go."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.items import ItemFrame
from hall_app.curator.forms.references import Well
from hall_app.curator.icons import icon
from hall_app.curator.parts import button, label, row
from hall_app.curator.picker import Picker
from hall_app.curator.relations.maker import Maker
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.editing import records, relations
from hall_app.editing.relations import Relation
from hall_app.errors import HallError

_MOST = 60


class RelationGroup(QWidget):
    """A typed list; everything done here is one step that can be undone."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk, relation: Relation) -> None:
        super().__init__()
        self._desk, self.relation = desk, relation
        self._owner = RecordId("")
        self.ids: tuple[RecordId, ...] = ()
        self.what = desk.say(f"related-{relation.kind}-{relation.field}")
        self.setAccessibleName(self.what)
        self.count = label(name="count")
        self.new = button(
            desk.say("related-new"), self.begin, name="link",
            tip=desk.say("related-new-tip", what=self.what),
        )  # fmt: skip
        self.link = button(
            desk.say("related-link"), self._pick, name="link",
            tip=desk.say("related-link-tip", what=self.what),
        )  # fmt: skip
        for made, sign in ((self.new, "plus"), (self.link, "link")):
            made.setIcon(icon(sign, desk.tokens, desk.tokens.accent))
            made.setIconSize(QSize(14, 14))
            made.setAccessibleName(made.toolTip())
        self.maker = Maker(desk, relation, self)
        self.maker.wanted.connect(self._make)
        self.maker.hide()
        self.told = label(name="understood")
        self.told.setProperty("state", "wrong")
        self.told.setWordWrap(True)
        self.told.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(row(label(self.what, "label"), self.count, None, self.new, self.link))
        down.addLayout(self._list)
        down.addWidget(self.maker)
        down.addWidget(self.told)

    def show_record(self, record: Record) -> None:
        """Show what links to this record."""
        if record.id != self._owner:
            self.maker.close_empty()
            self.complain("")
        self._owner = record.id
        self.ids = relations.related(self._desk.store, record, self.relation)
        self.count.setText(str(len(self.ids)) if self.ids else "")
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for index, one in enumerate(self.ids[:_MOST]):
            self._list.addWidget(self._frame(index, one))

    def begin(self) -> None:
        """Open the small form that makes one."""
        self.complain("")
        self.maker.open_empty()

    def complain(self, words: str) -> None:
        """Say under the list what went wrong; nothing when all is well."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _frame(self, index: int, record_id: RecordId) -> ItemFrame:
        desk = self._desk
        well = Well(desk)
        well.show_record(record_id)
        well.pressed.connect(well.open.click)
        well.opened.connect(self.record_chosen)
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        across.addWidget(well, 1)
        if self.relation.is_made:
            across.addWidget(self._remove_button(record_id), 0, Qt.AlignmentFlag.AlignTop)
        frame = ItemFrame(desk, holder, index)
        frame.out.setIcon(icon("link-break", desk.tokens))
        frame.out.setToolTip(desk.say("related-unlink"))
        frame.out.setAccessibleName(desk.say("related-unlink"))
        frame.moved.connect(self._move)
        frame.taken_out.connect(self._unlink)
        frame.place(index, len(self.ids) if self.relation.is_ordered else 0)
        if not self.relation.is_ordered:
            frame.up.hide()
            frame.down.hide()
        return frame

    def _remove_button(self, record_id: RecordId) -> QToolButton:
        words = self._desk.say("related-remove")
        made = QToolButton()
        made.setObjectName(f"remove:{record_id}")
        made.setIcon(icon("trash", self._desk.tokens))
        made.setIconSize(QSize(14, 14))
        made.setMinimumSize(24, 28)
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(partial(self._remove, record_id))
        return made

    def _pick(self) -> None:
        kinds = frozenset({self.relation.kind})
        picker = Picker(self._desk, self.window(), kinds=kinds, what=self._desk.say("pick-hint"))
        picker.chosen.connect(self._link)
        picker.open_at(self.link)

    def _make(self, values: dict[str, Any]) -> None:
        self._change("make", partial(_make, self.relation, self._owner, values))

    def _link(self, record_id: str) -> None:
        self._change("link", partial(_link, self.relation, RecordId(record_id), self._owner))

    def _unlink(self, index: int) -> None:
        self._change("unlink", partial(_unlink, self.relation, self.ids[index], self._owner))

    def _remove(self, record_id: RecordId, _checked: object = None) -> None:
        self._change("remove", partial(_remove, record_id))

    def _move(self, index: int, step: int) -> None:
        ids = list(self.ids)
        ids.insert(index + step, ids.pop(index))
        self._change("order", partial(_order, ids))

    def _change(self, label: str, job: partial[Changes]) -> None:
        self.complain("")
        self._desk.change(label, job, by=self, failed=self._refused)

    def _refused(self, problem: HallError) -> None:
        self.complain(" ".join(self._desk.problem_words(problem)).strip())
        self.maker.give_back()


def _make(relation: Relation, owner: RecordId, values: dict[str, Any], hall: Hall) -> Changes:
    return relations.make(hall.store, relation, owner, values, author=hall.author)


def _link(relation: Relation, record_id: RecordId, owner: RecordId, hall: Hall) -> Changes:
    return relations.link(hall.store, relation, record_id, owner, author=hall.author)


def _unlink(relation: Relation, record_id: RecordId, owner: RecordId, hall: Hall) -> Changes:
    return relations.unlink(hall.store, relation, record_id, owner, author=hall.author)


def _order(ids: list[RecordId], hall: Hall) -> Changes:
    return records.move(hall.store, ids, author=hall.author)


def _remove(record_id: RecordId, hall: Hall) -> Changes:
    return records.remove(hall.store, record_id, author=hall.author)
