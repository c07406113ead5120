"""Rules of words: that there are some, that they fit, that our typefaces have their characters."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from hall_app import resources
from hall_app.domain.fields import texts_in
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.records.structure import Exhibit
from hall_app.domain.text import ZH_HANS
from hall_app.publishing.rules.view import Found, View

_UNTITLED = frozenset({Kind.MEDIA, Kind.SOURCE, Kind.DISPLAY})
_UNLIKE = frozenset({Kind.ENTERPRISE, Kind.PERSON, Kind.CRAFT, Kind.GALLERY, Kind.EXHIBIT})

# The widest that a page holds, in Chinese characters (two Latin letters count as one).
_WIDTHS = {"title": 40, "short_title": 12, "caption": 90, "alt": 160, "text": 900, "lead": 160}
_TOLD_GLYPHS = 12


def titles(record: Record, view: View) -> Iterator[Found]:
    """A title there must be; and of some kinds no two should share one."""
    if record.kind not in _UNTITLED and not record.title[ZH_HANS]:
        yield Found("title-missing", record, f"title.{ZH_HANS}")
    elif record.kind in _UNLIKE and (twins := view.twins(record)):
        yield Found("title-twin", record, f"title.{ZH_HANS}", (("count", str(twins)),))


def lengths(record: Record, _view: View) -> Iterator[Found]:
    """Words that no page holds."""
    for path, text in texts_in(record) if record.kind is not Kind.SOURCE else ():
        most = _WIDTHS.get(path)
        for language in text if most else ():
            width = _width(text[language])
            if most and width > most:
                parts = (("width", str(width)), ("most", str(most)))
                yield Found("text-long", record, f"{path}.{language}", parts)


def emptiness(record: Record, _view: View) -> Iterator[Found]:
    """An exhibit that shows nothing."""
    if isinstance(record, Exhibit):
        holds = (record.items, record.media, record.view, record.text)
        if not any(holds):
            yield Found("exhibit-empty", record, "items")


def glyphs(record: Record, _view: View) -> Iterator[Found]:
    """Characters that would be an empty box on a screen."""
    for path, text in texts_in(record) if record.kind is not Kind.SOURCE else ():
        for language in text:
            words = text[language]
            if words.isascii():
                continue
            lacking = dict.fromkeys(c for c in words if not c.isspace() and not _is_covered(c))
            if lacking:
                told = "".join(list(lacking)[:_TOLD_GLYPHS])
                yield Found("glyph-missing", record, f"{path}.{language}", (("glyphs", told),))


def _width(words: str) -> int:
    """In Chinese characters; two Latin letters are as wide as one."""
    narrow = sum(character.isascii() for character in words)
    return len(words) - narrow + (narrow + 1) // 2


def _is_covered(character: str) -> bool:
    starts, ends = _coverage()
    point = ord(character)
    at = bisect_right(starts, point) - 1
    return at >= 0 and point <= ends[at]


@cache
def _coverage() -> tuple[list[int], list[int]]:
    """First and last code point of each run that the shipped typefaces hold."""
    ranges = json.loads(resources.asset("fonts", "coverage.json").read_text("utf-8"))
    return [first for first, _ in ranges], [last for _, last in ranges]
