"""How far one text has come in a language, and what would bring it on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.difference import marked
from hall_app.curator.lists.delegates import draw_states
from hall_app.curator.parts import button, label
from hall_app.domain.text import Text
from hall_app.domain.wordings import State, state_of
from hall_app.editing.translation import DRAFT_SOURCES

_SIDE = QSize(14, 16)
_SCALE = 2
_WIDTH = 460


class FieldState(QWidget):
    """A knot and a word beside the label of a text; buttons only where there is something to do."""

    drafted = Signal()
    read = Signal()
    compared = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.say
        self.knot, self.words = QLabel(), label("", "count")
        self.compare = button(
            say("source-changed"), self.compared.emit, name="link", tip=say("source-changed-tip")
        )
        self.draft = button(say("draft-field"), self.drafted.emit, name="link")
        self.done = button(
            say("mark-read"), self.read.emit, name="link", tip=say("mark-field-read-tip")
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        for part in (self.knot, self.words, self.compare, self.draft, self.done):
            across.addWidget(part)
        self.hide()

    def show_state(self, text: Text, language: str, *, is_fixed: bool) -> None:
        """Show how far the text has come; nothing where no hand is needed."""
        found = state_of(text, language) if text else State.READ
        self.setVisible(found is not State.READ)
        if found is State.READ:
            return
        say = self._desk.say
        self.knot.setPixmap(self._drawn(found))
        self.words.setText(say(f"state-{found}"))
        self.words.setToolTip(say(f"state-{found}-tip"))
        source = DRAFT_SOURCES.get(language, "")
        needs_words = found in (State.MISSING, State.STALE)
        self.draft.setVisible(bool(source and text[source]) and needs_words and not is_fixed)
        if source:
            self.draft.setToolTip(say("draft-tip", source=say(f"short-{source}")))
        self.done.setVisible(found is not State.MISSING and not is_fixed)
        self.compare.setVisible(found is State.STALE)

    def _drawn(self, state: State) -> QPixmap:
        picture = QPixmap(_SIDE * _SCALE)
        picture.setDevicePixelRatio(_SCALE)
        picture.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(picture)
        box = picture.rect()
        box.setSize(_SIDE)
        draw_states(painter, self._desk.tokens, (state,), 7, box)
        painter.end()
        return picture


class SourceChange(QFrame):
    """What the source said when a translation was made, above what it says now."""

    def __init__(self, desk: Desk, parent: QWidget, old: str, new: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = desk.say
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 12, 14, 12)
        down.setSpacing(4)
        before, after = marked(desk.tokens, old, new)
        if not old:
            before, after = say("source-then-unknown"), marked(desk.tokens, new, new)[1]
        self.lines: list[QLabel] = []
        for key, html in (("source-then", before), ("source-now", after)):
            words = label(html)
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.lines.append(words)
            down.addWidget(label(say(key), "label"))
            down.addWidget(words)
        self.setFixedWidth(_WIDTH)

    def open_at(self, anchor: QWidget) -> None:
        """Open below a widget, on its screen."""
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = anchor.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - _WIDTH)))
        self.adjustSize()
        corner.setY(min(corner.y(), screen.bottom() - self.height()))
        self.move(corner)
        self.show()
