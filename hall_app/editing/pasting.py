"""A block of cells from a spreadsheet, read as events: what each row would be, or why it is none.

The first row may be a header, in 简, 繁 or English; without one the columns are date, title, text,
gallery, importance. A gallery is named by its title in any language, or by its slug.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Any

from hall_app.domain.dates import HallDate
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Certainty, Event, Record
from hall_app.domain.text import EN, LANGUAGES, ZH_HANS, ZH_HANT
from hall_app.editing import dates
from hall_app.errors import InvalidRecord
from hall_app.store import grams
from hall_app.store.store import Store

MOST_ROWS = 5_000


class Column(StrEnum):
    """What a column of the block holds."""

    DATE = "date"
    TITLE = "title"
    TITLE_HANT = "title-hant"
    TITLE_EN = "title-en"
    TEXT = "text"
    GALLERY = "gallery"
    IMPORTANCE = "importance"
    CERTAINTY = "certainty"


class Fault(StrEnum):
    """Why a cell, or a whole row, cannot be taken."""

    NO_DATE = "no-date"
    DATE = "date"
    NO_TITLE = "no-title"
    GALLERY = "gallery"
    IMPORTANCE = "importance"
    CERTAINTY = "certainty"
    TOO_MANY = "too-many"


PLAIN_ORDER = (Column.DATE, Column.TITLE, Column.TEXT, Column.GALLERY, Column.IMPORTANCE)
COPIED = (
    Column.DATE, Column.TITLE, Column.TITLE_HANT, Column.TITLE_EN, Column.TEXT, Column.GALLERY,
    Column.IMPORTANCE, Column.CERTAINTY,
)  # fmt: skip
_NAMES = {
    Column.DATE: ("日期", "时间", "年份", "date", "year", "when", "edtf"),
    Column.TITLE: ("标题", "题目", "事件", "title", "headline", "event", "zh-hans", "简体标题"),
    Column.TITLE_HANT: ("繁体标题", "zh-hant", "traditional title"),
    Column.TITLE_EN: ("英文标题", "en", "english title", "title (en)"),
    Column.TEXT: ("正文", "内容", "说明", "text", "body", "description"),
    Column.GALLERY: ("展厅", "轨道", "gallery", "lane", "group"),
    Column.IMPORTANCE: ("重要程度", "重要性", "重要", "importance", "rank"),
    Column.CERTAINTY: ("说法", "可信", "certainty"),
}
_PATHS = {
    Column.TITLE: f"title.{ZH_HANS}", Column.TITLE_HANT: f"title.{ZH_HANT}",
    Column.TITLE_EN: f"title.{EN}", Column.TEXT: f"text.{ZH_HANS}",
}  # fmt: skip
_RANKS = {
    "1": 1, "2": 2, "3": 3, "一": 1, "二": 2, "三": 3, "里程碑": 3, "landmark": 3, "重要的": 2,
    "important": 2,
}  # fmt: skip
_CERTAINTIES = {
    "": Certainty.FACT, "fact": Certainty.FACT, "事实": Certainty.FACT,
    "tradition": Certainty.TRADITION, "相传": Certainty.TRADITION,
    "disputed": Certainty.DISPUTED, "说法不一": Certainty.DISPUTED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row of the block.

    Attributes:
        number: Which line of the block it is, from 1.
        cells: The words of each column.
        values: The fields of the event it would be.
        faults: What is wrong, and in which column; nothing when it is good.
    """

    number: int
    cells: dict[Column, str]
    values: dict[str, Any]
    faults: tuple[tuple[Column, Fault], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A whole block.

    Attributes:
        columns: What each column was taken for; None for one that is passed over.
        unknown: The headings of the columns that are passed over.
    """

    columns: tuple[Column | None, ...]
    has_header: bool
    unknown: tuple[str, ...]
    rows: tuple[PastedRow, ...]

    @property
    def good(self) -> list[dict[str, Any]]:
        """The fields of the events that can be made."""
        return [row.values for row in self.rows if not row.faults]


def read(store: Store, block: str) -> Block:
    """What a block would make of the library; nothing is written."""
    table = _table(block)
    lines = [(n, row) for n, row in enumerate(table, start=1) if any(cell.strip() for cell in row)]
    heads = [_column(cell) for cell in lines[0][1]] if lines else []
    known = [one for one in heads if one is not None]
    has_header = Column.TITLE in known or len(known) >= 2
    columns = tuple(heads) if has_header else PLAIN_ORDER
    unknown = _unknown(lines[0][1], heads) if has_header else ()
    galleries = _galleries(store)
    rows = tuple(
        _row(number, _cells(columns, row), galleries, place)
        for place, (number, row) in enumerate(lines[1 if has_header else 0 :], start=1)
    )
    return Block(columns, has_header, unknown, rows)


def write(store: Store, events: Iterable[Event], headings: dict[Column, str]) -> str:
    """Events as a block that a spreadsheet takes, and `read` reads again."""
    out = StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow([headings[one] for one in COPIED])
    names = {one.id: one.title[ZH_HANS] or one.slug for one in store.all(Kind.GALLERY)}
    for event in events:
        gallery = names.get(event.gallery, "") if event.gallery else ""
        titles = (event.title[language] for language in LANGUAGES)
        writer.writerow(
            [_date_cell(event.date), *titles, event.text[ZH_HANS], gallery, event.importance,
             str(event.certainty)]
        )  # fmt: skip
    return out.getvalue()


def _table(block: str) -> list[list[str]]:
    """The cells; a spreadsheet puts quotes around those that hold tabs, quotes or lines."""
    words = block.strip("\n\r")
    try:
        return list(csv.reader(StringIO(words, newline=""), delimiter="\t"))
    except csv.Error:  # a cell longer than any that a spreadsheet makes
        return [line.split("\t") for line in words.splitlines()]


def _date_cell(date: HallDate | None) -> str:
    """The words people say, where they lead to the same date; else its exchange form."""
    if date is None:
        return ""
    words = date.words[ZH_HANS]
    try:
        return words if words and dates.parse(words).edtf == date.edtf else date.edtf
    except InvalidRecord:
        return date.edtf


def _column(cell: str) -> Column | None:
    words = grams.fold(cell.strip()).lower().rstrip("：:")
    return next((one for one, names in _NAMES.items() if words in names), None)


def _unknown(cells: Sequence[str], heads: Sequence[Column | None]) -> tuple[str, ...]:
    return tuple(
        cell.strip() for cell, one in zip(cells, heads, strict=True) if one is None and cell.strip()
    )


def _cells(columns: Sequence[Column | None], row: Sequence[str]) -> dict[Column, str]:
    pairs = zip(columns, row, strict=False)
    return {column: cell.strip() for column, cell in pairs if column is not None}


def _galleries(store: Store) -> dict[str, Record]:
    """Galleries by everything they are called."""
    return {
        grams.fold(name).lower(): one
        for one in store.all(Kind.GALLERY)
        for name in (one.slug, *(one.title[language] for language in LANGUAGES))
        if name
    }


def _row(
    number: int, cells: dict[Column, str], galleries: dict[str, Record], place: int
) -> PastedRow:
    values: dict[str, Any] = {
        path: cells[column] for column, path in _PATHS.items() if cells.get(column)
    }
    faults: list[tuple[Column, Fault]] = []
    if place > MOST_ROWS:
        faults.append((Column.TITLE, Fault.TOO_MANY))
    if not any(path.startswith("title.") for path in values):
        faults.append((Column.TITLE, Fault.NO_TITLE))
    typed = cells.get(Column.DATE, "")
    try:
        values["date"] = dates.parse(typed)
    except InvalidRecord:
        faults.append((Column.DATE, Fault.DATE if typed else Fault.NO_DATE))
    if named := cells.get(Column.GALLERY):
        found = galleries.get(grams.fold(named).lower())
        if found is None:
            faults.append((Column.GALLERY, Fault.GALLERY))
        else:
            values["gallery"] = found.id
    _choose(cells, Column.IMPORTANCE, _RANKS, Fault.IMPORTANCE, values, faults)
    _choose(cells, Column.CERTAINTY, _CERTAINTIES, Fault.CERTAINTY, values, faults)
    return PastedRow(number, cells, values, tuple(faults))


def _choose(
    cells: dict[Column, str],
    column: Column,
    choices: dict[str, Any],
    fault: Fault,
    values: dict[str, Any],
    faults: list[tuple[Column, Fault]],
) -> None:
    words = grams.fold(cells.get(column, "")).lower()
    if not words:
        return
    if words in choices:
        values[str(column)] = choices[words]
    else:
        faults.append((column, fault))
