"""The media workspace: sets, the wall of tiles, and the chosen medium's words, rights and uses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from hall_app.curator.desk import Desk
from hall_app.curator.editor import Editor
from hall_app.curator.empty import Empty
from hall_app.curator.media.filters import Filters
from hall_app.curator.media.grid import SIZES, MediaGrid
from hall_app.curator.media.importing import Importing
from hall_app.curator.media.refusals import Refusals
from hall_app.curator.media.removing import Removing
from hall_app.curator.media.replacing import Replacing, read_file
from hall_app.curator.media.selection import Selection
from hall_app.curator.media.sets import Sets
from hall_app.curator.models.media import MediaModel
from hall_app.curator.parts import button, label, row
from hall_app.curator.progress import Progress
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.media_query import MediaQuery
from hall_app.domain.records.media import Media
from hall_app.editing.media import Imported
from hall_app.media.ingest import Ingested

_MARGIN = 10
_PAUSE_MS = 80


class MediaSpace(QWidget):
    """Find, import, describe, tag, replace and remove media."""

    record_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_read = False
        self._is_moved = False
        self.query = MediaQuery()
        say = desk.say
        self.model = MediaModel(desk, self)
        self.grid = MediaGrid(desk, self)
        self.grid.setModel(self.model)
        self.sets = Sets(desk)
        self.filters = Filters(desk)
        self.count = label("", "meta")
        self.progress = Progress(desk)
        self.refusals = Refusals(desk)
        self.importing = Importing(desk, self)
        self.empty = Empty(say("list-no-match"), say("filter-clear"), self._clear)
        self.replace = button(
            say("media-replace"), self._replace, tip=say("media-replace-tip"), keys="Ctrl+Shift+I"
        )
        self.remove = button(say("media-remove"), self.ask_remove, tip=say("media-remove-tip"))
        self.inspector = Editor(desk)
        self.selection = Selection(desk)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def refresh(self, *_: object) -> None:
        """Look again for what is looked for."""
        self._is_read = True
        chosen = self.chosen()
        self.model.show_ids(self._desk.store.media_ids(self.query))
        self.count.setText(self._desk.say("list-count", count=len(self.model.ids)))
        self.grid.setVisible(bool(self.model.ids))
        self.empty.setVisible(not self.model.ids)
        self.sets.refresh()
        self.sets.show_query(self.query)
        if self.chosen() != chosen or not self.grid.currentIndex().isValid():
            self._choose_again(chosen)
        self._show_chosen()

    def look_for(self, query: MediaQuery) -> None:
        """Show what this looks for."""
        self.query = query
        self.filters.show_query(query)
        self.refresh()
        self.grid.scrollToTop()

    def show_record(self, record_id: str) -> None:
        """Choose one medium, whatever was looked for before, and offer to replace its file."""
        if self.model.row_of(RecordId(record_id)) is None:
            self._clear()
        self._choose_again((RecordId(record_id),))
        self.replace.setFocus()

    def chosen(self) -> tuple[RecordId, ...]:
        """The media that are selected, in their order on the wall."""
        rows = sorted(index.row() for index in self.grid.selectionModel().selectedIndexes())
        return tuple(self.model.ids[row] for row in rows)

    def import_files(self, files: list[Path]) -> None:
        """Take files and folders in; what is refused is said with its reason."""
        self.refusals.hide()
        self.importing.take(files)

    def replace_file(self, file: Path) -> None:
        """Read another file for the chosen medium and ask before it takes its place."""
        media = self._desk.record(self.inspector.record_id)
        if isinstance(media, Media):
            label_ = self._desk.say("media-replace")
            task = self._desk.run(
                self, label_, partial(read_file, file), partial(self._ask_replace, media.id)
            )
            self.progress.follow(task)

    def ask_remove(self) -> None:
        """Ask before the selected media leave."""
        if ids := self.chosen():
            question = Removing(self._desk, self, ids)
            question.record_chosen.connect(self.record_chosen)
            question.open()

    def paste(self) -> None:
        """Take in what was copied: files, or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.import_files(files)
        elif data.hasImage():
            self.importing.take_picture(QImage(data.imageData()))

    def leave(self) -> None:
        """Let go of what still works in the background."""
        self.grid.pictures.leave()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_read:
            self.filters.refresh()
            self.refresh()
        self.grid.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_moved:
            width = event.size().width()
            left, side = max(164, min(width // 8, 200)), max(500, min(width * 39 // 100, 560))
            self._splitter.setSizes([left, width - left - side, side])

    # -- the screen ----------------------------------------------------------------

    def _lay_out(self) -> None:
        say = self._desk.say
        take = button(
            say("media-import"), self._import, name="primary", tip=say("media-import-tip"),
            keys="Ctrl+I",
        )  # fmt: skip
        folder = button(say("media-folder"), self._import_folder, tip=say("media-folder-tip"))
        panel = QFrame()
        panel.setObjectName("panel")
        down = QVBoxLayout(panel)
        down.setContentsMargins(20, 14, 8, 8)
        down.setSpacing(10)
        down.addLayout(row(label(say("workspace-media"), "title"), self.count, None, folder, take))
        down.addWidget(self.filters)
        down.addWidget(self.progress)
        down.addWidget(self.refusals)
        down.addWidget(self.grid, 1)
        down.addWidget(self.empty, 1)
        down.addLayout(row(self.replace, self.remove, None))
        left = QFrame()
        left.setObjectName("panel")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.sets)
        self.side = QStackedWidget()
        self.side.addWidget(self.inspector)
        self.side.addWidget(self.selection)
        self.side.setMinimumWidth(500)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(_MARGIN)
        splitter.setChildrenCollapsible(False)
        for place, (part, stretch) in enumerate(((left, 0), (panel, 1), (self.side, 0))):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, stretch)
        splitter.splitterMoved.connect(self._leave_sizes)
        self._splitter = splitter
        around = QVBoxLayout(self)
        around.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        around.addWidget(splitter)

    def _connect(self) -> None:
        grid, importing = self.grid, self.importing
        grid.selectionModel().currentChanged.connect(self._show_chosen)
        grid.selectionModel().selectionChanged.connect(self._show_chosen)
        grid.files_dropped.connect(self.import_files)
        grid.picture_dropped.connect(importing.take_picture)
        importing.began.connect(self.progress.follow)
        importing.ended.connect(self._imported)
        self.sets.chosen.connect(self.look_for)
        self.filters.changed.connect(self.look_for)
        self.filters.resized.connect(self._resize_tiles)
        self.filters.named.connect(self._name)
        self.selection.remove_wanted.connect(self.ask_remove)
        self.inspector.record_chosen.connect(self.record_chosen)
        self._desk.feed.changed.connect(self._follow)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Paste), self.paste),
            (QKeySequence(QKeySequence.StandardKey.Delete), self.ask_remove),
        ):
            QShortcut(keys, grid, context=scope).activated.connect(act)

    def _leave_sizes(self, *_: object) -> None:
        """A person has parted the room in another way; that stays."""
        self._is_moved = True

    def _show_chosen(self, *_: object) -> None:
        ids = self.chosen()
        self.replace.setEnabled(len(ids) == 1)
        self.remove.setEnabled(bool(ids))
        if len(ids) > 1:
            self.selection.show_ids(ids)
            self.side.setCurrentWidget(self.selection)
            return
        self.side.setCurrentWidget(self.inspector)
        if ids and ids[0] != self.inspector.record_id:
            self.inspector.show_record(ids[0])

    def _choose_again(self, ids: tuple[RecordId, ...]) -> None:
        """Select what was selected, or else the first."""
        rows = [row for one in ids[:_MOST_KEPT] if (row := self.model.row_of(one)) is not None]
        rows = rows or ([0] if self.model.ids else [])
        selection = self.grid.selectionModel()
        selection.clear()
        for each in reversed(rows):
            index = self.model.index(each)
            selection.setCurrentIndex(index, selection.SelectionFlag.Select)

    # -- coming, changing, going ---------------------------------------------------

    def _import(self) -> None:
        say = self._desk.say
        chosen, _ = QFileDialog.getOpenFileNames(
            self, say("media-import"), "", say("media-files") + " (*)"
        )
        if chosen:
            self.import_files([Path(one) for one in chosen])

    def _import_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._desk.say("media-folder"))
        if chosen:
            self.import_files([Path(chosen)])

    def _imported(self, imported: Imported) -> None:
        say = self._desk.say
        self.refresh()
        if imported.new:
            self._choose_again(tuple(one.id for one in imported.new))
        told = say(
            "media-imported", new=len(imported.new), known=len(imported.known),
            refused=len(imported.refused),
        )  # fmt: skip
        if imported.replaced:
            told = f"{told}　{say('media-replaced', count=len(imported.replaced))}"
        self.refusals.show_refused(imported.refused)
        tone = "error" if imported.refused else "ok"
        self._desk.noticed.emit(tone, told, " ".join(self.refusals.told[:1]))

    def _replace(self) -> None:
        say = self._desk.say
        chosen, _ = QFileDialog.getOpenFileName(
            self, say("media-replace"), "", say("media-files") + " (*)"
        )
        if chosen:
            self.replace_file(Path(chosen))

    def _ask_replace(self, record_id: RecordId, found: Ingested) -> None:
        media = self._desk.record(record_id)
        if isinstance(media, Media):
            Replacing(self._desk, self, media, found).open()

    def _name(self, name: str) -> None:
        self.sets.keep(name, self.query)

    def _resize_tiles(self, step: int) -> None:
        self.grid.resize_tiles(SIZES[step])

    def _clear(self) -> None:
        self.look_for(MediaQuery(order=self.query.order))

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if not self._is_read or not changes:
            return
        self.model.forget(record_id for kind, record_id in changes.touched if kind is Kind.MEDIA)
        if any(kind is not Kind.MEDIA for kind, _ in changes.touched):
            # What another record links to is told by a badge of the media.
            self.model.forget_all()
        self._pause.start()


_MOST_KEPT = 500
