"""The wall of sections: every enterprise one equal plate, nobody bigger, nobody always first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.dates import Day
from hall_app.domain.records import Enterprise, Exhibit, Record
from hall_app.domain.text import ZH_HANS
from hall_app.kiosk.pages.page import Face, Page, face_of, plate_address
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ANY = ""


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A choice of town or industry, and how many firms it has."""

    id: str
    title: str
    count: int
    isOn: bool


@dataclass(frozen=True, slots=True)
class FirmRow:
    """One plate."""

    id: str
    title: str
    line: str
    media: str
    drawn: str


def order_of_the_day(firms: Iterable[Enterprise], today: Day) -> list[Enterprise]:
    """The same firms in an order that changes every day."""
    return sorted(firms, key=lambda firm: sha256(f"{today}{firm.id}".encode()).digest())


def industry_key(firm: Enterprise) -> str:
    return firm.industry[ZH_HANS] or firm.sector


@QmlElement
class WallPageModel(Page):
    """All enterprises, or those of a town or an industry."""

    worded = Signal()
    """After the page or a choice was made again."""

    form: ClassVar[str] = "Wall"

    def __init__(self, visit: Visit, record: Record | None = None) -> None:
        super().__init__(visit, record)
        if record is None:
            self.ref = "wall"
        self.changed.connect(self.worded)
        wanted = record.items if isinstance(record, Exhibit) else ()
        firms = [f for f in visit.all(Enterprise) if not wanted or f.id in wanted]
        self._firms = order_of_the_day(firms, visit.today)
        self._town = self._industry = _ANY
        self._towns, self._industries = Rows(FilterRow, self), Rows(FilterRow, self)
        self._plates = Rows(FirmRow, self)

    @property
    def place(self) -> str:
        return "brand"

    def face(self) -> Face:
        if self.record is not None:
            return face_of(self.record, self.visit)
        return Face(title=self.visit.say("wall-title"))

    def fill(self) -> None:
        visit = self.visit
        towns = Counter(str(f.town) for f in self._with(industry=self._industry) if f.town)
        every = len(self._with(industry=self._industry))
        known = sorted(
            {str(f.town) for f in self._firms if f.town}, key=lambda t: (-self._all_in(t), t)
        )
        self._towns.show(
            [FilterRow(_ANY, visit.say("all"), every, not self._town)]
            + [FilterRow(t, visit.say(f"town-{t}"), towns[t], t == self._town) for t in known]
        )
        kinds = Counter(industry_key(f) for f in self._firms)
        names = {industry_key(f): visit.text(f.industry) for f in self._firms}
        ordered = sorted(kinds, key=lambda k: (-kinds[k], k))
        self._industries.show(
            [FilterRow(_ANY, visit.say("all-industries"), 0, not self._industry)]
            + [FilterRow(k, names[k], kinds[k], k == self._industry) for k in ordered]
        )
        shown = self._with(town=self._town, industry=self._industry)
        self._plates.show([self._plate(firm) for firm in shown])

    def _with(self, *, town: str = _ANY, industry: str = _ANY) -> list[Enterprise]:
        return [
            firm
            for firm in self._firms
            if (not town or firm.town == town) and (not industry or industry_key(firm) == industry)
        ]

    def _all_in(self, town: str) -> int:
        return sum(firm.town == town for firm in self._firms)

    def _plate(self, firm: Enterprise) -> FirmRow:
        visit = self.visit
        town = visit.say(f"town-{firm.town}") if firm.town else ""
        parts = [visit.text(firm.industry), town]
        return FirmRow(
            id=firm.id,
            title=visit.text(firm.title),
            line=" · ".join(part for part in parts if part),
            media=firm.media[0] if firm.media else "",
            drawn="" if firm.media else plate_address(firm, "brand"),
        )

    @Slot(str)
    def choose_town(self, town: str) -> None:
        self._town = town
        self.fill()
        self.worded.emit()

    @Slot(str)
    def choose_industry(self, industry: str) -> None:
        self._industry = industry
        self.fill()
        self.worded.emit()

    @Slot()
    def choose_all(self) -> None:
        self._town = self._industry = _ANY
        self.fill()
        self.worded.emit()

    @Property(str, notify=worded)
    def countWords(self) -> str:
        kinds = len({industry_key(firm) for firm in self._firms})
        return self.visit.say("wall-count", firms=len(self._firms), kinds=kinds)

    @Property(str, notify=worded)
    def nearest(self) -> str:
        """The way out of an empty choice that keeps the town."""
        if self._plates.rows or not self._town:
            return ""
        return self.visit.say("only-town", town=self.visit.say(f"town-{self._town}"))

    @Slot()
    def choose_nearest(self) -> None:
        self._industry = _ANY
        self.fill()
        self.worded.emit()

    @Property(Rows, constant=True)
    def towns(self) -> Rows:
        return self._towns

    @Property(Rows, constant=True)
    def industries(self) -> Rows:
        return self._industries

    @Property(Rows, constant=True)
    def firms(self) -> Rows:
        return self._plates
