"""The file behind a medium: replaced everywhere or not quite, brought back, and what it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import FILE_FIELDS, EarlierFile, Media, Medium
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS
from hall_app.editing.fields import with_field
from hall_app.editing.records import free_slug
from hall_app.errors import InvalidRecord, NotFound
from hall_app.media.ingest import Ingested, ingest
from hall_app.media.probe import Credits
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.codec import Document, from_document, to_document, to_plain
from hall_app.store.store import Store

HARVESTED = (
    f"title.{ZH_HANS}", f"caption.{ZH_HANS}", "credit", "rights.holder", "rights.licence",
)  # fmt: skip
"""The fields that a file may fill."""

_FILE_VALUES = tuple(name for name in FILE_FIELDS if name != "earlier")

Uses = Collection[tuple[RecordId, str]]
"""Places where a medium is used: the record, and the path of the field in it."""


def replace_file(
    store: Store,
    vault: Vault,
    workshop: Workshop,
    record_id: RecordId,
    path: Path,
    *,
    keep: Uses = (),
    author: str = "",
) -> Changes:
    """Put another file behind a medium, everywhere it is used; its words and rights stay.

    Raises:
        MediaRefused: The file is damaged, hostile or of a kind we do not take.
    """
    medium_of(store.get(record_id))
    return replace_with(store, record_id, ingest(path, vault, workshop), keep=keep, author=author)


def replace_with(
    store: Store, record_id: RecordId, found: Ingested, *, keep: Uses = (), author: str = ""
) -> Changes:
    """Put a file that was read behind a medium, as one step; the one before it can come back.

    Args:
        store: The library.
        record_id: The medium.
        found: The file.
        keep: Uses that go on with the file before, which becomes a record of its own.
        author: Who replaces; stands in the history.
    """
    record = medium_of(store.get(record_id))
    with store.edit(f"Replace {record.slug}", author=author) as edit:
        if keep:
            slug = free_slug(store, Kind.MEDIA, record.slug)
            twin = replace(record, id=RecordId(store.new_id()), slug=slug, earlier=())
            edit.put(twin)
            for user in sorted({user for user, _ in keep}):
                paths = {path for one, path in keep if one == user}
                edit.put(_relinked(store.get(user), paths, record.id, twin.id))
        edit.put(with_file(store, record, found))
    return edit.changes


def restore_file(store: Store, record_id: RecordId, sha256: str, *, author: str = "") -> Changes:
    """Put an earlier file behind a medium again; the one that is there now becomes an earlier one.

    Raises:
        NotFound: It never was behind this medium.
    """
    record = medium_of(store.get(record_id))
    back = next((one for one in record.earlier if one.sha256 == sha256), None)
    if back is None:
        raise NotFound(
            f"{record.slug} has no such earlier file.", subject=record_id, code="earlier-file-none"
        )
    values = {name: getattr(back, name) for name in _FILE_VALUES}
    with store.edit(f"Restore the file of {record.slug}", author=author) as edit:
        edit.put(_with_values(store, record, values))
    return edit.changes


def fields_of_file(found: Ingested) -> Document:
    """The fields a file fills, as a document."""
    return {name: to_plain(value) for name, value in file_values(found).items()}


def file_values(found: Ingested) -> dict[str, Any]:
    """The fields a file fills."""
    probe = found.probe
    return {
        "medium": probe.medium or Medium.DOCUMENT,
        "mime": probe.mime,
        "file_name": found.file_name,
        "sha256": found.sha256,
        "size_bytes": found.size_bytes,
        "width": probe.width,
        "height": probe.height,
        "duration_s": probe.duration_s,
        "colour": probe.colour,
        "renditions": found.renditions,
        "metadata": probe.credits.pairs,
        "look": probe.look,
        "pages": probe.pages,
        "taken": probe.credits.date,
        "flashes_per_s": probe.flashes_per_s,
        "harvested": tuple(_harvested(probe.credits)),
    }


def _harvested(credits_: Credits) -> Iterator[tuple[str, str]]:
    """The fields that a file fills, and with what."""
    told = (credits_.title, credits_.caption, credits_.credit, credits_.rights, credits_.usage)
    yield from ((path, words) for path, words in zip(HARVESTED, told, strict=True) if words)


def with_harvest(store: Store, record: Media, ours: Mapping[str, str]) -> Media:
    """The record with what its file says of itself wherever no person has written anything else.

    Args:
        store: The library.
        record: With its file.
        ours: What stands in fields by no person's hand, by their path.
    """
    for path, words in record.harvested:
        held = words_at(record, path)
        if held in {"", ours.get(path)}:
            with_words = with_field(store, record, path, words)
            assert isinstance(with_words, Media)
            record = with_words
    return record


def words_at(record: Media, path: str) -> str:
    """What stands in one of the fields that a file may fill."""
    match path.split("."):
        case ["rights", name]:
            return str(getattr(record.rights, name))
        case ["title" | "caption" as name, language]:
            return str(getattr(record, name)[language])
        case _:
            return str(getattr(record, path))


def with_file(store: Store, record: Media, found: Ingested) -> Media:
    """The record with this file behind it; the one before becomes an earlier one."""
    return _with_values(store, record, file_values(found))


def _with_values(store: Store, record: Media, values: dict[str, Any]) -> Media:
    """The record with another file; the one that was there becomes the latest earlier one."""
    if values["sha256"] == record.sha256:
        return record
    left = EarlierFile(
        until=store.now().isoformat(timespec="seconds"),
        **{name: getattr(record, name) for name in _FILE_VALUES},
    )
    kept = (one for one in record.earlier if one.sha256 not in {values["sha256"], left.sha256})
    ours = dict(record.harvested)
    changed = replace(record, **values, earlier=(left, *kept))
    return with_harvest(store, changed, ours)


def _relinked(record: Record, paths: set[str], old: RecordId, new: RecordId) -> Record:
    """The record with these of its links to one record leading to another."""
    document = to_document(record)
    for path in paths:
        *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
        held: Any = document
        for step in way:
            held = held[step]
        if held[last] == old:
            held[last] = new
    return from_document(document)


def medium_of(record: Record) -> Media:
    """The record as the medium it is.

    Raises:
        InvalidRecord: It is none.
    """
    if not isinstance(record, Media):
        raise InvalidRecord(f"{record.slug} is no medium.", subject=record.id, code="not-a-medium")
    return record
