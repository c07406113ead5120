"""Searches of a list that were given a name: taken up again, kept, forgotten."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon
from hall_app.curator.parts import button
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.editing import searches
from hall_app.store.listing import Listing, written


class Saved(QToolButton):
    """A button whose menu holds the named searches of a kind."""

    # A named search was chosen: how it is written.
    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._listing = Listing(kind=Kind.EVENT)
        self.setIcon(icon("bookmark-simple", desk.tokens))
        self.setToolTip(desk.say("saved-searches"))
        self.setAccessibleName(desk.say("saved-searches"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_menu)

    def show_search(self, listing: Listing) -> None:
        """Know what would be kept."""
        self._listing = listing

    def open_menu(self) -> QMenu:
        """The named searches, and the way to name this one."""
        say, menu = self._desk.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = searches.kept(self._desk.store, self._listing.kind)
        for name, typed in kept.items():
            menu.addAction(name).triggered.connect(partial(self._choose, typed))
        if kept:
            menu.addSeparator()
        menu.addAction(say("search-keep")).triggered.connect(self.ask_name)
        if kept:
            forget = menu.addMenu(say("search-drop"))
            for name in kept:
                forget.addAction(name).triggered.connect(partial(self._drop, name))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        return menu

    def ask_name(self, _checked: object = None) -> None:
        """Ask what the present search is to be called."""
        asking = _Asking(self._desk, self)
        asking.named.connect(self.keep)
        asking.open_below(self)

    def keep(self, name: str) -> None:
        """Give the present search a name."""
        job = partial(_keep, name, self._listing.kind, written(self._listing))
        self._desk.change("search", job, by=self)
        self._desk.tell(self._desk.say("search-kept", name=name))

    def _choose(self, typed: str, _checked: object = None) -> None:
        self.chosen.emit(typed)

    def _drop(self, name: str, _checked: object = None) -> None:
        self._desk.change("search", partial(_drop, name, self._listing.kind), by=self)


class _Asking(QFrame):
    """A line for a name; Return takes it, Escape gives up."""

    named = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.input = QLineEdit(self)
        self.input.setPlaceholderText(desk.say("search-name"))
        self.input.setAccessibleName(desk.say("search-name"))
        self.input.setMinimumWidth(220)
        self.input.returnPressed.connect(self._take)
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 8, 8, 8)
        across.addWidget(self.input)
        across.addWidget(button(desk.say("search-name-take"), self._take, name="primary"))

    def open_below(self, anchor: QWidget) -> None:
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))
        self.show()
        self.input.setFocus()

    def _take(self) -> None:
        name = " ".join(self.input.text().split())
        if name:
            self.close()
            self.named.emit(name)


def _keep(name: str, kind: Kind, typed: str, hall: Hall) -> Changes:
    return searches.keep(hall.store, name, kind, typed, author=hall.author)


def _drop(name: str, kind: Kind, hall: Hall) -> Changes:
    return searches.drop(hall.store, name, kind, author=hall.author)
