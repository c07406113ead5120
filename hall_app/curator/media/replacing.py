"""Another file for a medium: both looked at side by side, and each use asked whether it goes along."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.tick import Tick
from hall_app.curator.labels import path_label
from hall_app.curator.media.side_by_side import SideBySide, as_read, is_of_another_medium
from hall_app.curator.parts import label
from hall_app.curator.question import Question
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import Media
from hall_app.editing import media_files
from hall_app.media.ingest import Ingested, ingest
from hall_app.qt.tasks import Task

_MOST_SHOWN = 200
_USES_HEIGHT = 190


class Replacing(Question):
    """Shows the old and the new file; a use that is not ticked keeps the old one."""

    def __init__(self, desk: Desk, parent: QWidget, media: Media, found: Ingested) -> None:
        title = desk.say("replace-title", name=desk.title_of(media))
        super().__init__(desk, parent, title, width=760)
        self._media, self._found = media, found
        self.body.addWidget(SideBySide(desk, media, as_read(found)), 1)
        self.warning: QLabel = label(self._warnings())
        self.warning.setProperty("tone", "warn")
        self.warning.setWordWrap(True)
        self.warning.setVisible(bool(self.warning.text()))
        self.body.addWidget(self.warning)
        self.uses: dict[tuple[RecordId, str], Tick] = {}
        self._list_uses()
        self.add_way(desk.say("cancel"), self.reject)
        self.go = self.add_way(desk.say("replace-go"), self._replace, name="primary")
        self.go.setEnabled(found.sha256 != media.sha256)

    def _list_uses(self) -> None:
        say = self._desk.say
        found = self._desk.store.references_to(self._media.id)
        words = say("replace-uses", count=len(found)) if found else say("used-nowhere")
        self.body.addWidget(label(words, "heading"))
        if not found:
            return
        held = QWidget()
        held.setObjectName("form")
        down = QVBoxLayout(held)
        down.setContentsMargins(4, 2, 4, 2)
        down.setSpacing(0)
        for use in found[:_MOST_SHOWN]:
            record = self._desk.record(use.from_id)
            name = self._desk.title_of(record) if record else use.from_id
            where = path_label(self._desk, use.from_kind, use.path)
            tick = Tick(self._desk, f"{name}　·　{say(f'kind-{use.from_kind}')}　·　{where}")
            tick.setChecked(True)
            self.uses[use.from_id, use.path] = tick
            down.addWidget(tick)
        down.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(held)
        area.setFixedHeight(min(_USES_HEIGHT, 12 + 32 * len(self.uses)))
        self.body.addWidget(area)
        self.body.addWidget(label(say("replace-uses-tip"), "note"))

    def _warnings(self) -> str:
        say, old, new = self._desk.say, self._media, self._found.probe
        told = []
        if self._found.sha256 == old.sha256:
            told.append(say("replace-same"))
        if is_of_another_medium(old, self._found):
            told.append(say("replace-other-medium"))
        elif new.width * new.height < old.width * old.height:
            told.append(say("replace-smaller"))
        if old.tracks:
            told.append(say("replace-tracks", count=len(old.tracks)))
        return " ".join(told)

    def _replace(self) -> None:
        keep = tuple(use for use, tick in self.uses.items() if not tick.isChecked())
        job = partial(_replace, self._media.id, self._found, keep)
        self._desk.change(self._desk.say("media-replace"), job, by=self.parent())
        self.accept()


def read_file(path: Path, hall: Hall, _task: Task) -> Ingested:
    """Read a file on the worker thread; no record is touched."""
    return ingest(path, hall.vault, hall.workshop)


def _replace(
    record_id: RecordId, found: Ingested, keep: tuple[tuple[RecordId, str], ...], hall: Hall
) -> Changes:
    return media_files.replace_with(hall.store, record_id, found, keep=keep, author=hall.author)
