"""Finding words in every text of many records, plainly, as whole words or by pattern, 简繁 alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from hall_app.domain.fields import Shape, fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.text import LANGUAGES
from hall_app.editing.fields import FIXED
from hall_app.errors import UsageError
from hall_app.store import grams
from hall_app.store.codec import to_document
from hall_app.store.store import Store

_SECONDS = 1.0  # what one text may cost: a pattern can be written that would never end
_NOT_WORDS = frozenset({"id", "slug", "sha256", "mime", "language"})
_CONTEXT = 24

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for, and where.

    Attributes:
        is_pattern: `words` is a regular expression; what replaces it may name its groups.
        is_whole: Only whole words; for Chinese, which has no spaces, the same as anywhere.
        ignores_case: Capital and small letters alike.
        ignores_script: 简 and 繁 alike.
        kinds, languages: None means all; plain fields such as the remark have no language.
        fields: Names of fields; none means all.
        ids: Only these records; none means all.
    """

    words: str
    is_pattern: bool = False
    is_whole: bool = False
    ignores_case: bool = False
    ignores_script: bool = False
    kinds: frozenset[Kind] = frozenset()
    languages: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    ids: frozenset[RecordId] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand.

    Attributes:
        path: Of the words, the language last where it is a wording.
        start, end: The place in the words of the field.
        before, found, after: The words around it and at it.
        becomes: What would stand there.
    """

    record_id: RecordId
    kind: Kind
    title: str
    path: str
    start: int
    end: int
    before: str
    found: str
    after: str
    becomes: str


def find(
    store: Store, sought: Sought, replacement: str = "", *, on_progress: Progress | None = None
) -> tuple[Hit, ...]:
    """Every place where the words stand, with what would stand there instead.

    Raises:
        UsageError: There is nothing to look for, or the pattern or replacement is none.
        Cancelled: By `on_progress`.
    """
    pattern = _pattern(sought)
    kinds = [kind for kind in Kind if not sought.kinds or kind in sought.kinds]
    records = [
        record
        for kind in kinds
        if kind is not Kind.RELEASE
        for record in store.all(kind)
        if not sought.ids or record.id in sought.ids
    ]
    hits: list[Hit] = []
    for done, record in enumerate(records, start=1):
        document = to_document(record)
        title = record.title.best(LANGUAGES[0]) or record.slug
        for path, words in words_in(RECORD_TYPES[record.kind], document, record.kind):
            if _is_wanted(path, sought):
                for start, end, becomes in _places(pattern, sought, words, replacement):
                    hits.append(Hit(
                        record.id, record.kind, title, path, start, end,
                        words[max(0, start - _CONTEXT) : start], words[start:end],
                        words[end : end + _CONTEXT], becomes,
                    ))  # fmt: skip
        if on_progress is not None and (done % 50 == 0 or done == len(records)):
            on_progress(done, len(records))
    return tuple(hits)


def words_in(
    owner: type[Any], body: Mapping[str, Any], kind: Kind, path: str = ""
) -> Iterator[tuple[str, str]]:
    """All words of a document that a person may write, by their path."""
    fixed = FIXED.get(kind, frozenset()) if not path else frozenset()
    for field in fields_of(owner):
        held = body.get(field.name)
        if held is None or field.name in _NOT_WORDS or field.name in fixed:
            continue
        for index, one in enumerate(held if field.is_many else (held,)):
            here = f"{path}{field.name}.{index}" if field.is_many else f"{path}{field.name}"
            match field.shape:
                case Shape.TEXT:
                    yield from (
                        (f"{here}.{tongue}", one[tongue]) for tongue in LANGUAGES if tongue in one
                    )
                case Shape.WORDS if not field.is_many:
                    yield here, one
                case Shape.DATE if words := one.get("words"):
                    yield from ((f"{here}.words.{t}", words[t]) for t in LANGUAGES if t in words)
                case Shape.VALUE:
                    yield from words_in(field.type, one, kind, f"{here}.")
                case _:
                    pass


def _pattern(sought: Sought) -> Any:
    if not sought.words:
        raise UsageError(
            "There is nothing to look for.", "Write the words to find.", code="nothing-sought"
        )
    words = sought.words if sought.is_pattern else regex.escape(sought.words)
    if sought.is_whole:
        # Between Chinese characters every place is the end of a word.
        words = rf"(?<![^\W\p{{Han}}])(?:{words})(?![^\W\p{{Han}}])"
    if sought.ignores_script:
        words = grams.alike(words)
    try:
        return regex.compile(words, regex.IGNORECASE if sought.ignores_case else 0)
    except regex.error as problem:
        raise UsageError(
            f"“{sought.words}” is no pattern: {problem}.", "Mend it, or look for plain words.",
            subject=sought.words, code="pattern-bad"
        ) from None  # fmt: skip


def _is_wanted(path: str, sought: Sought) -> bool:
    name, last = path.split(".", maxsplit=1)[0], path.rsplit(".", maxsplit=1)[-1]
    language = last if last in LANGUAGES else ""
    return (not sought.fields or name in sought.fields) and (
        not sought.languages or language in sought.languages or not language
    )


def _places(
    pattern: Any, sought: Sought, words: str, replacement: str
) -> Iterator[tuple[int, int, str]]:
    searched = grams.alike(words) if sought.ignores_script else words
    try:
        for match in pattern.finditer(searched, timeout=_SECONDS):
            if match.end() > match.start():
                becomes = match.expand(replacement) if sought.is_pattern else replacement
                yield match.start(), match.end(), becomes
    except TimeoutError:
        raise UsageError(
            f"“{sought.words}” takes too long to look for.",
            "Write the pattern without one repetition inside another.",
            subject=sought.words,
            code="pattern-slow",
        ) from None
    except (regex.error, IndexError) as problem:
        raise UsageError(
            f"“{replacement}” cannot take the place of the pattern: {problem}.",
            r"Write \1 for the first group, and \\ for a backslash.",
            subject=replacement,
            code="replacement-bad",
        ) from None
