"""An enterprise's leave: how it stands, what changed since it was signed, and the ways to renew it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from hall_app import bootstrap
from hall_app.curator.desk import Desk
from hall_app.curator.forms.fields import Maker
from hall_app.curator.forms.signing import SignOffDialog
from hall_app.curator.forms.spec import Spec
from hall_app.curator.forms.values import ValueEditor
from hall_app.curator.parts import button, label, row, tint
from hall_app.curator.progress import Progress
from hall_app.curator.proofs import keep_scan, write_proof
from hall_app.domain.dates import Day
from hall_app.domain.records.enterprise import Authorisation, Enterprise
from hall_app.domain.records.record import Record
from hall_app.publishing.proof.gathering import name_of
from hall_app.publishing.reading import day_of
from hall_app.publishing.revisions import standing
from hall_app.publishing.signed import changed_since

_SOON_DAYS = 90
_NAMED = 6


class AuthorisationEditor(ValueEditor):
    """The fields of the paper, and above them what they come to today; a scan is dropped in."""

    def __init__(
        self, desk: Desk, spec: Spec, parent: QWidget | None = None, *, make: Maker
    ) -> None:
        super().__init__(desk, spec, parent, make=make)
        say = desk.say
        self._enterprise: Enterprise | None = None
        self.state = label(parent=self)
        self.state.setWordWrap(True)
        self.changed = label(parent=self, name="note")
        self.changed.setWordWrap(True)
        self.proof = button(say("proof-make"), self._ask_where, tip=say("proof-make-tip"))
        self.sign = button(say("proof-record"), self.ask_signoff, tip=say("proof-record-tip"))
        self.scan = button(say("scan-add"), self._ask_scan, name="link", tip=say("scan-add-tip"))
        self.progress = Progress(desk)
        self.body.insertWidget(1, self.state)
        self.body.insertWidget(2, self.changed)
        self.body.insertLayout(3, row(self.proof, self.sign, None, self.scan))
        self.body.insertWidget(4, self.progress)
        self.body.insertSpacing(5, 6)
        self.setAcceptDrops(True)

    def meet(self, record: Record) -> None:
        self._enterprise = record if isinstance(record, Enterprise) else None

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        words, tone = state_of(self.desk, value, day_of(bootstrap.now()))
        self.state.setText(words)
        tint(self.state, "tone", tone)
        told = self._changed_words(value)
        self.changed.setText(told)
        self.changed.setVisible(bool(told))

    def ask_signoff(self) -> SignOffDialog | None:
        """Ask what stands on the signed paper, and record it."""
        if self._enterprise is None:
            return None
        self.flush()
        dialog = SignOffDialog(self.desk, self.window(), self._enterprise)
        dialog.open()
        return dialog

    def make_proof(self, out: Path) -> None:
        """Write the proof in the background."""
        if self._enterprise is None:
            return
        self.flush()
        job = partial(write_proof, self._enterprise.id, out, self.desk.language)
        self.progress.follow(self.desk.run(self, self.desk.say("proof-making"), job, self._made))

    def take_scan(self, path: Path) -> None:
        """Keep a file as the signed paper; no release ever holds it."""
        if self._enterprise is not None:
            self.desk.change("scan", partial(keep_scan, self._enterprise.id, path), by=None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(one.isLocalFile() for one in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [one.toLocalFile() for one in event.mimeData().urls() if one.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_scan(Path(files[0]))

    def _changed_words(self, paper: Authorisation | None) -> str:
        firm = self._enterprise
        if paper is None or not paper.signed or firm is None:
            return ""
        store = self.desk.store
        paths = changed_since(paper.signed, standing(store, firm).contents)
        if not paths:
            return self.desk.say("signed-same")
        names = [name_of(store, firm, one, self.desk.language) for one in paths[:_NAMED]]
        more = (
            self.desk.say("signed-more", count=len(paths) - _NAMED) if len(paths) > _NAMED else ""
        )
        return self.desk.say("signed-changed", fields="；".join((*names, more)).rstrip("；"))

    def _made(self, path: Path) -> None:
        self.desk.tell(self.desk.say("proof-made", path=str(path)))

    def _ask_where(self) -> None:
        if self._enterprise is None:
            return
        name = f"{self.desk.title_of(self._enterprise)} {self.desk.say('proof-title')}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.desk.say("proof-make"), name, "PDF (*.pdf);;HTML (*.html)"
        )
        if chosen:
            path = Path(chosen)
            self.make_proof(path if path.suffix else path.with_suffix(".pdf"))

    def _ask_scan(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.desk.say("scan-add"))
        if chosen:
            self.take_scan(Path(chosen))


def state_of(desk: Desk, paper: Authorisation | None, today: Day) -> tuple[str, str]:
    """What an authorisation comes to on a day, and the tone to say it in."""
    if paper is None or not (paper.given_by or paper.given_on or paper.until):
        return desk.say("leave-none"), "warn"
    if paper.until is None:
        return desk.say("leave-open"), "ok"
    days = _days(paper.until) - _days(today)
    if days < 0:
        return desk.say("leave-over", day=paper.until), "error"
    if days < _SOON_DAYS:
        return desk.say("leave-ending", day=paper.until, count=days), "warn"
    return desk.say("leave-until", day=paper.until), "ok"


def _days(day: Day) -> int:
    return date(day.year, day.month, day.day).toordinal()
