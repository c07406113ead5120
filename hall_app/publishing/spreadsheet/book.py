"""A workbook in the hall's own dress, with equal bytes for equal content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from hall_app.media.sheets import Cell
from hall_app.store.connection import machine_failure

_THEN = datetime(2000, 1, 1)  # noqa: DTZ001 (Excel's own times know no zone)
_WIDEST = 48
_FORMULA = ("=", "+", "-", "@")
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def new_book(mark: str) -> Any:
    """An empty workbook that says whose it is."""
    from openpyxl import Workbook  # noqa: PLC0415 (0.3 s that only a workbook pays)

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = ""
    book.properties.category = mark
    book.properties.created = book.properties.modified = _THEN
    return book


def add_sheet(book: Any, name: str) -> Any:
    """A sheet of this name, or the nearest one that Excel allows."""
    return book.create_sheet(_NO_SHEET_NAME.sub(" ", name)[:31] or "Sheet")


def put(page: Any, row: int, column: int, value: Cell) -> Any:
    """Write one cell; words stay words, whatever they begin with."""
    cell = page.cell(row=row, column=column)
    if value is None or value == "":
        return cell
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(_FORMULA):
            cell.quotePrefix = True
    return cell


def dress(page: Any, *, rows: int, columns: int) -> None:
    """Freeze and mark the header, wrap long words, and give each column the room it needs."""
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    page.freeze_panes = "A2"
    head = PatternFill("solid", fgColor="1F4E6B")
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True, color="FFFFFF")
    for column in range(1, columns + 1):
        longest = 0
        for row in range(1, rows + 2):
            cell = page.cell(row=row, column=column)
            words = "" if cell.value is None else str(cell.value)
            # A Chinese character is two Latin ones wide.
            longest = max(longest, sum(2 if ord(c) > 0x2E7F else 1 for c in words[:_WIDEST]))
            if row == 1:
                cell.fill, cell.font = head, bold
            if len(words) > _WIDEST or "\n" in words or row == 1:
                cell.alignment = wrapped
        page.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, 9), _WIDEST)


def hide(book: Any, name: str, rows: Iterable[Sequence[Cell]]) -> None:
    """A sheet that nobody sees, for what only the program reads again."""
    page = add_sheet(book, name)
    page.sheet_state = "hidden"
    for number, line in enumerate(rows, start=1):
        for column, value in enumerate(line, start=1):
            put(page, number, column, value)


def save(book: Any, path: Path) -> None:
    """Write the workbook, beside its place first.

    Raises:
        DiskFull, MachineFailed: As said; what stood there still stands.
    """
    held = io.BytesIO()
    book.save(held)
    aside = path.with_name(f".{path.name}.new")
    try:
        with (
            zipfile.ZipFile(held) as made,
            zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as out,
        ):
            for name in sorted(made.namelist()):
                data = made.read(name)
                if name == "docProps/core.xml":
                    data = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", data)
                entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                out.writestr(entry, data)
        aside.replace(path)
    except OSError as problem:
        aside.unlink(missing_ok=True)
        raise machine_failure(problem, path) from problem
