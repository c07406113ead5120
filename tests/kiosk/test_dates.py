"""Dates in words: never closer than they are known, and in each language's own way."""

import pytest

from hall_app.domain.dates import Day, HallDate, Precision
from hall_app.domain.text import Text
from hall_app.kiosk.dates import full_date, month_day, short_date
from tests.kiosk.small_hall import a_day, a_month, a_span, a_year


@pytest.mark.parametrize(
    ("date", "hans", "english"),
    [
        (a_year(1879), "1879", "1879"),
        (a_year(-213), "前214", "214 BC"),
        (a_span(1872, 1874), "1872–74", "1872–74"),
        (a_span(960, 1279), "960–1279", "960–1279"),
        (a_span(1820, 1829, Precision.DECADE), "1820年代", "1820s"),
        (a_span(1600, 1699, Precision.CENTURY), "17世纪", "17th century"),
        (a_span(-4000, -2000, Precision.CIRCA), "约前4000", "c. 4000 BC"),
        (a_span(2017, None, Precision.OPEN), "2017–", "2017–"),
        (a_day(2017, 3, 30), "2017", "2017"),
    ],
)
def test_short_date_says_no_more_than_is_known(date, hans, english):
    assert short_date(date, "zh-Hans") == hans
    assert short_date(date, "en") == english


@pytest.mark.parametrize(
    ("date", "hans", "english"),
    [
        (a_day(2017, 3, 30), "2017年3月30日", "30 March 2017"),
        (a_month(2017, 12), "2017年12月", "December 2017"),
        (a_year(590), "公元590年", "590"),
        (a_year(-213), "公元前214年", "214 BC"),
        (a_span(1872, 1874), "1872至1874年", "1872–74"),
        (a_span(2017, None, Precision.OPEN), "2017年起", "since 2017"),
        (a_span(-4000, -2000, Precision.CIRCA), "约公元前4000年", "c. 4000 BC"),
    ],
)
def test_full_date_reads_as_people_write_it(date, hans, english):
    assert full_date(date, "zh-Hans") == hans
    assert full_date(date, "en") == english


def test_words_people_say_come_before_the_number():
    date = HallDate(
        "1872",
        Day(1872),
        Day(1872, 12, 31),
        Precision.YEAR,
        Text.of({"zh-Hans": "清同治十一年（1872）"}),
    )
    assert full_date(date, "zh-Hans") == "清同治十一年（1872）"


def test_no_date_is_no_words():
    assert short_date(None, "en") == full_date(None, "zh-Hans") == ""


def test_day_of_a_month_is_said_only_when_it_is_known():
    assert month_day(Day(2017, 3, 30), Precision.DAY, "zh-Hant") == "3月30日"
    assert month_day(Day(2017, 12), Precision.MONTH, "en") == "December"
    assert month_day(Day(2017), Precision.YEAR, "en") == ""
