"""The bar at the top: the hall's name, the workspaces, find, checks, publish."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QToolButton

from hall_app.curator.desk import Desk
from hall_app.curator.icons import icon
from hall_app.curator.parts import button, label, tab, tool, with_keys

WORKSPACES = ("content", "timeline", "media", "publish")
_HEIGHT = 56


class TopBar(QFrame):
    """Where one is in the desk, and what one may do from anywhere."""

    workspace_chosen = Signal(str)
    find_wanted = Signal()
    check_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    menu_wanted = Signal(QToolButton)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(_HEIGHT)
        self._desk = desk
        say, tokens = desk.say, desk.tokens
        across = QHBoxLayout(self)
        across.setContentsMargins(18, 0, 12, 0)
        across.setSpacing(8)
        across.addWidget(label(say("desk"), "brand"))
        across.addSpacing(14)
        self.tabs: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for number, name in enumerate(WORKSPACES, start=1):
            made = tab(say(f"workspace-{name}"), keys=f"Alt+{number}")
            made.setMinimumHeight(_HEIGHT)
            made.clicked.connect(partial(self._choose, name))
            group.addButton(made)
            self.tabs[name] = made
            across.addWidget(made)
        across.addStretch()
        self.undo = tool(desk, "arrow-u-up-left", say("undo"), self.undo_wanted.emit)
        self.redo = tool(desk, "arrow-u-up-right", say("redo"), self.redo_wanted.emit)
        self.find_box = QPushButton(f"{say('find')}    Ctrl K")
        self.find_box.setObjectName("find")
        self.find_box.setIcon(icon("magnifying-glass", tokens))
        self.find_box.setIconSize(QSize(16, 16))
        self.find_box.setCursor(Qt.CursorShape.IBeamCursor)
        self.find_box.setToolTip(with_keys(say("find-tip"), "Ctrl+K"))
        self.find_box.setMinimumWidth(250)
        self.find_box.clicked.connect(self.find_wanted)
        self.check = button(
            say("preflight"), self.check_wanted.emit, tip=say("preflight-tip"), keys="F8"
        )
        self.publish = button(
            say("publish"), partial(self.workspace_chosen.emit, "publish"), name="primary",
            tip=say("publish-tip"), keys="Ctrl+Shift+P",
        )  # fmt: skip
        self.menu = tool(desk, "list", say("menu"), self._open_menu, keys="F10")
        for part in (self.undo, self.redo, self.find_box, self.check, self.publish, self.menu):
            across.addWidget(part)

    def show_workspace(self, name: str) -> None:
        """Mark the workspace that is open."""
        self.tabs[name].setChecked(True)

    def show_count(self, blocking: int, _advice: int) -> None:
        """Say how much stands in the way."""
        words = self._desk.say("preflight")
        self.check.setText(f"{words} {blocking}" if blocking else words)

    def _choose(self, name: str, _checked: object = None) -> None:
        self.workspace_chosen.emit(name)

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self.menu)
