"""The answers of a question, of which one is right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from hall_app.curator.forms.plain import FlagEditor
from hall_app.curator.forms.tick import Tick
from hall_app.curator.forms.values import ValueListEditor
from hall_app.domain.records.knowledge import Answer


class RightEditor(FlagEditor):
    """Chosen as one of its neighbours; another one takes the choice away."""

    def make_tick(self) -> Tick:
        """A round knot in place of a square."""
        return _Knot(self.desk, self.label.text(), self)

    def commit(self, value: Any, suffix: str = "") -> None:
        if not value:
            # One answer has to be right: what was chosen stays until another is.
            self.input.setChecked(True)
            return
        super().commit(value, suffix)


class AnswersEditor(ValueListEditor):
    """Answers in their order; choosing the right one makes the others wrong, in one step."""

    def _wire(self, item: Any) -> None:
        item.committed.connect(self._settle)

    def _settle(self, path: str, value: Any) -> None:
        number, _, name = path.removeprefix(f"{self.spec.path}.").partition(".")
        answers = [one for one in self._values if isinstance(one, Answer)]
        if name == "is_right" and sum(one.is_right for one in answers):
            right = int(number)
            self.commit(tuple(replace(a, is_right=at == right) for at, a in enumerate(answers)))
        else:
            self.committed.emit(path, value)


class _Knot(Tick):
    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.38)
        middle = QPointF(9, self.height() / 2)
        edge = tokens.accent if self.isChecked() or self.hasFocus() else tokens.quiet
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.sunk))
        painter.drawEllipse(middle, 7.5, 7.5)
        if self.isChecked():
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(middle, 3.5, 3.5)
        painter.setPen(QColor(tokens.text))
        words = QRectF(self.rect()).adjusted(25, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
