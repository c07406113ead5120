"""Taking files into the library as media records, and what becomes of those it has already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.media import Media
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing.media_files import file_values, medium_of, with_file, with_harvest
from hall_app.editing.records import free_slug
from hall_app.media.ingest import Ingested, Outcome, Progress, ingest_many
from hall_app.media.refusal import Refusal
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.edit import Edit
from hall_app.store.store import Store

_MOST_ALIKE = 4
# What cameras and systems leave in folders beside the pictures.
_LITTER = {"Thumbs.db", "desktop.ini", "__MACOSX"}


class Verdict(StrEnum):
    """What becomes of a picture that looks like one the library has."""

    KEEP_BOTH = "keep-both"
    USE_OLD = "use-old"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Looked:
    """Files that were read and not taken in yet.

    Attributes:
        alike: Pictures that look like media of the library, the most alike first.
    """

    outcomes: tuple[Outcome, ...]
    alike: dict[Path, tuple[Media, ...]]


@dataclass(slots=True)
class Imported:
    """What became of the files of one import.

    Attributes:
        new: The records that were made.
        by_path: The same, by their files.
        known: Files whose bytes were in the library already, or that were to give way to what it
            had, by path, with their record.
        replaced: Records that got a new file, by its path.
        refused: Why each other file was not taken.
    """

    new: list[Media] = field(default_factory=list)
    by_path: dict[Path, Media] = field(default_factory=dict)
    known: dict[Path, Media] = field(default_factory=dict)
    replaced: dict[Path, Media] = field(default_factory=dict)
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
    looked = look_over(store, vault, workshop, paths, on_progress=on_progress)
    return take_in(store, looked, author=author, dry_run=dry_run)


def look_over(
    store: Store,
    vault: Vault,
    workshop: Workshop,
    paths: Iterable[Path],
    *,
    on_progress: Progress | None = None,
) -> Looked:
    """Read files, and see which pictures look like media of the library; nothing is written there."""
    outcomes = ingest_many(files_in(paths), vault, workshop, on_progress=on_progress)
    found = [one for one in outcomes if one.ingested is not None]
    known = store.media_by_content([one.ingested.sha256 for one in found if one.ingested])
    alike: dict[Path, tuple[Media, ...]] = {}
    for one in found:
        assert one.ingested is not None
        if one.ingested.sha256 in known:
            continue
        near = store.media_alike(one.ingested.probe.look)[:_MOST_ALIKE]
        if near:
            alike[one.path] = tuple(medium_of(store.get(record_id)) for record_id in near)
    return Looked(outcomes, alike)


def take_in(
    store: Store,
    looked: Looked,
    verdicts: Mapping[Path, Verdict] | None = None,
    *,
    author: str = "",
    dry_run: bool = False,
) -> Imported:
    """Make records of files that were looked over, as one step; without a verdict both are kept."""
    names = names_of(looked.outcomes)
    with store.edit("Import media", author=author) as edit:
        imported = admit(store, edit, looked, names, verdicts or {})
        if dry_run:
            for record in imported.new:
                edit.remove(record.id)
    return imported


def names_of(outcomes: Iterable[Outcome]) -> dict[Path, str]:
    """A short name for each file that was read; made before the library is locked, for it takes time."""
    return {o.path: slug_of(Path(o.ingested.file_name).stem) for o in outcomes if o.ingested}


def admit(
    store: Store,
    edit: Edit,
    looked: Looked,
    names: Mapping[Path, str],
    verdicts: Mapping[Path, Verdict],
) -> Imported:
    """Make records of files that were looked over, inside an edit that is open."""
    imported = Imported()
    taken = [(one.path, one.ingested) for one in looked.outcomes if one.ingested is not None]
    imported.refused = {one.path: one.refusal for one in looked.outcomes if one.refusal is not None}
    # Asked inside the edit: another program may have taken in the same files meanwhile.
    known = store.media_by_content([found.sha256 for _, found in taken])
    for path, found in taken:
        alike = looked.alike.get(path, ())
        verdict = verdicts.get(path, Verdict.KEEP_BOTH) if alike else Verdict.KEEP_BOTH
        if found.sha256 in known:
            imported.known[path] = known[found.sha256]
        elif verdict is Verdict.USE_OLD:
            imported.known[path] = alike[0]
        elif verdict is Verdict.REPLACE:
            old = medium_of(store.get(alike[0].id))
            imported.replaced[path] = known[found.sha256] = with_file(store, old, found)
            edit.put(known[found.sha256])
        else:
            record = _record(store, found, names[path])
            known[found.sha256] = imported.by_path[path] = record
            imported.new.append(record)
            edit.put(record)
    return imported


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and those in folders and the folders in them; hidden ones are left."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (one for one in sorted(path.rglob("*")) if one.is_file())
            found |= dict.fromkeys(one for one in inside if not _is_hidden(one.relative_to(path)))
        else:
            found[path] = None
    return list(found)


def _record(store: Store, found: Ingested, name: str) -> Media:
    record = Media(
        id=RecordId(store.new_id()),
        slug=free_slug(store, Kind.MEDIA, name),
        title=Text.of(Path(found.file_name).stem),
        **file_values(found),
    )
    return with_harvest(store, record, {f"title.{ZH_HANS}": Path(found.file_name).stem})


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) or part in _LITTER for part in path.parts)


def slug_of(stem: str) -> str:
    """A readable short name: pinyin for Chinese, ASCII letters and digits else."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (0.2 s that only an import pays)

    words = "-".join(lazy_pinyin(stem)).lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:60].rstrip("-") or "media"
