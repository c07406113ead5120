"""A pasted block before it is taken: what each row would be, and why one cannot be."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.curator.work_dialog import WorkDialog
from hall_app.domain.changes import Changes
from hall_app.editing import timeline
from hall_app.editing.pasting import Block, Column, PastedRow, read
from hall_app.qt.tasks import Task

_SIZE = QSize(1080, 640)
_ROW = 30
_TOP = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class PasteDialog(WorkDialog):
    """Takes every row that is right, or none, as one step of history."""

    # What was made.
    pasted = Signal(Changes)

    def __init__(self, desk: Desk, parent: QWidget, block: str) -> None:
        say = desk.say
        super().__init__(
            desk,
            parent,
            title=say("timeline-paste").rstrip("…"),
            note=say("paste-note"),
            size=_SIZE,
        )
        self.block = read(desk.store, block)
        good, rows = len(self.block.good), len(self.block.rows)
        words = (
            say("paste-found", rows=rows, good=good, bad=rows - good)
            if rows
            else say("paste-nothing")
        )
        if self.block.unknown:
            words += "　" + say("paste-passed-over", names="、".join(self.block.unknown))
        self.found = label(words, "heading")
        self.found.setWordWrap(True)
        self.body.addWidget(self.found)
        self.table = _table(desk, self.block, self)
        self.table.setVisible(rows > 0)
        self.body.addWidget(self.table, 1)
        if not rows:
            self.body.addStretch()
        self.end_body()
        self.leave = button(say("paste-leave"), self.reject, keys="Esc")
        key = "paste-take-all" if good == rows else "paste-take-good"
        self.take = button(say(key, count=good), self._take, name="primary", keys="Ctrl+Return")
        self.take.setVisible(good > 0)
        self.body.addLayout(row(None, self.leave, self.take))
        (self.take if good else self.leave).setFocus()

    def allow(self) -> None:
        self.take.setEnabled(self.task is None)

    def _take(self) -> None:
        self.work("paste-making", partial(_add, self.block.good), self._taken)

    def _taken(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        self.pasted.emit(changes)
        self.accept()


class BlockModel(QAbstractTableModel):
    """The rows of a block, with the reason beside each that is not right."""

    def __init__(self, desk: Desk, block: Block, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = block.rows
        self.columns = tuple(one for one in block.columns if one is not None)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self._desk.say("paste-row")
        if section <= len(self.columns):
            return self._desk.say(f"timeline-column-{self.columns[section - 1]}")
        return self._desk.say("paste-why")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found, place = self._rows[index.row()], index.column()
        column = self.columns[place - 1] if 0 < place <= len(self.columns) else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(found, place, column)
            case Qt.ItemDataRole.ForegroundRole if found.faults and (
                place > len(self.columns) or column in {bad for bad, _ in found.faults}
            ):
                return QColor(self._desk.tokens.error)
            case _:
                return None

    def _words(self, found: PastedRow, place: int, column: Column | None) -> str:
        if column is not None:
            return found.cells.get(column, "").replace("\n", " ")
        if place == 0:
            return f"{'×' if found.faults else '+'} {found.number}"
        say = self._desk.say
        return "　".join(
            say(f"paste-fault-{fault}", cell=found.cells.get(bad, ""))
            for bad, fault in found.faults
        )


def _table(desk: Desk, block: Block, parent: WorkDialog) -> QTableView:
    made = QTableView(parent)
    model = BlockModel(desk, block, made)
    made.setModel(model)
    made.setAccessibleName(desk.say("timeline-paste"))
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(_ROW)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setTabKeyNavigation(False)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    widths = {Column.TITLE: 220, Column.TEXT: 240, Column.DATE: 130}
    made.setColumnWidth(0, 64)
    for place, column in enumerate(model.columns, start=1):
        made.setColumnWidth(place, widths.get(column, 110))
    header.setSectionResizeMode(len(model.columns) + 1, QHeaderView.ResizeMode.Stretch)
    return made


def _add(events: list[dict[str, Any]], hall: Hall, _task: Task) -> Changes:
    return timeline.add(hall.store, events, author=hall.author)
