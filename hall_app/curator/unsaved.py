"""What the machine could not write, kept and tried again until it can: no word is lost to a full disk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from hall_app.bootstrap import Hall
from hall_app.domain.changes import Changes
from hall_app.editing.unwritten import Unwritten
from hall_app.errors import HallError, MachineFailed

AGAIN_MS = 5000
"""How long until what failed is tried again."""

Edit = Callable[[Hall], Changes]


class Change(Protocol):
    """How the desk makes an edit."""

    def __call__(
        self, label: str, job: Edit, *, failed: Callable[[HallError], None] | None
    ) -> None: ...


class Unsaved(QObject):
    """Edits by what they change; a newer one for the same thing takes the place of the older."""

    def __init__(self, change: Change, parent: QObject) -> None:
        super().__init__(parent)
        self._change = change
        self._edits: dict[str, tuple[str, Edit]] = {}
        self._words: dict[str, Unwritten] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.try_again)

    def __bool__(self) -> bool:
        return bool(self._edits)

    @property
    def words(self) -> list[Unwritten]:
        """What the kept edits were to write."""
        return [self._words[what] for what in self._edits]

    def keep(self, words: Unwritten, edit: Edit, problem: HallError) -> None:
        """Keep an edit if the machine failed it; one that is not right is the person's to change."""
        if isinstance(problem, MachineFailed):
            self._edits[words.what] = words.path, edit
            self._words[words.what] = words
            self._timer.start()

    def drop(self, what: str) -> None:
        """Something newer is to be written there."""
        self._edits.pop(what, None)

    def leave(self) -> None:
        """Try no more."""
        self._timer.stop()

    def try_again(self) -> None:
        """Write everything that is kept, once more."""
        self._timer.stop()
        edits, self._edits = self._edits, {}
        for what, (label, edit) in edits.items():
            self._change(label, edit, failed=partial(self.keep, self._words[what], edit))
