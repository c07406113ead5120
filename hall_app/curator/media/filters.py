"""What is looked for in the media library, as controls: words, medium, gallery, order, and marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.flow import Flow
from hall_app.curator.icons import icon
from hall_app.curator.parts import button
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaOrder, MediaQuery, parse, written
from hall_app.domain.records.media import Medium

_PAUSE_MS = 120
_COMBO = 220
_SIZE_NAMES = ("small", "middle", "large")


class Filters(QWidget):
    """Shows a query and tells which one a person wants instead."""

    changed = Signal(MediaQuery)
    # Which of the three sizes of tiles.
    resized = Signal(int)
    # The present query is to get this name.
    named = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.query = MediaQuery()
        say = desk.say
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("media-filter"))
        self.search.setAccessibleName(say("media-filter"))
        self.search.setToolTip(say("media-filter-tip"))
        self.search.setFixedWidth(200)
        self.search.setClearButtonEnabled(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.search.textEdited.connect(self._wait)
        self.search.returnPressed.connect(self._search)
        self.medium = self._combo("media-medium", self._mediums())
        self.gallery = self._combo("field-gallery", self._galleries())
        self.order = self._combo("media-order", self._orders())
        self.tiles = self._combo("media-size", enumerate(say(f"media-{n}") for n in _SIZE_NAMES))
        self.tiles.setCurrentIndex(1)
        self.tiles.activated.connect(self.resized)
        for combo in (self.medium, self.gallery, self.order):
            combo.activated.connect(self._take)
        self.marks: list[QPushButton] = []
        self.clear = button(say("filter-clear"), self._clear, name="link")
        self.name = QLineEdit()
        self.name.setPlaceholderText(say("set-name"))
        self.name.setAccessibleName(say("set-name"))
        self.name.setToolTip(say("set-name-tip"))
        self.name.setFixedWidth(180)
        self.name.returnPressed.connect(self._keep)
        controls, self._marks = Flow(spacing=8), Flow(spacing=6)
        for one in (self.search, self.medium, self.gallery, self.order, self.tiles):
            controls.addWidget(one)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(controls)
        down.addLayout(self._marks)
        self._show_marks()

    def show_query(self, query: MediaQuery) -> None:
        """Show this query."""
        self.query = query
        if not self.search.hasFocus() or self.search.text().split() != query.words.split():
            self.search.setText(query.words)
        for combo, held in (
            (self.medium, query.medium), (self.gallery, query.gallery), (self.order, query.order),
        ):  # fmt: skip
            combo.setCurrentIndex(max(0, combo.findData(held and str(held))))
        self._show_marks()

    def refresh(self) -> None:
        """Read the galleries anew."""
        self.gallery.clear()
        for value, words in self._galleries():
            self.gallery.addItem(words, value)
        self.show_query(self.query)

    def _show_marks(self) -> None:
        while self._marks.takeAt(0) is not None:
            pass
        for mark in self.marks:
            mark.hide()
            mark.deleteLater()
        self.marks = [self._mark(words, without) for words, without in self._told()]
        is_named = not self.query.is_everything
        for widget in (*self.marks, self.clear, self.name):
            self._marks.addWidget(widget)
            widget.setVisible(is_named)
        self.updateGeometry()

    def _told(self) -> Iterator[tuple[str, MediaQuery]]:
        """Each mark that no control shows, and the query without it."""
        say, query = self._desk.say, self.query
        if query.rights is not None:
            yield say(f"rights-{query.rights}"), replace(query, rights=None)
        if query.lacks_alt:
            yield say("media-no-alt"), replace(query, lacks_alt=False)
        if query.is_unused:
            yield say("media-unused"), replace(query, is_unused=False)
        if query.is_alike:
            yield say("set-alike"), replace(query, is_alike=False)
        for tag in query.tags:
            yield f"#{tag}", replace(query, tags=tuple(one for one in query.tags if one != tag))

    def _mark(self, words: str, without: MediaQuery) -> QPushButton:
        made = button(words, partial(self.changed.emit, without), name="chip")
        made.setIcon(icon("x", self._desk.tokens))
        made.setToolTip(self._desk.say("filter-take-off", what=words))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setParent(self)
        return made

    def _take(self) -> None:
        order = self.order.currentData()
        medium = self.medium.currentData()
        self.changed.emit(
            replace(
                self.query,
                medium=Medium(medium) if medium else None,
                gallery=self.gallery.currentData() or "",
                order=MediaOrder(order) if order else MediaOrder.NEWEST,
            )
        )

    def _wait(self, _words: str) -> None:
        self._pause.start()

    def _search(self) -> None:
        """Words go with what is chosen beside them; a mark that was typed becomes a choice."""
        self._pause.stop()
        typed = self.search.text()
        if ":" in typed:
            rest = written(replace(self.query, words=""))
            wanted = parse(f"{rest} {typed}")
        else:
            wanted = replace(self.query, words=" ".join(typed.split()))
        if wanted != self.query:
            self.changed.emit(wanted)

    def _keep(self) -> None:
        if words := self.name.text().strip():
            self.name.clear()
            self.named.emit(words)

    def _clear(self) -> None:
        self.search.clear()
        self.changed.emit(MediaQuery(order=self.query.order))

    def _combo(self, key: str, items: Iterable[tuple[object, str]]) -> Combo:
        combo = Combo(self._desk)
        words = self._desk.say(key)
        combo.setAccessibleName(words)
        combo.setToolTip(words)
        for value, name in items:
            combo.addItem(name, value)
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        combo.setMaximumWidth(_COMBO)
        return combo

    def _mediums(self) -> Iterator[tuple[str | None, str]]:
        yield None, self._desk.say("media-all")
        yield from ((str(one), self._desk.say(f"choice-Medium-{one}")) for one in Medium)

    def _galleries(self) -> Iterator[tuple[str, str]]:
        yield "", self._desk.say("media-any-gallery")
        for gallery in self._desk.store.all(Kind.GALLERY):
            yield gallery.slug, self._desk.title_of(gallery)

    def _orders(self) -> Iterator[tuple[str, str]]:
        yield from ((str(one), self._desk.say(f"media-order-{one}")) for one in MediaOrder)
