"""Small marks beside the fields of a form: approved, changed since, and what was remarked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.editor import FieldEditor
from hall_app.curator.icons import icon
from hall_app.curator.parts import label
from hall_app.domain.ids import RecordId
from hall_app.domain.review import Standing, State
from hall_app.editing import review
from hall_app.store import comments

_SIDE = QSize(14, 14)


class FieldMarks(QWidget):
    """The marks in the head of one field."""

    # The comments on this field are wanted.
    wanted = Signal(str)

    def __init__(self, desk: Desk, editor: FieldEditor) -> None:
        super().__init__(editor)
        self._desk, self._path = desk, editor.spec.path
        self.seal = label()
        self.comments = QToolButton()
        self.comments.setIcon(icon("chat-circle-text", desk.tokens, desk.tokens.accent))
        self.comments.setIconSize(_SIDE)
        self.comments.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.comments.setCursor(Qt.CursorShape.PointingHandCursor)
        self.comments.clicked.connect(self._want)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.seal)
        across.addWidget(self.comments)

    def show_marks(self, now: Standing, count: int) -> None:
        """Show how the field stands."""
        tokens, say = self._desk.tokens, self._desk.say
        is_changed = self._path in now.changed
        has_seal = now.is_out and now.state is not State.FREE
        self.seal.setVisible(has_seal)
        if has_seal:
            name, colour = ("pencil-simple", tokens.warn) if is_changed else ("lock-simple", "")
            self.seal.setPixmap(icon(name, tokens, colour).pixmap(_SIDE))
            tip = say("review-field-changed" if is_changed else "review-field-locked")
            self.seal.setToolTip(tip)
            self.seal.setAccessibleName(tip)
        self.comments.setVisible(count > 0)
        self.comments.setText(str(count))
        self.comments.setToolTip(say("comments-on-field", count=count))
        self.comments.setAccessibleName(say("comments-on-field", count=count))

    def _want(self) -> None:
        self.wanted.emit(self._path)


def mark_fields(
    desk: Desk, record_id: RecordId, editors: Mapping[str, FieldEditor]
) -> list[FieldMarks]:
    """Mark the fields of a record's form; the marks that were made for it just now."""
    now = review.standing(desk.store, record_id)
    threads = desk.store.ask(comments.of_record, record_id)
    counts = Counter(
        one.field.partition(".")[0]
        for one in threads
        if one.field and not one.answers and not one.resolved_by
    )
    made = []
    for name, editor in editors.items():
        marks = editor.findChild(FieldMarks, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if marks is None:
            if now.state is State.FREE and not counts[name]:
                continue
            marks = FieldMarks(desk, editor)
            editor.head.insertWidget(editor.head.count() - 1, marks)
            made.append(marks)
        marks.show_marks(now, counts[name])
    return made
