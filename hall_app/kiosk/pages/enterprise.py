"""An enterprise's profile: its section drawn large, its facts, honours and place on the thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Enterprise, Honour, HonourResult, Product
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.pages.wall import order_of_the_day
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import KnotRow, knots, on_from, sources_line
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_KNOTS = 3


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its name, and the share of the line that its length asks for."""

    id: str
    name: str
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class HonourRow:
    """An honour: what, how far, from whom, when."""

    id: str
    title: str
    note: str


@QmlElement
class EnterprisePageModel(Page):
    """One enterprise. What is not known is left out, and the page closes over the gap."""

    worded = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Enterprise"

    def __init__(self, visit: Visit, firm: Enterprise) -> None:
        super().__init__(visit, firm)
        self.changed.connect(self.worded)
        self._firm = firm
        self._facts, self._honours, self._knots = (
            Rows(FactRow, self),
            Rows(HonourRow, self),
            Rows(KnotRow, self),
        )

    def fill(self) -> None:
        firm, visit = self._firm, self.visit
        town = visit.say(f"town-{firm.town}") if firm.town else ""
        made = "、".join(visit.text(p.title) for p in visit.all(Product) if p.enterprise == firm.id)
        facts = [
            ("founded", visit.short(firm.founded)),
            ("place", visit.text(firm.place) or town),
            ("makes", visit.text(firm.makes) or made or visit.text(firm.industry)),
        ]
        known = [(key, words, min(max(len(words), 6), 22)) for key, words in facts if words]
        whole = sum(weight for _, _, weight in known)
        self._facts.show(
            [FactRow(key, visit.say(key), words, weight / whole) for key, words, weight in known]
        )
        honours = [h for h in visit.all(Honour) if h.enterprise == firm.id]
        self._honours.show([self._honour(honour) for honour in honours])
        self._knots.show(knots(on_from(firm, visit), visit, _KNOTS))

    def _honour(self, honour: Honour) -> HonourRow:
        visit = self.visit
        result = (
            "" if honour.result is HonourResult.AWARDED else visit.say(f"result-{honour.result}")
        )
        level = visit.say(f"level-{honour.level}") if honour.level else ""
        parts = [result, level, visit.text(honour.issuer), visit.short(honour.date)]
        title = visit.text(honour.title)
        note = [part for part in parts if part and part not in title]
        return HonourRow(honour.id, title, " · ".join(note))

    @property
    def _next(self) -> Enterprise | None:
        line = order_of_the_day(self.visit.all(Enterprise), self.visit.today)
        if self._firm not in line or len(line) < 2:
            return None
        return line[(line.index(self._firm) + 1) % len(line)]

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        return self._facts

    @Property(Rows, constant=True)
    def honours(self) -> Rows:
        return self._honours

    @Property(Rows, constant=True)
    def knots(self) -> Rows:
        return self._knots

    @Property(str, notify=worded)
    def formerly(self) -> str:
        names = [self.visit.text(title) for title in self._firm.former_titles]
        return f"{self.visit.say('formerly')} {' → '.join(names)}" if names else ""

    @Property(bool, constant=True)
    def isHistory(self) -> bool:
        return self._firm.is_history

    @Property(str, notify=worded)
    def sectionWords(self) -> str:
        return self._face.caption or self.visit.say("section-drawing")

    @Property(str, notify=worded)
    def sources(self) -> str:
        return sources_line(self._firm, self.visit)

    @Property(str, notify=worded)
    def nextRef(self) -> str:
        following = self._next
        return following.id if following else ""

    @Property(str, notify=worded)
    def nextTitle(self) -> str:
        following = self._next
        return self.visit.text(following.title) if following else ""
