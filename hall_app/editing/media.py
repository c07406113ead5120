"""Taking files into the library as media records, and replacing the file behind one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media, Medium
from hall_app.domain.records.record import Record
from hall_app.domain.text import Text
from hall_app.editing.records import free_slug
from hall_app.errors import InvalidRecord
from hall_app.media.ingest import Ingested, Progress, ingest, ingest_many
from hall_app.media.refusal import Refusal
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.codec import Document, to_plain
from hall_app.store.store import Store


@dataclass(slots=True)
class Imported:
    """What became of the files of one import.

    Attributes:
        new: The records that were made.
        known: Files whose bytes were in the library already, by path, with their record.
        refused: Why each other file was not taken.
    """

    new: list[Media] = field(default_factory=list)
    known: dict[Path, Media] = field(default_factory=dict)
    refused: dict[Path, Refusal] = field(default_factory=dict)


def import_files(
    store: Store,
    vault: Vault,
    workshop: Workshop,
    paths: Iterable[Path],
    *,
    author: str = "",
    on_progress: Progress | None = None,
    dry_run: bool = False,
) -> Imported:
    """Take files in as one step; the same bytes a second time give the record that is there.

    The files are read before the library is locked; a cancelled import leaves no record.

    Raises:
        Cancelled: By `on_progress`.
        DiskFull, MachineFailed: As said.
    """
    imported = Imported()
    outcomes = ingest_many(paths, vault, workshop, on_progress=on_progress)
    # Named before the library is locked: others wait for as long as that lasts.
    names = {o.path: _slug(Path(o.ingested.file_name).stem) for o in outcomes if o.ingested}
    with store.edit("Import media", author=author) as edit:
        # Asked inside the edit: another program may have taken in the same files meanwhile.
        known = {record.sha256: record for record in map(_media, store.all(Kind.MEDIA))}
        for outcome in outcomes:
            found = outcome.ingested
            if outcome.refusal is not None:
                imported.refused[outcome.path] = outcome.refusal
            elif found is not None and found.sha256 in known:
                imported.known[outcome.path] = known[found.sha256]
            elif found is not None:
                record = _record(store, found, names[outcome.path])
                known[found.sha256] = record
                imported.new.append(record)
                edit.put(record)
        if dry_run:
            for record in imported.new:
                edit.remove(record.id)
    return imported


def replace_file(
    store: Store,
    vault: Vault,
    workshop: Workshop,
    record_id: RecordId,
    path: Path,
    *,
    author: str = "",
) -> Changes:
    """Put another file behind a medium, everywhere it is used; its words and rights stay.

    Raises:
        MediaRefused: The file is damaged, hostile or of a kind we do not take.
    """
    record = _media(store.get(record_id))
    found = ingest(path, vault, workshop)
    with store.edit(f"Replace {record.slug}", author=author) as edit:
        edit.put(replace(record, **_file_values(found)))
    return edit.changes


def fields_of_file(found: Ingested) -> Document:
    """The fields a file fills, as a document."""
    return {name: to_plain(value) for name, value in _file_values(found).items()}


def _file_values(found: Ingested) -> dict[str, Any]:
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
    }


def _record(store: Store, found: Ingested, name: str) -> Media:
    return Media(
        id=RecordId(store.new_id()),
        slug=free_slug(store, Kind.MEDIA, name),
        title=Text.of(found.probe.credits.title or Path(found.file_name).stem),
        credit=found.probe.credits.credit,
        **_file_values(found),
    )


def _slug(stem: str) -> str:
    """A readable short name: pinyin for Chinese, ASCII letters and digits else."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (0.2 s that only an import pays)

    words = "-".join(lazy_pinyin(stem)).lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:60].rstrip("-") or "media"


def _media(record: Record) -> Media:
    if not isinstance(record, Media):
        raise InvalidRecord(f"{record.slug} is no medium.", subject=record.id)
    return record
