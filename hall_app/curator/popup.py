"""A line to type into, over a list of what answers to it: the shape of the find box and its kin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.parts import label

_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Popup(QFrame):
    """Types into the line, walks the list by keys, takes by Return or a click, leaves by Escape.

    A kind of popup gives the list its model, fills it and takes a row when the signals say so.
    """

    # Other words stand in the line.
    sought = Signal(str)
    # A row was taken by Return or a click.
    taken = Signal(QModelIndex)

    def __init__(self, desk: Desk, parent: QWidget, *, hint: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.input = QLineEdit(self)
        self.input.setPlaceholderText(hint)
        self.input.setAccessibleName(hint)
        self.input.textChanged.connect(self.sought)
        self.input.returnPressed.connect(self._take_current)
        self.input.installEventFilter(self)
        self.list = QListView(self)
        self.list.setAccessibleName(hint)
        self.list.clicked.connect(self.taken)
        self.none = label(desk.say("find-none"), "meta", self)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        down = QVBoxLayout(self)
        down.setContentsMargins(8, 8, 8, 8)
        down.setSpacing(6)
        for part in (self.input, self.list, self.none):
            down.addWidget(part)

    def show_found(self) -> None:
        """Mark the first row that was found, or say that there is none."""
        model = self.list.model()
        has_rows = model.rowCount() > 0
        self.none.setVisible(not has_rows)
        self.list.setVisible(has_rows)
        if has_rows:
            self.list.setCurrentIndex(model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS:
                self.list.event(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _take_current(self) -> None:
        self.taken.emit(self.list.currentIndex())
