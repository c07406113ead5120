"""Records as a workbook: a sheet a kind, every field a column, choices as drop-downs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hall_app.domain.fields import Shape
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.editing.tables import headers, names, origins
from hall_app.editing.tables.cells import written
from hall_app.editing.tables.columns import Leaf, columns_of, value_at
from hall_app.editing.tables.directory import Directory
from hall_app.editing.tables.lengths import cut, further
from hall_app.editing.tables.planning import MARK
from hall_app.errors import NotFound
from hall_app.media.sheets import Cell
from hall_app.publishing.spreadsheet.book import add_sheet, dress, hide, new_book, put, save
from hall_app.store.store import Store

_LONGEST_LIST = 255  # what Excel takes as the words of a drop-down
_ROOM = 500  # rows below the last that have drop-downs too

Progress = Callable[[int, int], None]


def export(
    store: Store,
    out: Path,
    *,
    kinds: Iterable[Kind] = (),
    ids: Iterable[RecordId] = (),
    language: str = "zh-Hans",
    on_progress: Progress | None = None,
) -> int:
    """Write records as a workbook that can be taken in again, and give their number.

    Args:
        store: The library.
        out: The workbook.
        kinds: All records of these kinds.
        ids: Only these records, in this order.
        language: Of headers and choices; the texts are there in all three.
        on_progress: Told how many records of how many are written.

    Raises:
        NotFound: There is nothing to write.
        Cancelled: By `on_progress`.
        DiskFull, MachineFailed: As said.
    """
    chosen = [store.get(one) for one in ids]
    sheets = {
        kind: [one for one in chosen if one.kind is kind] for kind in Kind if not chosen or any(
            one.kind is kind for one in chosen
        )
    } if chosen else {kind: list(store.all(kind)) for kind in kinds}  # fmt: skip
    total = sum(map(len, sheets.values()))
    if not sheets or not total:
        raise NotFound(
            "There is nothing to export.", "Choose a kind that has records.", code="export-nothing"
        )
    book, directory, done = new_book(MARK), Directory(store), 0
    known: list[tuple[str, ...]] = []
    for kind, records in sheets.items():
        page = add_sheet(book, names.kind_label(kind, language))
        leaves = columns_of(kind, records)
        lines: list[list[list[Cell]]] = []
        for record in records:
            values = (written(value_at(record, leaf), leaf, directory, language) for leaf in leaves)
            lines.append([cut(value) for value in values])
            known.extend(origins.rows_of(record, leaves))
            done += 1
            if on_progress is not None:
                on_progress(done, total)
        columns = _columns(leaves, lines)
        for column, (leaf, part) in enumerate(columns, start=1):
            put(page, 1, column, further(headers.label(kind, leaf.path, language), part))
        for row, line in enumerate(lines, start=2):
            _write(page, row, line, columns)
        _offer_choices(page, columns, len(records) + 1 + _ROOM, language)
        dress(page, rows=len(records), columns=len(columns))
    if known:
        hide(book, origins.SHEET, [origins.HEAD, *known])
    save(book, out)
    return total


def _columns(leaves: tuple[Leaf, ...], lines: list[list[list[Cell]]]) -> list[tuple[Leaf, int]]:
    """Every column, with further ones beside it where words need more than one cell."""
    return [
        (leaf, part)
        for place, leaf in enumerate(leaves)
        for part in range(max((len(line[place]) for line in lines), default=1))
    ]


def _write(page: Any, row: int, line: list[list[Cell]], columns: list[tuple[Leaf, int]]) -> None:
    place = -1
    for column, (_, part) in enumerate(columns, start=1):
        place += part == 0
        if part < len(line[place]):
            put(page, row, column, line[place][part])


def _offer_choices(page: Any, columns: list[tuple[Leaf, int]], last: int, language: str) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    for column, (leaf, _) in enumerate(columns, start=1):
        if leaf.is_many or leaf.is_fixed:
            continue
        if leaf.field.shape is Shape.CHOICE:
            words = [names.choice_label(choice, language) for choice in leaf.field.type]
        elif leaf.field.shape is Shape.FLAG:
            words = [names.say("table-yes", language), names.say("table-no", language)]
        else:
            continue
        listed = ",".join(words)
        if len(listed) > _LONGEST_LIST or any("," in one for one in words):
            continue
        # Other words are let in: the import says what is wrong with them, in the person's language.
        offered = DataValidation(type="list", formula1=f'"{listed}"', showErrorMessage=False)
        letter = get_column_letter(column)
        offered.add(f"{letter}2:{letter}{last}")
        page.add_data_validation(offered)
