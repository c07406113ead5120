"""The line above the canvas: what is shown of the timeline, and where to look."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.parts import row, tint, tool, with_keys
from hall_app.curator.timeline.book import Wanted
from hall_app.domain.kinds import Kind
from hall_app.domain.reckoning import ordinal
from hall_app.editing import dates
from hall_app.errors import InvalidRecord


class Filters(QWidget):
    """Words, gallery, importance, and a day to go to."""

    # What should be on the canvas.
    wanted = Signal(Wanted)
    # A day to bring into the middle.
    jumped = Signal(float)
    zoomed = Signal(float)
    whole_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.say
        self.search = _line(say("timeline-find"), 190)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        self.search.textChanged.connect(self._begin)
        self.gallery = Combo(desk)
        self.gallery.setAccessibleName(say("filter-gallery"))
        self.gallery.setToolTip(say("filter-gallery"))
        self.gallery.setMinimumContentsLength(9)
        self.gallery.addItem(say("timeline-every-gallery"), None)
        for one in desk.store.all(Kind.GALLERY):
            self.gallery.addItem(desk.title_of(one), one.id)
        self.importance = Combo(desk)
        self.importance.setAccessibleName(say("field-importance"))
        self.importance.setToolTip(say("field-importance"))
        self.importance.setMinimumContentsLength(9)
        for least in (1, 2, 3):
            self.importance.addItem(say(f"timeline-rank-{least}"), least)
        for combo in (self.gallery, self.importance):
            combo.activated.connect(self._begin)
        self.jump = _line(say("timeline-jump"), 150)
        self.jump.setToolTip(with_keys(say("timeline-jump-tip"), "Ctrl+G"))
        self.jump.returnPressed.connect(self._jump)
        self.jump.textEdited.connect(self._forgive)
        self.nearer = tool(
            desk, "magnifying-glass-plus", with_keys(say("timeline-nearer"), "+"), self._near
        )
        self.farther = tool(
            desk, "magnifying-glass-minus", with_keys(say("timeline-farther"), "−"), self._far
        )
        self.whole = tool(
            desk,
            "arrows-out-line-horizontal",
            with_keys(say("timeline-whole"), "Home"),
            self.whole_wanted.emit,
        )
        across = row(
            self.search, self.gallery, self.importance, None, self.jump,
            self.farther, self.nearer, self.whole,
        )  # fmt: skip
        self.setLayout(across)

    def _begin(self, *_: object) -> None:
        self._soon.start()

    def _tell(self) -> None:
        self.wanted.emit(
            Wanted(
                self.gallery.currentData(),
                self.importance.currentData(),
                self.search.text().strip(),
            )
        )

    def _jump(self) -> None:
        try:
            date = dates.parse(self.jump.text())
        except InvalidRecord:
            tint(self.jump, "state", "wrong")
            self._desk.noticed.emit("error", self._desk.say("date-unknown"), "")
            return
        self.jumped.emit(float(ordinal(date.earliest)))

    def _forgive(self, _words: str) -> None:
        tint(self.jump, "state", "")

    def _near(self) -> None:
        self.zoomed.emit(1.5)

    def _far(self) -> None:
        self.zoomed.emit(1 / 1.5)


def _line(words: str, width: int) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(words)
    made.setAccessibleName(words)
    made.setMinimumWidth(width - 40)
    made.setMaximumWidth(width)
    made.setClearButtonEnabled(False)
    return made
