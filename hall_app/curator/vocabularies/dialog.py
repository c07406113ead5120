"""The words of a list: how often each is used and where, renamed everywhere, merged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.parts import button, label, row
from hall_app.curator.work_dialog import WorkDialog
from hall_app.domain.changes import Changes
from hall_app.domain.records.vocabulary import Vocabulary
from hall_app.domain.text import EN, LANGUAGES, Text
from hall_app.editing import vocabularies
from hall_app.editing.vocabularies import Word
from hall_app.qt.tasks import Task

_SIZE = QSize(820, 620)
_NAMED = 8
_MOST = 2000


class WordsDialog(WorkDialog):
    """Chosen words become what the three lines say; the most used of them is offered."""

    def __init__(self, desk: Desk, parent: QWidget, which: Vocabulary) -> None:
        say = desk.say
        title = say("words-title", name=say(f"choice-Vocabulary-{which}"))
        super().__init__(desk, parent, title=title, note=say("words-note"), size=_SIZE)
        self._which = which
        self._words: tuple[Word, ...] = ()
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(title)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderLabels(
            [
                *(say(f"short-{language}") for language in LANGUAGES),
                say("words-count"),
                say("words-earlier"),
            ]
        )
        header = self.list.header()
        header.setStretchLastSection(True)
        self.list.headerItem().setTextAlignment(3, Qt.AlignmentFlag.AlignRight)
        for column, width in enumerate((170, 140, 230, 70)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.list.setColumnWidth(column, width)
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.users = label("", "note")
        self.users.setWordWrap(True)
        self.into = {language: QLineEdit(self) for language in LANGUAGES}
        for language, line in self.into.items():
            line.setPlaceholderText(say(f"language-{language}"))
            line.setAccessibleName(f"{say('words-into')} {say(f'language-{language}')}")
            line.setToolTip(line.accessibleName())
        self.go = button(say("words-choose"), self.change, name="primary")
        self.go.setAutoDefault(False)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.users)
        self.body.addWidget(label(say("words-into"), "label"))
        self.body.addLayout(row(*self.into.values()))
        self.end_body()
        self.body.addLayout(row(None, button(say("table-close"), self.reject), self.go))
        self.refresh()

    @property
    def chosen(self) -> tuple[Word, ...]:
        """The chosen words, the most used first."""
        places = sorted(self.list.indexOfTopLevelItem(one) for one in self.list.selectedItems())
        return tuple(self._words[place] for place in places)

    def refresh(self) -> None:
        """Read the list again."""
        self._words = vocabularies.words_of(self._desk.store, self._which)[:_MOST]
        self.list.clear()
        for word in self._words:
            shown = [word.text[language] for language in LANGUAGES]
            item = QTreeWidgetItem([*shown, str(word.count), "、".join(word.synonyms)])
            item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        self._show_chosen()

    def change(self) -> None:
        """Rename or merge what is chosen."""
        words = self.chosen
        if words:
            into = Text.of({language: line.text() for language, line in self.into.items()})
            self.work("words-into", partial(_merge, self._which, words, into), self._changed)

    def allow(self) -> None:
        self.go.setEnabled(self.task is None and bool(self.list.selectedItems()))

    def _show_chosen(self) -> None:
        words, say = self.chosen, self._desk.say
        for language, line in self.into.items():
            line.setText(words[0].text[language] if words else "")
        key = "words-choose" if not words else "words-rename" if len(words) == 1 else "words-merge"
        self.go.setText(say(key, count=len(words)))
        self.go.setToolTip(self.go.text())
        self.users.setText(say("words-users", names=self._names(words)) if words else "")
        self.allow()

    def _names(self, words: tuple[Word, ...]) -> str:
        store = self._desk.store
        ids = [one for word in words for one in vocabularies.users_of(store, self._which, word)]
        found = [self._desk.record(one) for one in ids[:_NAMED]]
        names = (", " if self._desk.language == EN else "、").join(
            self._desk.title_of(one) for one in found if one is not None
        )
        return f"{names} … {len(ids)}" if len(ids) > _NAMED else names

    def _changed(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        count = sum(kind is self._which.kind for kind, _ in changes.touched)
        self.say_it(self._desk.say("words-done", count=count))
        self.refresh()


def _merge(
    which: Vocabulary, words: tuple[Word, ...], into: Text, hall: Hall, _task: Task
) -> Changes:
    return vocabularies.merge(hall.store, which, words, into, author=hall.author)
