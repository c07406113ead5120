"""How far the wordings of a record have come in each language."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from hall_app.domain.fields import texts_in
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text


class State(StrEnum):
    """The state of one language of one record, the most pressing first."""

    MISSING = "missing"
    STALE = "stale"
    DRAFTED = "drafted"
    READ = "read"


def state(record: Record, language: str) -> State:
    """The most pressing state of any text of the record."""
    return states(record, (language,))[0]


def states(record: Record, languages: Iterable[str]) -> tuple[State, ...]:
    """The most pressing state of each of these languages, from one look at the record."""
    texts = [text for _, text in texts_in(record) if text]
    return tuple(_worst({state_of(text, language) for text in texts}) for language in languages)


def state_of(text: Text, language: str) -> State:
    """The state of one text in a language."""
    wording = text.wording(language)
    if wording is None:
        return State.MISSING
    if text.is_stale(language, ZH_HANS):
        return State.STALE
    return State.DRAFTED if wording.is_drafted else State.READ


def _worst(found: set[State]) -> State:
    return next((one for one in State if one in found), State.READ)
