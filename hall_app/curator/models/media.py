"""The media that are looked for as tiles, read from the library a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.desk import Desk
from hall_app.domain.ids import RecordId
from hall_app.domain.records.media import Media, Medium
from hall_app.store.shelf import Shelved

TILE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()
_PAGE = 64
_MOST_HELD = 2048
_MOST_RUNS = 40


@dataclass(frozen=True, slots=True)
class Tile:
    """One medium, and what its badges say.

    Attributes:
        title: In the desk's language.
        facts: What it is and how large.
        badges: What is missing, in words.
        has_rights: Whether somebody is named who owns it, or it is our own drawing.
    """

    media: Media
    title: str
    facts: str
    badges: tuple[str, ...]
    has_rights: bool


class MediaModel(QAbstractListModel):
    """Knows the ids of all, and the tiles of those that were looked at last."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ids: list[RecordId] = []
        self._held: dict[RecordId, Tile] = {}

    def show_ids(self, ids: Sequence[RecordId]) -> None:
        """Become this list; few comings and goings keep what is selected, many begin anew."""
        wanted = list(ids)
        if wanted == self.ids:
            return
        if len(wanted) == len(self.ids) and set(wanted) == set(self.ids):
            self._rearrange(wanted)
            return
        gone, come = _runs(self.ids, set(wanted)), _runs(wanted, set(self.ids))
        known, held = set(self.ids), set(wanted)
        kept = [one for one in self.ids if one in held]
        is_in_order = kept == [one for one in wanted if one in known]
        if not kept or not is_in_order or len(gone) + len(come) > _MOST_RUNS:
            self.beginResetModel()
            self.ids = wanted
            self.endResetModel()
            return
        for first, last in reversed(gone):
            self.beginRemoveRows(_TOP, first, last)
            del self.ids[first : last + 1]
            self.endRemoveRows()
        for first, last in come:
            self.beginInsertRows(_TOP, first, last)
            self.ids[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _rearrange(self, wanted: list[RecordId]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {record_id: row for row, record_id in enumerate(wanted)}
        after = [self.createIndex(places[self.ids[index.row()]], 0) for index in before]
        self.ids = wanted
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Read these again when they are next looked at."""
        for record_id in ids:
            self._held.pop(record_id, None)
        if self.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def forget_all(self) -> None:
        """Read everything again when it is next looked at."""
        self._held.clear()
        self.forget(())

    def row_of(self, record_id: str) -> int | None:
        """Where a medium stands; None where it is not among them."""
        try:
            return self.ids.index(RecordId(record_id))
        except ValueError:
            return None

    def tile(self, row: int) -> Tile | None:
        """The tile at a place; None for a medium that has just gone."""
        record_id = self.ids[row]
        if record_id not in self._held:
            self._read_around(row)
        return self._held.get(record_id)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        tile = self.tile(index.row())
        if tile is None or role == TILE:
            return tile
        if role == Qt.ItemDataRole.ToolTipRole:
            tags = "　".join(f"#{tag}" for tag in tile.media.tags)
            return "\n".join(part for part in (tile.title, tile.facts, *tile.badges, tags) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join((tile.title, tile.facts, *tile.badges))
        return tile.title

    def _read_around(self, row: int) -> None:
        start = row // _PAGE * _PAGE
        wanted = [one for one in self.ids[start : start + _PAGE] if one not in self._held]
        found = self._desk.store.media_page(wanted)
        if len(self._held) + len(found) > _MOST_HELD:
            for old in list(self._held)[: _MOST_HELD // 2]:
                del self._held[old]
        self._held |= {key: tile_of(self._desk, one) for key, one in found.items()}


_ROLES = frozenset(
    {
        TILE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def _runs(ids: Sequence[RecordId], known: set[RecordId]) -> list[tuple[int, int]]:
    """First and last place of each stretch of ids that are not known."""
    runs: list[tuple[int, int]] = []
    for row, one in enumerate(ids):
        if one in known:
            continue
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def tile_of(desk: Desk, shelved: Shelved) -> Tile:
    """A medium as the wall shows it."""
    media, say = shelved.media, desk.say
    has_rights = bool(media.rights.holder) or media.is_drawn
    badges = [] if has_rights else [say("media-no-rights")]
    if media.rights.until:
        badges.append(say("media-until", day=str(media.rights.until)))
    if not media.alt and media.medium in (Medium.PICTURE, Medium.VECTOR, Medium.FILM):
        badges.append(say("media-no-alt"))
    if not shelved.uses:
        badges.append(say("media-unused"))
    facts = say("media-of", medium=say(f"choice-Medium-{media.medium}"), size=size_of(desk, media))
    return Tile(media, desk.title_of(media), facts, tuple(badges), has_rights)


def size_of(desk: Desk, media: Media) -> str:
    """How large a medium is: its pixels, its length, its pages, else its bytes."""
    minutes, seconds = divmod(round(media.duration_s), 60)
    if media.medium is Medium.DOCUMENT and media.pages:
        return desk.say("media-pages", count=media.pages)
    if media.duration_s:
        return f"{minutes}:{seconds:02}"
    if media.width:
        return f"{media.width} × {media.height}"
    return f"{max(1, media.size_bytes // 1000):,} KB"
