"""Records in the hand: dragged, cut, copied and put down elsewhere on the walk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QWidget

from hall_app.bootstrap import Hall
from hall_app.curator.desk import Desk
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing import records, walk

RECORDS = "application/x-hall-records"
"""The form in which records are carried; their titles go along as plain words."""


def packed(records_: Iterable[Record], *, titles: Iterable[str], is_cut: bool = False) -> QMimeData:
    """Records as they are dragged or lie on the clipboard."""
    mime = QMimeData()
    carried = [[str(record.kind), record.id] for record in records_]
    mime.setData(RECORDS, json.dumps({"records": carried, "is_cut": is_cut}).encode())
    mime.setText("\n".join(titles))
    return mime


def unpacked(mime: QMimeData) -> list[tuple[Kind, RecordId]]:
    """What is carried; nothing where it is something else, or of another program."""
    return [(Kind(kind), RecordId(one)) for kind, one in _read(mime).get("records", [])]


def fits(mime: QMimeData, owner: Kind) -> bool:
    """Whether everything that is carried can stand in a record of this kind, or be shown by it."""
    kinds = {kind for kind, _ in unpacked(mime)}
    return bool(kinds) and (
        owner is Kind.EXHIBIT or all(walk.home_of(kind, owner) for kind in kinds)
    )


class Carrying(QObject):
    """Cut, copy, paste, link and remove for a view of records, by keys and by its menu.

    Args:
        view: The keys act while it has the focus.
        chosen: The ids that are chosen in it.
        owner: Into what is pasted: the record the hand points at, None where there is none.
    """

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        chosen: Callable[[], Sequence[RecordId]],
        owner: Callable[[], RecordId | None],
    ) -> None:
        super().__init__(view)
        self._desk, self._chosen, self._owner = desk, chosen, owner
        self.actions: dict[str, QAction] = {}
        for name, act, keys in (
            ("cut", self.cut, QKeySequence(QKeySequence.StandardKey.Cut)),
            ("copy", self.copy, QKeySequence(QKeySequence.StandardKey.Copy)),
            ("paste", self.paste, QKeySequence(QKeySequence.StandardKey.Paste)),
            ("paste-link", self.paste_link, QKeySequence("Ctrl+Shift+V")),
            ("duplicate-here", self.duplicate, QKeySequence("Ctrl+D")),
            ("remove-chosen", self.remove, QKeySequence(QKeySequence.StandardKey.Delete)),
        ):
            made = QAction(desk.say(name), view)
            made.setShortcut(keys)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.triggered.connect(act)
            view.addAction(made)
            self.actions[name] = made
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def cut(self) -> None:
        """Take what is chosen into the hand; it moves when it is put down."""
        self._take(is_cut=True)

    def copy(self) -> None:
        """Take what is chosen into the hand; a copy is put down."""
        self._take(is_cut=False)

    def paste(self) -> None:
        """Put down what is in the hand where it points."""
        mime, owner = QGuiApplication.clipboard().mimeData(), self._owner()
        if owner is not None:
            put_down(self._desk, self, mime, owner, is_copy=not _read(mime).get("is_cut"))

    def paste_link(self) -> None:
        """Let the exhibit the hand points at show what is in it."""
        mime, owner = QGuiApplication.clipboard().mimeData(), self._owner()
        if owner is not None:
            link(self._desk, self, mime, owner)

    def duplicate(self) -> None:
        """A copy of what is chosen, beside it."""
        if ids := list(self._chosen()):
            self._desk.change("copy", partial(_copy, ids, None, None), by=self)

    def remove(self) -> None:
        """What is chosen goes into the bin."""
        if ids := list(self._chosen()):
            self._desk.change("remove", partial(_remove, ids), by=self)
            self._desk.tell(self._desk.say("removed-many", count=len(ids)))

    def _take(self, *, is_cut: bool) -> None:
        found = [record for one in self._chosen() if (record := self._desk.record(one))]
        if found:
            titles = [self._desk.title_of(record) for record in found]
            QGuiApplication.clipboard().setMimeData(packed(found, titles=titles, is_cut=is_cut))
            self._desk.tell(self._desk.say("taken-many", count=len(found)))


def put_down(
    desk: Desk,
    by: QObject,
    mime: QMimeData,
    owner: RecordId,
    before: RecordId | None = None,
    *,
    is_copy: bool = False,
) -> None:
    """Move or copy what is carried into a record; an exhibit shows what cannot stand in it."""
    home = desk.record(owner)
    carried = [one for kind, one in unpacked(mime)]
    if home is None or not carried:
        return
    if home.kind is Kind.EXHIBIT:
        link(desk, by, mime, owner)
        return
    job = partial(_copy if is_copy else _move, carried, owner, before)
    desk.change("move", job, by=by)


def link(desk: Desk, by: QObject, mime: QMimeData, exhibit: RecordId) -> None:
    """Let an exhibit show what is carried."""
    carried = [one for _, one in unpacked(mime)]
    if carried:
        desk.change("link", partial(_link, carried, exhibit), by=by)


def _read(mime: QMimeData) -> dict[str, list[list[str]]]:
    """What another program put under our name is taken for nothing."""
    try:
        held = json.loads(bytes(mime.data(RECORDS).data()) or b"{}")
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}


def _move(ids: list[RecordId], owner: RecordId, before: RecordId | None, hall: Hall) -> Changes:
    return walk.move(hall.store, ids, owner=owner, before=before, author=hall.author)


def _copy(
    ids: list[RecordId], owner: RecordId | None, before: RecordId | None, hall: Hall
) -> Changes:
    return walk.copy(hall.store, ids, owner=owner, before=before, author=hall.author)


def _link(ids: list[RecordId], exhibit: RecordId, hall: Hall) -> Changes:
    return walk.link(hall.store, ids, exhibit=exhibit, author=hall.author)


def _remove(ids: list[RecordId], hall: Hall) -> Changes:
    return records.remove(hall.store, *ids, author=hall.author)
