"""Days and spans: calendar, order, words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.dates import Day, HallDate, Precision, days_in_month, sort_key
from tests.strategies import days


@given(days())
def test_a_day_reads_back_as_it_was_written(day):
    assert Day.parse(str(day)) == day


@given(st.dates())
def test_the_calendar_is_the_gregorian_one(moment):
    assert str(Day(moment.year, moment.month, moment.day)) == moment.isoformat()
    after = date.fromordinal(min(moment.toordinal() + 1, date.max.toordinal()))
    is_last = after.month != moment.month
    if after > moment:
        assert is_last == (moment.day == days_in_month(moment.year, moment.month))


@pytest.mark.parametrize("words", ["1900-02-29", "2001-13-01", "2001-00-01", "2001-04-31", "2001-04-00", "2001-4-1", "soon", "", "99-01-01"])  # fmt: skip
def test_no_day_of_the_calendar_is_refused(words):
    with pytest.raises(ValueError):
        Day.parse(words)


def test_leap_years_reach_before_christ():
    assert days_in_month(0, 2) == 29
    assert days_in_month(-4, 2) == 29
    assert days_in_month(-100, 2) == 28
    assert days_in_month(2000, 2) == 29


@given(days(), days())
def test_sorting_by_key_is_sorting_by_time(one, other):
    assert (sort_key(one) < sort_key(other)) == (one < other)
    if one < other:
        assert one.fraction <= other.fraction


def test_a_span_sorts_by_its_first_day():
    reign = HallDate("1872/1874", Day(1872), Day(1874, 12, 31), Precision.PERIOD)
    assert reign.sort_key == 1872_01_01


def test_a_fraction_lies_within_its_year():
    assert Day(1872).fraction == 1872
    assert 1872.9 < Day(1872, 12, 31).fraction < 1873
