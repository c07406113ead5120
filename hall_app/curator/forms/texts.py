"""Editors of texts in several languages: one text, and a list of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import (
    EVERY_LANGUAGE,
    FieldEditor,
    is_beside,
    languages_in,
    tongue_of,
)
from hall_app.curator.forms.field_state import FieldState, SourceChange
from hall_app.curator.forms.items import ItemFrame, add_button
from hall_app.curator.forms.markdown_tools import MarkdownTools
from hall_app.curator.forms.marking import SOFT_BREAK
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.typing import PROMPT_MS, TypedLine, TypedText
from hall_app.curator.labels import field_label
from hall_app.curator.parts import label
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.domain.text import EN, LANGUAGES, NO_TEXT, ZH_HANS, Text
from hall_app.editing import translation
from hall_app.editing.origins import source_before
from hall_app.editing.translation import DRAFT_SOURCES
from hall_app.kiosk.reading import plain


class TextEditor(FieldEditor):
    """One text: a line or an area for each language, with its count against the wall's limit."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._language = ZH_HANS
        self._text = NO_TEXT
        self.state = FieldState(desk, self)
        self.state.drafted.connect(self._draft)
        self.state.read.connect(self._mark_read)
        self.state.compared.connect(self.compare)
        self.head.insertWidget(self.head.indexOf(self.count) + 1, self.state)
        self.inputs: dict[str, TypedLine | TypedText] = {}
        self._rows: dict[str, QWidget] = {}
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.setSpacing(4)
        for language in LANGUAGES:
            self._lines.addWidget(self._row(language), 1)
        if spec.is_long and not spec.is_fixed:
            self.body.addWidget(MarkdownTools(desk, self, self._written))
        self.body.addLayout(self._lines)
        self.body.addWidget(self.note)
        self.speak(ZH_HANS)

    def show_value(self, value: Any) -> None:
        self._text = value or NO_TEXT
        for language, typed in self.inputs.items():
            typed.show_words(self._text[language])
        self._tell_state()

    def speak(self, language: str) -> None:
        self._language = language
        shown = languages_in(language)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(across if is_beside(language) else down)
        self._lines.setSpacing(12 if is_beside(language) else 4)
        for each, row in self._rows.items():
            row.setVisible(each in shown)
            letter = row.findChild(QLabel)
            assert letter is not None
            letter.setVisible(len(shown) > 1)
        self._tell_state()

    def flush(self) -> None:
        for typed in self.inputs.values():
            typed.flush()

    def _written(self) -> TypedText:
        """The text that a hand writes in: the one with the keys, else the one of the language."""
        areas = [area for area in self.inputs.values() if isinstance(area, TypedText)]
        spoken = self.inputs[tongue_of(self._language) or ZH_HANS]
        assert isinstance(spoken, TypedText)
        return next((area for area in areas if area.hasFocus()), spoken)

    def _row(self, language: str) -> QWidget:
        row = QWidget(self)
        made = TypedText if self.spec.is_long else TypedLine
        typed = made(row, rest_ms=PROMPT_MS)
        typed.setObjectName(f"{self.spec.path}.{language}")
        typed.setAccessibleName(f"{self.label.text()} {self.desk.say(f'short-{language}')}")
        typed.setReadOnly(self.spec.is_fixed)
        typed.typed.connect(partial(self._typed, language))
        typed.waiting.connect(self.desk.expect_words)
        letter = label(self.desk.say(f"letter-{language}"), parent=row, name="meta")
        letter.setFixedWidth(22)
        letter.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        letter.setContentsMargins(0, 7, 0, 0)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(letter)
        across.addWidget(typed)
        self.inputs[language], self._rows[language] = typed, row
        return row

    def _typed(self, language: str, words: str) -> None:
        if words != self._text[language]:
            self.commit(words, f".{language}")
        self._count(words, language)

    def compare(self) -> None:
        """Show what the source said when the wording on the screen was made from it."""
        if self.record is None:
            return
        tongue = tongue_of(self._language)
        old = source_before(self.desk.store, self.record.id, self.spec.path, tongue)
        change = SourceChange(self.desk, self.window(), old, self._text[ZH_HANS])
        change.open_at(self.state.compare)

    def _draft(self) -> None:
        language = tongue_of(self._language)
        self._bring_on(translation.draft, language, source=DRAFT_SOURCES[language])

    def _mark_read(self) -> None:
        self._bring_on(translation.mark_read, tongue_of(self._language))

    def _bring_on(self, edit: Callable[..., Changes], language: str, **options: str) -> None:
        if self.record is None:
            return
        self.flush()
        job = partial(_bring_on, edit, self.record.id, self.spec.path, language, options)
        self.desk.change("wording", job, by=self)

    def _tell_state(self) -> None:
        language = tongue_of(self._language) or ZH_HANS
        self._count(self._text[language], language)
        text = self._text if self._language != EVERY_LANGUAGE else NO_TEXT
        self.state.show_state(text, language, is_fixed=self.spec.is_fixed)

    def _count(self, words: str, language: str) -> None:
        if language != (tongue_of(self._language) or ZH_HANS):
            return
        if language == EN:
            self.tell_count(self.desk.say("count-words", count=len(words.split())))
            self._tint(self.count, "")
            return
        # What a visitor reads is counted: no signs of Markdown, no addresses, no soft breaks.
        read = plain(words) if self.spec.is_long else words
        count, limit = len("".join(read.replace(SOFT_BREAK, "").split())), self.spec.limit
        key = "count-of" if limit else "count"
        is_told = bool(limit) or self.spec.is_long
        self.tell_count(self.desk.say(key, count=count, limit=limit) if is_told else "")
        self._tint(self.count, "over" if limit and count > limit else "")


class TextListEditor(FieldEditor):
    """A list of texts, each in every language: former names, steps of a craft."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._language = ZH_HANS
        self._texts: tuple[Text, ...] = ()
        self._frames: list[ItemFrame] = []
        self.editors: list[TextEditor] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        what = field_label(desk, spec.name, self._owner)
        self.add = add_button(desk, what, self)
        self.add.setObjectName("link")
        self.add.clicked.connect(self._append)
        self.body.addWidget(self.add)
        self.body.addWidget(self.note)

    def show_value(self, value: Any) -> None:
        self._texts = tuple(value or ())
        while len(self._frames) > len(self._texts):
            self._drop()
        while len(self._frames) < len(self._texts):
            self._grow()
        for index, (editor, text) in enumerate(zip(self.editors, self._texts, strict=True)):
            editor.show_value(text)
            self._frames[index].place(index, len(self._texts))

    def meet(self, record: Record) -> None:
        super().meet(record)
        for editor in self.editors:
            editor.meet(record)

    def speak(self, language: str) -> None:
        self._language = language
        for editor in self.editors:
            editor.speak(language)

    def flush(self) -> None:
        for editor in self.editors:
            editor.flush()

    def _grow(self) -> None:
        index = len(self._frames)
        editor = TextEditor(self.desk, self.spec.at(f"{self.spec.path}.{index}"))
        editor.lose_head()
        if self.record is not None:
            editor.meet(self.record)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        editor.speak(self._language)
        editor.committed.connect(self.committed)
        frame = ItemFrame(self.desk, editor, index)
        frame.moved.connect(self._move)
        frame.taken_out.connect(self._take_out)
        self._list.addWidget(frame)
        self._frames.append(frame)
        self.editors.append(editor)

    def _drop(self) -> None:
        self.editors.pop()
        frame = self._frames.pop()
        self._list.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _append(self) -> None:
        self.flush()
        self.commit((*self._texts, NO_TEXT))

    def _move(self, index: int, step: int) -> None:
        texts = list(self._texts)
        texts.insert(index + step, texts.pop(index))
        self.commit(tuple(texts))

    def _take_out(self, index: int) -> None:
        self.commit(self._texts[:index] + self._texts[index + 1 :])


def _bring_on(
    edit: Callable[..., Changes],
    record_id: RecordId,
    path: str,
    language: str,
    options: dict[str, str],
    hall: Hall,
) -> Changes:
    return edit(hall.store, record_id, path, language, author=hall.author, **options)
