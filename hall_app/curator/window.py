"""The desk's main window; it only puts panels together and carries words between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from hall_app.curator.actions import Actions
from hall_app.curator.content_space import ContentSpace
from hall_app.curator.desk import Desk
from hall_app.curator.keeping.room import Keeping
from hall_app.curator.keeping.scale import fitted
from hall_app.curator.notice import Notice
from hall_app.curator.palette import Palette, commands, leaves
from hall_app.curator.picker import Picker
from hall_app.curator.review.gate import Gate
from hall_app.curator.review.rooms import add_to_menu
from hall_app.curator.status import Status
from hall_app.curator.stylesheet import stylesheet
from hall_app.curator.tables.entrance import Entrance
from hall_app.curator.theme import palette
from hall_app.curator.topbar import TopBar
from hall_app.curator.workspaces import Workspaces
from hall_app.settings import Appearance, Language

if TYPE_CHECKING:
    from hall_app.curator.media.space import MediaSpace
    from hall_app.curator.publish_space import PublishSpace
    from hall_app.curator.timeline.space import TimelineSpace

_SIZE = QSize(1600, 960)
_LEAST = QSize(1180, 720)


class DeskWindow(QMainWindow):
    """Content, timeline, media, publishing; another language or lighting builds the panels anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._busy = 0
        desk.tasks.busy.connect(self._count)
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE)
        self.keeping = Keeping(desk, self, self._rebuild)
        self._build()
        self.gate = Gate(desk, self)
        self.gate.locking.connect(self._flush)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for has been done and shown."""
        return not (self._busy or self.content.is_waiting or self.status.is_waiting)

    @property
    def media(self) -> MediaSpace:
        """The media library; asking for it makes it."""
        return self.spaces.media

    @property
    def timeline(self) -> TimelineSpace:
        """The timeline workspace; asking for it makes it."""
        return self.spaces.timeline

    @property
    def publishing(self) -> PublishSpace:
        """The publishing workspace; asking for it makes it."""
        return self.spaces.publishing

    def show_workspace(self, name: str) -> None:
        """Bring a workspace to the front."""
        self._flush()
        self.spaces.bring(name)
        self.bar.show_workspace(name)

    def open_record(self, record_id: str) -> None:
        """Show a record in the content workspace."""
        self.show_workspace("content")
        self.content.show_record(record_id)

    def open_field(self, record_id: str, path: str) -> None:
        """Show a field of a record."""
        self.show_workspace("content")
        self.content.mend(record_id, path)

    def open_medium(self, record_id: str) -> None:
        """Show a medium in its room, the keys on what puts another file behind it."""
        self.show_workspace("media")
        self.media.show_record(record_id)

    def tell_unexpected(self) -> None:
        """Say that something went wrong that nobody foresaw."""
        self._desk.noticed.emit("error", self._desk.say("problem-unknown"), "")

    def open_finder(self) -> None:
        """Open the find box."""
        picker = Picker(self._desk, self, kinds=frozenset(), what=self._desk.say("find"))
        picker.chosen.connect(self.open_record)
        picker.open_at(self.bar.find_box)

    def open_palette(self) -> None:
        """Open the command palette on what can be done now."""
        views = (self.content.navigator.tree, self.content.listing.view)
        carried = [one for view in views if view.isVisible() for one in view.actions()]
        menu = self.actions_.main_menu()
        palette = Palette(self._desk, self, commands(self, *carried, *leaves(menu)))
        palette.destroyed.connect(menu.deleteLater)
        palette.open()

    def speak(self, language: Language) -> None:
        """Speak another language, in place."""
        self._desk.speak(language)
        self._rebuild()

    def light(self, appearance: Appearance) -> None:
        """Take another lighting, in place."""
        self._desk.light(appearance)
        self._rebuild()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._flush()
        if not self.keeping.leaving.may_leave():
            event.ignore()
            return
        self.gate.leave()
        self.keeping.leave()
        self._leave()
        self._desk.close()
        super().closeEvent(event)

    def _flush(self) -> None:
        self.content.editor.flush()
        self.spaces.flush()

    def _rebuild(self) -> None:
        self._flush()
        place, space = self.content.place, self.spaces.name
        self._leave()
        self._build()
        self.content.go(place)
        self.show_workspace(space)

    def _leave(self) -> None:
        """Let the panels go before what they stand on."""
        self.content.leave()
        self.status.leave()
        self.spaces.leave()
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.actions_.deleteLater()
        for shortcut in self._shortcuts:
            shortcut.deleteLater()

    def _build(self) -> None:
        desk = self._desk
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(desk.tokens))
        self.setStyleSheet(stylesheet(desk.tokens))
        self.setWindowTitle(desk.say("desk"))
        self.actions_ = Actions(desk, self)
        self.bar = TopBar(desk)
        self.content = ContentSpace(desk)
        self.tables = Entrance(desk, self.actions_, self, self.content.listing)
        self.spaces = Workspaces(desk, self.content)
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self.status = Status(desk)
        self.keeping.dress(self.status)
        self.notice = Notice(desk)
        for part in (self.bar, self.notice, self.spaces, self.status):
            down.addWidget(part)
        down.setStretchFactor(self.spaces, 1)
        self.setCentralWidget(fitted(self, whole, _LEAST, desk.settings))
        self._connect()
        self.show_workspace("content")
        self.content.problems.check_soon()
        self.content.navigator.tree.setFocus()

    def _connect(self) -> None:
        bar, actions, content = self.bar, self.actions_, self.content
        bar.workspace_chosen.connect(self.show_workspace)
        bar.find_wanted.connect(self.open_finder)
        bar.check_wanted.connect(self._show_problems)
        bar.undo_wanted.connect(self._undo)
        bar.redo_wanted.connect(self._redo)
        self.notice.undo_wanted.connect(self._undo)
        bar.menu_wanted.connect(self._open_menu)
        for action in (actions.undo, actions.redo):
            action.changed.connect(self._show_steps)
        actions.record_made.connect(self.open_record)
        actions.palette_wanted.connect(self.open_palette)
        actions.language_chosen.connect(self._choose_language)
        actions.appearance_chosen.connect(self._choose_appearance)
        content.add_wanted.connect(actions.open_add_menu)
        content.add_kind_wanted.connect(actions.add)
        content.shown.connect(actions.show_record)
        content.problems.counted.connect(bar.show_count)
        content.problems.counted.connect(self.spaces.show_count)
        content.problems.file_wanted.connect(self.open_medium)
        self.spaces.record_chosen.connect(self.open_record)
        self.spaces.problems_wanted.connect(self._show_problems)
        self._shortcuts = [
            self._shortcut("Ctrl+K", self.open_finder),
            self._shortcut("Ctrl+P", self.open_palette),
            self._shortcut("F1", self.open_palette),
            self._shortcut("Ctrl+Q", self.close),
            self._shortcut("Ctrl+S", content.editor.flush),
            self._shortcut("Alt+Left", content.go_back),
            self._shortcut("Ctrl+PgDown", self._next),
            self._shortcut("Ctrl+PgUp", self._previous),
        ]
        self._show_steps()

    def _shortcut(self, keys: str, act: object) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(act)
        return made

    def _choose_language(self, language: Language) -> None:
        self.speak(language)
        self._desk.keep_settings()

    def _choose_appearance(self, appearance: Appearance) -> None:
        self.light(appearance)
        self._desk.keep_settings()

    def _count(self, jobs: int) -> None:
        self._busy = jobs

    def _undo(self) -> None:
        self._flush()
        self.actions_.undo.trigger()

    def _redo(self) -> None:
        self._flush()
        self.actions_.redo.trigger()

    def _next(self) -> None:
        self.content.step(1)

    def _previous(self) -> None:
        self.content.step(-1)

    def _show_steps(self) -> None:
        for tool, action in (
            (self.bar.undo, self.actions_.undo),
            (self.bar.redo, self.actions_.redo),
        ):
            tool.setEnabled(action.isEnabled())
            tool.setToolTip(f"{action.text()}  ({action.shortcut().toString()})")

    def _show_problems(self) -> None:
        self.show_workspace("content")
        self.content.side.bring("problems")
        self.content.problems.check()

    def _open_menu(self) -> None:
        menu = self.actions_.main_menu()
        add_to_menu(menu, self._desk, self, self.gate.lock)
        self.keeping.add_to(menu)
        self.tables.add_to(menu, menu.actions()[3])
        corner = self.bar.menu.rect().bottomRight()
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(self.bar.menu.mapToGlobal(corner))
