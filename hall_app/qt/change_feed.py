"""The one signal by which views learn that the library moved, in this process or another."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from hall_app.domain.changes import Changes
from hall_app.store.store import Store

_LOOK_EVERY_MS = 1000


class ChangeFeed(QObject):
    """Tells what an edit touched and who made it, always on the GUI thread.

    Edits of other processes are seen within a second, by the library's version.

    Args:
        store: A second, read-only connection of the GUI thread.
    """

    # After an edit: what it touched, and the object that made it (None for another process).
    changed = Signal(Changes, object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._seen = store.version
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more; the store may be closed after."""
        self._timer.stop()

    def publish(self, changes: Changes, initiator: object) -> None:
        """Tell everybody about an edit of this process, and of any other written just before."""
        if changes:
            self.changed.emit(changes, initiator)
        self._tell_foreign(ours=1 if changes else 0)

    def look(self) -> None:
        """See whether another process has written, and tell what."""
        self._tell_foreign(ours=0)

    def _tell_foreign(self, *, ours: int) -> None:
        """Tell what the commits since the last look touched, unless they are all ours."""
        version = self._store.version
        commits = version - self._seen
        self._seen = version
        if commits <= ours:
            return
        steps = self._store.touched(limit=commits)
        touched = frozenset(pair for step in steps for pair in step.touched)
        self.changed.emit(Changes(steps[0].label if steps else "", touched), None)
