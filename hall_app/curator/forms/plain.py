"""Editors of single plain values: words, numbers, flags, days, choices, and fixed facts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.layout import STEPS
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.tick import Tick
from hall_app.curator.forms.typing import TypedLine, TypedText
from hall_app.curator.labels import choice_label
from hall_app.curator.parts import label
from hall_app.domain.dates import Day
from hall_app.domain.fields import Shape
from hall_app.domain.records.media import Media, Medium
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES
from hall_app.editing import dates
from hall_app.errors import InvalidRecord


class WordsEditor(FieldEditor):
    """Words in no particular language: a name, an address, a remark."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._held = ""
        self.input: TypedLine | TypedText = TypedText(self) if spec.is_long else TypedLine(self)
        self.input.setObjectName(spec.path)
        self.input.setAccessibleName(self.label.text())
        self.input.typed.connect(self._typed)
        self.input.waiting.connect(self.desk.expect_words)
        self.body.addWidget(self.input)
        self.body.addWidget(self.note)

    def show_value(self, value: Any) -> None:
        self._held = self._words(value)
        self.input.show_words(self._held)

    def flush(self) -> None:
        self.input.flush()

    def _words(self, value: Any) -> str:
        return "" if value is None else str(value)

    def _typed(self, words: str) -> None:
        if words != self._held:
            self.commit(words)


class NumberEditor(WordsEditor):
    """A number, whole or not."""

    def _words(self, value: Any) -> str:
        return "" if value is None else f"{value:.12g}"

    def _typed(self, words: str) -> None:
        is_whole = self.spec.field.shape is Shape.WHOLE
        try:
            value = (int if is_whole else float)(words.strip().replace(",", "") or "0")
        except ValueError:
            self.complain(self.desk.say("whole-unknown" if is_whole else "number-unknown"))
            return
        if self._words(value) != self._held:
            self.commit(value)
        else:
            self.complain("")


class DayEditor(WordsEditor):
    """One day; a date as people say it is understood where it names one."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        assert isinstance(self.input, TypedLine)
        self.input.setPlaceholderText("2026-03-01")
        self.input.setToolTip(desk.say("day-hint"))

    def _typed(self, words: str) -> None:
        if not words.strip():
            if self._held:
                self.commit(None)
            return
        try:
            date = dates.parse(words)
        except InvalidRecord:
            date = None
        if date is None or date.earliest != date.latest:
            self.complain(self.desk.say("day-unknown"))
        elif str(date.earliest) != self._held:
            self.commit(Day(*date.earliest))
        else:
            self.complain("")


class FlagEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self.input = self.make_tick()
        self.input.setObjectName(spec.path)
        self.input.clicked.connect(self.commit)
        # The words stand beside the tick; an empty line above keeps it level with its row.
        self.label.setText(" ")
        self.body.addWidget(self.input)
        self.body.addWidget(self.note)

    def make_tick(self) -> Tick:
        """What is ticked."""
        return Tick(self.desk, self.label.text(), self)

    def show_value(self, value: Any) -> None:
        self.input.setChecked(bool(value))


class ChoiceEditor(FieldEditor):
    """One of a few."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self.input = Combo(desk, self)
        self.input.setObjectName(spec.path)
        self.input.setAccessibleName(self.label.text())
        if spec.field.is_optional:
            self.input.addItem(desk.say("none-chosen"), None)
        for value, words in self.choices():
            self.input.addItem(words, value)
        self.input.activated.connect(self._chosen)
        self.body.addWidget(self.input)
        self.body.addWidget(self.note)

    def show_value(self, value: Any) -> None:
        plain = value.value if isinstance(value, Enum) else value
        at = self.input.findData(plain)
        if at < 0:
            self.input.addItem(str(plain), plain)
            at = self.input.count() - 1
        self.input.setCurrentIndex(at)

    def choices(self) -> Sequence[tuple[Any, str]]:
        """What can be chosen, and what each is called."""
        return _choices(self.desk, self.spec)

    def _chosen(self, index: int) -> None:
        self.commit(self.input.itemData(index))


class ChecksEditor(FieldEditor):
    """Some of a few."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self.inputs: dict[Any, QCheckBox] = {}
        across = QHBoxLayout()
        across.setSpacing(18)
        for value, words in _choices(desk, spec):
            tick = Tick(desk, words, self)
            tick.setObjectName(f"{spec.path}:{value}")
            tick.clicked.connect(self._chosen)
            self.inputs[value] = tick
            across.addWidget(tick)
        across.addStretch()
        self.body.addLayout(across)
        self.body.addWidget(self.note)

    def show_value(self, value: Any) -> None:
        held = {one.value if isinstance(one, Enum) else one for one in value or ()}
        for key, tick in self.inputs.items():
            tick.setChecked(key in held)

    def _chosen(self) -> None:
        self.commit(tuple(key for key, tick in self.inputs.items() if tick.isChecked()))


class FactEditor(FieldEditor):
    """What a file or a publication says, to read and to copy."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self.words = label(parent=self, name="fact")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.words)

    def meet(self, record: Record) -> None:
        if self.spec.name == "flashes_per_s":
            self.setVisible(isinstance(record, Media) and record.medium is Medium.FILM)

    def show_value(self, value: Any) -> None:
        self.words.setText(self._say(value) or "—")

    def _say(self, value: Any) -> str:
        match value:
            case None if self.spec.name == "flashes_per_s":
                return self.desk.say("flashes-unknown")
            case None | () | "":
                return ""
            case bool():
                return "✓" if value else "—"
            case Enum():
                return choice_label(self.desk, value)
            case tuple() if self.spec.field.shape is Shape.PAIR:
                return "\n".join(f"{name}　{held}" for name, held in value)
            case tuple() if self.spec.name == "renditions":
                return "　".join(f"{one.width}×{one.height}" for one in value)
            case tuple():
                return str(len(value) or "")
            case int() if self.spec.name == "size_bytes":
                return _size(value)
            case float():
                return f"{value:.12g}"
            case str() if len(value) == 64:
                return "\u200b".join(value[at : at + 8] for at in range(0, 64, 8))
            case _:
                return str(value)


def _choices(desk: Desk, spec: Spec) -> Sequence[tuple[Any, str]]:
    if spec.name in STEPS:
        return [(step, desk.say(f"{spec.name}-{step}")) for step in STEPS[spec.name]]
    if spec.field.shape is Shape.WORDS:
        return [(language, desk.say(f"language-{language}")) for language in LANGUAGES]
    return [(choice.value, choice_label(desk, choice)) for choice in spec.field.type]


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{count / 1000:.0f} KB"
