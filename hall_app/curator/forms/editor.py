"""What the editor of one field is, whatever its shape."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.spec import Spec
from hall_app.curator.labels import field_label
from hall_app.curator.parts import label
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS

_STOPS = (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.WheelFocus)

EVERY_LANGUAGE = ""
"""In place of a language: all of them are shown at once."""

_BESIDE = "beside:"


class FieldEditor(QWidget):
    """Label, widget and note of one field.

    It shows what the library holds and tells what a person wants there; it keeps nothing.
    """

    # The dotted path and the value it should hold.
    committed = Signal(str, object)
    # A record that a person wants to see.
    record_chosen = Signal(str)

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.spec = spec
        self.setObjectName(f"field:{spec.path}")
        self.label = label(field_label(desk, spec.name, self._owner), name="label")
        self.count = label(name="count")
        self.count.hide()
        self._is_headless = False
        self.record: Record | None = None
        self.origin = label(name="note")
        self.origin.hide()
        self.note = label(name="understood")
        self.note.setWordWrap(True)
        self.note.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.label)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.origin)
        self.head = head
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.body.addLayout(head)

    @property
    def _owner(self) -> str:
        is_record = "." not in self.spec.path
        return str(self.spec.kind) if is_record else self.spec.owner

    def meet(self, record: Record) -> None:
        """Know the record whose field it is, before its value is shown."""
        self.record = record

    def show_value(self, value: Any) -> None:
        """Show what the library holds."""

    def speak(self, language: str) -> None:
        """Show the wording of this language, or of every one."""

    def flush(self) -> None:
        """Commit at once what was typed and not told yet."""

    def reveal(self, path: str) -> QWidget | None:
        """The widget that holds a path, if it is in here."""
        is_here = path == self.spec.path or path.startswith(f"{self.spec.path}.")
        return self if is_here else None

    def entrance(self, path: str) -> QWidget:
        """What takes the keys when somebody is led to a path in here."""
        named = self.findChildren(QWidget, path)
        ready = (one for one in self.findChildren(QWidget) if self._takes_keys(one))
        return next(iter(named), None) or next(ready, self)

    def _takes_keys(self, one: QWidget) -> bool:
        is_stop = one.focusPolicy() in _STOPS
        return is_stop and one.isEnabled() and one.isVisibleTo(self)

    def lose_head(self) -> None:
        """Stand without label and count, where something above says the same."""
        self._is_headless = True
        self.label.hide()
        self.count.hide()

    def tell_count(self, words: str) -> None:
        """Say beside the label how much there is."""
        self.count.setText(words)
        self.count.setVisible(bool(words) and not self._is_headless)

    def tell_origin(self, words: str) -> None:
        """Say beside the label where the value comes from."""
        self.origin.setText(words)
        self.origin.setVisible(bool(words))

    def complain(self, words: str) -> None:
        """Say under the field what is wrong; nothing when all is well."""
        self._tint(self.note, "wrong" if words else "")
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def explain(self, words: str) -> None:
        """Say under the field how it was understood."""
        self._tint(self.note, "")
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def commit(self, value: Any, suffix: str = "") -> None:
        """Tell what the field, or a part of it, should hold."""
        self.complain("")
        self.committed.emit(f"{self.spec.path}{suffix}", value)

    @staticmethod
    def _tint(widget: QWidget, state: str) -> None:
        if widget.property("state") != state:
            widget.setProperty("state", state)
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def languages_in(language: str) -> tuple[str, ...]:
    """The languages that are on the screen."""
    if language == EVERY_LANGUAGE:
        return LANGUAGES
    spoken = tongue_of(language)
    return (ZH_HANS, spoken) if is_beside(language) else (spoken,)


def beside(language: str) -> str:
    """In place of a language: the source at the left of it."""
    return language if language in (EVERY_LANGUAGE, ZH_HANS) else f"{_BESIDE}{language}"


def is_beside(language: str) -> bool:
    """Whether the source stands at the left of a language."""
    return language.startswith(_BESIDE)


def tongue_of(language: str) -> str:
    """The language that is written now, whatever stands beside it."""
    return language.removeprefix(_BESIDE)
