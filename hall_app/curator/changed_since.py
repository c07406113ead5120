"""What has changed since the last release, record by record."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout

from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.labels import kind_label
from hall_app.curator.models.rows import ROW, Row, RowModel
from hall_app.curator.parts import label, row
from hall_app.curator.row_delegate import RowDelegate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES, Text
from hall_app.store.codec import Document
from hall_app.store.journal import Change

_MOST_STEPS = 3000


class ChangedSince(QFrame):
    """A line for each record that the next release will change."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.count = label("", "meta")
        self.model = RowModel(desk.tokens, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(desk, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.none = Empty(desk.say("publish-no-changes"))
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 12, 8)
        down.setSpacing(10)
        down.addLayout(row(label(desk.say("publish-changes"), "heading"), self.count, None))
        down.addWidget(self.list, 1)
        down.addWidget(self.none, 1)

    def refresh(self) -> None:
        """Read the steps since the last release."""
        desk = self._desk
        rows = tuple(self._row(change) for change in self._changes())
        self.model.show_rows(rows)
        self.count.setText(desk.say("new-changes", count=len(rows)) if rows else "")
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _changes(self) -> list[Change]:
        """One change a record, from how the last release found it to how it stands."""
        newest: dict[RecordId, Change] = {}
        for step in self._desk.store.history(limit=_MOST_STEPS):
            if any(change.kind is Kind.RELEASE for change in step.changes):
                break
            for change in step.changes:
                later = newest.get(change.record_id)
                after = later.after if later else change.after
                newest[change.record_id] = Change(
                    change.kind, change.record_id, change.before, after
                )
        return [change for change in newest.values() if change.before != change.after]

    def _row(self, change: Change) -> Row:
        desk = self._desk
        document: Document = change.after or change.before or {}
        words = {one: document.get("title", {}).get(one, "") for one in LANGUAGES}
        title = Text.of(words).best(desk.language) or str(document.get("slug", ""))
        state = "change-edited"
        if change.before is None or change.after is None:
            state = "change-new" if change.before is None else "change-removed"
        record = desk.record(change.record_id)
        order = desk.order_of(desk.gallery_of(record)) if record else 0
        tail = f"{kind_label(desk, change.kind)}　{desk.say(state)}"
        return Row(change.record_id, change.kind, title, tail, order)

    def _choose(self, index: QModelIndex) -> None:
        found: Row = index.data(ROW)
        if self._desk.record(RecordId(found.id)) is not None:
            self.record_chosen.emit(found.id)
