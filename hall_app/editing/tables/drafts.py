"""One row while its plan is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.editing.tables.columns import Leaf, leaf_at
from hall_app.editing.tables.faults import BadCell, Fault
from hall_app.editing.tables.lengths import joined
from hall_app.editing.tables.plan import Known
from hall_app.media.sheets import Cell, Sheet

_UNKNOWN = RecordId("")


@dataclass(slots=True)
class Draft:
    """A row, who it is, and what was found wrong with it so far."""

    place: tuple[int, int]
    sheet: Sheet
    kind: Kind
    paths: tuple[str, ...]
    cells: tuple[Cell, ...]
    record_id: RecordId = _UNKNOWN
    slug: str = ""
    record: Record | None = None
    known_by: Known = Known.NOTHING
    faults: list[Fault] = field(default_factory=list)

    @property
    def number(self) -> int:
        """What the row is called in its file."""
        return self.sheet.number(self.place[1])

    @property
    def title(self) -> str:
        """The first title of the row, else of its record."""
        found = next((words for path, words in self.words() if path.startswith("title.")), "")
        return found or (self.record.title.best("zh-Hans") if self.record else "")

    def words(self) -> Iterator[tuple[str, str]]:
        """Every cell that says something, as words."""
        for path, cell in zip(self.paths, self.cells, strict=True):
            if path and cell is not None and str(cell).strip():
                yield path, str(cell).strip()

    def word(self, path: str) -> str:
        """What the cell of a path says."""
        return next((words for one, words in self.words() if one == path), "")

    def leaves(self) -> Iterator[tuple[int, Leaf, Cell]]:
        """Every column that means a field, with its cell."""
        for column, (path, cell) in enumerate(zip(self.paths, self.cells, strict=True)):
            leaf = leaf_at(self.kind, path) if path else None
            if leaf is not None:
                yield column, leaf, cell

    def refuse(self, bad: BadCell, path: str = "", column: int | None = None) -> None:
        """Note what is wrong, with the cell of a path or the whole row."""
        if column is None:
            column = self.paths.index(path) if path and path in self.paths else -1
        name = f"{self.sheet.letter(column)}{self.number}" if column >= 0 else str(self.number)
        self.faults.append(Fault(column, name, bad.fault, tuple(bad.parts.items())))


def draft_of(place: int, row: int, sheet: Sheet, kind: Kind, paths: tuple[str, ...]) -> Draft:
    """A row of a sheet before anything is known of it."""
    cells = sheet.rows[row]
    padded = (paths + ("",) * len(cells))[: len(cells)]
    return Draft((place, row), sheet, kind, padded, joined(padded, cells))
