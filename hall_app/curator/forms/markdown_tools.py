"""The row of tools above a long text; each has its keys while the text is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms import marking
from hall_app.curator.forms.marking import SOFT_BREAK, Marked
from hall_app.curator.forms.typing import TypedText
from hall_app.curator.icons import icon
from hall_app.curator.parts import with_keys
from hall_app.curator.picker import Picker
from hall_app.domain.ids import RecordId

_SIDE = QSize(14, 14)
_ADDRESS = "https://"


class MarkdownTools(QWidget):
    """Emphasis, heading, list, quote, link, link to a record, soft break.

    Args:
        field: The editor of the text; the keys work inside it.
        written: The text that a hand writes in now.
    """

    def __init__(self, desk: Desk, field: QWidget, written: Callable[[], TypedText]) -> None:
        super().__init__(field)
        self._desk, self._field, self._written = desk, field, written
        self.tools: dict[str, QToolButton] = {}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for name, sign, keys, act in (
            ("emphasis", "text-italic", "Ctrl+U", self._emphasise),
            ("heading", "text-h", "Ctrl+Alt+2", partial(self._lead, "## ")),
            ("list", "list-bullets", "Ctrl+Shift+8", partial(self._lead, "- ")),
            ("quote", "quotes", "Ctrl+Shift+9", partial(self._lead, "> ")),
            ("link", "link", "Ctrl+Shift+K", self._link),
            ("record", "bookmark-simple", "Ctrl+Alt+K", self._pick),
            ("break", "arrow-bend-down-left", "Ctrl+Shift+Space", self._break),
        ):
            across.addWidget(self._tool(name, sign, keys, act))
        across.addStretch()

    def _tool(self, name: str, sign: str, keys: str, act: Callable[[], None]) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icon(sign, self._desk.tokens))
        made.setIconSize(_SIDE)
        words = self._desk.say(f"markdown-{name}")
        made.setToolTip(with_keys(words, keys))
        made.setAccessibleName(words)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        # The text keeps the keys, and what is chosen in it.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(act)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut = QShortcut(QKeySequence(keys), self._field, context=scope)
        shortcut.activated.connect(act)
        self.tools[name] = made
        return made

    def _change(self, change: Callable[[Marked], Marked]) -> None:
        text = self._written()
        if text.isReadOnly():
            return
        cursor = text.textCursor()
        held = Marked(text.toPlainText(), cursor.selectionStart(), cursor.selectionEnd())
        text.put_marked(change(held))
        text.setFocus()

    def _emphasise(self, *_: object) -> None:
        self._change(marking.emphasise)

    def _lead(self, sign: str, *_: object) -> None:
        self._change(partial(marking.lead_lines, sign=sign))

    def _link(self, *_: object) -> None:
        self._change(partial(marking.link, address=_ADDRESS))

    def _break(self, *_: object) -> None:
        self._change(partial(marking.put, sign=SOFT_BREAK))

    def _pick(self, *_: object) -> None:
        picker = Picker(self._desk, self.window(), kinds=frozenset())
        picker.chosen.connect(self._link_record)
        picker.open_at(self.tools["record"])

    def _link_record(self, record_id: str) -> None:
        record = self._desk.record(RecordId(record_id))
        if record is not None:
            address, name = f"{record.kind}:{record.slug}", self._desk.title_of(record)
            self._change(partial(marking.link, address=address, name=name))
