"""A copy of an imported table with its faults marked, to be mended and taken in again."""

from __future__ import annotations

from pathlib import Path

from hall_app.editing.tables.plan import Plan
from hall_app.publishing.spreadsheet.book import add_sheet, dress, hide, new_book, put, save

_FILL = "FBD5D2"


def write_marked(plan: Plan, out: Path, *, language: str) -> int:
    """Write the table as it was read, with a comment on each bad cell, and give their number.

    Args:
        plan: With its faults.
        out: The workbook.
        language: Of the comments.

    Raises:
        DiskFull, MachineFailed: As said.
    """
    from openpyxl.comments import Comment  # noqa: PLC0415 (0.3 s that only a workbook pays)
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    tables = plan.source.tables
    book = new_book(tables.mark)
    fill = PatternFill("solid", fgColor=_FILL)
    words: dict[tuple[int, int, int], list[str]] = {}
    for row, fault in plan.faults:
        at = (row.place[0], row.place[1], max(fault.column, 0))
        words.setdefault(at, []).append(fault.words(language))
    for number, sheet in enumerate(tables.sheets):
        page = add_sheet(book, sheet.name)
        for place, row_cells in enumerate(sheet.rows):
            for column, value in enumerate(row_cells):
                put(page, place + 1, column + 1, value)
        if sheet.rows:
            dress(page, rows=len(sheet.rows) - 1, columns=len(sheet.rows[0]))
        for (sheet_number, row_number, column), said in words.items():
            if sheet_number == number:
                cell = page.cell(row=row_number + 1, column=column + 1)
                cell.fill = fill
                cell.comment = Comment("\n".join(said), "hall", height=110, width=320)
    for sheet in tables.hidden:
        hide(book, sheet.name, sheet.rows)
    save(book, out)
    return len(words)
