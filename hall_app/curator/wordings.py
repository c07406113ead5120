"""How far the wordings of a record have come in each language, and what brings them on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from hall_app.domain.dates import HallDate
from hall_app.domain.fields import Shape, fields_of, texts_in
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, ZH_HANT, Text
from hall_app.editing.translation import draft_text


class State(StrEnum):
    """The state of one language of one record, the most pressing first."""

    MISSING = "missing"
    STALE = "stale"
    DRAFTED = "drafted"
    READ = "read"


DRAFT_SOURCES = {ZH_HANT: ZH_HANS, ZH_HANS: ZH_HANT}
"""From which language another can be drafted."""


def state(record: Record, language: str) -> State:
    """The most pressing state of any text of the record."""
    found = {_state(text, language) for _, text in texts_in(record) if text}
    return next((one for one in State if one in found), State.READ)


def drafts(record: Record, language: str) -> dict[str, Any]:
    """The fields with their missing and outdated wordings drafted anew, by path."""
    source = DRAFT_SOURCES[language]

    def drafted(text: Text) -> Text:
        needs = _state(text, language) in (State.MISSING, State.STALE)
        return draft_text(text, language, source) if needs and text[source] else text

    return _changed(record, drafted)


def readings(record: Record, language: str) -> dict[str, Any]:
    """The fields with this language marked as read by a person, by path."""

    def read(text: Text) -> Text:
        if _state(text, language) not in (State.DRAFTED, State.STALE):
            return text
        return text.translated(language, text[language], source=ZH_HANS, is_drafted=False)

    return _changed(record, read)


def _state(text: Text, language: str) -> State:
    wording = text.wording(language)
    if wording is None:
        return State.MISSING
    if text.is_stale(language, ZH_HANS):
        return State.STALE
    return State.DRAFTED if wording.is_drafted else State.READ


def _changed(record: Record, change: Callable[[Text], Text]) -> dict[str, Any]:
    return dict(_changes(record, change))


def _changes(record: Record, change: Callable[[Text], Text]) -> Iterator[tuple[str, Any]]:
    dates = {f.name for f in fields_of(type(record)) if f.shape is Shape.DATE}
    for path, text in texts_in(record):
        changed = change(text)
        if changed == text:
            continue
        owner = path.removesuffix(".words")
        if owner in dates:
            # The words of a date are set with their date.
            date: HallDate = getattr(record, owner)
            yield owner, replace(date, words=changed)
        else:
            yield path, changed
