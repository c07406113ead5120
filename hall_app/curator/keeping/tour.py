"""A walk of five steps over the real desk: a card beside each part, everything else dimmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout, QWidget

from hall_app.curator.content_space import ContentSpace
from hall_app.curator.desk import Desk
from hall_app.curator.editor import Editor
from hall_app.curator.navigator import Navigator
from hall_app.curator.parts import button, label, row
from hall_app.curator.preview import Preview
from hall_app.curator.problems import Problems
from hall_app.curator.topbar import TopBar
from hall_app.domain.kinds import Kind

_CARD = QSize(340, 10)
_GAP = 14
_VEIL = 0.62
_SHOWN_FIRST = (Kind.EVENT, Kind.EXHIBIT, Kind.GALLERY, Kind.HALL)


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: its words, and the part it points at."""

    key: str
    find: Callable[[QMainWindow], QWidget]


STOPS = (
    Stop("navigator", lambda window: window.findChildren(Navigator)[-1]),
    Stop("editor", lambda window: window.findChildren(Editor)[-1]),
    Stop("preview", lambda window: _at_the_side(window, Preview, "preview")),
    Stop("problems", lambda window: _at_the_side(window, Problems, "problems")),
    Stop("publish", lambda window: window.findChildren(TopBar)[-1].publish),
)


class Tour(QWidget):
    """Covers the window until it is walked through or skipped."""

    # It is over.
    ended = Signal()

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._at = 0
        self._hole = QRect()
        say = desk.say
        self.setAccessibleName(say("tour"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count, self.title = label("", "meta"), label("", "title")
        self.words = label("", "")
        self.words.setWordWrap(True)
        self.title.setWordWrap(True)
        self.skip = button(say("tour-skip"), self.end, name="link", keys="")
        self.skip.setToolTip(f"{say('tour-skip')}  (Esc)")
        self.back = button(say("tour-back"), self.go_back, tip=f"{say('tour-back')}  (←)")
        self.next = button(
            say("tour-next"), self.go_on, name="primary", tip=f"{say('tour-next')}  (→)"
        )
        self.card = QFrame(self)
        self.card.setObjectName("panel")
        self.card.setFixedWidth(_CARD.width())
        down = QVBoxLayout(self.card)
        down.setContentsMargins(22, 16, 22, 16)
        down.setSpacing(8)
        for part in (self.count, self.title, self.words):
            down.addWidget(part)
        down.addSpacing(4)
        down.addLayout(row(self.skip, None, self.back, self.next))
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show a record that has something to show, and stand at the first stop."""
        content = self._window.findChildren(ContentSpace)[-1]
        first = next((r for kind in _SHOWN_FIRST for r in self._desk.store.all(kind)[:1]), None)
        if first is not None:
            content.show_record(first.id)
        self.show()
        self.raise_()
        self._stand_at(0)

    def go_on(self) -> None:
        """The next stop, or the end after the last."""
        if self._at + 1 < len(STOPS):
            self._stand_at(self._at + 1)
        else:
            self.end()

    def go_back(self) -> None:
        """The stop before."""
        self._stand_at(max(0, self._at - 1))

    def end(self) -> None:
        """It has been walked through, or skipped."""
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    @property
    def stop(self) -> Stop:
        """Where it stands."""
        return STOPS[self._at]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.go_on()
            case Qt.Key.Key_Left:
                self.go_back()
            case Qt.Key.Key_Escape:
                self.end()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRect(QRectF(self._hole))
        colour = QColor(tokens.window)
        colour.setAlphaF(_VEIL)
        painter.fillPath(veil.subtracted(hole), colour)
        painter.setPen(QPen(QColor(tokens.accent), 3))
        painter.drawRect(self._hole)

    def _stand_at(self, at: int) -> None:
        self._at = at
        say, key = self._desk.say, self.stop.key
        self.count.setText(f"{at + 1} / {len(STOPS)}")
        self.title.setText(say(f"tour-{key}"))
        self.words.setText(say(f"tour-{key}-words"))
        self.back.setEnabled(at > 0)
        self.next.setText(say("tour-next" if at + 1 < len(STOPS) else "tour-end"))
        self.card.setAccessibleName(f"{self.title.text()}: {self.words.text()}")
        self._place()
        self.setFocus()

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        part = self.stop.find(self._window)
        corner = part.mapTo(self._window, QPoint(0, 0))
        self._hole = QRect(corner, part.size()).adjusted(-3, -3, 3, 3).intersected(self.rect())
        # Words that wrap need their height asked for at the width they will have.
        height = self.card.heightForWidth(_CARD.width())
        self.card.setFixedHeight(max(height, self.card.sizeHint().height()))
        self.card.move(_beside(self._hole, self.card.size(), self.rect()))
        self.update()


def _beside(hole: QRect, card: QSize, room: QRect) -> QPoint:
    """Where the card stands: right of the part, left of it, below or above, and always in the room."""
    wide, high = card.width() + _GAP, card.height() + _GAP
    if hole.right() + wide < room.right():
        corner = QPoint(hole.right() + _GAP, hole.top())
    elif hole.left() - wide > room.left():
        corner = QPoint(hole.left() - wide, hole.top())
    elif hole.bottom() + high < room.bottom():
        corner = QPoint(hole.right() - card.width(), hole.bottom() + _GAP)
    else:
        corner = QPoint(hole.right() - card.width(), hole.top() - high)
    x = max(_GAP, min(corner.x(), room.width() - wide))
    y = max(_GAP, min(corner.y(), room.height() - high))
    return QPoint(x, y)


def _at_the_side(window: QMainWindow, kind: type[QWidget], name: str) -> QWidget:
    window.findChildren(ContentSpace)[-1].side.bring(name)
    return window.findChildren(kind)[-1]
