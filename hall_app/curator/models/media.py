"""The media of the library as tiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from hall_app.curator.models.difference import become
from hall_app.domain.records.media import Media

TILE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


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
    """Tiles as Qt's views ask for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Become these tiles; what is selected stays."""
        become(self, self.tiles, tiles, attrgetter("media.id"))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.title
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((tile.title, tile.facts, *tile.badges))
            case _ if role == TILE:
                return tile
            case _:
                return None
