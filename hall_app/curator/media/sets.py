"""What is often looked for in the media library: ready-made sets, a hall's own, and its tags."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall as OpenHall
from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon
from hall_app.curator.parts import label, row, tool
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaOrder, MediaQuery, RightsState, parse, written
from hall_app.editing import searches

_QUERY = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_ROW = 30
_MOST_TAGS = 60

READY: tuple[tuple[str, str, MediaQuery], ...] = (
    ("all", "image", MediaQuery()),
    ("no-rights", "warning", MediaQuery(rights=RightsState.MISSING)),
    ("ending", "hourglass", MediaQuery(rights=RightsState.ENDING, order=MediaOrder.UNTIL)),
    ("over", "prohibit", MediaQuery(rights=RightsState.OVER, order=MediaOrder.UNTIL)),
    ("no-alt", "text-t", MediaQuery(lacks_alt=True)),
    ("unused", "link-break", MediaQuery(is_unused=True)),
    ("alike", "copy", MediaQuery(is_alike=True)),
)
"""The sets every library has: key of the words, icon, what they look for."""


class Sets(QWidget):
    """A column of names; choosing one looks for it."""

    chosen = Signal(MediaQuery)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = QListWidget()
        self.list.setObjectName("sets")
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(desk.say("sets"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._offer_drop)
        self.drop = tool(desk, "trash", desk.say("set-drop"), self.drop_current)
        down = QVBoxLayout(self)
        down.setContentsMargins(8, 12, 4, 8)
        down.setSpacing(6)
        down.addLayout(row(label(desk.say("sets"), "heading"), None, self.drop))
        down.addWidget(self.list, 1)
        self.setMinimumWidth(148)

    def refresh(self) -> None:
        """Read the hall's own sets and tags anew."""
        here = self.list.currentItem()
        query = here.data(_QUERY) if here is not None else MediaQuery()
        self.list.clear()
        for key, sign, each in READY:
            self._add(self._desk.say(f"set-{key}"), sign, each)
        if own := self._own():
            self._head(self._desk.say("sets-own"))
            for name, each in own.items():
                self._add(name, "bookmark-simple", each, name=name)
        if tags := self._desk.store.media_tags():
            self._head(self._desk.say("tags"))
            for tag, count in list(tags.items())[:_MOST_TAGS]:
                self._add(f"{tag}  {count}", "tag", MediaQuery(tags=(tag,)))
        self.show_query(query)

    def show_query(self, query: MediaQuery) -> None:
        """Mark the set that looks for just this."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_QUERY) == query:
                self.list.setCurrentItem(item)
                return
        self.list.setCurrentRow(-1)

    def keep(self, name: str, query: MediaQuery) -> None:
        """Give a search a name."""
        words = " ".join(name.split())
        if words:
            self._desk.change("set", partial(_keep, words, query), by=self)

    def drop_current(self) -> None:
        """Forget the named search that is marked."""
        item = self.list.currentItem()
        name = item.data(_NAME) if item is not None else ""
        if name:
            self._desk.change("set", partial(_drop, name), by=self)

    def _own(self) -> dict[str, MediaQuery]:
        kept = searches.kept(self._desk.store, Kind.MEDIA)
        return {name: parse(typed) for name, typed in kept.items()}

    def _add(self, words: str, sign: str, query: MediaQuery, *, name: str = "") -> None:
        item = QListWidgetItem(icon(sign, self._desk.tokens), words)
        item.setData(_QUERY, query)
        item.setData(_NAME, name)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, _ROW))
        self.list.addItem(item)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(QColor(self._desk.tokens.quiet))
        font = QFont(self.list.font())
        font.setPixelSize(12)
        item.setFont(font)
        item.setSizeHint(QSize(0, _ROW + 6))
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        query = item.data(_QUERY)
        if isinstance(query, MediaQuery):
            self.chosen.emit(replace(query))

    def _offer_drop(self, item: QListWidgetItem | None, _before: object = None) -> None:
        self.drop.setEnabled(bool(item is not None and item.data(_NAME)))


def _keep(name: str, query: MediaQuery, hall: OpenHall) -> Changes:
    return searches.keep(hall.store, name, Kind.MEDIA, written(query), author=hall.author)


def _drop(name: str, hall: OpenHall) -> Changes:
    return searches.drop(hall.store, name, Kind.MEDIA, author=hall.author)
