"""Which night's backup is due, and which of a year's stay."""

from datetime import UTC, datetime, timedelta

import pytest

from hall_app.editing.nightly.plan import Plan, is_due, kept

PLAN = Plan(folder=None)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("newest", "due"),
    [
        (None, True),
        (NOW.replace(hour=2, minute=1), False),
        (NOW.replace(hour=1, minute=59), True),
        (NOW - timedelta(days=4), True),
    ],
)
def test_one_is_due_when_the_hour_has_passed_since_the_last(newest, due):
    assert is_due(newest, NOW, 2) is due


def test_before_the_hour_last_nights_is_enough():
    assert not is_due(NOW - timedelta(hours=10), NOW, 22)
    assert is_due(NOW - timedelta(hours=12), NOW, 22)


def test_of_a_year_of_nights_seven_days_four_weeks_and_twelve_months_stay():
    nights = [NOW - timedelta(days=day) for day in range(365)]
    stays = kept(nights, PLAN)
    assert set(nights[:7]) <= stays
    assert len({moment.isocalendar()[:2] for moment in stays}) >= 4
    assert {(moment.year, moment.month) for moment in stays} == {
        (2025, 12), *((2026, month) for month in range(1, 12))
    }  # fmt: skip
    assert len(stays) <= 7 + 4 + 12
    assert kept(stays, PLAN) == stays


def test_two_of_one_day_are_one_too_many_and_the_newest_stays_always():
    morning, evening = NOW, NOW + timedelta(hours=8)
    assert kept([morning, evening], PLAN) == {evening}
    assert kept([morning], Plan(folder=None, daily=1, weekly=0, monthly=0)) == {morning}
    assert kept([], PLAN) == set()
