"""The names a hall knows: a near miss of one, or one long given up, is told.

The titles of enterprises and persons are the list, with the spellings that the hall has approved
beside them. A word counts as a near miss where exactly one of its characters is another one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from hall_app.domain.records import Enterprise, Hall, Person
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, ZH_HANT

_LANGUAGES = (ZH_HANS, ZH_HANT)
_ASIDE = re.compile(r"[（(〔［\[].*$")
_CHINESE = re.compile(r"[\u3400-\u9fff〇]+")
_SHORTEST = 3
_HALVED_FROM = 4
_OLD_KEY = 3

# One name in one language, what it stands for, and whether it is a former one.
Entry = tuple[str, str, str, bool]


def entries_of(record: Record | None) -> frozenset[Entry]:
    """The names that a record brings into the list."""
    match record:
        case Person():
            return frozenset(_titles(record))
        case Enterprise():
            return frozenset((*_titles(record), *_former(record)))
        case Hall():
            lines = (line.strip() for line in record.approved_names.splitlines())
            return frozenset(
                (language, name, name, False)
                for name in lines
                for language in _LANGUAGES
                if _is_checkable(name)
            )
        case _:
            return frozenset()


class Names:
    """The list, in the form in which a text is looked through at once."""

    def __init__(self) -> None:
        self._known: dict[str, Counter[str]] = {language: Counter() for language in _LANGUAGES}
        self._pieces: dict[str, dict[str, Counter[tuple[str, int]]]] = _tables()
        self._old: dict[str, dict[str, Counter[tuple[str, str]]]] = _tables()
        self._lengths: dict[str, Counter[int]] = {language: Counter() for language in _LANGUAGES}

    def add(self, entry: Entry) -> None:
        """Know a name from now on."""
        self._count(entry, 1)

    def remove(self, entry: Entry) -> None:
        """Know it no longer."""
        self._count(entry, -1)

    def near(self, words: str, language: str) -> Iterator[tuple[str, str]]:
        """What is written, and the known name that it misses by one character."""
        pieces = self._pieces.get(language)
        if not pieces:
            return
        known, lengths = self._known[language], self._lengths[language]
        seen: set[str] = set()
        for at in range(len(words)):
            for length in lengths:
                for name, offset in pieces.get(words[at : at + length], ()):
                    start = at - offset
                    written = words[start : start + len(name)] if start >= 0 else ""
                    if written in seen or written in known or not _misses_by_one(written, name):
                        continue
                    if not any(written in other for other in known if other in words):
                        seen.add(written)
                        yield written, name

    def old(self, words: str, language: str) -> Iterator[tuple[str, str]]:
        """The former names in the words, each with the present one."""
        table = self._old.get(language)
        if not table:
            return
        seen: set[str] = set()
        for at in range(len(words)):
            for former, now in table.get(words[at : at + _OLD_KEY], ()):
                if former not in seen and words.startswith(former, at) and now not in words:
                    seen.add(former)
                    yield former, now

    def _count(self, entry: Entry, by: int) -> None:
        language, name, now, is_former = entry
        if is_former:
            _bump(self._old[language], name[:_OLD_KEY], (name, now), by)
        _add(self._known[language], name, by)
        for offset, piece in _pieces(name) if not is_former else ():
            _bump(self._pieces[language], piece, (name, offset), by)
            _add(self._lengths[language], len(piece), by)


def clues(entry: Entry) -> frozenset[str]:
    """Words of which a text has at least one where this name has a say in it."""
    _, name, now, is_former = entry
    return frozenset({name, now} if is_former else {name, *(piece for _, piece in _pieces(name))})


def _titles(record: Person | Enterprise) -> Iterator[Entry]:
    for language in _LANGUAGES:
        name = _plain(record.title[language])
        if _is_checkable(name):
            yield language, name, name, False


def _former(record: Enterprise) -> Iterator[Entry]:
    for text in record.former_titles:
        for language in _LANGUAGES:
            former, now = _plain(text[language]), _plain(record.title[language])
            if _is_checkable(former) and now and former not in now:
                yield language, former, now, True


def _plain(title: str) -> str:
    return _ASIDE.sub("", title).strip()


def _is_checkable(name: str) -> bool:
    return len(name) >= _SHORTEST and bool(_CHINESE.fullmatch(name))


def _pieces(name: str) -> list[tuple[int, str]]:
    """Parts of a name of which one stays whole when another character is wrong."""
    if len(name) < _HALVED_FROM:
        # A family name and one more: “陈启源” for 陈启沅. Without the family name it is no name.
        return [(0, name[:2])]
    half = len(name) // 2
    return [(0, name[:half]), (half, name[half:])]


def _misses_by_one(written: str, name: str) -> bool:
    if len(written) != len(name) or not _CHINESE.fullmatch(written):
        return False
    return sum(a != b for a, b in zip(written, name, strict=True)) == 1


def _tables() -> dict[str, dict[str, Counter[Any]]]:
    return {language: defaultdict(Counter) for language in _LANGUAGES}


def _bump(table: dict[str, Counter[Any]], key: str, value: object, by: int) -> None:
    _add(table[key], value, by)
    if not table[key]:
        del table[key]


def _add(counter: Counter[Any], key: object, by: int) -> None:
    counter[key] += by
    if not counter[key]:
        del counter[key]
