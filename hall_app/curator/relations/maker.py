"""The small form that makes a related record in place: its title in three languages, year, level."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.labels import choice_label, field_label
from hall_app.curator.parts import button, row
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import HonourLevel
from hall_app.domain.text import LANGUAGES
from hall_app.editing.relations import Relation

_DATED = (Kind.HONOUR, Kind.EVENT)


class Maker(QFrame):
    """Enter in any line adds the record; Escape closes the form."""

    # The fields of the record to make.
    wanted = Signal(dict)

    def __init__(self, desk: Desk, relation: Relation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.titles = {language: QLineEdit(self) for language in LANGUAGES}
        title = field_label(desk, "title", str(relation.kind))
        for language, line in self.titles.items():
            line.setPlaceholderText(desk.say(f"language-{language}"))
            line.setAccessibleName(f"{title} {desk.say(f'language-{language}')}")
            line.setToolTip(line.accessibleName())
            line.returnPressed.connect(self.tell)
        self.date = QLineEdit(self)
        self.date.setPlaceholderText(desk.say("related-year"))
        self.date.setAccessibleName(desk.say("related-year"))
        self.date.setToolTip(desk.say("related-year"))
        self.date.returnPressed.connect(self.tell)
        self.date.setVisible(relation.kind in _DATED)
        self.level = Combo(desk, self)
        self.level.setAccessibleName(desk.say("related-level"))
        self.level.setToolTip(desk.say("related-level"))
        self.level.setMinimumContentsLength(12)
        self.level.addItem(desk.say("related-level"), "")
        for level in HonourLevel:
            self.level.addItem(choice_label(desk, level), str(level))
        self.level.setVisible(relation.kind is Kind.HONOUR)
        self._kept: dict[str, Any] = {}
        self.add = button(desk.say("related-make"), self.tell)
        self.cancel = button(desk.say("cancel"), self.close_empty, name="link")
        down = QVBoxLayout(self)
        down.setContentsMargins(10, 10, 10, 10)
        down.setSpacing(6)
        down.addLayout(row(*self.titles.values()))
        down.addLayout(row(self.date, self.level, None, self.cancel, self.add))

    def open_empty(self) -> None:
        """Show an empty form and take the keys."""
        self._clear()
        self.show()
        self.titles[LANGUAGES[0]].setFocus()

    def close_empty(self) -> None:
        """Leave without making anything."""
        self._clear()
        self.hide()

    def give_back(self) -> None:
        """Show again what was refused, so that nothing has to be typed twice."""
        if not self._kept:
            return
        for language, line in self.titles.items():
            line.setText(self._kept.get(f"title.{language}", ""))
        self.date.setText(self._kept.get("date", ""))
        self.level.setCurrentIndex(max(0, self.level.findData(self._kept.get("level", ""))))
        self.show()

    def tell(self) -> None:
        """Say what is to be made, and be ready for the next."""
        values = {f"title.{key}": line.text().strip() for key, line in self.titles.items()}
        if not self.date.isHidden():
            values["date"] = self.date.text().strip()
        if not self.level.isHidden():
            values["level"] = self.level.currentData()
        self._clear()
        self._kept = values
        self.titles[LANGUAGES[0]].setFocus()
        self.wanted.emit(values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_empty()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._kept = {}
        for line in (*self.titles.values(), self.date):
            line.clear()
        self.level.setCurrentIndex(0)
