"""The editor of tags: chips, and a line for new ones."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from hall_app.curator.chips import Chips
from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.spec import Spec
from hall_app.domain.media_query import clean_tags
from hall_app.domain.records.record import Record


class TagsEditor(FieldEditor):
    """Tags of one medium; those that others have are offered."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._tags: tuple[str, ...] = ()
        self.chips = Chips(desk, spec.path, self)
        self.chips.added.connect(self._add)
        self.chips.removed.connect(self._remove)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.note)

    def meet(self, _record: Record) -> None:
        self.chips.offer(self.desk.store.media_tags())

    def show_value(self, value: Any) -> None:
        self._tags = tuple(value or ())
        self.chips.show_words(self._tags)

    def flush(self) -> None:
        self.chips.flush()

    def _add(self, words: list[str]) -> None:
        self.commit(clean_tags((*self._tags, *words)))

    def _remove(self, word: str) -> None:
        self.commit(tuple(tag for tag in self._tags if tag != word))
