"""A craft: its scene, its steps as knots, a close look, its level and place named exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Craft, Exhibit, Media
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import KnotRow, Neighbours, knots, neighbours, on_from, sources_line
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_HEAD = re.compile(r"^(.{1,16}?)\s*(?:：|:|——|—)\s*(.+)$")


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the work: its name, and what is done."""

    id: str
    title: str
    words: str


def split_step(words: str) -> tuple[str, str]:
    """“浸莨：坯纱浸入薯莨汁” as name and deed; a step without a name is all deed."""
    match = _HEAD.match(words)
    return (match[1], match[2]) if match else ("", words)


@QmlElement
class CraftPageModel(Page):
    """One craft; opened from an exhibit of several, the others are the ways on."""

    worded = Signal()
    """After the page was made again."""

    form: ClassVar[str] = "Craft"

    def __init__(self, visit: Visit, craft: Craft, exhibit: Exhibit | None = None) -> None:
        super().__init__(visit, craft)
        self.changed.connect(self.worded)
        self._craft, self._exhibit = craft, exhibit
        if exhibit is not None:
            self.ref = exhibit.id
        self._steps, self._knots = Rows(StepRow, self), Rows(KnotRow, self)
        self._neighbours = Neighbours()
        self._close_look = craft.media[1] if len(craft.media) > 1 else ""

    def fill(self) -> None:
        visit, craft = self.visit, self._craft
        steps = [split_step(visit.text(step)) for step in craft.steps]
        self._steps.show(
            [StepRow(str(n), title or f"{n}", words) for n, (title, words) in enumerate(steps, 1)]
        )
        others = [r for i in self._exhibit.items if (r := visit.get(i))] if self._exhibit else []
        ways = [r for r in others if r is not craft] or on_from(craft, visit)
        self._knots.show(knots(ways, visit))
        self._neighbours = neighbours(self._exhibit or craft, visit)

    @Property(str, notify=worded)
    def level(self) -> str:
        return self.visit.say(f"heritage-{self._craft.level}") if self._craft.level else ""

    @Property(str, notify=worded)
    def home(self) -> str:
        return self.visit.text(self._craft.place)

    @Property(Rows, constant=True)
    def steps(self) -> Rows:
        return self._steps

    @Property(Rows, constant=True)
    def knots(self) -> Rows:
        return self._knots

    @Property(str, constant=True)
    def closeLook(self) -> str:
        """The second picture, seen through a window; "" where there is only the scene."""
        return self._close_look

    @Property(str, notify=worded)
    def closeLookWords(self) -> str:
        media = self.visit.get(self._close_look)
        if isinstance(media, Media) and media.caption:
            return self.visit.text(media.caption)
        return self.visit.say("close-look")

    @Property(str, notify=worded)
    def sources(self) -> str:
        return sources_line(self._craft, self.visit)

    @Property(str, notify=worded)
    def previousRef(self) -> str:
        return self._neighbours.previous

    @Property(str, notify=worded)
    def nextRef(self) -> str:
        return self._neighbours.next
