"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.domain.dates import Day, Precision, days_in_month
from hall_app.domain.text import Text
from hall_app.editing import calendars
from hall_app.editing.date_completions import completions
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
        ("同治壬申", "1872", "1872-01-01", "1872-12-31", YEAR),
        ("清光绪甲午年", "1894", "1894-01-01", "1894-12-31", YEAR),
        ("光绪二十年甲午", "1894", "1894-01-01", "1894-12-31", YEAR),
        ("嘉靖三十一年壬子", "1552", "1552-01-01", "1552-12-31", YEAR),
        ("光绪初年", "1875~/1884~", "1875-01-01", "1884-12-31", PERIOD),
        ("光緒末年", "1898~/1908~", "1898-01-01", "1908-12-31", PERIOD),
        ("万历年间", "1573/1620", "1573-01-01", "1620-12-31", PERIOD),
        ("明萬曆年間", "1573/1620", "1573-01-01", "1620-12-31", PERIOD),
        ("民国十七年", "1928", "1928-01-01", "1928-12-31", YEAR),
        ("民国廿六年七月", "1937-07", "1937-07-01", "1937-07-31", MONTH),
        ("民国二十六年七月七日", "1937-07-07", "1937-07-07", "1937-07-07", DAY),
        ("民国初年", "1912~/1922~", "1912-01-01", "1922-12-31", PERIOD),
        ("民国时期", "1912/1949", "1912-01-01", "1949-12-31", PERIOD),
        ("宋代", "0960/1279", "0960-01-01", "1279-12-31", PERIOD),
        ("清中叶", "1724~/1830~", "1724-01-01", "1830-12-31", PERIOD),
        ("明末清初", "1603~/1684~", "1603-01-01", "1684-12-31", PERIOD),
        ("清末民初", "1871~/1918~", "1871-01-01", "1918-12-31", PERIOD),
        ("1923年农历正月初五", "1923-02-20", "1923-02-20", "1923-02-20", DAY),
        ("民国十二年正月初五", "1923-02-20", "1923-02-20", "1923-02-20", DAY),
        ("光绪二十三年三月初三", "1897-04-04", "1897-04-04", "1897-04-04", DAY),
        ("光绪二十三年三月", "1897-04-02/1897-05-01", "1897-04-02", "1897-05-01", PERIOD),
        ("1900年农历闰八月", "1900-09-24/1900-10-22", "1900-09-24", "1900-10-22", PERIOD),
        ("1978年農曆八月十五", "1978-09-17", "1978-09-17", "1978-09-17", DAY),
        ("20世纪80年代初期", "1980~/1982~", "1980-01-01", "1982-12-31", DECADE),
        ("20世纪80年代中期", "1983~/1986~", "1983-01-01", "1986-12-31", DECADE),
        ("上世纪八十年代初", "1980~/1982~", "1980-01-01", "1982-12-31", DECADE),
        ("上世紀末", "1970~/1999~", "1970-01-01", "1999-12-31", CENTURY),
        ("19世纪六七十年代", "186X/187X", "1860-01-01", "1879-12-31", PERIOD),
        ("20世纪50至60年代", "195X/196X", "1950-01-01", "1969-12-31", PERIOD),
        ("20世纪80年代初至1990年", "1980~/1990", "1980-01-01", "1990-12-31", PERIOD),
        ("80年代初至今", "1980~/..", "1980-01-01", None, OPEN),
        ("约20世纪80年代初", "1980~/1982~", "1980-01-01", "1982-12-31", CIRCA),
        ("1978年底", "1978-10/1978-12", "1978-10-01", "1978-12-31", PERIOD),
        ("1978年上半年", "1978-01/1978-06", "1978-01-01", "1978-06-30", PERIOD),
        ("1872年春", "1872-21", "1872-03-01", "1872-05-31", PERIOD),
        ("1872年前後", "1872~", "1872-01-01", "1872-12-31", CIRCA),
        ("c. 1872", "1872~", "1872-01-01", "1872-12-31", CIRCA),
        ("c1872", "1872~", "1872-01-01", "1872-12-31", CIRCA),
        ("Early 1980s", "1980~/1982~", "1980-01-01", "1982-12-31", DECADE),
        ("the mid-1980s", "1983~/1986~", "1983-01-01", "1986-12-31", DECADE),
        ("19th century", "18XX", "1800-01-01", "1899-12-31", CENTURY),
        ("late 19th century", "1870~/1899~", "1870-01-01", "1899-12-31", CENTURY),
        ("3rd century BC", "-0299/-0200", "-0299-01-01", "-0200-12-31", CENTURY),
        ("214 BC", "-0213", "-0213-01-01", "-0213-12-31", YEAR),
        ("1978–", "1978/..", "1978-01-01", None, OPEN),
        ("1978–present", "1978/..", "1978-01-01", None, OPEN),
        ("since 1978", "1978/..", "1978-01-01", None, OPEN),
        ("1872–74", "1872/1874", "1872-01-01", "1874-12-31", PERIOD),
        ("18 December 1978", "1978-12-18", "1978-12-18", "1978-12-18", DAY),
        ("Dec 18, 1978", "1978-12-18", "1978-12-18", "1978-12-18", DAY),
        ("December 1978", "1978-12", "1978-12-01", "1978-12-31", MONTH),
        ("summer 1978", "1978-22", "1978-06-01", "1978-08-31", PERIOD),
        ("Qing dynasty", "1644/1911", "1644-01-01", "1911-12-31", PERIOD),
        ("late Qing", "1831~/1911~", "1831-01-01", "1911-12-31", PERIOD),
        ("乾隆元年", "1736", "1736-01-01", "1736-12-31", YEAR),
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
     "1985/", "/1985", "../1985", "../..", "洪武五十年", "宣统十年", "前0年", "0世纪", "改革开放初期", "建国初期", "农历正月初五",
     "农历癸亥年正月初五", "辛亥年", "康熙壬寅", "光绪二十年乙未", "清三年", "清顺治永乐三年", "明光绪三年", "1923年农历闰八月",
     "1923年农历正月三十一", "三千年", "before 1900", "sometime in May", "清末元初", "X", "1E3", "1872/03/05"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_examples(typed):
    with pytest.raises(InvalidRecord, match="1872年3月"):
        parse(typed)


@pytest.mark.parametrize("typed", ["清同治十一年", "20世纪80年代", "1979年至今", "约1900年"])
def test_words_that_say_more_than_the_number_are_kept(typed):
    assert parse(typed).words["zh-Hans"] == typed


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("光緒初年", {"zh-Hans": "光绪初年", "zh-Hant": "光緒初年"}),
        ("Early 1980s", {"en": "Early 1980s"}),
        ("1872–1874", {"zh-Hans": "1872–1874"}),
        ("民国廿六年七月", {"zh-Hans": "民国廿六年七月"}),
    ],
)
def test_words_are_kept_in_the_language_they_were_typed_in(typed, words):
    assert parse(typed).words == Text.of(words)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("同治", "同治年间"), ("同", "同治元年"), ("清", "清末"), ("清", "光绪年间"), ("1872", "1872年前后"),
        ("1978年", "1978年至今"), ("20世纪80年代", "20世纪80年代初"), ("198", "1980年代"), ("辛亥", "1911年（辛亥）"),
        ("光緒", "光緒初年"),
    ],
)  # fmt: skip
def test_what_may_be_meant_is_offered_as_it_is_understood(typed, offered):
    found = dict(completions(typed))
    assert offered in found
    assert found[offered].earliest == parse(offered).earliest


@pytest.mark.parametrize("typed", ["", "  ", "改革开放", "xyz"])
def test_nothing_is_offered_where_nothing_is_understood(typed):
    assert completions(typed) == ()


@pytest.mark.parametrize(
    "typed", ["1872", "1872年3月", "1872-03-05", "196X", "一九七八年", "December 1978", "214 BC"]
)
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


@given(
    st.text(
        "0123456789-/.X~?%Y年月日世纪代前公元初末约至今清民国同治一二三十廿元农历正腊闰春底",
        max_size=14,
    )
)
def test_whatever_is_typed_is_a_date_in_order_or_refused(typed):
    try:
        date = parse(typed)
    except InvalidRecord:
        return
    assert date.latest is None or date.earliest <= date.latest
    again = parse(date.edtf)
    assert (again.earliest, again.latest) == (date.earliest, date.latest)


@pytest.mark.parametrize(
    ("year", "said", "name"),
    [(1872, "清同治十一年", "壬申"), (1911, "清宣统三年", "辛亥"), (1912, "民国元年", "壬子"), (1368, "明洪武元年", "戊申"),
     (1935, "民国二十四年", "乙亥"), (1949, "民国三十八年", "己丑"), (1367, "", "丁未"), (1978, "", "戊午")],
)  # fmt: skip
def test_year_is_counted_as_people_of_its_time_did(year, said, name):
    assert (calendars.reign_of(year), calendars.cycle_name(year)) == (said, name)


@given(st.integers(1368, 1949))
def test_year_counted_by_its_reign_is_read_back(year):
    assert parse(calendars.reign_of(year)).earliest.year == year


@given(st.dates(date(1400, 1, 1), date(2099, 12, 31)))
def test_day_of_the_moon_is_read_back(day):
    told = calendars.moon_of(Day(day.year, day.month, day.day))
    years = (day.year, day.year - 1)
    spans = [calendars.moon_days(year, told) for year in years]
    assert (Day(day.year, day.month, day.day),) * 2 in spans
