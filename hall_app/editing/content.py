"""The hall's content as files: `content/<kind>/<slug>.yaml`, one record a file.

The same documents as everywhere, written for people: references are slugs, dates are the
words `editing.dates` reads, a medium names the `file` beside it. See docs/content-format.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hall_app.domain.changes import Changes
from hall_app.domain.fields import TEXT, Field, Shape, fields_of, references_in
from hall_app.domain.ids import is_id
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing import dates, media
from hall_app.editing.content_writer import FILE, TRACKS
from hall_app.errors import HallError, InvalidRecord, NotFound
from hall_app.media.ingest import Ingested, ingest_many
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.store.codec import Document, from_document, to_plain, to_value
from hall_app.store.store import Store

FOLDERS = tuple(str(kind) for kind in Kind)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """Where files go when they come in, and who reads them."""

    vault: Vault
    workshop: Workshop


@dataclass(slots=True)
class Loaded:
    """What loading did: counts, and the files it refused."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[Refusal] = field(default_factory=list)
    changes: Changes = field(default_factory=lambda: Changes("", frozenset()))


Progress = Callable[[int, int], None]


def load(
    store: Store,
    folder: Path,
    intake: Intake,
    *,
    author: str = "",
    on_progress: Progress | None = None,
    dry_run: bool = False,
) -> Loaded:
    """Take in a folder of content files as one step; what is there already is updated.

    Args:
        store: The library to write to.
        folder: Holds one folder a kind.
        intake: Where the media go, and who reads them.
        author: Who loads; stands in the history.
        on_progress: Called with files done and files in all; what it raises ends the load.
        dry_run: Say what would happen and write no record.

    Raises:
        NotFound: The folder holds no content.
    """
    loaded = Loaded()
    documents = _read_files(folder, loaded)
    if not documents and not loaded.refused:
        raise NotFound(
            f"{folder} holds no content files.", "Name a folder with event/, gallery/ and so on."
        )
    names = {(d["kind"], d["slug"]): str(d.get("id", "")) for d in documents.values()}
    taken = _take_media(documents, intake, loaded, on_progress)
    records = _records(store, documents, names, taken, loaded)
    _refuse_dangling(store, records, loaded)
    if not dry_run:
        with store.edit(f"Load content from {folder.name}", author=author) as edit:
            for record in _changed(store, records.values(), loaded):
                edit.put(record)
        loaded.changes = edit.changes
    else:
        list(_changed(store, records.values(), loaded))
    return loaded


# -- reading -------------------------------------------------------------------


def _read_files(folder: Path, loaded: Loaded) -> dict[Path, Document]:
    documents: dict[Path, Document] = {}
    for kind in Kind:
        for path in sorted((folder / kind).glob("*.yaml")):
            try:
                body = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 (a SafeLoader)
                if not isinstance(body, dict):
                    raise InvalidRecord("The file holds no fields.")
                documents[path] = {**body, "kind": str(kind), "slug": path.stem}
            except (OSError, UnicodeDecodeError, yaml.YAMLError, HallError) as problem:
                loaded.refused.append(Refusal(_short(path), str(problem)))
    return documents


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Plain YAML in which a day stays the words it was written with."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _take_media(
    documents: dict[Path, Document],
    intake: Intake,
    loaded: Loaded,
    on_progress: Progress | None,
) -> dict[Path, Ingested]:
    wanted: dict[Path, Path] = {}
    for path, document in documents.items():
        if document["kind"] == Kind.MEDIA:
            names = [document.get(FILE), *(track.get(FILE) for track in document.get(TRACKS, []))]
            wanted |= {path.parent / str(name): path for name in names if name}

    def tell(done: int, total: int, _last: Path) -> None:
        if on_progress:
            on_progress(done, total)

    taken: dict[Path, Ingested] = {}
    for outcome in ingest_many(wanted, intake.vault, intake.workshop, on_progress=tell):
        if outcome.ingested is not None:
            taken[outcome.path] = outcome.ingested
        elif outcome.refusal is not None:
            loaded.refused.append(Refusal(_short(wanted[outcome.path]), str(outcome.refusal)))
    return taken


def _records(
    store: Store,
    documents: dict[Path, Document],
    names: dict[tuple[str, str], str],
    taken: dict[Path, Ingested],
    loaded: Loaded,
) -> dict[Path, Record]:
    records: dict[Path, Record] = {}
    refused = {refusal.path for refusal in loaded.refused}
    for path, document in documents.items():
        if _short(path) in refused:
            continue
        try:
            reader = _Reader(store, names)
            if document["kind"] == Kind.MEDIA:
                document.update(_media_fields(path, document, taken))
            document.setdefault("id", store.new_id())
            names[document["kind"], document["slug"]] = document["id"]
            body = {name: held for name, held in document.items() if name != "kind"}
            owner = RECORD_TYPES[Kind(document["kind"])]
            records[path] = from_document({"kind": document["kind"], **reader.fields(owner, body)})
        except (HallError, ValueError) as problem:
            loaded.refused.append(Refusal(_short(path), str(problem)))
    return records


def _media_fields(path: Path, document: Document, taken: Mapping[Path, Ingested]) -> Document:
    """What a file tells of itself, in place of the file's name."""
    name = document.pop(FILE, None)
    if name is None or path.parent / str(name) not in taken:
        raise InvalidRecord(
            f"There is no file {name} beside it.", "Put the file there or name another."
        )
    found = media.fields_of_file(taken[path.parent / str(name)])
    tracks = []
    for track in document.get(TRACKS, []):
        file = track[FILE]
        sha256 = taken[path.parent / file].sha256
        tracks.append(
            {
                "role": track["role"],
                "language": track["language"],
                "sha256": sha256,
                "file_name": file,
            }
        )
    return found | ({TRACKS: tracks} if tracks else {})


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns what people write into the documents of the library."""

    store: Store
    names: Mapping[tuple[str, str], str]

    def fields(self, owner: type[Any], body: Any) -> Any:
        if not isinstance(body, dict):
            return body
        known = {f.name: f for f in fields_of(owner)}
        return {
            name: self.field(known[name], held) if name in known else held
            for name, held in body.items()
        }

    def field(self, known: Field, held: Any) -> Any:
        if known.is_many and isinstance(held, list):
            return [self.one(known, one) for one in held]
        return held if held is None else self.one(known, held)

    def one(self, known: Field, held: Any) -> Any:
        match known.shape:
            case Shape.REFERENCE:
                return self.reference(known, str(held))
            case Shape.TEXT:
                return to_plain(_made_from_source(_text(held)))
            case Shape.DATE:
                return self.date(held)
            case Shape.VALUE:
                return self.fields(known.type, held)
            case _:
                return held

    def date(self, held: Any) -> Any:
        if isinstance(held, dict) and "earliest" not in held:
            plain = to_plain(dates.parse(str(held.get("edtf", ""))))
            return plain | ({"words": held["words"]} if "words" in held else {})
        return held if isinstance(held, dict) else to_plain(dates.parse(str(held)))

    def reference(self, known: Field, name: str) -> str:
        if is_id(name):
            return name
        kind, _, slug = name.rpartition(":")
        kind = kind or str(known.target or "")
        if found := self.names.get((kind, slug)):
            return found
        return self.store.resolve(f"{kind}:{slug}" if kind else slug).id


def _text(held: Any) -> Text:
    text: Text = to_value(held, TEXT)
    return text


def _made_from_source(text: Text) -> Text:
    """Words in a file are taken to be true to the source as it stands there."""
    for language in text:
        wording = text.wording(language)
        if language != ZH_HANS and wording and not wording.made_from and text[ZH_HANS]:
            text = text.translated(
                language, wording.text, source=ZH_HANS, is_drafted=wording.is_drafted
            )
    return text


def _refuse_dangling(store: Store, records: dict[Path, Record], loaded: Loaded) -> None:
    """Refuse what links to a refused record, until every link closes."""
    while True:
        ids = {record.id for record in records.values()}
        astray = {
            path: target
            for path, record in records.items()
            for _, target in references_in(record)
            if target not in ids and not store.exists(target)
        }
        if not astray:
            return
        for path, target in astray.items():
            loaded.refused.append(
                Refusal(_short(path), f"It links to {target}, which is not there.")
            )
            del records[path]


def _changed(store: Store, records: Iterable[Record], loaded: Loaded) -> Iterator[Record]:
    for record in records:
        if not store.exists(record.id):
            loaded.created += 1
        elif store.get(record.id) == record:
            loaded.unchanged += 1
            continue
        else:
            loaded.updated += 1
        yield record


def _short(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
