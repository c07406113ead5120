"""The form of one kind of record, put together from its layout."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.dating import DateEditor
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.field_sources import FieldSources
from hall_app.curator.forms.fields import Fields
from hall_app.curator.forms.layout import groups_of
from hall_app.curator.forms.shapes import make_editor
from hall_app.curator.forms.texts import TextEditor
from hall_app.curator.parts import label, rule
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS
from hall_app.editing.media_files import HARVESTED, words_at


class Form(QWidget):
    """Every field of a kind in headed groups; made once and shown again for each record."""

    committed = Signal(str, object)
    record_chosen = Signal(str)

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.setObjectName("form")
        self.kind = kind
        self._desk = desk
        self.language = ZH_HANS
        self._groups: list[Fields] = []
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 4, 12, 24)
        down.setSpacing(14)
        for place, group in enumerate(groups_of(kind)):
            if place:
                down.addWidget(rule())
                heading = desk.say(f"group-{group.key}")
                down.addWidget(label(heading, parent=self, name="heading"))
            fields = Fields(desk, kind, RECORD_TYPES[kind], group.rows, make=make_editor)
            fields.committed.connect(self.committed)
            fields.record_chosen.connect(self.record_chosen)
            if len(fields.editors) == 1:
                _hide_twin(fields.editors.values())
            down.addWidget(fields)
            self._groups.append(fields)
        self.sources = {
            name: self._mark_sources(editor)
            for name, editor in self.editors.items()
            if isinstance(editor, TextEditor | DateEditor)
        }
        down.addStretch()

    @property
    def editors(self) -> dict[str, FieldEditor]:
        """The editors of the record's own fields, by name."""
        return {name: one for group in self._groups for name, one in group.editors.items()}

    def show_record(self, record: Record) -> None:
        """Show a record of this kind."""
        for editor in self.editors.values():
            editor.meet(record)
        for marks in self.sources.values():
            marks.show_record(record)
        for group in self._groups:
            group.show_value(record)
        if isinstance(record, Media):
            self._tell_harvest(record)

    def _mark_sources(self, editor: FieldEditor) -> FieldSources:
        """A mark in the head of a field that states something."""
        made = FieldSources(self._desk, editor.spec.path, editor)
        made.cited.connect(partial(self.committed.emit, "citations"))
        made.record_chosen.connect(self.record_chosen)
        editor.head.insertWidget(editor.head.count() - 1, made)
        return made

    def _tell_harvest(self, media: Media) -> None:
        """Say under the fields that a file filled, and no hand changed since, where it comes from."""
        for path in HARVESTED:
            editor = self.reveal(path)
            words = dict(media.harvested).get(path, "")
            if isinstance(editor, FieldEditor):
                is_of_file = bool(words) and words == words_at(media, path)
                editor.tell_origin(self._desk.say("from-file") if is_of_file else "")

    def speak(self, language: str) -> None:
        """Show the wordings of this language, or of every one."""
        self.language = language
        for group in self._groups:
            group.speak(language)

    def flush(self) -> None:
        """Commit at once what was typed and not told yet."""
        for group in self._groups:
            group.flush()

    def reveal(self, path: str) -> QWidget | None:
        """The widget that holds a path."""
        return next((w for group in self._groups if (w := group.reveal(path))), None)


def _hide_twin(editors: Iterable[FieldEditor]) -> None:
    """A group of one field says the same as its heading."""
    for editor in editors:
        editor.lose_head()
