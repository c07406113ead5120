"""The tracks beside a film: each comes from a file of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.forms.fields import Maker
from hall_app.curator.forms.readings import TrackListEditor
from hall_app.curator.forms.spec import Spec
from hall_app.domain.records.media import Medium, Track, TrackRole
from hall_app.domain.text import LANGUAGES, ZH_HANS
from hall_app.media.ingest import Ingested, ingest
from hall_app.qt.tasks import Task

_ROLES = {Medium.SOUND: TrackRole.DESCRIPTION, Medium.FILM: TrackRole.SIGN_LANGUAGE}


class TracksEditor(TrackListEditor):
    """Subtitles, described audio and signed films; a file is taken in when it is chosen."""

    def __init__(
        self, desk: Desk, spec: Spec, parent: QWidget | None = None, *, make: Maker
    ) -> None:
        super().__init__(desk, spec, parent, make=make)
        self.add.setText(desk.say("track-add"))
        self.add.setToolTip(desk.say("track-add-tip"))

    def take_file(self, path: Path) -> None:
        """Take a file into the vault and put it at the end of the list."""

        def take(hall: Hall, _task: Task) -> Ingested:
            return ingest(path, hall.vault, hall.workshop)

        self.desk.run(self, self.desk.say("step-track"), take, self._take)

    def _append(self) -> None:
        title = self.desk.say("track-add")
        kinds = f"{self.desk.say('track-files')} (*.vtt *.mp3 *.m4a *.wav *.ogg *.mp4 *.webm)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.take_file(Path(chosen))

    def _take(self, found: Ingested) -> None:
        medium = found.probe.medium
        role = _ROLES.get(medium, TrackRole.SUBTITLES) if medium else TrackRole.SUBTITLES
        name = found.file_name
        language = next((one for one in LANGUAGES if f".{one}." in name), ZH_HANS)
        track = Track(role=role, language=language, sha256=found.sha256, file_name=name)
        self.commit((*self._values, track))
