"""What can be done to several media at once: tags on and off, and the way out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hall_app.bootstrap import Hall
from hall_app.curator.chips import Chips
from hall_app.curator.desk import Desk
from hall_app.curator.flow import Flow
from hall_app.curator.parts import button, label, row, rule
from hall_app.curator.thumbnails import thumbnail
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import Media
from hall_app.editing import media_shelf

_PICTURE = QSize(96, 60)
_MOST_SHOWN = 24


class Selection(QFrame):
    """Stands in the inspector's place while more than one medium is selected."""

    remove_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.ids: tuple[RecordId, ...] = ()
        say = desk.say
        self.title = label("", "title")
        self.pictures = Flow(spacing=6)
        self.more = label("", "meta")
        self.chips = Chips(desk, "selection-tags", self)
        self.chips.added.connect(self._add)
        self.chips.removed.connect(self._take_off)
        self.note = label(say("selection-tags-note"), "note")
        self.note.setWordWrap(True)
        self.remove = button(
            say("media-remove"), self.remove_wanted.emit, tip=say("media-remove-tip")
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 14, 20, 14)
        down.setSpacing(12)
        down.addWidget(self.title)
        down.addLayout(self.pictures)
        down.addWidget(self.more)
        down.addWidget(rule())
        down.addWidget(label(say("field-tags"), "heading"))
        down.addWidget(self.chips)
        down.addWidget(self.note)
        down.addWidget(rule())
        down.addLayout(row(self.remove, None))
        down.addStretch()

    def show_ids(self, ids: tuple[RecordId, ...]) -> None:
        """Show these media."""
        self.ids = ids
        say = self._desk.say
        self.title.setText(say("selection-count", count=len(ids)))
        while (item := self.pictures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for record_id in ids[:_MOST_SHOWN]:
            record = self._desk.record(record_id)
            if isinstance(record, Media):
                picture = label(parent=self)
                picture.setFixedSize(_PICTURE)
                picture.setPixmap(thumbnail(self._desk, record, _PICTURE))
                picture.setToolTip(self._desk.title_of(record))
                self.pictures.addWidget(picture)
                picture.show()
        rest = len(ids) - _MOST_SHOWN
        self.more.setText(say("selection-more", count=rest) if rest > 0 else "")
        self.more.setVisible(rest > 0)
        self._show_tags()

    def _show_tags(self) -> None:
        """Every tag that any of them has, and in how many."""
        counts: dict[str, int] = {}
        for one in self._desk.store.media_page(self.ids).values():
            for tag in one.media.tags:
                counts[tag] = counts.get(tag, 0) + 1
        self.chips.show_words(counts)
        for tag, chip in self.chips.buttons.items():
            is_everywhere = counts[tag] == len(self.ids)
            chip.setText(tag if is_everywhere else f"{tag}  {counts[tag]}/{len(self.ids)}")
        self.chips.offer(self._desk.store.media_tags())

    def _add(self, words: list[str]) -> None:
        self._retag(add=tuple(words))

    def _take_off(self, word: str) -> None:
        self._retag(remove=(word,))

    def _retag(self, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> None:
        job = partial(_retag, self.ids, add, remove)
        self._desk.change(self._desk.say("step-tag"), job, by=self)


def _retag(
    ids: tuple[RecordId, ...], add: tuple[str, ...], remove: tuple[str, ...], hall: Hall
) -> Changes:
    return media_shelf.retag(hall.store, ids, add=add, remove=remove, author=hall.author)
