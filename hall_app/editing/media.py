"""Taking files into the library as media records, and replacing the file behind one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hall_app.domain.changes import Changes
from hall_app.domain.ids import MediaId, RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.domain.records.record import Record
from hall_app.domain.text import Text
from hall_app.editing.records import free_slug
from hall_app.errors import InvalidRecord, MediaRefused
from hall_app.media.ingest import Ingested, ingest, ingest_many
from hall_app.media.vault import Vault
from hall_app.store.codec import Document, to_plain
from hall_app.store.store import Store

# What a file tells of itself; never written in content files.
FILE_FIELDS = (
    "medium", "mime", "file_name", "sha256", "size_bytes", "width", "height", "duration_s", "colour",
    "renditions", "metadata",
)  # fmt: skip


def import_file(store: Store, vault: Vault, path: Path, *, author: str = "") -> tuple[Media, bool]:
    """Take one file in; the same bytes a second time give the record that is there.

    Returns:
        The record, and whether it is new.

    Raises:
        MediaRefused: The file is damaged, hostile or of a kind we do not take.
    """
    known = _by_hash(store)
    found = ingest(path, vault)
    if found.sha256 in known:
        return known[found.sha256], False
    record = _record(store, found)
    with store.edit(f"Import {path.name}", author=author) as edit:
        edit.put(record)
    return record, True


def import_files(
    store: Store, vault: Vault, paths: Iterable[Path], *, author: str = ""
) -> tuple[list[Media], int, dict[Path, MediaRefused]]:
    """Take many files in as one step.

    Returns:
        The new records, how many files were there already, and the refusals by file.
    """
    known = _by_hash(store)
    new: dict[str, Media] = {}
    refused: dict[Path, MediaRefused] = {}
    already = 0
    with store.edit("Import media", author=author) as edit:
        for path, found in ingest_many(list(paths), vault):
            if isinstance(found, MediaRefused):
                refused[path] = found
            elif found.sha256 in known or found.sha256 in new:
                already += 1
            else:
                new[found.sha256] = _record(store, found)
                edit.put(new[found.sha256])
    return list(new.values()), already, refused


def replace_file(store: Store, vault: Vault, record_id: RecordId, path: Path, *, author: str = "") -> Changes:
    """Put another file behind a medium, everywhere it is used; its words and rights stay."""
    record = _media(store.get(record_id))
    found = ingest(path, vault)
    with store.edit(f"Replace {record.slug}", author=author) as edit:
        edit.put(replace(record, **_file_values(found)))  # type: ignore[arg-type]
    return edit.changes


def fields_of_file(found: Ingested) -> Document:
    """The fields a file fills, as a document."""
    return {name: to_plain(value) for name, value in _file_values(found).items()}


def _file_values(found: Ingested) -> dict[str, object]:
    return {name: getattr(found, name) for name in FILE_FIELDS}


def _record(store: Store, found: Ingested) -> Media:
    stem = Path(found.file_name).stem
    slug = free_slug(store, Kind.MEDIA, _slug(stem))
    return Media(
        id=MediaId(store.new_id()), slug=slug, title=Text.of(stem), credit=found.credit,
        **_file_values(found),  # type: ignore[arg-type]
    )  # fmt: skip


def _slug(stem: str) -> str:
    """A readable short name: pinyin for Chinese, ASCII letters and digits else."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (0.2 s that only an import pays)

    words = "-".join(lazy_pinyin(stem)).lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:60].rstrip("-") or "media"


def _by_hash(store: Store) -> dict[str, Media]:
    return {record.sha256: record for record in map(_media, store.all(Kind.MEDIA))}


def _media(record: Record) -> Media:
    if not isinstance(record, Media):
        raise InvalidRecord(f"{record.slug} is no medium.", subject=record.id)
    return record
