"""Fields that are typed into: they tell what was typed when the hand rests or leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from hall_app.curator.forms.marking import SOFT_BREAK, Marked
from hall_app.editing.tables.markup import markdown

REST_MS = 600
"""How long the hand must rest before what it typed is read: half a date is another date."""
PROMPT_MS = 25
"""The rest after which plain words are saved: keys that come faster than this are saved together."""
MOST_MS = 750
"""How long it may go on typing before that is saved all the same.

Less than the second within which the library joins edits of one field into one step.
"""

_LINE_HEIGHT = 23
_LONG_LINES = (3, 9)


class _Rest(QObject):
    """Waits for the hand to rest, but not for longer than `MOST_MS`."""

    # The hand rested, left, or has typed for long enough.
    rested = Signal()
    # Something was typed and is not told yet; then, told.
    waiting = Signal(bool)

    def __init__(self, parent: QObject, rest_ms: int) -> None:
        super().__init__(parent)
        self.is_waiting = False
        self._rest, self._most = QTimer(self), QTimer(self)
        for timer, interval in ((self._rest, rest_ms), (self._most, MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self.finish)

    def begin(self) -> None:
        self._rest.start()
        if not self.is_waiting:
            self.is_waiting = True
            self._most.start()
            self.waiting.emit(True)

    def finish(self) -> None:
        """Rest now, if something was typed."""
        if self.is_waiting:
            self._rest.stop()
            self._most.stop()
            self.is_waiting = False
            self.rested.emit()
            self.waiting.emit(False)


def _is_undo(event: QEvent) -> bool:
    """Whether it asks for undo or redo, which belong to the library and not to one field."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    standard = QKeySequence.StandardKey
    if not (event.matches(standard.Undo) or event.matches(standard.Redo)):
        return False
    event.ignore()
    return True


class TypedLine(QLineEdit):
    """One line of words; `typed` carries them after a rest, on Return and on leaving."""

    typed = Signal(str)
    # Whether there are words that `typed` has not carried yet.
    waiting = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._rest = _Rest(self, rest_ms)
        self._rest.rested.connect(self._tell)
        self._rest.waiting.connect(self.waiting)
        self.textEdited.connect(self._rest.begin)
        self.editingFinished.connect(self._rest.finish)

    def show_words(self, words: str) -> None:
        """Show what the library holds, unless a person is typing here."""
        if not self._rest.is_waiting and words != self.text():
            self.setText(words)
            self.setCursorPosition(0)

    def take(self, words: str) -> None:
        """Hold these words as if a hand had typed them and rested."""
        self.setText(words)
        self._rest.begin()
        self._rest.finish()

    def flush(self) -> None:
        """Tell at once what was typed and not told yet."""
        self._rest.finish()

    def event(self, event: QEvent) -> bool:
        return False if _is_undo(event) else super().event(event)

    def _tell(self) -> None:
        self.typed.emit(self.text())


class TypedText(QPlainTextEdit):
    """A few paragraphs of small Markdown, as high as its words need."""

    typed = Signal(str)
    # Whether there are words that `typed` has not carried yet.
    waiting = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._rest = _Rest(self, rest_ms)
        self._is_showing = False
        self._rest.rested.connect(self._tell)
        self._rest.waiting.connect(self.waiting)
        self.textChanged.connect(self._begin)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_words(self, words: str) -> None:
        """Show what the library holds, unless a person is typing here."""
        if not self._rest.is_waiting and words != self.toPlainText():
            self._is_showing = True
            self.setPlainText(words)
            self._is_showing = False

    def flush(self) -> None:
        """Tell at once what was typed and not told yet."""
        self._rest.finish()

    def put_marked(self, marked: Marked) -> None:
        """Hold a text that a tool changed, and what is chosen in it; a typing hand goes on from there."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(marked.words)
        cursor.setPosition(marked.start)
        cursor.setPosition(marked.end, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What was copied from a page or a document comes as the small Markdown that texts keep."""
        if source.hasHtml():
            # The house sets nothing in bold: what was bold is emphasis.
            self.insertPlainText(markdown(source.html()).replace("**", "*"))
        else:
            super().insertFromMimeData(source)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        words = self.toPlainText()
        at = words.find(SOFT_BREAK)
        if at < 0:
            return
        painter, cursor = QPainter(self.viewport()), self.textCursor()
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 1.4))
        while at >= 0:
            cursor.setPosition(at)
            box = self.cursorRect(cursor)
            painter.drawLine(box.left(), box.bottom() - 4, box.left(), box.bottom())
            painter.drawLine(box.left() - 2, box.bottom(), box.left() + 2, box.bottom())
            at = words.find(SOFT_BREAK, at + 1)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._rest.finish()

    def event(self, event: QEvent) -> bool:
        return False if _is_undo(event) else super().event(event)

    def _begin(self) -> None:
        if not self._is_showing:
            self._rest.begin()

    def _tell(self) -> None:
        self.typed.emit(self.toPlainText())

    def _grow(self) -> None:
        least, most = _LONG_LINES
        lines = min(max(round(self.document().size().height()), least), most)
        self.setFixedHeight(lines * _LINE_HEIGHT + 18)
