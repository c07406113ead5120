"""What a curator can do from anywhere, each with its words, keys and tooltip."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.icons import kind_icon
from hall_app.curator.steps import step_name
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES
from hall_app.editing import records
from hall_app.settings import Appearance, Language
from hall_app.store.journal import Step

_MADE_BY_HAND = [kind for kind in Kind if kind not in (Kind.HALL, Kind.RELEASE, Kind.MEDIA)]


class Actions(QObject):
    """The window's actions; they act on the record that is open."""

    record_made = Signal(str)
    language_chosen = Signal(Language)
    appearance_chosen = Signal(Appearance)
    palette_wanted = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._id = RecordId("")
        say = desk.say
        self.undo = self._action(say("undo"), self._undo, "Ctrl+Z")
        self.redo = self._action(say("redo"), self._redo, "Ctrl+Shift+Z", "Ctrl+Y")
        self.duplicate = self._action(say("duplicate"), self._duplicate, "Ctrl+Shift+D")
        self.remove = self._action(say("remove"), self._remove, "Ctrl+Delete")
        self.duplicate.setToolTip(say("duplicate-tip"))
        self.remove.setToolTip(say("remove-tip"))
        desk.feed.changed.connect(self._follow)
        self.show_record("")
        self.offer()

    def show_record(self, record_id: str) -> None:
        """Act on this record from now on."""
        self._id = RecordId(record_id)
        record = self._desk.record(self._id) if record_id else None
        can = record is not None and record.kind not in (Kind.HALL, Kind.RELEASE)
        self.duplicate.setEnabled(can)
        self.remove.setEnabled(can)

    def offer(self) -> None:
        """Name the steps that undo and redo would take."""
        say, store = self._desk.say, self._desk.store
        for action, step, key, none in (
            (self.undo, _past_the_beginning(store.next_undo()), "undo-step", "nothing-to-undo"),
            (self.redo, store.next_redo(), "redo-step", "nothing-to-redo"),
        ):
            action.setEnabled(step is not None)
            words = say(key, step=step_name(self._desk, step)) if step else say(none)
            action.setText(words)
            action.setToolTip(words)

    def add(self, kind: str) -> None:
        """Make a record of a kind and open it."""
        which, say = Kind(kind), self._desk.words.say
        titles = {
            f"title.{language}": say("new-title", language, kind=say(f"kind-{which}", language))
            for language in LANGUAGES
        }
        self._make(partial(_add, which, titles))

    def open_add_menu(self, at: QToolButton) -> None:
        """Ask which kind to add."""
        menu = QMenu(self._window)
        for kind in _MADE_BY_HAND:
            action = menu.addAction(
                kind_icon(kind, self._desk.tokens), self._desk.say(f"kind-{kind}")
            )
            action.triggered.connect(partial(self._add_triggered, str(kind)))
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def main_menu(self) -> QMenu:
        """Everything that has no button of its own."""
        say = self._desk.say
        menu = QMenu(self._window)
        for action in (self.undo, self.redo):
            menu.addAction(action)
        menu.addSeparator()
        for action in (self.duplicate, self.remove):
            menu.addAction(action)
        menu.addSeparator()
        languages = menu.addMenu(say("language"))
        group = QActionGroup(languages)
        for language in Language:
            made = languages.addAction(say(f"language-{language}"))
            made.setCheckable(True)
            made.setChecked(language is self._desk.settings.language)
            made.triggered.connect(partial(self._choose_language, language))
            group.addAction(made)
        lights = menu.addMenu(say("appearance"))
        group = QActionGroup(lights)
        for appearance in Appearance:
            made = lights.addAction(say(f"appearance-{appearance}"))
            made.setCheckable(True)
            made.setChecked(appearance is self._desk.settings.appearance)
            made.triggered.connect(partial(self._choose_appearance, appearance))
            group.addAction(made)
        menu.addSeparator()
        palette = menu.addAction(say("palette"))
        palette.setShortcut(QKeySequence("Ctrl+P"))
        palette.triggered.connect(self.palette_wanted)
        leave = menu.addAction(say("quit"))
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.triggered.connect(self._window.close)
        return menu

    def _action(self, words: str, act: object, *keys: str) -> QAction:
        made = QAction(words, self)
        made.setShortcuts([QKeySequence(one) for one in keys])
        made.triggered.connect(act)
        self._window.addAction(made)
        return made

    def _undo(self) -> None:
        self._desk.change("undo", _undo, by=self)

    def _redo(self) -> None:
        self._desk.change("redo", _redo, by=self)

    def _duplicate(self) -> None:
        self._make(partial(_duplicate, self._id))

    def _remove(self) -> None:
        record = self._desk.record(self._id)
        if record is not None:
            self._desk.change("remove", partial(_remove, record.id), by=self)
            self._desk.tell(self._desk.say("removed", name=self._desk.title_of(record)))

    def _make(self, job: partial[Changes]) -> None:
        self._desk.change("make", job, by=self)

    def _add_triggered(self, kind: str, _checked: object = None) -> None:
        self.add(kind)

    def _choose_language(self, language: Language, _checked: object = None) -> None:
        self.language_chosen.emit(language)

    def _choose_appearance(self, appearance: Appearance, _checked: object = None) -> None:
        self.appearance_chosen.emit(appearance)

    def _follow(self, changes: Changes, initiator: object) -> None:
        self.offer()
        is_making = changes.label.startswith(("Add ", "Duplicate "))
        if initiator is self and is_making and len(changes.ids) == 1:
            (made,) = changes.ids
            if self._desk.record(made) is not None:
                self.record_made.emit(made)


def _past_the_beginning(step: Step | None) -> Step | None:
    """A key pressed once too often must not take the whole hall away again."""
    return None if step is None or step.label.startswith("Load content") else step


def _add(kind: Kind, titles: dict[str, str], hall: Hall) -> Changes:
    slug = records.free_slug(hall.store, kind, f"new-{kind}")
    made = records.create(hall.store, kind, slug, titles, author=hall.author)
    return Changes(f"Add {kind} {slug}", frozenset({(kind, made.id)}))


def _duplicate(record_id: RecordId, hall: Hall) -> Changes:
    made = records.duplicate(hall.store, record_id, author=hall.author)
    return Changes(f"Duplicate {made.kind}", frozenset({(made.kind, made.id)}))


def _remove(record_id: RecordId, hall: Hall) -> Changes:
    return records.remove(hall.store, record_id, author=hall.author)


def _undo(hall: Hall) -> Changes:
    return hall.store.undo(author=hall.author)


def _redo(hall: Hall) -> Changes:
    return hall.store.redo(author=hall.author)
