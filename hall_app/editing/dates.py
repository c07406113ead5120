"""Reading dates as people write them, into values that keep their precision.

Understood are EDTF level 1 (`1872/1874`, `196X`, `-0213`, `1984~`, `1979/..`) and Chinese
wording: 1872年3月, 公元前214年, 20世纪80年代, 19世纪末, 约1900年, 1872—1874年, 1979年至今,
清同治十一年, 民国三年, 光绪初年, 明末清初, 1923年农历正月初五; and English: early 1980s, c. 1872. What
was typed is kept in `words` when it says more than the number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hall_app.domain.dates import Day, HallDate, Precision, days_in_month
from hall_app.domain.text import EN, NO_TEXT, ZH_HANS, ZH_HANT, Text
from hall_app.editing import calendars
from hall_app.editing.english_dates import as_chinese
from hall_app.errors import InvalidRecord
from hall_app.store import grams

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_RANGE = re.compile(r"^(.*?\d.*?|.*?年)\s*(?:—|–|至|到|~(?=\d))\s*(.*?)$")
_EDTF_CHARACTERS = re.compile(r"[-\d/.X~?%Y]+")
_YEARS = re.compile(r"^(\d{4})-(\d{4})(?=年?$)")
_CHINESE_YEAR = re.compile(r"[〇零一二三四五六七八九]{4}(?=年)")
_CHINESE_NUMBER = re.compile(
    r"[一二三四五六七八九十廿卅]{1,3}(?=[月日号]|世纪|年代|至[三四五六七八九]十年代)"
)
_SEASONS = range(21, 25)
_YEAR = re.compile(
    r"^(公元前|前)?\s*(?:公元)?(\d{1,4})\s*年?(?:(\d{1,2})\s*月(?:(\d{1,2})\s*[日号])?)?$"
)
_PART = "(初|中|末|上半叶|下半叶)?"
_DECADE = re.compile(rf"^(?:(\d{{1,2}})\s*世纪)?\s*(\d)0\s*年代{_PART}$")
_LONG_DECADE = re.compile(rf"^(\d{{3}})0\s*年代{_PART}$")
_CENTURY = re.compile(rf"^(公元前|前)?(\d{{1,2}})\s*世纪{_PART}$")
_PART_ENDS = re.compile(r"(?<=[代纪])(初|中|末)[期叶年]|(?<=[代纪])(前|早|后|晚)期")
_DECADES = re.compile(r"^(.*?)([2-9])0(?:[至、]|—|–|~)?([2-9])0(年代)$")
_TWO_DECADES = re.compile(r"([二三四五六七八九])([三四五六七八九])十年代")
_LAST_CENTURY = re.compile(r"上(?:个)?世纪")
_CIRCA = re.compile(r"^(约|大约)|(左右|前后)$")
_ERA = re.compile(
    rf"^(?:({'|'.join(sorted(calendars.DYNASTIES, key=len, reverse=True))})(?:朝|代|时期|年间)?)?"
    rf"({'|'.join(calendars.REIGNS)})?"
    rf"(?:([元〇零一二三四五六七八九十廿卅\d]{{1,4}})年)?(?:({'|'.join(calendars.CYCLE)})年?)?"
    r"(年间|时期|初[年期叶]?|中[期叶]?|末[年期叶]?)?$"
)
_REPUBLIC = re.compile(r"^民国([元〇零一二三四五六七八九十廿卅\d]{1,4})年(\d.*)$")
_TURN = re.compile(r"^(宋|元|明|清)末(元|明|清|民国|民)初$")
_TURNING = 0.15
_MOST_OF_REPUBLIC = 200
_PART_OF_YEAR = re.compile(r"^(\d{1,4}年)(初|底|末|中|上半年|下半年|[春夏秋冬])[季天]?$")
_SEASON_NAMES = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_MONTHS_OF = {
    "初": (1, 3), "中": (5, 8), "末": (10, 12), "底": (10, 12), "上半年": (1, 6), "下半年": (7, 12),
}  # fmt: skip
_PARENTHESES = re.compile(r"[（(][^）)]*[）)]")
_PARTS = {"初": (0, 0.3), "中": (0.3, 0.7), "末": (0.7, 1), "上半叶": (0, 0.5), "下半叶": (0.5, 1)}
_DEFAULT_CENTURY = 20
_SIDES = {"前": "初", "早": "初", "后": "末", "晚": "末"}


def parse(typed: str) -> HallDate:
    """Read a date as it was typed.

    Raises:
        InvalidRecord: It is no date that we understand.
    """
    words = typed.strip()
    if date := _edtf(words):
        return date
    said = as_chinese(_PARENTHESES.sub("", _folded(words))).replace(" ", "")
    plain = _arabic(said)
    date = _of_moon(said) or _open(plain) or _range(plain) or _circa(plain) or _single(plain)
    if date is None:
        raise InvalidRecord(
            f"“{typed}” is no date that is understood here.",
            "Write it as 1872, 1872-03, 1872/1874, 196X, 1872年3月, 20世纪80年代 or 清同治十一年.",
            subject=typed,
            code="date-unreadable",
        )
    text = _text_of(words) if not _YEAR.match(plain) else NO_TEXT
    return HallDate(date.edtf, date.earliest, date.latest, date.precision, text)


def simple(words: str) -> str:
    """The words in Simplified Chinese; 乾隆 is spelt so in both."""
    return grams.alike(words).replace("干隆", "乾隆")


def _folded(words: str) -> str:
    return grams.fold(words).replace("干隆", "乾隆")


def _text_of(words: str) -> Text:
    """What was typed, in the language it was typed in."""
    is_chinese = any(grams.is_han(sign) for sign in words)
    if not is_chinese and re.search("[A-Za-z]", words):
        return Text.of({EN: words})
    simplified = simple(words)
    return Text.of({ZH_HANS: simplified, ZH_HANT: words if simplified != words else ""})


def _arabic(plain: str) -> str:
    """一九七八年十二月 as 1978年12月, and 1872-1874 as the range it is meant to be."""
    plain = _CHINESE_YEAR.sub(lambda found: "".join(str(_DIGITS[c]) for c in found[0]), plain)
    plain = _TWO_DECADES.sub(r"\1十至\2十年代", plain)
    plain = _CHINESE_NUMBER.sub(_counted, plain)
    plain = _LAST_CENTURY.sub(f"{_DEFAULT_CENTURY}世纪", plain)
    plain = _PART_ENDS.sub(lambda found: found[1] or _SIDES[found[2]], plain)
    plain = _DECADES.sub(r"\g<1>\g<2>0年代至\g<1>\g<3>0\4", plain)
    return _YEARS.sub(r"\1至\2", plain)


def _counted(found: re.Match[str]) -> str:
    count = calendars.number(found[0])
    return found[0] if count is None else str(count)


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
    return known and HallDate(f"{_begin(known)}/..", known.earliest, None, Precision.OPEN)


def _range(text: str) -> HallDate | None:
    match = _RANGE.match(text)
    if match is None:
        return None
    first, last = _single(match[1]), _single(match[2])
    if first is None or last is None or last.latest is None or first.earliest > last.latest:
        return None
    edtf = f"{_begin(first)}/{last.edtf.rpartition('/')[2]}"
    return HallDate(edtf, first.earliest, last.latest, Precision.PERIOD)


def _begin(date: HallDate) -> str:
    """Where a date begins, which may be a stretch itself."""
    return date.edtf.partition("/")[0]


def _circa(text: str) -> HallDate | None:
    bare = _CIRCA.sub("", text)
    known = _single(bare) if bare != text else None
    if known is None:
        return None
    edtf = "/".join(f"{part.rstrip('~')}~" for part in known.edtf.split("/"))
    return HallDate(edtf, known.earliest, known.latest, Precision.CIRCA)


def _single(text: str) -> HallDate | None:
    return (
        _edtf(text)
        or _year(text)
        or _part_of_year(text)
        or _decade(text)
        or _century(text)
        or _named(text)
        or _republic(text)
    )


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


def _named(text: str) -> HallDate | None:
    """A year or a stretch of years that is counted by reigns and dynasties."""
    if match := _TURN.match(text):
        return _turn(match[1], match[2])
    match = _ERA.match(text)
    if match is None:
        return None
    dynasty, reign, counted, cycle, part = match.groups()
    span = calendars.REIGNS.get(reign) if reign else calendars.DYNASTIES.get(dynasty or "")
    if span is None or (reign and dynasty and not _fits(span, dynasty)):
        return None
    if not counted and not cycle:
        return _period(span, part)
    if part or not (reign or dynasty == "民国"):
        return None
    year = _counted_year(span, counted, cycle)
    last = span[0] + _MOST_OF_REPUBLIC if dynasty == "民国" else span[1]
    return _calendar(year) if year is not None and span[0] <= year <= last else None


def _counted_year(span: tuple[int, int], counted: str | None, cycle: str | None) -> int | None:
    """The year of a reign by its number, by its name in the cycle of sixty, or by both alike."""
    by_name = calendars.year_in(*span, cycle) if cycle else None
    if not counted:
        return by_name
    count = calendars.number(counted)
    year = None if count is None else span[0] + count - 1
    return year if not cycle or year == by_name else None


def _fits(span: tuple[int, int], dynasty: str) -> bool:
    first, last = calendars.DYNASTIES[dynasty]
    return first <= span[0] <= last


def _period(span: tuple[int, int], part: str | None) -> HallDate:
    """A reign or a dynasty, or the part of it that is named."""
    first, last = span
    low, high = _PARTS.get((part or "")[:1], (0, 1))
    if (low, high) == (0, 1):
        edtf = f"{_edtf_year(first)}/{_edtf_year(last)}"
        return HallDate(edtf, Day(first), Day(last, 12, 31), Precision.PERIOD)
    years = last - first + 1
    return _about(first + int(years * low), max(first, first + int(years * high) - 1))


def _republic(text: str) -> HallDate | None:
    """A month or a day of the Republic, whose months are our own."""
    match = _REPUBLIC.match(text)
    count = calendars.number(match[1]) if match else None
    return _year(f"{calendars.REPUBLIC_YEAR_ZERO + count}年{match[2]}") if match and count else None


def _turn(old: str, new: str) -> HallDate | None:
    """明末清初: from the last years of one dynasty to the first of the next."""
    name = "民国" if new == "民" else new
    (begun, ended), (first, last) = calendars.DYNASTIES[old], calendars.DYNASTIES[name]
    if not begun < first <= ended + 1:
        return None
    return _about(
        round(ended - (ended - begun) * _TURNING), round(first + (last - first) * _TURNING)
    )


def _about(first: int, last: int) -> HallDate:
    span = f"{_edtf_year(first)}~/{_edtf_year(last)}~"
    return HallDate(span, Day(first), Day(last, 12, 31), Precision.PERIOD)


def _of_moon(text: str) -> HallDate | None:
    """A month or a day of the moon, in the year before it."""
    parts = calendars.split_moon(text)
    known = parts and _single(_arabic(parts[0] if "年" in parts[0] else f"{parts[0]}年"))
    if not parts or not known or known.precision is not Precision.YEAR:
        return None
    days = calendars.moon_days(known.earliest.year, parts[1])
    if days is None:
        return None
    first, last = days
    if first == last:
        return HallDate(str(first), first, first, Precision.DAY)
    return HallDate(f"{first}/{last}", first, last, Precision.PERIOD)


def _part_of_year(text: str) -> HallDate | None:
    """1978年底, 1978年上半年, 1872年春: months of a year, of which EDTF knows the seasons."""
    match = _PART_OF_YEAR.match(text)
    year = _year(match[1]) if match else None
    if match is None or year is None or year.precision is not Precision.YEAR:
        return None
    number = year.earliest.year
    if season := _SEASON_NAMES.get(match[2]):
        return _edtf(f"{_edtf_year(number)}-{season}")
    low, high = _MONTHS_OF[match[2]]
    head = _edtf_year(number)
    last = Day(number, high, days_in_month(number, high))
    return HallDate(
        f"{head}-{low:02}/{head}-{high:02}", Day(number, low, 1), last, Precision.PERIOD
    )
