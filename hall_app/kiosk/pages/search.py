"""Search: a few letters of pinyin, initials or English, and what the hall has for them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event, Illustrated, Record
from hall_app.kiosk.pages.page import Face, Page
from hall_app.kiosk.reading import plain
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.thread import date_of
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FOUND_AT_MOST = 24
_CANDIDATES = 6
_LONGEST_CANDIDATE = 8
_TYPED_AT_MOST = 24
_OFFERED = 10
_LANDMARK = 3
# What has a page of its own, or leads to one.
_SHOWN = (
    Kind.GALLERY, Kind.SECTION, Kind.EXHIBIT, Kind.EVENT, Kind.ENTERPRISE, Kind.CRAFT,
    Kind.PERSON, Kind.STATISTIC, Kind.QUIZ, Kind.MAP, Kind.TIMELINE, Kind.PRODUCT, Kind.HONOUR,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A result: where it belongs, when, what, and its first words."""

    id: str
    place: str
    mark: str
    title: str
    words: str
    gallery: str


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A word to take instead of the letters."""

    id: str
    words: str


@QmlElement
class SearchPageModel(Page):
    """Letters in, results out; nothing a visitor typed outlives the visit."""

    worded = Signal()
    """After a letter was typed or taken back."""

    form: ClassVar[str] = "Search"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.ref = "search"
        self.changed.connect(self.worded)
        self._taken, self._typed = "", ""
        self._found, self._candidates = Rows(FoundRow, self), Rows(CandidateRow, self)

    def face(self) -> Face:
        return Face(title=self.visit.say("search"))

    def fill(self) -> None:
        words = f"{self._taken} {self._typed}".strip()
        records = self._search(words) if words else self._offered()
        self._found.show([self._row(record) for record in records])
        names = dict.fromkeys(self._name(r) for r in records) if self._typed else {}
        short = [name for name in names if 0 < len(name) <= _LONGEST_CANDIDATE]
        self._candidates.show([CandidateRow(name, name) for name in short[:_CANDIDATES]])

    def _search(self, words: str) -> list[Record]:
        reader = self.visit.reader
        if reader is None:
            return []
        found = [reader.get(hit.id) for hit in reader.search(words, _FOUND_AT_MOST * 2)]
        shown = [r for r in found if r is not None and r.kind in _SHOWN]
        return shown[:_FOUND_AT_MOST]

    def _offered(self) -> list[Record]:
        """Landmarks to begin with, one of each gallery in turn, others every day."""
        lanes = []
        for gallery in self.visit.galleries:
            great = [e for e in self.visit.all(Event) if e.gallery == gallery.id]
            great = [e for e in great if e.importance == _LANDMARK]
            turn = self.visit.today.day % len(great) if great else 0
            lanes.append(great[turn:] + great[:turn])
        return [event for round_ in zip_longest(*lanes) for event in round_ if event][:_OFFERED]

    def _name(self, record: Record) -> str:
        short = self.visit.text(record.short_title) if isinstance(record, Event) else ""
        return short or self.visit.text(record.title)

    def _row(self, record: Record) -> FoundRow:
        visit = self.visit
        slug = visit.gallery_slug(record)
        parts = [visit.gallery_title(slug), visit.say(f"kind-{record.kind}")]
        words = plain(visit.text(record.text)) if isinstance(record, Illustrated) else ""
        return FoundRow(
            id=record.id,
            place=" · ".join(part for part in parts if part),
            mark=visit.short(date_of(record)),
            title=visit.text(record.title),
            words=words.split("\n")[0],
            gallery=slug,
        )

    @Slot(str)
    def type(self, letter: str) -> None:
        if len(self._typed) < _TYPED_AT_MOST:
            self._typed += letter
        self._again()

    @Slot()
    def rub_out(self) -> None:
        """Take back the last letter, or the last word that was taken."""
        if self._typed:
            self._typed = self._typed[:-1]
        else:
            self._taken = self._taken.rpartition(" ")[0]
        self._again()

    @Slot()
    def clear(self) -> None:
        self._taken = self._typed = ""
        self._again()

    @Slot(str)
    def take(self, words: str) -> None:
        """Put a candidate in place of the letters."""
        self._taken, self._typed = f"{self._taken} {words}".strip(), ""
        self._again()

    def _again(self) -> None:
        self.fill()
        self.worded.emit()

    @Property(str, notify=worded)
    def taken(self) -> str:
        return self._taken

    @Property(str, notify=worded)
    def typed(self) -> str:
        return self._typed

    @Property(bool, notify=worded)
    def isEmpty(self) -> bool:
        return not (self._taken or self._typed)

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        return self._found

    @Property(Rows, constant=True)
    def candidates(self) -> Rows:
        return self._candidates

    @Property(str, notify=worded)
    def hint(self) -> str:
        if self.visit.reader is None or not (self._taken or self._typed):
            return self.visit.say("search-start")
        if not self._found.rows:
            return self.visit.say("search-empty")
        return self.visit.say("found", count=len(self._found.rows))
