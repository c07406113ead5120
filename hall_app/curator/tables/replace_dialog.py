"""Finding and replacing words: every place is seen and ticked before anything is changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.forms.tick import Tick
from hall_app.curator.parts import button, label, row
from hall_app.curator.tables.hits_model import HitsModel
from hall_app.curator.work_dialog import WorkDialog
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES
from hall_app.editing.batch import replace_hits
from hall_app.editing.finding import Hit, Sought, find
from hall_app.qt.tasks import Task

_SIZE = QSize(1040, 660)


class ReplaceDialog(WorkDialog):
    """Over the whole library, or over the records it is given."""

    def __init__(self, desk: Desk, parent: QWidget, ids: tuple[RecordId, ...] = ()) -> None:
        say = desk.say
        super().__init__(
            desk, parent, title=say("swap-title"), note=say("swap-find-tip"), size=_SIZE
        )
        self._ids = frozenset(ids)
        self.old, self.new = QLineEdit(), QLineEdit()
        self.kind, self.language = Combo(desk), Combo(desk)
        self.pattern, self.whole, self.case, self.script = (
            Tick(desk, say(f"swap-{name}")) for name in ("pattern", "whole", "case", "script")
        )
        self.search = button(say("swap-find"), self.list_hits, tip=say("swap-find-tip"))
        self.go = button(say("swap-go"), self.replace, name="primary", tip=say("swap-go-tip"))
        self.counts = label("", "meta")
        self.model = HitsModel(desk, self)
        self.model.ticked.connect(self._show_counts)
        self.view = QTableView()
        self._lay_out()
        self.old.returnPressed.connect(self.list_hits)
        self.new.returnPressed.connect(self.list_hits)
        self.search.setAutoDefault(False)
        self.go.setAutoDefault(False)
        self.allow()
        self.old.setFocus()

    def list_hits(self) -> None:
        """List every place."""
        if self.task is None:
            job = partial(_find, self._sought(), self.new.text())
            self.work("swap-working", job, self._found)

    def replace(self) -> None:
        """Put the new words in every ticked place, as one step."""
        self.work("batch-working", partial(_replace, self.model.chosen), self._replaced)

    def allow(self) -> None:
        self.search.setEnabled(self.task is None)
        self.go.setEnabled(self.task is None and bool(self.model.chosen))

    def _sought(self) -> Sought:
        kind, language = self.kind.currentData(), self.language.currentData()
        return Sought(
            words=self.old.text(), is_pattern=self.pattern.isChecked(), is_whole=self.whole.isChecked(),
            ignores_case=self.case.isChecked(), ignores_script=self.script.isChecked(),
            kinds=frozenset([Kind(kind)] if kind else []),
            languages=frozenset([language] if language else []), ids=self._ids,
        )  # fmt: skip

    def _lay_out(self) -> None:
        say = self._desk.say
        for line, key in ((self.old, "swap-old"), (self.new, "swap-new")):
            line.setPlaceholderText(say(key))
            line.setAccessibleName(say(key))
        self.kind.addItem(say("swap-kind-all"), None)
        self.kind.setAccessibleName(say("table-kind"))
        for kind in Kind:
            if kind is not Kind.RELEASE:
                self.kind.addItem(say(f"kinds-{kind}"), kind)
        self.language.addItem(say("swap-language-all"), "")
        self.language.setAccessibleName(say("language"))
        for language in LANGUAGES:
            self.language.addItem(say(f"language-{language}"), language)
        for combo in (self.kind, self.language):
            combo.setMinimumWidth(150)
        view = self.view
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(30)
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setHighlightSections(False)
        view.setColumnWidth(0, 240)
        view.setColumnWidth(1, 170)
        self.body.addLayout(row(self.old, self.new, self.search))
        self.body.addLayout(
            row(self.kind, self.language, self.script, self.case, self.whole, self.pattern, None)
        )
        self.body.addWidget(view, 1)
        self.end_body()
        self.body.addLayout(
            row(self.counts, None, button(say("table-close"), self.reject), self.go)
        )

    def _found(self, hits: tuple[Hit, ...]) -> None:
        self.model.show_hits(hits)
        if not hits:
            self.say_it(self._desk.say("swap-none"), "warn")

    def _show_counts(self) -> None:
        hits = self.model.hits
        self.counts.setText(
            self._desk.say(
                "swap-count",
                records=len({hit.record_id for hit in hits}),
                count=len(hits),
                ticked=len(self.model.chosen),
            )
        )
        self.allow()

    def _replaced(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        self.model.show_hits(())
        self.say_step(self._desk.say("swap-done", count=len(changes.touched)))


def _find(sought: Sought, replacement: str, hall: Hall, task: Task) -> tuple[Hit, ...]:
    return find(hall.store, sought, replacement, on_progress=task.report)


def _replace(hits: tuple[Hit, ...], hall: Hall, task: Task) -> Changes:
    return replace_hits(hall.store, hits, author=hall.author, on_progress=task.report)
