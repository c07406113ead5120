"""What a person has set aside of preflight's advice on one record, to read and to take back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.plain import FactEditor
from hall_app.curator.forms.spec import Spec
from hall_app.curator.labels import path_label
from hall_app.curator.parts import label, row, tool
from hall_app.domain.records.record import Ruling
from hall_app.publishing.problem import name_of_code


class RulingsEditor(FactEditor):
    """One line a ruling; a record without any shows nothing here."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self.words.hide()
        self._rulings: tuple[Ruling, ...] = ()
        self._lines = QWidget(self)
        self._down = QVBoxLayout(self._lines)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(4)
        self.body.addWidget(self._lines)

    def show_value(self, value: Any) -> None:
        self._rulings = tuple(value or ())
        old = self._lines
        self._lines = QWidget(self)
        self._down = QVBoxLayout(self._lines)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(4)
        for place, ruling in enumerate(self._rulings):
            words = label(self._tell(ruling), "note")
            words.setWordWrap(True)
            back = tool(
                self.desk, "x", self.desk.say("ruling-take-back"), partial(self._take_back, place)
            )
            line = row(words, back)
            line.setStretch(0, 1)
            self._down.addLayout(line)
        self.body.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        self.setVisible(bool(self._rulings))

    def _tell(self, ruling: Ruling) -> str:
        where = path_label(self.desk, self.spec.kind, ruling.field) if ruling.field else ""
        what = name_of_code(ruling.code, self.desk.language)
        told = (what, where, f"“{ruling.because}”" if ruling.because else "", ruling.by)
        return " · ".join(part for part in (*told, str(ruling.on or "")) if part)

    def _take_back(self, place: int) -> None:
        left = (*self._rulings[:place], *self._rulings[place + 1 :])
        self.commit(left)
