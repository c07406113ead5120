"""The tree of the navigator: the walk through the hall, and below it the kinds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from hall_app.curator.carrying import RECORDS
from hall_app.curator.models.difference import steps
from hall_app.domain.kinds import Kind

NODE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_TOP = QModelIndex()


@dataclass(slots=True, eq=False)
class Node:
    """One line of the tree.

    Attributes:
        key: What it stands for, unique in the tree.
        record_id: The record it opens, empty for a kind.
        kind: The kind it lists, or the kind of its record.
        tail: A count or a year.
        order: The gallery's place on the walk, for its lines and its colour.
        is_sourced: Whether its statement has a source.
        holds: How many children it has, be they read or not.
        gallery_id: For a way to the whole list: the gallery whose records it is to show.
    """

    key: str
    title: str
    kind: str
    record_id: str = ""
    tail: str = ""
    order: int = 0
    is_strong: bool = False
    is_sourced: bool = True
    holds: int = 0
    gallery_id: str = ""
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    @property
    def row(self) -> int:
        """Its place among its siblings."""
        return self.parent.children.index(self) if self.parent else 0


class TreeModel(QAbstractItemModel):
    """Nodes as Qt's views ask for them; becomes another tree step by step.

    Args:
        carry: Packs nodes that are dragged.
        fits: Whether what is carried can be put into a node.
    """

    # Something was put down: what, into which record, before which one ("" for the end), and how.
    put_down = Signal(QMimeData, str, str, Qt.DropAction)

    def __init__(
        self,
        carry: Callable[[list[Node]], QMimeData],
        fits: Callable[[QMimeData, Node], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._carry, self._fits = carry, fits
        self._root = Node("", "", "")

    def show_tree(self, nodes: list[Node]) -> None:
        """Become this tree."""
        self._become(self._root, nodes, _TOP)

    def find(self, key: str) -> QModelIndex:
        """Where a key stands; an invalid index where it does not."""
        return self._find(self._root, key)

    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        node = self._node(parent)
        if column != 0 or not 0 <= row < len(node.children):
            return QModelIndex()
        return self.createIndex(row, column, node.children[row])

    def parent(self, index: Index = _TOP) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        owner = self._node(index).parent
        if owner is None or owner is self._root:
            return QModelIndex()
        return self.createIndex(owner.row, 0, owner)

    def rowCount(self, parent: Index = _TOP) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    def hasChildren(self, parent: Index = _TOP) -> bool:
        node = self._node(parent)
        return bool(node.children) or node.holds > 0

    def columnCount(self, _parent: Index = _TOP) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._node(index).record_id:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction | Qt.DropAction.LinkAction

    def mimeTypes(self) -> list[str]:
        return [RECORDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self._carry([self._node(index) for index in indexes])

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        return self._fits(data, self._owner(row, parent))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        owner = self._owner(row, parent)
        if not self._fits(data, owner):
            return False
        siblings = self._node(parent).children
        before = siblings[row].record_id if 0 <= row < len(siblings) else ""
        self.put_down.emit(data, owner.record_id, before, action)
        # The edit moves the lines; the view must not take any out by itself.
        return False

    def _owner(self, row: int, parent: Index) -> Node:
        """What a thing put at a row would stand in: galleries stand in the hall above them."""
        if parent.isValid() or row < 0:
            return self._node(parent)
        return next((node for node in self._root.children if node.kind == Kind.HALL), self._root)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{node.title}　{node.tail}".strip()
            case _ if role == NODE:
                return node
            case _:
                return None

    def _node(self, index: Index) -> Node:
        return index.internalPointer() if index.isValid() else self._root

    def _find(self, node: Node, key: str) -> QModelIndex:
        for row, child in enumerate(node.children):
            if child.key == key:
                return self.createIndex(row, 0, child)
            found = self._find(child, key)
            if found.isValid():
                return found
        return QModelIndex()

    def _become(self, node: Node, wanted: list[Node], index: QModelIndex) -> None:
        held = node.children
        by_key = {child.key: child for child in wanted}
        for step in steps([child.key for child in held], list(by_key)):
            if step.new is None:
                assert step.old is not None
                self.beginRemoveRows(index, step.old, step.old)
                del held[step.old]
                self.endRemoveRows()
            elif step.old is None:
                new = wanted[step.new]
                leaf = Node(new.key, new.title, new.kind, parent=node)
                self.beginInsertRows(index, step.new, step.new)
                held.insert(step.new, leaf)
                self.endInsertRows()
            else:
                self.beginMoveRows(index, step.old, step.old, index, step.new)
                held.insert(step.new, held.pop(step.old))
                self.endMoveRows()
        for row, child in enumerate(held):
            new = by_key[child.key]
            here = self.createIndex(row, 0, child)
            child.title, child.tail, child.order = new.title, new.tail, new.order
            child.record_id, child.kind = new.record_id, new.kind
            child.is_strong, child.is_sourced = new.is_strong, new.is_sourced
            child.holds, child.gallery_id = new.holds, new.gallery_id
            self.dataChanged.emit(here, here)
            self._become(child, new.children, here)
