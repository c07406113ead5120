"""The hall's content as files: `content/<kind>/<slug>.yaml`, one record a file.

The same documents as everywhere, written for people: references are slugs, dates are the
words `editing.dates` reads, a medium names the `file` beside it. See docs/content-format.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from hall_app.domain.changes import Changes
from hall_app.domain.fields import Field, Shape, fields_of, references_in, target_of
from hall_app.domain.ids import RecordId, is_id, is_slug
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.records.record import Record
from hall_app.domain.text import ZH_HANS, Text
from hall_app.editing import dates
from hall_app.editing.content_writer import FILE, FILE_NAME, TRACKS, is_plain_name
from hall_app.editing.media_files import fields_of_file
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
            f"{folder} holds no content files.",
            "Name a folder with event/, gallery/ and so on.",
            code="content-none",
        )
    names = _give_ids(store, documents, loaded)
    taken = _take_media(documents, intake, loaded, on_progress)
    records = _records(store, documents, names, taken, loaded)
    _refuse_dangling(store, records, names, loaded)
    if not dry_run:
        with store.edit(f"Load content from {folder.name}", author=author) as edit:
            edit.put_all(_changed(store, records.values(), loaded))
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
                    raise InvalidRecord("The file holds no fields.", code="content-empty")
                documents[path] = {**body, "kind": str(kind), "slug": path.stem}
            except (OSError, UnicodeDecodeError, yaml.YAMLError, HallError) as problem:
                loaded.refused.append(Refusal(_short(path), str(problem)))
    return documents


def _give_ids(
    store: Store, documents: dict[Path, Document], loaded: Loaded
) -> dict[tuple[str, str], str]:
    """Give every file its id, and refuse those whose names cannot stand beside the others."""
    owners: dict[str, Path] = {}
    names: dict[tuple[str, str], str] = {}
    stated = {str(document.get("id")) for document in documents.values()}
    for path, document in list(documents.items()):
        kind, slug = Kind(document["kind"]), document["slug"]
        there = store.find(kind, slug)
        document["id"] = str(document.get("id") or (there.id if there else store.new_id()))
        record_id = RecordId(document["id"])
        if not is_slug(slug):
            reason = "Its name is no short name: use up to 80 small letters, digits and hyphens."
        elif not is_id(record_id):
            reason = f"“{record_id}” is no id (a UUID is)."
        elif record_id in owners:
            reason = f"It has the id of {_short(owners[record_id])}."
        elif there and there.id != record_id and there.id not in stated:
            reason = f"The library has {kind}:{slug} already, with the id {there.id}."
        elif store.exists(record_id) and store.get(record_id).kind is not kind:
            reason = f"The library has a {store.get(record_id).kind} with its id."
        else:
            owners[record_id] = path
            names[str(kind), slug] = record_id
            continue
        loaded.refused.append(Refusal(_short(path), reason))
        del documents[path]
    return names


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
            try:
                wanted |= dict.fromkeys(_files_of(path, document), path)
            except InvalidRecord as problem:
                loaded.refused.append(Refusal(_short(path), str(problem)))

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


def _files_of(path: Path, document: Document) -> list[Path]:
    """The files that a medium and its tracks name, all of them beside it."""
    tracks = document.get(TRACKS, [])
    if not isinstance(tracks, list) or not all(isinstance(track, dict) for track in tracks):
        raise InvalidRecord(
            "“tracks” should be a list of role, language and file.", code="tracks-form"
        )
    names = [owner.get(FILE) for owner in (document, *tracks)]
    for name in names:
        if (
            not isinstance(name, str)
            or not is_plain_name(name)
            or not (path.parent / name).is_file()
        ):
            raise InvalidRecord(
                f"There is no file {name} beside it.",
                "Put the file there or name another.",
                code="content-file-missing",
            )
    return [path.parent / str(name) for name in names]


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
            body = {name: held for name, held in document.items() if name != "kind"}
            owner = RECORD_TYPES[Kind(document["kind"])]
            records[path] = from_document({"kind": document["kind"], **reader.fields(owner, body)})
        except (HallError, ValueError) as problem:
            loaded.refused.append(Refusal(_short(path), str(problem)))
    return records


def _media_fields(path: Path, document: Document, taken: Mapping[Path, Ingested]) -> Document:
    """What a file tells of itself, in place of the file's name."""
    found = fields_of_file(taken[path.parent / document.pop(FILE)])
    # A name that two media share can stand beside only one of them, and is told by the other.
    found |= {name: document[name] for name in (FILE_NAME,) if name in document}
    tracks = []
    for track in document.get(TRACKS, []):
        file = track.pop(FILE)
        tracks.append({FILE_NAME: file, **track, "sha256": taken[path.parent / file].sha256})
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
                return to_plain(_made_from_source(_text(held, known)))
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
        if known.target not in (None, kind):
            raise InvalidRecord(
                f"“{known.name}” leads to a {known.target}, not to {name}.", code="link-wrong-kind"
            )
        if found := self.names.get((kind, slug)):
            return found
        return self.store.resolve(f"{kind}:{slug}" if kind else slug).id


def _text(held: Any, known: Field) -> Text:
    text: Text = to_value(held, replace(known, is_many=False))
    return text


def _made_from_source(text: Text) -> Text:
    """Words in a file are taken to be true to the source as it stands there."""
    source = text.wording(ZH_HANS)
    if source is None or source.made_from:
        return text
    for language in text:
        wording = text.wording(language)
        if language != ZH_HANS and wording and not wording.made_from:
            text = text.translated(
                language, wording.text, source=ZH_HANS, is_drafted=wording.is_drafted
            )
    return text


def _refuse_dangling(
    store: Store,
    records: dict[Path, Record],
    names: Mapping[tuple[str, str], str],
    loaded: Loaded,
) -> None:
    """Refuse what links to a refused record, or to one of a wrong kind, until every link closes."""
    known = {record_id: f"{kind}:{slug}" for (kind, slug), record_id in names.items()}
    while True:
        kinds = {record.id: record.kind for record in records.values()}
        astray: dict[Path, str] = {}
        for path, record in records.items():
            for place, target in references_in(record):
                kind = kinds.get(target) or (store.exists(target) and store.get(target).kind)
                if not kind:
                    astray[path] = f"It links to {known.get(target, target)}, which is not there."
                elif target_of(type(record), place) not in (None, kind):
                    astray[path] = f"“{place}” leads to a {kind}."
        if not astray:
            return
        for path, reason in astray.items():
            loaded.refused.append(Refusal(_short(path), reason))
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
