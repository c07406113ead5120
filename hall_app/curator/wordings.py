"""What brings the wordings of a record on in a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from hall_app.domain.dates import HallDate
from hall_app.domain.fields import Shape, fields_of, texts_in
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, ZH_HANT, Text
from hall_app.domain.wordings import State, state_of
from hall_app.editing.translation import draft_text

DRAFT_SOURCES = {ZH_HANT: ZH_HANS, ZH_HANS: ZH_HANT}
"""From which language another can be drafted."""


def drafts(record: Record, language: str) -> dict[str, Any]:
    """The fields with their missing and outdated wordings drafted anew, by path."""
    source = DRAFT_SOURCES[language]

    def drafted(text: Text) -> Text:
        needs = state_of(text, language) in (State.MISSING, State.STALE)
        return draft_text(text, language, source) if needs and text[source] else text

    return _changed(record, drafted)


def readings(record: Record, language: str) -> dict[str, Any]:
    """The fields with this language marked as read by a person, by path."""

    def read(text: Text) -> Text:
        if state_of(text, language) not in (State.DRAFTED, State.STALE):
            return text
        return text.translated(language, text[language], source=ZH_HANS, is_drafted=False)

    return _changed(record, read)


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
