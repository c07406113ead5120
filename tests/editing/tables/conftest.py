"""A library with a few enterprises, and hands that write tables and take them in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hall_app.domain.kinds import Kind
from hall_app.editing import records
from hall_app.editing.tables.mapping import suggested
from hall_app.editing.tables.plan import Plan
from hall_app.editing.tables.planning import make_plan

Sheets = dict[str, list[list[Any]]]


def write_book(path: Path, sheets: Sheets) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
    return path


@pytest.fixture
def planned(store, workshop, tmp_path) -> Callable[..., Plan]:
    """Write sheets as a workbook, or take a file, and give its plan."""

    def plan(what: Sheets | Path, **options: Any) -> Plan:
        path = what if isinstance(what, Path) else write_book(tmp_path / "table.xlsx", what)
        kind = options.pop("kind", None)
        source = suggested(store, workshop.read_tables(path), kind=kind)
        return make_plan(store, source, folder=path.parent, workshop=workshop, **options)

    return plan


@pytest.fixture
def plant(store):
    """An enterprise of the library."""
    values = {"title.zh-Hans": "甲厂", "title.en": "Plant A", "town": "guicheng", "founded": "1979"}
    return records.create(store, Kind.ENTERPRISE, "plant-a", values)
