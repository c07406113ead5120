"""Lists change in place: rows that stay are not made again."""

from dataclasses import dataclass

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from hall_app.kiosk.rows import Rows


@dataclass(frozen=True)
class Line:
    id: str
    words: str = ""


@pytest.fixture
def rows(qapp):
    made = Rows(Line)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def lines(*ids: str) -> list[Line]:
    return [Line(one, one.upper()) for one in ids]


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "abc"), ("abc", ""), ("abc", "abxc"), ("abcd", "ad"), ("abc", "xyz"), ("ab", "ba")],
)
def test_rows_are_those_that_were_shown_last(rows, before, after):
    rows.show(lines(*before))
    rows.show(lines(*after))
    assert [row.id for row in rows.rows] == list(after)
    assert rows.rowCount() == len(after)


def test_same_rows_in_other_words_only_change(rows):
    rows.show([Line("a", "丝"), Line("b", "绸")])
    changed, removed = QSignalSpy(rows.dataChanged), QSignalSpy(rows.rowsRemoved)
    rows.show([Line("a", "Silk"), Line("b", "绸")])
    assert changed.count() == 1
    assert removed.count() == 0


def test_row_in_the_middle_comes_without_moving_the_others(rows):
    rows.show(lines("a", "c"))
    added = QSignalSpy(rows.rowsInserted)
    rows.show(lines("a", "b", "c"))
    assert (added.at(0)[1], added.at(0)[2]) == (1, 1)


def test_roles_are_the_fields(rows):
    assert {bytes(name) for name in rows.roleNames().values()} == {b"id", b"words"}
