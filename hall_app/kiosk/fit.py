"""Whether all words fit: nothing cut, nothing outside the screen, nothing over other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtQuick import QQuickItem

_TOLERANCE = 3.0
_OVERLAP = 6.0


class Fault(StrEnum):
    """What is wrong with a text on the screen."""

    ELIDED = "elided"
    CLIPPED = "clipped"
    OUTSIDE = "outside"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that does not fit, and where it stands."""

    fault: Fault
    name: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    item: QQuickItem
    text: str
    box: QRectF
    layer: QQuickItem | None
    view: QRectF | None

    @property
    def seen(self) -> QRectF:
        """What is not scrolled away."""
        return self.box.intersected(self.view) if self.view is not None else self.box


def misfits(root: QQuickItem) -> list[Misfit]:
    """Every text below `root` that a visitor could not read whole."""
    screen = root.mapRectToScene(QRectF(0, 0, root.width(), root.height()))
    unit = root.mapRectToScene(QRectF(0, 0, 1, 1)).width()
    shown = list(_texts(root, None, None))
    found = [fault for words in shown for fault in _alone(words, screen, unit)]
    return found + _overlaps(shown, unit)


def texts(root: QQuickItem) -> list[str]:
    """All words now on the screen."""
    return [words.text for words in _texts(root, None, None)]


def _texts(item: QQuickItem, layer: QQuickItem | None, view: QRectF | None) -> Iterator[_Words]:
    if not item.isVisible() or item.opacity() == 0:
        return
    # A sheet that covers a page is a layer of its own; so is anything that scrolls.
    if item.property("coversPage"):
        layer = item
    if item.inherits("QQuickFlickable") and item.clip():
        window = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        window = window.intersected(view) if view else window
        view = window
    if item.property("isTxt"):
        text = str(item.property("text"))
        if text.strip():
            yield _Words(item, text, _painted(item), layer, view)
        return
    for child in item.childItems():
        yield from _texts(child, layer, view)


def _painted(item: QQuickItem) -> QRectF:
    """The rectangle the glyphs fill, in the scene."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    x = (item.width() - width) * float(item.property("acrossShare"))
    y = (item.height() - height) * float(item.property("downShare"))
    return item.mapRectToScene(QRectF(x, y, width, height))


def _alone(words: _Words, screen: QRectF, unit: float) -> Iterator[Misfit]:
    item, name = words.item, _name(words.item)
    if item.property("truncated") and not item.property("isAbridged"):
        yield Misfit(Fault.ELIDED, name, words.text)
    spill = float(item.property("contentWidth")) - item.width()
    if _lines(words) > 1:  # a single line may stand in a cell lower than its leading
        spill = max(spill, float(item.property("contentHeight")) - item.height())
    if spill > _TOLERANCE and not item.property("isAbridged"):
        yield Misfit(Fault.CLIPPED, name, words.text, f"{spill:.0f} px")
    ancestor, scrolls = item.parentItem(), False
    while ancestor is not None:
        scrolls = scrolls or _is_flickable(ancestor)
        if ancestor.clip() and not scrolls:
            room = ancestor.mapRectToScene(QRectF(0, 0, ancestor.width(), ancestor.height()))
            if not _inside(words.box, room, unit):
                yield Misfit(Fault.CLIPPED, name, words.text, _name(ancestor))
                break
        ancestor = ancestor.parentItem()
    if not scrolls and not _inside(words.box, screen, unit):
        yield Misfit(Fault.OUTSIDE, name, words.text)


def _is_flickable(item: QQuickItem) -> bool:
    return item.inherits("QQuickFlickable")


def _inside(box: QRectF, room: QRectF, unit: float) -> bool:
    slack = _TOLERANCE * unit
    return room.adjusted(-slack, -slack, slack, slack).contains(box)


def _overlaps(shown: list[_Words], unit: float) -> list[Misfit]:
    found = []
    slack = _OVERLAP * unit
    for one, other in combinations(shown, 2):
        if one.layer is not other.layer:
            continue
        common = one.seen.intersected(other.seen)
        if common.width() > slack and common.height() > _leading_slack(one, other):
            found.append(Misfit(Fault.OVERLAPS, _name(one.item), one.text, other.text))
    return found


def _leading_slack(one: _Words, other: _Words) -> float:
    """Boxes hold the font's own leading, which is empty: a third of the smaller line."""
    smaller = min(one.box.height() / _lines(one), other.box.height() / _lines(other))
    return smaller * 0.34


def _lines(words: _Words) -> int:
    return max(1, int(words.item.property("lineCount") or 1))


def _name(item: QObject) -> str:
    if item.objectName():
        return item.objectName()
    parent = item.parent()
    while parent is not None:
        if parent.objectName():
            return parent.objectName()
        parent = parent.parent()
    return str(item.metaObject().className())
