"""The search that finds records while one types: for the find box and for references."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.models.rows import ROW, Row, RowModel, row_of
from hall_app.curator.parts import label
from hall_app.curator.row_delegate import RowDelegate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import finding
from hall_app.store.listing import Listing

_LIMIT = 60
_UNASKED = 200
_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Picker(QFrame):
    """A popup: a line to type into and what answers to it, best first.

    Args:
        kinds: Only records of these kinds; none means any.
    """

    chosen = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget, *, kinds: frozenset[Kind], what: str = ""
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kinds = desk, kinds
        self.input = QLineEdit(self)
        self.input.setPlaceholderText(what or desk.say("pick-hint"))
        self.input.textChanged.connect(self._search)
        self.input.returnPressed.connect(self._take_current)
        self.input.installEventFilter(self)
        self.model = RowModel(desk.tokens, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(desk, self.list))
        self.list.clicked.connect(self._take)
        self.none = label(desk.say("find-none"), parent=self, name="meta")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        down = QVBoxLayout(self)
        down.setContentsMargins(8, 8, 8, 8)
        down.setSpacing(6)
        down.addWidget(self.input)
        down.addWidget(self.list)
        down.addWidget(self.none)
        self._search("")

    def open_at(self, anchor: QWidget, *, width: int = 460) -> None:
        """Open below a widget and take the keys."""
        self.resize(QSize(max(width, anchor.width()), 380))
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        screen = anchor.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        self.move(corner)
        self.show()
        self.input.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS:
                self.list.event(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _search(self, words: str) -> None:
        rows = self._found(words.strip())
        self.model.show_rows(rows)
        self.none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _found(self, words: str) -> tuple[Row, ...]:
        desk = self._desk
        if words:
            ids = desk.store.ask(finding.ids, words, _LIMIT, self._kinds)
            found = [desk.record(one) for one in ids]
        else:
            kinds = self._kinds if len(self._kinds) == 1 else ()
            lists = (Listing(kind=kind, language=desk.language) for kind in kinds)
            # The first of them; there may be twenty thousand, and words find the rest.
            found = [record for one in lists for record in desk.store.listed(one, 0, _UNASKED)]
        return tuple(row_of(desk, record) for record in found if record is not None)

    def _take_current(self) -> None:
        self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self.chosen.emit(RecordId(row.id))
            self.close()
