"""Editors of values inside a record: one with its fields, and a list of them."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.fields import Fields, Maker
from hall_app.curator.forms.items import ItemFrame, add_button
from hall_app.curator.forms.layout import rows_of
from hall_app.curator.forms.references import pick
from hall_app.curator.forms.spec import Spec
from hall_app.domain.fields import REQUIRED, Shape, fields_of
from hall_app.domain.records.record import Record
from hall_app.domain.text import NO_TEXT, ZH_HANS

_BLANKS = {Shape.TEXT: NO_TEXT, Shape.WORDS: "", Shape.WHOLE: 0, Shape.NUMBER: 0.5}


class ValueEditor(FieldEditor):
    """One value, its fields side by side in its own small form."""

    def __init__(
        self, desk: Desk, spec: Spec, parent: QWidget | None = None, *, make: Maker
    ) -> None:
        super().__init__(desk, spec, parent)
        value_type = spec.field.type
        rows = rows_of(value_type)
        self.fields = Fields(desk, spec.kind, value_type, rows, spec.path, make=make)
        self.fields.committed.connect(self.committed)
        self.fields.record_chosen.connect(self.record_chosen)
        # Its group in the form, or its own fields, say what it is.
        self.lose_head()
        self.body.addWidget(self.fields)
        self.body.addWidget(self.note)

    def meet(self, record: Record) -> None:
        super().meet(record)
        self.fields.meet(record)

    def show_value(self, value: Any) -> None:
        self.fields.show_value(value)

    def speak(self, language: str) -> None:
        self.fields.speak(language)

    def flush(self) -> None:
        self.fields.flush()

    def reveal(self, path: str) -> QWidget | None:
        return self.fields.reveal(path) or super().reveal(path)


class ValueListEditor(FieldEditor):
    """A list of values, each in its card: questions and answers, map points, citations."""

    def __init__(
        self, desk: Desk, spec: Spec, parent: QWidget | None = None, *, make: Maker
    ) -> None:
        super().__init__(desk, spec, parent)
        self._make = make
        self._language = ZH_HANS
        self._values: tuple[Any, ...] = ()
        self._frames: list[ItemFrame] = []
        self.items: list[Fields] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        self.add = add_button(desk, self.label.text(), self)
        self.add.clicked.connect(self._append)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.add)
        self.buttons.addStretch()
        self.body.addLayout(self.buttons)
        self.body.addWidget(self.note)

    def meet(self, record: Record) -> None:
        super().meet(record)
        for item in self.items:
            item.meet(record)

    def show_value(self, value: Any) -> None:
        self._values = tuple(value or ())
        while len(self._frames) > len(self._values):
            self.items.pop()
            frame = self._frames.pop()
            self._list.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        while len(self._frames) < len(self._values):
            self._grow()
        for index, (item, one) in enumerate(zip(self.items, self._values, strict=True)):
            item.show_value(one)
            self._frames[index].place(index, len(self._values))
        self.tell_count(str(len(self._values)) if self._values else "")

    def speak(self, language: str) -> None:
        self._language = language
        for item in self.items:
            item.speak(language)

    def flush(self) -> None:
        for item in self.items:
            item.flush()

    def reveal(self, path: str) -> QWidget | None:
        inside = (found for item in self.items if (found := item.reveal(path)))
        return next(inside, None) or super().reveal(path)

    def _grow(self) -> None:
        index, value_type = len(self._frames), self.spec.field.type
        rows = rows_of(value_type)
        item = Fields(
            self.desk,
            self.spec.kind,
            value_type,
            rows,
            f"{self.spec.path}.{index}",
            make=self._make,
            is_labelled=index == 0 or len(rows) > 1,
        )
        item.speak(self._language)
        self._wire(item)
        if self.record is not None:
            item.meet(self.record)
        item.record_chosen.connect(self.record_chosen)
        frame = ItemFrame(self.desk, item, index, is_card=len(rows) > 1)
        frame.moved.connect(self._move)
        frame.taken_out.connect(self._take_out)
        self._list.addWidget(frame)
        self._frames.append(frame)
        self.items.append(item)

    def _wire(self, item: Fields) -> None:
        item.committed.connect(self.committed)

    def _append(self) -> None:
        self.flush()
        needed = [f for f in fields_of(self.spec.field.type) if f.default is REQUIRED]
        link = next((field for field in needed if field.shape is Shape.REFERENCE), None)
        if link is None:
            self._append_with({})
            return
        spec = Spec(self.spec.kind, self.spec.field.type.__name__, link, link.name)
        pick(self.desk, spec, self.add).chosen.connect(partial(self._append_linked, link.name))

    def _append_linked(self, name: str, record_id: str) -> None:
        self._append_with({name: record_id})

    def _append_with(self, known: dict[str, Any]) -> None:
        blanks = {
            field.name: _BLANKS[field.shape]
            for field in fields_of(self.spec.field.type)
            if field.default is REQUIRED and field.name not in known
        }
        self.commit((*self._values, self.spec.field.type(**blanks, **known)))

    def _move(self, index: int, step: int) -> None:
        values = list(self._values)
        values.insert(index + step, values.pop(index))
        self.commit(tuple(values))

    def _take_out(self, index: int) -> None:
        self.commit(self._values[:index] + self._values[index + 1 :])
