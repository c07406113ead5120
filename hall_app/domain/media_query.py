"""What is looked for in the media library: words and marks, as values and as they are typed.

`缫丝 medium:film rights:ending is:no-alt tag:老照片 sort:until` — a mark that is not known is words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from hall_app.domain.records.media import Medium

ENDING_WITHIN_DAYS = 90
"""So long before their end rights are called ending."""


class RightsState(StrEnum):
    """How a medium stands with its rights on one day."""

    MISSING = "missing"
    CLEAR = "clear"
    ENDING = "ending"
    OVER = "over"


class MediaOrder(StrEnum):
    """What media are sorted by."""

    NEWEST = "newest"
    TITLE = "title"
    FILE = "file"
    SIZE = "size"
    UNTIL = "until"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaQuery:
    """One look into the media library; what is not said does not matter.

    Attributes:
        words: In titles, captions, tags and all else that is searched.
        gallery: The slug of the gallery in which it is used.
        lacks_alt: Only pictures and films without alternative text.
        is_unused: Only media that no record uses.
        is_alike: Only pictures that look like another one.
    """

    words: str = ""
    medium: Medium | None = None
    gallery: str = ""
    rights: RightsState | None = None
    tags: tuple[str, ...] = ()
    lacks_alt: bool = False
    is_unused: bool = False
    is_alike: bool = False
    order: MediaOrder = MediaOrder.NEWEST

    @property
    def is_everything(self) -> bool:
        """Whether it looks for nothing in particular."""
        return replace(self, order=MediaOrder.NEWEST) == MediaQuery()


def parse(typed: str) -> MediaQuery:
    """A query as it was typed."""
    query = MediaQuery()
    words: list[str] = []
    for token in _TOKEN.findall(typed):
        mark, _, value = token.partition(":")
        read = _MARKS.get(mark.lower())
        try:
            query = (
                read(query, value.strip('"')) if read and value else _unmarked(words, query, token)
            )
        except ValueError:
            words.append(token)
    return replace(query, words=" ".join(words))


def written(query: MediaQuery) -> str:
    """A query as one would type it; `parse` reads it back."""
    marks = [
        f"medium:{query.medium}" if query.medium else "",
        f"gallery:{_quoted(query.gallery)}" if query.gallery else "",
        f"rights:{query.rights}" if query.rights else "",
        *(f"tag:{_quoted(tag)}" for tag in query.tags),
        "is:no-alt" if query.lacks_alt else "",
        "is:unused" if query.is_unused else "",
        "is:alike" if query.is_alike else "",
        f"sort:{query.order}" if query.order is not MediaOrder.NEWEST else "",
    ]
    return " ".join(part for part in (query.words, *marks) if part)


def tags_of(words: str) -> tuple[str, ...]:
    """The tags in a line of words, parted by commas, semicolons or new lines."""
    return clean_tags(re.split(r"[,，;；、\n]", words))


def clean_tags(tags: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Tags without empty ones, quotes, doubles and runs of blanks, in their order."""
    plain = (" ".join(tag.replace('"', " ").split())[:_LONGEST_TAG].strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in plain if tag))


_LONGEST_TAG = 40
_TOKEN = re.compile(r'\w[\w-]*:"[^"]*"|\S+')


def _unmarked(words: list[str], query: MediaQuery, token: str) -> MediaQuery:
    words.append(token)
    return query


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value


def _is(query: MediaQuery, value: str) -> MediaQuery:
    match value:
        case "no-alt":
            return replace(query, lacks_alt=True)
        case "unused":
            return replace(query, is_unused=True)
        case "alike":
            return replace(query, is_alike=True)
        case _:
            raise ValueError(value)


_MARKS: dict[str, Callable[[MediaQuery, str], MediaQuery]] = {
    "medium": lambda query, value: replace(query, medium=Medium(value)),
    "gallery": lambda query, value: replace(query, gallery=value),
    "rights": lambda query, value: replace(query, rights=RightsState(value)),
    "tag": lambda query, value: replace(query, tags=(*query.tags, value)),
    "is": _is,
    "sort": lambda query, value: replace(query, order=MediaOrder(value)),
}
