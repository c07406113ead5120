"""Changing many records as one step: one field set, cleared or added to, and words replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.ids import RecordId
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import LANGUAGES, ZH_HANS, Text, digest
from hall_app.editing import fields
from hall_app.editing.finding import Hit
from hall_app.errors import Conflict, InvalidRecord
from hall_app.store.codec import Document, from_document, to_document, to_plain
from hall_app.store.store import Store

Progress = Callable[[int, int], None]


class How(StrEnum):
    """What is done to a field."""

    SET = "set"
    CLEAR = "clear"
    APPEND = "append"


def change_many(
    store: Store,
    ids: Iterable[RecordId],
    path: str,
    value: Any = None,
    *,
    how: How = How.SET,
    author: str = "",
    on_progress: Progress | None = None,
) -> Changes:
    """Set, clear or add to one field of many records, as one undo step.

    Args:
        store: The library.
        ids: The records.
        path: The field, as everywhere.
        value: What to set or add; words or a value.
        how: What to do. Adding puts words after words, and values after the values of a list.
        author: Who stands in the history.
        on_progress: Told how many records of how many are done.

    Raises:
        InvalidRecord: A record has no such field, or the value does not fit it; nothing is written.
        Cancelled: By `on_progress`; nothing is written.
    """
    chosen = list(dict.fromkeys(ids))
    with store.edit(f"Edit {path} of {len(chosen)} records", author=author) as edit:
        for done, record_id in enumerate(chosen, start=1):
            record = store.get(record_id)
            after = _after(store, record, path, value, how)
            if after != record:
                edit.change(record, after)
            if on_progress is not None:
                on_progress(done, len(chosen))
    return edit.changes


def replace_hits(
    store: Store,
    hits: Iterable[Hit],
    *,
    author: str = "",
    on_progress: Progress | None = None,
) -> Changes:
    """Put what was chosen in the place of what was found, as one undo step.

    A draft stays a draft; a translation that was up to date stays so where it is replaced with its source.

    Raises:
        Conflict: A text was changed since it was searched; nothing is written.
        Cancelled: By `on_progress`; nothing is written.
    """
    by_record: dict[RecordId, list[Hit]] = {}
    for hit in hits:
        by_record.setdefault(hit.record_id, []).append(hit)
    count = sum(map(len, by_record.values()))
    with store.edit(f"Replace words in {count} places", author=author) as edit:
        for done, (record_id, found) in enumerate(by_record.items(), start=1):
            record = store.get(record_id)
            edit.change(record, _replaced(record, found))
            if on_progress is not None:
                on_progress(done, len(by_record))
    return edit.changes


def _after(store: Store, record: Record, path: str, value: Any, how: How) -> Record:
    match how:
        case How.SET:
            return fields.with_field(store, record, path, value)
        case How.CLEAR:
            is_wording = path.rsplit(".", maxsplit=1)[-1] in LANGUAGES
            field = _field(record, path)
            is_words = is_wording or (field is not None and field.shape is Shape.WORDS)
            return fields.with_field(store, record, path, "" if is_words else None)
        case How.APPEND:
            return fields.with_field(store, record, path, _appended(record, path, value))


def _appended(record: Record, path: str, value: Any) -> Any:
    field = _field(record, path)
    held = _held(to_document(record), path)
    if field is not None and field.is_many and "." not in path:
        added = value if isinstance(value, list | tuple) else [value]
        return [*(held or []), *(one for one in map(to_plain, added) if one not in (held or []))]
    if field is not None and field.shape in {Shape.TEXT, Shape.WORDS}:
        return f"{held or ''}{value}"
    raise InvalidRecord(
        f"Nothing can be added to “{path}”; it holds one value.",
        "Set it instead.",
        subject=path,
        code="field-takes-one",
    )


def _field(record: Record, path: str) -> Field | None:
    name = path.split(".", maxsplit=1)[0]
    return next((one for one in fields_of(RECORD_TYPES[record.kind]) if one.name == name), None)


def _held(document: Document, path: str) -> Any:
    held: Any = document
    for step in path.split("."):
        held = held.get(step) if isinstance(held, dict) else None
    return held


def _replaced(record: Record, hits: list[Hit]) -> Record:
    document = to_document(record)
    by_path: dict[str, list[Hit]] = {}
    for hit in hits:
        by_path.setdefault(hit.path, []).append(hit)
    for path in sorted(by_path, key=_source_first):
        owner, _, name = path.rpartition(".")
        held = _at(document, owner)
        words = held.get(name) if isinstance(held, dict) else None
        new = _words(record, words, by_path[path])
        if name in LANGUAGES:
            _put_wording(
                record, owner, held, name, new, is_with_source=f"{owner}.{ZH_HANS}" in by_path
            )
        else:
            held[name] = new
    return from_document(document)


def _words(record: Record, words: Any, hits: list[Hit]) -> str:
    for hit in sorted(hits, key=lambda one: one.start, reverse=True):
        if not isinstance(words, str) or words[hit.start : hit.end] != hit.found:
            raise Conflict(
                f"“{record.title.best(ZH_HANS) or record.slug}” was changed since it was searched.",
                "Search again.",
                subject=record.slug,
                code="changed-since-search",
            )
        words = words[: hit.start] + hit.becomes + words[hit.end :]
    return str(words)


def _put_wording(
    record: Record, path: str, held: Document, language: str, words: str, *, is_with_source: bool
) -> None:
    before = fields.from_plain_text(held)
    wording = before.wording(language)
    assert wording is not None, (record.slug, path)
    made_from = wording.made_from
    origin = _text_before(record, path)
    if made_from and is_with_source and not origin.is_stale(language, ZH_HANS):
        made_from = digest(before[ZH_HANS])
    kept = type(wording)(words, wording.is_drafted, made_from)
    text = before.with_wording(language, kept)
    held.clear()
    held.update(to_plain(text))


def _text_before(record: Record, path: str) -> Text:
    return fields.from_plain_text(_at(to_document(record), path))


def _at(document: Any, path: str) -> Any:
    held = document
    for step in path.split(".") if path else []:
        held = held[int(step)] if isinstance(held, list) else held[step]
    return held


def _source_first(path: str) -> int:
    return 0 if path.endswith(f".{ZH_HANS}") else 1
