"""A table from outside the hall, as plain values: its sheets, their rows, what a cell says."""

from __future__ import annotations

from dataclasses import dataclass

SUFFIXES = (".xlsx", ".csv", ".tsv", ".json")
"""The files that hold a table."""

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet.

    Attributes:
        rows: From the first one that holds anything; all as wide as the widest.
        first: The number of the first row, as the program that made the file counts.
        letters: What the columns are called there; none means A, B, C and so on.
        numbers: What the rows are called, where they do not simply count up from `first`.
        broken: Cells (row, column from 0) whose formula failed or was never worked out.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    first: int = 1
    letters: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    broken: tuple[tuple[int, int], ...] = ()

    def letter(self, column: int) -> str:
        """What a column is called: A to Z, AA and so on."""
        if column < len(self.letters):
            return self.letters[column]
        name, rest = "", column + 1
        while rest:
            rest, place = divmod(rest - 1, 26)
            name = chr(ord("A") + place) + name
        return name

    def number(self, row: int) -> int:
        """What a row is called."""
        return self.numbers[row] if row < len(self.numbers) else self.first + row


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All sheets of one file.

    Attributes:
        form: "xlsx", "csv" or "timelinejs".
        mark: What our own export writes into a workbook; empty in everybody else's.
        encoding: How a text file was written.
        hidden: Sheets of our own workbook that nobody sees.
    """

    sheets: tuple[Sheet, ...]
    form: str
    mark: str = ""
    encoding: str = ""
    hidden: tuple[Sheet, ...] = ()
