"""The panel: one story, its date, its words, its picture, and where it leads."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.dates import HallDate
from hall_app.domain.records import Certainty, Event, Exhibit, Person, Record
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import (
    KnotRow,
    Neighbours,
    knots,
    neighbours,
    on_from,
    sources_line,
)
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PanelPageModel(Page):
    """An exhibit, event or any other record told on one page."""

    worded = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Panel"

    def __init__(self, visit: Visit, record: Record) -> None:
        super().__init__(visit, record)
        self.changed.connect(self.worded)
        self._knots = Rows(KnotRow, self)
        self._neighbours = Neighbours()

    def fill(self) -> None:
        if self.record is None:
            return
        self._knots.show(knots(on_from(self.record, self.visit), self.visit))
        self._neighbours = neighbours(self.record, self.visit)

    @property
    def _date(self) -> HallDate | None:
        match self.record:
            case Event():
                return self.record.date
            case Exhibit():
                items = (self.visit.get(item) for item in self.record.items)
                first = next((item for item in items if isinstance(item, Event)), None)
                return first.date if first and len(self.record.items) == 1 else None
            case _:
                return None

    @Property(str, notify=worded)
    def dateWords(self) -> str:
        return self.visit.full(self._date)

    @Property(str, notify=worded)
    def certainty(self) -> str:
        """相传, 说法不一, or "" for a fact."""
        if not isinstance(self.record, Event) or self.record.certainty is Certainty.FACT:
            return ""
        return self.visit.say(self.record.certainty)

    @Property(str, notify=worded)
    def sources(self) -> str:
        return sources_line(self.record, self.visit) if self.record else ""

    @Property(Rows, constant=True)
    def knots(self) -> Rows:
        return self._knots

    @Property(str, notify=worded)
    def previousRef(self) -> str:
        return self._neighbours.previous

    @Property(str, notify=worded)
    def nextRef(self) -> str:
        return self._neighbours.next

    @Property(str, notify=worded)
    def nextTitle(self) -> str:
        return self._neighbours.next_title


@QmlElement
class PersonPageModel(PanelPageModel):
    """A person: name, life, place, story and what they are tied to."""

    said = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Person"

    def __init__(self, visit: Visit, person: Person) -> None:
        super().__init__(visit, person)
        self.changed.connect(self.said)
        self._person = person

    @Property(str, notify=said)
    def role(self) -> str:
        return self.visit.text(self._person.role)

    @Property(str, notify=said)
    def home(self) -> str:
        return self.visit.text(self._person.place)

    @Property(str, notify=said)
    def born(self) -> str:
        return self.visit.short(self._person.born)

    @Property(str, notify=said)
    def died(self) -> str:
        return self.visit.short(self._person.died)
