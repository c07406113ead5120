"""Reading dates as people write them, into values that keep their precision.

Understood are EDTF level 1 (`1872/1874`, `196X`, `-0213`, `1984~`, `1979/..`) and Chinese
wording: 1872年3月, 公元前214年, 20世纪80年代, 19世纪末, 约1900年, 1872—1874年, 1979年至今,
清同治十一年, 民国三年. What was typed is kept in `words` when it says more than the number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hall_app.domain.dates import Day, HallDate, Precision, days_in_month
from hall_app.domain.text import NO_TEXT, Text
from hall_app.errors import InvalidRecord
from hall_app.store import grams

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_RANGE = re.compile(r"^(.*?\d.*?|.*?年)\s*(?:—|–|至|到|~(?=\d))\s*(.*?)$")
_EDTF_CHARACTERS = re.compile(r"[-\d/.X~?%Y]+")
_YEARS = re.compile(r"^(\d{4})-(\d{4})(?=年?$)")
_CHINESE_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}(?=年)")
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九十廿卅]{1,3}(?=[月日号]|世纪|年代)")
_SEASONS = range(21, 25)
_YEAR = re.compile(
    r"^(公元前|前)?\s*(?:公元)?(\d{1,4})\s*年?(?:(\d{1,2})\s*月(?:(\d{1,2})\s*[日号])?)?$"
)
_DECADE = re.compile(r"^(?:(\d{1,2})\s*世纪)?\s*(\d)0\s*年代(初|中|末)?$")
_LONG_DECADE = re.compile(r"^(\d{3})0\s*年代(初|中|末)?$")
_CENTURY = re.compile(r"^(公元前|前)?(\d{1,2})\s*世纪(初|中|末|上半叶|下半叶)?$")
_CIRCA = re.compile(r"^(约|大约|circa|c\.|ca\.)\s*|(左右|前后)$", re.IGNORECASE)
_REIGN = re.compile(r"^(?:(明|清)朝?)?([^\d年]{2})([元〇零一二三四五六七八九十廿卅\d]{1,4})年$")
_REPUBLIC = re.compile(r"^民国([元〇零一二三四五六七八九十廿卅\d]{1,4})年$")
_PARENTHESES = re.compile(r"[（(][^）)]*[）)]")
_PARTS = {"初": (0, 0.3), "中": (0.3, 0.7), "末": (0.7, 1), "上半叶": (0, 0.5), "下半叶": (0.5, 1)}
_REPUBLIC_YEAR_ZERO = 1911
_DEFAULT_CENTURY = 20

# First year and last year of a reign title, in Gregorian years (its first new year).
_REIGNS = {
    "洪武": (1368, 1398), "建文": (1399, 1402), "永乐": (1403, 1424), "洪熙": (1425, 1425),
    "宣德": (1426, 1435), "正统": (1436, 1449), "景泰": (1450, 1457), "天顺": (1457, 1464),
    "成化": (1465, 1487), "弘治": (1488, 1505), "正德": (1506, 1521), "嘉靖": (1522, 1566),
    "隆庆": (1567, 1572), "万历": (1573, 1620), "泰昌": (1620, 1620), "天启": (1621, 1627),
    "崇祯": (1628, 1644), "顺治": (1644, 1661), "康熙": (1662, 1722), "雍正": (1723, 1735),
    "乾隆": (1736, 1795), "嘉庆": (1796, 1820), "道光": (1821, 1850), "咸丰": (1851, 1861),
    "同治": (1862, 1874), "光绪": (1875, 1908), "宣统": (1909, 1911),
}  # fmt: skip


def parse(typed: str) -> HallDate:
    """Read a date as it was typed.

    Raises:
        InvalidRecord: It is no date that we understand.
    """
    words = typed.strip()
    if date := _edtf(words):
        return date
    plain = _arabic(_PARENTHESES.sub("", grams.fold(words)).replace(" ", ""))
    date = _open(plain) or _range(plain) or _circa(plain) or _single(plain)
    if date is None:
        raise InvalidRecord(
            f"“{typed}” is no date that is understood here.",
            "Write it as 1872, 1872-03, 1872/1874, 196X, 1872年3月, 20世纪80年代 or 清同治十一年.",
            subject=typed,
            code="date-unreadable",
        )
    said = Text.of(words) if not _YEAR.match(plain) else NO_TEXT
    return HallDate(date.edtf, date.earliest, date.latest, date.precision, said)


def _arabic(plain: str) -> str:
    """一九七八年十二月 as 1978年12月, and 1872-1874 as the range it is meant to be."""
    plain = _CHINESE_YEAR.sub(lambda found: "".join(str(_DIGITS[c]) for c in found[0]), plain)
    plain = _CHINESE_NUMBER.sub(lambda found: str(_number(found[0])), plain)
    return _YEARS.sub(r"\1至\2", plain)


@cache
def _edtf(text: str) -> HallDate | None:
    if not _EDTF_CHARACTERS.fullmatch(text):
        return None
    if text.endswith("/.."):
        start = _edtf(text.removesuffix("/.."))
        return start and HallDate(text, start.earliest, None, Precision.OPEN)
    from edtf import parse_edtf  # noqa: PLC0415 (0.2 s that a program without dates need not pay)
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        value = parse_edtf(text)
        earliest, latest = _day(value.lower_strict()), _day(value.upper_strict())
    except (EDTFParseException, TypeError, AttributeError):
        return None
    # An unknown end has no day: whatever stood here would be invented.
    is_known = earliest <= latest and not text.startswith("/") and not text.endswith("/")
    return HallDate(text, earliest, latest, _precision(text)) if is_known else None


def _day(moment: Any) -> Day:
    return Day(*moment[:3])


def _precision(edtf: str) -> Precision:
    if "~" in edtf or "?" in edtf or "%" in edtf:
        return Precision.CIRCA
    if "/" in edtf:
        return Precision.PERIOD
    year, *rest = edtf.lstrip("-").split("-")
    if year.endswith("X" * 3) or (rest and rest[0].isdecimal() and int(rest[0]) in _SEASONS):
        return Precision.PERIOD
    if year.endswith("XX"):
        return Precision.CENTURY
    if year.endswith("X"):
        return Precision.DECADE
    known = [part for part in rest if "X" not in part]
    return (Precision.YEAR, Precision.MONTH, Precision.DAY)[min(len(known), 2)]


def _open(text: str) -> HallDate | None:
    start = re.sub(r"(至今|以来|起)$", "", text)
    known = _single(start) if start != text else None
    return known and HallDate(f"{known.edtf}/..", known.earliest, None, Precision.OPEN)


def _range(text: str) -> HallDate | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    first, last = _single(match[1]), _single(match[2])
    if first is None or last is None or last.latest is None or first.earliest > last.latest:
        return None
    return HallDate(f"{first.edtf}/{last.edtf}", first.earliest, last.latest, Precision.PERIOD)


def _circa(text: str) -> HallDate | None:
    bare = _CIRCA.sub("", text)
    known = _single(bare) if bare != text else None
    return known and HallDate(f"{known.edtf}~", known.earliest, known.latest, Precision.CIRCA)


def _single(text: str) -> HallDate | None:
    return _edtf(text) or _year(text) or _decade(text) or _century(text) or _reign(text)


def _year(text: str) -> HallDate | None:
    match = _YEAR.match(text)
    if match is None:
        return None
    before_christ, digits, month, day = match.groups()
    if before_christ and not int(digits):
        return None  # there is no year 0 before Christ
    year = 1 - int(digits) if before_christ else int(digits)
    return _calendar(year, int(month or 0), int(day or 0))


def _calendar(year: int, month: int = 0, day: int = 0) -> HallDate | None:
    head = _edtf_year(year)
    if not month:
        return HallDate(head, Day(year, 1, 1), Day(year, 12, 31), Precision.YEAR)
    if month > 12 or day > days_in_month(year, month):
        return None
    if not day:
        last = Day(year, month, days_in_month(year, month))
        return HallDate(f"{head}-{month:02}", Day(year, month, 1), last, Precision.MONTH)
    exact = Day(year, month, day)
    return HallDate(f"{head}-{month:02}-{day:02}", exact, exact, Precision.DAY)


def _decade(text: str) -> HallDate | None:
    if match := _LONG_DECADE.match(text):
        start, part = int(match[1]) * 10, match[2]
    elif match := _DECADE.match(text):
        start, part = (int(match[1] or _DEFAULT_CENTURY) - 1) * 100 + int(match[2]) * 10, match[3]
    else:
        return None
    return _stretch(f"{start // 10:03}X", start, 10, part, Precision.DECADE)


def _century(text: str) -> HallDate | None:
    match = _CENTURY.match(text)
    if match is None:
        return None
    number = int(match[2])
    if not number:
        return None
    if match[1]:
        start = 1 - number * 100
        whole = f"{_edtf_year(start)}/{_edtf_year(start + 99)}"
        return _stretch(whole, start, 100, match[3], Precision.CENTURY)
    return _stretch(f"{number - 1:02}XX", (number - 1) * 100, 100, match[3], Precision.CENTURY)


def _edtf_year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _stretch(edtf: str, start: int, years: int, part: str | None, precision: Precision) -> HallDate:
    """A decade or century, or a stated part of it, which EDTF level 1 can only span."""
    if not part:
        return HallDate(edtf, Day(start), Day(start + years - 1, 12, 31), precision)
    low, high = _PARTS[part]
    first, last = start + int(years * low), start + int(years * high) - 1
    span = f"{_edtf_year(first)}~/{_edtf_year(last)}~"
    return HallDate(span, Day(first), Day(last, 12, 31), precision)


def _reign(text: str) -> HallDate | None:
    if match := _REPUBLIC.match(text):
        return _calendar(_REPUBLIC_YEAR_ZERO + _number(match[1]))
    match = _REIGN.match(text)
    if match is None or match[2] not in _REIGNS:
        return None
    first, last = _REIGNS[match[2]]
    year = first + _number(match[3]) - 1
    return _calendar(year) if first <= year <= last else None


def _number(words: str) -> int:
    """A Chinese or Arabic number below a hundred: 十一, 廿三, 元, 11."""
    if words.isdigit() and words.isascii():
        return int(words)
    words = words.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = words.rpartition("十")
    unit = _DIGITS.get(ones, 0)
    return (_DIGITS.get(tens, 1) if ten else 0) * 10 + unit
