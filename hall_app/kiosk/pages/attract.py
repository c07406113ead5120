"""The attract page: the skein at rest, and sentences that ask to be touched."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Event
from hall_app.domain.text import LANGUAGES
from hall_app.kiosk.pages.home import hall_of
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.timeline.frame import lanes_of
from hall_app.kiosk.timeline.scale import FIRST_YEAR, FourPieces
from hall_app.kiosk.timeline.skein import NO_WINDING, Thread, Winding, wind
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SENTENCES = 3
# Shares of the height: lanes lie beyond the screen, so that strands come in from its edges.
_LANES = (-0.15, -0.04, 1.09, 0.89, 1.03)
_MIDDLE = 0.64


@QmlElement
class AttractPageModel(Page):
    """One sentence at a time, in each language in turn, over the whole skein."""

    worded = Signal()
    """After the page or its sentence was made again."""
    laid = Signal()
    """After the skein was wound for another room."""

    form: ClassVar[str] = "Attract"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit, hall_of(visit))
        self.ref = "attract"
        self.changed.connect(self.worded)
        self._winding = NO_WINDING
        self._turn = 0

    @Slot(float, float)
    def lay(self, width: float, height: float) -> None:
        """The page has this much room."""
        if width <= 0:
            return
        visit = self.visit
        limit = float(max(visit.today.year, 2026))
        thread = Thread(height * _MIDDLE, 3.0, width * 0.22, width)
        lanes = lanes_of(visit.galleries, [height * share for share in _LANES])
        ends = wind(
            visit.all(Event),
            {g.id: lane for g, lane in zip(visit.galleries, lanes, strict=False)},
            FourPieces(-0.06 * width, 0.89 * width, limit),
            thread,
            view=(FIRST_YEAR, limit),
            today=visit.today,
        )
        self._winding = Winding(tuple(ends), lanes, thread, frozenset(), 1.9, 0.85)
        self.laid.emit()

    def winding(self, _part: str) -> Winding:
        return self._winding

    @Slot()
    def turn(self) -> None:
        """The next sentence; after the last one, the next language."""
        self._turn = (self._turn + 1) % (_SENTENCES * len(LANGUAGES))
        self.worded.emit()

    @property
    def _language(self) -> str:
        first = LANGUAGES.index(self.visit.language)
        return LANGUAGES[(first + self._turn // _SENTENCES) % len(LANGUAGES)]

    @Property(str, notify=worded)
    def sentence(self) -> str:
        key = f"attract-{self._turn % _SENTENCES + 1}"
        return self.visit.words.say(key, self._language)

    @Property(str, notify=worded)
    def secondSentence(self) -> str:
        key, second = f"attract-{self._turn % _SENTENCES + 1}", "zh-Hans"
        second = "en" if self._language != "en" else second
        words = self.visit.words.say(key, second)
        return words.replace("\n", " " if second == "en" else "")

    @Property(str, notify=worded)
    def touch(self) -> str:
        return self.visit.words.say("attract-touch", self._language)

    @Property(str, notify=worded)
    def secondTouch(self) -> str:
        return self.visit.words.say("attract-touch-other", self._language)
