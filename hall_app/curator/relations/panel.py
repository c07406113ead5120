"""What is related to the open record, below its form: one list for each relation of its kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.parts import label, rule
from hall_app.curator.relations.group import RelationGroup
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing.relations import RELATIONS


class Related(QWidget):
    """Shows nothing for a kind that nothing belongs to."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._desk = desk
        relations = RELATIONS.get(kind, ())
        self.groups = tuple(RelationGroup(desk, relation) for relation in relations)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 12, 18 if relations else 0)
        down.setSpacing(14)
        if relations:
            down.addWidget(rule())
            down.addWidget(label(desk.say("related-heading"), "heading"))
        for group in self.groups:
            group.record_chosen.connect(self.record_chosen)
            down.addWidget(group)

    def show_record(self, record: Record) -> None:
        """Show what belongs to this record."""
        for group in self.groups:
            group.show_record(record)
            group.setEnabled(self._desk.may_edit(record))
