"""The side of the content workspace: three panels above each other, or behind tabs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.parts import label, tab

_GAP = 10
_SHARES = (390, 250, 180)


class SidePanel(QFrame):
    """A panel that knows its heading."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.heading = label(desk.say(name), "heading")


class Side(QWidget):
    """Shows all panels at once where there is room, else one at a time."""

    def __init__(self, desk: Desk, panels: tuple[tuple[str, SidePanel], ...]) -> None:
        super().__init__()
        self.is_folded = False
        self._panels = dict(panels)
        self._current = panels[0][0]
        self._tabs = QWidget(self)
        across = QHBoxLayout(self._tabs)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        group = QButtonGroup(self)
        self.tabs: dict[str, QPushButton] = {}
        for number, (name, _) in enumerate(panels, start=5):
            made = tab(desk.say(name), keys=f"Ctrl+{number}")
            made.clicked.connect(partial(self.bring, name))
            group.addButton(made)
            self.tabs[name] = made
            across.addWidget(made)
        across.addStretch()
        self.tabs[self._current].setChecked(True)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setHandleWidth(_GAP)
        self._splitter.setChildrenCollapsible(False)
        for _, panel in panels:
            self._splitter.addWidget(panel)
        self._splitter.setSizes(list(_SHARES))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(self._tabs)
        down.addWidget(self._splitter, 1)
        self._tabs.hide()

    def fold(self, *, is_small: bool) -> None:
        """Show one panel at a time, or all."""
        self.is_folded = is_small
        self._tabs.setVisible(is_small)
        for name, panel in self._panels.items():
            panel.setVisible(not is_small or name == self._current)
            # A tab says what the panel is; its own heading would say it twice.
            panel.heading.setVisible(not is_small)
        if not is_small:
            self._splitter.setSizes(list(_SHARES))

    def bring(self, name: str, _checked: object = None) -> None:
        """Bring a panel to the front."""
        self._current = name
        self.tabs[name].setChecked(True)
        if self.is_folded:
            self.fold(is_small=True)
