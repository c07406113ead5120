"""Editors of links to other records: one, and a list in its order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.items import ItemFrame, add_button
from hall_app.curator.forms.spec import Spec
from hall_app.curator.icons import gallery_icon, icon, kind_icon
from hall_app.curator.labels import kind_label
from hall_app.curator.models.rows import row_of
from hall_app.curator.parts import Elided, label
from hall_app.curator.picker import Picker
from hall_app.curator.thumbnails import thumbnail
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media

_THUMBNAIL = QSize(64, 40)
_ICON = QSize(18, 18)


class Well(QFrame):
    """A place that holds one record, or waits for one."""

    pressed = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("well")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._desk = desk
        self._id = ""
        self._picture = QLabel(self)
        self.title = Elided(self)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tail = label(parent=self, name="meta")
        self.open = QToolButton(self)
        self.open.setIcon(icon("arrow-right", desk.tokens))
        self.open.setIconSize(QSize(14, 14))
        self.open.setToolTip(desk.say("open-record-tip"))
        self.open.setAccessibleName(desk.say("open-record"))
        self.open.clicked.connect(self._open)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._picture)
        across.addWidget(self.title, 1)
        across.addWidget(self._tail)
        across.addWidget(self.open)

    def show_record(self, record_id: str) -> None:
        """Hold this record; an empty id waits for one."""
        self._id = record_id
        record = self._desk.record(RecordId(record_id)) if record_id else None
        self._picture.setVisible(record is not None)
        self.open.setVisible(record is not None)
        self._tail.setVisible(record is not None)
        if record is None:
            self.title.setText(self._desk.say("choose"))
            self.setToolTip(self._desk.say("choose-tip"))
            return
        row = row_of(self._desk, record)
        self.title.setText(row.title)
        self._tail.setText(row.tail)
        self.setToolTip(f"{kind_label(self._desk, record.kind)}　{row.title}")
        if isinstance(record, Media):
            self._picture.setPixmap(thumbnail(self._desk, record, _THUMBNAIL))
        else:
            is_gallery = record.kind is Kind.GALLERY
            tokens = self._desk.tokens
            sign = gallery_icon(row.order, tokens) if is_gallery else kind_icon(record.kind, tokens)
            self._picture.setPixmap(sign.pixmap(_ICON))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.opened.emit(self._id)


class ReferenceEditor(FieldEditor):
    """A link to one record."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self.well = Well(desk, self)
        self.well.pressed.connect(self._pick)
        self.well.opened.connect(self.record_chosen)
        self.clear = QToolButton(self)
        self.clear.setIcon(icon("x", desk.tokens))
        self.clear.setIconSize(QSize(14, 14))
        self.clear.setToolTip(desk.say("clear-tip"))
        self.clear.setAccessibleName(desk.say("clear"))
        self.clear.clicked.connect(self._clear)
        across = QHBoxLayout()
        across.setSpacing(2)
        across.addWidget(self.well, 1)
        across.addWidget(self.clear)
        self.body.addLayout(across)
        self.body.addWidget(self.note)

    def show_value(self, value: Any) -> None:
        self.well.show_record(value or "")
        self.clear.setVisible(bool(value) and self.spec.field.is_optional)

    def _pick(self) -> None:
        pick(self.desk, self.spec, self.well).chosen.connect(self.commit)

    def _clear(self) -> None:
        self.commit(None)


class ReferenceListEditor(FieldEditor):
    """Links to records, in an order that means something."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._ids: tuple[str, ...] = ()
        self._frames: list[ItemFrame] = []
        self._wells: list[Well] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        what = kind_label(desk, spec.field.target) if spec.field.target else self.label.text()
        self.add = add_button(desk, what, self)
        self.add.clicked.connect(self._pick)
        self.body.addWidget(self.add)
        self.body.addWidget(self.note)

    def show_value(self, value: Any) -> None:
        self._ids = tuple(value or ())
        while len(self._frames) > len(self._ids):
            self._wells.pop()
            frame = self._frames.pop()
            self._list.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        while len(self._frames) < len(self._ids):
            self._grow()
        for index, (well, record_id) in enumerate(zip(self._wells, self._ids, strict=True)):
            well.show_record(record_id)
            self._frames[index].place(index, len(self._ids))
        self.tell_count(str(len(self._ids)) if self._ids else "")

    def entrance(self, path: str) -> QWidget:
        place = path.rpartition(".")[2]
        is_item = place.isdecimal() and int(place) < len(self._wells)
        return self._wells[int(place)] if is_item else self.add

    def _grow(self) -> None:
        well = Well(self.desk)
        well.pressed.connect(well.open.click)
        well.opened.connect(self.record_chosen)
        frame = ItemFrame(self.desk, well, len(self._frames))
        frame.moved.connect(self._move)
        frame.taken_out.connect(self._take_out)
        self._list.addWidget(frame)
        self._frames.append(frame)
        self._wells.append(well)

    def _pick(self) -> None:
        pick(self.desk, self.spec, self.add).chosen.connect(self._append)

    def _append(self, record_id: str) -> None:
        if record_id not in self._ids:
            self.commit((*self._ids, record_id))

    def _move(self, index: int, step: int) -> None:
        ids = list(self._ids)
        ids.insert(index + step, ids.pop(index))
        self.commit(tuple(ids))

    def _take_out(self, index: int) -> None:
        self.commit(self._ids[:index] + self._ids[index + 1 :])


def pick(desk: Desk, spec: Spec, anchor: QWidget) -> Picker:
    """Open the search for what a field may hold."""
    target = spec.field.target
    kinds = frozenset({target}) if target else frozenset()
    what = desk.say("pick-hint")
    picker = Picker(desk, anchor.window(), kinds=kinds, what=what)
    picker.open_at(anchor)
    return picker
