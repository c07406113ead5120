"""How one list of keys becomes another in few steps, so that views keep their selection."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass


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
