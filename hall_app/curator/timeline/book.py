"""The marks of the library as the canvas needs them; an edit reads again only what it touched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hall_app.curator.desk import Desk
from hall_app.curator.timeline.lane import Entry, Lane, entry_of, label_of
from hall_app.curator.timeline.scene import Track
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import axis
from hall_app.store.axis import Mark

_MOST_FOUND = 20_000
_DEEPEST = 3
_NOTHING = 511_000.0, 740_000.0  # about the years 1400 to 2026


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are on the canvas: of a gallery, of at least an importance, with words."""

    gallery: RecordId | None = None
    importance: int = 1
    words: str = ""


class Book(QObject):
    """Every event and era with a date, sorted into lanes; `changed` fires when they are others."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_read = False
        self.marks: dict[RecordId, Mark] = {}
        self.wanted = Wanted()
        self.tracks: tuple[Track, ...] = ()
        self.eras: tuple[tuple[Entry, int], ...] = ()
        self.words: dict[str, str] = {}
        self.undated = 0
        # From the first day to the last of everything on the canvas.
        self.whole = _NOTHING
        self._entries: dict[str, Entry] = {}
        desk.feed.changed.connect(self._follow)

    @property
    def events(self) -> int:
        """How many events are on the canvas."""
        return sum(len(track.lane.entries) for track in self.tracks)

    def read(self) -> None:
        """Read every mark, once; what is touched later is followed."""
        if not self._is_read:
            self._is_read = True
            self._take(self._desk.store.ask(axis.read, None))
            self._sort()

    def want(self, wanted: Wanted) -> None:
        """Show only some of the events."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._sort()

    def _take(self, found: dict[RecordId, Mark]) -> None:
        language = self._desk.language
        for record_id, mark in found.items():
            self.marks[record_id] = mark
            entry = entry_of(mark)
            if entry is None:
                self._entries.pop(record_id, None)
            else:
                self._entries[record_id] = entry
                self.words[record_id] = label_of(entry, language)

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if not self._is_read:
            return
        ours = {one for kind, one in changes.touched if kind in (Kind.EVENT, Kind.ERA)}
        cited = any(kind is Kind.SOURCE for kind, _ in changes.touched)
        is_hall = any(kind is Kind.GALLERY for kind, _ in changes.touched)
        if not (ours or cited or is_hall):
            return
        found = self._desk.store.ask(axis.read, None if cited else ours)
        for gone in (self.marks.keys() if cited else ours) - found.keys():
            self.marks.pop(gone, None)
            self._entries.pop(gone, None)
        self._take(found)
        self._sort()

    def _sort(self) -> None:
        wanted, desk = self.wanted, self._desk
        among: set[RecordId] | None = None
        if wanted.words.strip():
            hits = desk.store.search(wanted.words, limit=_MOST_FOUND, kinds=frozenset({Kind.EVENT}))
            among = {hit.id for hit in hits}
        galleries = desk.store.all(Kind.GALLERY)
        homes: dict[RecordId | None, list[Entry]] = {one.id: [] for one in galleries}
        homes[None] = []
        for entry in self._entries.values():
            mark = entry.mark
            if mark.kind is Kind.EVENT and self._shows(mark, among):
                homes[mark.gallery if mark.gallery in homes else None].append(entry)
        tracks = [
            Track(
                one.id,
                desk.title_of(one),
                int(getattr(one, "order", 0)),
                Lane(one.id, homes[one.id]),
            )
            for one in galleries
            if wanted.gallery in (None, one.id)
        ]
        if homes[None] and wanted.gallery is None:
            tracks.append(Track(None, desk.say("timeline-no-gallery"), 0, Lane(None, homes[None])))
        self.tracks = tuple(tracks)
        eras = (one for one in self._entries.values() if one.mark.kind is Kind.ERA)
        nested = ((one, self._depth(one.mark)) for one in eras)
        self.eras = tuple(sorted(nested, key=lambda pair: (pair[1], pair[0].start)))
        self.undated = sum(
            one.date is None and one.kind is Kind.EVENT for one in self.marks.values()
        )
        self.whole = _extent(
            [one for track in self.tracks for one in track.lane.entries]
            + [one for one, _ in self.eras]
        )
        self.changed.emit()

    def _shows(self, mark: Mark, among: set[RecordId] | None) -> bool:
        is_wanted = mark.importance >= self.wanted.importance
        return is_wanted and (among is None or mark.id in among)

    def _depth(self, mark: Mark) -> int:
        depth, here = 0, mark
        while here.parent and (above := self.marks.get(here.parent)) and depth < _DEEPEST - 1:
            depth, here = depth + 1, above
        return depth


def _extent(entries: list[Entry]) -> tuple[float, float]:
    if not entries:
        return _NOTHING
    ends = (one.start + 366 if one.is_open else one.end for one in entries)
    return min(one.start for one in entries), max(ends)
