"""The forms of the editor, one page for each kind, made when it is first needed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.forms.form import Form
from hall_app.curator.relations.panel import Related
from hall_app.curator.used_in import UsedIn
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record


class Page(QScrollArea):
    """The form of one kind, and below it where the record is used."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.form = Form(desk, kind)
        self.related = Related(desk, kind)
        self.used = UsedIn(desk, kind)
        holder = QWidget()
        holder.setObjectName("form")
        down = QVBoxLayout(holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.form)
        down.addWidget(self.related)
        down.addWidget(self.used)
        down.addStretch()
        self.setWidget(holder)

    def show_record(self, record: Record) -> None:
        """Show a record of the page's kind."""
        self.form.show_record(record)
        self.related.show_record(record)
        self.used.show_record(record.id)

    def reveal(self, place: QWidget) -> None:
        """Scroll to a widget of the form, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(place, 20, 80))


class Pages(QStackedWidget):
    """Brings the page of a kind to the front."""

    committed = Signal(str, object)
    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[Kind, Page] = {}
        self.page: Page | None = None

    def bring(self, kind: Kind, language: str) -> Page:
        """The page of a kind, in front, speaking a language."""
        page = self._made.get(kind) or self._make(kind)
        self.setCurrentWidget(page)
        page.form.speak(language)
        self.page = page
        return page

    def _make(self, kind: Kind) -> Page:
        page = Page(self._desk, kind)
        page.form.committed.connect(self.committed)
        page.form.record_chosen.connect(self.record_chosen)
        page.related.record_chosen.connect(self.record_chosen)
        page.used.record_chosen.connect(self.record_chosen)
        self._made[kind] = page
        self.addWidget(page)
        return page
