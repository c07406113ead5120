"""The history of a record, or of the hall: who, when, what, field by field; any draft comes back."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hall_app import bootstrap
from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.difference import difference
from hall_app.curator.labels import moment
from hall_app.curator.models.history import STEP, HistoryModel
from hall_app.curator.parts import button, row, tab
from hall_app.curator.review.panel import review_steps
from hall_app.curator.side import SidePanel
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.editing import records
from hall_app.store.journal import Step

_MOST = 200
_ROW = 28


class History(SidePanel):
    """Steps, newest first, and what the chosen one changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "history")
        self._desk = desk
        self._id = RecordId("")
        self.this = tab(desk.say("history-this"))
        self.whole = tab(desk.say("history-all"))
        self.this.setChecked(True)
        group = QButtonGroup(self)
        for made in (self.this, self.whole):
            group.addButton(made)
            made.toggled.connect(self.refresh)
        self.restore = button(
            desk.say("history-restore"), self._restore, name="link",
            tip=desk.say("history-restore-tip"),
            keys="Ctrl+Shift+R",
        )  # fmt: skip
        self.restore.setEnabled(False)
        self.model = HistoryModel(desk, self)
        self.list = QListView(self)
        self.list.setAccessibleName(desk.say("history"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_StepDelegate(desk, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._show_difference)
        self.difference = QTextBrowser(self)
        self.difference.setFrameShape(QFrame.Shape.NoFrame)
        self.difference.setOpenLinks(False)
        self.difference.hide()
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 6, 8, 8)
        down.setSpacing(6)
        down.addLayout(row(self.heading, None, self.restore, self.this, self.whole))
        down.addWidget(self.list, 3)
        down.addWidget(self.difference, 2)
        self._is_behind = True
        desk.feed.changed.connect(self._follow)

    def show_record(self, record_id: RecordId) -> None:
        """Show the steps that touched this record."""
        self._id = record_id
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Read the steps anew, when they are looked at."""
        self._is_behind = not self.isVisible()
        if self._is_behind:
            return
        store = self._desk.store
        if self.whole.isChecked() or not self._id:
            self.model.show_steps(store.outlines(limit=_MOST))
        else:
            steps = (*store.outlines(self._id, limit=_MOST), *review_steps(self._desk, self._id))
            self.model.show_steps(sorted(steps, key=attrgetter("at"), reverse=True))
        if not self.list.currentIndex().isValid():
            self.difference.hide()
            self.restore.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.refresh()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes:
            self.refresh()

    def _show_difference(self, index: QModelIndex) -> None:
        step: Step | None = index.data(STEP) if index.isValid() else None
        self.difference.setVisible(step is not None)
        self.restore.setEnabled(step is not None and self._left(step))
        if step is not None:
            only = self._id if self.this.isChecked() else RecordId("")
            self.difference.setHtml(difference(self._desk, step, only))

    def _left(self, step: Step) -> bool:
        """Whether the step left the record on the screen in some form."""
        return any(c.record_id == self._id and c.after is not None for c in step.changes)

    def _restore(self) -> None:
        step: Step | None = self.list.currentIndex().data(STEP)
        if step is not None and self._left(step):
            self._desk.change("restore", partial(_restore, self._id, step.id), by=self)


class _StepDelegate(QStyledItemDelegate):
    """A step in one line: what, who, when; undone steps are struck through."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        step: Step = index.data(STEP)
        tokens, box = self._desk.tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        words = box.adjusted(6, 0, -8, 0)
        level = Qt.AlignmentFlag.AlignVCenter
        when = moment(self._desk, step.at, bootstrap.now())
        who = f"{step.author}　{when}" if step.author else when
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | level, who)
        metrics = painter.fontMetrics()
        words.adjust(0, 0, -metrics.horizontalAdvance(who) - 12, 0)
        is_faint = step.is_undone or step.mode != "edit"
        painter.setPen(QColor(tokens.quiet if is_faint else tokens.text))
        name = index.data(Qt.ItemDataRole.DisplayRole)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | level, shown)
        painter.restore()


def _restore(record_id: RecordId, step_id: int, hall: Hall) -> Changes:
    return records.restore_revision(hall.store, record_id, step_id, author=hall.author)
