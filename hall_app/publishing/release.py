"""Building a release: the library's public records and their files as content-addressed objects.

The same library, number and moment give the same bytes, and what an earlier release holds
already is linked and not written again. Signing is another's work (`trust.signing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.records.structure import Exhibit, Gallery, Hall, Section
from hall_app.errors import Busy, Refused
from hall_app.publishing import hashtree
from hall_app.publishing.manifest import Manifest
from hall_app.publishing.objects import ObjectFolder, named_files
from hall_app.publishing.outgoing import outgoing
from hall_app.publishing.progress import SILENT, Progress
from hall_app.publishing.public import public_records
from hall_app.publishing.reading import Vault
from hall_app.publishing.released import OBJECTS
from hall_app.store.codec import Document, to_document
from hall_app.store.store import Store

_ATTEMPTS = 5
_YEAR_ZERO = 10**12


@dataclass(frozen=True, slots=True)
class Built:
    """A release before it is signed; `written` are the objects that no earlier release held."""

    manifest: Manifest
    data: bytes
    written: tuple[str, ...]


def build(
    store: Store,
    vault: Vault,
    folder: Path,
    *,
    number: int,
    now: datetime,
    earlier: Iterable[Path] = (),
    progress: Progress = SILENT,
) -> Built:
    """Write the objects of a release.

    Args:
        store: The library; read at one moment, whoever writes meanwhile.
        vault: Holds the files that media records name.
        folder: The release folder; its `objects/` are written.
        number: Of the release.
        now: The day of publication; stands in the manifest and nowhere below it.
        earlier: Release folders whose objects may be linked.
        progress: Told the files and asked whether to go on.

    Raises:
        Refused: A file is missing from the vault.
        Busy: Others write too fast for one moment to be read.
    """
    objects = ObjectFolder(folder / OBJECTS, *(release / OBJECTS for release in earlier))
    public = public_records(_read_at_one_moment(store))
    documents = {str(key): to_document(record) for key, record in public.items()}
    count, size = _adopt_media(documents, vault, objects, progress)
    manifest = Manifest(
        number=number,
        published_at=now.astimezone(UTC).replace(microsecond=0).isoformat(),
        **_hall(public),
        records=hashtree.build(documents, objects.put),
        indexes={
            name: hashtree.build(dict(entries(public)), objects.put)
            for name, entries in INDEXES.items()
        },
        media_count=count,
        media_bytes=size,
    )
    data = manifest.to_bytes()
    objects.put(data)
    return Built(manifest, data, tuple(objects.written))


def _read_at_one_moment(store: Store) -> list[Record]:
    for _ in range(_ATTEMPTS):
        version = store.version
        records = outgoing(store)
        if store.version == version:
            return records
    raise Busy(
        "The library is being written without a pause.",
        "Publish again when it is quiet.",
        code="library-never-still",
    )


def _adopt_media(
    documents: Mapping[str, Document], vault: Vault, objects: ObjectFolder, progress: Progress
) -> tuple[int, int]:
    named = {
        name: str(document["slug"])
        for document in documents.values()
        for name in named_files(document)
    }
    size = 0
    for done, name in enumerate(sorted(named)):
        progress(done, len(named))
        if not vault.has(name):
            raise _missing(name, named[name])
        source = vault.path(name)
        objects.adopt(name, source)
        size += source.stat().st_size
    progress(len(named), len(named))
    return len(named), size


def _missing(name: str, slug: str) -> Refused:
    error = Refused(
        f"A file of media:{slug} is missing from the vault ({name[:12]}).",
        "Import the file again, or take the record out.",
        subject=f"media:{slug}",
    )
    error.code = "media-missing"
    return error


def _hall(public: Mapping[RecordId, Record]) -> dict[str, Any]:
    hall = next((r for _, r in sorted(public.items()) if isinstance(r, Hall)), None)
    if hall is None:
        return {"hall": "", "slug": "hall", "title": {}}
    title = {language: hall.title[language] for language in hall.title}
    return {"hall": hall.id, "slug": hall.slug, "title": title}


def _slugs(public: Mapping[RecordId, Record]) -> Iterator[tuple[str, str]]:
    yield from ((f"{record.kind}:{record.slug}", key) for key, record in public.items())


def _walk(public: Mapping[RecordId, Record]) -> Iterator[tuple[str, str]]:
    """Hall, galleries, sections, exhibits: a key begins with the key of what it stands in."""
    for key, record in public.items():
        place = _place(record, public)
        if place:
            yield place, key


def _place(record: Record | None, public: Mapping[RecordId, Record]) -> str:
    match record:
        case Hall():
            return "0"
        case Gallery():
            return f"1/{_ordinal(record.order)}/{record.id}"
        case Section(gallery=home) | Exhibit(section=home):
            above = _place(public.get(RecordId(home or "")), public) or "2"
            return f"{above}/{_ordinal(record.order)}/{record.id}"
        case _:
            return ""


def _timeline(public: Mapping[RecordId, Record]) -> Iterator[tuple[str, str]]:
    for key, record in public.items():
        date = getattr(record, "date", None)
        if record.kind in (Kind.EVENT, Kind.ERA) and date is not None:
            yield f"{_YEAR_ZERO + date.sort_key:013d}/{key}", key


def _ordinal(order: int) -> str:
    return f"{10**6 + order:07d}"


INDEXES: dict[str, Callable[[Mapping[RecordId, Record]], Iterator[tuple[str, str]]]] = {
    "slugs": _slugs,
    "timeline": _timeline,
    "walk": _walk,
}
