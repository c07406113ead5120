"""Days and months are counted without a gap, from before Christ until after us."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.dates import Day
from hall_app.domain.reckoning import day_at, month_end, months_later, ordinal


@given(st.integers(-4_000_000, 4_000_000))
def test_number_of_a_day_leads_back_to_it(number):
    assert ordinal(day_at(number)) == number


@given(st.dates(date(1, 1, 1)))
def test_days_are_counted_as_pythons_own_calendar_counts_them(known):
    first = ordinal(Day(1, 1, 1))
    counted = ordinal(Day(known.year, known.month, known.day))
    assert counted - first == known.toordinal() - 1


def test_year_nought_begins_the_count():
    assert ordinal(Day(0, 1, 1)) == 0
    assert day_at(-1) == Day(-1, 12, 31)


def test_months_later_stays_in_the_calendar():
    assert months_later(Day(2020, 1, 31), 1) == Day(2020, 2, 29)
    assert months_later(Day(-1, 12, 5), 1) == Day(0, 1, 5)
    assert months_later(Day(1872, 3, 1), -15) == Day(1870, 12, 1)


def test_month_ends_with_its_last_day():
    assert month_end(Day(1900, 2, 1)) == Day(1900, 2, 28)
