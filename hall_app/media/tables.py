"""The reading of a table, .xlsx, .csv, .tsv or TimelineJS, in the child that reads outside bytes."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from hall_app.media.limits import Limits
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.sheets import Cell, Sheet, Tables
from hall_app.media.timelines import flat_timeline

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_SEPARATORS = ",\t;|"
_SNIFFED = 64 * 1024
_UNPACKED_BYTES = 768 << 20
# GB18030 reads almost anything; Big5 is told from it by characters that Chinese text really uses.
_ENCODINGS = ("utf-8-sig", "gb18030", "big5hkscs")
_COMMON = re.compile(
    "[的一是在有年人和大南海中国國公司企业業产產品牌名称稱标標题題日期地址编編号號简簡介荣榮誉譽类類]"
)


def read_tables(path: Path, limits: Limits) -> Tables:
    """Read every sheet of a file; raises `Refusal` where it is no table, damaged or too large."""
    size = path.stat().st_size
    if size == 0:
        raise Refusal(Reason.EMPTY)
    if size > limits.table_bytes:
        raise Refusal(
            Reason.TOO_LARGE, detail=f"{size:,} bytes, of which {limits.table_bytes:,} are taken"
        )
    data = path.read_bytes()
    if data.startswith(_OLD_EXCEL):
        raise Refusal(
            Reason.NO_TABLE, detail="a workbook of Excel 97, which has to be saved as .xlsx"
        )
    if data.startswith(_ZIP):
        return _workbook(data, limits)
    words, encoding = _decoded(data)
    if words.lstrip()[:1] in {"{", "["}:
        return flat_timeline(words, limits)
    rows = _separated(words, limits)
    return Tables(sheets=(_sheet(path.stem, rows),), form="csv", encoding=encoding)


def _workbook(data: bytes, limits: Limits) -> Tables:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sizes = sum(entry.file_size for entry in archive.infolist())
        if sizes > _UNPACKED_BYTES:
            raise Refusal(Reason.TOO_LARGE, detail=f"{sizes:,} bytes when unpacked")
        if "xl/workbook.xml" not in archive.namelist():
            raise Refusal(Reason.NO_TABLE, detail="a packed file that is no workbook")
    from openpyxl import load_workbook  # noqa: PLC0415 (0.3 s that only a workbook pays)

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(io.BytesIO(data), read_only=True) if _has_formulas(data) else None
    mark = str(book.properties.category or "")
    sheets: list[Sheet] = []
    hidden: list[Sheet] = []
    count = 0
    for page in book.worksheets:
        is_shown = page.sheet_state == "visible"
        if not (is_shown or mark):
            continue
        # A program that states no size, or a wrong one, must not hide rows.
        page.reset_dimensions()
        rows: list[list[Cell]] = []
        broken: list[tuple[int, int]] = []
        asked = iter(formulas[page.title].iter_rows()) if formulas else None
        for number, line in enumerate(page.iter_rows()):
            count += len(line)
            if count > limits.table_cells:
                raise Refusal(Reason.TOO_LARGE, detail=f"more than {limits.table_cells:,} cells")
            formula = next(asked, ()) if asked else ()
            for place, cell in enumerate(line):
                is_formula = place < len(formula) and formula[place].data_type == "f"
                if cell.data_type == "e" or (is_formula and cell.value is None):
                    broken.append((number, place))
            rows.append([_plain(cell.value) for cell in line])
        (sheets if is_shown else hidden).append(_sheet(page.title, rows, broken))
    return Tables(sheets=tuple(sheets), form="xlsx", mark=mark, hidden=tuple(hidden))


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return any(
            re.search(rb"<f[ >]", archive.read(name))
            for name in archive.namelist()
            if name.startswith("xl/worksheets/")
        )


def _sheet(name: str, rows: list[list[Cell]], broken: list[tuple[int, int]] | None = None) -> Sheet:
    """The sheet from its first row that holds anything to its last, all rows equally wide."""
    full = [at for at, row in enumerate(rows) if any(cell not in {None, ""} for cell in row)]
    if not full:
        return Sheet(name=name)
    first, last = full[0], full[-1] + 1
    kept = rows[first:last]
    width = max(
        place + 1 for row in kept for place, cell in enumerate(row) if cell not in {None, ""}
    )
    return Sheet(
        name=name,
        first=first + 1,
        rows=tuple(tuple((row + [None] * width)[:width]) for row in kept),
        broken=tuple((row - first, place) for row, place in broken or () if first <= row < last),
    )


def _plain(value: Any) -> Cell:
    match value:
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case float() if value.is_integer() and abs(value) < 2**53:
            return int(value)
        case None | str() | bool() | int() | float():
            return value
        case _:
            return str(value)


def _separated(words: str, limits: Limits) -> list[list[Cell]]:
    csv.field_size_limit(limits.table_bytes)
    rows: list[list[Cell]] = []
    count = 0
    for line in csv.reader(io.StringIO(words, newline=""), delimiter=_separator(words)):
        count += len(line)
        if count > limits.table_cells:
            raise Refusal(Reason.TOO_LARGE, detail=f"more than {limits.table_cells:,} cells")
        rows.append([*line])
    if not rows:
        raise Refusal(Reason.EMPTY)
    return rows


def _separator(words: str) -> str:
    """The one that cuts the first lines into the most columns, as evenly as possible."""

    def columns(separator: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(words[:_SNIFFED], newline=""), delimiter=separator)
        widths = [len(line) for _, line in zip(range(20), lines, strict=False) if line]
        return (min(widths, default=0), widths.count(widths[0]) if widths else 0)

    return max(_SEPARATORS, key=columns)


def _decoded(data: bytes) -> tuple[str, str]:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16"), "utf-16"
    if b"\0" in data[:_SNIFFED]:
        raise Refusal(Reason.NO_TABLE, detail="no text, workbook or TimelineJS file")
    found = []
    for encoding in _ENCODINGS:
        try:
            words = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8-sig":
            return words, "utf-8"
        found.append((len(_COMMON.findall(words)), words, encoding))
    if not found:
        raise Refusal(Reason.DAMAGED, detail="letters in an encoding that is not known here")
    _, words, encoding = max(found, key=lambda one: one[0])
    return words, encoding.removesuffix("hkscs")
