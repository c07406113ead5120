"""One field of many records of a kind: set, cleared or added to, as one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.curator.work_dialog import WorkDialog
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.batch import How, change_many
from hall_app.editing.tables import names
from hall_app.editing.tables.cells import plain_of
from hall_app.editing.tables.columns import columns_of, leaf_at
from hall_app.editing.tables.directory import Directory
from hall_app.editing.tables.faults import BadCell
from hall_app.errors import Refused
from hall_app.qt.tasks import Task

_SIZE = QSize(640, 420)
_ALONE = ("id", "slug")  # what no two records may share


class BatchDialog(WorkDialog):
    """Values are written as in a table: choices and references by any of their names."""

    def __init__(self, desk: Desk, parent: QWidget, ids: tuple[RecordId, ...], kind: Kind) -> None:
        say = desk.say
        note = say("batch-note", count=len(ids), kind=say(f"kinds-{kind}"))
        super().__init__(desk, parent, title=say("batch-title"), note=note, size=_SIZE)
        self._ids, self._kind = ids, kind
        self.field, self.how = Combo(desk), Combo(desk)
        self.value = QLineEdit()
        self.go = button(say("batch-go"), self.change, name="primary", tip=say("batch-go-tip"))
        self.go.setAutoDefault(False)
        for leaf in columns_of(kind, ()):
            if leaf.path not in _ALONE and not leaf.is_fixed:
                self.field.addItem(names.path_label(kind, leaf.path, desk.language), leaf.path)
        for how in How:
            self.how.addItem(say(f"batch-{how}"), how)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        parts = (("batch-field", self.field), ("batch-how", self.how), ("batch-value", self.value))
        for line, (key, part) in enumerate(parts):
            part.setAccessibleName(say(key))
            grid.addWidget(label(say(key), "label"), line, 0)
            grid.addWidget(part, line, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.end_body()
        self.body.addLayout(row(None, button(say("table-close"), self.reject), self.go))
        self.how.currentIndexChanged.connect(self._show_how)
        self.value.returnPressed.connect(self.change)
        self.allow()

    def change(self) -> None:
        """Change the field of every record."""
        how, path = How(self.how.currentData()), str(self.field.currentData())
        words, language = self.value.text(), self._desk.language
        job = partial(_change, self._ids, self._kind, path, words, how, language)
        self.work("batch-working", job, self._changed)

    def allow(self) -> None:
        self.go.setEnabled(self.task is None and bool(self._ids))

    def _show_how(self, _index: int) -> None:
        self.value.setEnabled(self.how.currentData() is not How.CLEAR)

    def _changed(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        self._desk.tell_step(self._desk.say("batch-done", count=len(changes.touched)))
        self.accept()


def _change(
    ids: tuple[RecordId, ...],
    kind: Kind,
    path: str,
    words: str,
    how: How,
    language: str,
    hall: Hall,
    task: Task,
) -> Changes:
    leaf = leaf_at(kind, path)
    assert leaf is not None, path
    try:
        value = None if how is How.CLEAR else plain_of(words, leaf, Directory(hall.store))
    except BadCell as bad:
        why = bad.words(language)
        raise Refused(why, subject=why, code="batch-value-wrong") from None
    return change_many(
        hall.store, ids, path, value if value is not None else "", how=how, author=hall.author,
        on_progress=task.report,
    )  # fmt: skip
