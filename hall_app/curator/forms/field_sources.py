"""The sources of one field: how many there are, which, and adding one for exactly this field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon
from hall_app.curator.labels import path_label
from hall_app.curator.picker import Picker
from hall_app.domain.ids import RecordId, SourceId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Citation, Record

_SIDE = QSize(14, 14)


class FieldSources(QToolButton):
    """A small mark beside a label; a click names the sources and offers one more."""

    # The citations as they should be.
    cited = Signal(tuple)
    record_chosen = Signal(str)

    def __init__(self, desk: Desk, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self._record: Record | None = None
        self.setIconSize(_SIDE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.hide()

    @property
    def cited_here(self) -> tuple[Citation, ...]:
        """The citations that support this field or a part of it."""
        citations = self._record.citations if self._record else ()
        here = self._path
        return tuple(c for c in citations if c.field == here or c.field.startswith(f"{here}."))

    def show_record(self, record: Record) -> None:
        """Count the sources of the field in this record."""
        self._record = record
        self.setVisible(record.kind not in (Kind.SOURCE, Kind.RELEASE))
        count, tokens = len(self.cited_here), self._desk.tokens
        self.setIcon(icon("book-open", tokens, tokens.accent if count else ""))
        self.setText(str(count) if count else "")
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if count else style.ToolButtonIconOnly
        )
        words = self._desk.say("field-sources" if count else "field-sources-none", count=count)
        self.setToolTip(words)
        self.setAccessibleName(f"{path_label(self._desk, record.kind, self._path)} {words}")

    def menu_of(self) -> QMenu:
        """The sources of the field, and the way to one more."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self.cited_here:
            source = self._desk.record(RecordId(one.source))
            if source is not None:
                tail = f"　{one.locator}" if one.locator else ""
                action = menu.addAction(f"{self._desk.title_of(source)}{tail}")
                action.triggered.connect(partial(self._choose, source.id))
        if self.cited_here:
            menu.addSeparator()
        add = menu.addAction(self._desk.say("field-sources-add"))
        add.triggered.connect(self.pick)
        return menu

    def pick(self, _checked: object = None) -> None:
        """Search the source that supports this field."""
        picker = Picker(self._desk, self.window(), kinds=frozenset({Kind.SOURCE}))
        picker.chosen.connect(self._cite)
        picker.open_at(self)

    def _open(self) -> None:
        if self.cited_here:
            self.menu_of().popup(self.mapToGlobal(QPoint(0, self.height())))
        else:
            self.pick()

    def _cite(self, source: str) -> None:
        if self._record is not None:
            new = Citation(source=SourceId(RecordId(source)), field=self._path)
            self.cited.emit((*self._record.citations, new))

    def _choose(self, record_id: str, _checked: object = None) -> None:
        self.record_chosen.emit(record_id)
