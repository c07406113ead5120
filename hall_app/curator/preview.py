"""The live preview beside the editor: the kiosk's own scene over the library as it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from hall_app import bootstrap
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.parts import button, label, row, tab, tint, tool
from hall_app.curator.side import SidePanel
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.records.screens import Display, Orientation
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.errors import UsageError
from hall_app.publishing.reading import day_of
from hall_app.publishing.working import WorkingRelease

if TYPE_CHECKING:
    from hall_app.kiosk.preview import KioskPreview

_SHAPES = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
_HELPS = ("contrast", "low", "motion")
_HOME = {Kind.HALL: "home", Kind.QUIZ: ""}
_AFTER_MS = 50
_FIRST_MS = 800
_EDGES = 30
_ABOVE = 100


class Preview(SidePanel):
    """Shows the page of a record as a visitor would see it, and follows every edit."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "preview")
        self._desk = desk
        self._release: WorkingRelease | None = None
        self._record: Record | None = None
        self._language = ZH_HANS
        self._shape = _SHAPES["landscape"]
        self._helped: tuple[str, ...] = ()
        self._found = ""
        self._is_stale = False
        self.scene: KioskPreview | None = None
        self.languages = self._tabs(
            {each: desk.say(f"letter-{each}") for each in LANGUAGES}, self.speak, ZH_HANS
        )
        for made in self.languages.values():
            made.setToolTip(desk.say("preview-language-tip"))
        self.screens = Combo(desk, self)
        self.screens.setToolTip(desk.say("preview-screen-tip"))
        self.screens.setAccessibleName(desk.say("preview-screen-tip"))
        self.screens.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.screens.setMaximumWidth(180)
        self.screens.activated.connect(self._turn)
        self.help = tool(desk, "wheelchair", desk.say("preview-help"), self._open_help)
        self.none = Empty(desk.say("preview-none"))
        self.line = label("", "meta")
        self.jump = button(
            desk.say("open-record"), self._jump, name="link", tip=desk.say("open-record-tip")
        )
        self.jump.hide()
        fresh = tool(desk, "arrows-clockwise", desk.say("preview-refresh"), self.reload, keys="F5")
        self._stage = QVBoxLayout()
        self._stage.addWidget(self.none)
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 6, 14, 8)
        down.setSpacing(6)
        tongues = self._row(self.languages)
        top = row(self.heading, None)
        top.addLayout(tongues)
        top.addSpacing(8)
        for part in (self.screens, self.help, fresh):
            top.addWidget(part)
        down.addLayout(top)
        down.addLayout(self._stage)
        down.addLayout(row(self.line, None, self.jump))
        down.addStretch()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show_page)
        desk.feed.changed.connect(self._follow)
        self._offer_screens()
        # The list is drawn first; the scene takes longer than everything else together.
        self._later.start(_FIRST_MS)

    @property
    def release(self) -> WorkingRelease | None:
        """What it shows, once it has shown anything."""
        return self._release

    @property
    def is_waiting(self) -> bool:
        """Whether it has yet to follow the last edit."""
        return self._later.isActive()

    def show_record(self, record: Record) -> None:
        """Show the page of a record; a part without a page of its own shows its owner's."""
        self._record = record
        # One who steps through records quickly waits for no page.
        self._later.start(_AFTER_MS)

    def speak(self, language: str) -> None:
        """Speak the language of the wording that is being edited."""
        self._language = language
        self.languages[language].setChecked(True)
        if self.scene is not None:
            self.scene.set_language(language)
        self._tell()

    def reload(self) -> None:
        """Say everything again."""
        self._is_stale = True
        self._later.start(_AFTER_MS)

    def leave(self) -> None:
        """Let the scene go before what it reads."""
        self._later.stop()
        if self.scene is not None:
            # It keeps its parent: without one it would be a window of its own until it is gone.
            self.scene.hide()
            self.scene.close_scene()
            self._stage.removeWidget(self.scene)
            self.scene.deleteLater()
            self.scene = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The scene as high as its proportions ask for, or as there is room."""
        if self.scene is not None:
            width, height = self._shape
            wanted = (self.width() - _EDGES) * height // width
            self.scene.setFixedHeight(max(135, min(wanted, self.height() - _ABOVE)))

    def _show_page(self) -> None:
        scene = self.scene or self._make_scene()
        if self._is_stale:
            self._is_stale = False
            scene.reload()
        page = self._page(self._record, scene) if self._record else self._home(scene)
        scene.setVisible(bool(page))
        self.none.setVisible(not page)
        self._tell()

    def _home(self, scene: KioskPreview) -> str:
        """The hall's first page, until a record is chosen."""
        return "home" if scene.set_page("home") else ""

    def _page(self, record: Record, scene: KioskPreview) -> str:
        """The first page that shows the record: its own, or its owner's."""
        own = _HOME.get(record.kind, f"{record.kind}:{record.slug}")
        if own and scene.set_page(own):
            return own
        for name in ("enterprise", "section", "gallery"):
            owner = getattr(record, name, None)
            found = self._desk.record(owner) if owner else None
            if found is not None and (page := self._page(found, scene)):
                return page
        return ""

    def _make_scene(self) -> KioskPreview:
        # 0.1 s that the window need not wait for.
        from PySide6.QtQuick import QQuickWindow, QSGRendererInterface  # noqa: PLC0415

        from hall_app.kiosk.preview import KioskPreview  # noqa: PLC0415

        # It stands inside a window of widgets, where the software renderer is as quick.
        if QQuickWindow.sceneGraphBackend() != "software":
            QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
        now = bootstrap.now
        self._release = WorkingRelease(self._desk.store, self._desk.vault, now=now)
        scene = KioskPreview(self._release, today=day_of(now()), parent=self)
        scene.set_size(*self._shape)
        scene.set_language(self._language)
        scene.help(self._helped)
        scene.page_shown.connect(self._offer_jump)
        self._stage.insertWidget(0, scene)
        self.scene = scene
        self._fit()
        return scene

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if any(kind is Kind.DISPLAY for kind, _ in changes.touched):
            self._offer_screens()
            self._turn()
        if self._release is not None:
            self._release.refresh(changes)
            self._is_stale = True
            self._later.start(_AFTER_MS)

    def show_screen(self, name: str) -> None:
        """Take the shape of a display by its id, or plainly "landscape" or "portrait"."""
        self.screens.setCurrentIndex(max(0, self.screens.findData(name)))
        self._turn()

    def help_visitors(self, helped: tuple[str, ...]) -> None:
        """Show the page as it is with these helps: "larger", "largest", "contrast", "low", "motion"."""
        self._helped = helped
        if self.scene is not None:
            self.scene.help(helped)
        tint(self.help, "state", "on" if helped else "")

    def _offer_screens(self) -> None:
        """Two plain shapes, and each display of the hall."""
        say, chosen = self._desk.say, self.screens.currentData()
        self.screens.clear()
        for name in _SHAPES:
            self.screens.addItem(say(f"preview-{name}"), name)
        for record in self._desk.store.all(Kind.DISPLAY):
            self.screens.addItem(self._desk.title_of(record), record.id)
        self.screens.setCurrentIndex(max(0, self.screens.findData(chosen)))

    def _turn(self, _at: int = 0) -> None:
        name = self.screens.currentData()
        display = self._desk.record(RecordId(name)) if name not in _SHAPES else None
        self._shape = _shape_of(display) if isinstance(display, Display) else _SHAPES[name]
        if self.scene is not None:
            self.scene.set_size(*self._shape)
            self._fit()
        self._tell()

    def _open_help(self) -> None:
        """A menu of what helps visitors read and reach."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes = QActionGroup(menu)
        for name in ("usual", "larger", "largest"):
            made = menu.addAction(self._desk.say(f"preview-{name}"))
            made.setActionGroup(sizes)
            made.setCheckable(True)
            is_usual = not {"larger", "largest"} & set(self._helped)
            made.setChecked(name in self._helped or (name == "usual" and is_usual))
            made.triggered.connect(partial(self._choose_size, name))
        menu.addSeparator()
        for name in _HELPS:
            made = menu.addAction(self._desk.say(f"preview-{name}"))
            made.setCheckable(True)
            made.setChecked(name in self._helped)
            made.triggered.connect(partial(self._switch, name))
        menu.popup(self.help.mapToGlobal(QPoint(0, self.help.height())))

    def _choose_size(self, name: str, _checked: object = None) -> None:
        others = tuple(one for one in self._helped if one in _HELPS)
        self.help_visitors(others if name == "usual" else (name, *others))

    def _switch(self, name: str, _checked: object = None) -> None:
        others = tuple(one for one in self._helped if one != name)
        self.help_visitors(others if name in self._helped else (*others, name))

    def _tell(self) -> None:
        say, (width, height) = self._desk.say, self._shape
        orientation = "landscape" if width >= height else "portrait"
        self.line.setText(
            say(
                "preview-line", tongue=say(f"short-{self._language}"),
                orientation=say(f"preview-{orientation}"), size=f"{width} × {height}",
            )
        )  # fmt: skip
        self.line.setVisible(self.scene is not None and not self.scene.isHidden())

    def _offer_jump(self, address: str) -> None:
        """A visitor's way inside the preview led to another record: offer to edit it."""
        self._found = self._at(address)
        is_other = bool(self._found) and (self._record is None or self._found != self._record.id)
        self.jump.setVisible(is_other)

    def _at(self, address: str) -> str:
        if ":" not in address:
            return ""
        try:
            return self._desk.store.resolve(address).id
        except UsageError:
            return ""

    def _jump(self) -> None:
        self.record_chosen.emit(self._found)

    def _tabs(self, names: dict[str, str], act: object, chosen: str) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        made: dict[str, QPushButton] = {}
        for name, words in names.items():
            made[name] = tab(words)
            made[name].setChecked(name == chosen)
            made[name].clicked.connect(partial(_call, act, name))
            group.addButton(made[name])
        return made

    @staticmethod
    def _row(tabs: dict[str, QPushButton]) -> QHBoxLayout:
        return row(*tabs.values(), spacing=0)


def _shape_of(display: Display) -> tuple[int, int]:
    """Its pixels as it hangs, width first."""
    long, short = max(display.width_px, display.height_px), min(display.width_px, display.height_px)
    return (short, long) if display.orientation is Orientation.PORTRAIT else (long, short)


def _call(act: object, name: str, _checked: object = None) -> None:
    assert callable(act)
    act(name)
