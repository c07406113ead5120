"""Dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.dates import Day, Precision, days_in_month
from hall_app.editing.dates import parse
from hall_app.errors import InvalidRecord

YEAR, MONTH, DAY = Precision.YEAR, Precision.MONTH, Precision.DAY
DECADE, CENTURY = Precision.DECADE, Precision.CENTURY
PERIOD, CIRCA, OPEN = Precision.PERIOD, Precision.CIRCA, Precision.OPEN


@pytest.mark.parametrize(
    ("typed", "edtf", "earliest", "latest", "precision"),
    [
        ("1872", "1872", "1872-01-01", "1872-12-31", YEAR),
        ("1872-03", "1872-03", "1872-03-01", "1872-03-31", MONTH),
        ("1872-03-05", "1872-03-05", "1872-03-05", "1872-03-05", DAY),
        ("1872/1874", "1872/1874", "1872-01-01", "1874-12-31", PERIOD),
        ("196X", "196X", "1960-01-01", "1969-12-31", DECADE),
        ("18XX", "18XX", "1800-01-01", "1899-12-31", CENTURY),
        ("2XXX", "2XXX", "2000-01-01", "2999-12-31", PERIOD),
        ("1984~", "1984~", "1984-01-01", "1984-12-31", CIRCA),
        ("1984?", "1984?", "1984-01-01", "1984-12-31", CIRCA),
        ("1984%", "1984%", "1984-01-01", "1984-12-31", CIRCA),
        ("-0213", "-0213", "-0213-01-01", "-0213-12-31", YEAR),
        ("1979/..", "1979/..", "1979-01-01", None, OPEN),
        ("2004-XX", "2004-XX", "2004-01-01", "2004-12-31", YEAR),
        ("2004-06-XX", "2004-06-XX", "2004-06-01", "2004-06-30", MONTH),
        ("1872-21", "1872-21", "1872-03-01", "1872-05-31", PERIOD),
        ("1872年", "1872", "1872-01-01", "1872-12-31", YEAR),
        ("公元1872年", "1872", "1872-01-01", "1872-12-31", YEAR),
        ("1872年3月", "1872-03", "1872-03-01", "1872-03-31", MONTH),
        ("1978年12月18日", "1978-12-18", "1978-12-18", "1978-12-18", DAY),
        ("1978 年 12 月 18 号", "1978-12-18", "1978-12-18", "1978-12-18", DAY),
        ("一九七八年十二月十八日", "1978-12-18", "1978-12-18", "1978-12-18", DAY),
        ("二〇〇八年", "2008", "2008-01-01", "2008-12-31", YEAR),
        ("公元前214年", "-0213", "-0213-01-01", "-0213-12-31", YEAR),
        ("前1年", "0000", "0000-01-01", "0000-12-31", YEAR),
        ("公元前3世纪", "-0299/-0200", "-0299-01-01", "-0200-12-31", CENTURY),
        ("公元前1世纪", "-0099/0000", "-0099-01-01", "0000-12-31", CENTURY),
        ("公元前3世纪末", "-0229~/-0200~", "-0229-01-01", "-0200-12-31", CENTURY),
        ("20世纪80年代", "198X", "1980-01-01", "1989-12-31", DECADE),
        ("二十世纪八十年代", "198X", "1980-01-01", "1989-12-31", DECADE),
        ("80年代初", "1980~/1982~", "1980-01-01", "1982-12-31", DECADE),
        ("1960年代", "196X", "1960-01-01", "1969-12-31", DECADE),
        ("19世纪", "18XX", "1800-01-01", "1899-12-31", CENTURY),
        ("十九世纪末", "1870~/1899~", "1870-01-01", "1899-12-31", CENTURY),
        ("19世纪上半叶", "1800~/1849~", "1800-01-01", "1849-12-31", CENTURY),
        ("约1900年", "1900~", "1900-01-01", "1900-12-31", CIRCA),
        ("1900年左右", "1900~", "1900-01-01", "1900-12-31", CIRCA),
        ("1872—1874年", "1872/1874", "1872-01-01", "1874-12-31", PERIOD),
        ("1872-1874", "1872/1874", "1872-01-01", "1874-12-31", PERIOD),
        ("1872–1874", "1872/1874", "1872-01-01", "1874-12-31", PERIOD),
        ("1978年12月至1980年1月", "1978-12/1980-01", "1978-12-01", "1980-01-31", PERIOD),
        ("1979年至今", "1979/..", "1979-01-01", None, OPEN),
        ("1992年起", "1992/..", "1992-01-01", None, OPEN),
        ("清同治十一年", "1872", "1872-01-01", "1872-12-31", YEAR),
        ("光緒廿三年", "1897", "1897-01-01", "1897-12-31", YEAR),
        ("同治十一年（1872年）", "1872", "1872-01-01", "1872-12-31", YEAR),
        ("明洪武元年", "1368", "1368-01-01", "1368-12-31", YEAR),
        ("民国三年", "1914", "1914-01-01", "1914-12-31", YEAR),
        ("民國元年", "1912", "1912-01-01", "1912-12-31", YEAR),
    ],
)
def test_a_date_is_understood_with_its_precision(typed, edtf, earliest, latest, precision):
    date = parse(typed)
    assert (date.edtf, str(date.earliest), date.precision) == (edtf, earliest, precision)
    assert (str(date.latest) if date.latest else None) == latest


@pytest.mark.parametrize(
    "typed",
    ["", "。", "soon", "不详", "1872-13", "1872-02-30", "1872年13月", "1872年2月30日", "1890/1872", "1890-1872",
     "1985/", "/1985", "../1985", "../..", "洪武五十年", "宣统十年", "前0年", "0世纪", "X", "1E3", "1872/03/05"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_examples(typed):
    with pytest.raises(InvalidRecord, match="1872年3月"):
        parse(typed)


@pytest.mark.parametrize("typed", ["清同治十一年", "20世纪80年代", "1979年至今", "约1900年"])
def test_words_that_say_more_than_the_number_are_kept(typed):
    assert parse(typed).words["zh-Hans"] == typed


@pytest.mark.parametrize("typed", ["1872", "1872年3月", "1872-03-05", "196X", "一九七八年"])
def test_words_that_say_no_more_are_not(typed):
    assert not parse(typed).words


@given(st.integers(-3000, 2100), st.integers(0, 12), st.integers(0, 31))
def test_an_exact_date_comes_back_from_its_edtf(year, month, day):
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    if month:
        written += f"-{month:02}"
        if 0 < day <= days_in_month(year, month):
            written += f"-{day:02}"
    date = parse(written)
    assert date.edtf == written
    assert date.earliest.year == date.latest.year == year
    assert date.earliest == Day(year, month or 1, int(written[-2:]) if date.precision is DAY else 1)


@given(st.text("0123456789-/.X~?%Y年月日世纪代前公元初末约至今清民国同治一二三十廿元", max_size=14))
def test_whatever_is_typed_is_a_date_in_order_or_refused(typed):
    try:
        date = parse(typed)
    except InvalidRecord:
        return
    assert date.latest is None or date.earliest <= date.latest
    again = parse(date.edtf)
    assert (again.earliest, again.latest) == (date.earliest, date.latest)
