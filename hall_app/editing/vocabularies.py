"""Lists of words that records share: what is in use and where, renaming and merging everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.structure import Hall
from hall_app.domain.records.vocabulary import Synonym, Vocabulary
from hall_app.domain.text import LANGUAGES, Text
from hall_app.editing import fields
from hall_app.editing.fields import from_plain_text
from hall_app.errors import InvalidRecord, NotFound
from hall_app.store import grams, vocabulary
from hall_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a list, in its languages.

    Attributes:
        count: How many records hold it.
        synonyms: Earlier words that mean it.
        held: The same as it is stored, once for each way it came about.
    """

    text: Text
    count: int
    synonyms: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


def words_of(store: Store, which: Vocabulary) -> tuple[Word, ...]:
    """Every word of a list, the most used first."""
    counts: dict[Text, int] = defaultdict(int)
    held: dict[Text, list[str]] = defaultdict(list)
    for stored, document, count in store.ask(vocabulary.in_use, which.kind, which.field):
        text = _bare(from_plain_text(document))
        counts[text] += count
        held[text].append(stored)
    synonyms = synonyms_of(store, which)
    found = [
        Word(
            text, count, tuple(one.words for one in synonyms if one.means == text),
            tuple(held[text]),
        )
        for text, count in counts.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.count, one.text.best(LANGUAGES[0]))))


def users_of(store: Store, which: Vocabulary, word: Word) -> list[RecordId]:
    """The records that hold a word."""
    return store.ask(vocabulary.users, which.kind, which.field, word.held)


def synonyms_of(store: Store, which: Vocabulary) -> tuple[Synonym, ...]:
    """The words that were merged into others of a list."""
    hall = next(iter(store.all(Kind.HALL)), None)
    held = hall.synonyms if isinstance(hall, Hall) else ()
    return tuple(one for one in held if one.vocabulary is which)


def meant_by(store: Store, which: Vocabulary) -> dict[str, Text]:
    """What each title and synonym means, by its folded words; a word of two lists means neither."""
    means: dict[str, set[Text]] = defaultdict(set)
    for one in synonyms_of(store, which):
        means[folded(one.words)].add(one.means)
    titles: dict[str, set[Text]] = defaultdict(set)
    for word in words_of(store, which):
        for language in word.text:
            titles[folded(word.text[language])].add(word.text)
    means |= titles
    return {words: next(iter(texts)) for words, texts in means.items() if len(texts) == 1}


def merge(
    store: Store, which: Vocabulary, words: Sequence[Word], into: Text, *, author: str = ""
) -> Changes:
    """Let every record that holds one of these words hold another, as one step.

    With one word it is renamed. What they were is kept as synonyms, so that tables still match.

    Raises:
        InvalidRecord: The new word is empty.
        NotFound: There is no hall to keep the synonyms.
    """
    into = _bare(Text.of({language: into[language].strip() for language in into}))
    if not into:
        raise InvalidRecord(
            "The new word is empty.", "Write it in one language at least.",
            subject=str(which), code="word-empty",
        )  # fmt: skip
    hall = next(iter(store.all(Kind.HALL)), None)
    if not isinstance(hall, Hall):
        raise NotFound("The library has no hall yet.", "Add the hall first.", code="word-no-hall")
    label = f"Rename {which} word" if len(words) == 1 else f"Merge {which} words"
    with store.edit(label, author=author) as edit:
        for word in words:
            for record_id in users_of(store, which, word):
                record = store.get(record_id)
                if _bare(getattr(record, which.field)) != into:
                    edit.put(fields.with_field(store, record, which.field, into))
        edit.put(replace(hall, synonyms=_kept(hall, which, words, into)))
    return edit.changes


def folded(words: str) -> str:
    """Words as they are compared: 简 and 繁, wide and narrow, large and small are the same."""
    return grams.fold(words).strip()


def _kept(hall: Hall, which: Vocabulary, words: Sequence[Word], into: Text) -> tuple[Synonym, ...]:
    merged = [word.text for word in words]
    own = {folded(into[language]) for language in into}
    kept = [
        replace(one, means=into) if one.vocabulary is which and one.means in merged else one
        for one in hall.synonyms
    ]
    earlier = [text[language] for text in merged for language in text]
    made = [Synonym(vocabulary=which, words=one, means=into) for one in earlier]
    found: dict[tuple[Vocabulary, str], Synonym] = {}
    for one in (*kept, *made):
        if one.vocabulary is not which or folded(one.words) not in own:
            found[one.vocabulary, folded(one.words)] = one
    return tuple(found.values())


def _bare(text: Text) -> Text:
    return Text.of({language: text[language] for language in text})
