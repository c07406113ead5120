"""The publishing workspace: what changed, a note, the passphrase, the result; and exports."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hall_app import bootstrap
from hall_app.curator.changed_since import ChangedSince
from hall_app.curator.desk import Desk
from hall_app.curator.exports import Exports
from hall_app.curator.labels import moment
from hall_app.curator.parts import button, label, row, rule
from hall_app.curator.progress import Progress
from hall_app.curator.publishing import Published, publish
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.domain.people import Role
from hall_app.domain.records import Release
from hall_app.publishing.releases import ReleasesFolder
from hall_app.publishing.trust.keys import has_keys

_MARGIN = 10


class PublishSpace(QWidget):
    """Publish the library as it stands, and carry what is published away."""

    record_chosen = Signal(str)
    problems_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._blocking = 0
        say = desk.say
        self.changed = ChangedSince(desk)
        self.changed.record_chosen.connect(self.record_chosen)
        self.last = label("", "meta")
        self.standing = button("", self.problems_wanted.emit, name="link", tip=say("preflight-tip"))
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(say("publish-note-hint"))
        self.note.setAccessibleName(say("publish-note"))
        self.note.setFixedHeight(92)
        self.note.setTabChangesFocus(True)
        self.passphrase = self._secret("publish-passphrase")
        self.again = self._secret("publish-passphrase-again")
        self.new_keys = label(say("publish-passphrase-new"), "note")
        self.new_keys.setWordWrap(True)
        self.again_label = label(say("publish-passphrase-again"), "label")
        self.go = button(
            say("publish-go"), self.publish, name="primary", tip=say("publish-tip"),
            keys="Ctrl+Return",
        )  # fmt: skip
        self.progress = Progress(desk)
        self.result = label("")
        self.result.setWordWrap(True)
        self.result.setProperty("tone", "ok")
        self.folder = button(say("publish-show"), self._show_folder, name="link")
        self.folder.hide()
        self.passphrase.returnPressed.connect(self.publish)
        self.again.returnPressed.connect(self.publish)
        self.exports = Exports(desk)
        across = QHBoxLayout(self)
        across.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        across.setSpacing(_MARGIN)
        across.addWidget(self.changed, 1)
        right = QVBoxLayout()
        right.setSpacing(_MARGIN)
        right.addWidget(self._panel())
        right.addWidget(self.exports)
        right.addStretch()
        across.addLayout(right, 1)
        desk.feed.changed.connect(self._follow)
        self._offer()

    def show_count(self, blocking: int, advice: int) -> None:
        """Know what stands in the way."""
        self._blocking = blocking
        say = self._desk.say
        words = say("publish-blocked", count=blocking) if blocking else say("publish-ready")
        more = f"　{say('problems-advice', count=advice)}" if advice else ""
        self.standing.setText(words + more)
        self._offer()

    def _offer(self) -> None:
        """Let publish who may; the button says why not."""
        may = self._desk.store.permit.may(Role.PUBLISHER)
        self.go.setEnabled(may and not self._blocking)
        self.go.setToolTip(self._desk.say("publish-tip" if may else "review-why-publisher"))

    def refresh(self) -> None:
        """Say what is out, and whether there are keys."""
        say = self._desk.say
        releases = [r for r in self._desk.store.all(Kind.RELEASE) if isinstance(r, Release)]
        newest = max(releases, key=lambda release: release.number, default=None)
        if newest is None:
            self.last.setText(say("publish-never"))
        else:
            when = _when(self._desk, newest.published_at)
            self.last.setText(
                say("publish-last", number=newest.number, when=when, author=newest.published_by)
            )
        is_new = not has_keys(self._desk.paths.keys)
        for part in (self.new_keys, self.again, self.again_label):
            part.setVisible(is_new)
        self._offer()
        self.changed.refresh()
        self.exports.offer(
            is_published=ReleasesFolder(self._desk.paths.releases).current_folder() is not None
        )

    def publish(self) -> None:
        """Sign and publish; the passphrase is forgotten at once."""
        words = self.passphrase.text()
        self.result.clear()
        self.folder.hide()
        if not self.again.isHidden() and words != self.again.text():
            self._desk.noticed.emit("error", self._desk.say("publish-passphrase-differs"), "")
            return
        self.passphrase.clear()
        self.again.clear()
        job = partial(publish, words, self.note.toPlainText())
        task = self._desk.run(self, self._desk.say("publish-working"), job, self._published)
        self.go.setEnabled(False)
        task.ended.connect(self._allow)
        self.progress.follow(task)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.note.setFocus()

    def _panel(self) -> QFrame:
        say = self._desk.say
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(20, 14, 20, 18)
        down.setSpacing(8)
        for part in (
            label(say("publish-title"), "title"), self.last, rule(),
            label(say("publish-note"), "label"), self.note, self.new_keys,
            label(say("publish-passphrase"), "label"), self.passphrase, self.again_label,
            self.again,
        ):  # fmt: skip
            down.addWidget(part)
        down.addSpacing(6)
        down.addLayout(row(self.go, self.standing, None))
        down.addWidget(self.progress)
        down.addLayout(row(self.result, self.folder, None))
        return panel

    def _secret(self, key: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(self._desk.say(key))
        return made

    def _published(self, done: Published) -> None:
        self.note.clear()
        self.result.setText(self._desk.say("publish-done", number=done.number))
        self.folder.show()
        self._desk.feed.publish(done.changes, self)

    def _allow(self) -> None:
        self.go.setEnabled(not self._blocking)

    def _show_folder(self) -> None:
        folder: Path = self._desk.paths.releases
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _follow(self, _changes: Changes, _initiator: object) -> None:
        if self.isVisible():
            self.refresh()


def _when(desk: Desk, published_at: str) -> str:
    return moment(desk, datetime.fromisoformat(published_at), bootstrap.now())
