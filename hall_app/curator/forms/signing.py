"""The dialog that records a signed proof: who, when, how far, until when, and which revision."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.labels import field_label
from hall_app.curator.parts import label
from hall_app.curator.proofs import sign_off
from hall_app.curator.question import Question
from hall_app.domain.changes import Changes
from hall_app.domain.dates import Day
from hall_app.domain.ids import RecordId
from hall_app.domain.records.enterprise import Authorisation, Enterprise
from hall_app.editing import dates
from hall_app.errors import HallError, InvalidRecord
from hall_app.publishing.revisions import standing
from hall_app.publishing.signoff import SignOff
from hall_app.qt.tasks import Task

_LINES = ("given_by", "given_on", "scope", "until")


class SignOffDialog(Question):
    """Closes when the library has it; what is wrong is said in place and nothing is lost."""

    def __init__(self, desk: Desk, parent: QWidget, enterprise: Enterprise) -> None:
        title = desk.say("sign-off-title", name=desk.title_of(enterprise))
        super().__init__(desk, parent, title, width=560)
        self._enterprise = enterprise
        note = label(desk.say("sign-off-note"), "note")
        note.setWordWrap(True)
        self.body.addWidget(note)
        now = standing(desk.store, enterprise).number
        self.revision = self._line(desk.say("proof-revision"), now)
        self.revision.setToolTip(desk.say("sign-off-revision-tip"))
        paper = enterprise.authorisation or Authorisation()
        self.lines = {
            name: self._line(field_label(desk, name, "authorisation"), _words(paper, name))
            for name in _LINES
        }
        for name in ("given_on", "until"):
            self.lines[name].setPlaceholderText("2026-03-01")
        self.told = label(name="understood")
        self.told.setProperty("state", "wrong")
        self.told.setWordWrap(True)
        self.told.hide()
        self.body.addWidget(self.told)
        self.add_way(desk.say("cancel"), self.reject)
        self.go = self.add_way(desk.say("proof-record"), self.record_it, name="primary")
        self.lines["given_by"].setFocus()
        self.adjustSize()

    def record_it(self) -> None:
        """Record it, if the days can be read."""
        try:
            signoff = SignOff(
                given_by=self.lines["given_by"].text(),
                given_on=_day(self.lines["given_on"].text()),
                scope=self.lines["scope"].text(),
                until=_day(self.lines["until"].text()),
                scan=(self._enterprise.authorisation or Authorisation()).scan,
                revision=self.revision.text(),
            )
        except InvalidRecord:
            self._complain(self._desk.say("day-unknown"))
            return
        self.go.setEnabled(False)
        job = partial(_sign_off, self._enterprise.id, signoff)
        self._desk.tasks.run(
            self._desk.say("proof-record"), job, then=self._done, failed=self._refused
        )

    def _line(self, words: str, text: str) -> QLineEdit:
        name = label(words, "label")
        made = QLineEdit(text)
        made.setAccessibleName(words)
        made.setToolTip(words)
        name.setBuddy(made)
        self.body.addWidget(name)
        self.body.addWidget(made)
        return made

    def _done(self, changes: Changes) -> None:
        self._desk.feed.publish(changes, self)
        self._desk.tell(self._desk.say("sign-off-done"))
        self.accept()

    def _refused(self, problem: HallError) -> None:
        self.go.setEnabled(True)
        self._complain(" ".join(self._desk.problem_words(problem)).strip())

    def _complain(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()


def _sign_off(enterprise_id: RecordId, signoff: SignOff, hall: Hall, _task: Task) -> Changes:
    return sign_off(enterprise_id, signoff, hall)


def _words(paper: Authorisation, name: str) -> str:
    held = getattr(paper, name)
    return str(held) if held and name in {"given_by", "scope"} else ""


def _day(words: str) -> Day | None:
    """The day that words say.

    Raises:
        InvalidRecord: They say none.
    """
    if not words.strip():
        return None
    date = dates.parse(words)
    if date.earliest != date.latest:
        raise InvalidRecord(
            f"“{words}” is no day.", "Write 2026-03-01.", subject=words, code="no-day"
        )
    return Day(*date.earliest)
