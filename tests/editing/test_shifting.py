"""Dates move by their own step and never become more, or less, exact than they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.dates import HallDate, Precision
from hall_app.domain.text import NO_TEXT
from hall_app.editing import dates
from hall_app.editing.shifting import Unit, can_stretch, shifted, stretched, unit_of
from hall_app.errors import InvalidRecord

WRITTEN = [
    "1872", "1872-03", "1872-03-31", "2020-02-29", "196X", "19XX", "-0213", "1984~", "1872/1874",
    "1979/..", "1979-12/..", "2001-21", "2020-01-31/2021-02-28", "2019-05/2020-02", "1950~/1960?",
    "1872-XX", "1872-03-XX",
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "count", "unit", "moved"),
    [
        ("1872", 3, Unit.YEAR, "1875"),
        ("1872-11", 3, Unit.MONTH, "1873-02"),
        ("2019-12-31", 1, Unit.DAY, "2020-01-01"),
        ("2020-02-29", 1, Unit.YEAR, "2021-02-28"),
        ("196X", 1, Unit.DECADE, "197X"),
        ("196X", 17, Unit.YEAR, "198X"),
        ("19XX", -1, Unit.CENTURY, "18XX"),
        ("-0213", 214, Unit.YEAR, "0001"),
        ("1872/1874", -2, Unit.YEAR, "1870/1872"),
        ("1979/..", 1, Unit.YEAR, "1980/.."),
        ("2001-21", 2, Unit.YEAR, "2003-21"),
        ("1872-03", 40, Unit.DAY, "1872-04"),
        ("1872-03-15", 1, Unit.CENTURY, "1972-03-15"),
    ],
)
def test_date_moves_in_steps_of_its_precision(typed, count, unit, moved):
    assert shifted(dates.parse(typed), count, unit).edtf == moved


@given(st.sampled_from(WRITTEN), st.integers(-19, 40))
def test_moved_date_is_the_date_that_would_have_been_typed(typed, count):
    date = dates.parse(typed)
    moved = shifted(date, count, unit_of(date))
    assert moved == dates.parse(moved.edtf)
    assert moved.precision is date.precision


@given(st.sampled_from(WRITTEN), st.integers(-40, 40), st.sampled_from([0, 1]))
def test_stretched_period_is_the_period_that_would_have_been_typed(typed, count, end):
    date = dates.parse(typed)
    if not can_stretch(date) or (end and date.latest is None):
        with pytest.raises(InvalidRecord):
            stretched(date, end, count, Unit.YEAR)
        return
    made = stretched(date, end, count, Unit.YEAR)
    assert made.earliest <= (made.latest or made.earliest)
    assert (made.earliest, made.latest) == _span(dates.parse(made.edtf))


def _span(date: HallDate):
    return date.earliest, date.latest


def test_words_of_the_old_date_do_not_stay_with_the_new_one():
    date = dates.parse("清同治十一年")
    assert date.words
    assert shifted(date, 0, Unit.YEAR) == date
    assert shifted(date, 1, Unit.YEAR).words == NO_TEXT


def test_part_of_a_decade_moves_by_decades_and_stays_one():
    moved = shifted(dates.parse("20世纪80年代初"), 1, Unit.DECADE)
    assert moved.edtf == "1990~/1992~"
    assert moved.precision is Precision.DECADE
    assert not can_stretch(moved)


def test_end_never_passes_the_other_end():
    date = dates.parse("1872/1874")
    assert stretched(date, 1, -2, Unit.YEAR).edtf == "1872/1872"
    assert stretched(date, 1, -3, Unit.YEAR) == date
    assert stretched(date, 0, 9, Unit.YEAR) == date


@pytest.mark.parametrize(("typed", "count"), [("9999", 1), ("19XX", -20), ("-9999", -1)])
def test_date_cannot_leave_the_calendar(typed, count):
    date = dates.parse(typed)
    with pytest.raises(InvalidRecord):
        shifted(date, count, unit_of(date))


def test_date_of_a_foreign_form_is_refused_in_words():
    date = dates.parse("1872")
    with pytest.raises(InvalidRecord, match="cannot be moved"):
        shifted(HallDate("Y12345", date.earliest, date.latest, date.precision), 1, Unit.YEAR)
