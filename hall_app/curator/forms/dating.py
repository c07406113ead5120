"""The date field: typed as people say it, shown as it was understood, with its bar of true width."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.date_offers import DateOffers
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.texts import TextEditor
from hall_app.curator.forms.typing import TypedLine
from hall_app.curator.labels import understood
from hall_app.domain.dates import HallDate
from hall_app.domain.fields import TEXT
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS
from hall_app.editing import dates
from hall_app.errors import InvalidRecord

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_BAR_HEIGHT = 46
_TICK_ROOM = 64


class DateEditor(FieldEditor):
    """A date or a span of dates, and its wording in every language."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._date: HallDate | None = None
        self.input = TypedLine(self)
        self.input.setObjectName(spec.path)
        self.input.setAccessibleName(self.label.text())
        self.input.setPlaceholderText(desk.say("date-hint"))
        self.input.typed.connect(self._typed)
        self.input.waiting.connect(self.desk.expect_words)
        self.input.textEdited.connect(self._explain_live)
        self.offers = DateOffers(desk, self.input)
        self.bar = DateBar(desk, self)
        words = Spec(spec.kind, "HallDate", replace(TEXT, name="words"), f"{spec.path}.words")
        self.words = TextEditor(desk, words, self)
        self.words.committed.connect(self.committed)
        self.body.addWidget(self.input)
        self.body.addWidget(self.note)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.words)

    def meet(self, record: Record) -> None:
        super().meet(record)
        self.words.meet(record)

    def show_value(self, value: Any) -> None:
        self._date = value
        self.input.show_words("" if value is None else value.edtf)
        self.words.setVisible(value is not None)
        self.words.show_value(None if value is None else value.words)
        self._show_understood(value)

    def speak(self, language: str) -> None:
        self.words.speak(language)

    def flush(self) -> None:
        self.input.flush()
        self.words.flush()

    def _explain_live(self, typed: str) -> None:
        """While the hand still types: the bar follows, and nothing is blamed yet."""
        try:
            self._show_understood(dates.parse(typed) if typed.strip() else None)
        except InvalidRecord:
            self.bar.show_date(None)
            self.explain("")

    def _show_understood(self, date: HallDate | None) -> None:
        self.bar.show_date(date)
        self.explain(understood(self.desk, date) if date else "")

    def _typed(self, typed: str) -> None:
        if not typed.strip():
            if self._date is not None:
                self.commit(None)
            return
        try:
            date = dates.parse(typed)
        except InvalidRecord:
            self.complain(self.desk.say("date-not-understood", typed=typed.strip()))
            return
        if self._date is None or date.edtf != self._date.edtf:
            self.commit(date)
            self._show_understood(date)
        elif date.words and date.words[ZH_HANS] != self._date.words[ZH_HANS]:
            # The same day in other words: what the other languages call it still holds.
            self.commit(date.words[ZH_HANS], f".words.{ZH_HANS}")
        else:
            self._show_understood(self._date)


class DateBar(QWidget):
    """The span of a date on a scale of years, neither wider nor narrower than it is known."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens
        self._date: HallDate | None = None
        self.setFixedHeight(_BAR_HEIGHT)
        self.hide()

    def show_date(self, date: HallDate | None) -> None:
        """Draw this date, or leave the place when there is none."""
        self._date = date
        self.setVisible(date is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._date is None:
            return
        tokens, date = self._tokens, self._date
        painter = QPainter(self)
        start = date.earliest.fraction
        end = date.latest.fraction + 1 / 366 if date.latest else start
        room = max((end - start) * 0.9, 3.0)
        first, last = start - room, (end if date.latest else start + room) + room

        def across(year: float) -> float:
            return (year - first) / (last - first) * self.width()

        self._ticks(painter, first, last)
        middle = 15.5
        painter.setPen(QPen(QColor(tokens.quiet), 1))
        painter.drawLine(0, int(middle), self.width(), int(middle))
        left = across(start)
        right = across(end) if date.latest else float(self.width())
        accent = QColor(tokens.galleries[1])
        fill = QColor(accent)
        fill.setAlphaF(0.28)
        painter.fillRect(QRectF(left, middle - 9, max(right - left, 2), 18), fill)
        for y in (middle - 2, middle + 2):
            painter.fillRect(QRectF(left, y - 1, max(right - left, 2), 2), accent)
        painter.fillRect(QRectF(left - 1, middle - 10, 2, 20), accent)
        if date.latest:
            painter.fillRect(QRectF(right - 1, middle - 10, 2, 20), accent)

    def _ticks(self, painter: QPainter, first: float, last: float) -> None:
        most = max(self.width() // _TICK_ROOM, 2)
        step = next((s for s in _STEPS if (last - first) / s <= most), _STEPS[-1])
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        year = int(first // step * step) + step
        while year < last:
            x = (year - first) / (last - first) * self.width()
            if _TICK_ROOM / 3 < x < self.width() - _TICK_ROOM / 3:
                painter.setPen(QColor(self._tokens.line))
                painter.drawLine(int(x), 16, int(x), 24)
                painter.setPen(QColor(self._tokens.quiet))
                name = str(year) if year > 0 else f"−{1 - year}"
                box = QRectF(x - 30, 26, 60, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, name)
            year += step
