"""Chinese calendars: dynasties, reign titles, the cycle of sixty years, months of the moon."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from hall_app.domain.dates import Day

DYNASTIES = {
    "唐": (618, 907), "宋": (960, 1279), "北宋": (960, 1127), "南宋": (1127, 1279),
    "元": (1271, 1368), "明": (1368, 1644), "清": (1644, 1911), "民国": (1912, 1949),
}  # fmt: skip
"""First and last year, as schoolbooks give them."""

# First year and last year of a reign title, in Gregorian years (its first new year).
REIGNS = {
    "洪武": (1368, 1398), "建文": (1399, 1402), "永乐": (1403, 1424), "洪熙": (1425, 1425),
    "宣德": (1426, 1435), "正统": (1436, 1449), "景泰": (1450, 1457), "天顺": (1457, 1464),
    "成化": (1465, 1487), "弘治": (1488, 1505), "正德": (1506, 1521), "嘉靖": (1522, 1566),
    "隆庆": (1567, 1572), "万历": (1573, 1620), "泰昌": (1620, 1620), "天启": (1621, 1627),
    "崇祯": (1628, 1644), "顺治": (1644, 1661), "康熙": (1662, 1722), "雍正": (1723, 1735),
    "乾隆": (1736, 1795), "嘉庆": (1796, 1820), "道光": (1821, 1850), "咸丰": (1851, 1861),
    "同治": (1862, 1874), "光绪": (1875, 1908), "宣统": (1909, 1911),
}  # fmt: skip

CYCLE = [
    f"{'甲乙丙丁戊己庚辛壬癸'[at % 10]}{'子丑寅卯辰巳午未申酉戌亥'[at % 12]}" for at in range(60)
]
"""The sixty names of years, the first one's years leaving 4 when divided by 60."""

REPUBLIC_YEAR_ZERO = 1911

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_OF_MOON = re.compile(r"农历|阴历|旧历|夏历")
_MONTH_AND_DAY = re.compile(
    r"(闰)?(正|冬|腊|十[一二]?|[一二三四五六七八九]|\d{1,2})月"
    r"(?:(初)?([一二三四五六七八九十廿卅]{1,3}|\d{1,2})日?)?$"
)
_LAST_NAMED = 2043
_FIRST_MING, _LAST_REPUBLIC = 1368, 1949
# From a Julian day at noon to Python's count of days.
_JULIAN = 1721425


def number(words: str) -> int | None:
    """A Chinese or Arabic number below a hundred: 十一, 廿三, 元, 11; None where it is none."""
    if words.isdigit() and words.isascii():
        return int(words)
    tens, ten, ones = words.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or not words:
        return None
    return (_DIGITS.get(tens, 1) if ten else 0) * 10 + _DIGITS.get(ones, 0)


def year_in(first: int, last: int, name: str) -> int | None:
    """The year between two that bears a name of the cycle; None where there is none, or two."""
    if name not in CYCLE:
        return None
    found = [year for year in range(first, last + 1) if cycle_name(year) == name]
    return found[0] if len(found) == 1 else None


def cycle_name(year: int) -> str:
    """What the cycle of sixty calls a year."""
    return CYCLE[(year - 4) % 60]


def named_years(name: str) -> list[int]:
    """The years of the last three cycles that bear a name, the latest first."""
    return [year for year in range(_LAST_NAMED, _LAST_NAMED - 180, -1) if cycle_name(year) == name]


def eras(begun: str) -> list[str]:
    """The dynasties and reign titles that begin so."""
    return [name for name in (*DYNASTIES, *REIGNS) if name.startswith(begun)]


def reigns_in(dynasty: str) -> list[str]:
    """The reign titles of a dynasty."""
    first, last = DYNASTIES.get(dynasty, (0, -1))
    return [name for name, span in REIGNS.items() if first <= span[0] <= last]


def reign_of(year: int) -> str:
    """How people of the time counted a year: 清同治十一年; empty before the Ming, and after 1949."""
    if not _FIRST_MING <= year <= _LAST_REPUBLIC:
        return ""
    if year > REPUBLIC_YEAR_ZERO:
        return f"民国{_said(year - REPUBLIC_YEAR_ZERO)}年"
    name, (first, _) = next(
        (name, span) for name, span in REIGNS.items() if span[0] <= year <= span[1]
    )
    dynasty = "清" if first >= DYNASTIES["清"][0] else "明"
    return f"{dynasty}{name}{_said(year - first + 1)}年"


def split_moon(text: str) -> tuple[str, str] | None:
    """The year and the month of the moon in some words; None where no moon is spoken of."""
    plain = _OF_MOON.sub("", text)
    found = _MONTH_AND_DAY.search(plain)
    if found is None:
        return None
    leap, month, begins, day = found.groups()
    year = plain[: found.start()]
    is_old = bool(re.match(r"(明|清)朝?", year)) or year[:2] in REIGNS
    is_named = bool(leap or begins) or month in _MONTHS or (day or "").startswith(("廿", "卅"))
    return (year, found[0]) if is_named or is_old or plain != text else None


def moon_days(year: int, words: str) -> tuple[Day, Day] | None:
    """The first and the last day of a month or a day of the moon, in our calendar.

    Args:
        year: In which the year of the moon began.
        words: 正月初五, 闰四月, 八月十五.
    """
    found = _MONTH_AND_DAY.fullmatch(words)
    if found is None:
        return None
    leap, month_words, _, day_words = found.groups()
    month = _MONTHS.get(month_words) or number(month_words)
    from lunar_python import LunarMonth  # noqa: PLC0415 (few dates speak of the moon)

    if not month or not 1 <= year <= 9999:
        return None
    of_moon = LunarMonth.fromYm(year, -month if leap else month)
    if of_moon is None:
        return None
    length = of_moon.getDayCount()
    if not day_words:
        return _solar(year, of_moon.getMonth(), 1), _solar(year, of_moon.getMonth(), length)
    day = number(day_words)
    if not day or day > length:
        return None
    return (one := _solar(year, of_moon.getMonth(), day)), one


def moon_of(day: Day) -> str:
    """What the calendar of the moon calls a day: 正月初五; empty where it does not reach."""
    from lunar_python import Solar  # noqa: PLC0415 (few dates speak of the moon)

    if not _FIRST_MING <= day.year <= 2100:
        return ""
    noon: Any = Solar.fromJulianDay(date(*day).toordinal() + _JULIAN)
    lunar = noon.getLunar()
    return f"{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"


def _solar(year: int, month: int, day: int) -> Day:
    """A day of the moon in the Gregorian calendar, before 1582 too."""
    from lunar_python import Lunar  # noqa: PLC0415 (few dates speak of the moon)

    julian = Lunar.fromYmd(year, month, day).getSolar().getJulianDay()
    found = date.fromordinal(int(julian + 0.5) - _JULIAN)
    return Day(found.year, found.month, found.day)


def _said(count: int) -> str:
    """A number as years are counted: 元, 十一, 二十三."""
    if count == 1:
        return "元"
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else f"{'〇一二三四五六七八九'[tens]}十"
    return head + ("〇一二三四五六七八九"[ones] if ones else "")
