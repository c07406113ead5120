"""The desk drawn larger: everything grows alike, and what has no room any more is scrolled to."""

from __future__ import annotations

import os

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QWidget

from hall_app.settings import Settings

PLAIN = 100


def grow(settings: Settings) -> None:
    """Draw this process's windows at the scale of the settings; only before the first of them."""
    if settings.scale != PLAIN:
        os.environ["QT_SCALE_FACTOR"] = str(settings.scale / PLAIN)


def fitted(window: QMainWindow, whole: QWidget, least: QSize, settings: Settings) -> QWidget:
    """The panels as they go into the window: in a frame to scroll where the screen is too small.

    Args:
        window: The window; it may become as small as its screen.
        whole: The panels.
        least: The room they need.
        settings: At the plain scale the panels stand in the window as they are.
    """
    if settings.scale == PLAIN:
        return whole
    window.setMinimumSize(least.boundedTo(window.screen().availableSize()))
    whole.setMinimumSize(least)
    frame = QScrollArea()
    frame.setFrameShape(QFrame.Shape.NoFrame)
    frame.setWidgetResizable(True)
    frame.setWidget(whole)
    return frame
