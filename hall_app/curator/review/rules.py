"""审校规则: how many reviews, with or without proofreading, for which kinds and galleries."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.forms.tick import Tick
from hall_app.curator.labels import kind_label
from hall_app.curator.parts import button, label, row, rule
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.people import Role
from hall_app.domain.review import MOST_REVIEWS, Chain
from hall_app.editing import review
from hall_app.errors import HallError
from hall_app.qt.tasks import Task
from hall_app.store import people

_SIZE = (640, 640)
_AS_ELSEWHERE = -1
_MINUTES = (0, 5, 15, 30, 60)
_REVIEWED = tuple(kind for kind in Kind if kind not in (Kind.DISPLAY, Kind.RELEASE))


class Rules(QDialog):
    """The chain of this hall; only an administrator sets it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        say, now = desk.say, desk.store.ask(people.chain)
        self.setWindowTitle(say("rules"))
        self.resize(*_SIZE)
        self.reviews = self._number(now.reviews)
        self.proofs = Tick(desk, say("rules-proofs"))
        self.proofs.setChecked(now.has_proofs)
        self.own = Tick(desk, say("rules-own"))
        self.own.setChecked(now.may_pass_own)
        self.takes_present = Tick(desk, say("rules-take-present"))
        self.takes_present.setToolTip(say("rules-take-present-tip"))
        self.takes_present.setChecked(not now.is_set)
        self.idle = Combo(desk)
        self.idle.setMinimumContentsLength(12)
        for minutes in dict.fromkeys((*_MINUTES, now.idle_minutes)):
            words = say("rules-minutes", count=minutes) if minutes else say("rules-never")
            self.idle.addItem(words, minutes)
        self.idle.setCurrentIndex(self.idle.findData(now.idle_minutes))
        self.kinds = {kind: self._number(dict(now.kinds).get(kind), own=True) for kind in _REVIEWED}
        self.galleries = {
            one.id: self._number(dict(now.galleries).get(one.id), own=True)
            for one in desk.store.all(Kind.GALLERY)
        }
        self.told = label("", "understood")
        self.told.setWordWrap(True)
        self.keep = button(say("rules-keep"), self.save, name="primary")
        may = desk.store.permit.may(Role.ADMINISTRATOR)
        self.keep.setEnabled(may)
        self.keep.setToolTip("" if may else say("review-why-administrator"))
        self._lay_out()

    def save(self) -> None:
        """Set the chain."""
        chain = Chain(
            reviews=self.reviews.currentData(),
            has_proofs=self.proofs.isChecked(),
            may_pass_own=self.own.isChecked(),
            kinds=tuple((k, n) for k, one in self.kinds.items() if (n := _chosen(one)) is not None),
            galleries=tuple(
                (RecordId(g), n)
                for g, one in self.galleries.items()
                if (n := _chosen(one)) is not None
            ),
            idle_minutes=self.idle.currentData(),
        )
        job = partial(_set, chain, self.takes_present.isChecked())
        self._desk.tasks.run(self._desk.say("rules"), job, then=self._saved, failed=self._refused)

    def _lay_out(self) -> None:
        desk, say = self._desk, self._desk.say
        inside = QWidget()
        inside.setObjectName("form")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, 200)
        lines: list[tuple[str, Combo]] = [(say("rules-reviews"), self.reviews)]
        lines += [
            (desk.title_of(one), self.galleries[one.id]) for one in desk.store.all(Kind.GALLERY)
        ]
        lines += [(kind_label(desk, kind), one) for kind, one in self.kinds.items()]
        for at, (words, combo) in enumerate(lines):
            named = label(words, "" if at else "label")
            named.setBuddy(combo)
            combo.setAccessibleName(words)
            grid.addWidget(named, at, 0)
            grid.addWidget(combo, at, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        note = label(say("rules-note"), "note")
        note.setWordWrap(True)
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(24, 18, 14, 14)
        down.setSpacing(8)
        down.addWidget(label(say("rules"), "title"))
        down.addWidget(note)
        down.addWidget(scroll, 1)
        down.addWidget(rule())
        for part in (self.proofs, self.own, self.takes_present):
            down.addWidget(part)
        down.addLayout(row(label(say("rules-idle"), "label"), self.idle, None))
        down.addWidget(self.told)
        down.addLayout(row(None, button(say("close"), self.reject), self.keep))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(panel)

    def _number(self, chosen: int | None, *, own: bool = False) -> Combo:
        """How many reviews; with `own`, also as everywhere else."""
        made = Combo(self._desk)
        if own:
            made.addItem(self._desk.say("rules-as-elsewhere"), _AS_ELSEWHERE)
        for number in range(MOST_REVIEWS + 1):
            made.addItem(self._desk.say(f"rules-{number}"), number)
        made.setCurrentIndex(made.findData(_AS_ELSEWHERE if chosen is None else chosen))
        return made

    def _saved(self, _nothing: None) -> None:
        self._desk.tell(self._desk.say("rules-kept"))
        self._desk.feed.look()
        self.accept()

    def _refused(self, problem: HallError) -> None:
        self.told.setProperty("state", "wrong")
        self.told.style().polish(self.told)
        self.told.setText(" ".join(self._desk.problem_words(problem)).strip())


def _chosen(combo: Combo) -> int | None:
    number: int = combo.currentData()
    return None if number == _AS_ELSEWHERE else number


def _set(chain: Chain, takes_present: bool, hall: Hall, _task: Task) -> None:  # noqa: FBT001 (a partial's argument)
    review.set_chain(hall.store, chain, takes_present=takes_present, author=hall.author)
