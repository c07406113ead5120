"""The side of the content workspace: panels above each other, or one at a time behind tabs."""

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
_SHARES = (370, 270, 180)


class SidePanel(QFrame):
    """A panel that knows its heading."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.heading = label(desk.say(name), "heading")


class Side(QWidget):
    """Shows panels above each other where there is room, else one at a time.

    Args:
        panels: By name, from the top down.
        sharing: The names of those that take turns in the last place, behind tabs of its own.
    """

    def __init__(
        self,
        desk: Desk,
        panels: tuple[tuple[str, SidePanel], ...],
        sharing: tuple[str, ...],
    ) -> None:
        super().__init__()
        self.is_folded = False
        self._desk = desk
        self._panels = dict(panels)
        self._sharing = sharing
        self._current = panels[0][0]
        self._turn = sharing[0]
        names = [(name, f"Ctrl+{number}") for number, (name, _) in enumerate(panels, start=5)]
        self._bar, self.tabs = self._tabs(names)
        self._turns, self.turns = self._tabs([one for one in names if one[0] in sharing])
        self.tabs[self._current].setChecked(True)
        self.turns[self._turn].setChecked(True)
        self._place = QWidget(self)
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(self._turns)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setHandleWidth(_GAP)
        self._splitter.setChildrenCollapsible(False)
        for name, panel in panels:
            if name in sharing:
                inside.addWidget(panel, 1)
            else:
                self._splitter.addWidget(panel)
        self._splitter.addWidget(self._place)
        self._splitter.setSizes(list(_SHARES))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addWidget(self._bar)
        down.addWidget(self._splitter, 1)
        self.fold(is_small=False)

    def fold(self, *, is_small: bool) -> None:
        """Show one panel at a time, or all places."""
        self.is_folded = is_small
        self._bar.setVisible(is_small)
        self._turns.setVisible(not is_small)
        for name, panel in self._panels.items():
            is_sharing = name in self._sharing
            is_turn = not is_sharing or name == self._turn
            panel.setVisible(name == self._current if is_small else is_turn)
            # A tab says what the panel is; its own heading would say it twice.
            panel.heading.setVisible(not is_small and not is_sharing)
        self._place.setVisible(not is_small or self._current in self._sharing)
        if not is_small:
            self._splitter.setSizes(list(_SHARES))

    def bring(self, name: str, _checked: object = None) -> None:
        """Bring a panel to the front."""
        self._current = name
        self.tabs[name].setChecked(True)
        if name in self._sharing:
            self._turn = name
            self.turns[name].setChecked(True)
        sizes = self._splitter.sizes()
        self.fold(is_small=self.is_folded)
        if not self.is_folded:
            self._splitter.setSizes(sizes)

    def show_count(self, name: str, count: int) -> None:
        """Say on a tab how much there is."""
        words = self._desk.say(name)
        for tabs in (self.tabs, self.turns):
            if name in tabs:
                tabs[name].setText(f"{words} {count}" if count else words)

    def _tabs(self, names: list[tuple[str, str]]) -> tuple[QWidget, dict[str, QPushButton]]:
        bar = QWidget(self)
        across = QHBoxLayout(bar)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        group = QButtonGroup(bar)
        made: dict[str, QPushButton] = {}
        for name, keys in names:
            made[name] = tab(self._desk.say(name), keys=keys)
            # Five stand side by side in the narrowest window.
            made[name].setStyleSheet("padding-left: 5px; padding-right: 5px;")
            made[name].clicked.connect(partial(self.bring, name))
            group.addButton(made[name])
            across.addWidget(made[name])
        across.addStretch()
        return bar, made
