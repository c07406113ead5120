"""The media workspace: the wall of tiles, and the chosen medium's words, rights and uses beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QSplitter, QVBoxLayout, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.combo import Combo
from hall_app.curator.desk import Desk
from hall_app.curator.editor import Editor
from hall_app.curator.empty import Empty
from hall_app.curator.media_grid import MediaGrid
from hall_app.curator.models.media import TILE, MediaModel, Tile
from hall_app.curator.parts import button, label, row
from hall_app.curator.progress import Progress
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media, Medium
from hall_app.editing import media as media_editing
from hall_app.editing import media_files
from hall_app.editing.media import Imported
from hall_app.qt.tasks import Task

_MARGIN = 10
_MOST = 5000


class MediaSpace(QWidget):
    """Find, import, describe and replace media."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_read = False
        say = desk.say
        self.model = MediaModel(self)
        self.grid = MediaGrid(desk, self)
        self.grid.setModel(self.model)
        self.grid.selectionModel().currentChanged.connect(self._choose)
        self.grid.files_dropped.connect(self.import_files)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("media-filter"))
        self.search.setMaximumWidth(280)
        self.search.textChanged.connect(self.refresh)
        self.medium = Combo(desk)
        self.medium.addItem(say("media-all"), None)
        for medium in Medium:
            self.medium.addItem(say(f"choice-Medium-{medium}"), str(medium))
        self.medium.activated.connect(self.refresh)
        self.count = label("", "meta")
        self.replace = button(
            say("media-replace"), self._replace, tip=say("media-replace-tip"), keys="Ctrl+Shift+I"
        )
        self.replace.setEnabled(False)
        take = button(
            say("media-import"), self._import, name="primary", tip=say("media-import-tip"),
            keys="Ctrl+I",
        )  # fmt: skip
        self.progress = Progress(desk)
        self.empty = Empty(say("list-no-match"), say("filter-clear"), self._clear)
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(20, 14, 8, 8)
        down.setSpacing(10)
        down.addLayout(
            row(label(say("workspace-media"), "title"), self.count, None, self.replace, take)
        )
        down.addLayout(row(self.search, self.medium, None))
        down.addWidget(self.progress)
        down.addWidget(self.grid, 1)
        down.addWidget(self.empty, 1)
        self.inspector = Editor(desk)
        self.inspector.record_chosen.connect(self.record_chosen)
        self.inspector.setMinimumWidth(420)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(_MARGIN)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(panel)
        splitter.addWidget(self.inspector)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([980, 560])
        around = QVBoxLayout(self)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addWidget(splitter)
        desk.feed.changed.connect(self._follow)

    def refresh(self, *_: object) -> None:
        """Read the media anew."""
        self._is_read = True
        found = [one for one in self._desk.store.all(Kind.MEDIA) if isinstance(one, Media)]
        words, medium = self.search.text().strip(), self.medium.currentData()
        if words:
            hits = self._desk.store.search(words, limit=_MOST, kinds=frozenset({Kind.MEDIA}))
            among = {hit.id for hit in hits}
            found = [one for one in found if one.id in among]
        tiles = [self._tile(one) for one in found if medium in (None, str(one.medium))]
        self.model.show_tiles(tiles)
        self.count.setText(self._desk.say("list-count", count=len(tiles)))
        self.grid.setVisible(bool(tiles))
        self.empty.setVisible(not tiles)
        if tiles and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0))

    def import_files(self, files: list[Path]) -> None:
        """Take files in; what is refused is said with its reason."""
        job = partial(_import, files)
        task = self._desk.run(self, self._desk.say("step-import"), job, self._imported)
        self.progress.follow(task)

    def replace_file(self, file: Path) -> None:
        """Put another file behind the chosen medium."""
        self._desk.change("replace", partial(_replace, self.inspector.record_id, file), by=self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_read:
            self.refresh()
        self.grid.setFocus()

    def _tile(self, media: Media) -> Tile:
        say = self._desk.say
        has_rights = bool(media.rights.holder) or media.is_drawn
        badges = [] if has_rights else [say("media-no-rights")]
        if not media.alt and media.medium in (Medium.PICTURE, Medium.VECTOR, Medium.FILM):
            badges.append(say("media-no-alt"))
        if not self._desk.store.references_to(media.id):
            badges.append(say("media-unused"))
        size = (
            f"{media.width} × {media.height}" if media.width else f"{media.size_bytes // 1000} KB"
        )
        facts = say("media-of", medium=say(f"choice-Medium-{media.medium}"), size=size)
        return Tile(media, self._desk.title_of(media), facts, tuple(badges), has_rights)

    def _choose(self, index: QModelIndex) -> None:
        tile: Tile | None = index.data(TILE) if index.isValid() else None
        self.replace.setEnabled(tile is not None)
        if tile is not None:
            self.inspector.show_record(tile.media.id)

    def _import(self) -> None:
        say = self._desk.say
        chosen, _ = QFileDialog.getOpenFileNames(
            self, say("media-import"), "", say("media-files") + " (*)"
        )
        if chosen:
            self.import_files([Path(one) for one in chosen])

    def _imported(self, imported: Imported) -> None:
        say = self._desk.say
        touched = frozenset((Kind.MEDIA, media.id) for media in imported.new)
        self._desk.feed.publish(Changes("Import media", touched), self)
        told = say(
            "media-imported", new=len(imported.new), known=len(imported.known),
            refused=len(imported.refused),
        )  # fmt: skip
        reasons = [self._desk.problem_words(one)[0] for one in imported.refused.values()]
        self._desk.noticed.emit("error" if reasons else "ok", told, "　".join(reasons[:3]))

    def _replace(self) -> None:
        say = self._desk.say
        chosen, _ = QFileDialog.getOpenFileName(
            self, say("media-replace"), "", say("media-files") + " (*)"
        )
        if chosen:
            self.replace_file(Path(chosen))

    def _clear(self) -> None:
        self.medium.setCurrentIndex(0)
        self.search.clear()
        self.refresh()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if self._is_read and changes:
            self.refresh()


def _import(files: list[Path], hall: Hall, task: Task) -> Imported:
    def tell(done: int, total: int, _last: Path) -> None:
        task.report(done, total)

    return media_editing.import_files(
        hall.store, hall.vault, hall.workshop, files, author=hall.author, on_progress=tell
    )


def _replace(record_id: RecordId, file: Path, hall: Hall) -> Changes:
    return media_files.replace_file(
        hall.store, hall.vault, hall.workshop, record_id, file, author=hall.author
    )
