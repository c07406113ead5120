"""Columns that are no field of their own record: further parts of long words, and words of a picture.

Words longer than a cell of Excel holds are cut into cells side by side, and joined again.
"""

from __future__ import annotations

import re

from hall_app.media.sheets import Cell

OF_MEDIUM = "media>"
"""Before the path of a field of the picture that a row names."""

_ROOM = 32_000
"""Excel cuts a cell at 32,767 units of UTF-16 without a word."""

_FURTHER = re.compile(r"(.*\S)\s*…(\d{1,3})", re.DOTALL)


def cut(cell: Cell) -> list[Cell]:
    """The cells for one value, the first one always there."""
    if not isinstance(cell, str) or len(cell) <= _ROOM // 2:
        return [cell]
    room = _ROOM if cell.isascii() or max(cell) <= "\uffff" else _ROOM // 2
    return [cell[start : start + room] for start in range(0, len(cell), room)]


def further(name: str, part: int) -> str:
    """What the column of a further part is called, from the name of the first; parts count from 0."""
    return f"{name} …{part + 1}" if part else name


def base_of(name: str) -> str:
    """The name of the column that a further part belongs to; empty where it is none."""
    match = _FURTHER.fullmatch(name.strip())
    return match[1] if match else ""


def part_of(name: str) -> int:
    """Which part a column holds, from 0."""
    match = _FURTHER.fullmatch(name.strip())
    return int(match[2]) - 1 if match else 0


def joined(paths: tuple[str, ...], cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells of a row with the further parts put after the first ones."""
    parts = sorted(
        (part_of(path), column, base_of(path)) for column, path in enumerate(paths) if base_of(path)
    )
    if not parts:
        return cells
    found = list(cells)
    for _, column, base in parts:
        if base in paths and cells[column] is not None:
            first = paths.index(base)
            found[first] = f"{'' if found[first] is None else found[first]}{cells[column]}"
            found[column] = None
    return tuple(found)
