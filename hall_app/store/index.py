"""What the search index holds of a record, and how a hit is shown.

The index is contentless: what was put in must be given again to take it out, so both are
computed from the document.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from hall_app.domain.fields import TEXT, Field, Shape, fields_of, fields_with_texts, texts_in
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS, Text
from hall_app.store import grams
from hall_app.store.codec import Document, to_value

_NAME_FIELDS = ("title", "short_title", "full_title")
_UNSAID = ("id", "slug", "look")
_SNIPPET_BEFORE = 12
_SNIPPET_AFTER = 36
_MARKDOWN = re.compile(r"[*_#>`]+|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """The four columns of one record in the index."""

    title: str
    words: str
    pinyin: str
    initials: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found; `snippet` is a stretch of its words around the match."""

    id: RecordId
    kind: Kind
    slug: str
    title: Text
    gallery: RecordId | None
    snippet: str


def is_untouched(before: Document, after: Document) -> bool:
    """Whether no field with words that are searched differs; quick, and may say no too often."""
    searched = _searched(cast("Hashable", RECORD_TYPES[Kind(after["kind"])]))
    return all(before.get(name) == after.get(name) for name in searched)


def same(before: Record, after: Record) -> bool:
    """Whether two records give the same line of the index, without making either."""
    return list(_names(before)) == list(_names(after)) and list(_words(before)) == list(
        _words(after)
    )


def entry(record: Record) -> Entry:
    """What to put into the index for this record."""
    names = list(_names(record))
    chinese = list(dict.fromkeys(grams.fold(name) for name in names))
    return Entry(
        title=_joined(names),
        words=_joined(_words(record)),
        pinyin=" ".join(token for name in chinese for token in grams.pinyin(name)),
        initials=" ".join(token for name in chinese for token in grams.initials(name)),
    )


def snippet(document: Document, sought: str, language: str) -> str:
    """The words around the first match, in the visitor's language where it has them.

    Args:
        document: Of the record that was found; nothing but its texts is looked at.
        sought: What was typed.
        language: The visitor's.
    """
    needle = grams.fold(sought).strip()
    texts = list(_texts_of(RECORD_TYPES[Kind(document["kind"])], document, but="title"))
    for tongue in dict.fromkeys((language, *LANGUAGES)):
        for text in texts:
            words = _MARKDOWN.sub(r"\1", text.get(tongue, ""))
            at = grams.fold(words).find(needle) if words and needle else -1
            if at >= 0:
                at = _unfolded(words, at)
                start = max(0, at - _SNIPPET_BEFORE)
                end = at + len(needle) + _SNIPPET_AFTER
                return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words) else ''}"
    lead = next((said for text in texts if (said := _best(text, language))), "")
    return lead[:_SNIPPET_AFTER] + ("…" if len(lead) > _SNIPPET_AFTER else "")


def _best(text: Document, language: str) -> str:
    words: str = text.get(language) or to_value(text, TEXT).best(language)
    return words


def _texts_of(owner: Any, body: Document, *, but: str = "") -> Iterator[Document]:
    """Every text of a document, in the order in which `texts_in` gives those of its record."""
    for field in fields_with_texts(owner):
        held = body.get(field.name)
        if held is None or field.name == but:
            continue
        for one in held if field.is_many else (held,):
            if field.shape is not Shape.TEXT:
                yield from _texts_of(field.type, one)
            else:
                yield {ZH_HANS: one} if isinstance(one, str) else one


def _unfolded(words: str, at: int) -> int:
    """The place in the words of a place in their folded form: folding makes … three points."""
    folded = 0
    for place, character in enumerate(words):
        folded += _folded_length(character)
        if folded > at:
            return place
    return len(words)


@cache
def _folded_length(character: str) -> int:
    return len(grams.fold(character))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(tokens for words in texts if (tokens := grams.line(words)))


@cache
def _searched(owner: Any) -> tuple[str, ...]:
    """The names of the fields of which something stands in the index."""
    with_texts = {field.name for field in fields_with_texts(owner)}
    plain = {field.name for field in _plain_fields(owner)}
    return tuple(with_texts | plain | {"slug"})


def _names(record: Record) -> Iterator[str]:
    for name in _NAME_FIELDS:
        text: Text | None = getattr(record, name, None)
        yield from (text[language] for language in text) if text else ()
    for former in getattr(record, "former_titles", ()):
        yield from (former[language] for language in former)
    yield record.slug.replace("-", " ")


def _words(record: Record) -> Iterator[str]:
    for path, text in texts_in(record):
        if path not in _NAME_FIELDS:
            yield from (text[language] for language in text)
    yield from _plain_words(record)


def _plain_words(value: Any) -> Iterator[str]:
    for field in _plain_fields(cast("Hashable", type(value))):
        held = getattr(value, field.name)
        if field.name == "tags":
            yield from held
        elif field.shape is Shape.DATE:
            yield from (held.edtf,) if held is not None else ()
        elif held is not None:
            yield held


@cache
def _plain_fields(owner: Any) -> tuple[Field, ...]:
    """The fields with words in no language, and dates."""
    return tuple(
        field
        for field in fields_of(owner)
        if field.name == "tags"
        or (field.shape is Shape.DATE and not field.is_many)
        or (field.shape is Shape.WORDS and not field.is_many and field.name not in _UNSAID)
    )
