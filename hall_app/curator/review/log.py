"""审计: the log for the auditor, filtered, checked, and carried away as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hall_app.bootstrap import Hall
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.models.audit import COLUMNS, AuditModel, act_words
from hall_app.curator.parts import button, label, row, tint
from hall_app.editing import diary
from hall_app.publishing.anchor import anchor_faults
from hall_app.publishing.releases import ReleasesFolder
from hall_app.qt.tasks import Task
from hall_app.store import audit
from hall_app.store.connection import machine_failure

_SIZE = (1080, 660)
_MOST = 5000
_WIDTHS = {"at": 160, "who": 110, "act": 150, "subject": 250}


class AuditLog(QDialog):
    """Who did what, newest first, and whether the log is whole."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        say = desk.say
        self.setWindowTitle(say("audit"))
        self.resize(*_SIZE)
        self.words = QLineEdit()
        self.words.setPlaceholderText(say("audit-find"))
        self.words.setAccessibleName(say("audit-find"))
        self.words.setClearButtonEnabled(False)
        self.words.textChanged.connect(self.refresh)
        self.act = Combo(desk)
        self.act.setMinimumContentsLength(14)
        self.act.setAccessibleName(say("audit-act"))
        self.act.addItem(say("audit-all"), "")
        for act in desk.store.ask(audit.acts):
            self.act.addItem(act_words(desk, act), act)
        self.act.currentIndexChanged.connect(self.refresh)
        self.state = label("")
        self.state.setWordWrap(True)
        self.model = AuditModel(desk, self)
        self.table = self._table()
        self.count = label("", "meta")
        self.out = button(say("audit-export"), self._ask_where, tip=say("audit-export-tip"))
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(20, 16, 14, 12)
        down.setSpacing(10)
        down.addLayout(row(label(say("audit"), "title"), None, self.count))
        tools = row(self.words, self.act, self.out)
        tools.setStretch(0, 1)
        down.addLayout(tools)
        down.addWidget(self.table, 1)
        down.addLayout(row(self.state, None, button(say("close"), self.accept)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.addWidget(panel)
        self.refresh()
        desk.run(self, say("audit-checking"), _faults, self._show_faults)

    def refresh(self, *_: object) -> None:
        """Read the lines that are asked for."""
        words, act = self.words.text().strip(), self.act.currentData() or ""
        found = self._desk.store.ask(partial(audit.lines, limit=_MOST, words=words, act=act))
        self.model.show_lines(found)
        self.count.setText(self._desk.say("audit-count", count=len(found)))
        self.out.setEnabled(bool(found))

    def export(self, path: Path) -> None:
        """Write the lines that are shown as a table."""
        try:
            # A spreadsheet takes UTF-8 for what it is by the mark at its head.
            path.write_text(diary.as_csv(self.model.lines), "utf-8-sig", newline="")
        except OSError as problem:
            self._desk.tell_problem(machine_failure(problem, path))
            return
        self._desk.run(
            self, self._desk.say("audit-export"), partial(_tell, path.name), self._exported
        )

    def _table(self) -> QTableView:
        made = QTableView()
        made.setModel(self.model)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setAccessibleName(self._desk.say("audit"))
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(30)
        header = made.horizontalHeader()
        header.setHighlightSections(False)
        for at, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                made.setColumnWidth(at, _WIDTHS[name])
        header.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        return made

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self._desk.say("audit-export"), "audit.csv", "CSV (*.csv)"
        )
        if path:
            self.export(Path(path))

    def _exported(self, name: str) -> None:
        self._desk.tell(self._desk.say("audit-exported", name=name))
        self.refresh()

    def _show_faults(self, faults: tuple[str, ...]) -> None:
        say = self._desk.say
        tint(self.state, "tone", "error" if faults else "ok")
        self.state.setText(say("audit-broken", what=faults[0]) if faults else say("audit-whole"))


def _faults(hall: Hall, _task: Task) -> tuple[str, ...]:
    inside = hall.store.ask(lambda db: tuple(audit.faults(db)))
    return (*inside, *anchor_faults(hall.store, ReleasesFolder(hall.paths.releases)))


def _tell(name: str, hall: Hall, _task: Task) -> str:
    diary.tell(hall.store, "exported", author=hall.author, subject=name)
    return name
