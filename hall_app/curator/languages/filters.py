"""Which records of the whole hall a table of languages shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.flow import Flow
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES, ZH_HANT
from hall_app.domain.wordings import State
from hall_app.store.wordings import Wanted


class LanguageFilters(QWidget):
    """Words, kind, gallery, language and state; `changed` fires when any of them is another."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.say
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(say("languages-find"))
        self.search.setAccessibleName(say("languages-find"))
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(240)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.changed)
        self.search.textChanged.connect(self._begin)
        self.kind = self._combo("languages-filter-kind")
        self.kind.addItem(say("languages-every-kind"), None)
        for kind in Kind:
            if kind is not Kind.RELEASE:
                self.kind.addItem(say(f"kinds-{kind}"), str(kind))
        self.gallery = self._combo("languages-filter-gallery")
        self.language = self._combo("languages-filter-language")
        for language in LANGUAGES:
            self.language.addItem(say(f"short-{language}"), language)
        self.choose(self.language, ZH_HANT)
        self.state = self._combo("languages-filter-state")
        self.state.addItem(say("languages-every-state"), None)
        for state in State:
            self.state.addItem(say(f"state-{state}"), str(state))
        self.offer_galleries()
        flow = Flow(self, spacing=8)
        for part in (self.search, self.kind, self.gallery, self.language, self.state):
            flow.addWidget(part)

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        kind, state = self.kind.currentData(), self.state.currentData()
        return Wanted(
            kind=Kind(kind) if kind else None,
            gallery=self.gallery.currentData(),
            words=self.search.text().strip(),
            language=self.language.currentData(),
            state=State(state) if state else None,
        )

    def offer_galleries(self) -> None:
        """Offer the galleries as they are called now."""
        chosen = self.gallery.currentData()
        self.gallery.clear()
        self.gallery.addItem(self._desk.say("filter-all"), None)
        for record in self._desk.store.all(Kind.GALLERY):
            self.gallery.addItem(self._desk.title_of(record), record.id)
        self.choose(self.gallery, chosen)

    def choose(self, combo: Combo, value: Any) -> None:
        """Choose a value, as a hand does."""
        combo.setCurrentIndex(max(0, combo.findData(value)))
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything."""
        for combo in (self.kind, self.gallery, self.state):
            combo.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()

    def _combo(self, name: str) -> Combo:
        combo = Combo(self._desk, self)
        combo.setToolTip(self._desk.say(name))
        combo.setAccessibleName(self._desk.say(name))
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(self._chosen)
        return combo

    def _begin(self) -> None:
        self._soon.start()

    def _chosen(self, _at: int) -> None:
        self.changed.emit()
