"""The line above a list: words to find, and what the records must be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.labels import choice_label
from hall_app.curator.lists.saved import Saved
from hall_app.curator.parts import row
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Confidence
from hall_app.domain.wordings import State
from hall_app.store.listing import Listing

_FROM = {"gallery": 420, "state": 560, "confidence": 700, "is_cited": 840}
_WITHOUT_GALLERY = (Kind.HALL, Kind.GALLERY, Kind.SOURCE, Kind.MEDIA, Kind.RELEASE, Kind.ERA)


class Filters(QWidget):
    """Words and choices; `changed` fires when any of them is another."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kind = Kind.EVENT
        say = desk.say
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(say("list-filter"))
        self.search.setAccessibleName(say("list-filter"))
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(300)
        # The list follows each key within a frame; keys that come faster are taken together.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        self.search.textChanged.connect(self._begin)
        self.choices: dict[str, Combo] = {
            "gallery": self._combo("filter-gallery"),
            "state": self._combo("list-languages"),
            "confidence": self._combo("list-state"),
            "is_cited": self._combo("filter-sources"),
        }
        self._offer("state", "filter-languages", [(say(f"state-{one}"), one) for one in State])
        confidences = [(choice_label(desk, one), one) for one in Confidence]
        self._offer("confidence", "filter-confidence", confidences)
        cited = [(say("filter-cited"), True), (say("filter-uncited"), False)]
        self._offer("is_cited", "filter-sources", cited)
        self.saved = Saved(desk)
        self.setLayout(row(self.search, self.saved, *self.choices.values(), None))

    @property
    def is_set(self) -> bool:
        """Whether anything is kept out."""
        words = self.search.text().strip()
        return bool(words) or any(one.currentData() is not None for one in self.choices.values())

    def show_kind(self, kind: Kind) -> None:
        """Filter another kind; what was asked of the last one is forgotten."""
        if kind is not self._kind:
            self._kind = kind
            self._reset()
        galleries = [
            (self._desk.title_of(record), record.id)
            for record in self._desk.store.all(Kind.GALLERY)
        ]
        self._offer("gallery", "filter-all", galleries)

    def apply(self, listing: Listing) -> Listing:
        """The list with what is asked for here."""
        asked: dict[str, Any] = {name: combo.currentData() for name, combo in self.choices.items()}
        return replace(listing, words=self.search.text().strip(), **asked)

    def show_search(self, listing: Listing) -> None:
        """Ask for what a list looks for."""
        self._reset()
        was = self.search.blockSignals(True)
        self.search.setText(listing.words)
        self.search.blockSignals(was)
        for name, combo in self.choices.items():
            combo.setCurrentIndex(max(0, combo.findData(getattr(listing, name))))

    def choose(self, name: str, value: object) -> None:
        """Ask for a value, as a hand does in the box of that name."""
        combo = self.choices[name]
        combo.setCurrentIndex(max(0, combo.findData(value)))
        self.changed.emit()

    def clear(self) -> None:
        """Ask for nothing."""
        self._reset()
        self.changed.emit()

    def fit(self, width: int) -> None:
        """Boxes that are in use stay; of the others, as many as there is room for."""
        for name, combo in self.choices.items():
            is_wanted = name != "gallery" or self._kind not in _WITHOUT_GALLERY
            is_used = combo.currentData() is not None
            combo.setVisible(is_used or (is_wanted and width >= _FROM[name]))

    def _begin(self) -> None:
        self._soon.start()

    def _reset(self) -> None:
        for combo in self.choices.values():
            combo.setCurrentIndex(0)
        was = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(was)

    def _combo(self, name: str) -> Combo:
        combo = Combo(self._desk, self)
        combo.setToolTip(self._desk.say(name))
        combo.setAccessibleName(self._desk.say(name))
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(self._choose)
        return combo

    def _offer(self, name: str, every: str, values: list[tuple[str, Any]]) -> None:
        combo = self.choices[name]
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(self._desk.say(every), None)
        for words, value in values:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _choose(self, _at: int) -> None:
        self.changed.emit()
