"""The editor of a text that comes from a list: words in use are offered while one types."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.texts import TextEditor
from hall_app.curator.forms.typing import TypedLine
from hall_app.curator.parts import button
from hall_app.curator.vocabularies.dialog import WordsDialog
from hall_app.domain.changes import Changes
from hall_app.domain.records.vocabulary import Vocabulary, vocabulary_of
from hall_app.domain.text import Text
from hall_app.editing.vocabularies import words_of

_MOST = 400


class ListedTextEditor(TextEditor):
    """A chosen word comes with its other languages; a word that is not in the list may be typed."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        which = vocabulary_of(spec.kind, spec.path)
        assert which is not None, spec.path
        self.which: Vocabulary = which
        self._words: tuple[Text, ...] | None = None
        self._models: dict[str, QStringListModel] = {}
        for language, line in self.inputs.items():
            assert isinstance(line, TypedLine)
            self._offer(language, line)
        self.open_list = button(
            desk.say("words-open"), self.open_words, name="link", tip=desk.say("words-open-tip")
        )
        self.head.addWidget(self.open_list)
        desk.feed.changed.connect(self._forget)

    def open_words(self) -> WordsDialog:
        """See the whole list, to rename and merge."""
        self.flush()
        dialog = WordsDialog(self.desk, self.window(), self.which)
        dialog.open()
        return dialog

    def _offer(self, language: str, line: TypedLine) -> None:
        model = QStringListModel(self)
        completer = QCompleter(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None
        popup.setObjectName("popup")
        # The stub does not know that this signal has an overload for words.
        completer.activated[str].connect(partial(self._take, language))  # type: ignore[index]
        line.setCompleter(completer)
        line.textEdited.connect(self._read)
        self._models[language] = model

    def _read(self, _typed: str) -> None:
        """Read the list when somebody begins to type, and not before."""
        if self._words is not None:
            return
        self._words = tuple(one.text for one in words_of(self.desk.store, self.which)[:_MOST])
        for language, model in self._models.items():
            held = dict.fromkeys(text[language] for text in self._words if text[language])
            model.setStringList(list(held))

    def _take(self, language: str, words: str) -> None:
        text = next((one for one in self._words or () if one[language] == words), None)
        if text is not None:
            self.flush()
            self.commit(text)

    def _forget(self, changes: Changes, _initiator: object) -> None:
        if any(kind is self.which.kind for kind, _ in changes.touched):
            self._words = None
