"""Drafts by OpenCC between 简 and 繁, spelt by the hall's glossary, and reading them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache, partial
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import texts_in
from hall_app.domain.glossary import NO_GLOSSARY, Glossary
from hall_app.domain.ids import RecordId
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, ZH_HANT, Text
from hall_app.domain.wordings import State, state_of
from hall_app.editing import fields
from hall_app.editing.glossary import glossary_of
from hall_app.editing.origins import stamped, text_at
from hall_app.errors import InvalidRecord
from hall_app.store.codec import Document, from_document, to_document, to_plain
from hall_app.store.store import Store

DRAFT_SOURCES = {ZH_HANT: ZH_HANS, ZH_HANS: ZH_HANT}
"""From which language another can be drafted."""

Progress = Callable[[int, int], None]

_CONVERSIONS = {(ZH_HANS, ZH_HANT): "s2t", (ZH_HANT, ZH_HANS): "t2s"}


def draft(
    store: Store, record_id: RecordId, path: str, language: str, *, source: str, author: str
) -> Changes:
    """Draft one text in 简 or 繁 from the other; it stays marked until a person has read it.

    Raises:
        InvalidRecord: There is no source wording, or no conversion between the two.
    """
    text = text_at(store.get(record_id), path)
    drafted = draft_text(text, language, source, glossary_of(store, source, language))
    return fields.set_field(
        store, record_id, path, drafted, author=author, label=f"Draft {path} in {language}"
    )


def mark_read(
    store: Store, record_id: RecordId, path: str, language: str, *, author: str
) -> Changes:
    """Mark one text as read by a person in a language."""
    read = read_text(text_at(store.get(record_id), path), language)
    return fields.set_fields(
        store, record_id, {path: read}, author=author, label=f"Read {language}"
    )


def draft_missing(
    store: Store,
    ids: Iterable[RecordId],
    language: str,
    *,
    author: str = "",
    on_progress: Progress | None = None,
) -> Changes:
    """Draft every missing or outdated text of these records in 简 or 繁, as one undo step.

    Raises:
        Cancelled: By `on_progress`; nothing is written.
    """
    source = DRAFT_SOURCES[language]
    glossary = glossary_of(store, source, language)

    def drafted(text: Text) -> Text:
        needs = state_of(text, language) in (State.MISSING, State.STALE)
        return draft_text(text, language, source, glossary) if needs and text[source] else text

    return _change_texts(store, ids, drafted, f"Draft {language}", author, on_progress)


def mark_all_read(
    store: Store,
    ids: Iterable[RecordId],
    language: str,
    *,
    author: str = "",
    on_progress: Progress | None = None,
) -> Changes:
    """Mark every drafted or outdated text of these records as read by a person, as one undo step.

    Raises:
        Cancelled: By `on_progress`; nothing is written.
    """
    read = partial(read_text, language=language)
    return _change_texts(store, ids, read, f"Read {language}", author, on_progress)


def draft_text(text: Text, language: str, source: str, glossary: Glossary = NO_GLOSSARY) -> Text:
    """The text with a drafted wording in `language`."""
    name = _CONVERSIONS.get((source, language))
    if name is None or not text[source]:
        raise InvalidRecord(
            f"There is nothing to draft {language} from.",
            f"Write the {source} text first.",
            code="nothing-to-draft",
        )
    words = glossary.convert(text[source], _converter(name).convert)
    return text.translated(language, words, source=source, is_drafted=True)


def in_traditional(words: str) -> str:
    """Words of the program itself in Traditional Chinese."""
    converted: str = _converter(_CONVERSIONS[ZH_HANS, ZH_HANT]).convert(words)
    return converted


def read_text(text: Text, language: str) -> Text:
    """The text with its wording in `language` read by a person, beside the source as it stands."""
    if state_of(text, language) not in (State.DRAFTED, State.STALE):
        return text
    return text.translated(language, text[language], source=ZH_HANS, is_drafted=False)


def _change_texts(
    store: Store,
    ids: Iterable[RecordId],
    change: Callable[[Text], Text],
    label: str,
    author: str,
    on_progress: Progress | None,
) -> Changes:
    chosen = list(dict.fromkeys(ids))
    many = f" of {len(chosen)} records" if len(chosen) > 1 else ""
    with store.edit(f"{label}{many}", author=author) as edit:
        for done, record_id in enumerate(chosen, start=1):
            record = store.get(record_id)
            after = _changed(record, change)
            if after != record:
                edit.put(after)
            if on_progress is not None:
                on_progress(done, len(chosen))
    return edit.changes


def _changed(record: Record, change: Callable[[Text], Text]) -> Record:
    fixed = fields.FIXED.get(record.kind, frozenset())
    changed = {
        path: new
        for path, text in texts_in(record)
        if path.split(".", maxsplit=1)[0] not in fixed and (new := change(text)) != text
    }
    if not changed:
        return record
    document = deepcopy(to_document(record))
    for path, text in changed.items():
        _put(document, path, text)
    return stamped(record, from_document(document))


def _put(document: Document, path: str, text: Text) -> None:
    *way, last = path.split(".")
    held: Any = document
    for step in way:
        held = held[int(step)] if isinstance(held, list) else held[step]
    held[int(last) if isinstance(held, list) else last] = to_plain(text)


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC  # noqa: PLC0415 (30 ms that a program without drafts need not pay)

    return OpenCC(name)
