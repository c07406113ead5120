"""English wording of dates, said in the Chinese way that the reader of dates knows."""

from __future__ import annotations

import re

_MONTHS = {
    name: at
    for at, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PARTS = {"early": "初", "mid": "中", "late": "末"}
_PART = r"(?:(early|mid|late)[- ]?)?"
_SEASONS = {"spring": "春", "summer": "夏", "autumn": "秋", "fall": "秋", "winter": "冬"}
_DYNASTIES = {"tang": "唐", "song": "宋", "yuan": "元", "ming": "明", "qing": "清"}


def as_chinese(folded: str) -> str:
    """Folded words with what is English in them said in Chinese; all else as it is."""
    text = re.sub(r"^the ", "", folded.strip())
    for pattern, said in _PHRASES:
        text = pattern.sub(said, text)
    return text


def _decade(found: re.Match[str]) -> str:
    return f"{found[2]}0年代{_PARTS.get(found[1] or '', '')}"


def _century(found: re.Match[str]) -> str:
    before = "公元前" if found[3] else ""
    return f"{before}{found[2]}世纪{_PARTS.get(found[1] or '', '')}"


def _dynasty(found: re.Match[str]) -> str:
    part = _PARTS.get(found[1] or "", "")
    name = "民国" if found[2] is None else _DYNASTIES[found[2]]
    return f"{name}{part or ('代' if found[2] else '')}"


_PHRASES = (
    (re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (\d{{4}})"),
     lambda m: f"{m[3]}年{_MONTHS[m[2]]}月{m[1]}日"),
    (re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})"),
     lambda m: f"{m[3]}年{_MONTHS[m[1]]}月{m[2]}日"),
    (re.compile(rf"{_MONTH},? (\d{{4}})"), lambda m: f"{m[2]}年{_MONTHS[m[1]]}月"),
    (re.compile(rf"({'|'.join(_SEASONS)}),? (?:of )?(\d{{4}})"),
     lambda m: f"{m[2]}年{_SEASONS[m[1]]}"),
    (re.compile(rf"{_PART}(\d{{3}})0s"), _decade),
    (re.compile(rf"{_PART}(\d{{1,2}})(?:st|nd|rd|th) century( bce?)?"), _century),
    (re.compile(rf"{_PART}(?:({'|'.join(_DYNASTIES)})(?: dynasty)?|republican (?:era|period))$"),
     _dynasty),
    (re.compile(r"(\d{1,4}) bce?\b"), r"公元前\1年"),
    (re.compile(r"^(?:since|from) (.+)$"), r"\1至今"),
    (re.compile(r"^(.*\d.*?)\s*(?:–|—|-|to)\s*(?:present|now|today)$"), r"\1至今"),
    (re.compile(r"^(\d{4})\s*[-–—]$"), r"\1至今"),
    (re.compile(r"^(\d\d)(\d\d)\s*[-–—]\s*(\d\d)$"), r"\1\2至\1\3"),
    (re.compile(r"^(?:from )?(\d{4}) to (\d{4})$"), r"\1至\2"),
    (re.compile(r"^(?:circa|ca?\.?|about|around)\s*(?=\d)"), "约"),
)  # fmt: skip
