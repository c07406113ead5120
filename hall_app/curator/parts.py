"""The small parts that panels are put together from, each named for the style sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon


def label(words: str = "", name: str = "", parent: QWidget | None = None) -> QLabel:
    """Words on the screen, in one of the sheet's roles."""
    made = QLabel(words, parent)
    made.setObjectName(name)
    return made


class Elided(QLabel):
    """One line of words, cut with an ellipsis where there is no room for all."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    made = QFrame(parent)
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made


def button(
    words: str, act: Callable[[], object], *, name: str = "", tip: str = "", keys: str = ""
) -> QPushButton:
    """A button with words; its tooltip says more and names its keys."""
    made = QPushButton(words)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(with_keys(tip or words, keys))
    if keys:
        made.setShortcut(keys)
    made.clicked.connect(lambda *_: act())
    return made


def tool(
    desk: Desk, sign: str, words: str, act: Callable[[], object], *, keys: str = ""
) -> QToolButton:
    """A button with an icon; its words are its tooltip and its accessible name."""
    made = QToolButton()
    made.setIcon(icon(sign, desk.tokens))
    made.setIconSize(QSize(18, 18))
    made.setMinimumSize(28, 28)
    made.setToolTip(with_keys(words, keys))
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if keys:
        made.setShortcut(keys)
    made.clicked.connect(lambda *_: act())
    return made


def tab(words: str, *, tip: str = "", keys: str = "") -> QPushButton:
    """One of a few that stand side by side, the chosen one underlined."""
    made = QPushButton(words)
    made.setObjectName("tab")
    made.setCheckable(True)
    made.setAutoExclusive(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setToolTip(with_keys(tip or words, keys))
    if keys:
        made.setShortcut(keys)
    return made


def row(*parts: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; None is the room that stretches."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch()
        else:
            made.addWidget(part)
    return made


def tint(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def with_keys(words: str, keys: str) -> str:
    """A tooltip with the keys that do the same."""
    return f"{words}  ({keys})" if keys else words
