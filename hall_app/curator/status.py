"""The line at the foot of the window: what is out, what is in the library, and whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from hall_app.curator.desk import Desk
from hall_app.curator.parts import label
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Release
from hall_app.domain.text import LANGUAGES
from hall_app.store import tallies

_HEIGHT = 30
_AFTER_MS = 400


class Status(QFrame):
    """A quiet line of facts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(_HEIGHT)
        self._desk = desk
        self.left, self.right = label(), label()
        across = QHBoxLayout(self)
        across.setContentsMargins(18, 0, 18, 0)
        across.addWidget(self.left)
        across.addStretch()
        across.addWidget(self.right)
        desk.feed.changed.connect(self._follow)
        desk.pending.connect(self._tell_saved)
        self._released = ""
        # Counting waits for a pause: it looks at every record's line in an index.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._tell)
        self._soon.start(_AFTER_MS)

    @property
    def is_waiting(self) -> bool:
        """Whether it has yet to follow the last edit."""
        return self._soon.isActive()

    def leave(self) -> None:
        """Count no more; the library may be closed after."""
        self._soon.stop()

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        self._soon.start(_AFTER_MS)

    def _tell_saved(self, _pending: int = 0) -> None:
        self.left.setText(f"{self._released}　·　{self._desk.saving_words}")

    def _tell(self) -> None:
        desk, say = self._desk, self._desk.say
        numbers = [
            record.number for record in desk.store.all(Kind.RELEASE) if isinstance(record, Release)
        ]
        self._released = (
            say("status-released", number=max(numbers)) if numbers else say("status-unreleased")
        )
        self._tell_saved()
        counts = desk.store.ask(tallies.by_kind)
        sources = say("status-sources", count=counts[Kind.SOURCE])
        records = say("status-records", count=counts.total())
        complete = self._complete(counts[Kind.EVENT])
        events = f"{say('kinds-event')}　{say('status-languages', **complete)}"
        self.right.setText(f"{events}　·　{sources}　·　{records}")

    def _complete(self, events: int) -> dict[str, int]:
        """How many events are there in each language, whole."""
        missing = self._desk.store.ask(tallies.missing, Kind.EVENT)
        return {language: events - missing[language] for language in LANGUAGES}
