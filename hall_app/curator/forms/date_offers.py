"""What a date that is being typed may become: a list below the line, each with its reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from hall_app.curator.desk import Desk
from hall_app.curator.forms.typing import TypedLine
from hall_app.curator.labels import span_of
from hall_app.curator.stylesheet import stylesheet
from hall_app.editing.date_completions import completions

_WORDS = Qt.ItemDataRole.UserRole + 1
_MOST_SEEN = 8


class DateOffers(QCompleter):
    """Offers eras, years and parts of them while a hand types."""

    def __init__(self, desk: Desk, line: TypedLine) -> None:
        super().__init__(line)
        self._desk = desk
        self.offers = QStandardItemModel(self)
        self.setModel(self.offers)
        self.setCompletionRole(_WORDS)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST_SEEN)
        self.list = view = QListView()
        view.setObjectName("popup")
        view.setStyleSheet(stylesheet(desk.tokens))
        view.setAccessibleName(desk.say("date-offers"))
        self.setPopup(view)
        self.setWidget(line)
        line.textEdited.connect(self._offer)
        self.activated.connect(line.take)

    def _offer(self, typed: str) -> None:
        self.offers.clear()
        for words, date in completions(typed):
            item = QStandardItem(f"{words}　　{span_of(self._desk, date)}")
            item.setData(words, _WORDS)
            self.offers.appendRow(item)
        if self.offers.rowCount():
            self.complete()
        else:
            self.list.hide()
