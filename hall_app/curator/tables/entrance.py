"""The ways in: keys, lines of the menu, buttons over chosen records, and tables dropped on the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.curator.lists.panel import Listing
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing import diary
from hall_app.media.sheets import SUFFIXES
from hall_app.qt.tasks import Task

if TYPE_CHECKING:
    from hall_app.curator.tables.batch_dialog import BatchDialog
    from hall_app.curator.tables.import_dialog import ImportDialog
    from hall_app.curator.tables.replace_dialog import ReplaceDialog
    from hall_app.curator.work_dialog import WorkDialog

# Each window is imported when it opens: together they are a tenth of a second of every start.


class Entrance(QObject):
    """Opens one window at a time over the desk."""

    def __init__(self, desk: Desk, owner: QObject, window: QWidget, listing: Listing) -> None:
        super().__init__(owner)
        self._desk, self._window, self._listing = desk, window, listing
        self.dialog: WorkDialog | None = None
        say = desk.say
        self.import_ = self._action(say("table-import"), "Ctrl+Shift+I", self.open_import)
        self.export = self._action(say("table-export"), "Ctrl+Alt+E", self._export)
        self.replace = self._action(say("swap-words"), "Ctrl+H", self.open_replace)
        chosen = listing.chosen
        chosen.offer(say("batch-edit"), self.open_batch, tip=say("batch-go-tip"))
        chosen.offer(say("swap-words"), self._replace_chosen, tip=say("swap-find-tip"))
        chosen.offer(say("table-export"), self._export_chosen)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def add_to(self, menu: QMenu, before: QAction) -> None:
        """Stand in the menu, before one of its lines."""
        menu.insertActions(before, [self.import_, self.export, self.replace])
        menu.insertSeparator(before)

    def open_import(self, path: Path | None = None) -> ImportDialog:
        """Take a table in."""
        from hall_app.curator.tables.import_dialog import ImportDialog  # noqa: PLC0415

        dialog = ImportDialog(self._desk, self._window, path)
        self._open(dialog)
        return dialog

    def open_replace(self, ids: tuple[RecordId, ...] = ()) -> ReplaceDialog:
        """Find and replace words, in these records or in all."""
        from hall_app.curator.tables.replace_dialog import ReplaceDialog  # noqa: PLC0415

        dialog = ReplaceDialog(self._desk, self._window, ids)
        self._open(dialog)
        return dialog

    def open_batch(self) -> BatchDialog:
        """Change one field of the chosen records."""
        from hall_app.curator.tables.batch_dialog import BatchDialog  # noqa: PLC0415

        listing = self._listing
        dialog = BatchDialog(self._desk, self._window, listing.chosen_ids, listing.kind)
        self._open(dialog)
        return dialog

    def export_to(self, out: Path, ids: tuple[RecordId, ...], kinds: tuple[Kind, ...]) -> None:
        """Write records as a workbook."""
        job = partial(_export, out, ids, kinds, self._desk.language)
        self._desk.run(self, self._desk.say("export-working"), job, partial(self._exported, out))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _tables_of(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent):
            found = _tables_of(event)
            if found and event.type() == QEvent.Type.Drop:
                event.acceptProposedAction()
                self.open_import(found[0])
                return True
        return super().eventFilter(watched, event)

    def _open(self, dialog: WorkDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _action(self, words: str, keys: str, act: object) -> QAction:
        made = QAction(words, self)
        made.setShortcut(QKeySequence(keys))
        made.triggered.connect(lambda *_: act())  # type: ignore[operator]
        self._window.addAction(made)
        return made

    def _replace_chosen(self) -> None:
        self.open_replace(self._listing.chosen_ids)

    def _export_chosen(self) -> None:
        self._ask(self._listing.chosen_ids, ())

    def _export(self) -> None:
        self._ask((), tuple(Kind))

    def _ask(self, ids: tuple[RecordId, ...], kinds: tuple[Kind, ...]) -> None:
        words = self._desk.say("table-export")
        chosen, _ = QFileDialog.getSaveFileName(self._window, words, "hall.xlsx", "(*.xlsx)")
        if chosen:
            self.export_to(Path(chosen).with_suffix(".xlsx"), ids, kinds)

    def _exported(self, out: Path, count: int) -> None:
        self._desk.tell(self._desk.say("table-export-done", count=count, path=str(out)))


def _tables_of(event: QDropEvent) -> list[Path]:
    """The tables that are dropped, if they lie on this machine."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in SUFFIXES]


def _export(
    out: Path,
    ids: tuple[RecordId, ...],
    kinds: tuple[Kind, ...],
    language: str,
    hall: Hall,
    task: Task,
) -> int:
    from hall_app.publishing.spreadsheet.export import export  # noqa: PLC0415

    count = export(
        hall.store, out, ids=ids, kinds=kinds, language=language, on_progress=task.report
    )
    diary.tell_if_kept(hall.store, "exported", author=hall.author, subject=out.name)
    return count
