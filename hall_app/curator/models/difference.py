"""How one list of keys becomes another in few steps, so that views keep their selection."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

T = TypeVar("T")

_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Step:
    """Take the row at `old` out (`new` is None), put row `new` in (`old` is None), or move it."""

    old: int | None
    new: int | None


def steps(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Step]:
    """Steps to be done one after another; indexes are of the list as it then stands."""
    wanted = set(after)
    current = list(before)
    for at in range(len(current) - 1, -1, -1):
        if current[at] not in wanted:
            del current[at]
            yield Step(at, None)
    held = set(current)
    for at, key in enumerate(after):
        if key not in held:
            current.insert(at, key)
            yield Step(None, at)
        elif current[at] != key:
            old = current.index(key, at)
            current.insert(at, current.pop(old))
            yield Step(old, at)


def become(
    model: QAbstractItemModel,
    held: list[T],
    wanted: Sequence[T],
    key: Callable[[T], Hashable],
    *,
    columns: int = 1,
) -> None:
    """Turn the flat list behind a model into another, telling its views each step."""
    after = [key(one) for one in wanted]
    if not set(after) & {key(one) for one in held}:
        model.beginResetModel()
        held[:] = wanted
        model.endResetModel()
        return
    for step in steps([key(one) for one in held], after):
        if step.new is None:
            assert step.old is not None
            model.beginRemoveRows(_TOP, step.old, step.old)
            del held[step.old]
            model.endRemoveRows()
        elif step.old is None:
            model.beginInsertRows(_TOP, step.new, step.new)
            held.insert(step.new, wanted[step.new])
            model.endInsertRows()
        else:
            model.beginMoveRows(_TOP, step.old, step.old, _TOP, step.new)
            held.insert(step.new, held.pop(step.old))
            model.endMoveRows()
    held[:] = wanted
    if held:
        last = model.index(len(held) - 1, columns - 1)
        model.dataChanged.emit(model.index(0, 0), last)
