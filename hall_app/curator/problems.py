"""The problems list: ● blocks publishing, ○ advises, each with one verb; always up to date."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeView, QVBoxLayout

from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.empty import Empty
from hall_app.curator.inspection import Inspection, Underway
from hall_app.curator.mending import accept, measure, remedy
from hall_app.curator.models.problems import PROBLEM, VERB, WHAT, ProblemModel
from hall_app.curator.parts import button, label, row
from hall_app.curator.problem_delegate import ProblemDelegate
from hall_app.curator.progress import Progress
from hall_app.curator.side import SidePanel
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.publishing.problem import Problem, name_of_verb
from hall_app.publishing.report import Grouping, Query, Report
from hall_app.publishing.rules.catalogue import VERBS
from hall_app.publishing.rules.view import Found

_AFTER_MS = 120
_FIRST_MS = 600
_WORDS_AFTER_MS = 250
_FEW = 30
_ELSEWHERE = frozenset({"make", "replace"})
_CAPTIONS = {
    Grouping.RULE: "problems-by-rule",
    Grouping.GALLERY: "problems-by-gallery",
    Grouping.RECORD: "problems-by-record",
}


class Problems(SidePanel):
    """Follows every edit on the worker; a click leads to the field, the verb mends."""

    # A record and the dotted path of the field to mend.
    mend_wanted = Signal(str, str)
    # A medium that another file would mend; a kind of which there is none yet.
    file_wanted = Signal(str)
    make_wanted = Signal(str)
    # How many block and how many advise.
    counted = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "problems")
        self._desk = desk
        self._inspection = Inspection()
        self._touched: set[RecordId] = set()
        self._record = RecordId("")
        self._jobs = 0
        self._is_passing = False
        self.blocking = 0
        say = desk.say
        self.told = label(say("problems-checking"), "meta")
        self.score = label("", "meta")
        self.score.setToolTip(say("problems-score-tip"))
        self.grouping = Combo(desk)
        for grouping, key in _CAPTIONS.items():
            self.grouping.addItem(say(key), grouping)
        self.grouping.setMinimumContentsLength(9)
        self.grouping.setAccessibleName(say("problems-grouping"))
        self.grouping.setToolTip(say("problems-grouping"))
        self.grouping.activated.connect(self._ask)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("problems-search"))
        self.search.setAccessibleName(say("problems-search"))
        self.search.setClearButtonEnabled(True)
        self.model = ProblemModel(desk, self)
        self.table = self._make_table()
        self.progress = Progress(desk)
        self.none = Empty(say("problems-none"))
        self.none.hide()
        self.because = QLineEdit()
        self.because.setPlaceholderText(say("ruling-because"))
        self.because.setAccessibleName(say("ruling-because"))
        self.because.returnPressed.connect(self.accept_advice)
        self.rule = button(say("ruling-accept"), self.accept_advice, tip=say("ruling-accept-tip"))
        self.whole = label("", "note")
        self.whole.setWordWrap(True)
        for part in (self.whole, self.because, self.rule):
            part.hide()
        self._lay_out()
        self._first = self._timer(_FIRST_MS, self.check)
        self._later = self._timer(_AFTER_MS, self._look_again)
        self._typed = self._timer(_WORDS_AFTER_MS, self._ask)
        self.search.textChanged.connect(self._type)
        desk.feed.changed.connect(self._follow)

    @property
    def is_waiting(self) -> bool:
        """Whether it has yet to follow the last edit."""
        is_due = self._first.isActive() or self._later.isActive()
        return is_due or self._is_passing or self._jobs > 0

    @property
    def query(self) -> Query:
        """What is to be shown."""
        # A combo gives back the words of an enumeration, no member of it.
        grouping = Grouping(self.grouping.currentData())
        return Query(grouping, self.search.text(), self._record, self._desk.language)

    def check(self) -> None:
        """Look at everything anew."""
        self._first.stop()
        self._is_passing = True
        self._run(self._inspection.begin)

    def check_soon(self) -> None:
        """Look at everything anew once the window stands."""
        self._first.start()

    def leave(self) -> None:
        """Look no more; the library may be closed after."""
        self._first.stop()
        self._later.stop()

    def show_record(self, record_id: str) -> None:
        """Know which record is open."""
        if record_id != self._record:
            self._record = RecordId(record_id)
            self._ask()

    def show_report(self, told: Report) -> None:
        """Show what was found."""
        say, query = self._desk.say, self.query
        self.model.show_report(told, query.grouping)
        self._unfold()
        self.blocking = told.blocking
        counts = (
            say("problems-blocking", count=told.blocking),
            say("problems-advice", count=told.advice),
        )
        is_clear = not told.blocking and not told.advice
        self.told.setText("" if is_clear else "　".join(counts))
        self.score.setText(
            "" if told.score is None else say("problems-score", percent=int(told.score * 100))
        )
        self.table.setVisible(bool(told.groups))
        self.none.setVisible(not told.groups)
        self.none.words.setText(say("problems-none" if is_clear else "problems-none-here"))
        self._offer_ruling()
        self.counted.emit(told.blocking, told.advice)

    def take_misfits(self, record_id: str, found: tuple[Found, ...]) -> None:
        """Know what of a record was seen not to fit on its page."""
        self._run(partial(self._inspection.take_misfits, RecordId(record_id), found))

    def act(self, problem: Problem) -> None:
        """Do what the verb says, or lead to where it is done."""
        match problem.verb:
            case "make":
                self.make_wanted.emit(str(Kind.HALL))
            case "replace":
                self.file_wanted.emit(problem.id)
            case "measure":
                self._measure(problem.id)
            case _:
                record = self._desk.record(problem.id)
                job = remedy(problem, record) if record else None
                if job is None:
                    self.mend_wanted.emit(problem.id, problem.field)
                else:
                    self._desk.change(problem.code, job, by=self)

    def lead(self, problem: Problem) -> None:
        """Lead to the field; where no hand writes in it, to what mends it."""
        if problem.verb in _ELSEWHERE:
            self.act(problem)
        else:
            self.mend_wanted.emit(problem.id, problem.field)

    def accept_advice(self) -> None:
        """Rule that the chosen advice need not be followed, with the reason that was typed."""
        problem, because = self._chosen, self.because.text().strip()
        if problem is None or problem.blocks:
            return
        if not because:
            self.because.setFocus()
            return
        self.because.clear()
        self._desk.change("Accept advice", partial(accept, problem, because), by=self)
        self.table.setFocus()

    @property
    def _chosen(self) -> Problem | None:
        index = self.table.currentIndex()
        found: Problem | None = index.data(PROBLEM) if index.isValid() else None
        return found

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 10, 8, 8)
        down.setSpacing(8)
        down.addLayout(row(self.heading, self.told, None, self.score))
        across = row(self.grouping, self.search)
        across.setStretch(1, 1)
        down.addLayout(across)
        down.addWidget(self.progress)
        down.addWidget(self.table, 1)
        down.addWidget(self.none, 1)
        down.addWidget(self.whole)
        down.addLayout(row(self.because, self.rule))

    def _make_table(self) -> QTreeView:
        table = QTreeView(self)
        table.setModel(self.model)
        table.setAccessibleName(self._desk.say("problems"))
        table.setHeaderHidden(True)
        table.setRootIsDecorated(False)
        table.setIndentation(0)
        table.setExpandsOnDoubleClick(False)
        table.setIconSize(QSize(14, 14))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(44)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VERB, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(VERB, self._widest_verb(table))
        # A name that has more or less room takes fewer or more lines.
        header.sectionResized.connect(table.scheduleDelayedItemsLayout)
        table.setItemDelegate(ProblemDelegate(self._desk, table))
        table.activated.connect(self._activate)
        table.clicked.connect(self._press)
        table.expanded.connect(partial(self._fold, is_open=True))
        table.collapsed.connect(partial(self._fold, is_open=False))
        table.selectionModel().currentChanged.connect(self._choose)
        return table

    def _widest_verb(self, table: QTreeView) -> int:
        metrics = QFontMetrics(table.font())
        language = self._desk.language
        return 16 + max(
            metrics.horizontalAdvance(name_of_verb(verb, language)) for verb in set(VERBS.values())
        )

    def _timer(self, after_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(act)
        return timer

    def _run(self, job: object) -> None:
        assert callable(job)
        self._jobs += 1
        said = self._desk.say("problems-checking")
        self._desk.run(self, said, partial(job, self.query), self._take)

    def _take(self, told: Report | Underway) -> None:
        self._jobs -= 1
        match told:
            case Report():
                self._is_passing = False
                self.show_report(told)
            case Underway(done=done, total=total) if self._is_passing and not self._jobs:
                percent = done * 100 // max(1, total)
                self.told.setText(self._desk.say("problems-underway", percent=percent))
                self._run(self._inspection.go_on)
            case Underway():
                pass

    def _measure(self, record_id: RecordId) -> None:
        said = self._desk.say("problems-measuring")
        self.progress.follow(
            self._desk.run(self, said, partial(measure, record_id), self._measured)
        )

    def _measured(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)

    def _look_again(self) -> None:
        touched = frozenset(self._touched)
        self._touched.clear()
        self._run(partial(self._inspection.follow, touched))

    def _ask(self, _chosen: object = None) -> None:
        if not self._is_passing:
            self._run(self._inspection.tell)

    def _type(self, _words: str) -> None:
        self._typed.start()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        self._touched |= changes.ids
        self._later.start()

    def _unfold(self) -> None:
        """Few problems are told at once; of many, those of the groups that were opened."""
        groups = self.model.groups
        is_few = sum(len(group.problems) for group in groups) <= _FEW or len(groups) == 1
        for place, group in enumerate(groups):
            is_open = is_few or group.key in self.model.open
            self.table.setExpanded(self.model.index(place, 0), is_open)
        for place in range(len(groups)):
            self.table.setFirstColumnSpanned(
                place, QModelIndex(), self.model.grouping is not Grouping.GALLERY
            )

    def _fold(self, index: QModelIndex, *, is_open: bool) -> None:
        self.model.fold(index.row(), is_open=is_open)

    def _press(self, index: QModelIndex) -> None:
        problem: Problem | None = index.data(PROBLEM)
        if problem is None:
            group = index.siblingAtColumn(0)
            self.table.setExpanded(group, not self.table.isExpanded(group))
        elif index.column() == VERB:
            self.act(problem)
        else:
            self.lead(problem)

    def _activate(self, index: QModelIndex) -> None:
        """Enter leads to the field; on a group it opens or folds it."""
        problem: Problem | None = index.data(PROBLEM)
        if problem is None:
            self._press(index)
        else:
            self.act(problem)

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._offer_ruling()

    def _offer_ruling(self) -> None:
        problem = self._chosen
        is_advice = problem is not None and not problem.blocks
        self.whole.setText(self.model.wrong_with(problem) if problem else "")
        self.whole.setVisible(problem is not None)
        for part in (self.because, self.rule):
            part.setVisible(is_advice)
