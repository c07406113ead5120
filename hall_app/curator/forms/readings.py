"""Texts read aloud: which text, in which spoken language, by which recording, and whether it still fits."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.fields import Maker
from hall_app.curator.forms.plain import ChoiceEditor
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.values import ValueListEditor
from hall_app.curator.labels import path_label
from hall_app.curator.parts import button, label
from hall_app.domain.fields import Shape, fields_of, texts_in
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Reading
from hall_app.domain.text import NO_TEXT, digest


class TextPathEditor(ChoiceEditor):
    """One of the texts of a record."""

    def choices(self) -> list[tuple[Any, str]]:
        owner, kind = RECORD_TYPES[self.spec.kind], self.spec.kind
        texts = (field for field in fields_of(owner) if field.shape is Shape.TEXT)
        names = [field.name for field in texts if not field.is_many]
        names.sort(key=lambda name: name != "text")
        return [(name, path_label(self.desk, kind, name)) for name in names]


class StaleMark(QWidget):
    """A line under an item: made from something that has changed since; and the word that it fits."""

    # A person has found that it still fits.
    confirmed = Signal()

    def __init__(self, desk: Desk, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: QLabel = label(words, parent=self)
        self.words.setProperty("tone", "warn")
        self.words.setWordWrap(True)
        self.fits: QPushButton = button(
            desk.say("reading-fits"),
            self.confirmed.emit,
            name="link",
            tip=desk.say("reading-fits-tip"),
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 0, 8, 4)
        across.addWidget(self.words, 1)
        across.addWidget(self.fits)
        self.hide()


class StaleListEditor(ValueListEditor):
    """A list of things that were made from something; each says when that has changed since."""

    stale_words = "reading-stale"

    def __init__(
        self, desk: Desk, spec: Spec, parent: QWidget | None = None, *, make: Maker
    ) -> None:
        self.marks: list[StaleMark] = []
        super().__init__(desk, spec, parent, make=make)

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        del self.marks[len(self._values) :]
        for mark, made, origin in zip(self.marks, self._values, self._origins(), strict=True):
            mark.setVisible(bool(made.made_from) and made.made_from != origin)

    def _grow(self) -> None:
        super()._grow()
        index = len(self.items) - 1
        mark = StaleMark(self.desk, self.desk.say(self.stale_words), self.items[index])
        mark.confirmed.connect(partial(self._confirm, index))
        layout = self.items[index].layout()
        assert layout is not None
        layout.addWidget(mark)
        self.marks.append(mark)

    def _confirm(self, index: int) -> None:
        self.commit(self._origins()[index], f".{index}.made_from")

    def _origins(self) -> list[str]:
        """For each value the digest of what it would be made from now."""
        return [one.made_from for one in self._values]


class ReadingsEditor(StaleListEditor):
    """Recordings of the texts of a record."""

    def _origins(self) -> list[str]:
        texts = dict(texts_in(self.record)) if self.record else {}
        readings = (reading for reading in self._values if isinstance(reading, Reading))
        return [digest(one.words_of(texts.get(one.field, NO_TEXT))) for one in readings]


class TrackListEditor(StaleListEditor):
    """Tracks beside a film; each was made for one file of it."""

    stale_words = "track-stale"

    def _origins(self) -> list[str]:
        film = self.record.sha256 if isinstance(self.record, Media) else ""
        return [digest(film)] * len(self._values)
