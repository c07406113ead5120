"""Which field of a record a source supports."""

from __future__ import annotations

from typing import Any

from hall_app.curator.forms.plain import ChoiceEditor
from hall_app.curator.labels import path_label
from hall_app.domain.fields import Shape, fields_of
from hall_app.domain.records import RECORD_TYPES

_CLAIMS = frozenset({Shape.TEXT, Shape.DATE, Shape.WHOLE, Shape.NUMBER, Shape.CHOICE, Shape.VALUE})
_NO_CLAIMS = frozenset(
    {"confidence", "citations", "rulings", "shown", "readings", "order", "importance"}
)


class CitedFieldEditor(ChoiceEditor):
    """The whole record, or one field that states something."""

    def choices(self) -> list[tuple[Any, str]]:
        """What can be chosen, and what each is called."""
        kind = self.spec.kind
        names = [
            field.name
            for field in fields_of(RECORD_TYPES[kind])
            if field.shape in _CLAIMS and field.name not in _NO_CLAIMS
        ]
        whole = ("", self.desk.say("whole-record"))
        return [whole, *((name, path_label(self.desk, kind, name)) for name in names)]

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        at = self.input.currentIndex()
        if value and self.input.itemText(at) == value:
            # A part of a field, as another program or a file wrote it.
            self.input.setItemText(at, path_label(self.desk, self.spec.kind, value) or value)
