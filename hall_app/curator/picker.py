"""The search that finds records while one types: for the find box and for references."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Signal
from PySide6.QtWidgets import QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.models.rows import ROW, Row, RowModel, row_of
from hall_app.curator.popup import Popup
from hall_app.curator.row_delegate import RowDelegate
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import finding
from hall_app.store.listing import Listing

_LIMIT = 60
_UNASKED = 200


class Picker(Popup):
    """A popup: a line to type into and what answers to it, best first.

    Args:
        kinds: Only records of these kinds; none means any.
    """

    chosen = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget, *, kinds: frozenset[Kind], what: str = ""
    ) -> None:
        super().__init__(desk, parent, hint=what or desk.say("pick-hint"))
        self._desk, self._kinds = desk, kinds
        self.model = RowModel(desk.tokens, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(desk, self.list))
        self.sought.connect(self._search)
        self.taken.connect(self._take)
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

    def _search(self, words: str) -> None:
        self.model.show_rows(self._found(words.strip()))
        self.show_found()

    def _take(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self.chosen.emit(RecordId(row.id))
            self.close()

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
