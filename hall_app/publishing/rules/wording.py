"""Rules of what is said: claims of being the best, words the hall avoids, names misspelt."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from hall_app import resources
from hall_app.domain.fields import texts_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Enterprise, Honour, HonourResult, Product
from hall_app.domain.records.record import Record
from hall_app.domain.text import Text
from hall_app.publishing.rules.view import Found, View

_TOLD = 6
_NOT_READ = frozenset({Kind.SOURCE, Kind.RELEASE, Kind.DISPLAY})


def claims(record: Record, view: View) -> Iterator[Found]:
    """Words of the highest degree about who sells, with neither a source nor an honour."""
    match record:
        case Enterprise():
            owner: RecordId | None = record.id
        case Product():
            owner = record.enterprise
        case _:
            return
    for path, text in texts_in(record):
        if _is_cited(record, path) or path.startswith("former_titles"):
            continue
        for language in text:
            said = dict.fromkeys(
                match.group() for match in _claim(language).finditer(text[language])
            )
            open_ = [words for words in said if not (owner and _carried(words, owner, view))]
            if open_:
                parts = (("words", "、".join(open_[:_TOLD])),)
                yield Found("claim", record, f"{path}.{language}", parts)


def watched(record: Record, view: View) -> Iterator[Found]:
    """Words of the hall's own list."""
    for path, language, words in _read(record) if view.watched else ():
        for one in view.watched:
            if one.word in words:
                code = "word-replace" if one.instead else "word-watched"
                parts = (("words", one.word), ("instead", one.instead))
                yield Found(code, record, f"{path}.{language}", parts[: 2 if one.instead else 1])


def names(record: Record, view: View) -> Iterator[Found]:
    """Names with one wrong character, and former names without the present one."""
    for path, language, words in _read(record):
        if path.startswith("former_titles"):
            continue
        for written, name in view.names.near(words, language):
            parts = (("written", written), ("name", name))
            yield Found("name-near", record, f"{path}.{language}", parts)
        for former, now in view.names.old(words, language):
            if _says_both(record, language, now):
                continue
            parts = (("written", former), ("name", now))
            yield Found("name-old", record, f"{path}.{language}", parts)


def _read(record: Record) -> Iterator[tuple[str, str, str]]:
    if record.kind not in _NOT_READ:
        for path, text in texts_in(record):
            for language in text:
                yield path, language, text[language]


def _is_cited(record: Record, path: str) -> bool:
    return any(not cited.field or path.startswith(cited.field) for cited in record.citations)


def _carried(words: str, enterprise: RecordId, view: View) -> bool:
    for one in view.referrers(enterprise):
        honour = view.get(one)
        if isinstance(honour, Honour) and honour.result is HonourResult.AWARDED:
            said: tuple[Text, ...] = (honour.title, honour.text)
            if any(words in text[language] for text in said for language in text):
                return True
    return False


def _says_both(record: Record, language: str, now: str) -> bool:
    """Whether the record somewhere gives the present name, or says that the other is a former one."""
    said = "\n".join(text[language] for _, text in texts_in(record))
    return now in said or any(sign in said for sign in _signs())


@cache
def _lists() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = json.loads(
        resources.asset("checks", "wording.json").read_text("utf-8")
    )
    return loaded


@cache
def _claim(language: str) -> re.Pattern[str]:
    """One expression for all claims of a language; English is read without regard to case."""
    listed = _lists().get(f"claims-{language}", [])
    return re.compile("|".join(listed) or r"(?!)", re.IGNORECASE)


@cache
def _signs() -> tuple[str, ...]:
    return tuple(_lists()["former-signs"])
