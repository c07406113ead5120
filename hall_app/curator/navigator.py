"""The navigator: where one is in the hall, and the way to every record."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from hall_app.curator.desk import Desk
from hall_app.curator.icons import dot, gallery_icon, kind_icon
from hall_app.curator.models.tree import NODE, Node, TreeModel
from hall_app.curator.parts import button, label, row, tool
from hall_app.curator.walk import walk
from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.store import people

_HEIGHT = 27
_LINES = QSize(20, 16)


class Navigator(QFrame):
    """The tree at the left; a click on a record or a kind brings it to the middle."""

    record_chosen = Signal(str)
    kind_chosen = Signal(str)
    add_wanted = Signal(QToolButton)
    bin_wanted = Signal()
    # The whole list of a kind, of one gallery.
    list_wanted = Signal(str, str)
    work_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.model = TreeModel(self)
        self.tree = _Tree(desk, self)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(_NodeDelegate(desk, self.tree))
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
        down = QVBoxLayout(self)
        down.setContentsMargins(10, 12, 4, 8)
        down.setSpacing(8)
        head = (label(desk.say("navigator"), "heading"), None, self.work, self.bin, self.add)
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

    def _add(self) -> None:
        self.add_wanted.emit(self.add)

    def _choose(self, index: QModelIndex) -> None:
        node: Node = index.data(NODE)
        if node.gallery_id:
            self.list_wanted.emit(node.kind, node.gallery_id)
        elif node.record_id:
            self.record_chosen.emit(node.record_id)
        elif node.kind and node.key.startswith("kind:"):
            self.kind_chosen.emit(node.kind)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))


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


class _NodeDelegate(QStyledItemDelegate):
    """Draws a node: the gallery's lines, a knot or an icon; its words; its count or year."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = desk.tokens

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        node: Node = index.data(NODE)
        tokens, box = self._tokens, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.sunk))
        words = box.adjusted(4, 0, -10, 0)
        if node.key == "kinds":
            painter.setPen(QColor(tokens.line))
            painter.drawLine(words.left(), box.center().y(), words.right(), box.center().y())
            painter.restore()
            return
        self._sign(painter, node, words)
        words.adjust(28, 0, 0, 0)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Bold if node.is_strong else QFont.Weight.Normal)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        level = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | level, node.tail)
        painter.setPen(QColor(tokens.text))
        words.adjust(0, 0, -metrics.horizontalAdvance(node.tail) - 8, 0)
        title = metrics.elidedText(node.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | level, title)
        painter.restore()

    def _sign(self, painter: QPainter, node: Node, box: QRect) -> None:
        tokens, middle = self._tokens, box.center().y()
        if node.kind == Kind.GALLERY and node.record_id:
            place = QRect(box.left(), middle - 7, _LINES.width(), _LINES.height())
            gallery_icon(node.order, tokens).paint(painter, place)
        elif node.kind == Kind.EVENT and node.record_id:
            colour = QColor(tokens.gallery(node.order))
            painter.drawPixmap(box.left() + 5, middle - 6, dot(colour, is_filled=node.is_sourced))
        else:
            place = QRect(box.left() + 2, middle - 8, 17, 17)
            kind_icon(Kind(node.kind), tokens).paint(painter, place)
