"""The files that were behind a medium before, each with the way back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.plain import FactEditor
from hall_app.curator.forms.spec import Spec
from hall_app.curator.labels import moment
from hall_app.curator.parts import Elided, button, label, row
from hall_app.curator.thumbnails import thumbnail
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import EarlierFile, Media
from hall_app.domain.records.record import Record
from hall_app.editing import media_files

_PICTURE = QSize(96, 60)


class EarlierEditor(FactEditor):
    """What stood there before, to look at and to bring back."""

    def __init__(self, desk: Desk, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(desk, spec, parent)
        self._record_id = RecordId("")
        self._shown: tuple[EarlierFile, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)

    def meet(self, record: Record) -> None:
        self._record_id = record.id

    def show_value(self, value: Any) -> None:
        files = tuple(value or ())
        self.words.setVisible(not files)
        self.words.setText("—")
        if files == self._shown:
            return
        self._shown = files
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in files:
            self._list.addWidget(self._line(one))

    def _line(self, one: EarlierFile) -> QWidget:
        say = self.desk.say
        line = QWidget(self)
        picture = label(parent=line)
        picture.setFixedSize(_PICTURE)
        picture.setPixmap(thumbnail(self.desk, as_media(one), _PICTURE))
        name = Elided(one.file_name, line)
        name.setToolTip(one.file_name)
        until = moment(self.desk, datetime.fromisoformat(one.until), datetime.now().astimezone())
        size = f"{one.width} × {one.height}" if one.width else ""
        facts = label(say("earlier-until", when=until, size=size), "meta", line)
        back = button(
            say("earlier-restore"), partial(self._restore, one.sha256),
            tip=say("earlier-restore-tip"),
        )  # fmt: skip
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(facts)
        across = row(picture, spacing=10)
        across.addLayout(words, 1)
        across.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        line.setLayout(across)
        return line

    def _restore(self, sha256: str) -> None:
        job = partial(_restore, self._record_id, sha256)
        self.desk.change(self.desk.say("earlier-restore"), job, by=self)


def as_media(one: EarlierFile) -> Media:
    """An earlier file as a medium that only looks like it."""
    return Media(
        id=RecordId(""), slug="", medium=one.medium, sha256=one.sha256, colour=one.colour,
        renditions=one.renditions, width=one.width, height=one.height,
    )  # fmt: skip


def _restore(record_id: RecordId, sha256: str, hall: Hall) -> Changes:
    return media_files.restore_file(hall.store, record_id, sha256, author=hall.author)
