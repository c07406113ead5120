"""The word about the backups in the line at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.curator.keeping.nights import Nights
from hall_app.curator.parts import tint


class BackupChip(QPushButton):
    """When the last sound backup was made; a press opens the settings of the backups."""

    def __init__(self, desk: Desk, nights: Nights, act: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("link")
        self._desk, self._nights = desk, nights
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda *_: act())
        nights.changed.connect(self.show_standing)
        nights.progressed.connect(self._show_progress)
        self.show_standing()

    def show_standing(self) -> None:
        """Say how the backups stand."""
        say, standing = self._desk.say, self._nights.standing
        words, tip = told(self._desk, self._nights)
        self.setText(words)
        self.setToolTip(f"{tip}　{say('backup-chip-tip')}".strip())
        self.setAccessibleName(f"{say('backup')}: {words}")
        worries = standing.is_worrying(bootstrap.now())
        tint(self, "tone", "error" if standing.problem else "warn" if worries else "")

    def _show_progress(self, done: int, total: int) -> None:
        self.setText(self._desk.say("backup-running", share=done * 100 // max(total, 1)))


def told(desk: Desk, nights: Nights) -> tuple[str, str]:
    """How the backups stand, in a few words, and what more there is to say."""
    say, standing = desk.say, nights.standing
    if not standing.has_place:
        return say("backup-none-set"), ""
    if standing.is_running:
        return say("backup-running", share=0), ""
    if standing.problem is not None:
        return say("backup-failed"), " ".join(desk.problem_words(standing.problem)).strip()
    if standing.newest is None:
        return say("backup-none-yet"), ""
    moment = standing.newest.astimezone()
    days = (bootstrap.now().astimezone().date() - moment.date()).days
    key = {0: "backup-today", 1: "backup-yesterday"}.get(days, "backup-days")
    lost = standing.made.lost if standing.made else 0
    return (
        say(key, time=f"{moment:%H:%M}", days=days),
        say("backup-lost", count=lost) if lost else "",
    )
