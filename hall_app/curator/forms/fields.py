"""Rows of field editors over one record, or over one value inside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.layout import Rows
from hall_app.curator.forms.spec import Spec
from hall_app.domain.fields import fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record

Maker = Callable[[Desk, Spec], FieldEditor]

# As high as a tool.
_HEAD = 28
_WIDE = frozenset(
    {"source", "text", "given_by", "holder", "enterprise", "gallery", "section", "target"}
)
"""Fields that get twice the room of their neighbours."""


class Fields(QWidget):
    """Shows the fields of one value and passes on what a person wants in them."""

    committed = Signal(str, object)
    record_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        owner: type[Any],
        rows: Rows,
        prefix: str = "",
        *,
        make: Maker,
        is_labelled: bool = True,
    ) -> None:
        super().__init__()
        self.editors: dict[str, FieldEditor] = {}
        known = {field.name: field for field in fields_of(owner)}
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        for row in rows:
            across = QHBoxLayout()
            across.setSpacing(12)
            for name in row:
                path = f"{prefix}.{name}" if prefix else name
                editor = make(desk, Spec(kind, owner.__name__, known[name], path))
                editor.committed.connect(self.committed)
                editor.record_chosen.connect(self.record_chosen)
                if not is_labelled:
                    editor.lose_head()
                self.editors[name] = editor
                weight = 2 if name in _WIDE and len(row) > 1 else 1
                if len(row) > 1:
                    # Neighbours begin level, whether or not tools stand in their heads.
                    editor.label.setMinimumHeight(_HEAD)
                across.addWidget(editor, weight, Qt.AlignmentFlag.AlignTop)
            down.addLayout(across)

    def meet(self, record: Record) -> None:
        """Know the record whose fields these are, before their values are shown."""
        for editor in self.editors.values():
            editor.meet(record)

    def show_value(self, value: Any) -> None:
        """Show what the library holds; nothing known shows empty fields."""
        for name, editor in self.editors.items():
            held = getattr(value, name) if value is not None else _nothing(editor)
            editor.show_value(held)

    def speak(self, language: str) -> None:
        """Show the wordings of this language, or of every one."""
        for editor in self.editors.values():
            editor.speak(language)

    def flush(self) -> None:
        """Commit at once what was typed and not told yet."""
        for editor in self.editors.values():
            editor.flush()

    def reveal(self, path: str) -> QWidget | None:
        """The widget that holds a path."""
        return next((w for e in self.editors.values() if (w := e.reveal(path))), None)


def _nothing(editor: FieldEditor) -> Any:
    field = editor.spec.field
    return () if field.is_many else None
