"""Everything that keeps the curator's work, as the window knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu

from hall_app.curator.desk import Desk
from hall_app.curator.keeping.chip import BackupChip
from hall_app.curator.keeping.leaving import Leaving
from hall_app.curator.keeping.nights import Nights
from hall_app.curator.status import Status
from hall_app.settings import Settings

if TYPE_CHECKING:
    from hall_app.curator.keeping.settings_dialog import SettingsDialog
    from hall_app.curator.keeping.tour import Tour

SETTINGS_KEYS = "Ctrl+,"


class Keeping:
    """Backups, settings and leaving; outlives the panels, which are built anew.

    Args:
        desk: The desk.
        window: What dialogs stand over.
        rebuild: Builds the panels in the language and lighting that the desk has by then.
    """

    def __init__(self, desk: Desk, window: QMainWindow, rebuild: Callable[[], object]) -> None:
        self._desk, self._window, self._rebuild = desk, window, rebuild
        self.nights = Nights(desk, window)
        self.leaving = Leaving(desk, window)
        self.settings_action = QAction(window)
        self.settings_action.setShortcut(QKeySequence(SETTINGS_KEYS))
        self.settings_action.triggered.connect(lambda *_: self.open_settings())
        window.addAction(self.settings_action)
        self.tour_action = QAction(window)
        self.tour_action.triggered.connect(lambda *_: self.show_tour())
        self._tour: Tour | None = None

    def dress(self, foot: Status) -> None:
        """Put the word about the backups into the line at the foot of the window."""
        self.settings_action.setText(self._desk.say("settings-menu"))
        self.tour_action.setText(self._desk.say("tour-menu"))
        if self._tour is not None:  # its parts are gone
            self._tour.end()
        chip = BackupChip(self._desk, self.nights, self.open_backups)
        across = foot.layout()
        assert isinstance(across, QHBoxLayout)
        across.insertWidget(1, chip)

    def add_to(self, menu: QMenu) -> None:
        """Its entries in the menu, above the way out."""
        menu.insertActions(menu.actions()[-1], [self.settings_action, self.tour_action])

    def begin(self) -> None:
        """The window stands: offer back what was not saved the last time, or show the desk once."""
        if self.leaving.offer() is None and not self._desk.settings.toured:
            self.show_tour()

    def show_tour(self) -> None:
        """Walk through the desk in five steps."""
        from hall_app.curator.keeping.tour import Tour  # noqa: PLC0415 (shown once)

        if self._tour is None:
            self._tour = Tour(self._desk, self._window)
            self._tour.ended.connect(self._end_tour)
            self._tour.begin()

    def open_settings(self, section: str = "general") -> SettingsDialog:
        """Open the settings over the window."""
        from hall_app.curator.keeping.settings_dialog import (  # noqa: PLC0415 (opened seldom)
            SettingsDialog,
        )

        made = SettingsDialog(self._desk, self.nights, self._window, section=section)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.kept.connect(self._keep)
        made.open()
        return made

    def open_backups(self) -> SettingsDialog:
        """Open the settings of the backups."""
        return self.open_settings("backup")

    def leave(self) -> None:
        """The desk is closing."""
        self._desk.unsaved.leave()
        self.nights.leave()

    def _end_tour(self) -> None:
        self._tour = None
        if not self._desk.settings.toured:
            self._desk.settings = replace(self._desk.settings, toured=True)
            self._desk.keep_settings()

    def _keep(self, settings: Settings) -> None:
        before = self._desk.settings
        self._desk.settings = settings
        self._desk.keep_settings()
        if (settings.language, settings.appearance) != (before.language, before.appearance):
            self._rebuild()
        if _backups(settings) != _backups(before):
            self.nights.follow_settings()
        key = "settings-kept" if settings.scale == before.scale else "settings-kept-scale"
        self._desk.tell(self._desk.say(key))


def _backups(settings: Settings) -> tuple[object, ...]:
    return (settings.backup_folder, settings.backup_hour, settings.backup_lock)
