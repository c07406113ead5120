"""The words a hall does not want to say, as its own list names them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hall_app.domain.records import Hall
from hall_app.domain.records.record import Record

_ARROW = re.compile(r"\s*(?:=>|→|＝>)\s*")


@dataclass(frozen=True, slots=True)
class Watched:
    """One word of the list, and what to say in its place."""

    word: str
    instead: str = ""


def watched_by(record: Record | None) -> tuple[Watched, ...]:
    """The list of a hall: one word a line, `word → what to say instead`."""
    if not isinstance(record, Hall):
        return ()
    lines = (_ARROW.split(line.strip(), maxsplit=1) for line in record.watched_words.splitlines())
    return tuple(Watched(word, *rest) for word, *rest in lines if word)
