"""The navigator: where one is in the hall, and the way to every record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.carrying import Carrying, fits, link, packed, put_down
from hall_app.curator.desk import Desk
from hall_app.curator.models.tree import NODE, Node, TreeModel
from hall_app.curator.node_delegate import NodeDelegate
from hall_app.curator.parts import button, label, row, tool
from hall_app.curator.walk import walk
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.store import people

_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Navigator(QFrame):
    """The tree at the left; a click on a record or a kind brings it to the middle."""

    record_chosen = Signal(str)
    kind_chosen = Signal(str)
    add_wanted = Signal(QToolButton)
    bin_wanted = Signal()
    # The whole list of a kind, of one gallery.
    list_wanted = Signal(str, str)
    work_wanted = Signal()
    languages_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.model = TreeModel(self._carry, _fits, self)
        self.model.put_down.connect(self._put_down)
        self.tree = _Tree(desk, self)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setModel(self.model)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.carrying = Carrying(desk, self.tree, self._chosen, self._pointed_at)
        for words, keys, step in (("move-up", "Alt+Up", -1), ("move-down", "Alt+Down", 1)):
            made = QAction(desk.say(words), self.tree)
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.triggered.connect(partial(self._shift, step))
            self.tree.addAction(made)
        self.tree.setItemDelegate(NodeDelegate(desk, self.tree))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAccessibleName(desk.say("navigator"))
        self._opened: set[str] = set()
        self.tree.expanded.connect(self._read_children)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.add = tool(desk, "plus", desk.say("add-tip"), self._add, keys="Ctrl+N")
        self.bin = tool(desk, "trash", desk.say("bin-tip"), self.bin_wanted.emit, keys="Ctrl+B")
        self.work = button(
            desk.say("worklist"), self.work_wanted.emit, name="link",
            tip=desk.say("worklist-tip"), keys="Ctrl+Shift+J",
        )  # fmt: skip
        self.languages = tool(
            desk, "translate", desk.say("languages-tip"), self.languages_wanted.emit, keys="Alt+L"
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(10, 12, 4, 8)
        down.setSpacing(8)
        tools = (self.work, self.languages, self.bin, self.add)
        head = (label(desk.say("navigator"), "heading"), None, *tools)
        down.addLayout(row(*head))
        down.addWidget(self.tree)
        self.refresh()
        self.tree.setExpanded(self.model.index(1, 0), True)
        desk.feed.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read the hall anew; what is open stays open."""
        self.model.show_tree(walk(self._desk, frozenset(self._opened)))

    def show_work(self, count: int) -> None:
        """Say how many records wait for review; where nothing is reviewed, nothing."""
        words = self._desk.say("worklist")
        self.work.setText(f"{words} {count}" if count else words)
        self.work.setVisible(self._desk.store.ask(people.chain).is_set)

    def show_current(self, *keys: str) -> None:
        """Mark what is in the middle, the first of these that the tree has."""
        found = (index for key in keys if (index := self.model.find(key)).isValid())
        index = next(found, QModelIndex())
        self.tree.setCurrentIndex(index)
        if index.isValid():
            self.tree.scrollTo(index)

    @property
    def expanded(self) -> set[str]:
        """The keys of the nodes that are open."""
        return {node.key for index, node in self._all() if self.tree.isExpanded(index)}

    def expand(self, keys: set[str]) -> None:
        """Open these nodes."""
        self._opened |= keys
        self.refresh()
        for index, node in self._all():
            self.tree.setExpanded(index, node.key in keys)

    def _all(self) -> list[tuple[QModelIndex, Node]]:
        found: list[tuple[QModelIndex, Node]] = []
        waiting = [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            for at in range(self.model.rowCount(parent)):
                index = self.model.index(at, 0, parent)
                found.append((index, index.data(NODE)))
                waiting.append(index)
        return found

    def _read_children(self, index: QModelIndex) -> None:
        """Read what is in a node the first time it is opened."""
        node: Node = index.data(NODE)
        if node.holds and not node.children:
            self._opened.add(node.key)
            self.refresh()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes:
            self.refresh()

    def _chosen(self) -> list[RecordId]:
        nodes = [index.data(NODE) for index in self.tree.selectionModel().selectedIndexes()]
        return [RecordId(node.record_id) for node in nodes if node.record_id]

    def _pointed_at(self) -> RecordId | None:
        """The record under the hand; for the events of a gallery, the gallery."""
        index = self.tree.currentIndex()
        while index.isValid():
            node: Node = index.data(NODE)
            if node.record_id:
                return RecordId(node.record_id)
            index = index.parent()
        return None

    def _carry(self, nodes: list[Node]) -> QMimeData:
        found = [self._desk.record(RecordId(node.record_id)) for node in nodes if node.record_id]
        return packed(
            [record for record in found if record is not None],
            titles=[node.title for node in nodes],
        )

    def _put_down(self, mime: QMimeData, owner: str, before: str, action: Qt.DropAction) -> None:
        if action is Qt.DropAction.LinkAction:
            link(self._desk, self, mime, RecordId(owner))
            return
        put_down(
            self._desk, self, mime, RecordId(owner), RecordId(before) if before else None,
            is_copy=action is Qt.DropAction.CopyAction,
        )  # fmt: skip

    def _shift(self, step: int, _checked: object = None) -> None:
        """One place up or down among its own kind."""
        index = self.tree.currentIndex()
        node: Node | None = index.data(NODE) if index.isValid() else None
        if node is None or node.parent is None or not node.record_id:
            return
        record = self._desk.record(RecordId(node.record_id))
        homes = (getattr(record, name, None) for name in ("section", "gallery", "hall"))
        home = next((held for held in homes if held), None)
        siblings = [one for one in node.parent.children if one.kind == node.kind]
        at = siblings.index(node) + (2 if step > 0 else -1)
        if record is None or home is None or not 0 <= at <= len(siblings):
            return
        before = RecordId(siblings[at].record_id) if at < len(siblings) else None
        mime = packed([record], titles=[node.title])
        put_down(self._desk, self, mime, home, before)

    def _add(self) -> None:
        self.add_wanted.emit(self.add)

    def _choose(self, index: QModelIndex) -> None:
        node: Node = index.data(NODE)
        if QApplication.keyboardModifiers() & _CHOOSING:
            return
        if node.gallery_id:
            self.list_wanted.emit(node.kind, node.gallery_id)
        elif node.record_id:
            self.record_chosen.emit(node.record_id)
        elif node.kind and node.key.startswith("kind:"):
            self.kind_chosen.emit(node.kind)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))


def _fits(mime: QMimeData, node: Node) -> bool:
    """Whether what is carried can stand in the record of a node."""
    return bool(node.record_id) and fits(mime, Kind(node.kind))


class _Tree(QTreeView):
    """A tree whose branches open at a small chevron."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node: Node = index.data(NODE)
        if index == self.currentIndex():
            painter.fillRect(rect, QColor(self._tokens.selection))
        if not (node.children or node.holds):
            return
        x, y = rect.right() - 6.0, rect.center().y() + 0.5
        down = ((x - 3, y - 1.5), (x, y + 1.5), (x + 3, y - 1.5))
        aside = ((x - 1.5, y - 3), (x + 1.5, y), (x - 1.5, y + 3))
        corners = down if self.isExpanded(index) else aside
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._tokens.quiet), 1.3))
        painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))
        painter.restore()
